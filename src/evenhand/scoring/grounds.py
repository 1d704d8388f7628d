"""List rules met by records, as grounds that a case may rest on.

A black list is entered on records alone: nothing here reads points or a grade on the way to one, so
that permuting all points leaves every adverse ground as it was (RF-6). A record in doubt, before
publication, superseded or out of its time never counts against its subject. One document makes at
most one adverse ground over all lists of a scheme (RF-8).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import pyarrow as pa

from evenhand.kernel.grounds import Ground
from evenhand.kernel.ids import RecordId, SubjectId
from evenhand.kernel.periods import Clocks, microseconds
from evenhand.relational.engine import Engine
from evenhand.rights.floor import enforces
from evenhand.schemes.compile import compile_scheme
from evenhand.schemes.days import NumberedRule, numbered_rules
from evenhand.schemes.scheme import InForce, OnAccumulation, OnGradeHeld, Scheme
from evenhand.scoring.held import Candidates, History, among, held
from evenhand.scoring.questions import ask_all, tables_for
from evenhand.scoring.score import score


def grounds(
    engine: Engine,
    in_force: InForce,
    at: Clocks,
    subjects: pa.Table,
    history: History | None = None,
    cache: Path | None = None,
) -> list[Ground]:
    """Find every list rule that some subject's records meet on the day asked about.

    A rule is met on a day when the record that completes it happened within the time that the list
    lasts, counted back from that day.

    Args:
        engine: Runs the plan over the records that it holds.
        in_force: The scheme, and the day on which it became public.
        at: The day asked about and the moment of knowledge.
        subjects: The population, a table with ``subject`` int64.
        history: Answers the questions of rules on a grade held; without one, ``score`` does.
        cache: Folder in which compiled plans are kept between runs.

    Returns:
        Grounds in order of subject, list and rule as in the file, day, records.
    """
    population = subjects.column("subject").unique().cast(pa.int64())
    if isinstance(population, pa.ChunkedArray):
        population = population.combine_chunks()
    questions = ask_all(population, at.as_of, microseconds(at.known_at))
    if history is None:

        def history(asked: pa.Table) -> pa.Table:
            return score(engine, in_force, asked, cache)

    return grounds_for(engine, in_force, questions, history, cache)


def grounds_for(
    engine: Engine,
    in_force: InForce,
    questions: pa.Table,
    history: History,
    cache: Path | None = None,
) -> list[Ground]:
    """Find the grounds of a table of questions; each subject asked about once."""
    plan = compile_scheme(in_force, engine.dialect, cache)
    if plan.entering is None:
        return []
    tables = tables_for(in_force, questions)
    asked = tables["questions"].to_pylist()
    rows = engine.run(plan.entering, tables).to_pylist()
    rules = numbered_rules(in_force.scheme)
    if in_force.scheme.scale.peers is not None:
        history = among(questions, history)
    on_grade = {rule.number for rule in rules if isinstance(rule.trigger, OnGradeHeld)}
    by_records = [row for row in rows if row["number"] not in on_grade]
    against = {(row["number"], row["question"]) for row in rows if row["number"] in on_grade}
    found = _by_records(in_force.scheme, rules, asked, by_records)
    found += _by_grade(in_force.scheme, rules, asked, against, history)
    order = {rule.list.list: place for place, rule in reversed(list(enumerate(rules)))}
    found.sort(key=lambda g: (order[g.list], g.rule, g.met_on, g.records, g.subject))
    kept = _one_for_each_document(found)
    return sorted(kept, key=lambda g: (g.subject, order[g.list], g.rule, g.met_on, g.records))


def _by_records(
    scheme: Scheme,
    rules: Sequence[NumberedRule],
    asked: Sequence[dict[str, Any]],
    rows: Iterable[dict[str, Any]],
) -> list[Ground]:
    """One ground for each record that meets a rule by itself, or for each set that does together."""

    def together(row: dict[str, Any]) -> tuple[int, int, str, int]:
        several = isinstance(rules[row["number"]].trigger, OnAccumulation)
        alone = -1 if several else row["record"]
        return row["question"], row["number"], row["same"] or "", alone

    found = []
    for (question, number, _, _), group in groupby(sorted(rows, key=together), key=together):
        members = list(group)
        documents = {row["document"] for row in members if row["document"] is not None}
        found.append(
            Ground(
                subject=SubjectId(asked[question]["subject"]),
                list=rules[number].list.list,
                kind=rules[number].list.kind,
                scheme=scheme.scheme,
                version=scheme.version,
                rule=rules[number].place,
                records=tuple(sorted(RecordId(row["record"]) for row in members)),
                documents=tuple(sorted(documents)),
                met_on=max(row["happened"] for row in members),
            )
        )
    return found


def _by_grade(
    scheme: Scheme,
    rules: Sequence[NumberedRule],
    asked: Sequence[dict[str, Any]],
    against: set[tuple[int, int]],
    history: History,
) -> list[Ground]:
    """One ground for each subject who held a grade, without records that stand against it."""
    candidates = {}
    for rule in rules:
        if isinstance(rule.trigger, OnGradeHeld):
            clear = (q for q in asked if (rule.number, q["question"]) not in against)
            questions = tuple((q["subject"], q["as_of"], q["known_at"]) for q in clear)
            candidates[rule.number] = Candidates(rule.trigger, questions)
    who = held(scheme, list(candidates.values()), history)
    return [
        Ground(
            subject=SubjectId(subject),
            list=rules[number].list.list,
            kind=rules[number].list.kind,
            scheme=scheme.scheme,
            version=scheme.version,
            rule=rules[number].place,
            records=(),
            documents=(),
            met_on=as_of,
        )
        for number, questions in zip(candidates, who, strict=True)
        for subject, as_of, _ in questions
    ]


@enforces("RF-8")
def _one_for_each_document(found: Sequence[Ground]) -> list[Ground]:
    """Leave out an adverse ground with a document that an adverse ground before it rests on."""
    used: set[tuple[SubjectId, int]] = set()
    kept = []
    for ground in found:
        documents = {(ground.subject, document) for document in ground.documents}
        if ground.kind == "black":
            if documents & used:
                continue
            used |= documents
        kept.append(ground)
    return kept
