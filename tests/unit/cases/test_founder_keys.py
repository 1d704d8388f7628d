"""A steward's or the auditor's own key: replaced by the old key, the new one and another of the three."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from evenhand.cases.enrol import enrol, revoke
from evenhand.cases.founder_keys import confirm_own_key, replace_own_key
from evenhand.cases.hand import Hand
from evenhand.cases.monitors import violations
from evenhand.cases.people import KEY_REPLACED, people_of
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import NotLawfulNow, NotPermitted
from evenhand.kernel.ids import PersonId
from evenhand.keys.signing import PublicKey
from evenhand.relational.ledger import Draft, SqliteLedger
from tests.unit.cases.office import Office, enrolment, hand
from tests.unit.cases.town import ZONE, founders, key_of

ONE, TWO, AUDITOR = hand("steward-one"), hand("steward-two"), hand("auditor")
NEW = key_of("steward-one's second")
AGAIN = Hand(PersonId("steward-one"), NEW.sign)


@pytest.fixture
def elsewhere(staffed_ledger: Path, tmp_path: Path) -> Office:
    """An office in which what is wrong stays."""
    path = tmp_path / "elsewhere.sqlite"
    path.write_bytes(staffed_ledger.read_bytes())
    return Office(SqliteLedger(path))


def offer(office: Office) -> None:
    replace_own_key(office.desk, ONE, NEW, office.at)


def confirm(office: Office, by: Hand = TWO, key: PublicKey = NEW.public) -> None:
    confirm_own_key(office.desk, by, PersonId("steward-one"), key, office.at)


@pytest.mark.parametrize("by", [TWO, AUDITOR], ids=["the other steward", "the auditor"])
def test_a_steward_goes_on_with_a_new_key_that_another_confirmed(office: Office, by: Hand) -> None:
    enrol(office.desk, ONE, enrolment("before"), office.at)
    offer(office)
    confirm(office, by)
    people = office.desk.people
    assert people.public_key_of("steward-one", office.at) == NEW.public
    assert people.owner_of(key_of("steward-one").public) == "steward-one"
    assert people.natural_of("steward-one") == "n-s-one"
    enrol(office.desk, AGAIN, enrolment("after"), office.at)
    office.later(minutes=1)
    revoke(office.desk, AGAIN, PersonId("officer-four"), "moved away", office.at)
    assert people_of(founders(), office.ledger.read()) == office.desk.people
    assert violations(office.ledger.read(), founders(), ZONE) == []


def test_the_old_key_signs_nothing_any_more(office: Office) -> None:
    offer(office)
    enrol(office.desk, ONE, enrolment("before"), office.at)
    confirm(office)
    with pytest.raises(NotPermitted, match="signature does not fit"):
        enrol(office.desk, ONE, enrolment("after"), office.at)


def test_the_monitors_find_what_an_old_key_signed_around_the_program(elsewhere: Office) -> None:
    offer(elsewhere)
    confirm(elsewhere)
    body = enrolment("after").content(elsewhere.desk.people)
    draft = Draft("person.enrolled", "after", "steward-one", body)
    elsewhere.ledger.append(
        [Draft(draft.kind, draft.topic, draft.actor, body, ONE.signed(draft))], elsewhere.at
    )
    (said,) = violations(elsewhere.ledger.read(), founders(), ZONE)
    assert "after: G3 person.enrolled lacks its author's signature" in said


def test_a_key_is_replaced_twice_also_the_auditors(office: Office) -> None:
    third, of_auditor = key_of("third"), key_of("auditor's second")
    offer(office)
    confirm(office)
    replace_own_key(office.desk, AGAIN, third, office.at)
    confirm_own_key(office.desk, AUDITOR, PersonId("steward-one"), third.public, office.at)
    replace_own_key(office.desk, AUDITOR, of_auditor, office.at)
    thrice = Hand(PersonId("steward-one"), third.sign)
    confirm_own_key(office.desk, thrice, PersonId("auditor"), of_auditor.public, office.at)
    assert office.desk.people.public_key_of("auditor", office.at) == of_auditor.public
    held = office.desk.people.of("steward-one")
    assert [t.key for t in held] == [key_of("steward-one").public, NEW.public, third.public]
    assert violations(office.ledger.read(), founders(), ZONE) == []


def test_alone_nobody_replaces_a_key(office: Office) -> None:
    offer(office)
    assert (
        office.desk.people.public_key_of("steward-one", office.at) == key_of("steward-one").public
    )
    with pytest.raises(NotLawfulNow, match="steward-one cannot confirm a key of their own") as no:
        confirm(office, ONE)
    assert "不能确认自己的密钥" in no.value.text.zh
    with pytest.raises(NotLawfulNow, match="did not sign that this new key follows"):
        confirm(office, TWO, key_of("another").public)


def test_two_of_the_three_cannot_make_themselves_the_third(office: Office) -> None:
    """The other steward and the auditor agree, in every way that the ledger takes."""
    with pytest.raises(NotLawfulNow, match="its owner signs first: officer replace-key"):
        confirm(office, TWO)
    thief = Hand(PersonId("steward-one"), key_of("steward-two").sign)
    with pytest.raises(NotPermitted, match="signature does not fit"):
        replace_own_key(office.desk, thief, NEW, office.at)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (TWO, AUDITOR),
        (Hand(PersonId("steward-one"), key_of("steward-two").sign), TWO),
        (Hand(PersonId("steward-one"), NEW.sign), AUDITOR),
        (ONE, Hand(PersonId("steward-two"), NEW.sign)),
        (ONE, hand("officer-one")),
        (ONE, ONE),
    ],
    ids=["without the owner", "forged by the other", "by the new key", "forged confirmation",
         "an officer confirms", "the owner twice"],
)  # fmt: skip
def test_what_is_written_around_the_program_replaces_no_key(
    office: Office, elsewhere: Office, first: Hand, second: Hand
) -> None:
    offer(office)
    (written,) = office.ledger.read(kinds=(KEY_REPLACED,))
    for by in (first, second):
        draft = Draft(KEY_REPLACED, "steward-one", by.person, written.body)
        signed = Draft(draft.kind, draft.topic, draft.actor, draft.body, by.signed(draft))
        elsewhere.ledger.append([signed], elsewhere.at)
    elsewhere.desk.catch_up()
    key = elsewhere.desk.people.public_key_of("steward-one", elsewhere.at)
    assert key == key_of("steward-one").public


@pytest.mark.parametrize(
    "change",
    [
        {"by_new": "AAAA"},
        {"by_new": "no base64"},
        {"new": "no key"},
        {"new": str(key_of("officer-one").public)},
        {"new": str(key_of("auditor").public)},
        {"old": str(key_of("steward-two").public)},
        {"term": 2},
    ],
    ids=str,
)
def test_a_malformed_replacement_signed_by_all_replaces_nothing(
    office: Office, change: dict[str, Json]
) -> None:
    offer(office)
    (written,) = office.ledger.read(kinds=(KEY_REPLACED,))
    body = {**written.body, **change}
    for by in (ONE, TWO):
        draft = Draft(KEY_REPLACED, "steward-one", by.person, body)
        signed = Draft(draft.kind, draft.topic, draft.actor, body, by.signed(draft))
        office.ledger.append([signed], office.at)
    office.desk.catch_up()
    key = key_of("steward-one").public
    assert office.desk.people.public_key_of("steward-one", office.at) == key
    enrol(office.desk, ONE, enrolment("still"), office.at)
    assert violations(office.ledger.read(), founders(), ZONE) == []


def test_an_old_replacement_is_not_signed_into_force_again(elsewhere: Office) -> None:
    offer(elsewhere)
    confirm(elsewhere)
    replace_own_key(elsewhere.desk, AGAIN, key_of("third"), elsewhere.at)
    confirm_own_key(
        elsewhere.desk, TWO, PersonId("steward-one"), key_of("third").public, elsewhere.at
    )
    old = list(elsewhere.ledger.read(kinds=(KEY_REPLACED,)))[:2]
    elsewhere.ledger.append(
        [Draft(e.kind, e.topic, e.actor, e.body, e.signature) for e in old], elsewhere.at
    )
    elsewhere.desk.catch_up()
    later = elsewhere.at + dt.timedelta(days=1)
    assert elsewhere.desk.people.public_key_of("steward-one", later) == key_of("third").public


@pytest.mark.parametrize("whose", ["officer-one", "auditor", "steward-one"])
def test_a_key_that_somebody_has_or_had_follows_none(office: Office, whose: str) -> None:
    with pytest.raises(NotLawfulNow, match="is or was somebody's key"):
        replace_own_key(office.desk, ONE, key_of(whose), office.at)


@pytest.mark.parametrize("person", ["officer-one", "clerk-one", "nobody"])
def test_only_stewards_and_the_auditor_replace_a_key_so(office: Office, person: str) -> None:
    with pytest.raises(NotPermitted, match="is not a steward or the auditor"):
        replace_own_key(office.desk, hand(person), NEW, office.at)
    offer(office)
    with pytest.raises(NotPermitted, match="is not a steward or the auditor"):
        confirm(office, hand(person))


def test_nobody_is_enrolled_with_a_key_that_was_a_stewards(office: Office) -> None:
    offer(office)
    confirm(office)
    for key in (key_of("steward-one").public, NEW.public):
        with pytest.raises(NotLawfulNow, match="is a steward's or the auditor's"):
            enrol(office.desk, TWO, enrolment("new-one", key=key), office.at)
