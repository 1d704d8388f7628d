"""Generated parts of schemes: numbers, conditions, points, caps, fading, factors."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from evenhand.kernel.ids import RecordType
from evenhand.kernel.periods import Day, Span
from evenhand.schemes.scheme import (
    Caps,
    Condition,
    ConstantPoints,
    Counting,
    Dated,
    Factor,
    Fade,
    FadeStep,
    GiveBack,
    HalfLifeFade,
    Limits,
    LinearFade,
    Mended,
    PointRule,
    RatedPoints,
    RollingCap,
    SharePoints,
    StepFade,
    TabledPoints,
)
from tests.reference.generated_worlds import CODES
from tests.scoring_world import HERE, always, factor, where

COUNTED = ("penalty", "penalty", "penalty", "rating", "return")
WINDOWS = ("1 month", "90 days", "12 months", "12 months", "24 months", "2 years", None, None)
LENGTHS = ("1 day", "30 days", "1 month", "3 months", "6 months", "12 months", "1 year", "2 years")
COUNTING: tuple[Counting, ...] = ("each", "each", *get_args(Counting))


def chance(percent: int) -> st.SearchStrategy[bool]:
    """True so many times in a hundred."""
    return st.integers(0, 99).map(lambda drawn: drawn >= 100 - percent)


def perhaps(percent: int, some: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Something so many times in a hundred, else None."""
    return chance(percent).flatmap(lambda yes: some if yes else st.none())


def span(*lengths: str) -> st.SearchStrategy[Span]:
    return st.sampled_from([Span.parse(length) for length in lengths or LENGTHS])


windows = st.sampled_from([None if said is None else Span.parse(said) for said in WINDOWS])


def dated_of(numbers: st.SearchStrategy[int]) -> st.SearchStrategy[Dated]:
    """A number, one time in three with a history."""
    history = st.tuples(numbers, numbers, st.sampled_from([Day(2025, 7, 1), Day(2026, 1, 1)]))
    return st.one_of(
        numbers.map(always),
        numbers.map(always),
        history.map(lambda two: Dated(((Day(2019, 1, 1), two[0]), (two[2], two[1])))),
    )


points = dated_of(st.integers(-9_000, 9_000))
room = dated_of(st.integers(0, 12_000))
least = dated_of(st.integers(-8_000, 4_000))

conditions: st.SearchStrategy[Condition] = st.one_of(
    st.tuples(
        st.just("hours"),
        st.sampled_from(["is", "at_least", "at_most", "more_than", "less_than"]),
        st.integers(0, 40),
    ).map(lambda test: where(*test)),
    st.lists(st.sampled_from(CODES), min_size=1, max_size=2, unique=True).map(
        lambda codes: where("code", "one_of", *codes)
    ),
    st.sampled_from(["minor", "serious"]).map(lambda severity: where("severity", "is", severity)),
    st.booleans().map(lambda flag: where("flag", "is", flag)),
    st.dates(Day(2024, 1, 1), Day(2026, 1, 1)).map(lambda day: where("since", "at_least", day)),
)
few_conditions = chance(30).flatmap(
    lambda yes: st.lists(conditions, min_size=1, max_size=2).map(tuple) if yes else st.just(())
)


@st.composite
def point_rules(draw: st.DrawFn) -> PointRule:
    kind = draw(st.sampled_from(["constant", "constant", "constant", "hours", "amount", "table"]))
    if kind == "constant":
        return ConstantPoints(draw(points))
    if kind == "table":
        codes = draw(st.lists(st.sampled_from(CODES), min_size=1, unique=True))
        table = tuple((code, draw(points)) for code in codes)
        return TabledPoints("code", table, draw(st.none() | points))
    if kind == "hours":
        return RatedPoints(kind, draw(points))
    return RatedPoints(kind, draw(dated_of(st.integers(-40, 40))), amount=True)


rolling = st.builds(RollingCap, span(*LENGTHS[1:]), room)


def limits_of(percent: int, made: type[Limits] = Limits) -> st.SearchStrategy[Any]:
    """Caps for some of the periods."""
    return st.builds(
        made,
        per_year=perhaps(percent, room),
        in_all=perhaps(percent, room),
        per_day=perhaps(percent // 2, room),
        per_month=perhaps(percent, room),
        rolling=perhaps(2 * percent, rolling),
    )


@st.composite
def caps(draw: st.DrawFn) -> Caps:
    if not draw(chance(60)):
        return Caps()
    both: Caps = draw(limits_of(20, Caps))
    gains, losses = (draw(perhaps(30, limits_of(40))) for _ in range(2))
    return Caps(
        both.per_year, both.in_all, both.per_day, both.per_month, both.rolling, gains, losses
    )


def fades(window: Span | None) -> st.SearchStrategy[Fade]:
    """Fading of one of three kinds; in a straight line only within a window."""
    kinds: list[st.SearchStrategy[Fade]] = [
        step_fades,
        span("30 days", "3 months", "12 months", "2 years").map(HalfLifeFade),
    ]
    if window is not None:
        kinds += [st.just(LinearFade()), st.just(LinearFade())]
    return st.one_of(kinds)


@st.composite
def _step_fades(draw: st.DrawFn) -> StepFade:
    ages = draw(st.sampled_from([(6, 12, 24), (3, 18), (12,), (1, 2, 3)]))
    times = st.sampled_from([3000, 2000, 1500, 1000, 800, 333, 1, 0])
    return StepFade(tuple(FadeStep(Span(age, "month"), draw(times)) for age in ages))


step_fades: st.SearchStrategy[StepFade] = _step_fades()


@st.composite
def mended(draw: st.DrawFn) -> Mended:
    deadlines = st.sampled_from(
        ["year_end", "next_year_end", *map(Span.parse, ("15 days", "3 months", "12 months"))]
    )
    shares = st.sampled_from([1000, 800, 400, 200, 333])
    backs = st.lists(st.builds(GiveBack, deadlines, shares), min_size=1, max_size=3)
    return Mended(RecordType("repair"), tuple(draw(backs)), HERE)


@st.composite
def factors(draw: st.DrawFn, number: int) -> Factor:
    """One factor; a share now and then, which neither fades nor chooses."""
    name, window = f"factor-{number}", draw(windows)
    bounds: dict[str, Any] = {
        "where": draw(few_conditions),
        "unless": draw(few_conditions) if draw(st.booleans()) else (),
        "since": draw(perhaps(20, st.just("since"))),
        "starts": draw(perhaps(20, points)),
        "at_least": draw(perhaps(20, least)),
    }
    within = None if window is None else str(window)
    if draw(chance(15)):
        full_from, minimum = draw(st.sampled_from([800, 950, 1000])), draw(st.integers(0, 30))
        rule = SharePoints("loaded", "supplied", draw(points), full_from, minimum)
        only = Caps(in_all=draw(perhaps(30, room)))
        return factor(name, "return", rule, within=within, caps=only, **bounds)
    kind = draw(st.sampled_from(COUNTED))
    return factor(
        name,
        kind,
        draw(point_rules()),
        counting=draw(st.sampled_from(COUNTING)),
        within=within,
        caps=draw(caps()),
        fade=draw(perhaps(35, fades(window))),
        mended=draw(perhaps(50 if kind == "penalty" else 10, mended())),
        **bounds,
    )
