"""One day of the register, in the order of the sentence.

Score each subject by each scheme, find grounds, propose cases, give notice, let time pass. The run
is idempotent: the same day over the same knowledge gives the same canonical output and, the second
time, no new event. For a day other than the register's today it scores and proposes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from evenhand.cases.case import Cause
from evenhand.cases.notice import Notice, give_notice
from evenhand.cases.passing_time import Passed, pass_time
from evenhand.cases.propose import Origin, Proposable, Proposed, on_lists, propose_on
from evenhand.kernel.canonical import Json, digest
from evenhand.kernel.errors import AlreadyRecorded
from evenhand.kernel.grounds import Ground
from evenhand.kernel.ids import DeliveryId, PersonId, RecordId, SchemeId
from evenhand.kernel.periods import Clocks, Day, Moment
from evenhand.pipeline.debtors import debtors, what_became_of_findings
from evenhand.pipeline.dossiers import contents_of
from evenhand.pipeline.forgetting import forget
from evenhand.pipeline.gradings import Graded, graded
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.milder_rules import milder
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.population import population
from evenhand.pipeline.redress import open_repairs
from evenhand.pipeline.residents import left_out
from evenhand.pipeline.waiting import forget_settled
from evenhand.relational.compaction import compact
from evenhand.relational.durable import make_folder_durably, remove_durably, write_durably
from evenhand.relational.engine import Engine
from evenhand.relational.facts import RecordFacts, corrections_of, facts_of
from evenhand.relational.ledger import SYSTEM, Draft
from evenhand.rights.floor import enforces
from evenhand.schemes.scheme import NOT_GRADED, InForce
from evenhand.scoring.grounds import grounds
from evenhand.scoring.questions import ask
from evenhand.scoring.score import digest_of, score

Advance = Callable[[int, int], None]
"""Told how many steps are done, of how many."""

_NOTHING = Proposed((), (), ())


@dataclass(frozen=True, slots=True)
class SchemeRun:
    """One scheme on one day: how many subjects at each grade, and the digest of all standings."""

    scheme: SchemeId
    version: str
    subjects: int
    grades: Mapping[str, int]
    digest: str
    grounds: int


@dataclass(frozen=True, slots=True)
class DayReport:
    """What one day did.

    Attributes:
        today: False when another day than the register's own was asked about; nothing was proposed.
        repeated: True when the same day had been run over the same knowledge before.
    """

    clocks: Clocks
    today: bool
    schemes: tuple[SchemeRun, ...]
    proposed: Proposed
    notices: tuple[Notice, ...]
    passed: Passed
    repeated: bool


def run_day(
    opened: Opened, at: Moment, as_of: Day | None = None, advance: Advance = lambda _a, _b: None
) -> DayReport:
    """Run one day.

    Args:
        opened: The register.
        at: Its clock, and the moment of knowledge.
        as_of: The day asked about; the register's today when it is left out.
        advance: Told of each step.

    Raises:
        ProofFailed: When evidence or a file does not fit its digest; nothing is proposed then.
    """
    with opened.register.lock():
        today = opened.today(at)
        if as_of is None or as_of == today:
            forget(opened, opened.knowledge(), at)
            compact(opened.register, at)
        knowledge = opened.knowledge(at)
        clocks = Clocks(as_of or today, knowledge.learned or at)
        schemes = opened.in_force(clocks.as_of, knowledge)
        steps = len(schemes) + 2
        scored = []
        with opened.engine(knowledge) as engine:
            for done, in_force in enumerate(schemes):
                advance(done, steps)
                scored.append(_score(opened, engine, in_force, clocks, knowledge))
        runs = tuple(one.run for one in scored)
        if clocks.as_of != today:
            return DayReport(clocks, False, runs, _NOTHING, (), Passed((), ()), False)
        forget_settled(opened, knowledge, at)
        _keep(opened, scored)
        proposed, notices, passed = _NOTHING, tuple[Notice, ...](), Passed((), ())
        if opened.register.settings.kind != "reproduction":
            advance(len(schemes), steps)
            proposed, notices = _propose(opened, knowledge, _found(opened, knowledge, scored), at)
            advance(len(schemes) + 1, steps)
            better = [case for one in scored for case in one.graded.better]
            passed = pass_time(
                opened.desk,
                at,
                _changes(opened, knowledge),
                better,
                milder(opened, knowledge, at),
                open_repairs(opened, knowledge),
            )
        repeated = _record(opened, clocks, runs, at)
        advance(steps, steps)
    return DayReport(clocks, True, runs, proposed, notices, passed, repeated)


@dataclass(frozen=True, slots=True)
class _Scored:
    """One scheme's standings and grounds, with what the report says of them."""

    run: SchemeRun
    in_force: InForce
    standings: pa.Table
    grounds: tuple[Ground, ...]
    graded: Graded


def _score(
    opened: Opened, engine: Engine, in_force: InForce, clocks: Clocks, knowledge: Knowledge
) -> _Scored:
    scheme = in_force.scheme
    questions = ask(population(opened, in_force, clocks, knowledge), clocks)
    without = left_out(opened, in_force, knowledge)
    if without:
        with opened.engine(knowledge, without) as apart:
            standings = score(apart, in_force, questions, opened.plans)
    else:
        standings = score(engine, in_force, questions, opened.plans)
    met: list[Ground] = []
    if scheme.lists and scheme.kind == "official":
        met = grounds(engine, in_force, clocks, questions, cache=opened.plans)
    run = SchemeRun(
        scheme.scheme,
        scheme.version,
        standings.num_rows,
        _by_grade(standings),
        digest_of(scheme.scheme, standings),
        len(met),
    )
    beside = graded(opened, engine, in_force, standings, (clocks, knowledge))
    return _Scored(run, in_force, standings, tuple(met), beside)


def _by_grade(standings: pa.Table) -> dict[str, int]:
    """How many standings have each grade, in order of its name."""
    counts = Counter[str]()
    for one in pc.value_counts(standings["grade"]).to_pylist():
        counts[one["values"] or NOT_GRADED] += one["counts"]
    return dict(sorted(counts.items()))


@enforces("RF-1")
def _keep(opened: Opened, scored: Sequence[_Scored]) -> None:
    """Keep today's standings, which may be thrown away, in place of the last ones.

    Nothing of an earlier day stays, not of a scheme that has ended either, and so nothing of anybody
    who left.
    """
    make_folder_durably(opened.standings.parent)
    make_folder_durably(opened.standings)
    for one in scored:
        sink = pa.BufferOutputStream()
        pq.write_table(one.standings, sink)
        path = opened.standings / f"{one.run.scheme}.parquet"
        write_durably(path, sink.getvalue().to_pybytes())
    today = {f"{one.run.scheme}.parquet" for one in scored}
    for path in sorted(opened.standings.iterdir()):
        if path.name not in today:
            remove_durably(path)


def _found(opened: Opened, knowledge: Knowledge, scored: Sequence[_Scored]) -> list[Proposable]:
    """Everything that cases may be proposed on, each ground with the terms of its case."""
    found = [ground for one in scored for ground in one.grounds]
    by_name = {one.in_force.scheme.scheme: one.in_force for one in scored}
    beside = [one for scheme in scored for one in scheme.graded.found]
    everything = (*on_lists(found, by_name), *debtors(opened, knowledge), *beside)
    return [one for one in everything if one[0].subject not in knowledge.gone]


def _propose(
    opened: Opened, knowledge: Knowledge, found: Sequence[Proposable], at: Moment
) -> tuple[Proposed, tuple[Notice, ...]]:
    records = [record for ground, _ in found for record in ground.records]
    origins = _origins(opened, knowledge, records)
    proposed = propose_on(opened.desk, found, origins, at, opened.catalogue.courts)
    opened.desk.catch_up()
    waiting = [
        state
        for state in opened.desk.states.values()
        if state.status == "proposed" and state.facts.adverse
    ]
    contents = contents_of(opened, knowledge, waiting)
    return proposed, tuple(give_notice(opened.desk, content, at) for content in contents.values())


@enforces("RF-6")
def _origins(
    opened: Opened, knowledge: Knowledge, records: Sequence[RecordId]
) -> dict[RecordId, tuple[Origin, ...]]:
    """Who delivered or corrected each record, or said whom it means: none of them decides on it (D3)."""
    store = opened.register.evidence
    facts = facts_of(store, knowledge.segments, records)
    corrected = corrections_of(store, knowledge.segments, records)
    judges: dict[str, list[PersonId]] = {}
    for event in opened.register.ledger.read(kinds=("identity.judged",)):
        judges.setdefault(str(event.body["waiting"]), []).append(PersonId(event.actor))
    return {
        record: (
            *(
                Origin(delivery, knowledge.clerk_of(delivery))
                for delivery in _deliveries(there.delivery, corrected.get(record, ()))
                if delivery in knowledge.deliveries
            ),
            *(Origin(there.delivery, judge) for judge in judges.get(str(there.subject), ())),
        )
        for record, there in facts.items()
    }


def _deliveries(first: DeliveryId, later: Sequence[RecordFacts]) -> tuple[DeliveryId, ...]:
    return tuple(dict.fromkeys((first, *(facts.delivery for facts in later))))


def _changes(opened: Opened, knowledge: Knowledge) -> dict[RecordId, Cause]:
    """What became of records that open or effective cases rest on."""
    rest_on = {
        record
        for state in opened.desk.states.values()
        if state.status not in ("ended", "closed")
        for record in state.facts.records
    }
    store = opened.register.evidence
    later = corrections_of(store, knowledge.segments, rest_on)
    by_hand: dict[RecordId, Cause] = {
        record: "misidentified" if outcome == "misidentified" else "retracted"
        for record, (_, outcome) in knowledge.withdrawn.items()
        if record in rest_on
    }
    of_debtors = {
        record: cause
        for record, cause in what_became_of_findings(opened, knowledge).items()
        if record in rest_on
    }
    delivered: dict[RecordId, Cause] = {
        record: "retracted" if any(facts.retracts for facts in by) else "corrected"
        for record, by in later.items()
    }
    return by_hand | of_debtors | delivered


def _record(opened: Opened, clocks: Clocks, runs: Sequence[SchemeRun], at: Moment) -> bool:
    """Record what was computed, once; True when the same had been recorded before."""
    schemes: list[Json] = [
        {
            "scheme": run.scheme,
            "version": run.version,
            "subjects": run.subjects,
            "digest": run.digest,
            "grounds": run.grounds,
        }
        for run in runs
    ]
    body: dict[str, Json] = {"as_of": clocks.as_of.isoformat(), "schemes": schemes}
    once = (f"run:{clocks.as_of.isoformat()}:{digest(schemes)[:32]}",)
    try:
        opened.register.ledger.append(
            [Draft("run.completed", clocks.as_of.isoformat(), SYSTEM, body, once=once)], at
        )
    except AlreadyRecorded:
        return True
    return False
