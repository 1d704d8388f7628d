"""What it takes to compare two schemes over everybody, beside scoring everybody once by one of them.

``python -m benchmarks.comparing M`` scores the residents of the size by the workload's scheme, and then
compares it with the same scheme in which every cap of a year is twice as high: both standings, what each
part adds, and the counts. What it leaves out: grounds, as the scheme has no list, and hiding small counts.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq

from benchmarks.workload.factors import AS_OF
from benchmarks.workload.records import KNOWN, SIZES, make
from benchmarks.workload.scheme_text import text
from evenhand.relational.duckdb import DuckDBEngine, Sources
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import InForce, Scheme
from evenhand.scoring.beside import beside
from evenhand.scoring.compare import Comparison, Where, compare
from evenhand.scoring.questions import ask_all
from evenhand.scoring.score import score
from evenhand.sources.read_catalogue import read_catalogue

GOAL = 1.6
TIMES = 3


def seconds(work: Callable[[], object]) -> float:
    """Median of several runs after one that warms up."""
    taken = []
    for _ in range(TIMES + 1):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken[1:])


def in_force(scheme: Scheme) -> InForce:
    """A scheme as if both had been public since the same day."""
    return InForce(scheme, scheme.published)


def main(size: str, folder: Path) -> int:
    """Measure and print."""
    make(SIZES[size], folder)
    catalogue = read_catalogue(None)
    written = text()
    reform = re.sub(r"per_year: (\d+)", lambda cap: f"per_year: {2 * int(cap[1])}", written)
    old, new = (
        read_scheme(said.encode(), "workload.yaml", catalogue) for said in (written, reform)
    )
    people = pq.read_table(folder / "consented.parquet")["subject"].combine_chunks()
    questions, plans = ask_all(people, AS_OF, KNOWN + 10**12), folder / "plans"

    with DuckDBEngine(Sources((folder / "scored.parquet",))) as engine:

        def compared() -> Comparison:
            told = beside(engine, in_force(old), in_force(new), questions, plans)
            return compare(told, ((), ()), Where("resident", None))

        once = seconds(lambda: score(engine, in_force(old), questions, plans))
        both = seconds(compared)
        moved = sum(n for (a, b), n in compared().grades.items() if a != b)
    print(f"{size}: {len(people):,} subjects, {moved:,} would move")
    print(f"one scoring {once:.2f} s, comparison {both:.2f} s: {both / once:.2f} x (goal {GOAL})")
    return 0


if __name__ == "__main__":
    wanted = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SIZE", "M")
    if wanted not in SIZES:
        sys.exit(f"{wanted}: no such size; there are {', '.join(SIZES)}")
    with tempfile.TemporaryDirectory() as made:
        sys.exit(main(wanted, Path(made)))
