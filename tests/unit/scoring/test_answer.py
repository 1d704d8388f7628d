"""What somebody else learns of a resident: yes, or the same bytes for every other reason (RF-1, C3)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenhand.kernel.periods import Day
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import Scheme
from evenhand.scoring.answer import benefit_answer
from evenhand.sources.read_catalogue import read_catalogue
from tests.conftest import ROOT

ON = Day(2026, 3, 2)
FILE: Path = ROOT / "src/evenhand/shipped/schemes/linhe/linhe-osmanthus.yaml"


@pytest.fixture(scope="module")
def osmanthus() -> Scheme:
    return read_scheme(FILE.read_bytes(), FILE.name, read_catalogue())


def test_rf_1_never_joined_left_below_and_unknown_give_equal_bytes(osmanthus: Scheme) -> None:
    nobody = benefit_answer(osmanthus, "bus-20", None, ON)
    below = benefit_answer(osmanthus, "bus-20", "base", ON)
    assert nobody == below
    assert json.loads(nobody)["answer"] == "no information"


def test_a_level_that_is_reached_opens_its_benefits_and_no_others(osmanthus: Scheme) -> None:
    said = {
        (benefit, grade): json.loads(benefit_answer(osmanthus, benefit, grade, ON))["answer"]
        for benefit in ("bus-20", "museum-ticket")
        for grade in ("base", "silver", "gold")
    }
    assert {key for key, answer in said.items() if answer == "open"} == {
        ("bus-20", "silver"),
        ("bus-20", "gold"),
        ("museum-ticket", "gold"),
    }


def test_rf_2_no_answer_names_points_level_version_or_a_reason(osmanthus: Scheme) -> None:
    for grade in (None, "base", "silver", "gold"):
        said = json.loads(benefit_answer(osmanthus, "bus-20", grade, ON))
        assert set(said) == {"form", "scheme", "benefit", "on", "answer"}
        assert not {"base", "silver", "gold", osmanthus.version} & {str(v) for v in said.values()}


@given(grade=st.text(max_size=12))
def test_rf_1_any_other_level_is_no_information(osmanthus: Scheme, grade: str) -> None:
    if grade not in ("silver", "gold"):
        assert benefit_answer(osmanthus, "bus-20", grade, ON) == benefit_answer(
            osmanthus, "bus-20", None, ON
        )


def test_a_benefit_that_is_none_is_refused(osmanthus: Scheme) -> None:
    with pytest.raises(KeyError, match="school-place"):
        benefit_answer(osmanthus, "school-place", "gold", ON)
