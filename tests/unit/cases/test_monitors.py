"""The monitors see what no lawful life holds, by events alone: lives with one event changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from evenhand.cases.commands import Answer, Object, Reconsider, Waive
from evenhand.cases.monitors import violations
from evenhand.kernel.canonical import Json
from evenhand.relational.events import Draft, Event
from tests.unit.cases.town import CONTENT, PAPER, START, ZONE, Town, founders, happened

Change = Callable[[list[Event]], list[Event]]


def life() -> list[Event]:
    """A lawful life with an objection and its answer, to the effect."""
    town = Town().until("delivered")
    town.say("clerk-two", Object("We paid.", PAPER))
    town.later(days=1).say("officer-four", Answer("O-1", "The payment concerns another fine."))
    town.later(days=15)
    town.first().second().effect()
    return town.events


def again(event: Event, **changes: object) -> Event:
    """The event with other fields, signed anew by its author."""
    changed = replace(event, **changes)  # type: ignore[arg-type]
    draft = Draft(changed.kind, changed.topic, changed.actor, changed.body)
    return happened(draft, changed.seq, changed.at)


def bodied(kind: str, nth: int = 0, **changes: Json) -> Change:
    """Change the body of one event of a kind."""

    def change(events: list[Event]) -> list[Event]:
        chosen = [e for e in events if e.kind == kind][nth]
        body: Mapping[str, Json] = {**chosen.body, **changes}
        return [again(e, body=body) if e is chosen else e for e in events]

    return change


def by(kind: str, actor: str, nth: int = 0) -> Change:
    """Let somebody else have done one thing."""

    def change(events: list[Event]) -> list[Event]:
        chosen = [e for e in events if e.kind == kind][nth]
        return [again(e, actor=actor) if e is chosen else e for e in events]

    return change


def dropped(kind: str, nth: int = 0) -> Change:
    def change(events: list[Event]) -> list[Event]:
        chosen = [e for e in events if e.kind == kind][nth]
        return [e for e in events if e is not chosen]

    return change


def unsigned(kind: str) -> Change:
    def change(events: list[Event]) -> list[Event]:
        return [replace(e, signature="") if e.kind == kind else e for e in events]

    return change


def appended(kind: str, actor: str = "system", **body: Json) -> Change:
    """Let something happen after the effect."""

    def change(events: list[Event]) -> list[Event]:
        last = events[-1]
        on = last.at.astimezone(ZONE).date().isoformat()
        draft = Draft(kind, last.topic, actor, {"on": on, **body})
        return [*events, happened(draft, last.seq + 1, last.at)]

    return change


CHANGES: Mapping[str, tuple[Change, str]] = {
    "no proof of delivery": (bodied("case.delivered", how="sent"), "D1"),
    "a proof without paper": (bodied("case.delivered", paper=""), "D1"),
    "no delivery": (dropped("case.delivered"), "D1"),
    "no notice": (dropped("case.noticed"), "D1"),
    "a shorter time to object": (bodied("case.delivered", object_until="2026-03-10"), "D1"),
    "a longer time to decide": (bodied("case.delivered", decide_until="2027-03-10"), "RF-11"),
    "a decision after its time": (bodied("case.delivered", decide_until="2026-03-16"), "RF-11"),
    "no answer": (dropped("case.answered"), "D2"),
    "an answer without reasons": (bodied("case.answered", reasons="no"), "D2"),
    "an objection that is not named": (bodied("case.decided", 1, objections=[]), "D2"),
    "decided by one person twice": (by("case.decided", "officer-one-again", 1), "D3"),
    "decided by a clerk": (by("case.decided", "clerk-one"), "D3"),
    "decided by an officer of another authority": (by("case.decided", "tax-officer"), "D3"),
    "decided by who supplied the evidence": (by("case.decided", "clerk-as-officer"), "D3"),
    "an entry too long": (bodied("case.took_effect", until="2029-03-18"), "D4"),
    "a rule made afterwards": (bodied("case.proposed", public_since="2026-02-01"), "D4"),
    "a rule that was never public": (bodied("case.proposed", public_since=None), "D4"),
    "an unsigned decision": (unsigned("case.decided"), "D5"),
    "an unsigned proof": (unsigned("case.delivered"), "D5"),
    "a person's effect": (by("case.took_effect", "officer-one"), "D5"),
    "a program's decision": (by("case.decided", "system"), "D5"),
    "a decision on other content": (bodied("case.decided", content="f" * 64), "D6"),
    "a dossier never opened": (dropped("case.opened"), "D6"),
    "an event on another day": (bodied("case.decided", on="2026-03-17"), "G4"),
    "an effect without a second": (dropped("case.decided", 1), "D3"),
    "an effect without anybody": (
        lambda events: [e for e in events if e.kind != "case.decided"],
        "D10",
    ),
    "a second effect": (appended("case.took_effect", until="2029-03-17"), "D8"),
    "an end before its time": (appended("case.ended", why="last_day"), "D10"),
    "an end for evidence that did not change": (appended("case.ended", why="evidence"), "D10"),
    "an end that nobody decided": (appended("case.ended", why="early"), "D10"),
    "an end without a reason": (appended("case.ended", why="mercy"), "D10"),
    "refused away by a clerk": (appended("case.ended", "clerk-one", why="refused"), "D5"),
    "resumed by nobody": (appended("case.resumed"), "D3"),
    "a natural person": (bodied("case.proposed", subjects="resident"), "RF-3"),
    "a first event missing": (dropped("case.proposed"), "D8"),
    "an event without its form": (bodied("case.delivered", object_until="soon"), "E5"),
}


def test_a_lawful_life_has_no_violation() -> None:
    assert violations(life(), founders(), ZONE) == []


@pytest.mark.parametrize(("change", "says"), CHANGES.values(), ids=CHANGES)
def test_a_changed_life_is_named(change: Change, says: str) -> None:
    found = violations(change(life()), founders(), ZONE)
    assert any(f": {says} " in sentence for sentence in found), found


def test_something_after_the_end_is_named() -> None:
    town = Town().until("heard").first(outcome="do_not_list")
    body: dict[str, Json] = {"on": town.today.isoformat(), "content": CONTENT}
    town.events.append(
        happened(Draft("case.noticed", town.case, "system", body), len(town.events) + 1, town.at)
    )
    found = violations(town.events, founders(), ZONE)
    assert any("D7 something happened after the case was over" in said for said in found)


def test_one_clerks_waiver_is_not_a_waiver() -> None:
    town = Town().until("delivered")
    town.say("clerk-one", Waive(PAPER))
    town.say("clerk-two", Waive(PAPER))
    town.first().second().effect()
    assert violations(town.events, founders(), ZONE) == []
    alone = [e for e in town.events if not (e.kind == "case.waived" and e.actor == "clerk-two")]
    assert any("D1 " in said for said in violations(alone, founders(), ZONE))


def test_a_doubt_that_came_before_the_effect_is_named() -> None:
    town = Town().until("decided")
    record = town.state.facts.records[0]
    town.doubt(record)
    town.doubtful = frozenset()
    town.effect()
    assert any("E5 case.took_effect" in said for said in violations(town.events, founders(), ZONE))


def test_a_review_by_a_signer_is_named() -> None:
    town = Town(without=frozenset({"D9-fresh"})).until("in_effect")
    record = town.state.facts.records[0]
    town.doubt(record)
    town.run(Reconsider("doubted", (record,)))
    town.doubt(record, settled=True)
    town.sign("officer-one", "review_first", "stands")
    town.sign("officer-three", "review_second", "stands")
    assert any("D9 " in said for said in violations(town.events, founders(), ZONE))


def test_a_review_by_whoever_settled_the_doubt_is_named() -> None:
    town = Town(without=frozenset({"D9-fresh"})).until("in_effect")
    record = town.state.facts.records[0]
    town.doubt(record)
    town.run(Reconsider("doubted", (record,)))
    town.doubt(record, settled=True, by="officer-three")
    town.sign("officer-three", "review_first", "stands")
    town.sign("officer-four", "review_second", "stands")
    said = violations(town.events, founders(), ZONE)
    assert any("D9 somebody reviewed over a doubt that they had settled" in one for one in said)


def test_people_whom_no_stewards_enrolled_are_nobody() -> None:
    events = [e for e in life() if e.actor != "steward-two"]
    found = violations(events, founders(), ZONE)
    assert any("D3 the decision is not by an officer in office" in said for said in found)


def test_a_forged_enrolment_is_not_believed() -> None:
    events = [replace(e, signature="") if e.kind == "person.countersigned" else e for e in life()]
    assert any("D3 " in said for said in violations(events, founders(), ZONE))


def test_the_zone_decides_which_day_it_is() -> None:
    from zoneinfo import ZoneInfo

    assert START.astimezone(ZONE).date() != START.astimezone(ZoneInfo("Pacific/Honolulu")).date()
    found = violations(life(), founders(), ZoneInfo("Pacific/Honolulu"))
    assert any("G4 " in said for said in found)
