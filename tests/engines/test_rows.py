"""The engine of a few rows says what DuckDB says, and what a scheme says never becomes code."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenhand.kernel.errors import EvenhandError, RegisterDamaged
from evenhand.kernel.periods import Clocks, moment
from evenhand.relational.duckdb import DuckDBEngine, Limits, Sources
from evenhand.relational.engine import Kind, Query
from evenhand.relational.rows_engine import RowsEngine
from evenhand.relational.rows_plan import FORM, read_plan
from evenhand.relational.rows_tables import KeptTables, SmallTable, indexed
from evenhand.relational.rows_terms import NoPlan
from evenhand.schemes.compile import compile_scheme
from evenhand.schemes.passes import writing_rows
from evenhand.schemes.scheme import InForce
from evenhand.scoring.beside import beside
from evenhand.scoring.questions import ask, tables_for
from evenhand.scoring.score import score
from tests.engines.every_scheme import SCHEMES, answers, dearer, read
from tests.engines.every_scheme import world as shipped_world
from tests.reference.apart import asked_together
from tests.reference.generated_schemes import Case, some_cases
from tests.reference.generated_worlds import FIELD_KINDS, SUBJECTS, world
from tests.scoring_world import KNOWN, evidence, record

ONE = Limits(threads=1, memory="1GB")
CASES = 300 if os.environ.get("EVENHAND_NIGHTLY") == "1" else 25


@pytest.mark.slow
@pytest.mark.parametrize("path", SCHEMES, ids=lambda path: path.stem)
def test_every_scheme_says_the_same_row_by_row_as_on_duckdb(path: Path) -> None:
    scheme = read(path)
    sources, questions = shipped_world(scheme)
    with DuckDBEngine(sources, ONE) as engine:
        expected = answers(engine, scheme, questions)
    assert expected["standings"]
    assert expected["contributions"]
    assert answers(RowsEngine(sources), scheme, questions) == expected


@pytest.mark.slow
@pytest.mark.parametrize("path", SCHEMES, ids=lambda path: path.stem)
def test_two_schemes_are_compared_row_by_row_as_on_duckdb(path: Path) -> None:
    scheme = read(path)
    sources, questions = shipped_world(scheme)
    pair = InForce(scheme, None), InForce(dearer(scheme), None)
    with DuckDBEngine(sources, ONE) as engine:
        expected = asked_together(beside(engine, *pair, questions))
    assert asked_together(beside(RowsEngine(sources), *pair, questions)) == expected


def clocks(case: Case) -> Clocks:
    began, next_one = moment("1970-01-01T00:00:00Z"), moment("1970-01-01T00:00:00.000001Z")
    return Clocks(case.as_of, began + case.known_at * (next_one - began))


@pytest.mark.slow
def test_generated_schemes_say_the_same_row_by_row_as_on_duckdb() -> None:
    lines = 0
    for case in some_cases(CASES):
        there = world(case.seed)
        rows = evidence(there.rows, **FIELD_KINDS)
        sources = Sources((), rows, tuple(there.judgements), tuple(there.doubts))
        questions = ask(list(SUBJECTS), clocks(case))
        told = []
        with DuckDBEngine(sources, ONE) as duck:
            for engine in (duck, RowsEngine(sources)):
                plan = compile_scheme(case.in_force, engine.dialect)
                found = engine.run(plan.contributions, tables_for(case.in_force, questions))
                standings = score(engine, case.in_force, questions).to_pylist()
                told.append((standings, sorted(map(str, found.to_pylist()))))
        assert told[0] == told[1], case.seed
        lines += len(told[0][1])
    assert lines > 20 * CASES


VIEW: tuple[tuple[str, Kind], ...] = tuple(
    (name, "int64")
    for name in ("subject", "record", "known", "superseded", "doubt_from", "doubt_until", "replaced")
)  # fmt: skip
NUMBERS = st.integers(1, 6)
MOMENTS = st.integers(0, 9).map(lambda later: KNOWN + later)
STRETCHES = st.tuples(NUMBERS, st.tuples(MOMENTS, MOMENTS)).map(
    lambda told: (told[0], min(told[1]), max(told[1]) + 1)
)
RECORDS = st.lists(
    st.tuples(st.booleans(), NUMBERS, st.none() | NUMBERS, st.booleans()), min_size=1, max_size=6
)


def rows_of(told: list[tuple[bool, int, int | None, bool]]) -> pa.Table:
    made = []
    for number, (waits, subject, supersedes, retracts) in enumerate(told, 1):
        more: dict[str, object] = {"supersedes": supersedes} if supersedes else {}
        more |= {"waits": True} if waits else {}
        more |= {"retracts": True} if retracts and supersedes else {}
        made.append(record(number, "penalty", "2026-01-01", subject, **more))
    return evidence(made)


def whole_table(name: str, columns: tuple[tuple[str, Kind], ...]) -> str:
    """A plan that answers with a table as it is."""
    return json.dumps({"form": FORM, "relations": [["table", name, [said for said, _ in columns]]]})


@given(
    RECORDS,
    st.lists(st.tuples(NUMBERS, NUMBERS, MOMENTS), max_size=3, unique_by=lambda t: (t[0], t[2])),
    st.lists(STRETCHES, max_size=3, unique_by=lambda told: told[0]),
    st.lists(st.tuples(NUMBERS, MOMENTS), max_size=2),
)
def test_the_view_of_records_is_the_same(
    told: list[tuple[bool, int, int | None, bool]],
    judged: list[tuple[int, int, int]],
    doubts: list[tuple[int, int, int | None]],
    withdrawn: list[tuple[int, int]],
) -> None:
    sources = Sources(
        rows=rows_of(told), judgements=tuple(judged), doubts=tuple(doubts),
        withdrawn=tuple(withdrawn),
    )  # fmt: skip
    names = ", ".join(name for name, _ in VIEW)
    with DuckDBEngine(sources, ONE) as engine:
        expected = engine.run(Query(f"SELECT {names} FROM records", VIEW), {}).to_pylist()
    found = RowsEngine(sources).run(Query(whole_table("records", VIEW), VIEW), {}).to_pylist()
    assert sorted(map(str, found)) == sorted(map(str, expected))


def asked(
    relations: list[object], columns: tuple[tuple[str, Kind], ...]
) -> list[dict[str, object]]:
    """What a plan over two rows answers."""
    rows = evidence([record(n, "penalty", "2026-01-01", subject=n) for n in (1, 2)])
    text = json.dumps({"form": FORM, "relations": relations})
    found: list[dict[str, object]] = (
        RowsEngine(Sources(rows=rows)).run(Query(text, columns), {}).to_pylist()
    )
    return found


TABLE = ["table", "records", ["subject"]]
SAID: tuple[tuple[str, Kind], ...] = (("said", "string"),)
N: tuple[tuple[str, Kind], ...] = (("n", "int64"),)


@pytest.mark.parametrize(
    "text",
    [
        "'+__import__('os').system('false')+'",
        "\"\"\"\\'''",
        "\\",
        "\n    raise SystemExit",
        "{r[0]}",
        "\x00\x85\u2028",
        "𠀀'",
    ],
)
def test_a_text_of_a_scheme_stays_a_text(text: str) -> None:
    plan: list[object] = [TABLE, ["project", 0, [["said", text]], []]]
    assert asked(plan, SAID) == [{"said": text}] * 2


@pytest.mark.parametrize(
    ("term", "word"),
    [
        (["run", ["column", 0]], "run"),
        (["__import__", ["said", "os"]], "__import__"),
        (["column", "0] or exit() or r[0"], "place"),
        (["column", -1], "place"),
        (["column", True], "place"),
        (["said", ["a", "list"]], "said"),
        (["whole", "1); exit("], "invalid literal"),
        (["day_of", "2026-13-01"], "month must be in"),
        (["summed", "0"], "place"),
        (["not", ["said", True], ["said", True]], "not"),
        ([], "not enough values"),
        ("said", "not|said|values|literal|s"),
    ],
)
def test_a_term_that_is_no_term_never_becomes_code(term: object, word: str) -> None:
    with pytest.raises(
        EvenhandError, match=f"plans that are written for rows; this is none.*{word}"
    ):
        asked([TABLE, ["project", 0, [term], []]], N)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("SELECT 1", "Expecting value"),
        ('{"form": "evenhand/rows-plan/2", "relations": []}', "evenhand/rows-plan/2"),
        (f'{{"form": "{FORM}", "relations": []}}', "relations"),
        (f'{{"form": "{FORM}", "relations": [["drop", "records"]]}}', "drop"),
        (f'{{"form": "{FORM}", "relations": [["table", "secrets", ["a"]]]}}', "secrets"),
        (f'{{"form": "{FORM}", "relations": [["table", "records", ["sealed"]]]}}', "sealed"),
    ],
)
def test_what_is_no_plan_of_rows_is_refused(text: str, word: str) -> None:
    with pytest.raises(EvenhandError, match="The engine runs plans that are written") as refused:
        RowsEngine(Sources()).run(Query(text, N), {})
    assert word in refused.value.text.en
    assert "引擎只运行按行写成的计算方案" in refused.value.text.zh


def test_a_plan_of_a_database_is_refused_before_anything_is_read() -> None:
    scheme = InForce(read(SCHEMES[0]), None)
    plan = compile_scheme(scheme, "duckdb")
    with pytest.raises(EvenhandError, match="this is none"):
        RowsEngine(Sources()).run(plan.standings, {})


@pytest.mark.parametrize("made", ["add", "multiply"])
def test_a_number_that_does_not_fit_64_bits_is_refused(made: str) -> None:
    large = ["whole", str(2**62)]
    with pytest.raises(RegisterDamaged, match="does not fit 64 bits"):
        asked([TABLE, ["project", 0, [[made, large, large]], []]], N)


def test_a_sum_that_does_not_fit_64_bits_is_refused() -> None:
    large = ["whole", str(2**62)]
    with pytest.raises(RegisterDamaged, match="The engine cannot read the register"):
        asked([TABLE, ["group", 0, [], [["sum", large]], [["summed", 0]]]], N)


def test_a_field_of_another_type_is_refused_with_the_words_of_the_other_engine() -> None:
    rows = evidence([record(1, "penalty", "2026-01-01", amount=5000)])
    said = []
    for engine in (DuckDBEngine(Sources(rows=rows), ONE), RowsEngine(Sources(rows=rows))):
        query = Query("SELECT COUNT(*) AS n FROM records", N, (("f_amount", "string"),))
        with pytest.raises(RegisterDamaged) as refused:
            engine.run(query, {})
        said.append(refused.value.text)
    assert said[0] == said[1]


def test_files_are_refused() -> None:
    with pytest.raises(ValueError, match="rows in memory are held, and no files"):
        RowsEngine(Sources((Path("segment"),)))


def test_other_rows_are_asked_about_after_they_are_held() -> None:
    scheme = read(SCHEMES[0])
    sources, questions = shipped_world(scheme)
    assert sources.rows is not None
    engine = RowsEngine(sources)
    first = answers(engine, scheme, questions)
    engine.hold(replace(sources, rows=sources.rows.slice(0, 0)))
    assert answers(engine, scheme, questions) != first
    engine.hold(sources)
    assert answers(engine, scheme, questions) == first


def test_tables_that_are_the_same_are_turned_to_rows_once_and_others_are_not_mistaken_for_them() -> (
    None
):
    kept = KeptTables()
    first, same, other = (pa.table({"n": [1, n]}) for n in (2, 2, 3))
    assert kept.rows("days", first) is kept.rows("days", same)
    assert kept.rows("days", other) == [(1,), (3,)]
    assert kept.rows("days", first) == [(1,), (2,)]
    assert kept.rows("ages", first) is not kept.rows("days", first)


def test_whom_somebody_asked_about_is_not_kept() -> None:
    kept = KeptTables()
    asked_about = pa.table({"subject": [7]})
    assert kept.rows("questions", asked_about) is not kept.rows("questions", asked_about)
    assert not kept._kept


def test_the_tables_that_were_asked_for_long_ago_are_let_go() -> None:
    kept = KeptTables()
    for number in range(100):
        kept.rows(f"t{number}", pa.table({"n": [number]}))
    assert len(kept._kept) == 64


def test_an_index_is_made_once_over_a_small_table_and_leaves_out_what_has_no_key() -> None:
    def key(row: tuple[object, ...]) -> tuple[object, ...]:
        return (row[0],)

    small = SmallTable([(1, "a"), (None, "b"), (1, "c")])
    assert indexed(small, key) == {(1,): [(1, "a"), (1, "c")]}
    assert indexed(small, key) is indexed(small, key)
    rows = [(1, "a")]
    assert indexed(rows, key) is not indexed(rows, key)


def test_nothing_divided_by_nothing_and_nothing_known_stays_unknown() -> None:
    nothing, two, minus = ["nothing"], ["whole", "2"], ["whole", "-7"]
    terms = [
        ["divide", minus, two],
        ["rest", minus, two],
        ["divide", minus, ["whole", "0"]],
        ["add", minus, nothing],
        ["case", [["and", ["eq", nothing, two], ["said", False]], two], minus],
        ["case", [["or", ["eq", nothing, two], ["said", True]], two], minus],
        ["case", [["not", ["eq", nothing, two]], two], minus],
        ["case", [["in", nothing, two], two], ["first_there", nothing, minus]],
    ]
    columns: tuple[tuple[str, Kind], ...] = tuple((f"c{n}", "int64") for n in range(len(terms)))
    [row, _] = asked([TABLE, ["project", 0, terms, []]], columns)
    assert list(row.values()) == [-3, -1, None, None, -7, 2, -7, -7]


def test_a_plan_is_turned_to_functions_once() -> None:
    text = whole_table("records", N)
    assert read_plan(text) is read_plan(text)
    with pytest.raises(NoPlan):
        read_plan("{}")


def test_the_writer_and_the_reader_name_one_form() -> None:
    assert writing_rows.FORM == FORM
