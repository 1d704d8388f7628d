"""What is to come of one standing: the same records scored again on other days and without single ones.

The rows of the one subject are read once and scored in memory, so that the many questions of an outlook
do not read the whole evidence again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager

import pyarrow as pa

from evenhand.kernel.ids import RecordId, SubjectId
from evenhand.kernel.periods import Clocks, Day
from evenhand.pipeline.inquiry import Reckoning
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.opened import Findings, Opened
from evenhand.pipeline.population import rows_of
from evenhand.pipeline.residents import left_out
from evenhand.relational.engine import Engine
from evenhand.relational.view import Doubted, Withdrawn
from evenhand.scoring.explain import explain, explain_all
from evenhand.scoring.outlook import Outlook, outlook
from evenhand.scoring.standing import Explanation, Standing


def look_ahead(opened: Opened, reckoning: Reckoning) -> Outlook:
    """Say what falls away next and what would change the grade of one reckoning."""
    standing = reckoning.explanation.standing
    knowledge = opened.knowledge(standing.clocks.known_at)
    rows = rows_of(opened, knowledge, [standing.subject])
    own = _numbers(knowledge, standing.subject)
    happened = {
        line.record.facts.record: line.record.facts.happened
        for line in reckoning.lines
        if line.record is not None
    }

    known, plans = standing.clocks.known_at, opened.plans
    found = opened.findings(knowledge, left_out(opened, reckoning.in_force, knowledge))
    with _engine(rows, found) as engine:

        def ask(day: Day) -> Explanation:
            of = reckoning.in_force
            return explain(engine, of, standing.subject, Clocks(day, known), plans)

        def without(records: Sequence[RecordId]) -> list[Standing]:
            copies, copied_findings = without_each(rows, own, records, found)
            copied = [SubjectId(number) for number in range(1, len(records) + 1)]
            with _engine(copies, copied_findings) as apart:
                told = explain_all(apart, reckoning.in_force, copied, standing.clocks, plans)
            return [each.standing for each in told]

        return outlook(reckoning.in_force, reckoning.explanation, happened, ask, without)


def without_each(
    rows: pa.Table,
    own: Collection[int],
    records: Sequence[RecordId],
    findings: Findings = Findings(),  # noqa: B008
) -> tuple[pa.Table, Findings]:
    """Copy a subject's rows once for each of some records, each copy without that one record.

    A record that goes takes with it what it took the place of. The copies are subjects 1, 2, 3 … in
    the order of the records; what corrects the subject's records without being its own is nobody's.
    Records keep their order, so that whatever is chosen among them stays chosen.

    Args:
        rows: The scored rows.
        own: The numbers under which the subject's records stand.
        records: The records to leave out, one by one.
        findings: Which records are in doubt or were found wrong; returned for the copies, in which
            no identity waits any more.
    """
    plain = sorted(rows.to_pylist(), key=lambda row: row["record"])
    place = {row["record"]: index for index, row in enumerate(plain)}
    replaces = {row["record"]: row["supersedes"] for row in plain}
    copies, doubted, withdrawn = [], list[Doubted](), list[Withdrawn]()
    for number, record in enumerate(records):
        gone = _chain(int(record), replaces)
        first = number * len(plain) + 1
        for row in plain:
            if row["record"] in gone:
                continue
            mine, before = row["subject"] in own, row["supersedes"]
            copies.append(
                {
                    **row,
                    "record": first + place[row["record"]],
                    "subject": number + 1 if mine else 0,
                    "waits": row["waits"] and not mine,
                    "supersedes": first + place[before] if before in place else None,
                }
            )
        kept = place.keys() - gone
        doubted += [(first + place[r], a, b) for r, a, b in findings.doubts if r in kept]
        withdrawn += [(first + place[r], at) for r, at in findings.withdrawn if r in kept]
    return pa.Table.from_pylist(copies, rows.schema), Findings((), tuple(doubted), tuple(withdrawn))


def _chain(record: int, replaces: Mapping[int, int | None]) -> set[int]:
    """A record and all that it took the place of, one after the other."""
    chain, at = set[int](), replaces.get(record)
    chain.add(record)
    while at is not None and at not in chain:
        chain.add(at)
        at = replaces.get(at)
    return chain


@contextmanager
def _engine(rows: pa.Table, findings: Findings) -> Iterator[Engine]:
    """An engine over rows in memory, with what the register knows of them."""
    from evenhand.relational.duckdb import DuckDBEngine, Sources

    found = findings
    with DuckDBEngine(Sources((), rows, found.judged, found.doubts, found.withdrawn)) as engine:
        yield engine


def _numbers(knowledge: Knowledge, subject: SubjectId) -> frozenset[int]:
    """A subject's number and those under which its records waited, as last judged."""
    meant = {waiting: found for waiting, found, _ in knowledge.judged}
    waited = (int(waiting) for waiting, found in meant.items() if found == subject)
    return frozenset({int(subject), *waited})
