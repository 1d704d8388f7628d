"""One subject at the desk: their standing with all that it is made of, and the records behind it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pyarrow as pa

from evenhand.cases.case import CASE_KINDS
from evenhand.cases.hand import Hand
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import NotPermitted
from evenhand.kernel.ids import RecordId, SchemeId, SubjectId
from evenhand.kernel.periods import Clocks, Moment, said
from evenhand.kernel.text import Text
from evenhand.keys.signing import PrivateKey
from evenhand.lists.grade_held import costs_something, decided_grades, grade_in_effect
from evenhand.pipeline.acts import signed_act
from evenhand.pipeline.dossiers import OpenedRecord, open_records
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.opened import Opened, unknown
from evenhand.pipeline.own_acts import owner_of
from evenhand.pipeline.population import among, population, rows_of
from evenhand.pipeline.residents import left_out
from evenhand.relational.engine import Engine
from evenhand.relational.facts import records_about
from evenhand.relational.ledger import Draft
from evenhand.rights.floor import enforces
from evenhand.schemes.scheme import InForce
from evenhand.scoring.answer import benefit_answer
from evenhand.scoring.explain import explain
from evenhand.scoring.questions import ask
from evenhand.scoring.score import score
from evenhand.scoring.standing import Contribution, Explanation


@dataclass(frozen=True, slots=True)
class Reckoned:
    """One contribution with the record behind it, opened; None where no record stands behind."""

    contribution: Contribution
    record: OpenedRecord | None
    factor: Text | None


@dataclass(frozen=True, slots=True)
class Reckoning:
    """One standing with all that it is made of; ``in_effect`` is the grade that holds (RF-6)."""

    in_force: InForce
    explanation: Explanation
    lines: tuple[Reckoned, ...]
    in_effect: str | None = None


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks about a resident: the auditor with a purpose, or whoever holds a resident's own key."""

    hand: Hand | None = None
    own: PrivateKey | None = None
    purpose: str = ""


def scheme_in_force(opened: Opened, scheme: str, clocks: Clocks) -> InForce:
    """One scheme as it is in force on a day.

    Raises:
        BadInput: When none of that name is; names the nearest.
    """
    there = opened.in_force(clocks.as_of, opened.knowledge(clocks.known_at))
    for in_force in there:
        if in_force.scheme.scheme == scheme:
            return in_force
    names = tuple(in_force.scheme.scheme for in_force in there)
    raise unknown(scheme, names, Text(zh="当日有效的办法", en="scheme in force on that day"))


@enforces("RF-14")
def reckon(opened: Opened, scheme: str, subject: SubjectId, clocks: Clocks) -> Reckoning:
    """Explain one subject's standing, with every record opened.

    Raises:
        BadInput: When the scheme is not in force, or the subject is not among those it is about;
            for a resident the same words whether they never joined, left or never were (RF-1).
        RegisterDamaged: When the contributions do not sum to the standing.
    """
    in_force = scheme_in_force(opened, scheme, clocks)
    knowledge = opened.knowledge(clocks.known_at)
    if not among(opened, in_force, clocks, knowledge, [subject]):
        raise no_information(scheme)
    with _engine_for(opened, in_force, knowledge, subject) as engine:
        peers = _peers(opened, in_force, clocks, knowledge)
        explanation = explain(engine, in_force, subject, clocks, opened.plans, peers)
    there = open_records(
        opened, knowledge, _records(opened, knowledge.segments, subject, explanation)
    )
    factors = {factor.factor: factor for factor in in_force.scheme.factors}
    lines = tuple(
        Reckoned(
            contribution,
            None if contribution.record is None else there.get(contribution.record),
            factors[contribution.factor].title if contribution.factor in factors else None,
        )
        for contribution in explanation.contributions
    )
    held = explanation.standing.grade
    if costs_something(in_force.scheme):
        events = opened.register.ledger.read(kinds=CASE_KINDS, known_at=clocks.known_at)
        decided = decided_grades(events, in_force.scheme.scheme, clocks.as_of)
        held = grade_in_effect(in_force.scheme, held, decided.get(subject, ()))
    return Reckoning(in_force, explanation, lines, held)


@enforces("RF-1", "RF-2")
def answer_about(
    opened: Opened, scheme: str, benefit: str, subject: SubjectId | None, clocks: Clocks
) -> bytes:
    """Answer somebody else whether a benefit is open to a resident; nothing else is ever answered.

    Args:
        opened: The register.
        scheme: The scheme.
        benefit: Its benefit.
        subject: Who is asked about; None for somebody whom the register does not know.
        clocks: The two clocks of the question.

    Raises:
        BadInput: When the scheme is not in force, or has no such benefit: both are public.
    """
    in_force = scheme_in_force(opened, scheme, clocks)
    benefits = tuple(of.benefit for of in in_force.scheme.benefits)
    if benefit not in benefits:
        raise unknown(benefit, benefits, Text(zh="优惠", en="benefit"))
    knowledge = opened.knowledge(clocks.known_at)
    takes_part = among(opened, in_force, clocks, knowledge, [] if subject is None else [subject])
    grade = None
    if subject is not None and takes_part:
        with _engine_for(opened, in_force, knowledge, subject) as engine:
            (row,) = score(engine, in_force, ask([subject], clocks), opened.plans).to_pylist()
        grade = row["grade"]
    return benefit_answer(in_force.scheme, benefit, grade, clocks.as_of)


@contextmanager
def _engine_for(
    opened: Opened, in_force: InForce, knowledge: Knowledge, subject: SubjectId
) -> Iterator[Engine]:
    """An engine over one subject's records; over all, where the scheme ranks among peers."""
    without = left_out(opened, in_force, knowledge)
    rows = None
    if in_force.scheme.scale.peers is None:
        rows = rows_of(opened, knowledge, [subject])
    with opened.engine(knowledge, without, rows) as engine:
        yield engine


def _peers(
    opened: Opened, in_force: InForce, clocks: Clocks, knowledge: Knowledge
) -> pa.Array | None:
    if in_force.scheme.scale.peers is None:
        return None
    everybody = population(opened, in_force, clocks, knowledge)
    return pa.array([int(one) for one in everybody], pa.int64())


def standings_of(opened: Opened, in_force: InForce, clocks: Clocks) -> pa.Table:
    """Standings of everybody whom a scheme is about, in order of subject numbers."""
    knowledge = opened.knowledge(clocks.known_at)
    questions = ask(population(opened, in_force, clocks, knowledge), clocks)
    with opened.engine(knowledge, left_out(opened, in_force, knowledge)) as engine:
        return score(engine, in_force, questions, opened.plans)


@enforces("RF-2", "RF-14")
def record_reading(
    opened: Opened,
    in_force: InForce,
    hand: Hand | None,
    purpose: str,
    when: tuple[Clocks, Moment],
) -> int:
    """Record that an auditor reads residents' rows, for each subject to see; before any row is read.

    Args:
        opened: The register.
        in_force: The scheme.
        hand: The auditor, with their key.
        purpose: What the rows are read for.
        when: The two clocks of the rows, and the register's own.

    Returns:
        How many subjects were told: everybody whose row there is.

    Raises:
        NotPermitted: When nobody, or somebody who is not the auditor, signs.
    """
    scheme, (clocks, at) = in_force.scheme, when
    body: dict[str, Json] = {"scheme": scheme.scheme, "version": scheme.version, "purpose": purpose}
    body["at"] = said(at)
    if hand is None or not purpose.strip():
        raise _auditor_needed(scheme.scheme)
    request = Draft("rows.read", scheme.scheme, hand.person, body)
    request = signed_act(opened, hand, request, at, (("auditor",), None))
    knowledge = opened.knowledge(clocks.known_at)
    subjects = population(opened, in_force, clocks, knowledge)
    told = [
        Draft("rows.read", str(subject), hand.person, {"scheme": scheme.scheme, "purpose": purpose})
        for subject in subjects
    ]
    opened.register.ledger.append([request, *told], at)
    return len(told)


@enforces("RF-1", "RF-14")
def refuse_strangers(
    opened: Opened,
    in_force: InForce,
    subject: SubjectId | None,
    asker: Asker,
    when: tuple[Clocks, Moment],
) -> SubjectId:
    """Let a resident's standing be read by themselves, or by the auditor, of which they are told.

    Args:
        opened: The register.
        in_force: The scheme; one about organisations is open.
        subject: Who is asked about; None: whoever holds the key.
        asker: Who asks.
        when: The two clocks of the question, and the register's own.

    Returns:
        Whose standing may be read.

    Raises:
        NotPermitted: When nobody asks who may; the same words whoever is asked about. A key that is
            not the subject's own gets the answer that nobody's key gets.
    """
    scheme = in_force.scheme
    if scheme.subjects not in ("resident", "sole_trader"):
        if subject is None:
            raise no_information(scheme.scheme)
        return subject
    if asker.own is not None:
        owner = owner_of(opened, asker.own)
        if owner is None or subject not in (None, owner):
            raise no_information(scheme.scheme)
        return owner
    if asker.hand is None or not asker.purpose.strip() or subject is None:
        raise _own_key_needed(scheme.scheme)
    clocks, at = when
    purpose = asker.purpose
    body: dict[str, Json] = {"scheme": scheme.scheme, "version": scheme.version, "purpose": purpose}
    body["at"] = said(at)
    request = Draft("rows.read", scheme.scheme, asker.hand.person, body)
    drafts = [signed_act(opened, asker.hand, request, at, (("auditor",), None))]
    if among(opened, in_force, clocks, opened.knowledge(clocks.known_at), [subject]):
        told: dict[str, Json] = {"scheme": scheme.scheme, "purpose": purpose}
        drafts.append(Draft("rows.read", str(subject), asker.hand.person, told))
    opened.register.ledger.append(drafts, at)
    return subject


def _own_key_needed(scheme: SchemeId) -> NotPermitted:
    return NotPermitted(
        Text(
            zh=f"{scheme} 是居民的办法：只有本人（me --key 自己的密钥）或审计员"
            "（--as auditor --key 文件 --purpose 用途，本人会看到）可以查看。",
            en=f"{scheme} is about residents: only they themselves see it (me --key THEIR-KEY), or the "
            "auditor (--as auditor --key FILE --purpose TEXT), and they see that.",
        )
    )


def no_information(scheme: str) -> NotPermitted:
    """One answer for never joined, left, and never was."""
    return NotPermitted(
        Text(zh=f"{scheme}：无信息。", en=f"{scheme}: no information."),
    )


def _records(
    opened: Opened, segments: tuple[str, ...], subject: SubjectId, explanation: Explanation
) -> list[RecordId]:
    named = [c.record for c in explanation.contributions if c.record is not None]
    about = records_about(opened.register.evidence, segments, [subject])
    return [*named, *(facts.record for facts in about)]


def _auditor_needed(scheme: SchemeId) -> NotPermitted:
    return NotPermitted(
        Text(
            zh=f"{scheme} 是居民的办法：逐人结果须由审计员签名请求并写明用途"
            "（--as auditor --key 文件 --purpose 用途）；每名居民都会看到。",
            en=f"{scheme} is about residents: rows need the auditor's signed request and a purpose "
            "(--as auditor --key FILE --purpose TEXT), and each resident sees it.",
        )
    )
