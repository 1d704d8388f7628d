"""The audit of a register, and the edition that is not published over a broken ledger."""

from __future__ import annotations

import sqlite3

import pytest

from evenhand.cases.invariants import INVARIANTS
from evenhand.kernel.canonical import Json
from evenhand.relational.ledger import SYSTEM, Draft, SqliteLedger
from evenhand.relational.ledger_place import open_ledger
from tests.world import ORIGIN, World


def forge(town: World) -> int:
    """End the entry from outside, for a reason that is not there; gives the number of the event."""
    case = town.only_case()
    ledger = open_ledger(town.register)
    body = {"on": town.at.date().isoformat(), "why": "last_day"}
    (event,) = ledger.append([Draft("case.ended", case, SYSTEM, body)], town.at)
    ledger.close()
    return event.seq


@pytest.mark.both_databases("published")
def test_a_lawful_register_is_audited_invariant_by_invariant(published: World) -> None:
    said = published.must("audit", "--json").value
    assert said["violations"] == []
    assert said["cases"] == 1
    assert list(said["invariants"]) == list(INVARIANTS)
    assert said["invariants"]["D1"] == {"looked_at": "cases", "count": 1, "violations": 0}
    assert said["invariants"]["L1"]["looked_at"] == "later"


@pytest.mark.both_databases("published")
def test_a_violation_is_named_and_nothing_is_published_over_it(published: World) -> None:
    seq = forge(published)
    said = published.say("audit", "--json")
    assert said.code == 3
    assert said.value["invariants"]["D10"]["violations"] == 1
    assert f"(event {seq})" in said.value["violations"][0]
    before = published.head()
    refused = published.say("publish", "--key", published.key("publisher"), "--origin", ORIGIN)
    assert refused.code == 3
    assert f"(event {seq})" in refused.err
    assert "so nothing is published" in refused.err
    assert published.head() == before


def publishing(town: World) -> tuple[object, ...]:
    return ("publish", "--key", town.key("publisher"), "--origin", ORIGIN)


def changed_from_outside(town: World, kind: str) -> int:
    """Change what one event says in the file of the ledger; gives its number."""
    with sqlite3.connect(town.register / "ledger.sqlite") as file:
        triggers = file.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        made = triggers.fetchall()
        for name, _ in made:
            file.execute(f"DROP TRIGGER {name}")
        (seq,) = file.execute("SELECT MIN(seq) FROM event WHERE kind = ?", (kind,)).fetchone()
        file.execute("UPDATE event SET body = REPLACE(body, '}', ' }') WHERE seq = ?", (seq,))
        for _, sql in made:
            file.execute(sql)
    return int(seq)


@pytest.mark.parametrize("kind", ["delivery.received", "case.decided", "person.enrolled"])
def test_nothing_is_published_over_an_event_that_was_changed(published: World, kind: str) -> None:
    editions = sorted(path.name for path in (published.register / "editions").iterdir())
    seq = changed_from_outside(published, kind)
    refused = published.say(*publishing(published))
    assert refused.code == 3
    assert f"event {seq}" in refused.err.lower()
    assert sorted(path.name for path in (published.register / "editions").iterdir()) == editions


def test_nothing_is_published_over_an_edition_whose_log_was_changed(published: World) -> None:
    editions = published.register / "editions"
    before, head = sorted(path.name for path in editions.iterdir()), published.head()
    checkpoint = editions / "1" / "checkpoint"
    checkpoint.write_bytes(checkpoint.read_bytes().replace(b"\n1\n", b"\n2\n", 1) + b" ")
    refused = published.say(*publishing(published))
    assert refused.code == 3
    assert "checkpoint" in refused.err
    assert (sorted(path.name for path in editions.iterdir()), published.head()) == (before, head)


def test_c1_a_consent_that_one_clerk_read_twice_is_found_and_stops_publication(
    published: World,
) -> None:
    body: dict[str, Json] = {"scheme": "linhe-osmanthus", "delivery": "D-1", "subject": "S-1"}
    ledger = SqliteLedger(published.register / "ledger.sqlite")
    ledger.append([Draft("consent.entered", "linhe-osmanthus", "credit-clerk", body)], published.at)
    read: dict[str, Json] = {"entry": "D-1", "forms": 1}
    (event,) = ledger.append(
        [Draft("consent.confirmed", "linhe-osmanthus", "credit-clerk", read, "AAAA")], published.at
    )
    ledger.close()
    said = published.say("audit", "--json")
    assert said.code == 3
    assert (
        f"C1 one person entered and confirmed a consent (event {event.seq})"
        in said.value["violations"]
    )
    assert said.value["invariants"]["C1"]["violations"] == 1
    refused = published.say(*publishing(published))
    assert refused.code == 3
    assert "so nothing is published" in refused.err
