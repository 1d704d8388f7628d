"""The embedded engine: what it runs, what it refuses, where it stops."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from evenhand.kernel.errors import EvenhandError, RegisterDamaged
from evenhand.relational.columns import RECORDS_VIEW
from evenhand.relational.duckdb import DuckDBEngine, Limits, Sources
from evenhand.relational.engine import Kind, Query
from tests.scoring_world import engine, evidence, record

ONE: tuple[tuple[str, Kind], ...] = (("n", "int64"),)


def whole(sql: str, *fields: tuple[str, Kind]) -> Query:
    return Query(sql, ONE, fields)


def count(made: DuckDBEngine, sql: str = "SELECT COUNT(*) AS n FROM records") -> int:
    return int(made.run(whole(sql), {}).column("n")[0].as_py())


@pytest.fixture
def scored(tmp_path: Path) -> Path:
    folder = tmp_path / "it's here"
    folder.mkdir()
    pq.write_table(evidence([record(1, "penalty", "2026-01-01")]), folder / "scored.parquet")
    (folder / "other.parquet").write_bytes((folder / "scored.parquet").read_bytes())
    return folder / "scored.parquet"


def test_the_view_shows_the_columns_that_it_promises(scored: Path) -> None:
    with DuckDBEngine(Sources(scored=(scored,))) as made:
        shown = Query(
            "SELECT column_name AS n FROM information_schema.columns WHERE table_name = 'records'",
            (("n", "string"),),
        )
        assert set(made.run(shown, {}).column("n").to_pylist()) == set(RECORDS_VIEW)


def test_segments_with_different_fields_are_one_view(tmp_path: Path) -> None:
    paths = (tmp_path / "a.parquet", tmp_path / "b.parquet")
    pq.write_table(evidence([record(1, "penalty", "2026-01-01", amount=5)]), paths[0])
    pq.write_table(evidence([record(2, "award", "2026-01-01", hours=7)]), paths[1])
    with DuckDBEngine(Sources(scored=paths)) as made:
        total = "SELECT SUM(f_amount) + SUM(f_hours) AS n FROM records"
        assert count(made, total) == 12


def test_a_file_may_be_named_from_the_working_folder(
    scored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(scored.parent)
    with DuckDBEngine(Sources(scored=(Path("scored.parquet"),))) as made:
        monkeypatch.chdir("/")
        assert count(made) == 1


def test_a_register_without_segments_has_no_records() -> None:
    with DuckDBEngine(Sources()) as made:
        assert count(made) == 0


def test_a_field_that_no_record_has_yet_is_empty_and_not_an_error() -> None:
    with engine([record(1, "penalty", "2026-01-01")]) as made:
        query = whole("SELECT COUNT(f_hours) AS n FROM records", ("f_hours", "int64"))
        assert made.run(query, {}).column("n").to_pylist() == [0]
        other = whole("SELECT COUNT(f_hours || 'x') AS n FROM records", ("f_hours", "string"))
        assert made.run(other, {}).column("n").to_pylist() == [0]


def test_a_field_of_another_type_than_the_plan_takes_it_for_is_refused() -> None:
    with (
        engine([record(1, "penalty", "2026-01-01", hours="many")]) as made,
        pytest.raises(RegisterDamaged, match=r'"hours" is VARCHAR in the register.*for BIGINT'),
    ):
        made.run(whole("SELECT SUM(f_hours) AS n FROM records", ("f_hours", "int64")), {})


def test_sums_come_as_64_bits_and_a_larger_one_is_refused() -> None:
    rows = [record(n, "penalty", "2026-01-01", hours=2**62) for n in range(2)]
    with engine(rows) as made:
        fits = made.run(whole("SELECT SUM(f_hours) - 1 - 2**62::HUGEINT AS n FROM records"), {})
        assert fits.schema.field("n").type == pa.int64()
        with pytest.raises(RegisterDamaged, match="cannot read the register"):
            made.run(whole("SELECT SUM(f_hours) AS n FROM records"), {})


@pytest.mark.parametrize(
    "sql",
    [
        "COPY (SELECT 1 AS n) TO '{folder}/scored.parquet'",
        "COPY (SELECT 1 AS n) TO '/tmp/evenhand-escape.csv'",
        "ATTACH '/tmp/evenhand-escape.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "RESET lock_configuration",
        "PRAGMA enable_profiling",
        "EXPORT DATABASE '/tmp/evenhand-escape'",
        "IMPORT DATABASE '{folder}'",
        "CREATE TABLE mine AS SELECT 1 AS n",
        "DROP VIEW records",
        "DELETE FROM judged",
        "CREATE SECRET s (TYPE s3)",
        "CALL enable_logging(storage_path='/tmp/evenhand-escape')",
        "SELECT 1 AS n; SELECT 2 AS n",
        "",
    ],
)
def test_anything_but_one_statement_that_reads_is_refused(scored: Path, sql: str) -> None:
    with (
        DuckDBEngine(Sources(scored=(scored,))) as made,
        pytest.raises(EvenhandError, match=r"one statement, and it reads|cannot read the register"),
    ):
        made.run(whole(sql.format(folder=str(scored.parent).replace("'", "''"))), {})
    assert not list(Path("/tmp").glob("evenhand-escape*"))


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT COUNT(*) AS n FROM read_csv('/etc/passwd')",
        "SELECT LENGTH(content) AS n FROM read_text('/etc/passwd')",
        "SELECT LENGTH(content) AS n FROM read_blob('/proc/self/environ')",
        "SELECT COUNT(*) AS n FROM glob('/etc/*')",
        "SELECT COUNT(*) AS n FROM sniff_csv('/etc/passwd')",
        "SELECT COUNT(*) AS n FROM '{folder}/other.parquet'",
        "SELECT COUNT(*) AS n FROM read_parquet('{folder}/*.parquet')",
        "SELECT COUNT(*) AS n FROM read_parquet('https://example.org/a.parquet')",
        "SELECT COUNT(*) AS n FROM scored",
        "SELECT LENGTH(getenv('HOME')) AS n",
    ],
)
def test_a_statement_that_reads_something_else_is_refused(scored: Path, sql: str) -> None:
    with (
        DuckDBEngine(Sources(scored=(scored,))) as made,
        pytest.raises(RegisterDamaged, match="cannot read the register"),
    ):
        made.run(whole(sql.format(folder=str(scored.parent).replace("'", "''"))), {})


def test_no_variable_of_the_program_is_a_table() -> None:
    delivered = pa.table({"n": [1]})
    with engine([]) as made, pytest.raises(RegisterDamaged, match="delivered"):
        made.run(whole("SELECT n FROM delivered"), {})
    assert delivered.num_rows == 1


def test_a_table_that_was_given_is_gone_afterwards() -> None:
    with engine([]) as made:
        given = {"given": pa.table({"n": [3]})}
        assert made.run(whole("SELECT n FROM given"), given).column("n").to_pylist() == [3]
        with pytest.raises(RegisterDamaged, match="given"):
            made.run(whole("SELECT n FROM given"), {})


def test_a_query_beyond_its_time_is_stopped_and_the_engine_goes_on() -> None:
    limits = Limits(threads=1, memory="500MB", seconds=0.2)
    forever = "SELECT COUNT(*) AS n FROM range(100000000000) a WHERE hash(range) = 1"
    with engine([], limits=limits) as made:
        with pytest.raises(EvenhandError, match=r"Stopped after 0\.2 seconds; nothing was written"):
            count(made, forever)
        assert count(made) == 0


def test_a_query_beyond_its_memory_is_stopped_and_spills_nothing_to_disk() -> None:
    limits = Limits(threads=1, memory="30MB")
    hungry = (
        "SELECT COUNT(*) AS n FROM (SELECT range, COUNT(*) FROM range(20000000) GROUP BY range)"
    )
    with (
        engine([], limits=limits) as made,
        pytest.raises(EvenhandError, match="more than 30MB of memory was needed"),
    ):
        count(made, hungry)


def test_a_file_that_is_no_segment_is_refused(tmp_path: Path) -> None:
    (tmp_path / "scored.parquet").write_bytes(b"not a segment")
    with pytest.raises(RegisterDamaged, match="cannot read the register"):
        DuckDBEngine(Sources(scored=(tmp_path / "scored.parquet",)))
