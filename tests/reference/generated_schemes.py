"""Generated schemes: factors with everything between them and a standing, and lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS

from evenhand.kernel.ids import RecordType
from evenhand.kernel.periods import Day
from evenhand.schemes.scheme import (
    CeilingGrade,
    Component,
    Dated,
    DirectGrade,
    Exposure,
    InForce,
    ListRule,
    Look,
    OfEach,
    PeerGroup,
    Scheme,
    Stage,
    Stages,
)
from tests.reference.generated_parts import (
    chance,
    dated_of,
    factors,
    few_conditions,
    least,
    perhaps,
    points,
    step_fades,
    windows,
)
from tests.reference.generated_worlds import ASKED, MOMENTS, STAGES, TYPES
from tests.scoring_world import (
    HERE,
    accumulates,
    always,
    black,
    grade_held,
    on_record,
    red,
    scheme,
    text,
)

SEED = 2026
"""Makes the schemes that are tried each time."""
STEADY = "steady"
"""Draws the same numbers whichever modules a test run has loaded before."""
AVAILABLE_PROVIDERS[STEADY] = "tests.reference.steady.Steady"
BANDS = ("D", "C", "B", "A")
"""From worst to best."""
BOUNDS = [(None, None), (-4_000, 9_000), (0, None), (None, 7_000), (1_000, 3_000)]
"""Floor and ceiling, as far from the base; a ceiling with a history may lie below the floor."""
PUBLIC = [Day(2020, 1, 1), Day(2025, 2, 28), Day(2025, 12, 31), Day(2026, 3, 31)]
types = st.sampled_from(TYPES)


@dataclass(frozen=True)
class Case:
    """A scheme and what is asked: over which world, on which day, by what was known when."""

    in_force: InForce
    seed: int
    as_of: Day
    known_at: int


@st.composite
def components(draw: st.DrawFn, names: list[str]) -> tuple[Component, ...]:
    """Factors put together, each in one component at most."""
    if len(names) < 2 or not draw(chance(45)):
        return ()
    split = draw(st.integers(1, len(names) - 1))
    parts = [names[:split], names[split:]] if draw(st.booleans()) else [names[:split]]
    return tuple(
        Component(
            f"component-{number}",
            text("part"),
            tuple(part),
            draw(perhaps(60, dated_of(st.integers(0, 3_000)))),
            draw(perhaps(60, dated_of(st.integers(-2_000, 4_000)))),
            HERE,
        )
        for number, part in enumerate(parts)
    )


exposures = st.builds(
    Exposure,
    st.sampled_from(["inspection", "inspection", "return"]).map(RecordType),
    few_conditions,
    windows,
    st.sampled_from([None, "hours"]),
    st.sampled_from(["all", "latest"]),
    perhaps(40, step_fades),
    st.sampled_from([1, 1, 2, 3]),
    st.just(HERE),
)
peer_groups = st.builds(
    PeerGroup,
    st.sampled_from([(1,), (1, 2), (1, 3, 5), (2, 4)]),
    st.integers(1, 4),
    st.just(HERE),
)


@st.composite
def looks(draw: st.DrawFn) -> Look:
    return Look(
        RecordType(draw(types)),
        draw(few_conditions),
        draw(windows),
        draw(st.sampled_from(["any", "latest"])),
        HERE,
        draw(few_conditions),
        draw(perhaps(30, st.integers(1, 3))),
    )


several_looks = st.lists(looks(), min_size=1, max_size=3).map(tuple)


@st.composite
def direct_grades(draw: st.DrawFn) -> DirectGrade:
    grade = draw(st.sampled_from(["A", "B", "C", "D", "pending", None]))
    title = text("pending") if grade == "pending" else None
    return DirectGrade(grade, text("by itself"), draw(several_looks), HERE, title)


ceilings = st.builds(
    CeilingGrade,
    st.sampled_from(BANDS),
    st.just(text("not above")),
    several_looks,
    st.just(HERE),
)


@st.composite
def stages(draw: st.DrawFn, base: int, better: str) -> Stages:
    """Measures from the mildest on, the first near the base."""
    worse = -1 if better == "higher" else 1
    first = base + worse * draw(st.sampled_from([-4_000, 0, 500]))
    number = draw(st.integers(2, 3))
    steps = tuple(
        Stage(
            name,
            text(name),
            first + worse * 1_500 * place,
            draw(perhaps(60, st.integers(-3_000, 3_000).map(lambda off: first + off))),
            HERE,
        )
        for place, name in enumerate(STAGES[:number])
    )
    return Stages(RecordType("measure"), "stage", draw(windows), steps, HERE)


@st.composite
def lists(draw: st.DrawFn, number: int) -> ListRule:
    kind = draw(types)
    several = accumulates(
        draw(types),
        *draw(few_conditions),
        same=draw(st.sampled_from(["kind", "code"])),
        times=draw(st.integers(1, 3)),
        within=draw(st.sampled_from(["6 months", "12 months", "1 year"])),
    )
    lasts = draw(st.sampled_from(["6 months", "12 months", "36 months"]))
    alone = on_record(kind, *draw(few_conditions))
    if draw(st.booleans()):
        return black(f"black-{number}", alone, several, lasts=lasts)
    without = draw(st.sampled_from([(), (kind,)]))
    held = grade_held(
        draw(st.sampled_from(BANDS)), draw(st.sampled_from(["1 month", "3 months"])), *without
    )
    triggers = draw(st.sampled_from([(several, held), (held,), (alone, held)]))
    return red(f"red-{number}", *triggers, lasts=lasts)


@st.composite
def needs(draw: st.DrawFn, names: list[str]) -> dict[str, OfEach]:
    """Second conditions of some bands."""
    if not names or not draw(chance(35)):
        return {}
    of = st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True).map(tuple)
    bound = st.integers(-3_000, 3_000)
    second = st.builds(OfEach, of, perhaps(60, bound), perhaps(60, bound))
    bands = draw(st.lists(st.sampled_from(BANDS), min_size=1, max_size=3, unique=True))
    return {band: draw(second) for band in bands}


def bands(base: int, better: str, ranked: bool) -> dict[str, int]:
    """Where bands start: around the base, or at percentiles."""
    starts = [0, 25_000, 50_000, 80_000] if ranked else [0, base - 2_000, base + 1, base + 3_000]
    return dict(zip(BANDS if better == "higher" else BANDS[::-1], sorted(starts), strict=True))


@st.composite
def schemes(draw: st.DrawFn) -> Scheme:
    base, better = draw(st.sampled_from([0, 100_000])), draw(st.sampled_from(["higher", "lower"]))
    made = [
        draw(factors(number)) for number in range(draw(st.sampled_from([0, 1, 2, 2, 3, 3, 4, 5])))
    ]
    exposure = draw(perhaps(40, exposures))
    peers = draw(perhaps(60, peer_groups)) if exposure else None
    together = draw(components([factor.factor for factor in made]))
    names = [factor.factor for factor in made] + [one.component for one in together]
    floor, ceiling = draw(st.sampled_from(BOUNDS))
    parts: dict[str, Any] = {
        "base": draw(st.just(always(base)) | points.map(lambda of: _shifted(of, base))),
        "floor": None if floor is None else always(base + floor),
        "ceiling": None if ceiling is None else _shifted(draw(least), base + ceiling),
        "better": better,
        "exposure": exposure,
        "peers": peers,
        "grades": bands(base, better, peers is not None),
        "needs": draw(needs(names)),
        "components": together,
        "direct": tuple(draw(st.lists(direct_grades(), max_size=3))),
        "ceilings": tuple(draw(st.lists(ceilings, max_size=2))),
        "stages": draw(perhaps(30, stages(base, better))),
        "lists": tuple(draw(lists(number)) for number in range(draw(st.integers(0, 2)))),
    }
    return scheme(*made, **parts)


def _shifted(number: Dated, by: int) -> Dated:
    return Dated(tuple((day, value + by) for day, value in number.history))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    in_force = InForce(draw(schemes()), draw(st.none() | st.sampled_from(PUBLIC)))
    known_at = draw(st.sampled_from([*MOMENTS, *MOMENTS[-1:] * 4]))
    return Case(in_force, draw(st.integers(0, 10**9)), draw(st.sampled_from(ASKED)), known_at)


def some_cases(count: int, of: int = SEED) -> list[Case]:
    """So many generated cases; the same for the same seed."""
    found: list[Case] = []

    @seed(of)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
        backend=STEADY,
    )
    @given(cases())
    def collect(case: Case) -> None:
        found.append(case)

    collect()
    return found
