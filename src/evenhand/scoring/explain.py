"""One standing as everything that it is made of.

Every record of the subject that the register knew at the moment appears, under each factor that
counts its type, with what it adds or why it adds nothing; caps, base, floor and ceiling are
contributions too. They come from the relations that the standing itself is summed from, and are
summed again here: an explanation that does not add up is never shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, Literal, cast, get_args

import pyarrow as pa

from evenhand.kernel.errors import BadInput, RegisterDamaged
from evenhand.kernel.ids import RecordId, SubjectId
from evenhand.kernel.periods import ONE_DAY, Clocks, Day, Span, months_after
from evenhand.kernel.text import Text
from evenhand.relational.engine import Engine
from evenhand.schemes.compile import compile_scheme
from evenhand.schemes.days import numbered_looks
from evenhand.schemes.scheme import Factor, InForce, Scheme, StepFade
from evenhand.scoring.questions import ask, tables_for
from evenhand.scoring.standing import (
    Contribution,
    Explanation,
    GivenDirectly,
    Standing,
    Step,
    WhyNot,
)

_STEPS: Final = get_args(Step)


def explain(
    engine: Engine,
    in_force: InForce,
    subject: SubjectId,
    at: Clocks,
    cache: Path | None = None,
    peers: pa.Array | None = None,
) -> Explanation:
    """Explain one subject's standing on one day by what was known at one moment.

    Contributions come in this order: the base; each factor of the file with its records (by event
    day and number), then its caps; records that no factor counts; floor and ceiling.

    Args:
        engine: Runs the plan over the records that it holds.
        in_force: The scheme, and the day on which it became public.
        subject: Whose standing.
        at: The day asked about and the moment of knowledge.
        cache: Folder in which compiled plans are kept between runs.
        peers: The numbers of the population; needed where the scheme ranks among peers.

    Raises:
        BadInput: When the scheme has a number without a value on that day, or ranks among peers and
            none are given.
        RegisterDamaged: When the contributions do not sum to the standing.
    """
    if in_force.scheme.scale.peers is not None and peers is None:
        raise BadInput(
            Text(
                zh="本办法按同组主体排位：须给出全体主体，才能说明一个主体的等级。",
                en="The scheme ranks among peers: a standing is explained only beside the population.",
            )
        )
    return explain_all(engine, in_force, [subject], at, cache, peers)[0]


def explain_all(
    engine: Engine,
    in_force: InForce,
    subjects: Sequence[SubjectId],
    at: Clocks,
    cache: Path | None = None,
    peers: pa.Array | None = None,
) -> list[Explanation]:
    """Explain the standings of several subjects, in the order given, as ``explain`` does one.

    A scheme that ranks among peers ranks these subjects and ``peers`` together.

    Raises:
        BadInput: When the scheme has a number without a value on that day.
        RegisterDamaged: When the contributions of one do not sum to its standing.
    """
    scheme = in_force.scheme
    plan = compile_scheme(in_force, engine.dialect, cache)
    tables = tables_for(in_force, ask(subjects, at))
    answers = _by_question(
        engine.run(plan.standings, _among(in_force, subjects, at, peers) or tables)
    )
    rows = _by_question(engine.run(plan.contributions, tables))
    met = _by_question(engine.run(plan.directly, tables)) if plan.directly else {}
    explained = []
    for question, subject in enumerate(subjects):
        answer = answers[question][0]
        told = (_contribution(scheme, row) for row in sorted(rows[question], key=_place))
        explained.append(
            Explanation(
                _standing(scheme, subject, at, answer),
                tuple(told),
                _directly(scheme, answer["direct"], met.get(question, [])),
                _met_by(scheme, "ceiling", answer["ceiling"], met.get(question, [])),
            )
        )
        _refuse_unless_it_adds_up(explained[-1])
    return explained


def _among(
    in_force: InForce, subjects: Sequence[SubjectId], at: Clocks, peers: pa.Array | None
) -> dict[str, pa.Table] | None:
    """The tables for the questions about some subjects and, after them, about their other peers."""
    if in_force.scheme.scale.peers is None or peers is None:
        return None
    asked = {int(subject) for subject in subjects}
    others = sorted({int(peer) for peer in peers.to_pylist()} - asked)
    return tables_for(in_force, ask([*subjects, *others], at))


def _by_question(table: pa.Table) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = {}
    for row in table.to_pylist():
        found.setdefault(row["question"], []).append(row)
    return found


def _refuse_unless_it_adds_up(explanation: Explanation) -> None:
    standing = explanation.standing
    if sum(part.points for part in explanation.contributions) != standing.points:
        raise RegisterDamaged(
            Text(
                zh=f"{standing.subject}的得分明细之和与得分不符，不予显示。",
                en=f"The contributions of {standing.subject} do not sum to its points; "
                "they are not shown.",
            )
        )


def last_day(
    window: Span | None, happened: Day, ends: Day | None, leaves: Day | None
) -> Day | None:
    """The last day on which a record counts: of its window, its validity, its retention.

    ``None`` when nothing limits it. ``ends`` and ``leaves`` are first days on which it does not.
    """
    limits = [limit - ONE_DAY for limit in (ends, leaves) if limit is not None]
    if window is not None:
        limits.append(_last_in_window(window, happened))
    return min(limits, default=None)


def _last_in_window(window: Span, happened: Day) -> Day:
    """The last day from which the window back still reaches the event."""
    if window.unit == "day":
        return happened + (window.count - 1) * ONE_DAY
    last = months_after(happened, window.months) + 4 * ONE_DAY
    while window.before(last) >= happened:
        last -= ONE_DAY
    return last


def _until(factor: Factor, row: dict[str, Any]) -> Day | None:
    """The last day on which a record counts under a factor: while its window and last step reach it."""
    day = row["since"] or row["happened"]
    last = last_day(factor.within, day, row["ends"], row["leaves"])
    if isinstance(factor.fade, StepFade):
        worn = _last_in_window(factor.fade.steps[-1].until, day)
        last = worn if last is None else min(last, worn)
    return last


def _contribution(scheme: Scheme, row: dict[str, Any]) -> Contribution:
    number, record, why = row["number"], row["record"], cast("WhyNot", row["why"])
    until = None
    counts = record is not None and number is not None and not why
    if counts:
        until = _until(scheme.factors[number], row)
    fades = counts and row["step"] == "points" and scheme.factors[number].fade is not None
    return Contribution(
        step=cast("Step", row["step"]),
        factor=_name(scheme, row["step"], number),
        record=None if record is None else RecordId(record),
        points=row["points"],
        why_not=why,
        until=until,
        times=row["times"] if fades else None,
        over=row["over"] if fades else None,
    )


def _name(scheme: Scheme, step: str, number: int | None) -> str:
    if number is None:
        return ""
    if step == "component":
        return scheme.components[number].component
    return scheme.factors[number].factor


def _place(row: dict[str, Any]) -> tuple[int, int, int, Day, int, int, bool]:
    """Order of a contribution: part, factor, step, event day, record, year; mending after its record."""
    step = _STEPS.index("points" if row["step"] == "mended" else row["step"])
    number, record = row["number"], row["record"]
    if row["step"] == "base":
        part = 0
    elif row["step"] == "component":
        part = 2
    elif number is not None:
        part = 1
    else:
        part = 4 if record is None else 3
    return (
        part,
        -1 if number is None else number,
        step,
        row["happened"] or Day.min,
        -1 if record is None else record,
        row["year"] or 0,
        row["step"] == "mended",
    )


def _standing(scheme: Scheme, subject: SubjectId, at: Clocks, row: dict[str, Any]) -> Standing:
    return Standing(
        subject=subject,
        scheme=scheme.scheme,
        clocks=at,
        points=row["points"],
        grade=row["grade"],
        rank=row["rank"],
        stage=row["stage"],
        reduced_to=row["reduced_to"],
        ceiling=row["ceiling"],
    )


def _directly(
    scheme: Scheme, number: int | None, rows: list[dict[str, Any]]
) -> GivenDirectly | None:
    if number is None:
        return None
    return GivenDirectly(number, _met_by(scheme, "direct", number, rows))


def _met_by(
    scheme: Scheme,
    of: Literal["direct", "ceiling"],
    place: int | None,
    rows: list[dict[str, Any]],
) -> tuple[RecordId, ...]:
    """The records that meet the looks of one direct grade or ceiling."""
    own = {one.number for one in numbered_looks(scheme) if (one.of, one.place) == (of, place)}
    return tuple(RecordId(n) for n in sorted({r["record"] for r in rows if r["number"] in own}))
