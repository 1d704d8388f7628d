"""Texts, names and codes are brought to one form, with a note of what was done to them."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenhand.records import normalise
from tests.golden import check_golden

GOLDEN = Path(__file__).parents[2] / "golden" / "normalise"

TYPED = (
    "临禾市食品有限公司",
    "  临禾市食品有限公司  ",
    "临禾市\n食品有限公司",
    "临禾市\r\n食品有限公司\t",
    "临禾市 食品  有限公司",
    "Linhe\u00a0Food\u3000Co., Ltd.",
    "北京 同 仁 堂",
    "临禾市食品（Ｂ）厂１号",
    "临禾市\u200b食品\ufeff有限公司",
    "临禾市\u202e食品有限公司",
    "临禾市\u2067食品有限公司",
    "临禾市\x07食品有限公司",
    "临禾市\x1f食品有限公司",
    "临禾市\ufffd食品有限公司",
    "临禾市\ue000食品有限公司",
    "e\u0301cole",
    "９１００００００ＭＡ０００００１Ｒ",
    " 91000000ma0000001r ",
    "91 0000 00MA0000001R",
    "91000000MA00\u200d00001R",
    "91000000-MA000000-1R",
    "临环罚字〔２０１８〕２１号",
    "代码＿３",
    "①号",
    "",
    "   ",
)


def shown(cleaned: normalise.Cleaned) -> str:
    notes = " ".join(kind.code for kind in cleaned.notes)
    return f"{cleaned.value!r} {notes} {cleaned.characters}".rstrip()


def test_what_becomes_of_texts_names_and_codes() -> None:
    lines = []
    for raw in TYPED:
        lines.append(ascii(raw))
        for how in (normalise.text, normalise.name, normalise.code, normalise.uscc):
            lines.append(f"    {how.__name__:5} {shown(how(raw))}")
    check_golden(GOLDEN / "texts.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize(
    "hidden",
    ["\u202a", "\u202e", "\u2066", "\u2069", "\u200e", "\u061c", "\x00", "\x1c", "\x7f", "\x85",
     "\u00ad", "\u2028\u202e", "\U000e0041", "\ufffe"],
)  # fmt: skip
def test_characters_that_change_what_is_seen_hold_the_row(hidden: str) -> None:
    cleaned = normalise.text(f"临禾{hidden}食品")
    assert not cleaned.usable
    assert cleaned.notes[-1].weight == "holds"
    assert "U+" in cleaned.characters
    assert "turn the direction of writing, or control characters" in cleaned.notes[-1].what.en


def test_a_lost_character_holds_the_row() -> None:
    cleaned = normalise.name("临禾\ufffd食品")
    assert not cleaned.usable
    assert "was lost in an earlier export" in cleaned.notes[0].what.en


def test_a_private_character_only_warns() -> None:
    cleaned = normalise.name("临禾\ue05e食品")
    assert cleaned.usable
    assert cleaned.notes[0].weight == "warns"
    assert cleaned.characters == "U+E05E"


@given(st.text(max_size=60))
def test_cleaning_twice_is_cleaning_once(raw: str) -> None:
    for how in (normalise.text, normalise.name, normalise.code, normalise.uscc):
        once = how(raw).value
        assert how(once).value == once


@pytest.mark.parametrize("raw", ["A¨", "A\u200b\u0308", "ΐ"])
def test_what_is_taken_out_leaves_a_composed_text(raw: str) -> None:
    for how in (normalise.text, normalise.name, normalise.code, normalise.uscc):
        once = how(raw).value
        assert how(once).value == once


@given(st.text(max_size=60))
def test_a_cleaned_text_has_no_odd_space_and_is_composed(raw: str) -> None:
    value = normalise.text(raw).value
    assert value == value.strip(" ")
    assert not set(value) & set("\t\r\n\u00a0\u3000\u200b\ufeff\u2028")
    assert unicodedata.normalize("NFC", value) == value


@given(st.text(max_size=60))
def test_whatever_is_changed_is_noted(raw: str) -> None:
    cleaned = normalise.text(raw)
    if not cleaned.notes:
        assert unicodedata.normalize("NFC", raw).strip(" ") == cleaned.value
