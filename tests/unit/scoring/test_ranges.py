"""Scored by ranges of subjects or all at once: the same standings, the same digest."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evenhand.kernel.errors import BadInput
from evenhand.kernel.ids import SchemeId
from evenhand.kernel.periods import Day
from evenhand.relational.duckdb import DuckDBEngine, Limits, Sources
from evenhand.relational.engine import Query
from evenhand.schemes.scheme import InForce
from evenhand.scoring.questions import QUESTIONS
from evenhand.scoring.score import canonical_lines, digest_of, score
from tests.scoring_world import KNOWN, TODAY, evidence, in_force, record, scheme
from tests.unit.scoring.test_determinism import RULES, SUBJECTS, rows
from tests.unit.scoring.test_exposure import ranked

LATER = KNOWN + 10**12
EARLIER = Day(2026, 1, 15)
JUDGED = ((3_000_001, 7, KNOWN + 5), (3_000_002, 390, KNOWN + 5))


class Watched(DuckDBEngine):
    """An engine that remembers how many questions were put to it together."""

    def __init__(self, sources: Sources, at_once: int) -> None:
        super().__init__(sources, Limits(threads=2, memory="1GB", at_once=at_once))
        self.asked: list[int] = []
        self.rows: list[int] = []

    def run(self, query: Query, tables: Any) -> pa.Table:
        self.asked.append(tables["questions"].num_rows)
        return super().run(query, tables)

    def _answer(self, query: Query) -> pa.Table:
        (told,) = self._connection.execute(f"EXPLAIN (ANALYZE, FORMAT json) {query.sql}").fetchall()
        self.rows.append(scanned(json.loads(told[1])))
        return super()._answer(query)


def scanned(operator: dict[str, Any]) -> int:
    """How many rows of evidence a plan was given, by DuckDB's own count."""
    scan = operator.get("extra_info", {}).get("Function") == "READ_PARQUET"
    mine = int(operator["operator_cardinality"]) if scan else 0
    return mine + sum(scanned(below) for below in operator["children"])


def questions(rows: list[tuple[int, Day]]) -> pa.Table:
    subjects, days = ([row[place] for row in rows] for place in (0, 1))
    moments = [LATER] * len(rows)
    return pa.table([subjects, days, moments], QUESTIONS)


def sources(folder: Path) -> Sources:
    """Records in a segment of small row groups, some of them waiting for whom they are about."""
    waiting = [record(9_000 + n, "penalty", "2025-05-01", subject=n, waits=True, n=1, kind="a",
                      document=n) for n in (3_000_001, 3_000_002)]  # fmt: skip
    path = folder / "scored.parquet"
    table = evidence([*rows(), *waiting]).sort_by([("subject", "ascending")])
    pq.write_table(table, path, row_group_size=100)
    return Sources((path,), judgements=JUDGED)


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    return sources(tmp_path_factory.mktemp("evidence"))


def answered(
    at: Sources, rules: InForce, asked: pa.Table, at_once: int
) -> tuple[pa.Table, list[int]]:
    with Watched(at, at_once) as engine:
        return score(engine, rules, asked), engine.asked


@settings(max_examples=25, deadline=None)
@given(
    asked=st.lists(
        st.tuples(st.integers(0, SUBJECTS + 20), st.sampled_from([TODAY, EARLIER])),
        min_size=1,
        max_size=60,
        unique=True,
    ),
    at_once=st.integers(1, 30),
)
def test_ranges_or_none_give_the_same_standings(
    there: Sources, asked: list[tuple[int, Day]], at_once: int
) -> None:
    whole, once = answered(there, RULES, questions(asked), 1_000_000)
    parts, several = answered(there, RULES, questions(asked), at_once)
    assert once == [len(asked)]
    assert sum(several) == len(asked)
    assert (len(several) > 1) == (len({s for s, _ in asked}) > 1 and len(asked) > at_once)
    assert max(several) < at_once + 2, "a subject's two questions stay together"
    assert parts.combine_chunks().equals(whole.combine_chunks())
    name = RULES.scheme.scheme
    assert canonical_lines(name, parts) == canonical_lines(name, whole)


def test_who_ranks_among_peers_is_asked_about_with_all_of_them() -> None:
    told = [record(n, "penalty", "2025-05-01", subject=n, n=1) for n in range(40)]
    asked = questions([(n, TODAY) for n in range(40)])
    _, several = answered(Sources(rows=evidence(told)), in_force(ranked()), asked, 7)
    assert several == [40]


def test_a_question_without_a_value_is_refused_in_any_range(there: Sources) -> None:
    asked = questions([(n, TODAY) for n in range(40)])
    lacking = asked.set_column(1, "as_of", pa.array([None] + [TODAY] * 39, pa.date32()))
    with pytest.raises(BadInput, match="Each question names a subject, an as-of day") as refused:
        answered(there, RULES, lacking, 7)
    assert "计算请求须写明主体" in refused.value.text.zh


def test_a_range_reads_only_the_part_of_the_evidence_that_is_about_it(tmp_path: Path) -> None:
    path = tmp_path / "scored.parquet"
    told = [record(n, "penalty", "2025-05-01", subject=n // 10) for n in range(2_000)]
    pq.write_table(evidence(told), path, row_group_size=100)
    asked = questions([(n, TODAY) for n in range(200)])
    rules = in_force(scheme(RULES.scheme.factors[0]))
    with Watched(Sources((path,)), 1_000) as whole:
        score(whole, rules, asked)
    with Watched(Sources((path,)), 50) as parts:
        score(parts, rules, asked)
    assert whole.rows == [2_000]
    assert (parts.asked, parts.rows) == ([50] * 4, [500] * 4)


def test_the_digest_is_that_of_all_lines(monkeypatch: pytest.MonkeyPatch, there: Sources) -> None:
    found, _ = answered(there, RULES, questions([(n, TODAY) for n in range(95)]), 1_000)
    expected = hashlib.sha256(canonical_lines(SchemeId("rules"), found)).hexdigest()
    for lines in (1, 7, 95, 96):
        monkeypatch.setattr("evenhand.scoring.score._LINES", lines)
        assert digest_of(SchemeId("rules"), found) == expected
    assert digest_of(SchemeId("other"), found) != expected
