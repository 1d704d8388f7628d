"""Two schemes in one plan say what each says by itself, over generated schemes and records.

The same few schemes are tried each time; ``EVENHAND_NIGHTLY=1`` tries many more.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from evenhand.kernel.periods import Clocks, moment
from evenhand.relational.duckdb import DuckDBEngine, Limits, Sources
from evenhand.schemes.scheme import Caps, Dated, InForce, Scheme, SharePoints
from evenhand.scoring.beside import beside
from evenhand.scoring.questions import ask
from tests.engines.every_scheme import SCHEMES, read
from tests.engines.every_scheme import dearer as capped
from tests.engines.every_scheme import world as shipped_world
from tests.reference.agreement import uncollected
from tests.reference.apart import asked_apart, asked_together
from tests.reference.generated_schemes import Case, some_cases
from tests.reference.generated_worlds import FIELD_KINDS, SUBJECTS, world
from tests.scoring_world import always, engine, evidence

CASES = 200 if os.environ.get("EVENHAND_NIGHTLY") == "1" else 12


def dearer(scheme: Scheme) -> Scheme:
    """Other simple caps for every second factor, other points for none."""

    def capped(place: int, caps: Caps) -> Caps:
        most = always(3_000 + 1_000 * place)
        return replace(caps, per_year=most) if place % 4 else replace(caps, in_all=most)

    factors = tuple(
        factor
        if place % 2 or isinstance(factor.points, SharePoints)
        else replace(factor, at_most=capped(place, factor.at_most))
        for place, factor in enumerate(scheme.factors)
    )
    return replace(scheme, factors=factors)


def shifted(scheme: Scheme) -> Scheme:
    """Another base, no floor, no component, the first factor gone."""
    base = Dated(tuple((day, value + 500) for day, value in scheme.scale.base.history))
    kept = tuple(replace(one, needs=None) for one in scheme.grades)
    return replace(
        scheme, scale=replace(scheme.scale, base=base, floor=None), components=(), grades=kept,
        factors=scheme.factors[1:],
    )  # fmt: skip


def turned(scheme: Scheme) -> Scheme:
    """The same rules where the other direction is the better one."""
    scale = scheme.scale
    turned_scale = (
        replace(scale, better="lower")
        if scale.better == "higher"
        else replace(scale, better="higher")
    )
    return replace(scheme, scale=turned_scale)


def clocks(case: Case) -> Clocks:
    """The two clocks of a case."""
    began, next_one = moment("1970-01-01T00:00:00Z"), moment("1970-01-01T00:00:00.000001Z")
    return Clocks(case.as_of, began + case.known_at * (next_one - began))


@uncollected()
def agree(case: Case, other: Scheme) -> bool:
    """Whether anything moves; the two ways say the same."""
    at = clocks(case)
    town, new = world(case.seed), InForce(other, case.in_force.public_since)
    with engine(town.rows, judgements=town.judgements, doubts=town.doubts, **FIELD_KINDS) as made:
        questions = ask(SUBJECTS, at)
        together = asked_together(beside(made, case.in_force, new, questions))
        assert together == asked_apart(made, case.in_force, new, questions)
    return bool(together[1])


@pytest.mark.slow
@pytest.mark.parametrize("change", [dearer, shifted, turned], ids=lambda change: change.__name__)
def test_a_reform_moves_whom_it_moves_when_each_is_asked_alone(
    change: Callable[[Scheme], Scheme],
) -> None:
    cases = some_cases(CASES)
    moved = [agree(case, change(case.in_force.scheme)) for case in cases]
    assert sum(moved) > CASES // 4


@pytest.mark.slow
def test_two_schemes_that_have_nothing_in_common_are_compared_too() -> None:
    cases = some_cases(CASES)
    pairs = pairwise(cases)
    moved = [agree(one, replace(other.in_force.scheme, digest="2")) for one, other in pairs]
    assert sum(moved) > CASES // 4


@pytest.mark.parametrize("path", SCHEMES, ids=lambda path: path.stem)
def test_every_shipped_scheme_and_a_reform_of_it_are_compared_as_when_asked_alone(
    path: Path,
) -> None:
    scheme = read(path)
    sources, questions = shipped_world(scheme)
    old, new = InForce(scheme, None), InForce(capped(scheme), None)
    with DuckDBEngine(sources, Limits(threads=1, memory="1GB")) as made:
        together = asked_together(beside(made, old, new, questions))
        assert together == asked_apart(made, old, new, questions)


def test_a_scheme_beside_itself_moves_nobody() -> None:
    for case in some_cases(6):
        assert not agree(case, case.in_force.scheme)


def test_asked_by_ranges_of_subjects_two_schemes_say_the_same() -> None:
    [case] = some_cases(1)
    town, at = world(case.seed), clocks(case)
    old, new = case.in_force, InForce(dearer(case.in_force.scheme), case.in_force.public_since)
    sources = Sources(rows=evidence(town.rows, **FIELD_KINDS), judgements=tuple(town.judgements))
    told = []
    for at_once in (1_000, 3):
        with DuckDBEngine(sources, Limits(threads=1, memory="1GB", at_once=at_once)) as made:
            told.append(asked_together(beside(made, old, new, ask(SUBJECTS, at))))
    assert len(SUBJECTS) > 3
    assert told[0] == told[1]


def test_two_schemes_public_since_different_days_are_refused() -> None:
    [case] = some_cases(1)
    other = InForce(case.in_force.scheme, case.as_of)
    with engine([]) as made, pytest.raises(ValueError, match="as if public since the same day"):
        beside(
            made,
            InForce(case.in_force.scheme, None),
            other,
            ask([1], Clocks(case.as_of, moment("2026-01-01T00:00:00Z"))),
        )
