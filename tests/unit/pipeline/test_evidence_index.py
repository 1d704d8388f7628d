"""What rests on what: through cases to editions, and to whatever a later stage registers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from evenhand.kernel.canonical import Json
from evenhand.pipeline.evidence_index import EvidenceIndex, Node, Use, users
from evenhand.relational.ledger import Event
from tests.unit.cases.town import ZONE, Town

RECORD: Node = ("record", "R-000000000004W9")


def event(seq: int, kind: str, topic: str, body: dict[str, Json]) -> Event:
    at = dt.datetime(2027, 3, 2, 9, tzinfo=dt.UTC)
    return Event(seq, at, kind, topic, "system", body, "", "", "")


class Answers:
    """A later stage: an answer that a buyer received rests on an entry."""

    def uses(self, event: Event) -> Iterator[tuple[Use, Sequence[Node]]]:
        """See ``User.uses``."""
        if event.kind == "look_up.answered":
            entry: Node = ("entry", str(event.body["entry"]))
            yield Use("answer", event.topic, event.seq, str(event.body["buyer"])), [entry]


def lived() -> tuple[Town, Node]:
    town = Town().until("in_effect")
    return town, ("record", str(town.state.facts.records[0]))


def test_everything_from_the_record_to_the_edition_is_found() -> None:
    town, record = lived()
    index = EvidenceIndex(users(ZONE))
    shown = event(len(town.events) + 1, "edition.published", "7", {})
    index.take([*town.events, shown])
    found = index.dependents([record])
    assert {use.what for use in found} == {"case", "notice", "decision", "entry", "edition"}
    assert [use.seq for use in found] == sorted(use.seq for use in found)
    assert sum(use.what == "decision" for use in found) == 2


def test_a_later_stage_registers_what_others_hold() -> None:
    town, record = lived()
    entry = town.state.facts.entry
    index = EvidenceIndex([*users(ZONE), Answers()])
    body: dict[str, Json] = {"entry": entry, "buyer": "a-buyer"}
    index.take([*town.events, event(len(town.events) + 1, "look_up.answered", "L-1", body)])
    (answer,) = (use for use in index.dependents([record]) if use.what == "answer")
    assert answer.holder == "a-buyer"


def test_nothing_rests_on_a_record_that_no_case_uses() -> None:
    town, _ = lived()
    index = EvidenceIndex(users(ZONE))
    index.take(town.events)
    assert index.dependents([RECORD]) == ()
    assert index.dependents([]) == ()


def test_what_has_ended_is_in_no_later_edition() -> None:
    town, record = lived()
    body: dict[str, Json] = {"on": town.today.isoformat(), "why": "early"}
    ended = event(len(town.events) + 1, "case.ended", town.case, body)
    index = EvidenceIndex(users(ZONE))
    index.take([*town.events, ended, event(ended.seq + 1, "edition.published", "8", {})])
    assert "edition" not in {use.what for use in index.dependents([record])}
