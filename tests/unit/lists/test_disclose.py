"""The allow-list: what may pass, and that nothing else can."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from evenhand.kernel.codes import SubjectKind
from evenhand.kernel.errors import FloorRefusal
from evenhand.kernel.ids import SubjectId
from evenhand.lists.disclose import ALLOWED, Identified, disclose, disclose_all, may_be_public
from evenhand.lists.entry import Entry
from tests.unit.publication.town import FOOD, SCHEME, TAX, company, entry, uscc


def test_an_organisations_entry_shows_the_fields_of_the_list() -> None:
    shown = disclose(entry(3), company(3))
    assert (shown.scheme, shown.list) == (SCHEME, FOOD)
    assert tuple(shown.fields) == ALLOWED["enterprise"]
    assert shown.fields["name"] == "临禾第3食品有限公司"
    assert (shown.fields["since"], shown.fields["last_day"]) == ("2026-03-27", "2029-03-26")
    assert shown.fields["repair"] == {"after": "12 months", "needs": ["penalty_performed"]}


@pytest.mark.parametrize("kind", ["enterprise", "public_body", "social_organisation"])
def test_the_subjects_number_in_the_register_never_passes(kind: SubjectKind) -> None:
    hidden = {"subject", "subjects", "visibility", "suspended", "term", "authority"}
    assert not hidden & set(ALLOWED[kind])
    secret = replace(entry(3), subject=SubjectId(2**62 + 12345))
    shown = disclose(secret, replace(company(3), kind=kind))
    assert str(secret.subject) not in str(shown.fields)


def test_a_field_that_is_added_to_an_entry_does_not_pass_by_itself() -> None:
    """What is shown is picked by name: the list is the same whatever an entry holds."""
    assert {field.name for field in fields(Entry)} - set(ALLOWED["enterprise"])
    assert set(disclose(entry(3), company(3)).fields) == set(ALLOWED["enterprise"])


@pytest.mark.parametrize(
    "subject",
    [
        Identified("resident", "resident", "ab" * 32, "王某"),
        Identified("enterprise", "resident", "ab" * 32, "王某"),  # whatever the kind says
        Identified("sole_trader", "uscc", uscc(1, "92000000"), "王某小吃店"),
        Identified("enterprise", "uscc", uscc(1, "92000000"), "王某小吃店"),
        Identified("sole_trader", "register_number", "12345", "王某小吃店"),
    ],
)
def test_a_resident_or_sole_trader_is_never_shown(subject: Identified) -> None:
    assert not may_be_public(entry(1), subject)
    with pytest.raises(FloorRefusal) as caught:
        disclose(entry(1), subject)
    assert str(caught.value).startswith("RF-3: The subject of E-")
    assert "从不公布" in caught.value.said_in("zh")
    assert "王某" not in caught.value.said_in("zh")


def test_an_entry_that_answers_look_ups_only_is_not_shown() -> None:
    hidden = replace(entry(1), visibility="purpose")
    assert not may_be_public(hidden, company(1))
    with pytest.raises(FloorRefusal, match="RF-7: The list food-safety-serious answers look-ups"):
        disclose(hidden, company(1))


def test_an_entry_without_a_last_day_is_not_shown() -> None:
    endless = replace(entry(1), term=replace(entry(1).term, stop=None))
    with pytest.raises(FloorRefusal, match=r"RF-12: .* has no last day"):
        disclose(endless, company(1))


def test_a_company_without_a_name_is_shown_by_its_code() -> None:
    shown = disclose(entry(1), replace(company(1), name=""))
    assert shown.fields["name"] == shown.fields["identifier"] == uscc(1)


def test_what_is_withheld_is_counted_and_nothing_else() -> None:
    people = {entry(2).subject: Identified("resident", "resident", "ab" * 32, "王某")}
    known = {entry(n).subject: company(n) for n in (0, 1)}
    entries = [entry(0), entry(1, TAX), entry(2, TAX), entry(3, TAX)]
    shown, withheld = disclose_all(entries, (known | people).get)
    assert [one.fields["name"] for one in shown] == [company(0).name, company(1).name]
    assert withheld == {(SCHEME, TAX): 2}
