"""Enrolment: two stewards, an auditor, seven days; revocation at once; one person is one person."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from evenhand.cases.enrol import countersign, enrol, revoke
from evenhand.cases.hand import Hand
from evenhand.cases.monitors import violations
from evenhand.cases.people import Founders, people_of
from evenhand.kernel.errors import BadInput, NotLawfulNow, NotPermitted
from evenhand.kernel.ids import PersonId
from evenhand.relational.ledger import Draft, SqliteLedger
from tests.unit.cases.office import Office, enrolment, hand
from tests.unit.cases.town import OFFICE, START, TAX, ZONE, founders, key_of
from tests.unit.cases.turns import RESIDENT_NUMBER

ONE, TWO, AUDITOR = hand("steward-one"), hand("steward-two"), hand("auditor")


def enrolled(office: Office, person: str, **changes: object) -> None:
    wanted = enrolment(person, **changes)
    enrol(office.desk, ONE, wanted, office.at)
    enrol(office.desk, TWO, wanted, office.at)
    countersign(office.desk, AUDITOR, wanted, office.at)


def test_an_enrolment_counts_seven_days_after_the_countersignature(office: Office) -> None:
    enrolled(office, "new-one")
    people, at = office.desk.people, office.at
    assert not people.may("new-one", "officer", OFFICE, at + dt.timedelta(days=6, hours=23))
    assert people.may("new-one", "officer", OFFICE, at + dt.timedelta(days=7))
    assert not people.may("new-one", "officer", TAX, at + dt.timedelta(days=7))
    assert people.public_key_of("new-one", at) is None
    assert people.public_key_of("new-one", at + dt.timedelta(days=7)) == key_of("new-one").public


def test_a_fold_from_the_ledger_is_what_the_desk_knows(office: Office) -> None:
    assert people_of(founders(), office.ledger.read()) == office.desk.people


def test_clerks_of_an_authority_are_those_in_office(office: Office) -> None:
    people = office.desk.people
    assert [t.person for t in people.clerks_of(OFFICE, START)] == ["clerk-one", "clerk-two"]
    assert [t.person for t in people.clerks_of(TAX, START)] == ["tax-clerk"]
    assert people.clerks_of(OFFICE, START - dt.timedelta(days=29)) == ()


def test_a_revocation_counts_at_once_and_for_what_comes_after_it(office: Office) -> None:
    before = office.at
    office.later(minutes=1)
    revoke(office.desk, ONE, PersonId("clerk-one"), "moved to another town", office.at)
    assert office.desk.people.may("clerk-one", "clerk", OFFICE, before)
    assert not office.desk.people.may("clerk-one", "clerk", OFFICE, office.at)
    assert office.desk.people.natural_of("clerk-one") == "n-clerk-one"


def test_two_accounts_of_one_person_are_one_person(office: Office) -> None:
    people = office.desk.people
    assert people.natural_of("officer-one") == people.natural_of("officer-one-again")
    assert people.natural_of("a-stranger") == "account a-stranger"


def test_one_steward_cannot_sign_twice(office: Office) -> None:
    enrol(office.desk, ONE, enrolment("new-one"), office.at)
    with pytest.raises(NotLawfulNow, match="steward-one signed this enrolment already") as refused:
        enrol(office.desk, ONE, enrolment("new-one"), office.at)
    assert "已经签署过" in refused.value.text.zh


def test_the_auditor_cannot_countersign_what_one_steward_signed(office: Office) -> None:
    enrol(office.desk, ONE, enrolment("new-one"), office.at)
    with pytest.raises(NotLawfulNow, match="no enrolment that two stewards signed"):
        countersign(office.desk, AUDITOR, enrolment("new-one"), office.at)


def test_two_stewards_who_signed_different_content_enrolled_nobody(office: Office) -> None:
    enrol(office.desk, ONE, enrolment("new-one"), office.at)
    enrol(office.desk, TWO, enrolment("new-one", role="clerk"), office.at)
    with pytest.raises(NotLawfulNow, match="all must be the same"):
        countersign(office.desk, AUDITOR, enrolment("new-one"), office.at)


@pytest.mark.parametrize("person", ["officer-one", "auditor", "nobody"])
def test_only_a_steward_enrols(office: Office, person: str) -> None:
    with pytest.raises(NotPermitted, match="is not a steward") as refused:
        enrol(office.desk, hand(person), enrolment("new-one"), office.at)
    assert refused.value.exit_code == 4


def test_only_the_auditor_countersigns(office: Office) -> None:
    enrol(office.desk, ONE, enrolment("new-one"), office.at)
    enrol(office.desk, TWO, enrolment("new-one"), office.at)
    with pytest.raises(NotPermitted, match="is not the auditor"):
        countersign(office.desk, TWO, enrolment("new-one"), office.at)


def test_only_a_steward_revokes(office: Office) -> None:
    with pytest.raises(NotPermitted, match="officer-two is not a steward"):
        revoke(office.desk, hand("officer-two"), PersonId("officer-one"), "no reason", office.at)


@pytest.mark.parametrize(
    "changes",
    [
        {"person": PersonId("steward-one")},
        {"natural": "n-s-two"},
        {"natural": "n-auditor"},
        {"key": key_of("steward-one").public},
    ],
)
def test_stewards_and_auditor_can_never_be_officers(
    office: Office, changes: dict[str, object]
) -> None:
    with pytest.raises(NotLawfulNow, match="is a steward's or the auditor's"):
        enrol(office.desk, ONE, enrolment("new-one", **changes), office.at)


def test_nobody_is_enrolled_as_a_steward(office: Office) -> None:
    with pytest.raises(NotLawfulNow, match='Nobody is enrolled as "steward"'):
        enrol(office.desk, ONE, enrolment("new-one", role="steward"), office.at)


def test_a_key_proves_one_person(office: Office) -> None:
    with pytest.raises(NotLawfulNow, match="is another person's"):
        enrol(office.desk, ONE, enrolment("new-one", key=key_of("clerk-one").public), office.at)


def test_an_account_holds_one_role_at_a_time(office: Office) -> None:
    with pytest.raises(NotLawfulNow, match="clerk-one is enrolled already"):
        enrol(office.desk, ONE, enrolment("clerk-one", role="officer"), office.at)


def test_a_signature_of_somebody_else_enrols_nobody(office: Office) -> None:
    forged = Hand(PersonId("steward-two"), key_of("steward-one").sign)
    enrol(office.desk, ONE, enrolment("new-one"), office.at)
    head = office.ledger.head()
    with pytest.raises(NotPermitted, match="signature does not fit"):
        enrol(office.desk, forged, enrolment("new-one"), office.at)
    assert office.ledger.head() == head


def test_signatures_of_an_old_enrolment_do_not_bring_a_revoked_person_back(office: Office) -> None:
    enrolled(office, "new-one")
    old = [e for e in office.ledger.read(topic="new-one") if e.kind == "person.enrolled"]
    revoke(office.desk, ONE, PersonId("new-one"), "left the office", office.at)
    office.ledger.append(
        [Draft(e.kind, e.topic, e.actor, e.body, e.signature) for e in old], office.at
    )
    with pytest.raises(NotLawfulNow, match="no enrolment that two stewards signed"):
        countersign(office.desk, AUDITOR, enrolment("new-one"), office.at)


def test_who_was_revoked_can_be_enrolled_anew_with_all_signatures(office: Office) -> None:
    enrolled(office, "new-one")
    revoke(office.desk, ONE, PersonId("new-one"), "on leave", office.at)
    office.later(minutes=1)
    enrolled(office, "new-one", key=key_of("another key").public)
    later = office.at + dt.timedelta(days=7)
    assert office.desk.people.public_key_of("new-one", later) == key_of("another key").public


def test_a_natural_person_is_never_named_by_their_number(office: Office) -> None:
    wanted = enrolment("new-one", natural=f"id {RESIDENT_NUMBER}")
    with pytest.raises(NotLawfulNow, match="The text holds a resident's number"):
        enrol(office.desk, ONE, wanted, office.at)


def test_an_account_stays_with_its_person(office: Office) -> None:
    revoke(office.desk, ONE, PersonId("clerk-one"), "left the office", office.at)
    office.later(minutes=1)
    with pytest.raises(NotLawfulNow, match="was another person's before"):
        enrol(office.desk, ONE, enrolment("clerk-one", natural="n-successor"), office.at)


def test_an_enrolment_under_way_can_be_stopped(office: Office) -> None:
    enrol(office.desk, ONE, enrolment("new-one"), office.at)
    enrol(office.desk, TWO, enrolment("new-one"), office.at)
    revoke(office.desk, TWO, PersonId("new-one"), "we were deceived", office.at)
    with pytest.raises(NotLawfulNow, match="no enrolment"):
        countersign(office.desk, AUDITOR, enrolment("new-one"), office.at)


def test_there_has_to_be_somebody_to_revoke(office: Office) -> None:
    with pytest.raises(NotLawfulNow, match="no office to revoke"):
        revoke(office.desk, ONE, PersonId("nobody"), "who is that", office.at)
    with pytest.raises(NotLawfulNow, match="no office to revoke"):
        revoke(office.desk, ONE, PersonId("auditor"), "too strict", office.at)


def test_events_that_no_founder_wrote_enrol_nobody(staffed_ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(staffed_ledger.read_bytes())
    office = Office(SqliteLedger(path))
    body = enrolment("new-one").content(office.desk.people)
    drafts = [
        Draft("person.enrolled", "new-one", person, body) for person in ("clerk-one", "nobody")
    ]
    office.ledger.append(drafts, office.at)
    with pytest.raises(NotLawfulNow, match="no enrolment"):
        countersign(office.desk, AUDITOR, enrolment("new-one"), office.at)
    found = violations(office.ledger.read(), founders(), ZONE)
    assert [one.partition(" lacks")[0] for one in found] == ["new-one: G3 person.enrolled"] * 2


@pytest.mark.parametrize("part", ["person", "natural", "key"])
def test_founders_are_different_people_with_keys_of_their_own(part: str) -> None:
    one, two = founders().stewards
    same = replace(two, **{part: getattr(one, part)})
    with pytest.raises(BadInput, match="at least two stewards and an auditor"):
        Founders((one, same), founders().auditor)


def test_one_steward_is_too_few() -> None:
    with pytest.raises(BadInput, match="at least two stewards"):
        Founders(founders().stewards[:1], founders().auditor)
