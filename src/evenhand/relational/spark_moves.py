"""Moves a plan's rows once, to where their question is answered; every later grouping finds them there.

Left to itself Spark moves rows before each grouping of the plan (by question, factor and year; by question
and factor; by question). Rows that were sent by question alone satisfy all three. The statement means
the same with and without the hint: a hint says where rows lie, never which there are.
"""

from __future__ import annotations

import sys

import sqlglot
from sqlglot import exp

_DEEP = 20_000
_QUESTION = "question"


def moved_once(sql: str) -> str:
    """The statement, with the rows under its innermost groupings sent by question."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, _DEEP))
    try:
        statement = sqlglot.parse_one(sql, read="spark")
        for grouped in statement.find_all(exp.Select):
            source = _grouped_rows(grouped)
            if source is not None:
                _send(source)
        return statement.sql(dialect="spark")
    finally:
        sys.setrecursionlimit(limit)


def _grouped_rows(select: exp.Select) -> exp.Select | None:
    """What an innermost grouping by question reads; None of everything else."""
    if select.args.get("group") is None or _QUESTION not in select.named_selects:
        return None
    read = select.args.get("from_") or select.args.get("from")
    inner = read.this.this if read is not None and isinstance(read.this, exp.Subquery) else None
    if not isinstance(inner, exp.Select):
        return None
    below = any(one.args.get("group") for one in inner.find_all(exp.Select))
    return None if below else inner


def _send(source: exp.Select) -> None:
    to = exp.Anonymous(this="REPARTITION", expressions=[exp.column(_QUESTION)])
    source.set("hint", exp.Hint(expressions=[to]))
