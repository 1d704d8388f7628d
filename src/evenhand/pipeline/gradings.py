"""Worse grades that cost something, and steps that are due: what cases may be proposed on (RF-6).

Both rest on the records that count against the subject, never on the points; a subject whose grade is
bad for want of good records gets no case. A grade or step that a case is open about is not proposed
again, and neither is one on records that earlier cases were about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyarrow as pa

from evenhand.cases.case import State
from evenhand.cases.propose import Proposable, Terms
from evenhand.kernel.grounds import Ground, GroundKind
from evenhand.kernel.ids import CaseId, ListId, RecordId, SubjectId
from evenhand.kernel.periods import Clocks, Span
from evenhand.lists.grade_held import costs_something, grade_in_effect, worst_first
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.opened import Opened
from evenhand.relational.engine import Engine
from evenhand.relational.facts import facts_of
from evenhand.rights.floor import enforces
from evenhand.schemes.scheme import InForce, Scheme
from evenhand.scoring.explain import explain_all
from evenhand.scoring.standing import Explanation

OBJECTION_DAYS = 15
LASTS = Span(36, "month")
"""A grade or step that nothing ends before: the longest that anything adverse lasts (RF-8)."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something that a subject's standing calls for: a worse grade, or the next step.

    Attributes:
        number: Of the step, from 1; 1 for a grade.
        earlier: Records that earlier cases about this rested on.
    """

    subject: SubjectId
    kind: GroundKind
    detail: str
    number: int
    earlier: frozenset[RecordId]
    follows: CaseId | None = None


@dataclass(frozen=True, slots=True)
class Graded:
    """What one scheme's standings lead to, beside its lists."""

    found: tuple[Proposable, ...] = ()
    better: tuple[CaseId, ...] = ()


@enforces("RF-6")
def graded(
    opened: Opened,
    engine: Engine,
    in_force: InForce,
    standings: pa.Table,
    when: tuple[Clocks, Knowledge],
) -> Graded:
    """Find what grades and steps of one scheme cases may be proposed on, and which cases are over."""
    scheme = in_force.scheme
    if scheme.kind != "official" or not (costs_something(scheme) or scheme.stages):
        return Graded()
    opened.desk.catch_up()
    clocks, knowledge = when
    cases = _cases(opened, scheme)
    rows = {SubjectId(row["subject"]): row for row in standings.to_pylist()}
    wanted = [
        one
        for subject, row in rows.items()
        for one in (
            *worse_grade(scheme, subject, row["grade"], cases.get(subject, ()), clocks),
            *next_step(scheme, subject, row, cases.get(subject, ())),
        )
    ]
    better = tuple(
        state.facts.case
        for subject, states in cases.items()
        for state in states
        if _is_better(scheme, state, rows[subject]["grade"] if subject in rows else None)
    )
    if not wanted:
        return Graded((), better)
    everybody = standings.column("subject").combine_chunks() if scheme.scale.peers else None
    subjects = [one.subject for one in wanted]
    explained = explain_all(engine, in_force, subjects, clocks, opened.plans, everybody)
    found = _grounds(opened, knowledge, in_force, list(zip(wanted, explained, strict=True)))
    return Graded(tuple(found), better)


def _cases(opened: Opened, scheme: Scheme) -> dict[SubjectId, tuple[State, ...]]:
    """Cases about grades and steps of a scheme, by subject."""
    found: dict[SubjectId, list[State]] = {}
    for state in opened.desk.states.values():
        if state.facts.scheme == scheme.scheme and state.facts.kind in ("grade", "stage"):
            found.setdefault(state.facts.subject, []).append(state)
    return {subject: tuple(states) for subject, states in found.items()}


def _open(state: State) -> bool:
    return state.status not in ("ended", "closed", "in_effect")


def worse_grade(
    scheme: Scheme, subject: SubjectId, computed: str | None, cases: Sequence[State], at: Clocks
) -> Iterator[Wanted]:
    """A computed grade that is worse than the one in effect, and that no case is open about."""
    own = [state for state in cases if state.facts.kind == "grade"]
    serving = [state.facts.grade for state in own if state.serves_on(at.as_of)]
    if computed is None or grade_in_effect(scheme, computed, serving) == computed:
        return
    order = worst_first(scheme)
    as_bad = [s for s in own if order.index(s.facts.grade) <= order.index(computed)]
    if any(_open(state) for state in as_bad):
        return
    earlier = frozenset(record for state in as_bad for record in state.facts.records)
    yield Wanted(subject, "grade", computed, 1, earlier)


def _is_better(scheme: Scheme, state: State, computed: str | None) -> bool:
    """Say whether a case about a grade is over: the records give a better one, or none."""
    if state.facts.kind != "grade" or state.status in ("ended", "closed"):
        return False
    order = worst_first(scheme)
    if computed not in order or state.facts.grade not in order:
        return True
    return order.index(computed) > order.index(state.facts.grade)


def next_step(
    scheme: Scheme, subject: SubjectId, row: dict[str, object], cases: Sequence[State]
) -> Iterator[Wanted]:
    """The next step that the points reach, none skipped; one that ended still counts as taken."""
    if scheme.stages is None or row["stage"] is None:
        return
    own = [state for state in cases if state.facts.kind == "stage"]
    if any(_open(state) for state in own):
        return
    taken = {state.facts.rule: state for state in own if state.effect is not None}
    names = [step.stage for step in scheme.stages.steps]
    points = int(str(row["points"]))
    lower = scheme.scale.better == "lower"
    for number in range(names.index(str(row["stage"])) + 1, len(names) + 1):
        start = scheme.stages.steps[number - 1].start
        if not (points >= start if lower else points <= start):
            return
        if number not in taken:
            before = taken.get(number - 1)
            about = [s for s in own if s.facts.rule in (number, number - 1)]
            earlier = frozenset(record for state in about for record in state.facts.records)
            follows = before.facts.case if before else None
            yield Wanted(subject, "stage", names[number - 1], number, earlier, follows)
            return


def _grounds(
    opened: Opened,
    knowledge: Knowledge,
    in_force: InForce,
    wanted: Sequence[tuple[Wanted, Explanation]],
) -> Iterator[Proposable]:
    """The records against each subject as a ground, where some of them were in no case before."""
    scheme = in_force.scheme
    against = {one.subject: _against(scheme, explained) for one, explained in wanted}
    records = {record for each in against.values() for record in each}
    facts = facts_of(opened.register.evidence, knowledge.segments, records)
    for one, _ in wanted:
        own = tuple(record for record in against[one.subject] if record in facts)
        if not set(own) - one.earlier:
            continue
        ground = Ground(
            subject=one.subject,
            list=ListId(one.kind),
            kind=one.kind,
            scheme=scheme.scheme,
            version=scheme.version,
            rule=one.number,
            records=own,
            documents=(),
            met_on=max(facts[record].happened for record in own),
            detail=one.detail,
        )
        terms = Terms(
            authority=scheme.authority,
            subjects=scheme.subjects,
            public_since=in_force.public_since,
            objection_days=OBJECTION_DAYS,
            lasts=LASTS,
            follows=one.follows,
            latest=scheme.in_force.last,
            calendar=scheme.calendar,
        )
        yield ground, terms


def _against(scheme: Scheme, explained: Explanation) -> tuple[RecordId, ...]:
    """The records that count against a subject: by their points, or because they give the grade."""
    sign = 1 if scheme.scale.better == "lower" else -1
    records = {
        one.record
        for one in explained.contributions
        if one.record is not None and not one.why_not and one.points * sign > 0
    }
    if explained.directly is not None:
        records |= set(explained.directly.records)
    return tuple(sorted(records | set(explained.lowered_by)))
