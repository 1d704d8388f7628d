"""The passes in order, from a scheme's tree to the SQL of its queries."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import ibis

from evenhand.kernel.errors import SchemeRefused
from evenhand.kernel.text import Text
from evenhand.relational.engine import PALETTE, FieldKind, Kind, Query
from evenhand.schemes.days import Days
from evenhand.schemes.pair import Pair
from evenhand.schemes.passes import entering as lists
from evenhand.schemes.passes import telling
from evenhand.schemes.passes.comparing import COLUMNS as OF_PAIR
from evenhand.schemes.passes.comparing import compared
from evenhand.schemes.passes.counting import counted, faced, matching
from evenhand.schemes.passes.exposing import exposed
from evenhand.schemes.passes.facing import asked, records
from evenhand.schemes.passes.fields import fields_of, fields_of_all
from evenhand.schemes.passes.grading import graded, named
from evenhand.schemes.passes.looking import looked_at
from evenhand.schemes.passes.ranking import ranked
from evenhand.schemes.passes.sharing import Shared, shared
from evenhand.schemes.passes.staging import staged
from evenhand.schemes.passes.summing import Sums, summed
from evenhand.schemes.passes.terms import Relation
from evenhand.schemes.passes.writing_rows import written
from evenhand.schemes.plan import Plan
from evenhand.schemes.scheme import Scheme

STANDINGS: tuple[tuple[str, Kind], ...] = (
    ("question", "int64"),
    ("subject", "int64"),
    ("as_of", "date"),
    ("known_at", "int64"),
    ("points", "int64"),
    ("grade", "string"),
    ("direct", "int64"),
    ("rank", "int64"),
    ("stage", "string"),
    ("reduced_to", "int64"),
    ("ceiling", "int64"),
)
"""What the plan answers to each question.

``direct`` is the number of the direct grade that gave the grade, ``ceiling`` of the one that lowered
it; what a scheme has not, or what did not act, is null.
"""

DIRECTLY: tuple[tuple[str, Kind], ...] = (
    ("question", "int64"),
    ("number", "int64"),
    ("record", "int64"),
    ("happened", "date"),
)


_DEEP: Final = 10_000


@dataclass(frozen=True)
class Draft:
    """A plan in the making; each pass adds one relation."""

    days: Days
    records: Relation
    asked: Relation
    faced: Relation = None
    matching: Relation = None
    counted: Relation | None = None
    shared: Shared | None = None
    sums: Sums | None = None
    exposures: Relation | None = None
    standings: Relation = None


def _face(draft: Draft) -> Draft:
    return replace(draft, faced=faced(draft.records, draft.asked, draft.days))


def _match(draft: Draft) -> Draft:
    return replace(draft, matching=matching(draft.faced, draft.days))


def _count(draft: Draft) -> Draft:
    return replace(draft, counted=counted(draft.matching, draft.days))


def _share(draft: Draft) -> Draft:
    return replace(draft, shared=shared(draft.matching, draft.days))


def _expose(draft: Draft) -> Draft:
    return replace(draft, exposures=exposed(draft.records, draft.asked, draft.days))


def _sum(draft: Draft) -> Draft:
    given = (draft.counted, draft.shared, draft.asked, draft.exposures)
    return replace(draft, sums=summed(*given, draft.days))


def _rank(draft: Draft) -> Draft:
    return replace(draft, standings=ranked(_sums(draft).standings, draft.days))


def _grade(draft: Draft) -> Draft:
    rows = graded(draft.standings, draft.records, draft.asked, draft.days)
    return replace(draft, standings=rows)


def _stage(draft: Draft) -> Draft:
    rows = staged(draft.standings, draft.records, draft.asked, draft.days)
    absent = {name: ibis.null(kind) for name, kind in STANDINGS if name not in rows.columns}
    return replace(draft, standings=rows.mutate(**absent | {"grade": named(rows, draft.days)}))


PASSES: Final[tuple[Callable[[Draft], Draft], ...]] = (
    _face,  # each record with each factor that counts its type, its worth after mending and age
    _match,  # conditions, excuses, windows, validity, retention
    _count,  # each record or one of several; what doubt drops
    _share,  # two counts summed, the points for their ratio
    _expose,  # the chances to err
    _sum,  # caps, starts, leasts, components, division by exposure, base, floor, ceiling
    _rank,  # the percentile among peers
    _grade,  # direct grades, bands and what they need, ceilings
    _stage,  # the measure that is due
)
"""From the tree to a standing, read from top to bottom."""


def assembled(scheme: Scheme, dialect: str) -> Plan:
    """Run the passes and turn what they made to the queries of a plan.

    Raises:
        SchemeRefused: When the scheme takes one field for two kinds of value, or says U+0000.
    """
    fields = fields_of(scheme)
    days = Days(scheme)
    draft = Draft(days, records(fields), asked(days))
    for step in PASSES:
        draft = step(draft)
    of_records = telling.told(draft.faced, draft.counted, draft.shared, _sums(draft), days)
    of_others = telling.unread(draft.records, draft.asked, days)
    told = ibis.union(of_records, of_others, distinct=False)
    entering = lists.entering(draft.records, draft.asked, days)
    directly = None
    if scheme.direct or scheme.ceilings:
        rows = looked_at(draft.records, draft.asked, days)
        directly = rows.filter(rows.met | rows.sure)
    said = partial(_query, fields=fields, dialect=dialect)
    return Plan(
        standings=said(draft.standings, STANDINGS),
        contributions=said(told, telling.COLUMNS),
        directly=None if directly is None else said(directly, DIRECTLY),
        entering=None if entering is None else said(entering, lists.COLUMNS),
    )


def assembled_pair(pair: Pair, dialect: str) -> Query:
    """Turn two schemes to the one query that compares them.

    Raises:
        SchemeRefused: When the two take one field for two kinds of value, or say U+0000.
    """
    fields = fields_of_all(pair.both)
    return _query(compared(pair, records(fields)), OF_PAIR, fields, dialect)


def _sums(draft: Draft) -> Sums:
    if draft.sums is None:
        raise ValueError("the sums come before what rests on them")
    return draft.sums


def _query(
    relation: Relation,
    columns: tuple[tuple[str, Kind], ...],
    fields: Mapping[str, FieldKind],
    dialect: str,
) -> Query:
    relation = relation.select(*(name for name, _ in columns))
    outside = outside_palette(relation)
    if outside:
        raise ValueError(f"not in the palette: {', '.join(outside)}")
    sql = _sql(relation, dialect)
    if "\0" in sql:
        raise SchemeRefused(
            Text(
                zh="办法的文字中有空字符（U+0000），引擎无法读取。",
                en="A text of the scheme holds the character U+0000, which no engine reads.",
            )
        )
    return Query(sql, columns, tuple(sorted(fields.items())))


def _sql(relation: Relation, dialect: str) -> str:
    """The text of a relation, one select for each step: fused ones repeat their terms.

    A plan of many steps is a deep chain, and what writes it walks down by recursion.
    """
    if dialect == "rows":
        return written(relation)
    fused, limit = ibis.options.sql.fuse_selects, sys.getrecursionlimit()
    ibis.options.sql.fuse_selects = False
    sys.setrecursionlimit(max(limit, _DEEP))
    try:
        return (
            _of_spark(relation)
            if dialect == "pyspark"
            else str(ibis.to_sql(relation, dialect=dialect))
        )
    finally:
        sys.setrecursionlimit(limit)
        ibis.options.sql.fuse_selects = fused


def _of_spark(relation: Relation) -> str:
    """By the compiler alone: Ibis' back end for Spark would ask for pandas, which nothing here needs."""
    from ibis.backends.sql.compilers import PySparkCompiler

    compiler = PySparkCompiler()
    return str(compiler.to_sqlglot(relation.unbind()).sql(compiler.dialect))


def outside_palette(relation: Relation) -> list[str]:
    """Operations and types of a relation that the palette does not allow, sorted."""
    allowed = {"int8", "int16", "int32", "int64", "string", "date", "boolean"}
    found = set()
    for node in relation.op().find(ibis.expr.operations.Node):
        name = getattr(node, "__func_name__", type(node).__name__)
        if name not in PALETTE:
            found.add(name)
        kind = getattr(node, "dtype", None)
        if kind is not None and str(kind).removeprefix("!") not in allowed:
            found.add(f"{name} of {kind}")
    return sorted(found)
