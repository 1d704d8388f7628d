"""The view ``records`` in Spark SQL: who is meant, since when it is known, what took its place.

The same meaning as ``view``, in a text of its own: all joins stand, and the small tables are sent to
every worker, so that none of them moves the evidence.
"""

from __future__ import annotations

from collections.abc import Sequence

from evenhand.relational.columns import RECORDS_VIEW

_SUPERSEDED = """
CREATE OR REPLACE TEMPORARY VIEW superseded AS
WITH replacing AS (
    SELECT e.supersedes AS record, e.known AS at FROM evidence e
    WHERE e.supersedes IS NOT NULL AND NOT e.waits
    UNION ALL
    SELECT e.supersedes, GREATEST(e.known, j.seen_from) FROM evidence e
    JOIN judged j ON j.waiting = e.subject
    WHERE e.supersedes IS NOT NULL AND e.waits
    UNION ALL
    SELECT record, since FROM withdrawn
)
SELECT record, MIN(at) AS at FROM replacing GROUP BY record
"""

_MADE = {
    "subject": "COALESCE(j.subject, e.subject)",
    "known": "GREATEST(e.known, j.seen_from, d.seen_from)",
    "superseded": "s.at",
    "doubt_from": "d.doubt_from",
    "doubt_until": "d.doubt_until",
    "replaced": "LEAST(j.seen_until, d.seen_until)",
}
"""Both ``GREATEST`` and ``LEAST`` skip nulls, which is meant here."""


def superseded_view() -> str:
    """The statement that lists which records lost their place, and when."""
    return _SUPERSEDED


def records_view(fields: Sequence[str], missing: Sequence[tuple[str, str]]) -> str:
    """The statement that makes the view; ``missing`` fields (name, SQL type) are null throughout."""
    shown = [f"{_MADE.get(name, f'e.{name}')} AS {name}" for name in RECORDS_VIEW]
    shown += [f"e.{_quoted(name)}" for name in fields]
    shown += [f"CAST(NULL AS {kind}) AS {_quoted(name)}" for name, kind in missing]
    return (
        "CREATE OR REPLACE TEMPORARY VIEW records AS SELECT * FROM ("  # noqa: S608
        f"SELECT {', '.join(shown)} FROM evidence e "
        "LEFT JOIN judged j ON e.waits AND j.waiting = e.subject "
        "LEFT JOIN superseded s ON s.record = e.record "
        "LEFT JOIN doubted d ON d.record = e.record "
        "WHERE NOT e.waits OR j.subject IS NOT NULL"
        ") WHERE replaced IS NULL OR known < replaced"
    )


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"
