"""Spark moves the rows of a scheme once, by question, and never again for the groupings after."""

from __future__ import annotations

import re

import pytest

from evenhand.relational.spark import SparkEngine
from evenhand.relational.spark_moves import moved_once
from evenhand.schemes.compile import compile_scheme
from evenhand.schemes.scheme import InForce
from evenhand.scoring.questions import tables_for
from tests.engines.every_scheme import SCHEMES, read, world
from tests.spark_there import needs_spark

GROUPED = (
    "SELECT question, SUM(points) AS n FROM (SELECT question, points FROM records) AS t GROUP BY 1"
)


def test_rows_under_the_innermost_grouping_are_sent_by_question() -> None:
    outer = f"SELECT question, MAX(n) AS most FROM ({GROUPED}) AS u GROUP BY 1"
    said = moved_once(outer)
    assert said.count("REPARTITION(question)") == 1
    assert "SELECT /*+ REPARTITION(question) */ question, points FROM records" in said


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT question, points FROM records",
        "SELECT subject, SUM(points) AS n FROM (SELECT subject, points FROM records) AS t GROUP BY 1",
        "SELECT question, COUNT(*) AS n FROM records GROUP BY 1",
    ],
)
def test_what_groups_nothing_by_question_or_reads_a_table_itself_stays(sql: str) -> None:
    assert "REPARTITION" not in moved_once(sql)


def moves(engine: SparkEngine, sql: str) -> list[str]:
    """The columns by which rows of the scheme are sent, one for each time that they move."""
    plan = engine._spark.sql(sql)._jdf.queryExecution().executedPlan().toString()
    sent = re.findall(r"Exchange hashpartitioning\((question#\d+L?[^)]*), \d+\), (\w+)", plan)
    return [f"{why}: {columns}" for columns, why in sent]


@needs_spark
@pytest.mark.slow
def test_the_rows_of_a_scheme_move_once() -> None:
    scheme = read(next(path for path in SCHEMES if path.stem == "linhe-osmanthus"))
    sources, questions = world(scheme)
    rules = InForce(scheme, None)
    query = compile_scheme(rules, "pyspark").standings
    with SparkEngine(sources) as engine:
        engine._admit_fields(query)
        for name, table in tables_for(rules, questions).items():
            engine._told(table).createOrReplaceTempView(name)
        before, after = moves(engine, query.sql), moves(engine, moved_once(query.sql))
    assert any("slot" in move for move in before), "without the hint they move for each grouping"
    assert [move for move in after if "REPARTITION" in move] != []
    assert not any("slot" in move or "year" in move for move in after)
