"""What it costs in a running process to score anew those whom new records are about, and nobody else.

``python -m benchmarks.arrival M`` writes one segment with the records of the size, scores everybody, writes
a second one with 10,000 new records of at most 8,000 subjects, and measures from there: the rows of these
subjects by their offsets, the same plan over them, their standings beside the old ones. Apart from it
stands the whole table, which is put together only for whoever asks for it; it must be that of everybody
scored over both segments. Beside it is hand-written SQL over the Parquet files for the same subjects.
These leave out the ledger, consents and what people found of records. *In a register* has them: from the
event of a delivery to the standings that a running process keeps current, one delivery after another.
"""

from __future__ import annotations

import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.workload.by_hand import sql, tables
from benchmarks.workload.factors import AS_OF
from benchmarks.workload.records import KNOWN, SIZES, make
from benchmarks.workload.register import delivered, kept, lay
from benchmarks.workload.scheme_text import text
from evenhand.cli.edge import now, open_at
from evenhand.kernel.ids import SubjectId
from evenhand.pipeline.current import Current
from evenhand.relational.duckdb import DuckDBEngine, Sources
from evenhand.relational.duckdb_kept import KeptEngine
from evenhand.relational.evidence import EvidenceStore
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import InForce
from evenhand.scoring.current import CurrentStandings
from evenhand.scoring.questions import ask_all
from evenhand.scoring.score import score
from evenhand.sources.read_catalogue import read_catalogue

GOAL = 0.100
RECORDS, SUBJECTS, TIMES = 10_000, 8_000, 5
LATER = KNOWN + 10**12


def new_records(scored: pa.Table, nth: int = 0) -> pa.Table:
    """Records like those that are there, of subjects all over the register; others each time."""
    everybody = pc.unique(scored["subject"])
    step = max(len(everybody) // SUBJECTS, 1)
    among = everybody.take(pa.array(range(0, len(everybody), step))).slice(0, SUBJECTS)
    rows = scored.take(pa.array([at * 7 % len(scored) for at in range(RECORDS)]))
    whose = among.take(pa.array([at % len(among) for at in range(RECORDS)]))
    first = pc.max(scored["record"]).as_py() + 1 + nth * RECORDS
    numbers = pa.array(range(first, first + RECORDS), pa.int64())
    for name, values in (("subject", whose), ("record", numbers), ("content", numbers)):
        rows = rows.set_column(rows.column_names.index(name), name, values)
    return rows.sort_by([("subject", "ascending"), ("record", "ascending")])


def measured(work: Callable[[], pa.Table]) -> tuple[pa.Table, float, float]:
    """The answer, and medians of seconds on the wall and of the processor; the first run warms up."""
    walls, processors = [], []
    for _ in range(TIMES + 1):
        used, began = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
        answer = work()
        walls.append(time.perf_counter() - began)
        now = resource.getrusage(resource.RUSAGE_SELF)
        processors.append(now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime)
    return answer, statistics.median(walls[1:]), statistics.median(processors[1:])


def in_register(folder: Path) -> tuple[float, float, bool]:
    """Deliveries come in to a register of its own, whose standings a running process keeps current.

    Returns:
        Medians of seconds on the wall and of the processor, from the ledger's event to the new
        standings; and whether they are those of a full run.
    """
    lay(folder)
    walls, processors = [], []
    with open_at(folder / "register") as opened:
        current = Current(opened, "workload-points", now(opened))
        store = opened.register.evidence
        scored = pq.read_table(next(iter(store.scored_paths(opened.knowledge().segments))))
        for nth in range(TIMES + 1):
            name = kept(store, new_records(scored, nth))
            opened.register.ledger.append([delivered(name, RECORDS)], now(opened))
            used, began = time.process_time(), time.perf_counter()
            current.catch_up(now(opened))
            walls.append(time.perf_counter() - began)
            processors.append(time.process_time() - used)
        at = now(opened)
        current.catch_up(at)
        whole = Current(opened, "workload-points", at)
        same = current.standings().equals(whole.standings())
        current.close()
        whole.close()
    return statistics.median(walls[1:]), statistics.median(processors[1:]), same


def main(size: str, folder: Path) -> int:
    """Measure and print; 1 when the two answers differ."""
    make(SIZES[size], folder)
    (folder / "evidence").mkdir()
    store = EvidenceStore(folder / "evidence")
    scheme = read_scheme(text().encode(), "workload.yaml", read_catalogue(None))
    in_force, plans = InForce(scheme, scheme.published), folder / "plans"
    people = pq.read_table(folder / "consented.parquet")["subject"].combine_chunks()
    scored = pq.read_table(folder / "scored.parquet")
    names = [kept(store, scored)]

    def full() -> pa.Table:
        with DuckDBEngine(Sources(tuple(store.scored_paths(names)))) as over_all:
            return score(over_all, in_force, ask_all(people, AS_OF, LATER), plans)

    old = full()
    arrived = new_records(scored)
    names.append(kept(store, arrived))
    touched = pc.unique(arrived["subject"])

    engine, current = KeptEngine(), CurrentStandings(old)

    def anew() -> pa.Table:
        rows = store.about(names, [SubjectId(one) for one in touched.to_pylist()])
        engine.hold(Sources(rows=rows))
        now = score(engine, in_force, ask_all(touched, AS_OF, LATER), plans)
        current.take(touched, now)
        return now

    paths = ", ".join(f"'{path}'" for path in store.scored_paths(names))
    wanted = folder / "touched.parquet"
    pq.write_table(pa.table({"subject": touched}), wanted)
    by_hand = duckdb.connect(config={"threads": 2})
    for name, table in tables().items():
        by_hand.register(name, table)
    by_hand.execute(
        f"CREATE VIEW own AS SELECT * FROM read_parquet([{paths}], union_by_name=true) "
        f"WHERE subject IN (SELECT subject FROM '{wanted}')"
    )
    query = sql(Path("own"), wanted).replace("FROM 'own'", "FROM own")

    own, wall, processor = measured(anew)
    answer, whole_wall, whole_processor = measured(lambda: current.whole(LATER))
    hand, hand_wall, hand_processor = measured(lambda: by_hand.execute(query).to_arrow_table())
    of_all, full_wall, full_processor = measured(full)
    same = answer.combine_chunks().equals(of_all.combine_chunks()) and own.select(
        hand.column_names
    ).equals(hand)
    arrived_wall, arrived_processor, kept_same = in_register(folder)
    same = same and kept_same
    print(f"{size}: {len(scored):,} records held, {RECORDS:,} arrived of {len(touched):,} subjects")
    printed(
        ("scored anew", wall, processor),
        ("all put together", whole_wall, whole_processor),
        ("hand-written SQL", hand_wall, hand_processor),
        ("everybody", full_wall, full_processor),
        ("in a register", arrived_wall, arrived_processor),
    )
    print(
        f"goal {GOAL * 1000:.0f} ms: {'met' if arrived_wall <= GOAL else 'missed'}; equal: {same}"
    )
    print(f"anew / SQL: {wall / hand_wall:.2f} wall, {processor / hand_processor:.2f} CPU")
    return 0 if same else 1


def printed(*rows: tuple[str, float, float]) -> None:
    """Print what was measured, its seconds on the wall and of the processor."""
    print(f"{'':<24}{'wall ms':>9}{'CPU ms':>9}   (medians of {TIMES})")
    for what, wall, processor in rows:
        print(f"{what:<24}{wall * 1000:>9.1f}{processor * 1000:>9.1f}")


if __name__ == "__main__":
    wanted = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SIZE", "M")
    if wanted not in SIZES:
        sys.exit(f"{wanted}: no such size; there are {', '.join(SIZES)}")
    with tempfile.TemporaryDirectory() as made:
        sys.exit(main(wanted, Path(made)))
