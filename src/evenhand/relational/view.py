"""The view ``records`` as SQL: who is meant, since when it is known, what took its place, what is in doubt.

Judgements and doubts have a history. A row of the view holds from ``known`` up to ``replaced``; a
record whose identity was judged again, or that was doubted again, has one row for each stretch, so
that a question with an earlier known-at moment gets the answer that it got then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

import pyarrow as pa

from evenhand.relational.columns import RECORDS_VIEW

Judged = tuple[int, int, int]
"""The number under which a record waits, the subject that it was judged to be, microseconds."""

Doubted = tuple[int, int, int | None]
"""A record, the microseconds from which and until which it is in doubt; None: still."""

Withdrawn = tuple[int, int]
"""A record that a person found wrong, and the microseconds from which it counts for nobody."""

_MADE_HERE = ("subject", "known", "superseded", "doubt_from", "doubt_until", "replaced")

_SUPERSEDED = """
SELECT record, MIN(since) AS at FROM (
    SELECT e.supersedes AS record, GREATEST(e.known, j.seen_from) AS since
    FROM evidence e LEFT JOIN judged j ON e.waits AND j.waiting = e.subject
    WHERE e.supersedes IS NOT NULL AND (NOT e.waits OR j.subject IS NOT NULL)
    UNION ALL SELECT record, since FROM withdrawn
) GROUP BY record
"""
"""A record whose identity still waits takes nothing away; a person who found one wrong does."""


@dataclass(frozen=True, slots=True)
class Present:
    """Which of the small tables have rows; a join with an empty one is left out."""

    judged: bool
    doubted: bool
    superseded: bool


def superseded() -> str:
    """The query for which records lost their place, and when, as table ``superseded`` has them."""
    return _SUPERSEDED


def judged_table(judgements: Iterable[Judged]) -> pa.Table:
    """Lay out judgements as stretches: from each up to the next of the same waiting number."""
    rows = []
    ordered = sorted(judgements, key=lambda judged: (judged[0], judged[2]))
    for waiting, group in groupby(ordered, key=lambda judged: judged[0]):
        told = list(group)
        ends = [known for _, _, known in told[1:]] + [None]
        rows += [
            (waiting, subject, known, end)
            for (_, subject, known), end in zip(told, ends, strict=True)
            if end is None or known < end
        ]
    return _table(rows, ("waiting", "subject", "seen_from", "seen_until"))


def doubted_table(doubts: Iterable[Doubted]) -> pa.Table:
    """Lay out doubts as stretches of a record, each with one doubt; overlapping doubts are one."""
    rows: list[tuple[int | None, ...]] = []
    ordered = sorted(doubts, key=lambda doubt: (doubt[0], doubt[1]))
    for record, group in groupby(ordered, key=lambda doubt: doubt[0]):
        merged = _merged([(start, stop) for _, start, stop in group])
        nexts = [start for start, _ in merged[1:]] + [None]
        for number, ((start, stop), following) in enumerate(zip(merged, nexts, strict=True)):
            rows.append((record, start if number else None, following, start, stop))
    return _table(rows, ("record", "seen_from", "seen_until", "doubt_from", "doubt_until"))


def withdrawn_table(withdrawn: Iterable[Withdrawn]) -> pa.Table:
    """Lay out records that people found wrong."""
    return _table(list(withdrawn), ("record", "since"))


def _merged(doubts: list[tuple[int, int | None]]) -> list[tuple[int, int | None]]:
    kept: list[tuple[int, int | None]] = []
    for start, stop in doubts:
        if kept and (kept[-1][1] is None or start <= kept[-1][1]):
            first, last = kept[-1]
            kept[-1] = (first, None if last is None or stop is None else max(last, stop))
        else:
            kept.append((start, stop))
    return kept


def _table(rows: Sequence[tuple[int | None, ...]], names: tuple[str, ...]) -> pa.Table:
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(names)
    return pa.table([pa.array(column, pa.int64()) for column in columns], names=list(names))


def records_view(
    present: Present, fields: Sequence[str], missing: Sequence[tuple[str, str]]
) -> str:
    """The statement that makes the view; ``missing`` fields (name, SQL type) are null throughout."""
    joins, seen_from, seen_until = "", ["e.known"], []
    subject, superseded, doubt = "e.subject", "CAST(NULL AS BIGINT)", "CAST(NULL AS BIGINT)"
    doubt_until = doubt
    where = "NOT e.waits"
    if present.judged:
        joins += " LEFT JOIN judged j ON e.waits AND j.waiting = e.subject"
        where = "(NOT e.waits OR j.subject IS NOT NULL)"
        subject = "COALESCE(j.subject, e.subject)"
        seen_from.append("j.seen_from")
        seen_until.append("j.seen_until")
    if present.superseded:
        joins += " LEFT JOIN superseded s ON s.record = e.record"
        superseded = "s.at"
    if present.doubted:
        joins += " LEFT JOIN doubted d ON d.record = e.record"
        doubt, doubt_until = "d.doubt_from", "d.doubt_until"
        seen_from.append("d.seen_from")
        seen_until.append("d.seen_until")
    known, replaced = _first_and_last(seen_from, seen_until)
    if seen_until:
        where += f" AND ({replaced} IS NULL OR {known} < {replaced})"
    made = (subject, known, superseded, doubt, doubt_until, replaced)
    made_here = dict(zip(_MADE_HERE, made, strict=True))
    shown = [f"{made_here.get(name, f'e.{name}')} AS {name}" for name in RECORDS_VIEW]
    shown += [f"e.{quoted(name)}" for name in fields]
    shown += [f"CAST(NULL AS {kind}) AS {quoted(name)}" for name, kind in missing]
    return (
        f"CREATE OR REPLACE VIEW records AS SELECT {', '.join(shown)} "  # noqa: S608
        f"FROM evidence e{joins} WHERE {where}"
    )


def _first_and_last(seen_from: list[str], seen_until: list[str]) -> tuple[str, str]:
    """Latest of the starts and earliest of the ends; a null is skipped, which is meant here."""
    known = seen_from[0] if len(seen_from) == 1 else f"GREATEST({', '.join(seen_from)})"
    if not seen_until:
        return known, "CAST(NULL AS BIGINT)"
    return known, seen_until[0] if len(seen_until) == 1 else f"LEAST({', '.join(seen_until)})"


def quoted(name: str) -> str:
    """Quote a name for SQL."""
    return '"' + name.replace('"', '""') + '"'
