"""Standings: plan, evidence and questions to points and grades.

A question is one subject, one as-of day and one known-at moment; a day of the register is the
special case of many subjects on one day. Which subjects may be asked about (consent, population) is
the caller's to decide. The same questions over the same evidence give the same bytes, whatever the
number of threads, the order of files, rows or questions.

An engine on one machine is asked about a range of subjects at a time. The evidence is clustered by subject,
so a range reads its own part of it, and memory does not grow with the population beyond the standings
themselves. Whoever ranks among peers is asked about together with all of them.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from evenhand.kernel.canonical import canonical
from evenhand.kernel.ids import SchemeId, SubjectId
from evenhand.kernel.periods import said
from evenhand.relational.engine import Engine
from evenhand.schemes.compile import compile_scheme
from evenhand.schemes.scheme import InForce, Scheme
from evenhand.scoring.questions import tables_for

STANDINGS: pa.Schema = pa.schema(
    [
        ("subject", pa.int64()),
        ("as_of", pa.date32()),
        ("known", pa.int64()),
        ("points", pa.int64()),
        ("grade", pa.string()),
        ("rank", pa.int64()),
        ("stage", pa.string()),
        ("reduced_to", pa.int64()),
    ]
)
"""One row for each question: points in thousandths; a null grade is not graded.

``rank`` is null where nobody is ranked, ``stage`` and ``reduced_to`` where no measure is due.
"""

_WHERE_THERE_IS_ONE = ("rank", "stage", "reduced_to")

_LINES = 10_000
"""How many standings are written as lines at a time."""

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_ORDER = [("subject", "ascending"), ("as_of", "ascending"), ("known", "ascending")]


def score(
    engine: Engine, in_force: InForce, questions: pa.Table, cache: Path | None = None
) -> pa.Table:
    """Answer every question with points and grade, in order of subject, day and moment.

    Args:
        engine: Runs the plan over the records that it holds.
        in_force: The scheme, and the day on which it became public.
        questions: ``subject`` int64, ``as_of`` date32, ``known`` int64 microseconds; see ``QUESTIONS``.
        cache: Folder in which compiled plans are kept between runs.

    Raises:
        BadInput: When the questions are incomplete, or ask before a number of the scheme has a value.
        SchemeRefused: When the scheme asks for what no plan can say.
    """
    plan = compile_scheme(in_force, engine.dialect, cache)
    tables = tables_for(in_force, questions)
    numbered = tables["questions"]
    as_asked = _one_by_one(numbered["subject"].combine_chunks())
    alike: dict[tuple[str, object], pa.Array] = {}
    found = []
    for asked in ranges(numbered, (in_force.scheme,), engine.at_once):
        answer = engine.run(plan.standings, tables | {"questions": asked})
        found.append(_sharing(_in_order(answer, as_asked), alike))
    return found[0] if len(found) == 1 else pa.concat_tables(found)


def _in_order(found: pa.Table, as_asked: bool) -> pa.Table:
    """Standings in their order; that of their questions' numbers where these were asked in it."""
    columns = ["known_at" if name == "known" else name for name in STANDINGS.names]
    standings = found.select(columns).rename_columns(STANDINGS.names).cast(STANDINGS)
    if not as_asked or not found.num_rows:
        return standings.sort_by(_ORDER)
    numbers = found["question"].combine_chunks()
    places = pc.subtract(numbers, pc.min(numbers))
    return standings.take(pc.inverse_permutation(places))


def _one_by_one(subjects: pa.Array) -> bool:
    """Whether each subject stands once, in order of the numbers."""
    return bool(pc.all(pc.less(subjects[:-1], subjects[1:])).as_py())


def _sharing(found: pa.Table, alike: dict[tuple[str, object], pa.Array]) -> pa.Table:
    """The same standings; a column that says one thing throughout shares one array with other ranges."""
    for place, name in enumerate(STANDINGS.names[1:], start=1):
        values = pc.unique(found[name])
        if len(values) == 1:
            key = (name, values[0].as_py())
            if len(alike.get(key, ())) < found.num_rows:
                alike[key] = pa.repeat(values[0], found.num_rows)
            found = found.set_column(place, name, alike[key].slice(0, found.num_rows))
    return found.cast(STANDINGS)


def ranges(
    questions: pa.Table, schemes: Sequence[Scheme], at_once: int | None
) -> Iterator[pa.Table]:
    """The questions in parts that an engine answers at once, by ranges of subjects; whole subjects."""
    among_peers = any(scheme.scale.peers is not None for scheme in schemes)
    if at_once is None or questions.num_rows <= at_once or among_peers:
        yield questions
        return
    subjects = questions["subject"].combine_chunks()
    if not pc.all(pc.less_equal(subjects[:-1], subjects[1:])).as_py():
        questions = questions.sort_by("subject")
        subjects = questions["subject"].combine_chunks()
    start = 0
    while start < len(subjects):
        last = subjects[min(start + at_once, len(subjects)) - 1]
        end = start + pc.sum(pc.less_equal(subjects[start:], last)).as_py()
        yield questions.slice(start, end - start)
        start = end


def digest_of(scheme: SchemeId, standings: pa.Table) -> str:
    """SHA-256 of the canonical lines of standings, in hexadecimal; never holds more than a few of them."""
    made = hashlib.sha256()
    for start in range(0, standings.num_rows, _LINES):
        made.update(canonical_lines(scheme, standings.slice(start, _LINES)))
    return made.hexdigest()


def canonical_lines(scheme: SchemeId, standings: pa.Table) -> bytes:
    """Write standings as canonical JSON Lines in the order of ``score``.

    A rank, a stage and what points are reduced to stand only in the lines of standings that have one.

    Args:
        scheme: Named in each line.
        standings: What ``score`` answered.
    """
    lines = []
    for row in standings.to_pylist():
        known = _EPOCH + dt.timedelta(microseconds=row["known"])
        line = {
            "as_of": row["as_of"].isoformat(),
            "grade": row["grade"],
            "known_at": said(known),
            "points": row["points"],
            "scheme": scheme,
            "subject": str(SubjectId(row["subject"])),
        }
        line |= {name: row[name] for name in _WHERE_THERE_IS_ONE if row.get(name) is not None}
        lines.append(canonical(line))
    return b"".join(line + b"\n" for line in lines)
