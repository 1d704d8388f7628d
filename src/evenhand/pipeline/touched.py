"""What a change of records touches, subject by subject: standings, cases, entries, editions, holders.

It is worked out once, before anything is recorded; what is recorded, printed beforehand
(``--dry-run``) and written to the subject is the same value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pyarrow.compute as pc
import pyarrow.parquet as pq

from evenhand.cases.case import State
from evenhand.cases.correction_letter import Becomes, Finding
from evenhand.cases.fold import apply
from evenhand.cases.queue import mine, queue
from evenhand.kernel.errors import Conflict
from evenhand.kernel.ids import CaseId, EntryId, ListId, PersonId, RecordId, SchemeId, SubjectId
from evenhand.kernel.periods import Day, Moment
from evenhand.pipeline.evidence_index import HELD_BY_OTHERS, Node, Use
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.opened import Opened
from evenhand.relational.facts import RecordFacts, facts_of
from evenhand.relational.ledger import Draft, Event

_PEOPLE = ("resident", "sole_trader")


@dataclass(frozen=True, slots=True)
class CaseTouched:
    """A case that rests on a changed record.

    Attributes:
        becomes: What becomes of it.
        decisions: How many decisions had been made in it.
        noticed: Whether its subject had been told of it.
        entry: The entry in effect, where there is one.
        editions: Numbers of the editions that showed the entry.
        review_until: Last day of the review.
        reviewers: Who gets it to review, by account.
    """

    case: CaseId
    subject: SubjectId
    list: ListId
    scheme: SchemeId
    becomes: Becomes
    decisions: int
    noticed: bool
    entry: EntryId | None
    editions: tuple[str, ...]
    review_until: Day | None
    reviewers: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class StandingTouched:
    """A scheme under which the record counted, with the grade of the last daily run, if it had one."""

    scheme: SchemeId
    grade: str | None


@dataclass(frozen=True, slots=True)
class SubjectTouched:
    """Everything of one subject that one change touches."""

    subject: SubjectId
    found: Finding
    records: tuple[RecordId, ...]
    standings: tuple[StandingTouched, ...]
    cases: tuple[CaseTouched, ...]
    holders: tuple[Use, ...]


def touched(
    opened: Opened,
    knowledge: Knowledge,
    found: Mapping[RecordId, Finding],
    follows: Sequence[Draft],
    at: Moment,
) -> tuple[SubjectTouched, ...]:
    """Find everything that some changed records touch, by subject.

    Args:
        opened: The register, its desk kept up with the ledger.
        knowledge: What it knows.
        found: What became of each record.
        follows: Events that follow from it for cases, as they would be recorded.
        at: The register's clock.
    """
    facts = facts_of(opened.register.evidence, knowledge.segments, list(found))
    meant = {waiting: subject for waiting, subject, _ in knowledge.judged}
    by_subject: dict[tuple[SubjectId, Finding], list[RecordFacts]] = defaultdict(list)
    for record in sorted(facts):
        one = facts[record]
        by_subject[meant.get(one.subject, one.subject), found[record]].append(one)
    cases = _cases(opened, found, follows, at)
    uses = opened.index().dependents
    standings = _Standings(opened, knowledge, at)
    touched = []
    for (subject, finding), records in by_subject.items():
        numbers = tuple(one.record for one in records)
        nodes: list[Node] = [("record", str(number)) for number in numbers]
        own = {use.name for use in uses(nodes) if use.what == "case"}
        nodes.append(("subject", str(subject)))
        holders = tuple(use for use in uses(nodes) if use.what in HELD_BY_OTHERS)
        touched.append(
            SubjectTouched(
                subject,
                finding,
                numbers,
                standings.of(subject, {one.type for one in records}),
                tuple(cases[case] for case in sorted(own) if case in cases),
                holders,
            )
        )
    return tuple(touched)


def is_natural(opened: Opened, subject: SubjectId) -> bool:
    """Say whether a subject is a resident or sole trader, or was erased; nothing tells of those."""
    try:
        scheme, _, kind = opened.register.vault.identifier_of(subject)
    except Conflict:
        return True
    return scheme == "resident" or kind in _PEOPLE


def _cases(
    opened: Opened, found: Mapping[RecordId, Finding], follows: Sequence[Draft], at: Moment
) -> dict[str, CaseTouched]:
    """Every case that rests on a changed record and is not over, with what becomes of it."""
    nodes: list[Node] = [("record", str(record)) for record in found]
    uses = opened.index().dependents(nodes)
    drafts: dict[str, list[Draft]] = defaultdict(list)
    for draft in follows:
        drafts[draft.topic].append(draft)
    cases = {}
    for use in uses:
        state = opened.desk.states.get(CaseId(use.name)) if use.what == "case" else None
        if state is None or (state.status in ("ended", "closed") and use.name not in drafts):
            continue
        after = _after(state, drafts.get(use.name, ()), at)
        mine_of = opened.index().dependents([("case", use.name)])
        editions = tuple(u.name for u in mine_of if u.what == "edition")
        cases[use.name] = _case(opened, state, after, editions, at)
    return cases


def _case(
    opened: Opened, before: State, after: State, editions: tuple[str, ...], at: Moment
) -> CaseTouched:
    facts = before.facts
    in_effect = before.status == "in_effect"
    suspension = after.suspension
    return CaseTouched(
        case=facts.case,
        subject=facts.subject,
        list=facts.list,
        scheme=facts.scheme,
        becomes=_becomes(before, after),
        decisions=len(before.decisions) + len(before.reviews),
        noticed=before.delivered_on is not None,
        entry=facts.entry if in_effect else None,
        editions=editions if in_effect else (),
        review_until=suspension.review_until if suspension and in_effect else None,
        reviewers=_reviewers(opened, after, at),
    )


def _becomes(before: State, after: State) -> Becomes:
    if after.status != before.status and after.status in ("closed", "ended"):
        return "closed" if after.status == "closed" else "ended"
    if after.suspension is not None:
        return "suspended"
    return "unchanged" if after.status == "in_effect" else "waits"


def _after(state: State, drafts: Sequence[Draft], at: Moment) -> State:
    """The case as it is when what follows has been recorded."""
    for number, draft in enumerate(drafts, state.changed + 1):
        event = Event(number, at, draft.kind, draft.topic, draft.actor, draft.body, "", "", "")
        state = apply(state, event)
    return replace(state, changed=state.changed)


def _reviewers(opened: Opened, after: State, at: Moment) -> tuple[PersonId, ...]:
    """Who may review a suspended entry: officers of its authority whom nothing bars (D3, D9)."""
    if after.suspension is None:
        return ()
    desk, now = opened.desk, opened.desk.now(at)
    waiting = queue([after], desk.today(now))
    officers = desk.people.in_office("officer", after.facts.authority, now)
    return tuple(t.person for t in officers if mine(waiting, desk, t.person, now))


class _Standings:
    """Which schemes count records of some types for a subject, by the standings of the last run.

    Where no run has kept any, a scheme counts conservatively: by the type and by the kind of subject.
    """

    def __init__(self, opened: Opened, knowledge: Knowledge, at: Moment) -> None:
        self._opened = opened
        self._schemes = [one.scheme for one in opened.in_force(opened.today(at), knowledge)]

    def of(self, subject: SubjectId, types: set[str]) -> tuple[StandingTouched, ...]:
        """The standings of one subject that records of these types count in."""
        counting = [scheme for scheme in self._schemes if types & scheme.reads()]
        found = []
        for scheme in counting:
            path = self._opened.standings / f"{scheme.scheme}.parquet"
            if not path.exists():
                if scheme.participation != "opt_in":
                    found.append(StandingTouched(scheme.scheme, None))
                continue
            table = pq.read_table(
                path, columns=["subject", "grade"], filters=pc.field("subject") == int(subject)
            )
            if table.num_rows:
                found.append(StandingTouched(scheme.scheme, table["grade"][0].as_py()))
        return tuple(found)
