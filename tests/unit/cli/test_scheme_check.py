"""The check of scheme files: verdicts of all rules, made-up records, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evenhand.cli.scheme_check import check_files
from evenhand.cli.voice import Voice, speak_with
from evenhand.kernel.text import Language
from tests.conftest import ROOT

POINTS = ROOT / "tests" / "good" / "schemes" / "town-points.yaml"


@pytest.mark.parametrize(
    ("language", "said"), [("en", "kept by the register"), ("zh", "由登记系统遵守")]
)
def test_every_rule_has_its_verdict(
    language: Language, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    speak_with(Voice(language))
    assert check_files(POINTS) == 0
    out = capsys.readouterr().out
    assert all(f"RF-{n} " in out for n in range(1, 17))
    assert out.count(said) == 3


def test_a_refuted_rule_is_refused_with_a_made_up_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "low.yaml"
    file.write_text(
        POINTS.read_text(encoding="utf-8").replace("floor: 100", "floor: 0"), encoding="utf-8"
    )
    speak_with(Voice("en"))
    assert check_files(file) == 2
    said = capsys.readouterr()
    assert "E-PROVE-01  Points can leave the range 100 – 200." in said.err
    assert "- {name: made up, on: 2027-03-02, records: [{speeding_decision: {on: " in said.out
    assert "refuted" in said.out


def test_a_framework_that_is_nowhere_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "local.yaml"
    text = POINTS.read_text(encoding="utf-8")
    named = 'framework: {scheme: nowhere, version: "1"}\nsubjects:'
    file.write_text(text.replace("subjects:", named, 1), encoding="utf-8")
    speak_with(Voice("en"))
    assert check_files(file, frameworks=tmp_path) == 2
    assert 'There is no framework "nowhere 1" at hand.' in capsys.readouterr().err


def test_the_verdicts_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    speak_with(Voice("en", as_json=True))
    assert check_files(POINTS) == 0
    speak_with(Voice("en"))
    [one] = json.loads(capsys.readouterr().out)
    assert one["accepted"] is True
    assert [rule["rule"] for rule in one["rules"]] == [*(f"RF-{n}" for n in range(1, 17)), ""]
    claims = {claim["claim"]: claim for rule in one["rules"] for claim in rule["claims"]}
    assert claims["points-in-range"]["outcome"] == "proved"
    assert claims["points-in-range"]["means"] == "solver"
