"""Findings say where, what, why; a silent kind never quotes."""

from __future__ import annotations

import pytest

from evenhand.kernel.findings import Kind, Place, found, letters
from evenhand.kernel.text import Text

SAYS = Text(zh="“{read}”不对，可用 {allowed}。", en='"{read}" is wrong, {allowed} is right.')
LOUD = Kind("E-TEXT-01", "holds", SAYS, SAYS, SAYS)
SILENT = Kind("E-ID-09", "holds", SAYS, SAYS, SAYS, silent=True)


def test_a_place_is_said_as_people_do() -> None:
    assert str(Place("a.xlsx", "月报", 14, 3)) == "月报!C14"
    assert str(Place("a.xlsx", "月报", 14)) == "月报!14"
    assert str(Place("a.xlsx", "月报", None, 28)) == "月报!AB"
    assert str(Place("a.yaml", None, 3, 7)) == "a.yaml:3:7"
    assert str(Place("a.yaml")) == "a.yaml"


def test_a_finding_quotes_what_was_read() -> None:
    made = found(LOUD, Place("a"), read="x", allowed="y")
    assert made.sentence("en") == '"x" is wrong, y is right.'
    assert made.sentence("zh") == "“x”不对，可用 y。"


def test_a_silent_kind_forgets_what_was_read() -> None:
    made = found(SILENT, Place("a"), read="999999199003071234", allowed="y")
    assert "9999" not in repr(made)
    assert "9999" not in made.sentence("en")


@pytest.mark.parametrize("code", ["E-TEXT", "X-TEXT-01", "W-TEXT-01", "e-text-01"])
def test_a_code_that_belies_its_weight_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="is no code for a finding that holds"):
        Kind(code, "holds", SAYS, SAYS, SAYS)


@pytest.mark.parametrize(("zh", "en"), [("", "a"), ("a", " ")])
def test_a_text_needs_both_languages(zh: str, en: str) -> None:
    with pytest.raises(ValueError, match="both zh and en"):
        Text(zh=zh, en=en)


def test_columns_are_letters() -> None:
    assert [letters(n) for n in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]
    with pytest.raises(ValueError, match="no column 0"):
        letters(0)
