"""One record of a type with everything open: which article it cites, which value each field has.

Severity and kind follow from the article, as the catalogue grades it; an article that the catalogue
does not grade has neither. Every field may be missing. Counts and amounts are never below zero and
never beyond what a plan takes (``LARGEST_COUNT``, ``LARGEST_AMOUNT``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

import z3

from evenhand.kernel.periods import Day
from evenhand.schemes.prove_solver import Term, holds_in, number_in
from evenhand.schemes.scheme import Condition, ExampleRecord, Value
from evenhand.schemes.values import KIND, SEVERITIES, SEVERITY
from evenhand.sources.catalogue import FieldRule, TypeRule

LARGEST: Final[Mapping[str, int]] = {"integer": 10**12, "amount": 10**15}
"""A record with more than this counts under no factor that reads the field as points."""

_FIRST_DAY: Final = Day(1900, 1, 1).toordinal()
_LAST_DAY: Final = Day(2199, 12, 31).toordinal()

_COMPARE: Final[Mapping[str, Callable[[Term, Term], Term]]] = {
    "is": lambda left, right: left == right,
    "at_least": lambda left, right: left >= right,
    "at_most": lambda left, right: left <= right,
    "more_than": lambda left, right: left > right,
    "less_than": lambda left, right: left < right,
}


class SymbolicRecord:
    """A record of one type whose article and fields the solver may choose.

    Attributes:
        of: The type.
        article: The place of the cited article among those of the type; their number for one that
            the catalogue does not grade.
    """

    def __init__(self, of: TypeRule, name: str) -> None:
        """Make the unknowns of a record; the name tells them from those of other records."""
        self.of = of
        self.article: Term = z3.Int(f"{name}.article")
        self._rules = {rule.field: rule for rule in of.fields}
        self._values: dict[str, Term] = {}
        self._present: dict[str, Term] = {}
        for rule in of.fields:
            make = z3.Bool if rule.kind == "flag" else z3.Int
            self._values[rule.field] = make(f"{name}.{rule.field}")
            self._present[rule.field] = z3.Bool(f"{name}.{rule.field} is there")
        self._from_article: dict[str, Term] = {}
        self._kinds = tuple(dict.fromkeys(article.kind for article in of.articles))

    def rules(self) -> list[Term]:
        """What holds of every record of the type."""
        held = [self.article >= 0, self.article <= len(self.of.articles)]
        for name, rule in self._rules.items():
            value = self._values[name]
            if rule.kind == "code":
                held += [value >= 0, value < len(rule.codes)]
            elif rule.kind == "day":
                held += [value >= _FIRST_DAY, value <= _LAST_DAY]
            elif rule.kind != "flag":
                held.append(value >= 0)
        return held

    def value(self, name: str) -> Term:
        """The unknown value of a field: a number, or the place of a code in its list."""
        return self._graded(name) if name in (SEVERITY, KIND) else self._values[name]

    def present(self, name: str) -> Term:
        """Whether the record has the field."""
        if name in (SEVERITY, KIND):
            return self.article < len(self.of.articles)
        return self._present[name]

    def meets_all(self, conditions: Iterable[Condition]) -> Term:
        """Whether every condition is met; a missing field meets none."""
        return z3.And([z3.BoolVal(True), *map(self.meets, conditions)])

    def meets_any(self, conditions: Iterable[Condition]) -> Term:
        """Whether some condition is met; a missing field meets none."""
        return z3.Or([z3.BoolVal(False), *map(self.meets, conditions)])

    def meets(self, condition: Condition) -> Term:
        """Whether one condition is met."""
        if condition.test == "one_of":
            met = z3.Or([self.equals(condition.field, value) for value in condition.values])
        elif condition.test == "is":
            met = self.equals(condition.field, condition.values[0])
        else:
            compare = _COMPARE[condition.test]
            bound = self._coded(condition.field, condition.values[0])
            met = compare(self.value(condition.field), bound)
        return z3.And(self.present(condition.field), met)

    def equals(self, name: str, value: Value) -> Term:
        """Whether a field has a value; one that the catalogue does not list is never had."""
        coded = self._coded(name, value)
        return z3.BoolVal(False) if coded is None else self.value(name) == coded

    def same_fields(self, other: SymbolicRecord) -> list[Term]:
        """That two records of one type differ in the cited article at most."""
        return [
            mine[name] == theirs[name]
            for mine, theirs in (
                (self._values, other._values),
                (self._present, other._present),
            )
            for name in mine
        ]

    def complete(self) -> Term:
        """That no field is missing."""
        return z3.And([z3.BoolVal(True), *self._present.values()])

    def is_record(self, record: ExampleRecord) -> list[Term]:
        """That this is a record of an example."""
        cites = [article.cites for article in self.of.articles]
        place = cites.index(record.cites) if record.cites in cites else len(cites)
        held = [self.article == place]
        given = dict(record.fields)
        for name in self._rules:
            held.append(self._present[name] == (name in given))
            if name in given:
                coded = self._coded(name, given[name])
                held.append(z3.BoolVal(False) if coded is None else self._values[name] == coded)
        return held

    def shown(self, model: Term, on: Day, document: str = "") -> ExampleRecord:
        """The record that a model shows, as it would stand in an example."""
        place = number_in(model, self.article)
        cites = self.of.articles[place].cites if place < len(self.of.articles) else ""
        fields = [
            (name, self._decoded(rule, model))
            for name, rule in self._rules.items()
            if holds_in(model, self._present[name])
        ]
        return ExampleRecord(self.of.type, on, cites, tuple(fields), document)

    def _graded(self, name: str) -> Term:
        if name not in self._from_article:
            self._from_article[name] = self._looked_up(name)
        return self._from_article[name]

    def _looked_up(self, name: str) -> Term:
        known = SEVERITIES if name == SEVERITY else self._kinds
        graded: Term = z3.IntVal(-1)
        for place, article in enumerate(self.of.articles):
            said = article.severity if name == SEVERITY else article.kind
            graded = z3.If(self.article == place, z3.IntVal(known.index(said)), graded)
        return graded

    def _codes(self, name: str) -> Sequence[str] | None:
        if name in (SEVERITY, KIND):
            return SEVERITIES if name == SEVERITY else self._kinds
        rule = self._rules[name]
        return rule.codes if rule.kind == "code" else None

    def _coded(self, name: str, value: Value) -> Term:
        codes = self._codes(name)
        if codes is not None:
            return z3.IntVal(codes.index(value)) if value in codes else None
        if isinstance(value, bool):
            return z3.BoolVal(value)
        return z3.IntVal(value.toordinal() if isinstance(value, Day) else value)

    def _decoded(self, rule: FieldRule, model: Term) -> Value:
        term = self._values[rule.field]
        if rule.kind == "flag":
            return holds_in(model, term)
        number = number_in(model, term)
        if rule.kind == "code":
            return rule.codes[number]
        return Day.fromordinal(number) if rule.kind == "day" else number
