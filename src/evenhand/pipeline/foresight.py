"""What is to come of one standing: the same records scored again on other days and without single ones.

The rows of the one subject are read once and scored in memory, so that the many questions of an outlook
do not read the whole evidence again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from evenhand.kernel.ids import RecordId, SubjectId
from evenhand.kernel.periods import Clocks, Day
from evenhand.pipeline.inquiry import Reckoning
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.opened import Opened
from evenhand.relational.engine import Engine
from evenhand.scoring.explain import explain
from evenhand.scoring.outlook import Outlook, outlook
from evenhand.scoring.standing import Explanation


def look_ahead(opened: Opened, reckoning: Reckoning) -> Outlook:
    """Say what falls away next and what would change the grade of one reckoning."""
    standing = reckoning.explanation.standing
    knowledge = opened.knowledge(standing.clocks.known_at)
    rows = _rows(opened, knowledge, standing.subject)
    happened = {
        line.record.facts.record: line.record.facts.happened
        for line in reckoning.lines
        if line.record is not None
    }

    with _engine(knowledge, rows) as whole:

        def ask(day: Day, without: Collection[RecordId]) -> Explanation:
            at = Clocks(day, standing.clocks.known_at)
            scored = (reckoning.in_force, standing.subject, at, opened.plans)
            if not without:
                return explain(whole, *scored)
            with _engine(knowledge, _without(rows, without)) as engine:
                return explain(engine, *scored)

        return outlook(reckoning.in_force, reckoning.explanation, happened, ask)


@contextmanager
def _engine(knowledge: Knowledge, rows: pa.Table) -> Iterator[Engine]:
    """An engine over rows in memory, with what the register knows of them."""
    from evenhand.relational.duckdb import DuckDBEngine, Sources

    doubts = tuple((int(r), a, b) for r, (a, b) in sorted(knowledge.doubts.items()))
    judged = tuple((int(w), int(s), known) for w, s, known in knowledge.judged)
    with DuckDBEngine(Sources((), rows, judged, doubts)) as engine:
        yield engine


def _rows(opened: Opened, knowledge: Knowledge, subject: SubjectId) -> pa.Table:
    """The scored rows of a subject, those of its waiting numbers, and what corrects any of them."""
    waiting = (int(w) for w, s, _ in knowledge.judged if s == subject)
    numbers = pa.array([int(subject), *waiting], pa.int64())
    paths = opened.register.evidence.scored_paths(knowledge.segments)
    is_own = pc.field("subject").isin(numbers)
    own = [pq.read_table(path, filters=is_own) for path in paths]
    records = [number for table in own for number in table["record"].to_pylist()]
    corrects = pc.field("supersedes").isin(pa.array(records, pa.int64())) & ~is_own
    others = [pq.read_table(path, filters=corrects) for path in paths]
    return pa.concat_tables([*own, *others], promote_options="default")


def _without(rows: pa.Table, records: Collection[RecordId]) -> pa.Table:
    """The rows without some records, and without what those took the place of."""
    gone = {int(record) for record in records}
    replaced = dict(zip(rows["record"].to_pylist(), rows["supersedes"].to_pylist(), strict=True))
    waiting = list(gone)
    while waiting:
        before = replaced.get(waiting.pop())
        if before is not None and before not in gone:
            gone.add(before)
            waiting.append(before)
    if not gone:
        return rows
    return rows.filter(
        pc.invert(pc.is_in(rows["record"], value_set=pa.array(sorted(gone), pa.int64())))
    )
