"""What it takes in a running process to explain one subject among many: every contribution, every sentence.

``python -m benchmarks.explain M`` writes one segment with the records of the size and explains so many
subjects one after the other, drawn evenly: the rows by their offsets, each block held against its
digest, the standing, all that it is made of, and the rules behind it in sentences. Two engines are
asked in turn about each subject: row by row, which a running process uses for a few rows, and a DuckDB
that is kept open; both must say the same. What it leaves out: the sealed part of each record (names and
documents), which the vault opens.
"""

from __future__ import annotations

import datetime as dt
import os
import statistics
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

import pyarrow.parquet as pq

from benchmarks.arrival import LATER
from benchmarks.workload.factors import AS_OF
from benchmarks.workload.records import SIZES, make
from benchmarks.workload.register import kept
from benchmarks.workload.scheme_text import text
from evenhand.kernel.ids import SubjectId
from evenhand.kernel.periods import Clocks
from evenhand.relational.duckdb import Sources
from evenhand.relational.duckdb_kept import KeptEngine
from evenhand.relational.evidence import EvidenceStore
from evenhand.relational.rows_engine import RowsEngine
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import InForce
from evenhand.schemes.sentences import say
from evenhand.scoring.explain import explain
from evenhand.sources.read_catalogue import read_catalogue

GOAL, GOAL_SLOW = 0.005, 0.025
SUBJECTS = 200
PARTS = ("rows", "held", "explained", "sentences")
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def main(size: str, folder: Path) -> int:
    """Measure and print."""
    make(SIZES[size], folder)
    (folder / "evidence").mkdir()
    store = EvidenceStore(folder / "evidence")
    catalogue = read_catalogue(None)
    scheme = read_scheme(text().encode(), "workload.yaml", catalogue)
    in_force = InForce(scheme, scheme.published)
    people = pq.read_table(folder / "consented.parquet")["subject"].to_pylist()
    names = [kept(store, pq.read_table(folder / "scored.parquet"))]
    clocks = Clocks(AS_OF, EPOCH + dt.timedelta(microseconds=LATER))
    drawn = people[:: max(len(people) // (SUBJECTS + 2), 1)][: SUBJECTS + 2]
    taken: dict[str, list[list[float]]] = {"row by row": [], "duckdb, kept": []}
    lines = 0
    with KeptEngine() as kept_engine:
        engines: dict[str, RowsEngine | KeptEngine] = {
            "row by row": RowsEngine(Sources()),
            "duckdb, kept": kept_engine,
        }
        for number in drawn:
            told = {}
            for name, engine in engines.items():
                marks = [time.perf_counter()]
                rows = store.about(names, [SubjectId(number)])
                marks.append(time.perf_counter())
                engine.hold(Sources(rows=rows))
                marks.append(time.perf_counter())
                told[name] = explain(engine, in_force, SubjectId(number), clocks, folder / "plans")
                marks.append(time.perf_counter())
                said = say(scheme, "en", catalogue).splitlines()
                marks.append(time.perf_counter())
                taken[name].append([end - start for start, end in pairwise(marks)])
            if told["row by row"] != told["duckdb, kept"]:
                print(f"two engines explain {number} otherwise")
                return 1
            lines += len(told["row by row"].contributions) + len(said)
    print(f"{size}: {len(people):,} subjects; {len(drawn) - 2} explained, {lines:,} lines")
    for name, seconds in taken.items():
        say_how_long(name, seconds[2:])
    return 0


def say_how_long(name: str, taken: list[list[float]]) -> None:
    """Print what each part takes, and the whole."""
    whole = sorted(map(sum, taken))
    half, slow = statistics.median(whole), whole[int(len(whole) * 0.95)]
    parts = [statistics.median(part) * 1000 for part in zip(*taken, strict=True)]
    print(f"{name:<14}" + ", ".join(f"{p} {n:.2f} ms" for p, n in zip(PARTS, parts, strict=True)))
    print(f"{'':<14}p50 {half * 1000:.1f} ms (goal {GOAL * 1000:.0f}), p95 {slow * 1000:.1f} ms "
          f"(goal {GOAL_SLOW * 1000:.0f}), slowest {whole[-1] * 1000:.1f} ms")  # fmt: skip


if __name__ == "__main__":
    wanted = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SIZE", "M")
    if wanted not in SIZES:
        sys.exit(f"{wanted}: no such size; there are {', '.join(SIZES)}")
    with tempfile.TemporaryDirectory() as made:
        sys.exit(main(wanted, Path(made)))
