"""List rules met by records, as grounds that a case may rest on.

A black list is entered on records alone: nothing here reads points or a grade on the way to one, so
that permuting all points leaves every adverse ground as it was (RF-6). A record in doubt, before
publication, superseded or out of its time never counts against its subject. One document makes at
most one adverse ground over all lists of a scheme (RF-8).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

from evenhand.kernel.grounds import Ground
from evenhand.kernel.ids import ListId, RecordId, SubjectId
from evenhand.kernel.periods import Clocks, microseconds
from evenhand.relational.engine import Engine
from evenhand.rights.floor import enforces
from evenhand.schemes.compile import compile_scheme
from evenhand.schemes.days import NumberedRule, numbered_rules
from evenhand.schemes.scheme import InForce, OnAccumulation, OnGradeHeld, Scheme
from evenhand.scoring.held import Candidates, History, among, held
from evenhand.scoring.questions import ask_all, tables_for
from evenhand.scoring.score import score

Contested: TypeAlias = set[tuple[int, int]]
"""Subject and document."""


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
    rows = engine.run(plan.entering, tables)
    rules = numbered_rules(in_force.scheme)
    if in_force.scheme.scale.peers is not None:
        history = among(questions, history)
    on_grade = {rule.number for rule in rules if isinstance(rule.trigger, OnGradeHeld)}
    standing_against = pc.is_in(rows["number"], value_set=pa.array(sorted(on_grade), pa.int64()))
    subjects = tables["questions"].column("subject").combine_chunks()
    ordered = _in_order(rules, subjects, rows.filter(pc.invert(standing_against)))
    found = _by_records(in_force.scheme, rules, ordered)
    if on_grade:
        against = rows.filter(standing_against)
        pairs = zip(against["number"].to_pylist(), against["question"].to_pylist(), strict=True)
        asked = tables["questions"].to_pylist()
        found += _by_grade(in_force.scheme, rules, asked, set(pairs), history)
    order = {rule.list.list: place for place, rule in reversed(list(enumerate(rules)))}
    found.sort(key=lambda g: (g.subject, order[g.list], g.rule, g.met_on, g.records))
    return _one_for_each_document(found, order, _contested(rules, ordered))


_TOGETHER: Final = ["subject", "number", "same", "alone"]
"""Rows that are alike in these are the records of one ground."""


def _in_order(rules: Sequence[NumberedRule], subjects: pa.Array, rows: pa.Table) -> pa.Table:
    """The records that meet rules, those of one ground beside one another, in order of their numbers."""
    several = [rule.number for rule in rules if isinstance(rule.trigger, OnAccumulation)]
    together = pc.is_in(rows["number"], value_set=pa.array(several, pa.int64()))
    columns = {
        "subject": subjects.take(rows["question"].combine_chunks()),
        "number": rows["number"],
        "same": pc.fill_null(rows["same"], ""),
        "alone": pc.if_else(together, pa.scalar(-1, pa.int64()), rows["record"]),
        "record": rows["record"],
        "document": rows["document"],
        "happened": rows["happened"],
    }
    order = [(name, "ascending") for name in (*_TOGETHER, "record")]
    return pa.table(columns).sort_by(order).combine_chunks()


def _by_records(scheme: Scheme, rules: Sequence[NumberedRule], ordered: pa.Table) -> list[Ground]:
    """One ground for each record that meets a rule by itself, or for each set that does together."""
    names = ("subject", "number", "record", "document", "happened")
    subjects, numbers, records, documents, days = (ordered[name].to_pylist() for name in names)
    found = []
    for start, end in pairwise([*_starts(ordered), len(records)]):
        rule = rules[numbers[start]]
        there = {document for document in documents[start:end] if document is not None}
        found.append(
            Ground(
                subject=SubjectId(subjects[start]),
                list=rule.list.list,
                kind=rule.list.kind,
                scheme=scheme.scheme,
                version=scheme.version,
                rule=rule.place,
                records=tuple(map(RecordId, records[start:end])),
                documents=tuple(sorted(there)),
                met_on=max(days[start:end]),
            )
        )
    return found


def _starts(ordered: pa.Table) -> list[int]:
    """The places at which another ground begins."""
    if not ordered.num_rows:
        return []
    begins = None
    for name in _TOGETHER:
        column = ordered[name].combine_chunks()
        differs = pc.not_equal(column.slice(1), column.slice(0, len(column) - 1))
        begins = differs if begins is None else pc.or_(begins, differs)
    places: list[int] = pc.add(pc.indices_nonzero(begins), 1).to_pylist()
    return [0, *places]


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
def _one_for_each_document(
    found: list[Ground], order: Mapping[ListId, int], contested: Contested
) -> list[Ground]:
    """Leave out an adverse ground with a document that an adverse ground before it rests on.

    Before it: on a list that stands earlier in the file, by an earlier rule, met earlier.
    """
    if not contested:
        return found
    used: set[tuple[int, int]] = set()
    left_out: set[int] = set()
    ranked = sorted(
        ((order[g.list], g.rule, g.met_on, g.records, g.subject), place)
        for place, g in enumerate(found)
        if g.kind == "black"
    )
    for _, place in ranked:
        documents = contested & {(found[place].subject, d) for d in found[place].documents}
        if documents & used:
            left_out.add(place)
        else:
            used |= documents
    return [ground for place, ground in enumerate(found) if place not in left_out]


def _contested(rules: Sequence[NumberedRule], ordered: pa.Table) -> Contested:
    """The documents on which more than one adverse ground about a subject rests."""
    black = pa.array([rule.number for rule in rules if rule.list.kind == "black"], pa.int64())
    adverse = ordered.filter(pc.is_in(ordered["number"], value_set=black))
    named = adverse.filter(adverse["document"].is_valid())
    once = named.group_by([*_TOGETHER, "document"]).aggregate([])
    counted = once.group_by(["subject", "document"]).aggregate([([], "count_all")])
    twice = counted.filter(pc.greater(counted["count_all"], 1))
    return set(zip(twice["subject"].to_pylist(), twice["document"].to_pylist(), strict=True))
