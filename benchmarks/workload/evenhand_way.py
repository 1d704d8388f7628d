"""Evenhand itself: the scheme file compiled and run over the evidence."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.workload.factors import AS_OF
from benchmarks.workload.records import KNOWN
from benchmarks.workload.scheme_text import text
from evenhand.relational.duckdb import DuckDBEngine, Limits, Sources
from evenhand.relational.engine import Engine
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import InForce
from evenhand.scoring.questions import ask_all
from evenhand.scoring.score import score
from evenhand.sources.read_catalogue import read_catalogue


def on_duckdb(sources: Sources) -> DuckDBEngine:
    """The engine on one machine."""
    return DuckDBEngine(sources, Limits(threads=2))


def standings(
    folder: Path, begun: Callable[[Sources], AbstractContextManager[Engine]] = on_duckdb
) -> pa.Table:
    """Everybody's points and grade, by subject, on the engine that ``begun`` makes."""
    scheme = read_scheme(text().encode(), "workload.yaml", read_catalogue(None))
    people = pq.read_table(folder / "consented.parquet")["subject"].combine_chunks()
    with begun(Sources((folder / "scored.parquet",))) as engine:
        found = score(
            engine,
            InForce(scheme, scheme.published),
            ask_all(people, AS_OF, KNOWN + 10**12),
            folder / "plans",
        )
    return found.select(["subject", "points", "grade"])


if __name__ == "__main__":
    pq.write_table(standings(Path(sys.argv[1])), sys.argv[2])
