"""The compiled plan against the plain interpreter, over generated schemes and records.

Each scheme is put to twenty subjects of a register of its own. The same three hundred schemes are
tried each time; ``EVENHAND_NIGHTLY=1`` tries three thousand fresh ones and makes a failing one small.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.reference.agreement import planned
from tests.reference.generated_schemes import SEED, STEADY, Case, cases
from tests.reference.outcome import interpreted

NIGHTLY = os.environ.get("EVENHAND_NIGHTLY") == "1"


def _the_same(test: Callable[[], Any]) -> Callable[[], Any]:
    """Try the same schemes each time, but for the nightly run."""
    return test if NIGHTLY else seed(SEED)(test)


@pytest.mark.slow
@_the_same
@settings(
    max_examples=3_000 if NIGHTLY else 300,
    deadline=None,
    database=None,
    phases=(Phase.generate, Phase.shrink) if NIGHTLY else (Phase.generate,),
    suppress_health_check=list(HealthCheck),
    backend="hypothesis" if NIGHTLY else STEADY,
)
@given(cases())
def test_plan_and_interpreter_agree(case: Case) -> None:
    said, read = planned(case), interpreted(case)
    assert said.standings == read.standings
    assert said.told == read.told
    assert said.grounds == read.grounds
