"""What RF-4 keeps out of free text, and what only looks like it."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenhand.kernel.codes import resident_check_character, uscc_check_character
from evenhand.kernel.findings import Kind, Place, found
from evenhand.kernel.text import LANGUAGES
from evenhand.records.prohibited import suspect
from evenhand.records.prohibited_findings import KINDS, RESIDENT_NUMBER
from evenhand.records.prohibited_terms import TERMS

GOLDEN = Path(__file__).parents[2] / "golden" / "prohibited"
POSITIVES = (GOLDEN / "positives.txt").read_text(encoding="utf-8").splitlines()
NEGATIVES = (GOLDEN / "negatives.txt").read_text(encoding="utf-8").splitlines()


def codes(text: str) -> list[str]:
    return [suspicion.kind.code for suspicion in suspect(text)]


@pytest.mark.parametrize("line", POSITIVES)
def test_prohibited_contents_are_found_by_rf_4(line: str) -> None:
    expected, text = line.split("\t")
    assert sorted(codes(text)) == expected.split()


@pytest.mark.parametrize("line", NEGATIVES)
def test_what_only_looks_prohibited_passes(line: str) -> None:
    assert codes(line) == []


def test_the_golden_files_are_large_enough_and_cover_every_kind() -> None:
    assert len(POSITIVES) >= 60
    assert len(NEGATIVES) >= 60
    covered = {code for line in POSITIVES for code in line.split("\t")[0].split()}
    assert covered == {kind.code for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_kind_holds_the_row_under_rf_4_and_quotes_nothing(kind: Kind) -> None:
    assert kind.silent
    assert kind.floor == "RF-4"
    finding = found(kind, Place("a.xlsx", "表", 3, 2), read="99999919900101123X")
    for language in LANGUAGES:
        said = finding.sentence(language)
        assert "9999" not in said
    assert "neither shown nor kept" in finding.sentence("en")


@given(
    st.dates(dt.date(1920, 1, 1), dt.date(2025, 12, 31)),
    st.integers(0, 999),
    st.sampled_from(["", " ", "-", "\u200b"]),
    st.sampled_from(["", "当事人", "见附件：", "no. "]),
)
def test_any_residents_number_is_found_however_it_is_spaced(
    born: dt.date, sequence: int, gap: str, before: str
) -> None:
    first = f"999999{born:%Y%m%d}{sequence:03d}"
    number = first + resident_check_character(first)
    typed = gap.join((number[:6], number[6:14], number[14:]))
    assert RESIDENT_NUMBER in [s.kind for s in suspect(before + typed)]


@given(st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=9, max_size=9))
def test_a_credit_code_is_no_residents_number(middle: str) -> None:
    first = "91000000" + middle
    assert codes(first + uscc_check_character(first)) == []


@given(st.text(max_size=200))
def test_no_text_breaks_the_scan(text: str) -> None:
    for suspicion in suspect(text):
        assert 0 <= suspicion.start < suspicion.end


def test_a_place_in_the_text_is_given_and_the_text_is_not() -> None:
    (suspicion,) = suspect("当事人患有重病")
    assert (suspicion.start, suspicion.end) == (3, 5)
    assert not any(isinstance(getattr(suspicion, n), str) for n in suspicion.__slots__)


def test_each_term_alone_is_found() -> None:
    missed = [term.said for term in TERMS if term.kind not in [s.kind for s in suspect(term.said)]]
    assert missed == []


def test_the_longest_cell_is_scanned_in_a_moment() -> None:
    before = time.process_time()
    suspect("集会" * 16_000)
    suspect("1" * 32_000)
    suspect("0512-" * 6_000)
    suspect("《" * 32_000)
    assert time.process_time() - before < 2
