"""What is counted, what is hidden, and who knows whom."""

import os
from collections import defaultdict

from .files import Bad, decimal, in_units, once, one_or_none, rows, whole


class Cell:
    """A count: the groups that it is the sum of, its value in units, and whether it must be hidden and stay open."""

    def __init__(self, value, guarded):
        self.groups = set()
        self.value = value
        self.guarded = guarded
        self.least = 0  # when hidden
        self.hidden = False


class Problem:
    """cells: by number, -n for what came between two releases of cell n. knowers: (name, {group: persons}, exactly)."""

    def __init__(self, directory, width):
        self.directory = directory
        self.cells, self.links, self.knowers = {}, [], []
        self.decimals = self.read_cells()
        self.read_sums()
        self.persons = self.read_persons()
        if self.has("links.csv"):
            self.read_links()
        self.groups = set().union(*(cell.groups for cell in self.cells.values()))
        for number, cell in self.cells.items():
            if not cell.groups and (cell.value or cell.guarded):
                raise Bad(f"cell {number} is in no equation")
        self.zeros_shown = not any(cell.guarded and cell.value == 0 for cell in self.cells.values())
        for cell in self.cells.values():
            cell.least = 1 if self.zeros_shown else 0
        self.read_knowers()
        self.width = width or (10 if self.decimals else 1)
        self.add_differences()

    def path(self, name):
        return os.path.join(self.directory, name)

    def has(self, name):
        return os.path.exists(self.path(name))

    def read_cells(self):
        numbers = {}
        path = self.path("cells.csv")
        for line, (cell, value, primary) in rows(path, "cell", "value", "primary"):
            where = f"{path}, line {line}"
            number = whole(cell, where, 1)
            once(numbers, number, where)
            numbers[number] = (decimal(value, where), one_or_none(primary, where), where)
        decimals = max((value[1] for value, _, _ in numbers.values()), default=0)
        for number, (value, primary, where) in numbers.items():
            self.cells[number] = Cell(in_units(value, decimals, where), primary)
        if not numbers:
            raise Bad(f"{path}: no cells")
        return decimals

    def read_sums(self):
        path = self.path("incidence.csv")
        for line, (cell, inner) in rows(path, "cell", "inner"):
            where = f"{path}, line {line}"
            number, group = whole(cell, where, 1), whole(inner, where, 1)
            if number not in self.cells:
                raise Bad(f"{where}: there is no cell {number}")
            once(self.cells[number].groups, group, where)
            self.cells[number].groups.add(group)

    def read_persons(self):
        """Of each group, or None where nobody counted them."""
        if not self.has("inner.csv"):
            return None
        persons, path = {}, self.path("inner.csv")
        for line, (inner, value) in rows(path, "inner", "value"):
            where = f"{path}, line {line}"
            group = whole(inner, where, 1)
            once(persons, group, where)
            persons[group] = in_units(decimal(value, where), self.decimals, where)
        return persons

    def read_links(self):
        """Equations between cells. A cell of which incidence.csv says nothing gets the groups of its parts."""
        parts, path = defaultdict(list), self.path("links.csv")
        for line, (total, part) in rows(path, "total", "part"):
            where = f"{path}, line {line}"
            numbers = whole(total, where, 1), whole(part, where, 1)
            if any(number not in self.cells for number in numbers):
                raise Bad(f"{where}: there is no such cell")
            once(parts[numbers[0]], numbers[1], where)
            parts[numbers[0]].append(numbers[1])
        settled = {}

        def settle(number):
            if settled.get(number) == "under way":
                raise Bad(f"{path}: cell {number} is part of itself")
            if number in settled or number not in parts:
                return
            settled[number] = "under way"
            total = set()
            for part in parts[number]:
                settle(part)
                if total & self.cells[part].groups:
                    raise Bad(f"{path}: the parts of cell {number} share a group")
                total |= self.cells[part].groups
            if not self.cells[number].groups:
                self.cells[number].groups = total
            elif self.cells[number].groups != total:
                self.links.append((self.cells[number].groups, total))
            settled[number] = "done"

        for number in sorted(parts):
            settle(number)

    def read_knowers(self):
        if not self.has("insiders.csv"):
            if self.persons and not self.decimals:
                self.knowers = [(f"one person of group {group}", {group: 1}, False) for group, persons in sorted(self.persons.items())
                                if persons and group in self.groups]
            return
        known, path = {}, self.path("insiders.csv")
        for line, (name, inner, persons, exactly) in rows(path, "insider", "inner", "persons", "exactly"):
            where = f"{path}, line {line}"
            least, sure = known.setdefault(name, ({}, one_or_none(exactly, where)))
            if sure != one_or_none(exactly, where):
                raise Bad(f"{where}: knows exactly here and not elsewhere")
            group = whole(inner, where, 1)
            once(least, group, where)
            least[group] = in_units(decimal(persons, where), self.decimals, where)
        self.knowers = [(name, least, sure) for name, (least, sure) in known.items()]

    def add_differences(self):
        """Two releases of one table on each other: what came to a cell between them is guarded while it is a small count."""
        numbers = list(self.cells)
        half = len(numbers) // 2
        if len(numbers) % 2 or self.decimals:
            return
        first = set().union(*(self.cells[number].groups for number in numbers[:half]))
        pairs = [(number, self.cells[number], self.cells[later]) for number, later in zip(numbers[:half], numbers[half:])]
        if any(later.groups & first != cell.groups for _, cell, later in pairs) or all(later.groups <= first for _, _, later in pairs):
            return
        small = max((cell.value for cell in self.cells.values() if cell.guarded), default=0)
        for number, cell, later in pairs:
            if 1 <= later.value - cell.value <= small and later.groups - first:
                came = self.cells[-number] = Cell(later.value - cell.value, True)
                came.groups, came.hidden = later.groups - first, True

    def read_pattern(self, path):
        told = {}
        for line, (cell, suppressed) in rows(path, "cell", "suppressed"):
            where = f"{path}, line {line}"
            number = whole(cell, where, 1)
            if number not in self.cells:
                raise Bad(f"{where}: there is no cell {number}")
            once(told, number, where)
            told[number] = one_or_none(suppressed, where)
        for number, cell in self.cells.items():
            if number < 0:
                continue
            if number not in told:
                raise Bad(f"{path}: nothing about cell {number}")
            # A zero that the rules show is known, whatever the pattern says.
            cell.hidden = told[number] and not (self.zeros_shown and cell.value == 0)

    def seen_empty(self):
        """Groups of shown zeros."""
        return set().union(*(cell.groups for cell in self.cells.values() if self.zeros_shown and cell.value == 0))

    def twins(self):
        """Per group the first of those that always occur together: only their sum is ever seen, by anybody."""
        places = defaultdict(list)
        empty = self.seen_empty()
        sums = [cell.groups for cell in self.cells.values()]
        for left, right in self.links:
            sums += [left - right - empty, right - left - empty]
        sums += [set(least) for _, least, exactly in self.knowers if exactly]
        for place, groups in enumerate(sums):
            for group in groups:
                places[group].append(place)
        first = {}
        return {group: first.setdefault(tuple(places[group]), group) for group in sorted(self.groups)}
