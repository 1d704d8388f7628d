"""What a plan must be told of each day asked about: where windows open, which dated number holds.

Calendar arithmetic differs between engines, so none happens there. This module numbers the windows,
dated numbers, factors, looks and list rules of a scheme; the compiler names columns by these
numbers, and ``scoring`` fills the columns with days and numbers worked out here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from evenhand.kernel.errors import BadInput
from evenhand.kernel.ids import RecordType
from evenhand.kernel.periods import ONE_DAY, Day, Span
from evenhand.kernel.text import Text
from evenhand.schemes.scheme import (
    Dated,
    ListRule,
    ListTrigger,
    Look,
    OnAccumulation,
    OnGradeHeld,
    OnRecord,
    RatedPoints,
    Scheme,
    SharePoints,
    TabledPoints,
    Thousandths,
)


@dataclass(frozen=True, slots=True)
class Use:
    """A record type that a factor, direct grade or list rule reads, by that one's number."""

    number: int
    type: RecordType


@dataclass(frozen=True, slots=True)
class NumberedRule:
    """One way onto a list: its number over the whole scheme, its list, its place there from 1."""

    number: int
    list: ListRule
    place: int
    trigger: ListTrigger


@dataclass(frozen=True, slots=True)
class NumberedLook:
    """One look at records: its number over the whole scheme, and whose look it is.

    Attributes:
        of: ``direct`` or ``ceiling``.
        place: The number of that direct grade or ceiling, from 0.
    """

    number: int
    of: Literal["direct", "ceiling"]
    place: int
    look: Look


def numbered_looks(scheme: Scheme) -> tuple[NumberedLook, ...]:
    """Number the looks of direct grades, then those of ceilings, in the order of the file."""
    found: list[NumberedLook] = []
    for place, direct in enumerate(scheme.direct):
        for look in direct.looks:
            found.append(NumberedLook(len(found), "direct", place, look))
    for place, ceiling in enumerate(scheme.ceilings):
        for look in ceiling.looks:
            found.append(NumberedLook(len(found), "ceiling", place, look))
    return tuple(found)


def numbered_rules(scheme: Scheme) -> tuple[NumberedRule, ...]:
    """Number the ways onto the lists of a scheme, in the order of the file."""
    ways = [
        (rule, place, trigger)
        for rule in scheme.lists
        for place, trigger in enumerate(rule.enters_on, 1)
    ]
    return tuple(NumberedRule(number, *way) for number, way in enumerate(ways))


@dataclass(frozen=True)
class Days:
    """The windows and dated numbers of one scheme, numbered.

    Attributes:
        side: What the scheme's small tables are told apart by, in a plan of two schemes.
    """

    scheme: Scheme
    side: str = ""

    @cached_property
    def windows(self) -> tuple[Span, ...]:
        """Every window back from the day asked about, each once, in order of appearance."""
        return tuple(dict.fromkeys(_windows(self.scheme)))

    @cached_property
    def numbers(self) -> tuple[Dated, ...]:
        """Every number that has a history, each once, in order of appearance."""
        return tuple(dict.fromkeys(n for n in _numbers(self.scheme) if _fixed(n) is None))

    def table(self, name: str) -> str:
        """The name of a small table that is made of this scheme."""
        return name + self.side

    def opens(self, window: Span) -> str:
        """The column that holds the day after which a window counts."""
        return f"opens_{self.windows.index(window)}"

    def number(self, number: Dated) -> Thousandths | str:
        """A number without a history as it is; else the column that holds it."""
        fixed = _fixed(number)
        return fixed if fixed is not None else f"number_{self.numbers.index(number)}"

    def told(self, of: Day) -> dict[str, Day | Thousandths]:
        """The columns of one day.

        Raises:
            BadInput: When a number has no value yet on that day.
        """
        row: dict[str, Day | Thousandths] = {
            self.opens(window): window.before(of) for window in self.windows
        }
        for place, number in enumerate(self.numbers):
            try:
                row[f"number_{place}"] = number.on(of)
            except ValueError:
                raise _too_early(self.scheme, number, of) from None
        return row


def spans(scheme: Scheme, as_of: Iterable[Day]) -> Iterator[tuple[int, Day, Day]]:
    """For each accumulation and each day that may complete it: its number, the day, where it opens.

    Only days within the list's own length back from a day asked about can complete one.
    """
    asked = sorted(set(as_of))
    for rule in numbered_rules(scheme):
        if isinstance(rule.trigger, OnAccumulation) and asked:
            days = {day for last in asked for day in _days(rule.list.lasts.before(last), last)}
            for day in sorted(days):
                yield rule.number, day, rule.trigger.within.before(day)


def uses_of_factors(scheme: Scheme) -> tuple[Use, ...]:
    """Which type each factor counts."""
    return tuple(Use(number, factor.counts) for number, factor in enumerate(scheme.factors))


def uses_of_looks(scheme: Scheme) -> tuple[Use, ...]:
    """Which type each look of a direct grade or ceiling is at."""
    return tuple(Use(one.number, one.look.record) for one in numbered_looks(scheme))


def uses_of_mending(scheme: Scheme) -> tuple[Use, ...]:
    """Which type gives points back under each factor that gives any back."""
    return tuple(
        Use(number, factor.mended.record)
        for number, factor in enumerate(scheme.factors)
        if factor.mended is not None
    )


def uses_of_rules(scheme: Scheme) -> tuple[Use, ...]:
    """Which types each list rule looks at; for a grade held, the types that stand against it."""
    uses = []
    for rule in numbered_rules(scheme):
        if isinstance(rule.trigger, OnGradeHeld):
            uses += [Use(rule.number, type_) for type_ in dict.fromkeys(rule.trigger.without)]
        else:
            uses.append(Use(rule.number, rule.trigger.record))
    return tuple(uses)


def _fixed(number: Dated) -> Thousandths | None:
    """A number that never changed, or None for one with a history."""
    first, value = number.history[0]
    return value if len(number.history) == 1 and first == Day.min else None


def _days(after: Day, through: Day) -> Iterator[Day]:
    day = after + ONE_DAY
    while day <= through:
        yield day
        day += ONE_DAY


def _windows(scheme: Scheme) -> Iterator[Span]:
    windows = [factor.within for factor in scheme.factors]
    windows += [look.within for direct in scheme.direct for look in direct.looks]
    yield from (window for window in windows if window is not None)
    for rule in numbered_rules(scheme):
        if isinstance(rule.trigger, OnRecord | OnAccumulation):
            yield rule.list.lasts
        else:
            yield rule.trigger.during
    later = [look.within for ceiling in scheme.ceilings for look in ceiling.looks]
    later.append(scheme.scale.exposure.within if scheme.scale.exposure else None)
    later.append(scheme.stages.within if scheme.stages else None)
    yield from (window for window in later if window is not None)


def _numbers(scheme: Scheme) -> Iterator[Dated]:
    scale = scheme.scale
    yield from (number for number in (scale.base, scale.floor, scale.ceiling) if number)
    for factor in scheme.factors:
        match factor.points:
            case TabledPoints(table=table, otherwise=otherwise):
                yield from (number for _, number in table)
                if otherwise:
                    yield otherwise
            case RatedPoints(times=number) | SharePoints(full=number):
                yield number
            case constant:
                yield constant.points
        yield from factor.at_most.every_number()
        yield from (number for number in (factor.starts, factor.at_least) if number)
    for part in scheme.components:
        yield from (number for number in (part.at_most, part.at_least) if number)


def _too_early(scheme: Scheme, number: Dated, of: Day) -> BadInput:
    first = number.history[0][0]
    return BadInput(
        Text(
            zh=f"办法“{scheme.scheme}”的一个数值自{first}起才有规定，不能计算{of}的信用状况。",
            en=f'The scheme "{scheme.scheme}" has a number that is set from {first} on; '
            f"nothing can be computed for {of}.",
        )
    )
