"""Identifiers parse, print and refuse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenhand.kernel.errors import MalformedIdentifier
from evenhand.kernel.ids import CaseId, DeliveryId, RecordId, SchemeId, SubjectId


@given(st.integers(0, 2**63 - 1))
def test_numbers_print_and_parse_back(number: int) -> None:
    assert RecordId.parse(str(RecordId(number))) == number
    assert SubjectId.parse(str(SubjectId(number)).lower()) == number


@pytest.mark.parametrize(
    "text", ["", "R-", "R-123", "S-178MKV8GXA04S", "R-178MKV8GXA0UI", "R-178MKV8GXA04SS"]
)
def test_what_is_no_record_number_is_refused(text: str) -> None:
    with pytest.raises(MalformedIdentifier, match="is not a record"):
        RecordId.parse(text)


def test_a_record_is_numbered_by_what_it_is_made_of() -> None:
    delivery = DeliveryId.of("0123456789abcdef" * 4)
    assert RecordId.of(delivery, "月报", 7) == RecordId.of(delivery, "月报", 7)
    assert RecordId.of(delivery, "月报", 7) != RecordId.of(delivery, "月报", 8)


@pytest.mark.parametrize("text", ["", "Osmanthus", "a b", "-a", "a-", "a/../b", "x" * 65])
def test_what_is_no_slug_is_refused_in_both_languages(text: str) -> None:
    with pytest.raises(MalformedIdentifier) as refused:
        SchemeId.parse(text)
    assert "is not the form of a scheme" in refused.value.said_in("en")
    assert "不是评价办法标识" in refused.value.said_in("zh")


@pytest.mark.parametrize("text", ["C-123", "E-0123456789abcdef", "C-0123456789ABCDEF"])
def test_what_is_no_case_is_refused(text: str) -> None:
    with pytest.raises(MalformedIdentifier, match="case"):
        CaseId.parse(text)


def test_a_subject_needs_eight_random_bytes() -> None:
    assert SubjectId.from_chance(b"\xff" * 8) == 2**63 - 1
    with pytest.raises(ValueError, match="eight random bytes"):
        SubjectId.from_chance(b"1234567")
