"""Whole scheme files that must be refused: the head of each says by which findings, where, in which words.

A head line is ``# refused: CODE [RF-n] LINE:COLUMN sentence``; ``warned`` for what only warns.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evenhand.cli.explain_error import all_kinds
from evenhand.kernel.errors import SchemeRefused
from evenhand.kernel.findings import Finding, Kind
from evenhand.schemes.check import accept, check
from evenhand.schemes.findings import KINDS
from evenhand.schemes.prove import findings_of, prove
from evenhand.schemes.read import read_scheme
from evenhand.sources.catalogue import Catalogue
from tests.conftest import ROOT

BAD = sorted((ROOT / "tests" / "bad" / "schemes").glob("*.yaml"))
OF_FILES = [kind for kind in KINDS if kind.code.split("-")[1] in ("SCH", "FLOOR")]
"""What the reader and the checks find; what is proved has tests of its own."""

HEAD = re.compile(r"^# (refused|warned): ([EW]-[A-Z]+-\d+)( RF-\d+)? (\d+:\d+) (.+)$", re.M)


ABUSES = {
    "rongcheng-sheet": "RF-4",
    "rongcheng-sheet-on-known-records": "RF-1 RF-2 RF-5 RF-7 RF-9 RF-12 RF-13",
    "school-place-by-parents-debt": "RF-2 RF-3 RF-9",
    "relatives": "RF-9",
    "protest-and-language": "RF-4",
    "face-recognition": "RF-4",
    "gaming": "RF-4",
    "masks": "RF-3 RF-13",
    "masks-as-a-record": "RF-4",
    "ordered-treatment-praised": "RF-8",
    "private-shopping-score": "RF-4 RF-15",
    "private-programme": "RF-15",
    "unpublished-sanctions": "RF-7 RF-8",
    "measure-and-benefit-unknown": "RF-8",
    "open-ended-by-circumstances": "RF-13",
    "restricted-everywhere": "RF-8",
    "same-arrears-twice": "RF-8",
    "list-read-by-another-list": "RF-7",
    "list-used-elsewhere": "RF-7",
    "residents-grade-for-licences": "RF-7",
    "other-firms-made-d": "RF-4 RF-9",
    "neighbours-reports": "RF-5",
    "emergency-list-overnight": "RF-13",
    "overnight-rules": "RF-13",
    "residents-ranked": "RF-2",
    "residents-in-stages": "RF-2 RF-12",
    "residents-on-lists": "RF-2 RF-3",
    "listed-on-points": "RF-6",
    "five-days-to-object": "RF-10",
}
"""The documented abuses, by the file that tries each, and the rules of the floor that must refuse it."""


def stated(path: Path) -> list[tuple[str, str, str, str]]:
    """What the head of a file says: code, rule of the floor, place, sentence."""
    text = path.read_text(encoding="utf-8")
    return sorted((code, rule.strip(), at, said) for _, code, rule, at, said in HEAD.findall(text))


_FOUND: dict[Path, tuple[Finding, ...]] = {}


def found_in(path: Path, catalogue: Catalogue) -> tuple[Finding, ...]:
    """What is found against a file, looked for once."""
    if path not in _FOUND:
        _FOUND[path] = _find_in(path, catalogue)
    return _FOUND[path]


def _find_in(path: Path, catalogue: Catalogue) -> tuple[Finding, ...]:
    """What is found against a file, by the reader, else by the checks, else by the prover."""
    try:
        scheme = read_scheme(path.read_bytes(), path.name, catalogue)
    except SchemeRefused as refused:
        return refused.findings
    findings = check(scheme, catalogue)
    if not findings and scheme.kind == "official":
        return findings_of(prove(scheme, catalogue, {}))  # what the structure does not show
    with pytest.raises(SchemeRefused, match="is refused") as refused_by:
        accept(scheme, catalogue)
    told = refused_by.value.findings
    assert set(findings) <= set(told)  # accepting also refuses what no file can mend: a framework
    return told


@pytest.mark.parametrize("path", BAD, ids=lambda p: p.stem)
def test_a_bad_scheme_is_refused_in_these_words(path: Path, catalogue: Catalogue) -> None:
    findings = found_in(path, catalogue)
    said = sorted(
        (f.kind.code, f.kind.floor or "", str(f.place).split(":", 1)[1], f.sentence("en"))
        for f in findings
    )
    assert said == stated(path)


@pytest.mark.parametrize("path", BAD, ids=lambda p: p.stem)
def test_every_refusal_is_said_in_chinese_too(path: Path, catalogue: Catalogue) -> None:
    for finding in found_in(path, catalogue):
        said = finding.sentence("zh")
        assert re.search(r"[\u4e00-\u9fff]", said)
        assert not re.search(r"\{[a-z_]+\}", said)
        assert said.endswith("。")


@pytest.mark.parametrize(("name", "rules"), ABUSES.items())
def test_an_abuse_is_refused_by_its_rules(name: str, rules: str, catalogue: Catalogue) -> None:
    path = ROOT / "tests" / "bad" / "schemes" / f"{name}.yaml"
    refusing = {f.kind.floor for f in found_in(path, catalogue) if f.kind.weight == "stops"}
    assert refusing - {None} == set(rules.split())


def test_both_rows_of_the_department_sheet_that_contradict_themselves_are_refused(
    catalogue: Catalogue,
) -> None:
    path = ROOT / "tests" / "bad" / "schemes" / "suzhou-department-rows.yaml"
    said = [finding.sentence("en") for finding in found_in(path, catalogue)]
    assert any(s.startswith('"volume-row" says 8 points') and s.endswith("up to 5.") for s in said)
    assert any(s.startswith('"severity-row" says 1 points') and s.endswith("to 3.") for s in said)


def test_a_range_in_place_of_a_number_is_told_why(catalogue: Catalogue) -> None:
    """The open row of a sheet: an official would pick the number afterwards."""
    path = ROOT / "tests" / "bad" / "schemes" / "open-ended-other.yaml"
    (kind,) = {f.kind for f in found_in(path, catalogue) if ("read", "-5 to -50") in f.values}
    assert "a range (-5 to -50) or a word leaves the number to an official" in kind.why.en
    assert "give each its number in a table" in kind.mend.en


def test_there_are_many() -> None:
    assert len(BAD) >= 80


@pytest.mark.parametrize("kind", OF_FILES, ids=lambda k: k.code)
def test_every_kind_of_finding_has_a_bad_scheme(kind: Kind) -> None:
    codes = {code for path in BAD for code, *_ in stated(path)}
    assert kind.code in codes


def test_every_head_names_kinds_that_exist_with_their_rule() -> None:
    for path in BAD:
        assert stated(path), path.name
        for code, rule, *_ in stated(path):
            assert (all_kinds()[code].floor or "") == rule, path.name


def test_every_kind_of_the_floor_area_has_its_rule_in_its_number() -> None:
    for kind in OF_FILES:
        if kind.code.startswith("E-FLOOR-"):
            number = kind.code.removeprefix("E-FLOOR-")[:-1]
            assert kind.floor == f"RF-{number}"
        else:
            assert kind.floor is None


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.code)
def test_a_kind_says_why_and_what_to_do(kind: Kind) -> None:
    for text in (kind.why, kind.mend):
        assert text.en.endswith(".")
        assert text.zh.endswith("。")
