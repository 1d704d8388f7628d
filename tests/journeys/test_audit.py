"""The audit of a register, and the edition that is not published over a broken ledger."""

from __future__ import annotations

from evenhand.cases.invariants import INVARIANTS
from evenhand.relational.ledger import SYSTEM, Draft, SqliteLedger
from tests.world import ORIGIN, World


def forge(town: World) -> int:
    """End the entry from outside, for a reason that is not there; gives the number of the event."""
    case = town.only_case()
    ledger = SqliteLedger(town.register / "ledger.sqlite")
    body = {"on": town.at.date().isoformat(), "why": "last_day"}
    (event,) = ledger.append([Draft("case.ended", case, SYSTEM, body)], town.at)
    ledger.close()
    return event.seq


def test_a_lawful_register_is_audited_invariant_by_invariant(published: World) -> None:
    said = published.must("audit", "--json").value
    assert said["violations"] == []
    assert said["cases"] == 1
    assert list(said["invariants"]) == list(INVARIANTS)
    assert said["invariants"]["D1"] == {"looked_at": "cases", "count": 1, "violations": 0}
    assert said["invariants"]["L1"]["looked_at"] == "later"


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
