"""One body for every engine: what each operation of the palette means, above all with nulls.

An engine that joins later runs the same body; where it cannot, it says so with a reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import ibis
import pyarrow as pa
import pytest

from evenhand.kernel.errors import RegisterDamaged
from evenhand.kernel.periods import Day
from evenhand.relational.duckdb import DuckDBEngine, Limits, Sources
from evenhand.relational.engine import PALETTE, Engine, Kind, Query
from evenhand.schemes.passes.assembling import outside_palette
from evenhand.schemes.passes.terms import beside, divided, literal, rounded_in_favour

T = ibis.table(
    {"k": "int64", "a": "int64", "b": "int64", "s": "string", "d": "date", "f": "boolean"}, name="t"
)
ROWS: list[dict[str, Any]] = [
    {"k": 1, "a": 7, "b": 2, "s": "x", "d": Day(2024, 2, 29), "f": True},
    {"k": 2, "a": -7, "b": 2, "s": "x", "d": Day(2023, 12, 31), "f": False},
    {"k": 3, "a": None, "b": 5, "s": None, "d": None, "f": None},
    {"k": 4, "a": 2**62, "b": 1000, "s": "yé名", "d": Day(1, 1, 2), "f": True},
]
SCHEMA = pa.schema(
    [
        ("k", pa.int64()),
        ("a", pa.int64()),
        ("b", pa.int64()),
        ("s", pa.string()),
        ("d", pa.date32()),
        ("f", pa.bool_()),
    ]
)
ENGINES: dict[str, Callable[[], DuckDBEngine]] = {
    "duckdb": lambda: DuckDBEngine(Sources(), Limits(threads=1, memory="500MB"))
}


@pytest.fixture(params=sorted(ENGINES))
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with ENGINES[request.param]() as made:
        yield made


def run(engine: Engine, relation: Any, *columns: tuple[str, Kind]) -> list[tuple[Any, ...]]:
    assert outside_palette(relation) == []
    sql = str(ibis.to_sql(relation.order_by("k"), dialect=engine.dialect))
    found = engine.run(Query(sql, columns), {"t": pa.Table.from_pylist(ROWS, SCHEMA)})
    return [tuple(row.values()) for row in found.to_pylist()]


def values(engine: Engine, term: Any, kind: Kind = "int64") -> list[Any]:
    return [v for _, v in run(engine, T.select("k", v=term), ("k", "int64"), ("v", kind))]


def test_whole_division_goes_toward_zero_and_is_exact(engine: Engine) -> None:
    assert values(engine, divided(T.a, literal(2))) == [3, -3, None, 2**61]
    assert values(engine, divided(T.a - literal(1), literal(3)))[3] == (2**62 - 1) // 3


def test_a_remainder_keeps_the_sign_of_the_dividend(engine: Engine) -> None:
    assert values(engine, T.a % T.b) == [1, -1, None, 2**62 % 1000]


@pytest.mark.parametrize(
    ("better", "expected"), [("higher", [4, -3, None]), ("lower", [3, -4, None])]
)
def test_a_quotient_is_rounded_toward_the_subject(
    engine: Engine, better: str, expected: list[int | None]
) -> None:
    assert values(engine, rounded_in_favour(T.a, T.b, better))[:3] == expected


def test_an_overflow_is_an_error_and_never_a_wrong_number(engine: Engine) -> None:
    with pytest.raises(RegisterDamaged, match=r"(?i)overflow|out of range"):
        values(engine, T.a * literal(4))


def test_greatest_and_least_skip_nulls_which_is_why_they_take_none(engine: Engine) -> None:
    assert values(engine, ibis.greatest(T.a, T.b))[2] == 5
    assert values(engine, ibis.least(T.a.fill_null(literal(0)), T.b))[2] == 0


def test_a_condition_that_is_null_keeps_nothing(engine: Engine) -> None:
    def kept(condition: Any) -> list[Any]:
        found = run(engine, T.filter(condition).select("k"), ("k", "int64"))
        return [row[0] for row in found]

    assert kept(T.a > literal(0)) == [1, 4]
    assert kept(~(T.a > literal(0))) == [2]
    assert kept(~(T.a > literal(0)).fill_null(False)) == [2, 3]
    assert kept(T.s.isin(["x"])) == [1, 2]
    assert kept(T.s.notin(["x"])) == [4]
    assert kept(T.f | T.a.isnull()) == [1, 3, 4]
    assert kept(T.f & T.a.notnull()) == [1, 4]


def test_the_first_true_case_holds(engine: Engine) -> None:
    cases = ibis.cases(
        (T.a > literal(0), literal(1)), (T.b == literal(5), literal(2)), else_=literal(3)
    )
    assert values(engine, cases) == [1, 3, 2, 1]
    assert values(engine, T.a.isnull().ifelse(literal(0), T.b)) == [2, 2, 0, 1000]


def test_years_and_texts_of_days_and_numbers(engine: Engine) -> None:
    assert values(engine, T.d.year().cast("int64")) == [2024, 2023, None, 1]
    assert values(engine, T.d.cast("string"), "string")[:3] == ["2024-02-29", "2023-12-31", None]
    assert values(engine, T.a.cast("string"), "string")[:3] == ["7", "-7", None]


def test_days_and_texts_compare_as_themselves(engine: Engine) -> None:
    assert values(engine, T.d < ibis.literal(Day(2024, 1, 1)), "bool") == [False, True, None, True]
    assert values(engine, T.s == ibis.literal("yé名"), "bool") == [False, False, None, True]


@pytest.mark.parametrize(
    "text", ["'; DROP TABLE t; --", "\\", "a\nb", '"', "'' OR 1=1", "$1 ? %s", "名"]
)
def test_a_literal_is_a_literal_whatever_it_says(engine: Engine, text: str) -> None:
    assert values(engine, ibis.literal(text), "string") == [text] * 4


def test_sums_skip_nulls_and_of_nothing_are_null(engine: Engine) -> None:
    sums = T.filter(T.k < literal(4)).aggregate(k=T.k.max(), v=T.a.sum(), w=T.d.max())
    found = run(engine, sums, ("k", "int64"), ("v", "int64"), ("w", "date"))
    assert found == [(3, 0, Day(2024, 2, 29))]
    none = T.filter(T.k > literal(9)).aggregate(k=T.k.max(), v=T.a.sum())
    assert run(engine, none, ("k", "int64"), ("v", "int64")) == [(None, None)]


def test_windows_over_a_total_order(engine: Engine) -> None:
    keyed = T.mutate(g=T.s.fill_null("none"))
    order = [ibis.desc(keyed.b), ibis.desc(keyed.k)]
    window = ibis.window(group_by=keyed.g, order_by=order)
    before = ibis.window(group_by=keyed.g, order_by=order, preceding=(None, 1))
    told = keyed.select(
        "k",
        place=ibis.row_number().over(window),
        lag=keyed.k.lag(1).over(window),
        most=keyed.a.max().over(before),
        total=keyed.a.sum().over(before),
    )
    names: list[tuple[str, Kind]] = [
        (name, "int64") for name in ("k", "place", "lag", "most", "total")
    ]
    assert run(engine, told, *names) == [
        (1, 1, 2, -7, -7),
        (2, 0, None, None, None),
        (3, 0, None, None, None),
        (4, 0, None, None, None),
    ]


def test_a_left_join_keeps_what_has_no_match(engine: Engine) -> None:
    sums = T.group_by("s").aggregate(total=T.b.sum())
    found = run(
        engine, beside(T, sums, "s").select("k", "total"), ("k", "int64"), ("total", "int64")
    )
    assert found == [(1, 4), (2, 4), (3, None), (4, 1000)]


def test_a_union_keeps_duplicates(engine: Engine) -> None:
    twice = ibis.union(T.select("k"), T.select("k"), distinct=False)
    assert run(engine, twice, ("k", "int64")) == [(k,) for k in (1, 1, 2, 2, 3, 3, 4, 4)]


@pytest.mark.parametrize(
    ("term", "named"),
    [
        (T.a / T.b, "Divide"),
        (T.a // T.b, "FloorDivide"),
        (T.a.cast("float64"), "Cast of float64"),
        (T.a.mean(), "Mean"),
        (T.s.upper(), "Uppercase"),
        (T.a.hash(), "Hash"),
        (T.b.argmax(T.a), "ArgMax"),
        (T.a.first(), "First"),
        (T.d + ibis.interval(months=1), "DateAdd"),
        (T.d.delta(T.d, unit="month"), "DateDelta"),
        (ibis.literal(0.5), "Literal of float64"),
        (ibis.random(), "RandomScalar"),
        (ibis.now(), "TimestampNow"),
    ],
)
def test_what_engines_disagree_on_is_outside_the_palette(term: Any, named: str) -> None:
    relation = T.select(v=term) if term.op().shape.is_columnar() else T.mutate(v=term)
    assert any(named in found for found in outside_palette(relation))


def test_the_palette_says_why_for_each_operation() -> None:
    assert all(reason.strip() for reason in PALETTE.values())
