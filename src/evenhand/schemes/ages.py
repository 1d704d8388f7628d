"""What age leaves of points, by when a wrong had to be mended, which stretch of a rolling cap holds a day.

Everything is worked out here with whole numbers and decimals, for each day that a record may have,
and enters a plan as small tables: no engine ever raises two to a power. Days go back to the opening of
the window, without a window to ``EARLIEST``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import lru_cache
from typing import Final, assert_never

from evenhand.kernel.periods import ONE_DAY, Day, Span
from evenhand.schemes.scheme import (
    Deadline,
    Factor,
    Fade,
    HalfLifeFade,
    LinearFade,
    Scheme,
    StepFade,
    Thousandths,
)

EARLIEST: Final = Day(1900, 1, 1)
"""The first day that admission takes; nothing happened before."""

OF_EXPOSURE: Final = -1
"""The number of the exposure among the factors of the table of ages."""

_WHOLE: Final = 1000
_MILLION: Final = 10**6
_HALF: Final = Decimal("0.5")
_EXACT: Final = Context(prec=50, rounding=ROUND_HALF_EVEN)


@dataclass(frozen=True, slots=True)
class Age:
    """One day under one factor, seen from one day asked about.

    Attributes:
        number: The factor's number, or ``OF_EXPOSURE``.
        times: With ``over``: ``times / over`` of the points are left; 1 over 1 without fading.
        gains_stretch: Which stretch of the cap on gains holds the day, from 0 back; 0 without one.
        losses_stretch: Likewise of the cap on losses.
        stretch: Likewise of the cap on both.
    """

    number: int
    as_of: Day
    happened: Day
    times: int
    over: int
    gains_stretch: int
    losses_stretch: int
    stretch: int


@dataclass(frozen=True, slots=True)
class Aging:
    """One factor seen from one day asked about: what the ages of its records are worked out from.

    Attributes:
        number: The factor's number, or ``OF_EXPOSURE``.
        rolling: The lengths of its rolling caps on gains, on losses and on both.
    """

    number: int
    as_of: Day
    within: Span | None
    fade: Fade | None
    rolling: tuple[Span | None, Span | None, Span | None]


@dataclass(frozen=True, slots=True)
class Mending:
    """One factor that gives points back, and the days after one and through another of its wrongs."""

    number: int
    by: tuple[Deadline, ...]
    after: Day
    through: Day


def aging(scheme: Scheme) -> tuple[int, ...]:
    """The numbers of the factors that fade or have a rolling cap, and of the exposure if it fades."""
    numbers = [
        number
        for number, factor in enumerate(scheme.factors)
        if factor.fade is not None or any(rolling_spans(factor))
    ]
    exposure = scheme.scale.exposure
    if exposure is not None and exposure.fade is not None:
        numbers.append(OF_EXPOSURE)
    return tuple(numbers)


def rolling_spans(factor: Factor) -> tuple[Span | None, Span | None, Span | None]:
    """The lengths of a factor's rolling caps on gains, on losses and on both."""
    caps = factor.at_most
    gains, losses, both = (
        limits.rolling.within if limits is not None and limits.rolling is not None else None
        for limits in (caps.gains, caps.losses, caps)
    )
    return gains, losses, both


def ages(scheme: Scheme, as_of: Iterable[Day]) -> Iterator[Aging]:
    """What is to be worked out, for each factor that needs it and each day asked about."""
    asked = sorted(set(as_of))
    exposure = scheme.scale.exposure
    for number in aging(scheme):
        for day in asked:
            if number != OF_EXPOSURE:
                factor = scheme.factors[number]
                yield Aging(number, day, factor.within, factor.fade, rolling_spans(factor))
            elif exposure is not None:
                yield Aging(number, day, exposure.within, exposure.fade, (None, None, None))


def deadlines(scheme: Scheme, as_of: Iterable[Day]) -> Iterator[Mending]:
    """The days of a wrong for which last days to mend it are wanted, factor by factor."""
    asked = sorted(set(as_of))
    for number, factor in enumerate(scheme.factors):
        if factor.mended is None or not asked:
            continue
        after = EARLIEST - ONE_DAY
        if factor.within is not None and factor.since is None:
            after = max(after, factor.within.before(asked[0]))
        by = tuple(back.by for back in factor.mended.gives_back)
        yield Mending(number, by, after, asked[-1])


def last_days(by: Deadline, after: Day, through: Day) -> list[Day]:
    """The last day to mend a wrong of each day after one and through another."""
    return [_last_day(by, day) for day in days_between(after, through)]


def most_deadlines(scheme: Scheme) -> int:
    """The greatest number of deadlines that a factor of the scheme has."""
    counts = [len(factor.mended.gives_back) for factor in scheme.factors if factor.mended]
    return max(counts, default=0)


def each_age(of: Aging) -> Iterator[Age]:
    """The ages under one factor on one day, day by day."""
    opens = of.within.before(of.as_of) if of.within is not None else None
    after = max(EARLIEST - ONE_DAY, opens) if opens is not None else EARLIEST - ONE_DAY
    days = days_between(after, of.as_of)
    stretches = [_stretches(of.as_of, span, days) for span in of.rolling]
    for place, day in enumerate(days):
        times, over = _weight(of.fade, day, of.as_of, opens)
        gains, losses, both = (stretch[place] for stretch in stretches)
        yield Age(of.number, of.as_of, day, times, over, gains, losses, both)


def _weight(fade: Fade | None, day: Day, as_of: Day, opens: Day | None) -> tuple[int, int]:
    match fade:
        case None:
            return 1, 1
        case StepFade(steps=steps):
            left = (step.times for step in steps if day > step.until.before(as_of))
            return next(left, 0), _WHOLE
        case LinearFade():
            if opens is None:
                raise ValueError("points that fade linearly have a window")
            return (day - opens).days, (as_of - opens).days
        case HalfLifeFade(half_life=half_life):
            return _halved((as_of - day).days, (as_of - half_life.before(as_of)).days), _MILLION
    assert_never(fade)


@lru_cache(maxsize=65536)
def _halved(age: int, half_life: int) -> Thousandths:
    """Millionths that an age in days leaves, rounded half to even.

    A whole number of half-lives is a power of one half; only there can a number lie halfway between two
    millionths, because no other power of two is a fraction. The rest of the age is found in a table
    that is worked out once.
    """
    whole, rest = divmod(age, half_life)
    left = _EXACT.multiply(_EXACT.power(_HALF, whole), _within_one(half_life)[rest])
    return int(_EXACT.multiply(left, Decimal(_MILLION)).to_integral_value(ROUND_HALF_EVEN))


@lru_cache(maxsize=64)
def _within_one(half_life: int) -> tuple[Decimal, ...]:
    """What each day of one half-life leaves; 50 digits, of which multiplying spoils the last few."""
    daily = _EXACT.power(Decimal(2), _EXACT.divide(Decimal(-1), Decimal(half_life)))
    left = [Decimal(1)]
    for _ in range(half_life - 1):
        left.append(_EXACT.multiply(left[-1], daily))
    return tuple(left)


def _stretches(as_of: Day, span: Span | None, days: list[Day]) -> list[int]:
    """The stretch that holds each of some ascending days; each begins a whole multiple back."""
    if span is None:
        return [0] * len(days)
    found: list[int] = []
    number, opens = 0, span.before(as_of)
    for day in reversed(days):
        while day <= opens:
            number += 1
            opens = _back(as_of, span, number + 1)
        found.append(number)
    return found[::-1]


def _back(as_of: Day, span: Span, times: int) -> Day:
    """So many spans back from a day; a day before all days when that lies before the first."""
    try:
        return Span(span.count * times, span.unit).before(as_of)
    except (ValueError, OverflowError):
        return Day.min


def _last_day(by: Deadline, happened: Day) -> Day:
    if by == "year_end":
        return Day(happened.year, 12, 31)
    if by == "next_year_end":
        return Day(happened.year + 1, 12, 31)
    return by.after(happened)


def days_between(after: Day, through: Day) -> list[Day]:
    """Each day after one and through another."""
    first, last = after.toordinal() + 1, through.toordinal()
    return [Day.fromordinal(ordinal) for ordinal in range(first, last + 1)]
