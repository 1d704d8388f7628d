"""What holds of one factor for any number of records: lemmas, each proved by the solver.

Why it is sound to speak of any number of records with a few unknowns:

- *Choice.* Where one record of several counts, the choice is a greatest element of a total order. So
  whatever records there were, one more record leaves the chosen one or takes its place: two records
  stand for all. Where each counts, one more adds its own worth to whatever sum there was.
- *Caps.* Each cap works on the sum of a group of units (records, or what an earlier cap left of a day,
  month, year or stretch). Of all other units only their gains and their losses matter: two numbers,
  any numbers. A cap under which more never comes out as less, whatever the others are, can be put
  behind another one that has the same property.
- *Age and mending.* They leave of a worth something between nothing and the whole (or the greatest
  weight), on the same side of zero. Any such number is allowed, and of two records the newer one
  never keeps less.
- *Bounds.* A guess of the least and the greatest total is taken from ``reach`` and believed only when
  the solver shows that no gains, losses and number of groups lead out of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import z3

from evenhand.kernel.periods import Day
from evenhand.schemes.prove_factor import cut, limits_of, preferred
from evenhand.schemes.prove_points import counts, favour, worth
from evenhand.schemes.prove_record import SymbolicRecord
from evenhand.schemes.prove_solver import Budget, Term, clipped, rounded_in_favour
from evenhand.schemes.reach import Bound, greatest_points, least_points, numbers_of, touched
from evenhand.schemes.scheme import Factor, Scheme, SharePoints, StepFade
from evenhand.sources.catalogue import Catalogue

PERIODS = ("per_day", "per_month", "per_year", "rolling", "in_all")


@dataclass(frozen=True, slots=True)
class Signs:
    """Whether some record may count for its subject, and against; None: not known."""

    may_help: bool
    may_hurt: bool


@dataclass(frozen=True)
class Lemmas:
    """Lemmas about the factors of one scheme on one day."""

    scheme: Scheme
    catalogue: Catalogue
    budget: Budget
    on: Day
    _known: dict[str, Signs] = field(default_factory=dict)

    def record(self, factor: Factor, name: str) -> SymbolicRecord:
        """Any record that the factor may count."""
        return SymbolicRecord(self.catalogue.types[factor.counts], f"{factor.factor}.{name}")

    def signs(self, factor: Factor) -> Signs:
        """Look whether any record may count for or against; what is not known may."""
        if factor.factor not in self._known:
            self._known[factor.factor] = self._signs(factor)
        return self._known[factor.factor]

    def _signs(self, factor: Factor) -> Signs:
        if isinstance(factor.points, SharePoints):
            return Signs(may_help=True, may_hurt=False)
        of = self.record(factor, "any")
        own = favour(worth(of, factor, self.scheme, self.on), self.scheme)
        held = [*of.rules(), counts(of, factor)]
        return Signs(
            may_help=not self.budget.ask(*held, own > 0).never,
            may_hurt=not self.budget.ask(*held, own < 0).never,
        )

    def bounds(self, factor: Factor) -> tuple[Bound, Bound]:
        """The least and the greatest total, each proved; None where nothing holds it."""
        least = least_points(factor, self.on)
        most = greatest_points(factor, self.on)
        total, held = self._any_total(factor)
        if least is not None and not self.budget.ask(*held, total < least).never:
            least = None
        if most is not None and not self.budget.ask(*held, total > most).never:
            most = None
        return least, most

    def adding(self, factor: Factor, *, helps: bool) -> bool:
        """Whether one more record that is no worse (no better) than nothing never lowers (raises)."""
        if isinstance(factor.points, SharePoints):
            return False
        if factor.counting != "each":
            chosen, new, held = self._two(factor)
            there, takes = z3.Bool("there"), z3.Bool("takes")
            before = z3.If(there, chosen, z3.IntVal(0))
            after = z3.If(there, self._pick(factor, chosen, new, takes), new)
            own, change = favour(new, self.scheme), favour(after - before, self.scheme)
            wrong = [own >= 0, change < 0] if helps else [own <= 0, change > 0]
            if not self.budget.ask(*held, *wrong).never:
                return False
        return self.caps_keep_order(factor)

    def replacing(self, factor: Factor) -> bool:
        """Whether a record in place of another that is worth less never lowers the total."""
        if isinstance(factor.points, SharePoints):
            return False
        chosen, old, held = self._two(factor)
        new = z3.Int("in its place")
        there, takes = z3.Bool("there"), z3.Bool("takes")
        before = z3.If(there, self._pick(factor, chosen, old, takes), old)
        after = z3.If(there, self._pick(factor, chosen, new, takes), new)
        better = favour(new - old, self.scheme) >= 0
        if factor.counting != "each":
            worse = favour(after - before, self.scheme) < 0
            if not self.budget.ask(*held, better, worse).never:
                return False
        return self.caps_keep_order(factor)

    def mending(self, factor: Factor) -> bool:
        """Whether one more record that mends never lowers what is given back, nor the points left."""
        if factor.mended is None:
            return True
        first, second = z3.Ints("first later")
        backs = factor.mended.gives_back
        ends = [z3.Int(f"deadline {place}") for place in range(len(backs))]

        def share(day: Term) -> Term:
            given: Term = z3.IntVal(0)
            for end, back in reversed(list(zip(ends, backs, strict=True))):
                given = z3.If(day <= end, z3.IntVal(back.share), given)
            return given

        if not self.budget.ask(first <= second, share(first) < share(second)).never:
            return False
        lost = z3.Int("lost")
        better = self.scheme.scale.better
        against = favour(lost, self.scheme) < 0
        shares = sorted({0, *(back.share for back in backs)})
        left = [rounded_in_favour(lost * (1000 - s), z3.IntVal(1000), better) for s in shares]
        worse = [favour(more - less, self.scheme) < 0 for less, more in pairwise(left)]
        kept = self.budget.ask(against, z3.Or([z3.BoolVal(False), *worse])).never
        return kept and self.replacing(factor)

    def caps_keep_order(self, factor: Factor) -> bool:
        """Whether under every cap more never comes out as less, whatever the other units are."""
        less, more, gained, lost = z3.Ints("less more gained lost")
        for name in PERIODS:
            limits = limits_of(factor, name, self.on)
            if all(limit is None for limit in limits):
                continue
            low, high = (cut([gained, lost, unit], limits) for unit in (less, more))
            if not self.budget.ask(gained >= 0, lost <= 0, less <= more, low > high).never:
                return False
        return True

    def _two(self, factor: Factor) -> tuple[Term, Term, list[Term]]:
        """What two records that count may be worth, after mending and age."""
        records = [self.record(factor, name) for name in ("former", "new")]
        held = [rule for of in records for rule in (*of.rules(), counts(of, factor))]
        values = [worth(of, factor, self.scheme, self.on) for of in records]
        if factor.fade is None and factor.mended is None:
            return values[0], values[1], held
        left = [z3.Int(f"left of {name}") for name in ("former", "new")]
        for value, rest in zip(values, left, strict=True):
            most = _scaled_up(value, factor)
            held.append(
                z3.If(value >= 0, z3.And(rest >= 0, rest <= most), z3.And(rest <= 0, rest >= most))
            )
        if factor.mended is None and _newer_keeps_more(factor):
            (was, now), (old, new) = values, left
            held.append(z3.Implies(z3.And(now >= was, was >= 0), new >= old))
            held.append(z3.Implies(z3.And(now <= was, was <= 0), new <= old))
        return left[0], left[1], held

    def _pick(self, factor: Factor, chosen: Term, new: Term, takes: Term) -> Term:
        """Which of two counts; ``takes`` decides between equals, and which of two is the latest."""
        mine = preferred(factor, new, self.scheme)
        theirs = preferred(factor, chosen, self.scheme)
        return z3.If(z3.Or(mine > theirs, z3.And(mine == theirs, takes)), new, chosen)

    def _any_total(self, factor: Factor) -> tuple[Term, list[Term]]:
        """Any total that any records may lead to, and more: what bounds are proved of."""
        rule = factor.points
        start = 0 if factor.starts is None else factor.starts.on(self.on)
        least = None if factor.at_least is None else factor.at_least.on(self.on)
        earned = z3.Int("earned")
        if isinstance(rule, SharePoints):
            full = rule.full.on(self.on)
            held = [z3.Or(z3.And(earned >= 0, earned <= full), z3.And(full <= earned, earned <= 0))]
            units = [earned]
        else:
            units, held = self._any_units(factor)
        final = cut(units, limits_of(factor, "in_all", self.on))
        return clipped(final + start, least, None), held

    def _any_units(self, factor: Factor) -> tuple[list[Term], list[Term]]:
        """Gains and losses of any records, within the caps of the periods that a window touches."""
        of = self.record(factor, "any")
        gained, lost, one = z3.Ints("gained lost one")
        value = worth(of, factor, self.scheme, self.on)
        most = _scaled_up(value, factor)
        held = [*of.rules(), counts(of, factor), gained >= 0, lost <= 0]
        held.append(z3.If(value >= 0, z3.And(one >= 0, one <= most), z3.And(one <= 0, one >= most)))
        signs = self.signs(factor)
        higher = self.scheme.scale.better == "higher"
        if not (signs.may_help if higher else signs.may_hurt):
            held.append(gained == 0)
        if not (signs.may_hurt if higher else signs.may_help):
            held.append(lost == 0)
        number = self._most_records(factor)
        if number is not None:
            greatest, lowest = self._of_one(factor, one, held)
            held += [gained <= number * greatest] if greatest is not None else []
            held += [lost >= number * lowest] if lowest is not None else []
        units: list[Term] = [gained, lost]
        for name in ("per_day", "per_month", "per_year"):
            limits = limits_of(factor, name, self.on)
            if (
                factor.within is None
                or factor.since is not None
                or not any(limit is not None for limit in limits)
            ):
                continue
            groups = touched(factor.within, name.removeprefix("per_"))  # type: ignore[arg-type]
            units, more = _grouped(units, limits, groups, name)
            held += more
        return units, held

    def _most_records(self, factor: Factor) -> int | None:
        if factor.counting in ("latest", "best", "worst"):
            return 1
        if factor.within is None or not factor.counting.startswith("once_a_"):
            return None
        return touched(factor.within, factor.counting.removeprefix("once_a_"))  # type: ignore[arg-type]

    def _of_one(
        self, factor: Factor, one: Term, held: Sequence[Term]
    ) -> tuple[int | None, int | None]:
        """The greatest and the lowest worth of one record, proved; None where nothing holds it."""
        values = [number.on(self.on) for number in numbers_of(factor.points)]
        found: list[int | None] = []
        for sign in (1, -1):
            bound = sign * max(0, *(sign * value for value in values)) * _most_times(factor)
            proved = self.budget.ask(*held, sign * one > sign * bound).never
            found.append(bound if proved else None)
        return found[0], found[1]


def _grouped(
    units: list[Term], limits: Sequence[int | None], groups: int, name: str
) -> tuple[list[Term], list[Term]]:
    """Units after a cap that holds in each of so many groups."""
    gains, losses, both = limits
    gained, lost = z3.Ints(f"gained.{name} lost.{name}")
    held = [gained >= 0, lost <= 0]
    held += [gained <= groups * cap for cap in (gains, both) if cap is not None]
    held += [lost >= -groups * cap for cap in (losses, both) if cap is not None]
    positive = z3.Sum([z3.If(unit > 0, unit, z3.IntVal(0)) for unit in units])
    negative = z3.Sum([z3.If(unit < 0, unit, z3.IntVal(0)) for unit in units])
    held += [gained <= positive, lost >= negative]
    return [gained, lost], held


def _scaled_up(value: Term, factor: Factor) -> Term:
    """The most that age may leave of a worth, away from zero."""
    return value * _most_times(factor)


def _most_times(factor: Factor) -> int:
    """The greatest weight of a factor, rounded up to a whole number."""
    times = [1000]
    if isinstance(factor.fade, StepFade):
        times += [step.times for step in factor.fade.steps]
    return -(-max(times) // 1000)


def _newer_keeps_more(factor: Factor) -> bool:
    """Whether weights never grow with age."""
    if not isinstance(factor.fade, StepFade):
        return True
    times = [step.times for step in factor.fade.steps]
    return all(newer >= older for newer, older in pairwise(times))
