"""A form as a clerk types it: read strictly, refused in words that quote nothing."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenhand.kernel.codes import resident_check_character
from evenhand.kernel.errors import BadInput, EvenhandError, FloorRefusal
from evenhand.kernel.periods import Day
from evenhand.records.paper_form import LARGEST_FORM, read_form

TODAY = Day(2026, 3, 2)


def number(born: str) -> str:
    first = f"999999{born}001"
    return first + resident_check_character(first)


FORM = {
    "number": number("19900307"),
    "form": "临授权〔2026〕1号",
    "signed": "2026-03-01",
    "act": "join",
    "scheme": "linhe-osmanthus",
    "words": "a" * 64,
    "name": "桂小一",
    "address": "临禾市桂花路1号",
}


def read(**changes: object) -> object:
    return read_form(json.dumps({**FORM, **changes}).encode(), TODAY)


def test_a_form_says_what_it_says_and_prints_nothing() -> None:
    made = read_form(json.dumps(FORM).encode(), TODAY)
    assert made.said() == {**FORM, "key": ""}
    assert FORM["number"] not in repr(made)
    assert FORM["address"] not in str(made)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"number": "999999199003070010"}, '"number" is no valid resident'),
        ({"signed": "2026-03-03"}, '"signed" lies after today'),
        ({"signed": "1 March"}, '"signed" is no day'),
        ({"act": "stay"}, '"act" is neither join nor leave'),
        ({"form": " "}, '"form" is missing'),
        ({"address": ""}, "are all three needed on a form that joins"),
        ({"words": ""}, "are all three needed on a form that joins"),
        ({"phone": "1"}, '"phone" is no item of a form'),
        ({"form": 7}, "is no object of texts"),
    ],
)
def test_what_is_wrong_is_named_and_never_quoted(changes: dict[str, object], words: str) -> None:
    with pytest.raises(BadInput) as refused:
        read(**changes)
    assert words in refused.value.text.en
    for told in (FORM["number"], FORM["name"], FORM["address"]):
        assert told not in refused.value.text.en + refused.value.text.zh


@pytest.mark.parametrize(
    ("born", "signed", "joins"),
    [
        ("20080301", "2026-03-01", True),
        ("20080302", "2026-03-01", False),
        ("20080229", "2026-02-28", False),
        ("20080229", "2026-03-01", True),
        ("20150101", "2026-03-01", False),
        ("20260302", "2026-03-01", False),
    ],
)
def test_rf_1_age_is_that_of_the_day_of_the_signature(born: str, signed: str, joins: bool) -> None:
    if joins:
        assert read(number=number(born), signed=signed)
        return
    with pytest.raises(FloorRefusal, match="RF-1") as refused:
        read(number=number(born), signed=signed)
    assert "under 18 on that day" in refused.value.text.en


def test_a_form_that_leaves_needs_no_words_and_no_address() -> None:
    leaving = {k: v for k, v in FORM.items() if k not in ("words", "name", "address")}
    assert read_form(json.dumps({**leaving, "act": "leave"}).encode(), TODAY)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"\xff\xfe",
        b'{"number": "1", "number": "2"}',
        b"{" + b" " * LARGEST_FORM + b"}",
    ],
)
def test_what_is_no_form_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput, match=r"The form cannot be used|同意书文件不能用"):
        read_form(data, TODAY)


@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(EvenhandError):
        read_form(data, TODAY)
