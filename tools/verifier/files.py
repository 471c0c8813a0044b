"""Files, strictly read."""

import csv
import os

MOST_BYTES = 256 << 20


class Bad(Exception):
    """A file is not what it should be."""


class Refused(Exception):
    """The certificate does not prove the pattern."""


def read_bytes(path):
    try:
        if os.path.getsize(path) > MOST_BYTES:
            raise Bad(f"{path}: larger than {MOST_BYTES} bytes")
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise Bad(f"{path}: {error.strerror}") from None


def rows(path, *columns):
    """(line, fields in the order of `columns`) of each record below the heading that is not blank."""
    try:
        text = read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Bad(f"{path}: not UTF-8") from None
    if "\0" in text:
        raise Bad(f"{path}: holds a NUL")
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    places, width = None, 0
    try:
        for record in reader:
            fields = [field.strip() for field in record]
            if not any(fields):
                continue
            if places is None:
                if any(fields.count(column) != 1 for column in columns):
                    raise Bad(f"{path}: its columns are {', '.join(fields)}, not {', '.join(columns)}")
                places, width = [fields.index(column) for column in columns], len(fields)
                continue
            if len(fields) != width:
                raise Bad(f"{path}, line {reader.line_num}: {len(fields)} fields, not {width}")
            yield reader.line_num, [fields[place] for place in places]
    except csv.Error as error:
        raise Bad(f"{path}, line {reader.line_num}: {error}") from None
    if places is None:
        raise Bad(f"{path}: empty")


def whole(text, where, least):
    if not (text.isascii() and text.isdigit()) or len(text) > 15 or int(text) < least:
        raise Bad(f"{where}: `{text}` is not a whole number of {least} or more")
    return int(text)


def one_or_none(text, where):
    if text not in ("0", "1"):
        raise Bad(f"{where}: `{text}` is neither 0 nor 1")
    return text == "1"


def decimal(text, where):
    """(digits, decimals) of a number that is not negative."""
    before, point, behind = text.partition(".")
    if bool(point) != bool(behind):
        raise Bad(f"{where}: `{text}` is not a number")
    return whole(before + behind, where, 0), len(behind)


def in_units(number, decimals, where):
    digits, own = number
    if own > decimals:
        raise Bad(f"{where}: more decimals than any cell has")
    return digits * 10 ** (decimals - own)


def once(known, key, where):
    if key in known:
        raise Bad(f"{where}: said before")
