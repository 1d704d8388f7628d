"""What a register knows: a fold of its events, by two clocks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

from evenhand.kernel.canonical import Json
from evenhand.kernel.ids import DeliveryId, RecordId, SchemeId, SubjectId
from evenhand.kernel.periods import Clocks, Day, Moment, microseconds
from evenhand.pipeline.knowledge import Knowledge, folded, known
from evenhand.relational.ledger import Draft, SqliteLedger

START = dt.datetime(2026, 3, 2, 1, tzinfo=dt.UTC)
PERSON, SCHEME = "a" * 64, SchemeId("linhe-osmanthus")
RECORD, WAITING, MEANT = RecordId(7), SubjectId(8), SubjectId(9)
DELIVERY = DeliveryId("D-0123456789abcdef")


@pytest.fixture
def ledger(tmp_path: Path) -> SqliteLedger:
    return SqliteLedger.create(tmp_path / "ledger.sqlite")


def at(days: int) -> Moment:
    return START + dt.timedelta(days=days)


def record(ledger: SqliteLedger, days: int, kind: str, **body: Json) -> None:
    ledger.append([Draft(kind, "topic", "system", body)], at(days))


def holds(knowledge: Knowledge, days: int) -> bool:
    """Say whether the consent is in force for a question about a day, asked with what was known then."""
    given = knowledge.consents.get((PERSON, SCHEME))
    clocks = Clocks(at(days).date(), at(days))
    return given is not None and given.holds(clocks)


def give(ledger: SqliteLedger, days: int, signed: int | None = None) -> None:
    """Record a form on a day; it was signed on that day, or on another."""
    since = at(days if signed is None else signed).date().isoformat()
    record(ledger, days, "consent.given", person=PERSON, scheme=SCHEME, since=since)


def withdraw(ledger: SqliteLedger, days: int, signed: int | None = None) -> None:
    since = at(days if signed is None else signed).date().isoformat()
    record(ledger, days, "consent.withdrawn", person=PERSON, scheme=SCHEME, since=since)


def test_nothing_is_known_of_an_empty_ledger(ledger: SqliteLedger) -> None:
    knowledge = known(ledger)
    assert (knowledge.head, knowledge.learned, knowledge.segments) == (0, None, ())
    assert known(ledger, at(0)) == knowledge


def test_a_delivery_counts_from_when_it_was_received_until_it_was_undone(
    ledger: SqliteLedger,
) -> None:
    sums: Mapping[str, Json] = {"stored": 1, "held": 0, "refused": 0, "rows": 1}
    record(
        ledger, 1, "delivery.received",
        delivery=DELIVERY, source="linhe-tax-penalties", clerk="clerk", segments=["s"], **sums,
    )  # fmt: skip
    record(ledger, 3, "delivery.undone", delivery=DELIVERY, reason="wrong month")
    assert known(ledger, at(0)).deliveries == {}
    assert known(ledger, at(2)).segments == ("s",)
    assert known(ledger, at(2)).clerk_of(DELIVERY) == "clerk"
    now = known(ledger)
    assert (now.segments, now.deliveries, now.learned) == ((), {}, at(3))
    with pytest.raises(KeyError):
        now.clerk_of(DELIVERY)


def test_rf_1_a_withdrawal_counts_also_at_moments_before_it(ledger: SqliteLedger) -> None:
    give(ledger, 1)
    assert holds(known(ledger, at(2)), 2)
    assert not holds(known(ledger, at(0)), 0)
    withdraw(ledger, 5)
    for days in (2, 4, 5, 9):
        assert not holds(known(ledger, at(days)), days)
    assert known(ledger, at(2)).learned == at(1)


def test_rf_1_joining_again_counts_from_then_and_never_before(ledger: SqliteLedger) -> None:
    give(ledger, 1)
    withdraw(ledger, 5)
    give(ledger, 8)
    assert holds(known(ledger), 9)
    assert not holds(known(ledger, at(2)), 2)
    assert not holds(known(ledger, at(6)), 6)


def test_rf_1_an_old_form_that_comes_in_again_brings_nobody_back(ledger: SqliteLedger) -> None:
    give(ledger, 1)
    withdraw(ledger, 5)
    give(ledger, 8, signed=1)
    assert not holds(known(ledger), 9)


def test_a_withdrawal_that_was_signed_before_the_form_does_not_undo_it(
    ledger: SqliteLedger,
) -> None:
    give(ledger, 4)
    withdraw(ledger, 6, signed=2)
    assert holds(known(ledger), 7)
    assert holds(known(ledger, at(5)), 5)


def test_a_withdrawal_of_what_was_never_given_is_nothing(ledger: SqliteLedger) -> None:
    withdraw(ledger, 1)
    assert known(ledger).consents == {}


def test_rf_16_a_doubt_lasts_from_one_event_to_the_other(ledger: SqliteLedger) -> None:
    record(ledger, 1, "document.conflict", records=[str(RECORD)], delivery=DELIVERY)
    record(ledger, 4, "document.conflict_settled", records=[str(RECORD)])
    assert known(ledger, at(2)).doubts == {RECORD: ((microseconds(at(1)), None),)}
    assert known(ledger).doubts == {RECORD: ((microseconds(at(1)), microseconds(at(4))),)}


def test_rf_16_the_last_judgement_counts_and_other_findings_set_a_record_back(
    ledger: SqliteLedger,
) -> None:
    said: dict[str, Json] = {"waiting": str(WAITING), "subject": str(MEANT)}
    record(ledger, 1, "identity.judged", judgement="same", **said)
    record(ledger, 2, "identity.judged", judgement="unsure", **said)
    judged = known(ledger).judged
    assert judged == [
        (WAITING, MEANT, microseconds(at(1))),
        (WAITING, WAITING, microseconds(at(2))),
    ]


def test_events_that_change_no_answer_do_not_count_as_learning(ledger: SqliteLedger) -> None:
    give(ledger, 1)
    record(ledger, 4, "run.completed", as_of="2026-03-06", schemes=[])
    record(ledger, 5, "case.proposed", on="2026-03-07")
    knowledge = folded(ledger.read())
    assert (knowledge.learned, knowledge.head) == (at(1), 3)


def test_of_two_versions_the_one_made_public_last_is_the_latest(ledger: SqliteLedger) -> None:
    for days, version in ((1, "1"), (5, "2")):
        record(
            ledger, days, "scheme.published",
            scheme=SCHEME, version=version, digest=version * 64, day=at(days).date().isoformat(),
        )  # fmt: skip
    knowledge = known(ledger)
    versions = {day: knowledge.latest_versions(at(day).date()) for day in (0, 2, 6)}
    assert [[made.version for made in those] for those in versions.values()] == [[], ["1"], ["2"]]
    assert knowledge.schemes[SCHEME, "2"].since == Day(2026, 3, 7)
