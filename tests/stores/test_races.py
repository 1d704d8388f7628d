"""Whoever races whom, on either database: the outcome is that of one of the two orders (F11)."""

from __future__ import annotations

import datetime as dt
import itertools
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from evenhand.cases.commands import Open, TakeEffect
from evenhand.cases.fold import fold_all
from evenhand.cases.monitors import violations
from evenhand.cases.passing_time import pass_time
from evenhand.cases.transitions import decide
from evenhand.kernel.errors import Conflict
from evenhand.kernel.ids import CaseId
from evenhand.kernel.periods import Moment
from evenhand.relational.ledger import SYSTEM, Draft, Event
from evenhand.relational.postgres_ledger import PostgresLedger
from tests.explorer.worlds import lived
from tests.figures import note
from tests.stores import racing
from tests.stores.places import File, Makes, Place, Schema
from tests.stores.prefixes import begin_at
from tests.stores.racing import (
    Turn,
    acts,
    answers,
    appeals,
    asks_for_repair,
    because,
    confirms_key,
    conflict,
    corrected,
    countersigns,
    decides,
    decides_appeal,
    decides_repair,
    decides_stage,
    deliver,
    doubted,
    enrols,
    follows,
    gone,
    lost,
    milder,
    notices,
    objects,
    opens_it,
    refuses,
    replaces_key,
    revoke,
    settled,
    time_passes,
    waive,
)
from tests.unit.cases.office import Office, ground
from tests.unit.cases.town import ZONE, founders
from tests.unit.cases.turns_of_kinds import debtor
from tests.unit.cases.turns_of_redress import COMPLETE, INCOMPLETE


@dataclass(frozen=True)
class Start:
    """A stage of a case, and everything that is possible or tried there."""

    begin: Callable[[Office], CaseId]
    turns: Mapping[str, Turn]


EVERYWHERE: Mapping[str, Turn] = {
    "correct": corrected,
    "doubt": doubted,
    "time": time_passes,
}


def _delivered(office: Office) -> CaseId:
    case = office.case()
    office.notice(case)
    office.deliver(case)
    return case


def _noticed(office: Office) -> CaseId:
    case = office.case()
    office.notice(case)
    return case


def _objected(office: Office) -> CaseId:
    case = _delivered(office)
    objects("clerk-one", "We paid.")(office, case)
    return case


def _read_by(office: Office, case: CaseId, *people: str) -> CaseId:
    for person in people:
        office.open(case, person)
    office.later(minutes=5)
    return case


def _heard(office: Office) -> CaseId:
    return _read_by(office, office.heard(), "officer-one", "officer-two", "officer-three")


def _once(office: Office) -> CaseId:
    case = office.heard()
    office.first(case)
    return _read_by(office, case, "officer-two", "officer-three")


def _decided(office: Office) -> CaseId:
    case = office.heard()
    office.first(case)
    office.second(case)
    return _read_by(office, case, "officer-three")


def _in_effect(office: Office) -> CaseId:
    return _read_by(office, office.in_effect(), "officer-one", "officer-two")


def _suspended(office: Office) -> CaseId:
    case = office.in_effect()
    doubted(office, case)
    settled(office, case)
    office.later(days=2)
    return _read_by(office, case, "officer-three", "officer-four")


def _appealed(office: Office) -> CaseId:
    case = office.in_effect()
    office.later(days=2)
    appeals("clerk-one")(office, case)
    office.later(days=3)
    return _read_by(office, case, "reviewer", "officer-one", "officer-two")


def _good_conduct(office: Office) -> CaseId:
    (case,) = office.propose(ground(1, "red")).new
    office.first(case)
    pass_time(office.desk, office.at)
    return _read_by(office, case, "officer-one", "officer-two")


def _last_day(office: Office) -> CaseId:
    case = office.in_effect()
    office.later(days=1_200)
    return _read_by(office, case, "officer-one", "officer-two")


def _asked_for_repair(office: Office) -> CaseId:
    case = office.in_effect()
    office.later(days=370)
    asks_for_repair("clerk-one", COMPLETE)(office, case)
    return case


def _debtor(office: Office) -> CaseId:
    """A debtor's entry, paused by a plan that was not kept, and looked at by two officers."""
    case = begin_at(lived(debtor(), "in_effect")(), office)
    because("payment_plan")(office, case)
    because("plan_broken")(office, case)
    content = office.desk.state(case).content or ""
    for person in ("officer-three", "officer-four"):
        acts(person, Open(content, "0" * 64))(office, case)
    office.later(minutes=5)
    return case


def _enrolling(office: Office) -> CaseId:
    """Two stewards signed an enrolment; one of them and the auditor each said their next key."""
    case = office.case()
    enrols("steward-one", "new-one")(office, case)
    enrols("steward-two", "new-one")(office, case)
    replaces_key("steward-one", "a second")(office, case)
    replaces_key("auditor", "another second")(office, case)
    return case


def _struck_off(office: Office) -> CaseId:
    case = office.in_effect()
    gone(office, case)
    return case


STARTS: Mapping[str, Start] = {
    "proposed": Start(
        Office.case,
        {"notice 1": notices, "notice 2": notices, "struck off": gone},
    ),
    "struck off": Start(
        _struck_off,
        {"follow 4": follows("officer-four"), "follow 3": follows("officer-three")},
    ),
    "asked for repair": Start(
        _asked_for_repair,
        {
            "ends": decides_repair("officer-one", "ends", COMPLETE),
            "refused": decides_repair("officer-four", "refused", INCOMPLETE),
            "ask again": asks_for_repair("clerk-two", COMPLETE),
            "appeal": appeals("clerk-two"),
            "revoke": revoke("officer-one"),
        },
    ),
    "a debtor": Start(
        _debtor,
        {
            "stands 3": decides_stage("officer-three", "review_first", "stands"),
            "stands 4": decides_stage("officer-four", "review_first", "stands"),
            "paid": because("settled"),
            "stay": because("stay"),
            "plan": because("payment_plan"),
            "part": because("part_payment"),
        },
    ),
    "enrolling": Start(
        _enrolling,
        {
            "countersign": countersigns("new-one"),
            "revoke": revoke("new-one"),
            "confirm 1": confirms_key("steward-two", "steward-one", "a second"),
            "confirm 2": confirms_key("auditor", "steward-one", "a second"),
            "confirm auditor": confirms_key("steward-one", "auditor", "another second"),
            "another key": replaces_key("steward-one", "a third"),
            "enrol": enrols("steward-one", "another-one"),
        },
    ),
    "noticed": Start(
        _noticed,
        {
            "deliver 1": deliver("clerk-one"),
            "deliver 2": deliver("clerk-two"),
            "object": objects("tax-clerk", "We paid."),
            "open": opens_it("officer-one"),
        },
    ),
    "objected": Start(
        _objected,
        {
            "waive 1": waive("clerk-one"),
            "waive 2": waive("clerk-two"),
            "object 1": objects("clerk-one", "It was not us."),
            "object 2": objects("tax-clerk", "It was another day."),
            "answer 1": answers("officer-one"),
            "answer 4": answers("officer-four"),
            "conflict": conflict("officer-one"),
            "revoke": revoke("clerk-two"),
        },
    ),
    "heard": Start(
        _heard,
        {
            "first 1": decides("officer-one", "first", "list"),
            "first 2": decides("officer-two", "first", "list"),
            "first not": decides("officer-three", "first", "do_not_list"),
            "conflict": conflict("officer-one"),
            "revoke": revoke("officer-one"),
            "open": opens_it("officer-four"),
        },
    ),
    "decided once": Start(
        _once,
        {
            "second 2": decides("officer-two", "second", "list"),
            "second 3": decides("officer-three", "second", "list"),
            "second not": decides("officer-three", "second", "do_not_list"),
            "conflict": conflict("officer-two"),
            "revoke": revoke("officer-two"),
            "revoke 1": revoke("officer-one"),
            "lost 1": lost("officer-one", dt.timedelta(hours=1)),
        },
    ),
    "decided": Start(
        _decided,
        {
            "open": opens_it("officer-four"),
            "conflict": conflict("officer-three"),
            "revoke": revoke("officer-one"),
        },
    ),
    "in effect": Start(
        _in_effect,
        {
            "ends 1": decides("officer-one", "review", "ends"),
            "ends 2": decides("officer-two", "review", "ends"),
            "revoke": revoke("officer-one"),
            "lost 2": lost("officer-two", dt.timedelta(hours=1)),
            "struck off": gone,
            "milder": milder("18 months"),
            "lifted": milder(""),
            "follow": follows("officer-four"),
        },
    ),
    "suspended": Start(
        _suspended,
        {
            "stands 3": decides("officer-three", "review", "stands"),
            "stands 4": decides("officer-four", "review", "stands"),
            "ends 3": decides("officer-three", "review", "ends"),
        },
    ),
    "appealed": Start(
        _appealed,
        {
            "upheld": decides_appeal("reviewer", "upheld"),
            "lifted": decides_appeal("reviewer", "lifted"),
            "appeal again": appeals("clerk-two"),
            "ends 1": decides("officer-one", "review", "ends"),
            "revoke": revoke("reviewer"),
        },
    ),
    "good conduct": Start(
        _good_conduct,
        {
            "refuse 1": refuses("clerk-one"),
            "refuse 2": refuses("clerk-two"),
            "ends 1": decides("officer-one", "review", "ends"),
        },
    ),
    "last day": Start(_last_day, {"ends 1": decides("officer-one", "review", "ends")}),
}

Outcome = tuple[tuple[str, str, str, str], ...]


def outcome(events: Sequence[Event], after: int) -> Outcome:
    """What was recorded since the start, without when and by which signature.

    What an officer was shown is told apart too: a delivery may come while they look. That it holds
    every objection and answer is a test of its own.
    """
    return tuple(
        (
            e.kind,
            e.topic,
            e.actor,
            repr(sorted((k, v) for k, v in e.body.items() if k != "dossier")),
        )
        for e in events
        if e.seq > after
    )


def begun(
    enrolled: Sequence[Event], folder: Path, start: Start
) -> tuple[tuple[Event, ...], CaseId, Moment]:
    """A case at its start: everything recorded, its number, the clock."""
    place = File(folder, enrolled)
    ledger = place.open()
    office = Office(ledger)
    case = start.begin(office)
    events = tuple(ledger.read())
    ledger.close()
    return events, case, office.at


def serial(
    folder: Path, events: Sequence[Event], turns: tuple[Turn, Turn], case: CaseId, at: Moment
) -> Outcome:
    """What one order gives."""
    place = File(folder, events)
    racing.in_order(place.open, turns, case, at)
    ledger = place.open()
    made = outcome(tuple(ledger.read()), len(events))
    ledger.close()
    place.remove()
    return made


TRIED = {("asked for repair", "ask again"), ("appealed", "appeal again")}
"""Turns that are refused where nobody else takes one before, and race all the same."""


@pytest.mark.parametrize("name", STARTS)
def test_every_turn_that_races_can_be_taken(
    name: str, enrolled: tuple[Event, ...], tmp_path: Path
) -> None:
    start = STARTS[name]
    events, case, at = begun(enrolled, tmp_path, start)
    for named, turn in start.turns.items():
        made = serial(tmp_path, events, (turn, lambda *_: None), case, at)
        assert bool(made) is ((name, named) not in TRIED), named


@pytest.mark.slow
@pytest.mark.parametrize("name", STARTS)
def test_a_race_ends_as_one_of_the_two_orders_does(
    name: str,
    enrolled: tuple[Event, ...],
    makes: Makes,
    tmp_path: Path,
    record_property: object,
) -> None:
    start = STARTS[name]
    turns = {**start.turns, **EVERYWHERE}
    events, case, at = begun(enrolled, tmp_path, start)
    orders = {
        pair: serial(tmp_path, events, (turns[pair[0]], turns[pair[1]]), case, at)
        for pair in itertools.product(turns, repeat=2)
    }
    differing = [pair for pair in orders if orders[pair] != orders[pair[::-1]]]
    assert differing  # at least one pair where it matters who was first
    where = makes(events)
    raced = differing if _only_differing(where) else list(orders)
    for one, other in raced:
        place = makes(events)
        sides = racing.race(place.open, (turns[one], turns[other]), case, at)
        assert [side.crashed for side in sides] == [[], []], (one, other)
        ledger = place.open()
        recorded = tuple(ledger.read())
        made = outcome(recorded, len(events))
        assert made in (orders[one, other], orders[other, one]), (one, other, made)
        assert violations(recorded, founders(), ZONE) == []
        assert ledger.verify() == len(recorded)
        fresh = Office(ledger).desk.states
        assert fresh == fold_all(e for e in recorded if e.topic in fresh)
        ledger.close()
        place.remove()
    database = "PostgreSQL" if isinstance(where, Schema) else "SQLite"
    note(
        record_property,
        f"races on {database}: {name}: {len(raced)} pairs, each ended as one of its two orders, "
        "0 violations",
    )


def _only_differing(place: Place) -> bool:
    """In PostgreSQL only where it matters who was first, but at night; making its tables takes long."""
    place.remove()
    return isinstance(place, Schema) and not os.environ.get("EVENHAND_NIGHTLY")


def test_a_dossier_that_was_shown_before_an_objection_came_does_not_count_as_opened(
    enrolled: tuple[Event, ...], makes: Makes, tmp_path: Path
) -> None:
    """The officer looks, an objection is recorded, the look is refused: it lacked the objection."""
    events, case, at = begun(enrolled, tmp_path, STARTS["noticed"])
    place = makes(events)
    objection, opening = racing.race(
        place.open, (objects("tax-clerk", "We paid."), opens_it("officer-one")), case, at
    )
    assert (objection.crashed, objection.refused, opening.crashed) == ([], [], [])
    assert [
        "has not opened the dossier, or it has changed since" in no for no in opening.refused
    ] == [True]
    ledger = place.open()
    office = Office(ledger)
    (only,) = office.desk.state(case).openings
    assert only.seq > office.desk.state(case).changed
    ledger.close()
    place.remove()


class WithoutLock(PostgresLedger):
    """As a ledger would be that takes no lock, and looks for its end when it appends."""

    level = "READ COMMITTED"

    def _begin(self) -> tuple[int, str, str | None]:
        self._connection.execute(f"BEGIN ISOLATION LEVEL {self.level}")
        return self._end()

    def _end(self) -> tuple[int, str, str | None]:
        found = self._connection.execute("SELECT seq, digest, at FROM head").fetchone()
        return found or (0, "0" * 64, None)

    @contextmanager
    def transaction(self, at: Moment) -> Iterator[Any]:
        with super().transaction(at) as opened:
            append = opened.append

            def at_the_end(drafts: Sequence[Draft]) -> tuple[Event, ...]:
                opened._last = self._end()
                return append(drafts)

            opened.append = at_the_end  # type: ignore[method-assign]
            yield opened


@pytest.mark.needs_tool("initdb")
@pytest.mark.parametrize(
    ("level", "broken"),
    [("READ COMMITTED", True), ("REPEATABLE READ", False), ("SERIALIZABLE", False)],
)
def test_without_the_lock_and_with_read_committed_an_entry_rests_on_corrected_evidence(
    level: str,
    broken: bool,
    enrolled: tuple[Event, ...],
    postgres: Callable[[], str],
    tmp_path: Path,
) -> None:
    """Why a transaction is SERIALIZABLE and takes the head first: the monitors see it without."""
    events, case, at = begun(enrolled, tmp_path, STARTS["decided"])
    place = Schema(postgres(), events)
    carrying_out, correcting = WithoutLock(place.where), place.open()
    carrying_out.level = level
    office, other = Office(carrying_out), Office(correcting)
    office.at = other.at = at
    try:
        with office.desk.transaction(at) as opened:
            (effect,) = decide(
                office.desk.state(case), TakeEffect(), replace(office.desk.context(at), signed=True)
            )
            corrected(other, case)
            opened.append([Draft(effect.kind, case, SYSTEM, effect.body)])
    except Conflict:
        pass
    recorded = tuple(correcting.read())
    tookeffect = [e.kind for e in recorded if e.kind == "case.took_effect"]
    assert (bool(tookeffect), bool(violations(recorded, founders(), ZONE))) == (broken, broken)
    carrying_out.close()
    correcting.close()
