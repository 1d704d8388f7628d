"""Two people at one case at the same moment: one holds the ledger, the other has decided and waits.

A turn is what somebody does, from looking to recording. The gate stands where a transaction begins: the
first holds the ledger until the second, who looked at the same case, has come to the gate. What the
second then records is checked against what the first recorded.
"""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from evenhand.cases import adjudicate
from evenhand.cases.act import act
from evenhand.cases.adjudicate import (
    Verdict,
    ask_for_repair,
    decide_appeal,
    decide_repair,
    declare_conflict,
    record_appeal,
    record_objection,
    record_refusal,
    record_waiver,
    review,
)
from evenhand.cases.adjudicate import answer as answer_it
from evenhand.cases.case import Cause, State
from evenhand.cases.commands import (
    Answer,
    Appeal,
    Command,
    DecideAppeal,
    DecideRepair,
    Follow,
    Lighten,
    Object,
    RepairPath,
)
from evenhand.cases.dossier import Dossier, dossier_of
from evenhand.cases.enrol import countersign, enrol
from evenhand.cases.enrol import revoke as revoke_it
from evenhand.cases.founder_keys import confirm_own_key, replace_own_key
from evenhand.cases.lost_keys import LostKey, report_lost
from evenhand.cases.passing_time import pass_time, reconsidered
from evenhand.cases.redress import AppealOutcome, RepairOutcome
from evenhand.cases.succession import (
    Registration,
    ceased,
    facts_of_successor,
    open_against_successor,
)
from evenhand.kernel.errors import Conflict, NotLawfulNow, NotPermitted
from evenhand.kernel.ids import CaseId, PersonId, RecordId, SubjectId
from evenhand.kernel.periods import Moment, Span
from evenhand.relational.ledger import SYSTEM, Draft
from tests.explorer.commands import decision
from tests.stores.places import AnyLedger
from tests.unit.cases.office import Office, enrolment, hand
from tests.unit.cases.town import PAPER, REASONS, key_of

Turn: TypeAlias = Callable[[Office, CaseId], object]
PATIENCE = 20.0
"""Seconds after which a race is taken for stuck."""


class Gated:
    """A ledger whose first transaction calls ``before`` ahead of its beginning and ``inside`` within."""

    def __init__(
        self, ledger: AnyLedger, before: Callable[[], None], inside: Callable[[], None]
    ) -> None:
        self._ledger = ledger
        self._before = before
        self._inside = inside
        self._passed = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ledger, name)

    def append(self, drafts: Any, at: Moment) -> Any:
        """See ``Ledger.append``."""
        with self.transaction(at) as opened:
            return opened.append(drafts)

    @contextmanager
    def transaction(self, at: Moment) -> Iterator[Any]:
        """See ``Ledger.transaction``."""
        first, self._passed = not self._passed, True
        if first:
            self._before()
        with self._ledger.transaction(at) as opened:
            if first:
                self._inside()
            yield opened


@dataclass
class Side:
    """One of two who race: what they did, and what they were told."""

    turn: Turn
    refused: list[str] = field(default_factory=list)
    crashed: list[BaseException] = field(default_factory=list)

    def take(self, ledger: Any, case: CaseId, at: Moment) -> None:
        """Take the turn; look once more at the case as it now is, and try again, as a person would."""
        try:
            office = Office(ledger)
            office.at = at
            try:
                self.turn(office, case)
            except (NotLawfulNow, NotPermitted, Conflict) as no:
                self.refused.append(str(no))
                self._again(office, case)
        except BaseException as fault:
            self.crashed.append(fault)

    def _again(self, office: Office, case: CaseId) -> None:
        try:
            self.turn(office, case)
        except (NotLawfulNow, NotPermitted, Conflict) as no:
            self.refused.append(str(no))


def race(
    opens: Callable[[], Any], turns: tuple[Turn, Turn], case: CaseId, at: Moment
) -> tuple[Side, Side]:
    """Let the first hold the ledger while the second, who looked before that, waits for it."""
    sides = (Side(turns[0]), Side(turns[1]))
    looked, inside = threading.Event(), threading.Event()

    def held() -> None:
        inside.set()
        looked.wait(PATIENCE)
        time.sleep(0.002)

    def run(side: Side, before: Callable[[], None], within: Callable[[], None]) -> None:
        ledger = opens()
        try:
            side.take(Gated(ledger, before, within), case, at)
        finally:
            inside.set()
            looked.set()
            ledger.close()

    def arrive() -> None:
        inside.wait(PATIENCE)
        looked.set()

    threads = [
        threading.Thread(target=run, args=(sides[0], _nothing, held)),
        threading.Thread(target=run, args=(sides[1], arrive, _nothing)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(3 * PATIENCE)
    return sides


def in_order(
    opens: Callable[[], AnyLedger], turns: tuple[Turn, Turn], case: CaseId, at: Moment
) -> None:
    """Let one go after the other."""
    for turn in turns:
        ledger = opens()
        Side(turn).take(ledger, case, at)
        ledger.close()


def _nothing() -> None:
    """Do nothing."""


# turns of people


def deliver(person: str) -> Turn:
    return lambda office, case: office.deliver(case, person)


def waive(person: str) -> Turn:
    return lambda o, case: record_waiver(o.desk, hand(person), case, PAPER, o.at)


def objects(person: str, text: str) -> Turn:
    return lambda o, case: record_objection(o.desk, hand(person), case, Object(text, PAPER), o.at)


def answers(person: str) -> Turn:
    return lambda o, case: answer_it(o.desk, hand(person), case, Answer("O-1", REASONS), o.at)


def opens_it(person: str) -> Turn:
    return lambda office, case: office.open(case, person)


def conflict(person: str) -> Turn:
    return lambda o, case: declare_conflict(o.desk, hand(person), case, "My brother works.", o.at)


def revoke(person: str) -> Turn:
    return lambda o, _: revoke_it(o.desk, hand("steward-one"), PersonId(person), "moved", o.at)


def decides(person: str, stage: str, outcome: str) -> Turn:
    """Decide on a dossier that was opened before, so that only the decision races."""

    def turn(office: Office, case: CaseId) -> object:
        dossier = _read(office, case)
        verdict = Verdict(outcome, REASONS)  # type: ignore[arg-type]
        door = {"first": adjudicate.decide_first, "second": adjudicate.decide_second}
        return door.get(stage, review)(office.desk, hand(person), dossier, verdict, office.at)

    return turn


def appeals(person: str, text: str = "It was not our drain.") -> Turn:
    return lambda o, case: record_appeal(o.desk, hand(person), case, Appeal(text, PAPER), o.at)


def decides_appeal(person: str, outcome: AppealOutcome) -> Turn:
    """Decide the first appeal on the content that the person has read."""

    def turn(office: Office, case: CaseId) -> object:
        office.desk.catch_up()
        content = office.desk.state(case).content or ""
        verdict = DecideAppeal("A-1", outcome, REASONS, content)
        return decide_appeal(office.desk, hand(person), case, verdict, office.at)

    return turn


def refuses(person: str) -> Turn:
    return lambda o, case: record_refusal(o.desk, hand(person), case, PAPER, o.at)


def asks_for_repair(person: str, path: RepairPath) -> Turn:
    """Ask for repair for the subject; ``path`` is what the list's rule asks for and what is missing."""

    def turn(office: Office, case: CaseId) -> object:
        office.desk.repair_paths = {case: path}
        return ask_for_repair(office.desk, hand(person), case, PAPER, office.at)

    return turn


def decides_repair(person: str, outcome: RepairOutcome, path: RepairPath) -> Turn:
    """Decide the first application, where the register finds that much of what the rule asks for."""

    def turn(office: Office, case: CaseId) -> object:
        office.desk.repair_paths = {case: path}
        verdict = DecideRepair("P-1", outcome, REASONS)
        return decide_repair(office.desk, hand(person), case, verdict, office.at)

    return turn


def lost(person: str, since: dt.timedelta) -> Turn:
    """Report that somebody else may have a person's key, from so long ago."""

    def turn(office: Office, _case: CaseId) -> object:
        key = LostKey(PersonId(person), key_of(person).public, office.at - since, "stolen")
        return report_lost(office.desk, hand("steward-one"), key, office.at)

    return turn


def enrols(steward: str, person: str) -> Turn:
    return lambda o, _: enrol(o.desk, hand(steward), enrolment(person), o.at)


def countersigns(person: str) -> Turn:
    return lambda o, _: countersign(o.desk, hand("auditor"), enrolment(person), o.at)


def replaces_key(person: str, new: str) -> Turn:
    return lambda o, _: replace_own_key(o.desk, hand(person), key_of(new), o.at)


def confirms_key(by: str, person: str, new: str) -> Turn:
    key = key_of(new).public
    return lambda o, _: confirm_own_key(o.desk, hand(by), PersonId(person), key, o.at)


def acts(person: str, command: Command) -> Turn:
    """Any command of a person, of a case whose content the office has no rule for."""
    return lambda o, case: act(o.desk, hand(person), case, command, o.at)


def decides_stage(person: str, stage: str, outcome: str) -> Turn:
    """Decide on what was shown at the last look, whatever the kind of case."""

    def turn(office: Office, case: CaseId) -> object:
        office.desk.catch_up()
        made = decision(office.desk.state(case), stage, outcome)
        return act(office.desk, hand(person), case, made, office.at)

    return turn


def _read(office: Office, case: CaseId) -> Dossier:
    office.desk.catch_up()
    return dossier_of(office.desk.state(case), office.content(case), office.desk.today(office.at))


# turns of the register


def time_passes(office: Office, _case: CaseId) -> object:
    return pass_time(office.desk, office.at)


def corrected(office: Office, case: CaseId) -> object:
    """A correction arrives: what follows for cases is recorded with it (E5)."""
    with office.desk.transaction(office.at) as opened:
        records = office.desk.state(case).facts.records
        follows = _reconsider(office, dict.fromkeys(records, "corrected"))
        body = {"records": [str(r) for r in records], "on": str(office.at.date())}
        return opened.append([Draft("rows.corrected", "D-1", SYSTEM, body), *follows])


def doubted(office: Office, case: CaseId) -> object:
    """Somebody disputes the records; what follows is recorded with it."""
    with office.desk.transaction(office.at) as opened:
        records = office.desk.state(case).facts.records
        named: Any = {"records": [str(r) for r in records]}
        follows = _reconsider(office, dict.fromkeys(records, "doubted"))
        return opened.append([Draft("record.doubted", str(records[0]), SYSTEM, named), *follows])


def notices(office: Office, case: CaseId) -> None:
    """The notice of a case is made."""
    office.notice(case)


def gone(office: Office, case: CaseId) -> object:
    """The subject is struck off; what follows for its cases is recorded."""
    with office.desk.transaction(office.at) as opened:
        subject = office.desk.state(case).facts.subject
        return opened.append(list(ceased(office.desk, {subject: "deregistered"}, office.at)))


def milder(lasts: str) -> Turn:
    """The daily run finds a newer version in force: with a shorter term, or without such a list."""

    def turn(office: Office, case: CaseId) -> object:
        newer = Lighten("2026.1", Span.parse(lasts) if lasts else None)
        return pass_time(office.desk, office.at, milder={case: newer})

    return turn


def follows(person: str, number: int = 8) -> Turn:
    """An officer opens a case against the successor that a registration names."""

    def turn(office: Office, case: CaseId) -> object:
        change = Registration(RecordId(7000), 7001, "D-fedcba9876543210", PersonId("tax-clerk"))

        def asked(before: State) -> Follow:
            facts = facts_of_successor(before, SubjectId(1000 + number), change, hand(person))
            return Follow(facts, before, True, True, REASONS)

        return open_against_successor(office.desk, hand(person), case, asked, office.at)

    return turn


def settled(office: Office, case: CaseId) -> object:
    """Somebody outside the case found that the records stand."""
    records = [str(r) for r in office.desk.state(case).facts.records]
    body: Any = {"records": records, "of": ["dispute"]}
    draft = Draft("record.doubt_settled", records[0], SYSTEM, body)
    made = office.ledger.append([draft], office.at)
    office.desk.catch_up()
    return made


def because(cause: Cause) -> Turn:
    """Something becomes of the records: a payment, a stay, a plan; what follows is recorded."""

    def turn(office: Office, case: CaseId) -> object:
        with office.desk.transaction(office.at) as opened:
            records = office.desk.state(case).facts.records
            return opened.append(list(_reconsider(office, dict.fromkeys(records, cause))))

    return turn


def _reconsider(office: Office, changes: Any) -> tuple[Draft, ...]:
    """What follows, worked out by a desk that is up to date within the open transaction."""
    return reconsidered(office.desk, changes, office.at)
