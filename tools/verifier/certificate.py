"""The certificate, and for which files it was made."""

import hashlib
import json

from .files import Bad, Refused, read_bytes

COUNTED = ("cells.csv", "incidence.csv", "inner.csv", "links.csv", "insiders.csv")


def no_doubles(pairs):
    if len({key for key, _ in pairs}) != len(pairs):
        raise Bad("the certificate says something twice")
    return dict(pairs)


def no_fraction(text):
    raise Bad(f"the certificate holds {text}, which is not a whole number")


def numbers_of(value, length, what):
    """A list of lists of whole numbers, each of this length."""
    good = isinstance(value, list) and all(isinstance(item, list) and len(item) == length and all(type(number) is int for number in item) for item in value)
    if not good:
        raise Bad(f"the certificate's {what} are not lists of {length} whole numbers")
    return value


class Certificate:
    def __init__(self, path):
        try:
            told = json.loads(read_bytes(path).decode("utf-8"), object_pairs_hook=no_doubles, parse_float=no_fraction, parse_constant=no_fraction)
        except (ValueError, RecursionError) as error:
            raise Bad(f"{path}: not a certificate ({error})") from None
        if not isinstance(told, dict) or told.get("format") != "homeward-certificate-1":
            raise Bad(f"{path}: not a certificate of format homeward-certificate-1")
        if set(told) != {"format", "files", "pattern", "width", "persons", "shifts", "openings"}:
            raise Bad(f"{path}: not the members that a certificate has")
        if type(told["width"]) is not int or not isinstance(told["files"], dict) or not isinstance(told["shifts"], list):
            raise Bad(f"{path}: a member of the wrong kind")
        self.files, self.pattern, self.width = told["files"], told["pattern"], told["width"]
        self.persons = numbers_of(told["persons"], 2, "persons")
        self.shifts = [numbers_of(shift, 2, "shifts") for shift in told["shifts"]]
        self.openings = numbers_of(told["openings"], 3, "openings")


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def check_origin(problem, pattern, certificate):
    files = {name: sha256(read_bytes(problem.path(name))) for name in COUNTED if problem.has(name)}
    for name in sorted(files.keys() | certificate.files.keys()):
        if files.get(name) != certificate.files.get(name):
            raise Refused(f"the certificate was made for another {name}")
    if certificate.pattern != sha256(read_bytes(pattern)):
        raise Refused("the certificate was made for another pattern")
    if certificate.width < problem.width:
        raise Refused(f"the certificate proves a width of {certificate.width}, and {problem.width} is wanted")
