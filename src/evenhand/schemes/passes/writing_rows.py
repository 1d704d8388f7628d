"""A relation as canonical JSON, for the engine that reads a plan row by row without a database.

Each relation stands once, after those that it is made of; a field is the place of its column. What
each word means is said in ``relational.rows_plan``, which reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from ibis.expr import operations as ops

from evenhand.kernel.canonical import Json, canonical
from evenhand.schemes.passes.terms import Relation

FORM: Final = "evenhand/rows-plan/1"

_TWO: Final[Mapping[type, str]] = {
    ops.Add: "add", ops.Subtract: "subtract", ops.Multiply: "multiply", ops.Modulus: "rest",
    ops.Equals: "eq", ops.NotEquals: "ne", ops.Less: "lt", ops.LessEqual: "le", ops.Greater: "gt",
    ops.GreaterEqual: "ge", ops.And: "and", ops.Or: "or",
}  # fmt: skip
_ONE: Final[Mapping[type, str]] = {
    ops.Negate: "negate", ops.Abs: "abs", ops.Not: "not", ops.IsNull: "is_null", ops.NotNull: "there",
    ops.ExtractYear: "year", ops.ExtractMonth: "month", ops.ExtractDay: "day",
}  # fmt: skip
_MANY: Final[Mapping[type, str]] = {
    ops.Greatest: "greatest", ops.Least: "least", ops.Coalesce: "first_there",
}  # fmt: skip
_SUMMED: Final[Mapping[type, str]] = {ops.Sum: "sum", ops.Max: "max", ops.Min: "min"}


def written(relation: Relation) -> str:
    """Write a relation, its last one first to be answered.

    Raises:
        ValueError: When it holds an operation that rows cannot be read by.
    """
    writer = _Writer()
    writer.relation(relation.op())
    return canonical({"form": FORM, "relations": writer.made}).decode()


class _Writer:
    def __init__(self) -> None:
        self.made: list[Json] = []
        self._places: dict[Any, int] = {}

    def relation(self, node: Any) -> int:
        """Write one relation after what it is made of; its place."""
        if node not in self._places:
            said = self._said(node)
            self._places[node] = len(self.made)
            self.made.append(said)
        return self._places[node]

    def _said(self, node: Any) -> Json:
        match node:
            case ops.UnboundTable():
                return ["table", node.name, list(node.schema.names)]
            case ops.Project():
                parent = self.relation(node.parent)
                terms = _Terms({node.parent: None})
                return ["project", parent, terms.all(node.values.values()), terms.windows]
            case ops.Filter():
                parent = self.relation(node.parent)
                terms = _Terms({node.parent: None})
                return ["filter", parent, terms.all(node.predicates), terms.windows]
            case ops.Aggregate():
                return self._grouped(node)
            case ops.JoinChain():
                return self._joined(node)
            case ops.Union(distinct=False):
                return ["union", self.relation(node.left), self.relation(node.right)]
        raise ValueError(f"no relation of rows: {type(node).__name__}")

    def _grouped(self, node: Any) -> Json:
        parent = self.relation(node.parent)
        terms = _Terms({node.parent: None})
        groups = terms.all(node.groups.values())
        outs = terms.all(node.metrics.values())
        return ["group", parent, groups, terms.summed, outs]

    def _joined(self, node: Any) -> Json:
        places = {node.first: 0} | {link.table: at for at, link in enumerate(node.rest, 1)}
        terms = _Terms(places)
        links = [self._link(link, terms) for link in node.rest]
        first = self.relation(node.first.parent)
        return ["join", first, links, terms.all(node.values.values())]

    def _link(self, link: Any, terms: _Terms) -> Json:
        """How, what is joined, how many columns it has, and the pairs of terms that are equal."""
        equal = all(isinstance(predicate, ops.Equals) for predicate in link.predicates)
        if link.how not in ("inner", "left") or not equal:
            raise ValueError("rows are joined by what is equal")
        pairs: list[Json] = []
        for predicate in link.predicates:
            one, other = predicate.left, predicate.right
            sides = (other, one) if _reads(one, link.table) else (one, other)
            pairs.append(terms.all(sides))
        there = link.table.parent
        return [link.how, self.relation(there), len(there.schema.names), pairs]


def _reads(term: Any, table: Any) -> bool:
    return any(field.rel == table for field in term.find(ops.Field, filter=ops.Value))


class _Terms:
    """Terms over the columns of some relations; ``None``: of the only one."""

    def __init__(self, places: Mapping[Any, int | None]) -> None:
        self._places = places
        self.windows: list[Json] = []
        self.summed: list[Json] = []

    def all(self, terms: Iterable[Any]) -> list[Json]:
        """Write several terms."""
        return [self.one(term) for term in terms]

    def one(self, term: Any) -> Json:
        """Write one term."""
        kind = type(term)
        if kind in _TWO:
            return [_TWO[kind], self.one(term.left), self.one(term.right)]
        if kind in _ONE:
            return [_ONE[kind], self.one(term.arg)]
        if kind in _MANY:
            return [_MANY[kind], *self.all(term.arg)]
        if kind in _SUMMED:
            if term.where is not None:
                raise ValueError("sums of rows have no condition of their own")
            self.summed.append([_SUMMED[kind], self.one(term.arg)])
            return ["summed", len(self.summed) - 1]
        return self._other(term)

    def _other(self, term: Any) -> Json:
        match term:
            case ops.Field():
                return self._field(term)
            case ops.Literal():
                return _literal(term)
            case ops.Cast():
                return ["text" if term.to.is_string() else "number", self.one(term.arg)]
            case ops.StringConcat():
                return ["text", *self.all(a for a in term.arg if getattr(a, "value", None) != "")]
            case ops.IfElse() | ops.SearchedCase():
                return self._chosen(term)
            case ops.InValues():
                return ["in", self.one(term.value), *self.all(term.options)]
            case ops.WindowFunction():
                self.windows.append(self._window(term))
                return ["window", len(self.windows) - 1]
        return self._rare(term)

    def _rare(self, term: Any) -> Json:
        if isinstance(term, ops.Alias):
            return self.one(term.arg)
        if getattr(term, "__func_name__", "") == "divide":
            return ["divide", *self.all(term.args)]
        raise ValueError(f"no term of rows: {type(term).__name__}")

    def _chosen(self, term: Any) -> Json:
        if isinstance(term, ops.IfElse):
            choices = self.all((term.bool_expr, term.true_expr, term.false_null_expr))
            return ["case", choices[:2], choices[2]]
        pairs = zip(self.all(term.cases), self.all(term.results), strict=True)
        return ["case", *(list(pair) for pair in pairs), self.one(term.default)]

    def _field(self, term: Any) -> Json:
        at = term.rel.schema.names.index(term.name)
        place = self._places[term.rel]
        return ["column", at] if place is None else ["column", at, place]

    def _window(self, term: Any) -> Json:
        """Name, argument, partition, order, and whether only the rows before are looked at."""
        order: list[Json] = [[self.one(key.arg), key.ascending] for key in term.order_by]
        groups = self.all(term.group_by)
        func = term.func
        before = _before(term)
        match func:
            case ops.RowNumber():
                return ["place", None, groups, order, False]
            case ops.MinRank():
                return ["rank", None, groups, order, False]
            case ops.Lag():
                back = func.offset.value
                return ["lag", [self.one(func.arg), back], groups, order, False]
            case ops.Sum() | ops.Max() | ops.Min():
                return [_SUMMED[type(func)], self.one(func.arg), groups, order, before]
        raise ValueError(f"no window of rows: {type(func).__name__}")


def _before(term: Any) -> bool:
    """Whether a sum is of the rows before a row, in place of all rows of its partition.

    Raises:
        ValueError: When it is of any other rows.
    """
    end = term.end
    if term.start is None and end is None:
        if term.order_by and type(term.func) in _SUMMED:
            raise ValueError("sums of rows are of a whole partition, or of the rows before")
        return False
    if term.start is None and end.preceding and end.value.value == 1:
        return True
    raise ValueError("sums of rows are of a whole partition, or of the rows before")


def _literal(term: Any) -> Json:
    value = term.value
    if value is None:
        return ["nothing"]
    if term.dtype.is_date():
        return ["day_of", value.isoformat()]
    if isinstance(value, bool | str):
        return ["said", value]
    if isinstance(value, int):
        return ["whole", str(value)]
    raise ValueError(f"no value of rows: {term.dtype}")
