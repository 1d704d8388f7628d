"""What newer versions of a scheme say of entries that an older one led to: a shorter term, or none (D4).

Whether the newer rule would still list the same conduct is asked of both versions over the same records,
on the day on which the old one was met and as if both had been public as long: only what the old rule
still finds and the new one does not was lifted by the law, and not by a correction or a doubt. Of an entry
against a successor both versions are asked about whose conduct it was, the predecessor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from evenhand.cases.case import State
from evenhand.cases.commands import Lighten
from evenhand.kernel.errors import BadInput
from evenhand.kernel.ids import CaseId, SubjectId
from evenhand.kernel.periods import Day, Moment, microseconds
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.population import rows_of
from evenhand.relational.engine import Engine
from evenhand.rights.floor import enforces
from evenhand.schemes.days import Days
from evenhand.schemes.scheme import InForce, Scheme
from evenhand.scoring.grounds import grounds_for
from evenhand.scoring.questions import QUESTIONS
from evenhand.scoring.score import score

ON_LISTS = ("black",)


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry in effect, and whose conduct led to it."""

    state: State
    whose: SubjectId

    @property
    def case(self) -> CaseId:
        """Its case."""
        return self.state.facts.case


@dataclass(slots=True)
class _Pair:
    """Two versions of a scheme, and the entries of the older one that both have a list for."""

    old: Scheme
    new: Scheme
    entries: list[_Entry] = field(default_factory=list)


@enforces("RF-12")
def milder(opened: Opened, knowledge: Knowledge, at: Moment) -> dict[CaseId, Lighten]:
    """What newer versions in force say of entries that older ones led to (D4).

    The core shortens or ends, and never prolongs. A version whose list is gone, or whose rule no longer
    finds the conduct, ends its entries.
    """
    found: dict[CaseId, Lighten] = {}
    pairs: dict[tuple[str, str], _Pair] = {}
    for state, old, new in _under_an_older_version(opened, knowledge, opened.today(at)):
        rule = next((rule for rule in new.lists if rule.list == state.facts.list), None)
        found[state.facts.case] = Lighten(new.version, None if rule is None else rule.lasts)
        if rule is not None:
            pair = pairs.setdefault((old.digest, new.digest), _Pair(old, new))
            pair.entries.append(_Entry(state, _whose(opened, state)))
    if pairs:
        whose = {entry.whose for pair in pairs.values() for entry in pair.entries}
        rows = rows_of(opened, knowledge, whose)
        with opened.engine(knowledge, (), rows) as engine:
            for pair in pairs.values():
                for case in _lifted(opened, engine, pair, knowledge.learned or at):
                    found[case] = Lighten(pair.new.version, None)
    return found


def _whose(opened: Opened, state: State) -> SubjectId:
    """Whose conduct an entry is on: of a successor's the subject of the case that it follows."""
    while state.facts.follows is not None:
        state = opened.desk.state(state.facts.follows)
    return state.facts.subject


def _under_an_older_version(
    opened: Opened, knowledge: Knowledge, today: Day
) -> Iterator[tuple[State, Scheme, Scheme]]:
    """Entries in effect, with the version that led to each and the newer one that is in force."""
    now = {applied.scheme.scheme: applied.scheme for applied in opened.in_force(today, knowledge)}
    for state in opened.desk.states.values():
        facts = state.facts
        new = now.get(facts.scheme)
        if state.status != "in_effect" or facts.kind not in ON_LISTS or new is None:
            continue
        own = knowledge.schemes[facts.scheme, facts.version]
        newer = knowledge.schemes[new.scheme, new.version].since >= own.since
        if new.version != facts.version and newer:
            yield state, opened.scheme(own), new


def _lifted(opened: Opened, engine: Engine, pair: _Pair, known: Moment) -> Iterator[CaseId]:
    """The cases whose conduct the old rule still finds and no rule of the new version does."""
    for entries in _each_subject_once(pair.entries):
        meets = {
            scheme.version: _listed(opened, engine, scheme, entries, known, pair.new)
            for scheme in (pair.old, pair.new)
        }
        for entry in entries:
            if entry.case in meets[pair.old.version] and entry.case not in meets[pair.new.version]:
                yield entry.case


def _listed(
    opened: Opened,
    engine: Engine,
    scheme: Scheme,
    entries: Sequence[_Entry],
    known: Moment,
    new: Scheme,
) -> set[CaseId]:
    """The cases with a record on which some black list of a version is entered."""
    by_since: dict[Day | None, list[_Entry]] = {}
    for entry in entries:
        by_since.setdefault(entry.state.facts.public_since, []).append(entry)
    listed: set[CaseId] = set()
    for since, own in by_since.items():
        in_force = InForce(scheme, since)
        asked = _questions(own, new, known)

        def history(questions: pa.Table, of: InForce = in_force) -> pa.Table:
            return score(engine, of, questions, opened.plans)

        made = grounds_for(engine, in_force, asked, history, opened.plans)
        records = {
            (ground.subject, record)
            for ground in made
            if ground.kind in ON_LISTS
            for record in ground.records
        }
        listed |= {
            entry.case
            for entry in own
            if any((entry.whose, record) in records for record in entry.state.facts.records)
        }
    return listed


def _questions(entries: Iterable[_Entry], new: Scheme, known: Moment) -> pa.Table:
    rows: Mapping[str, list[object]] = {name: [] for name in QUESTIONS.names}
    for entry in entries:
        rows["subject"].append(int(entry.whose))
        rows["as_of"].append(_day_of(entry.state, new))
        rows["known"].append(microseconds(known))
    return pa.table(rows, QUESTIONS)


def _day_of(state: State, new: Scheme) -> Day:
    """The day on which the rule was met; the newer version's first, where it has no numbers for that."""
    try:
        Days(new).told(state.facts.met_on)
    except BadInput:
        return max(state.facts.met_on, new.in_force.start)
    return state.facts.met_on


def _each_subject_once(entries: Sequence[_Entry]) -> Iterator[list[_Entry]]:
    """Rounds in which no subject has two cases: a subject is asked about once in a question table."""
    left = list(entries)
    while left:
        chosen: dict[SubjectId, _Entry] = {}
        for entry in left:
            chosen.setdefault(entry.whose, entry)
        yield list(chosen.values())
        taken = {entry.case for entry in chosen.values()}
        left = [entry for entry in left if entry.case not in taken]
