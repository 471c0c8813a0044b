"""Whether the certificate proves the pattern."""

from collections import defaultdict

from .files import Refused


class Proof:
    """Populations as sums over twins; all that is asked of them is asked of sums."""

    def __init__(self, problem, certificate):
        self.problem = problem
        self.twin = problem.twins()
        self.empty = {self.twin[group] for group in problem.seen_empty()}
        self.base = self.together(certificate.persons, "base")
        self.cells_of = defaultdict(set)
        for number, cell in problem.cells.items():
            for group in cell.groups:
                self.cells_of[self.twin[group]].add(number)
        self.knowers_of = defaultdict(set)
        self.known = []
        for index, (_, least, exactly) in enumerate(problem.knowers):
            known = defaultdict(int)
            for group, persons in least.items():
                if group in self.twin and (persons or exactly):
                    known[self.twin[group]] += persons
                    self.knowers_of[self.twin[group]].add(index)
            self.known.append((dict(known), exactly))
        self.check_base()
        self.moved = []     # per shift: how each cell differs
        self.refuters = []  # per shift: the knowers who can rule it out
        for number, shift in enumerate(certificate.shifts):
            self.add(number, self.together(shift, f"population {number}"))

    def together(self, pairs, name):
        sums = defaultdict(int)
        for group, persons in pairs:
            if group not in self.twin:
                raise Refused(f"{name} speaks of group {group}, which is in no cell")
            sums[self.twin[group]] += persons
        return dict(sums)

    def persons(self, twin, shift):
        return self.base.get(twin, 0) + shift.get(twin, 0)

    def sum(self, groups, shift):
        return sum(self.persons(twin, shift) for twin in {self.twin[group] for group in groups})

    def check_links(self, name, shift):
        for left, right in self.problem.links:
            if self.sum(left - right, shift) != self.sum(right - left, shift):
                raise Refused(f"{name} breaks an equation of links.csv")

    def check_base(self):
        if any(persons < 0 for persons in self.base.values()):
            raise Refused("the base has a negative group")
        for number, cell in self.problem.cells.items():
            if self.sum(cell.groups, {}) != cell.value:
                raise Refused(f"the base does not have the value of cell {number}")
        self.check_links("the base", {})
        for index, (name, _, _) in enumerate(self.problem.knowers):
            if self.rules_out(index, {}):
                raise Refused(f"the base lacks people whom {name} knows")

    def rules_out(self, knower, shift):
        known, exactly = self.known[knower]
        return any(self.persons(twin, shift) != persons if exactly else self.persons(twin, shift) < persons for twin, persons in known.items())

    def add(self, number, shift):
        name = f"population {number}"
        moved, doubters = defaultdict(int), set()
        for twin, more in sorted(shift.items()):
            if self.persons(twin, shift) < 0:
                raise Refused(f"{name} has a negative group: {twin}")
            doubters |= self.knowers_of[twin]
            for cell in self.cells_of[twin]:
                moved[cell] += more
        for cell, more in sorted(moved.items()):
            at = self.problem.cells[cell]
            if more and not at.hidden:
                raise Refused(f"{name} changes cell {cell}, which is shown")
            if more and at.value + more < at.least:
                raise Refused(f"{name} leaves {at.value + more} in the hidden cell {cell}, and everybody knows that it has at least {at.least}")
        self.check_links(name, shift)
        self.moved.append(dict(moved))
        self.refuters.append({knower for knower in doubters if self.rules_out(knower, shift)})

    def difference(self, cell, population):
        return self.moved[population].get(cell, 0) if population >= 0 else 0

    def is_wide(self, cell, low, high):
        value, width = self.problem.cells[cell].value, self.problem.width
        down, up = -self.difference(cell, low), self.difference(cell, high)
        if self.problem.decimals:  # a per cent of an amount on either side
            return 100 * down >= width * value and 100 * up >= width * value
        return up + down >= width

    def knows_anyway(self, knower, cell):
        """Their own records are the whole cell, groups apart that everybody sees empty."""
        known, exactly = self.known[knower]
        return exactly and all(twin in known or twin in self.empty for twin in {self.twin[group] for group in self.problem.cells[cell].groups})

    def check_openings(self, openings):
        unconvinced = {}  # per cell: the knowers against whom no opening held so far
        for cell, low, high in openings:
            if cell not in self.problem.cells:
                raise Refused(f"an opening of cell {cell}, which there is not")
            if not (-1 <= low < len(self.moved) and -1 <= high < len(self.moved)):
                raise Refused(f"an opening of cell {cell} by a population that there is not")
            if not self.is_wide(cell, low, high):
                raise Refused(f"an opening of cell {cell} is narrower than the width")
            against = set().union(*(self.refuters[population] for population in (low, high) if population >= 0))
            unconvinced[cell] = unconvinced[cell] & against if cell in unconvinced else against
        for number, cell in self.problem.cells.items():
            if not cell.guarded:
                continue
            if not cell.hidden:
                raise Refused(f"cell {number} must be hidden and is shown")
            if number not in unconvinced:
                raise Refused(f"cell {number} is not proven open")
            for knower in sorted(unconvinced[number]):
                if not self.knows_anyway(knower, number):
                    raise Refused(f"cell {number} is not proven open to {self.problem.knowers[knower][0]}")
