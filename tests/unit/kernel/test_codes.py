"""Codes: published examples, traps of the field, properties."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenhand.kernel import codes

GOOD = [
    "91000000MA0000001R",
    "12000000MA0000001Y",
    "92000000MA0000001N",
    "N1000000MA0000001C",
    "91000000J6F3YMC9G0",  # remainder 0: the check character is 0
]
BAD = ["91310115MA1H8R7C6D", "91320100250571846X", "91350211M0000XUF46"]

code17 = st.builds(
    lambda a, b, c: a + b + c,
    st.sampled_from(["91", "11", "12", "51", "93", "A1", "N1", "Y1"]),
    st.from_regex(r"[0-9]{6}", fullmatch=True),
    st.text(codes.USCC_ALPHABET, min_size=9, max_size=9),
)


@pytest.mark.parametrize("code", GOOD)
def test_good_codes_pass(code: str) -> None:
    assert codes.uscc_passes(code)


@pytest.mark.parametrize("code", BAD)
def test_codes_with_a_wrong_check_character_fail(code: str) -> None:
    assert codes.has_uscc_form(code)
    assert not codes.uscc_passes(code)


@pytest.mark.parametrize(
    "code",
    ["", "91000000MA0000001", "91000000MA0000001R1", "9100000OMA0000001R", "91000000ma0000001r"],
)
def test_what_lacks_the_form_fails_without_an_error(code: str) -> None:
    assert not codes.uscc_passes(code)


@given(code17)
def test_the_check_character_makes_a_code_pass(first: str) -> None:
    assert codes.uscc_passes(first + codes.uscc_check_character(first))


@given(code17, st.integers(0, 16), st.sampled_from(codes.USCC_ALPHABET))
def test_one_changed_character_is_always_noticed(first: str, at: int, other: str) -> None:
    code = first + codes.uscc_check_character(first)
    if code[at] != other:
        assert not codes.uscc_passes(code[:at] + other + code[at + 1 :])


@pytest.mark.parametrize(("code", "kind"), [
    ("91000000MA0000001R", "enterprise"), ("12000000MA0000001Y", "public_body"),
    ("92000000MA0000001N", "sole_trader"), ("N1000000MA0000001C", "enterprise"),
    ("51000000MA0000001X", "social_organisation"),
])  # fmt: skip
def test_the_first_characters_say_the_kind_of_subject(code: str, kind: str) -> None:
    assert codes.kind_of_organisation(code) == kind


def test_the_organisation_code_stands_inside() -> None:
    assert codes.organisation_code_in("91000000MA0000001R") == "MA0000001"


@pytest.mark.parametrize("code", ["12345678-8", "123456788"])
def test_organisation_codes_pass_with_and_without_hyphen(code: str) -> None:
    assert codes.organisation_code_passes(code)


@pytest.mark.parametrize("code", ["12345678-9", "1234567", "12345678_8"])
def test_wrong_organisation_codes_fail(code: str) -> None:
    assert not codes.organisation_code_passes(code)


def test_residents_numbers() -> None:
    first = "99999919900307123"
    number = first + codes.resident_check_character(first)
    assert codes.resident_number_passes(number)
    assert codes.birth_day(number) == dt.date(1990, 3, 7)
    wrong = "0" if number[-1] != "0" else "1"
    assert not codes.resident_number_passes(first + wrong)


@pytest.mark.parametrize("number", ["999999199002301234", "99999919900230123X", "123"])
def test_a_day_of_birth_that_does_not_exist_fails(number: str) -> None:
    assert not codes.resident_number_passes(number)


def test_age_counts_full_years() -> None:
    born = dt.date(2008, 2, 29)
    assert codes.years_old(born, dt.date(2026, 2, 28)) == 17
    assert codes.years_old(born, dt.date(2026, 3, 1)) == 18


def test_a_pseudonym_needs_its_key() -> None:
    one, other = b"k" * 32, b"l" * 32
    assert codes.pseudonym("1", one) == codes.pseudonym("1", one) != codes.pseudonym("1", other)
    with pytest.raises(ValueError, match="at least 32 bytes"):
        codes.pseudonym("1", b"short")


@given(st.text(), st.text())
def test_document_keys_fit_63_bits(authority: str, number: str) -> None:
    assert 0 <= codes.document_key(authority, number, b"k" * 32) < 2**63
