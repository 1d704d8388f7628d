"""Evenhand itself: the scheme file compiled, the grounds that a case may rest on."""

from __future__ import annotations

import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.workload.companies.rules import ANSWER, AS_OF, ORDER
from benchmarks.workload.companies.scheme_text import text
from benchmarks.workload.records import KNOWN
from evenhand.relational.duckdb import DuckDBEngine, Limits, Sources
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import InForce
from evenhand.scoring.grounds import grounds_for
from evenhand.scoring.questions import ask_all
from evenhand.scoring.score import score
from evenhand.sources.read_catalogue import read_catalogue


def grounds(folder: Path) -> pa.Table:
    """Every ground, a row for each of its records."""
    scheme = read_scheme(text().encode(), "workload.yaml", read_catalogue(None))
    in_force = InForce(scheme, scheme.published)
    companies = pq.read_table(folder / "companies.parquet")["subject"].combine_chunks()
    questions = ask_all(companies, AS_OF, KNOWN + 10**12)
    with DuckDBEngine(Sources((folder / "offences.parquet",)), Limits(threads=2)) as engine:
        found = grounds_for(
            engine,
            in_force,
            questions,
            lambda asked: score(engine, in_force, asked),
            folder / "plans",
        )
    columns = (
        [int(one.subject) for one in found for _ in one.records],
        [one.list for one in found for _ in one.records],
        [one.met_on for one in found for _ in one.records],
        [record for one in found for record in one.records],
    )
    return pa.table([list(column) for column in columns], schema=ANSWER).sort_by(ORDER)


if __name__ == "__main__":
    pq.write_table(grounds(Path(sys.argv[1])), sys.argv[2])
