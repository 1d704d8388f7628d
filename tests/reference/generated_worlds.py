"""Generated registers: records with every field, corrections, doubts, identities that wait."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

import pyarrow as pa

from evenhand.kernel.periods import ONE_DAY, Day, microseconds, moment, months_before
from tests.reference.world import World
from tests.scoring_world import record

SUBJECTS = range(20)
CODES = ("green", "yellow", "red")
STAGES = ("remind", "warn", "withdraw")
TYPES = (
    *["penalty"] * 12,
    *["rating"] * 4,
    *["return"] * 5,
    *["award"] * 1,
    *["repair"] * 4,
    *["measure"] * 3,
    *["inspection"] * 5,
)
"""How often each type occurs."""
DAYS = [
    *[Day(2024, 2, 29), Day(2025, 2, 28), Day(2025, 3, 31), Day(2025, 6, 30), Day(2025, 12, 31)],
    *[Day(2026, 1, 1), Day(2026, 2, 28), Day(2026, 3, 31), Day(2026, 6, 30)],
]
ASKED = [
    *[Day(2025, 12, 31), Day(2026, 2, 28), Day(2026, 3, 31), Day(2026, 5, 31), Day(2026, 6, 30)],
    *[Day(2026, 6, 30), Day(2026, 7, 31), Day(2026, 7, 31), Day(2028, 2, 29)],
]
"""Ends of months and a leap day."""
EDGES = [
    months_before(asked, months) + more * ONE_DAY
    for asked in sorted({*ASKED})
    for months in (1, 2, 3, 6, 12, 18, 24)
    for more in (0, 1)
]
"""The last day before a window opens, a step of fading ends, a stretch begins; and the first in it."""
MOMENTS = [microseconds(moment(f"2026-0{month}-01T00:00:00Z")) for month in (1, 3, 5, 7)]
FIELD_KINDS = {
    "hours": pa.int64(),
    "amount": pa.int64(),
    "code": pa.string(),
    "loaded": pa.int64(),
    "supplied": pa.int64(),
    "flag": pa.bool_(),
    "since": pa.date32(),
    "stage": pa.string(),
}
WAITING = range(500, 503)


def day(draw: Random) -> Day:
    if draw.random() < 0.4:
        return draw.choice([*DAYS, *EDGES])
    return Day(2024, 2, 20) + draw.randrange(900) * ONE_DAY


def row(draw: Random, number: int) -> dict[str, Any]:
    """One record with every field, some of them empty, some absurd."""
    happened = day(draw)
    document = draw.choice([draw.randrange(8), None]) if number % 3 else 1000 + number
    made = record(
        number,
        draw.choice(TYPES),
        happened,
        subject=min(draw.choice(SUBJECTS), draw.choice(SUBJECTS)),
        document=document,
        ends=draw.choice(DAYS) if draw.random() < 0.1 else None,
        leaves=draw.choice(DAYS) if draw.random() < 0.1 else Day(2031, 1, 1),
        severity=draw.choice(["minor", "serious", None]),
        kind=draw.choice(["label", "label", "storage", None]),
        adverse=draw.random() < 0.8,
        known=draw.choice([MOMENTS[0], *MOMENTS[:3]]),
        hours=draw.choice([None, 10**13, 10**12, *[draw.randrange(-5, 40)] * 17]),
        amount=draw.choice([None, *[draw.randrange(-(10**5), 10**6)] * 8]),
        code=draw.choice([*CODES, "grey", None]),
        loaded=draw.choice([None, -1, *[draw.randrange(60)] * 8]),
        supplied=draw.choice([None, *[draw.randrange(50)] * 8]),
        flag=draw.choice([None, True, False]),
        since=draw.choice([None, day(draw), *[happened + draw.randrange(90) * ONE_DAY] * 4]),
        stage=draw.choice([*STAGES, *STAGES, None]),
    )
    said = draw.random()
    if said < 0.06:
        made |= {"waits": True, "subject": draw.choice(WAITING)}
    elif said < 0.12 and number:
        made |= {"supersedes": draw.randrange(number), "retracts": draw.random() < 0.5}
    return made


def together(draw: Random, made: dict[str, Any], before: Sequence[dict[str, Any]]) -> None:
    """Let a record now and then come from the document of one before it."""
    if before and draw.random() < 0.15:
        other = draw.choice(before[-20:])
        made |= {name: other[name] for name in ("subject", "document", "waits", "type")}


def mend(draw: Random, made: dict[str, Any], before: Sequence[dict[str, Any]]) -> None:
    """Let a repair be one of a penalty before it, by the same document, some time after."""
    wrongs = [row for row in before if row["type"] == "penalty" and row["document"] is not None]
    if made["type"] == "repair" and wrongs and draw.random() < 0.85:
        wrong = draw.choice(wrongs[-30:])
        made |= {name: wrong[name] for name in ("subject", "document", "waits")}
        made["happened"] = wrong["happened"] + draw.choice([-3, 0, 15, 16, 60, 200, 400]) * ONE_DAY


def world(seed: int) -> World:
    """A register of so many records, judgements and doubts; the same for the same seed."""
    draw = Random(seed)
    made: list[dict[str, Any]] = []
    for number in range(draw.randrange(300, 500)):
        made.append(row(draw, number))
        together(draw, made[-1], made[:-1])
        mend(draw, made[-1], made[:-1])
    doubts = []
    for _ in range(draw.randrange(200)):
        start, stop = draw.choice(MOMENTS), draw.choice([None, *MOMENTS])
        if stop is None or start < stop:
            doubts.append((draw.randrange(500), start, stop))
    judged = {(draw.choice(WAITING), draw.choice(MOMENTS)): draw.choice(SUBJECTS) for _ in range(4)}
    judgements = [(waiting, subject, known) for (waiting, known), subject in judged.items()]
    return World(made, judgements, doubts)
