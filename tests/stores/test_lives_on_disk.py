"""Lives of a case on real ledgers: turns, repetitions, races, crashes, changes from outside.

After every step the monitors find nothing, the chain holds, and whoever folds the ledger anew knows
what the desk knows that was there all the time.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from evenhand.cases.act import prepare, submit
from evenhand.cases.commands import Command, Object, Open
from evenhand.cases.desk import Desk
from evenhand.cases.monitors import violations
from evenhand.kernel.errors import Conflict, EvenhandError, NotLawfulNow, NotPermitted, ProofFailed
from evenhand.kernel.ids import CaseId, PersonId
from evenhand.relational.ledger import SYSTEM, Draft, Event
from tests.figures import note
from tests.stores import racing
from tests.stores.killed import kill_a_writer
from tests.stores.places import AnyLedger, File, Makes, Place, Schema
from tests.stores.prefixes import begin_at, known, prefixes
from tests.stores.test_races import EVERYWHERE, STARTS
from tests.unit.cases.office import Office, hand
from tests.unit.cases.town import CHINA, PAPER, ZONE, founders

AVAILABLE_PROVIDERS["steady"] = "tests.reference.steady.Steady"
NIGHT = bool(os.environ.get("EVENHAND_NIGHTLY"))
TURNS = {
    f"{stage}: {name}": turn
    for stage, start in STARTS.items()
    for name, turn in {**start.turns, **EVERYWHERE}.items()
}
OF_DEBTORS = [TURNS[name] for name in sorted(TURNS) if name.startswith("a debtor: ")]
names = st.sampled_from(sorted(TURNS))
explored = st.deferred(lambda: st.sampled_from(sorted(prefixes())))


class Life(RuleBasedStateMachine):
    """One case of one office; a subclass says in which kind of ledger, and after which enrolments."""

    makes: Makes
    enrolled: Sequence[Event]

    def __init__(self) -> None:
        super().__init__()
        self.place: Place = self.makes(self.enrolled)
        self.ledger: AnyLedger = self.place.open()
        self.office = Office(self.ledger)
        self.case: CaseId | None = None

    @initialize(start=st.one_of(st.sampled_from(sorted(STARTS)), explored))
    def begin(self, start: str) -> None:
        """A lawful life up to a stage, or any state that the explorer came to."""
        if start in STARTS:
            self.case = STARTS[start].begin(self.office)
            return
        node = prefixes()[start]
        self.case = begin_at(node, self.office)
        assert known(self.office.desk, node), start

    @rule(name=names)
    def take_turn(self, name: str) -> None:
        """Somebody does something; a refusal in words is part of life."""
        with suppress(NotLawfulNow, NotPermitted, Conflict):
            self._turn(name)(self.office, self._case())

    @rule(names=st.tuples(names, names))
    def race(self, names: tuple[str, str]) -> None:
        """Two do something at the same moment."""
        turns = (self._turn(names[0]), self._turn(names[1]))
        sides = racing.race(self.place.open, turns, self._case(), self.office.at)
        assert [side.crashed for side in sides] == [[], []]

    @rule(days=st.sampled_from([0, 1, 2, 16, 31, 1_200]), minutes=st.sampled_from([0, 3, 60]))
    def wait(self, days: int, minutes: int) -> None:
        """Time goes by."""
        self.office.later(days, minutes)

    @rule(person=st.sampled_from(["officer-one", "officer-four", "clerk-one"]), opens=st.booleans())
    def say_twice(self, person: str, opens: bool) -> None:
        """The same signed act comes again: it is refused, but for one more look at the dossier."""
        assert self.case is not None
        said: Command = Object("We paid.", PAPER)
        if opens:
            said = Open(self.office.desk.state(self.case).content, "0" * 64)
        try:
            draft = prepare(self.office.desk, PersonId(person), self.case, said, self.office.at)
        except (NotLawfulNow, NotPermitted):
            return
        signature = hand(person).signed(draft)
        submit(self.office.desk, draft, said, signature, self.office.at)
        before = self.ledger.head()
        try:
            again = submit(self.office.desk, draft, said, signature, self.office.at)
        except (NotLawfulNow, NotPermitted):
            assert self.ledger.head() == before
        else:
            assert [event.kind for event in again] == ["case.opened"]

    @rule()
    def crash(self) -> None:
        """Whoever was recording goes away before the end; nothing of it is there."""
        before, own = self.ledger.head(), self.place.open()
        broken = own.transaction(self.office.at)
        broken.__enter__().append([Draft("rows.corrected", "D-1", SYSTEM, {"records": []})])
        own._connection.close()
        with suppress(EvenhandError):  # the end of what was cut off has nothing to end any more
            broken.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
        assert self.ledger.head() == before
        self.ledger.close()
        self.ledger = self.place.open()
        at, self.office = self.office.at, Office(self.ledger)
        self.office.at = at

    @rule()
    def kill(self) -> None:
        """The process that was recording is killed by the system; nothing of it is there."""
        before = self.ledger.head()
        kill_a_writer(self.place, self.office.at)
        assert self.ledger.head() == before

    @invariant()
    def everything_holds(self) -> None:
        """The monitors find nothing, the chain holds, a fresh fold is the desk's."""
        self.office.desk.catch_up()
        other = self.place.open()
        recorded = tuple(other.read())
        assert violations(recorded, founders(), ZONE) == []
        assert other.verify() == len(recorded)
        fresh = Desk(other, founders(), ZONE, CHINA)
        assert fresh.states == self.office.desk.states
        assert fresh.doubtful() == self.office.desk.doubtful()
        other.close()

    def teardown(self) -> None:
        """Throw the ledger away."""
        self.ledger.close()
        self.place.remove()

    def _case(self) -> CaseId:
        assert self.case is not None
        return self.case

    def _turn(self, name: str) -> racing.Turn:
        """The turn of a name; a debtor's case, which no scheme of the office knows, has its own."""
        if self.office.desk.state(self._case()).facts.kind != "court":
            return TURNS[name]
        return OF_DEBTORS[sorted(TURNS).index(name) % len(OF_DEBTORS)]


@pytest.mark.slow
def test_no_life_on_a_real_ledger_breaks_an_invariant(
    makes: Makes, enrolled: tuple[Event, ...]
) -> None:
    here = type("LifeHere", (Life,), {"makes": staticmethod(makes), "enrolled": enrolled})
    run_state_machine_as_test(
        here,
        settings=settings(
            max_examples=400 if NIGHT else 12,
            stateful_step_count=40 if NIGHT else 12,
            deadline=None,
            derandomize=True,
            database=None,
            backend="steady",
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_every_state_that_the_explorer_came_to_can_be_written_and_read_again(
    makes: Makes, enrolled: tuple[Event, ...], record_property: object
) -> None:
    """Each prefix of the search, signed for real: the ledger holds it, the monitors find nothing."""
    there = sorted(prefixes())
    taken = there if makes(enrolled).__class__ is File or NIGHT else there[::5]
    for name in taken:
        place = makes(enrolled)
        ledger = place.open()
        office = Office(ledger)
        begin_at(prefixes()[name], office)
        recorded = tuple(ledger.read())
        assert known(office.desk, prefixes()[name]), name
        assert violations(recorded, founders(), ZONE) == [], name
        assert ledger.verify() == len(recorded)
        ledger.close()
        place.remove()
    note(record_property, f"prefixes of the explorer written to a ledger: {len(taken)}")


# changes from outside

TRIGGERS = ("event_stays", "event_remains", "event_next", "once_stays", "once_remains", "once_next")
CHANGES: dict[str, tuple[str, int]] = {
    # what somebody with the file or the database does: the statement, the event that is named
    "one row": ("UPDATE event SET actor = 'officer-two' WHERE seq = 34", 34),
    "one byte": (
        "UPDATE event SET body = replace(body, 'linhe-compliance', 'linhe-complianee')",
        34,
    ),
    "one time": ("UPDATE event SET at = '2020' || substr(at, 5) WHERE seq = 35", 35),
    "one signature": ("UPDATE event SET signature = 'AAAA' WHERE seq = 2", 2),
    "a row less": ("DELETE FROM event WHERE seq = 35", 35),
}


def tampered(place: Place, statement: str) -> None:
    """Do it with the database's own means, behind the triggers, and put these back."""
    if isinstance(place, Schema):
        with psycopg.connect(place.where) as connection:
            connection.execute("SET session_replication_role = replica")
            connection.execute(statement)
        return
    import sqlite3

    assert isinstance(place, File)
    on_disk = sqlite3.connect(place.path, isolation_level=None)
    kept = [
        row[0] for row in on_disk.execute("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
    ]
    for name in TRIGGERS:
        on_disk.execute(f"DROP TRIGGER {name}")
    on_disk.execute(statement)
    for sql in kept:
        on_disk.execute(sql)
    on_disk.close()


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_is_changed_from_outside_is_named_by_the_next_look(
    change: str, makes: Makes, enrolled: tuple[Event, ...], tmp_path: Path
) -> None:
    statement, seq = CHANGES[change]
    lived = File(tmp_path, enrolled)
    ledger = lived.open()
    Office(ledger).heard()
    place = makes(tuple(ledger.read()))
    ledger.close()
    tampered(place, statement)
    opened = place.open()
    with pytest.raises(ProofFailed, match=f"Event {seq} of the ledger does not fit its chain"):
        opened.verify()
    opened.close()


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_a_dropped_trigger_of_the_file_is_named(
    trigger: str, enrolled: tuple[Event, ...], tmp_path: Path
) -> None:
    import sqlite3

    place = File(tmp_path, enrolled)
    connection = sqlite3.connect(place.path)
    connection.execute(f"DROP TRIGGER {trigger}")
    connection.close()
    opened = place.open()
    with pytest.raises(ProofFailed, match=re.escape(f"trigger {trigger} is missing")):
        opened.verify()
    opened.close()


@pytest.mark.needs_tool("initdb")
@pytest.mark.parametrize("trigger", ["event_stays", "event_next", "once_stays", "head_follows"])
@pytest.mark.parametrize("how", ["DROP TRIGGER {0} ON {1}", "ALTER TABLE {1} DISABLE TRIGGER {0}"])
def test_a_dropped_trigger_of_the_database_is_named(
    trigger: str, how: str, enrolled: tuple[Event, ...], postgres: Callable[[], str]
) -> None:
    place = Schema(postgres(), enrolled)
    table = trigger.split("_", maxsplit=1)[0]
    with psycopg.connect(place.where) as connection:
        connection.execute(how.format(trigger, table))
    opened = place.open()
    with pytest.raises(ProofFailed, match=f"trigger {trigger} is missing"):
        opened.verify()
    opened.close()
