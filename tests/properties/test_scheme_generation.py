"""What is generated is not empty: every keyword, standings off the base, breaks that are noticed."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.properties.scheme_mutants import MUTANTS
from tests.reference.generated_schemes import Case, some_cases
from tests.reference.keywords import keywords, used
from tests.reference.outcome import Outcome, interpreted

LEAST = 10
"""How many of the three hundred schemes must use a keyword."""


@pytest.fixture(scope="module")
def tried() -> list[Case]:
    """The three hundred cases on which plan and interpreter are held to agree."""
    return some_cases(300)


@pytest.fixture(scope="module")
def read(tried: list[Case]) -> list[Outcome]:
    """What the interpreter says of them."""
    return [interpreted(case) for case in tried]


def test_every_keyword_occurs(tried: list[Case]) -> None:
    found = Counter(word for case in tried for word in used(case.in_force.scheme))
    assert len(tried) == 300
    assert {word: found[word] for word in keywords() if found[word] < LEAST} == {}


def test_a_third_of_all_standings_differ_from_the_base(
    tried: list[Case], read: list[Outcome]
) -> None:
    differ = [
        standing["points"] != case.in_force.scheme.scale.base.on(case.as_of)
        for case, outcome in zip(tried, read, strict=True)
        for standing in outcome.standings
    ]
    assert len(differ) == 6_000
    assert 3 * sum(differ) >= len(differ)


def test_every_step_and_every_outcome_occurs(read: list[Outcome]) -> None:
    steps: Counter[str] = Counter()
    outcomes: Counter[str] = Counter()
    for outcome in read:
        for told in outcome.told:
            steps.update({one.step for one in told})
            steps.update({one.why for one in told if one.why})
        for standing in outcome.standings:
            outcomes.update(name for name, held in standing.items() if held is not None)
        outcomes["grounds"] += len(outcome.grounds)
    expected = {
        *("base", "points", "mended", "start", "daily_cap", "monthly_cap", "yearly_cap"),
        *("rolling_cap", "total_cap", "least", "component", "exposure", "floor", "ceiling"),
        *("outside_window", "not_yet", "condition", "excused", "superseded", "later_one"),
        *("in_doubt", "before_public", "retention_over", "validity_over", "retracts"),
        *("no_factor", "too_few"),
    }
    assert {step: steps[step] for step in expected if steps[step] < LEAST} == {}
    stated = {"points", "grade", "direct", "ceiling", "rank", "stage", "reduced_to", "grounds"}
    assert {name: outcomes[name] for name in stated if outcomes[name] < LEAST} == {}


@pytest.mark.slow
@pytest.mark.parametrize("broken", MUTANTS)
def test_a_broken_reading_is_noticed(
    broken: str, tried: list[Case], read: list[Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    mutant = MUTANTS[broken]
    monkeypatch.setattr(mutant.module, mutant.name, mutant.instead)
    noticed = (case for case, right in zip(tried, read, strict=True) if interpreted(case) != right)
    assert next(noticed, None) is not None, f"nothing notices: {broken}"
