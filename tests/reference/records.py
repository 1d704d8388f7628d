"""Which records exist for a question, which of them stand, which are sure, what they meet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from evenhand.kernel.periods import Day, Span
from evenhand.schemes.scheme import Condition, InForce
from tests.reference.world import Question, Row, World


class Evidence:
    """Every row of a world, and what was known of it at any moment."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.asked: dict[int, tuple[dict[int, list[Row]], frozenset[int], frozenset[int]]] = {}

    def question(self, in_force: InForce, subject: int, as_of: Day, known_at: int) -> Question:
        """Put a question: the subject's rows, each with the moment since which it is known."""
        if known_at not in self.asked:
            self.asked[known_at] = (
                self.by_subject(known_at),
                self.gone(known_at),
                self.doubted(known_at),
            )
        rows, gone, doubted = self.asked[known_at]
        return Question(in_force, as_of, known_at, rows.get(subject, []), gone, doubted)

    def by_subject(self, known_at: int) -> dict[int, list[Row]]:
        found: dict[int, list[Row]] = {}
        for row in self.world.rows:
            told = self.about(row, known_at)
            if told is not None:
                found.setdefault(told[0], []).append({**row, "known": told[1]})
        return found

    def about(self, row: Row, known_at: int) -> tuple[int, int] | None:
        """Whom a row is about at a moment, and since when that is known; None while it waits."""
        if row["known"] > known_at:
            return None
        if not row["waits"]:
            return row["subject"], row["known"]
        told = sorted(
            (known, subject)
            for waiting, subject, known in self.world.judgements
            if waiting == row["subject"] and known <= known_at
        )
        return (told[-1][1], max(told[-1][0], row["known"])) if told else None

    def first_known(self, row: Row) -> int | None:
        """When somebody was first known to be meant by a row."""
        if not row["waits"]:
            return int(row["known"])
        moments = [known for w, _, known in self.world.judgements if w == row["subject"]]
        return max(row["known"], min(moments)) if moments else None

    def gone(self, known_at: int) -> frozenset[int]:
        """Records whose place another one had taken; it stays taken."""
        found = set()
        for row in self.world.rows:
            if row["supersedes"] is not None:
                moment = self.first_known(row)
                if moment is not None and moment <= known_at:
                    found.add(row["supersedes"])
        return frozenset(found)

    def doubted(self, known_at: int) -> frozenset[int]:
        return frozenset(
            record
            for record, start, stop in self.world.doubts
            if start <= known_at and (stop is None or known_at < stop)
        )


def exists(asked: Question, row: Row) -> str:
    """Why a record is no record any more at the moment of the question, if so."""
    if row["retracts"]:
        return "retracts"
    if row["record"] in asked.gone:
        return "superseded"
    return "not_yet" if row["happened"] > asked.as_of else ""


def stands(asked: Question, row: Row) -> str:
    """Why a record says nothing on the day asked about, if so."""
    if why := exists(asked, row):
        return why
    if row["leaves"] is not None and asked.as_of >= row["leaves"]:
        return "retention_over"
    if row["ends"] is not None and asked.as_of >= row["ends"]:
        return "validity_over"
    return ""


def weak(asked: Question, row: Row) -> str:
    """Why a record adds nothing against anyone, if so."""
    if row["record"] in asked.doubted:
        return "in_doubt"
    public = asked.in_force.public_since
    return "before_public" if public is not None and row["happened"] < public else ""


def in_window(asked: Question, day: Day, within: Span | None) -> bool:
    return within is None or day > within.before(asked.as_of)


def value(row: Row, field: str) -> Any:
    """What a record has in a field; severity and kind come from the catalogue."""
    return row.get(field if field in ("severity", "kind") else f"f_{field}")


def meets(row: Row, condition: Condition) -> bool:
    has = value(row, condition.field)
    if has is None:
        return False
    first: Any = condition.values[0]
    match condition.test:
        case "is":
            return bool(has == first)
        case "one_of":
            return has in condition.values
        case "at_least":
            return bool(has >= first)
        case "at_most":
            return bool(has <= first)
        case "more_than":
            return bool(has > first)
        case "less_than":
            return bool(has < first)


def meets_all(row: Row, conditions: Iterable[Condition]) -> bool:
    return all(meets(row, condition) for condition in conditions)
