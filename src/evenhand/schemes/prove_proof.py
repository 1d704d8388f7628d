"""What the claims about one scheme share: the solver's budget, the lemmas, the turning days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import z3

from evenhand.kernel.findings import Finding, Kind
from evenhand.kernel.ids import RecordType
from evenhand.kernel.periods import Day
from evenhand.kernel.text import Text
from evenhand.schemes.check_scale import at
from evenhand.schemes.prove_lemmas import Lemmas, Signs
from evenhand.schemes.prove_search import Search, day_asked
from evenhand.schemes.prove_solver import Budget, Term
from evenhand.schemes.reach import Bound, turning_days
from evenhand.schemes.scheme import Factor, Look, Scheme
from evenhand.schemes.verdict import Claim, Means, Shown
from evenhand.sources.catalogue import Catalogue


@dataclass
class Proof:
    """One scheme under proof."""

    scheme: Scheme
    catalogue: Catalogue
    budget: Budget = field(default_factory=Budget)
    searching: Budget = field(default_factory=Budget)
    _bounds: dict[Day, dict[str, tuple[Bound, Bound]]] = field(default_factory=dict)

    _lemmas: dict[Day, Lemmas] = field(default_factory=dict)
    _signs: dict[str, Signs] = field(default_factory=dict)

    @property
    def days(self) -> list[Day]:
        """One day for each stretch of time in which no number of the scheme changes."""
        return turning_days(self.scheme)

    def lemmas(self, on: Day) -> Lemmas:
        """The lemmas on a day."""
        if on not in self._lemmas:
            self._lemmas[on] = Lemmas(self.scheme, self.catalogue, self.budget, on)
        return self._lemmas[on]

    def search(self, ages: tuple[int, ...] | None = None) -> Search:
        """A search for made-up records."""
        on = day_asked(self.scheme, self.days[-1])
        if ages is None:
            return Search(self.scheme, self.catalogue, self.searching, on)
        return Search(self.scheme, self.catalogue, self.searching, on, ages)

    def bounds(self, on: Day) -> Mapping[str, tuple[Bound, Bound]]:
        """The proved bounds of each factor's total on a day."""
        if on not in self._bounds:
            lemmas = self.lemmas(on)
            self._bounds[on] = {f.factor: lemmas.bounds(f) for f in self.scheme.factors}
        return self._bounds[on]

    def signs(self, factor: Factor) -> Signs:
        """Whether a record may count for or against under a factor, on any day."""
        if factor.factor not in self._signs:
            found = [self.lemmas(on).signs(factor) for on in self.days]
            self._signs[factor.factor] = Signs(
                may_help=any(one.may_help for one in found),
                may_hurt=any(one.may_hurt for one in found),
            )
        return self._signs[factor.factor]

    def any_totals(self, on: Day, name: str) -> tuple[dict[str, Term], list[Term]]:
        """Totals of all factors that any records may lead to."""
        totals, held = {}, []
        for factor, (least, most) in self.bounds(on).items():
            totals[factor] = z3.Int(f"{name}.{factor}")
            held += [totals[factor] >= least] if least is not None else []
            held += [totals[factor] <= most] if most is not None else []
        return totals, held

    def types(self, factors: Sequence[Factor] | None = None) -> list[RecordType]:
        """The record types that factors count, and those that direct grades and ceilings look at."""
        if factors is not None:
            return list(dict.fromkeys(factor.counts for factor in factors))
        counted = [factor.counts for factor in self.scheme.factors]
        return list(dict.fromkeys([*counted, *(look.record for look in all_looks(self.scheme))]))

    def finding(self, kind: Kind, *path: str | int, **values: object) -> Finding:
        """A finding at a part of the scheme."""
        return at(self.scheme, kind, *path, **values)


def all_looks(scheme: Scheme) -> list[Look]:
    """The looks of direct grades, then of ceilings, in the order of the file."""
    looks = [look for direct in scheme.direct for look in direct.looks]
    return looks + [look for ceiling in scheme.ceilings for look in ceiling.looks]


@dataclass(frozen=True, slots=True)
class Property:
    """What a claim says, before anybody knows what comes of it."""

    name: str
    rule: str
    says: Text
    means: Means = "solver"

    def proved(self, *findings: Finding, because: Text | None = None) -> Claim:
        """It holds; what is not claimed may be said."""
        return Claim(self.name, self.rule, self.says, "proved", self.means, because, None, findings)

    def refuted(self, *findings: Finding, shown: Shown | None = None) -> Claim:
        """It does not hold."""
        return Claim(self.name, self.rule, self.says, "refuted", self.means, None, shown, findings)

    def beyond(self, because: Text) -> Claim:
        """It could neither be proved nor refuted."""
        return Claim(self.name, self.rule, self.says, "not_checkable", self.means, because)


NO_ANSWER = Text(
    zh="既没有证明，也没有找到反例。",
    en="It was neither proved nor did any record show the contrary.",
)
