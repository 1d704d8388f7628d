"""The same schemes and plans on DuckDB and on Spark: equal standings, contributions and grounds.

The rows are the worked examples that each scheme carries; each of them makes something of it act.
"""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from evenhand.kernel.errors import EvenhandError, RegisterDamaged
from evenhand.relational.columns import FIELD_PREFIX
from evenhand.relational.duckdb import DuckDBEngine, Limits, Sources
from evenhand.relational.engine import Kind, Query
from evenhand.relational.spark import SparkEngine
from evenhand.schemes.scheme import InForce
from evenhand.scoring.beside import beside
from tests.engines.every_scheme import SCHEMES, answers, dearer, read, world
from tests.reference.apart import asked_together
from tests.scoring_world import KNOWN, evidence, record
from tests.spark_there import needs_spark

pytestmark = [pytest.mark.slow, needs_spark]

VIEW: tuple[tuple[str, Kind], ...] = tuple(
    (name, "int64")
    for name in ("subject", "record", "known", "superseded", "doubt_from", "doubt_until", "replaced")
)  # fmt: skip
COUNT: tuple[tuple[str, Kind], ...] = (("n", "int64"),)


@pytest.mark.parametrize("path", SCHEMES, ids=lambda path: path.stem)
def test_every_scheme_says_the_same_on_spark_as_on_duckdb(path: Path) -> None:
    scheme = read(path)
    sources, questions = world(scheme)
    with DuckDBEngine(sources, Limits(threads=1, memory="1GB")) as engine:
        expected = answers(engine, scheme, questions)
    assert expected["standings"]
    assert expected["contributions"]
    with SparkEngine(sources) as spark:
        assert answers(spark, scheme, questions) == expected


SOME = [path for path in SCHEMES if path.stem in ("linhe-osmanthus", "safety-measurement")]


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.stem)
def test_two_schemes_are_compared_on_spark_as_on_duckdb(path: Path) -> None:
    scheme = read(path)
    sources, questions = world(scheme)
    pair = InForce(scheme, None), InForce(dearer(scheme), None)
    with DuckDBEngine(sources, Limits(threads=1, memory="1GB")) as engine:
        expected = asked_together(beside(engine, *pair, questions))
    assert expected[0]
    with SparkEngine(sources) as spark:
        assert asked_together(beside(spark, *pair, questions)) == expected


def waiting(number: int, **more: object) -> dict[str, object]:
    return record(number, "penalty", "2026-01-01", subject=900, waits=True, **more)


def test_the_view_of_records_is_the_same() -> None:
    sources = Sources(
        rows=evidence(
            [
                waiting(1),
                waiting(2, supersedes=3),
                record(3, "penalty", "2026-01-01"),
                record(4, "penalty", "2026-01-01", supersedes=5, retracts=True),
                record(5, "penalty", "2026-01-01"),
                record(6, "penalty", "2026-01-01"),
                record(7, "penalty", "2026-01-01", subject=901, waits=True, supersedes=6),
            ]
        ),
        judgements=((900, 7, KNOWN + 10), (900, 8, KNOWN + 20)),
        doubts=((3, KNOWN + 1, KNOWN + 4), (3, KNOWN + 8, None), (6, KNOWN + 2, KNOWN + 3)),
        withdrawn=((6, KNOWN + 5),),
    )
    names = ", ".join(name for name, _ in VIEW)
    query = Query(f"SELECT {names} FROM records ORDER BY record, known, subject", VIEW)
    with DuckDBEngine(sources) as engine, SparkEngine(sources) as spark:
        expected = engine.run(query, {}).to_pylist()
        assert len(expected) > 7
        assert spark.run(query, {}).to_pylist() == expected


def test_segments_are_read_by_spark_itself_and_a_field_that_one_lacks_is_null(
    tmp_path: Path,
) -> None:
    paths = []
    for number, more in ((1, {"amount": 5000}), (2, {})):
        paths.append(tmp_path / f"{number}.parquet")
        pq.write_table(evidence([record(number, "penalty", "2026-01-01", **more)]), paths[-1])
    query = Query(
        "SELECT record AS n, f_amount AS a, f_other AS o FROM records ORDER BY record",
        (("n", "int64"), ("a", "int64"), ("o", "string")),
        ((FIELD_PREFIX + "amount", "int64"), (FIELD_PREFIX + "other", "string")),
    )
    with SparkEngine(Sources(scored=tuple(paths))) as spark:
        found = spark.run(query, {}).to_pylist()
    assert found == [{"n": 1, "a": 5000, "o": None}, {"n": 2, "a": None, "o": None}]


def test_a_field_of_another_type_is_refused() -> None:
    rows = evidence([record(1, "penalty", "2026-01-01", amount=5000)])
    query = Query("SELECT COUNT(*) AS n FROM records", COUNT, (("f_amount", "string"),))
    with (
        SparkEngine(Sources(rows=rows)) as spark,
        pytest.raises(RegisterDamaged, match='field "amount" is bigint in the register') as refused,
    ):
        spark.run(query, {})
    assert "字段“amount”" in refused.value.text.zh


@pytest.mark.parametrize("sql", ["DROP VIEW records", "SET spark.sql.ansi.enabled=false"])
def test_only_what_reads_is_run(sql: str) -> None:
    with (
        SparkEngine(Sources()) as spark,
        pytest.raises(EvenhandError, match="runs one statement, and it reads"),
    ):
        spark.run(Query(sql, COUNT), {})


def test_a_sum_beyond_64_bits_raises() -> None:
    table = pa.table({"a": pa.array([2**62, 2**62], pa.int64())})
    with SparkEngine(Sources()) as spark, pytest.raises(RegisterDamaged, match="overflow"):
        spark.run(Query("SELECT SUM(a) AS n FROM t", COUNT), {"t": table})
