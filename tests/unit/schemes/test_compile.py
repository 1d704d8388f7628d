"""Compiling a scheme: one text for one scheme, kept and found again, nothing said beside the palette."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evenhand.kernel.errors import SchemeRefused
from evenhand.kernel.periods import Day
from evenhand.schemes import compile as compiler
from evenhand.schemes import kept_plans
from evenhand.schemes.compile import compile_scheme, plan_key
from evenhand.schemes.days import Days
from evenhand.schemes.plan import Plan
from evenhand.schemes.scheme import Caps, Dated, InForce, SharePoints, TabledPoints
from evenhand.scoring.questions import ask
from evenhand.scoring.score import score
from tests.conftest import ROOT
from tests.scoring_world import (
    AT,
    accumulates,
    always,
    black,
    direct,
    engine,
    factor,
    grade_held,
    in_force,
    on_record,
    record,
    red,
    scheme,
    where,
)

PLAIN = scheme(factor("penalty", "penalty", -5_000, where=[where("severity", "is", "serious")]))


@pytest.fixture(autouse=True)
def _forget() -> None:
    """Each test begins without plans in memory."""
    kept_plans._KEPT.clear()


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.exists() else []


def test_the_same_scheme_gives_the_same_text_and_is_made_once() -> None:
    first = compile_scheme(in_force(PLAIN))
    assert compile_scheme(in_force(PLAIN)).standings is first.standings
    kept_plans._KEPT.clear()
    assert compile_scheme(in_force(PLAIN)) == first


def test_the_day_of_publication_is_data_and_no_part_of_the_text() -> None:
    today = compile_scheme(InForce(PLAIN, Day(2026, 1, 1)))
    assert compile_scheme(InForce(PLAIN, None)).standings is today.standings


def test_a_plan_is_kept_in_the_folder_and_found_there(tmp_path: Path) -> None:
    made = compile_scheme(in_force(PLAIN), cache=tmp_path / "plans")
    [kept] = files(tmp_path / "plans")
    assert kept.name == f"{plan_key(PLAIN, 'duckdb')}.json"
    kept_plans._KEPT.clear()
    before = kept.read_bytes()
    assert compile_scheme(in_force(PLAIN), cache=tmp_path / "plans") == made
    assert kept.read_bytes() == before


def test_every_query_of_a_plan_is_found_again_as_it_was(tmp_path: Path) -> None:
    full = scheme(
        *PLAIN.factors,
        direct=(direct("D", "penalty"),),
        lists=(black("serious", on_record("penalty")),),
    )
    made = compile_scheme(in_force(full), cache=tmp_path)
    kept_plans._KEPT.clear()
    assert compile_scheme(in_force(full), cache=tmp_path) == made
    assert made.directly is not None
    assert made.entering is not None


@pytest.mark.parametrize("damage", [b"", b"{", b'{"digest":"00","queries":{}}', b"[]", None])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: bytes | None) -> None:
    made = compile_scheme(in_force(PLAIN), cache=tmp_path)
    [kept] = files(tmp_path)
    whole = kept.read_bytes()
    if damage is None:
        said = json.loads(whole)
        said["queries"]["standings"]["sql"] = "SELECT 1"
        damage = json.dumps(said).encode()
    kept.write_bytes(damage)
    kept_plans._KEPT.clear()
    assert compile_scheme(in_force(PLAIN), cache=tmp_path) == made
    assert kept.read_bytes() == whole


def test_a_folder_that_cannot_be_read_is_no_obstacle_to_reading(tmp_path: Path) -> None:
    (tmp_path / f"{plan_key(PLAIN, 'duckdb')}.json").mkdir()
    assert kept_plans._read(tmp_path, plan_key(PLAIN, "duckdb")) is None


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "plans").write_text("a file stands in the way")
    assert compile_scheme(in_force(PLAIN), cache=tmp_path / "plans").standings.sql


def test_memory_holds_so_many_plans_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_plans, "_MOST_KEPT", 2)
    for points in (1, 2, 3):
        compile_scheme(in_force(scheme(factor("f", "x", points))))
    assert len(kept_plans._KEPT) == 2


def test_another_scheme_dialect_or_compiler_has_another_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key = plan_key(PLAIN, "duckdb")
    reform = replace(PLAIN, factors=(replace(PLAIN.factors[0], counting="latest"),))
    assert reform.digest == PLAIN.digest
    keys = {key, plan_key(PLAIN, "pyspark"), plan_key(replace(PLAIN, digest="0"), "duckdb")}
    keys.add(plan_key(reform, "duckdb"))
    monkeypatch.setattr(compiler, "_compiler", lambda: "another")
    keys.add(plan_key(PLAIN, "duckdb"))
    assert len(keys) == 5


def test_a_reform_under_the_same_digest_is_not_scored_by_the_old_plan() -> None:
    softer = replace(PLAIN, factors=(factor("penalty", "penalty", -1_000),))
    rows = [record(1, "penalty", "2026-01-01", severity="serious")]
    with engine(rows) as made:
        told = [score(made, in_force(of), ask([1], AT)).to_pylist()[0] for of in (PLAIN, softer)]
    assert [row["points"] for row in told] == [95_000, 99_000]


WARM = """
import sys
from pathlib import Path
from evenhand.scoring.questions import ask
from evenhand.scoring.score import score
from tests.unit.schemes.test_compile import AT, PLAIN, engine, in_force, record
with engine([record(1, "penalty", "2026-01-01", severity="serious")]) as made:
    told = score(made, in_force(PLAIN), ask([1], AT), Path(sys.argv[1]))
print(told.to_pylist()[0]["points"], sorted({"ibis", "sqlglot"} & set(sys.modules)))
"""


def test_with_a_warm_cache_no_ibis_is_loaded(tmp_path: Path) -> None:
    def run() -> str:
        return subprocess.run(
            [sys.executable, "-c", WARM, str(tmp_path)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": "random"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()

    assert run() == "95000 ['ibis', 'sqlglot']"
    assert run() == "95000 []"
    assert len(files(tmp_path)) == 1


def test_the_text_does_not_depend_on_the_hash_seed() -> None:
    code = (
        "from tests.unit.schemes.test_compile_golden import SCHEMES\n"
        "from evenhand.schemes.compile import compile_scheme\n"
        "from tests.scoring_world import in_force\n"
        "print([compile_scheme(in_force(of)) for of in SCHEMES.values()])"
    )
    texts = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(texts) == 1


HOSTILE = [
    "'; DROP VIEW records; --",
    "' OR '1'='1",
    "\\'; SELECT 1; --",
    "x') UNION SELECT * FROM read_csv('/etc/passwd') --",
    "名单'",
    "$1",
    "{braces} %s",
    "a\nb",
]


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_of_a_condition_is_only_ever_a_value(value: str) -> None:
    of = scheme(
        factor("is", "penalty", -1_000, where=[where("code", "is", value)]),
        factor("table", "penalty", TabledPoints("code", ((value, always(-10_000)),), None)),
        factor("other", value, -40_000),
        grades={value: 0, "top": 200_000},
    )
    rows = [
        record(1, "penalty", "2026-01-01", code=value),
        record(2, "penalty", "2026-01-01", code="x"),
    ]
    with engine([*rows, record(3, value, "2026-01-01", code=None)]) as made:
        told = score(made, in_force(of), ask([1], AT)).to_pylist()[0]
    assert (told["points"], told["grade"]) == (49_000, value)


@pytest.mark.parametrize("name", ['a"b', "a; DROP VIEW records", "a.b", "select", "名称"])
def test_a_name_of_a_field_is_only_ever_a_name(name: str) -> None:
    of = scheme(factor("f", "penalty", -1_000, where=[where(name, "is", 5)]))
    row: dict[str, Any] = record(1, "penalty", "2026-01-01") | {f"f_{name}": 5}
    with engine([row]) as made:
        assert score(made, in_force(of), ask([1], AT)).to_pylist()[0]["points"] == 99_000


def test_a_text_that_would_end_a_statement_early_is_refused() -> None:
    of = scheme(factor("f", "penalty", -1, where=[where("code", "is", "a\0b")]))
    with pytest.raises(SchemeRefused, match=r"holds the character U\+0000"):
        compile_scheme(in_force(of))


@pytest.mark.parametrize("more", [{"counting": "latest"}, {"caps": Caps(per_year=always(1))}])
def test_a_share_that_counts_one_or_by_year_is_refused(more: dict[str, Any]) -> None:
    share = SharePoints("loaded", "supplied", always(6_000), 950, 20)
    with pytest.raises(SchemeRefused, match='The factor "load" is a share: it sums all records'):
        compile_scheme(in_force(scheme(factor("load", "return", share, **more))))


def test_a_grade_held_for_days_is_refused() -> None:
    of = scheme(lists=(red("good", grade_held("A", "90 days")),))
    with pytest.raises(SchemeRefused, match='"good" asks for a grade held: say how long in months'):
        compile_scheme(in_force(of))


def test_a_field_taken_for_two_kinds_is_refused() -> None:
    of = scheme(
        factor("a", "penalty", -1, where=[where("n", "is", 5)]),
        factor("b", "penalty", -1, where=[where("n", "is", "five")]),
    )
    with pytest.raises(SchemeRefused, match='takes the field "n" for two kinds of value'):
        compile_scheme(in_force(of))


def test_a_plan_says_which_fields_it_reads_and_as_what() -> None:
    of = scheme(
        factor(
            "a",
            "x",
            -1,
            where=[where("n", "is", 5), where("ok", "is", True), where("severity", "is", "minor")],
        ),
        factor("b", "x", SharePoints("part", "whole", always(1), 950, 1)),
        direct=(direct("D", "x", where("since", "at_least", Day(2026, 1, 1))),),
        lists=(
            black("l", accumulates("x", same="code"), on_record("x", where("colour", "is", "red"))),
        ),
    )
    plan: Plan = compile_scheme(in_force(of))
    assert plan.standings.fields == (
        ("f_code", "any"),
        ("f_colour", "string"),
        ("f_n", "int64"),
        ("f_ok", "bool"),
        ("f_part", "int64"),
        ("f_since", "date"),
        ("f_whole", "int64"),
    )


def test_each_window_and_dated_number_has_one_column() -> None:
    two = Dated(((Day(2020, 1, 1), -1), (Day(2021, 1, 1), -2)))
    of = scheme(
        factor(
            "a", "x", TabledPoints("c", (("p", two), ("q", always(3))), two), within="24 months"
        ),
        factor("b", "y", 5, within="24 months", caps=Caps(in_all=two)),
        factor("c", "z", 5, within="2 years"),
    )
    days = Days(of)
    assert days.told(Day(2020, 6, 30)) == {
        "opens_0": Day(2018, 6, 30),
        "opens_1": Day(2018, 6, 30),
        "number_0": -1,
    }
    assert days.told(Day(2021, 1, 1))["number_0"] == -2
    assert days.number(always(7)) == 7
