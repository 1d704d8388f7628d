"""``evenhand standing``: standings under a scheme on a day."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from evenhand.cases.case import CASE_KINDS
from evenhand.cli.edge import clocks, now, open_at
from evenhand.cli.options import (
    HERE,
    KnownAt,
    MaybeKey,
    MaybeOut,
    MaybePerson,
    OnDay,
    RegisterAt,
    maybe_hand,
)
from evenhand.cli.voice import Voice, speaking
from evenhand.kernel.canonical import Json
from evenhand.kernel.ids import SubjectId
from evenhand.kernel.periods import Clocks
from evenhand.lists.grade_held import costs_something, decided_grades, grade_in_effect
from evenhand.pipeline.inquiry import record_reading, scheme_in_force, standings_of
from evenhand.pipeline.opened import Opened
from evenhand.rights.floor import enforces
from evenhand.schemes.scheme import NOT_GRADED, InForce

Purpose = Annotated[str, Parameter(help="What residents' rows are read for; the auditor signs it.")]


def standing(
    scheme: str,
    /,
    *,
    as_of: OnDay = None,
    known_at: KnownAt = None,
    out: MaybeOut = None,
    as_: MaybePerson = None,
    key: MaybeKey = None,
    purpose: Purpose = "",
    register: RegisterAt = HERE,
) -> int:
    """Count standings by grade, or write subject, points and grade to a file.

    For a scheme about residents rows need the auditor's signed request; each of them sees it, and
    they come in the order of their random numbers. Nobody is ever ranked.

    Args:
        scheme: The scheme.
    """
    voice = speaking()
    with open_at(register) as opened:
        asked = clocks(opened, as_of, known_at)
        in_force = scheme_in_force(opened, scheme, asked)
        about_residents = in_force.scheme.subjects in ("resident", "sole_trader")
        if out is not None and about_residents:
            who = maybe_hand(as_, key)
            told = record_reading(opened, in_force, who, purpose, (asked, now(opened)))
            voice.tell(voice.pick(f"已告知 {told} 名居民。", f"{told} residents are told."))
        table = standings_of(opened, in_force, asked).to_pylist()
        if out is not None:
            _write(opened, in_force, table, out)
        held = _in_effect(opened, in_force, table, asked)
    counted = Counter(row["grade"] or NOT_GRADED for row in table)
    _say(voice, in_force, counted, str(asked.as_of), held)
    return 0


@enforces("RF-6")
def _in_effect(
    opened: Opened, in_force: InForce, table: list[dict[str, object]], asked: Clocks
) -> Counter[str] | None:
    """Count the grades in effect; None where every computed grade is in effect by itself."""
    scheme = in_force.scheme
    if not costs_something(scheme):
        return None
    events = opened.register.ledger.read(kinds=CASE_KINDS, known_at=asked.known_at)
    decided = decided_grades(events, scheme.scheme, asked.as_of)
    return Counter(
        grade_in_effect(
            scheme,
            None if row["grade"] is None else str(row["grade"]),
            decided.get(SubjectId(int(str(row["subject"]))), ()),
        )
        or NOT_GRADED
        for row in table
    )


def _say(
    voice: Voice, in_force: InForce, counted: Counter[str], day: str, held: Counter[str] | None
) -> None:
    order = [grade.grade for grade in in_force.scheme.grades]
    grades = [g for g in order if g in counted] + sorted(set(counted) - set(order))
    total = sum(counted.values())
    if voice.as_json:
        said: dict[str, Json] = {
            "scheme": in_force.scheme.scheme,
            "version": in_force.scheme.version,
            "as_of": day,
            "subjects": total,
            "grades": {grade: counted[grade] for grade in grades},
        }
        if held is not None:
            said["in_effect"] = dict(sorted(held.items()))
        voice.result(said)
        return
    voice.say(f"{voice(in_force.scheme.title)}  {day}")
    heads = ("等级", "主体", "占比") if voice.language == "zh" else ("grade", "subjects", "share")
    voice.table(
        heads,
        ((g, f"{counted[g]:,}", f"{100 * counted[g] / max(total, 1):.1f} %") for g in grades),
        "lrr",
    )
    if held is not None and held != counted:
        each = "  ".join(f"{grade} {held[grade]:,}" for grade in order if held[grade])
        voice.say(
            voice.pick(
                f"生效的等级：{each}。有代价的等级须经案件决定才生效。",
                f"In effect: {each}. A grade that costs something waits for the decision of a case.",
            )
        )


def _write(opened: Opened, in_force: InForce, table: list[dict[str, object]], out: Path) -> None:
    """Write the rows; organisations by their code, residents by their number in the register."""
    vault = opened.register.vault
    residents = in_force.scheme.subjects in ("resident", "sole_trader")
    with out.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["subject", "points", "grade"])
        for row in table:
            subject = SubjectId(int(str(int(row["subject"]))))  # type: ignore[call-overload]
            named = str(subject) if residents else vault.identifier_of(subject)[1]
            thousandths = int(row["points"])  # type: ignore[call-overload]
            rows.writerow([named, points_said(thousandths), row["grade"] or NOT_GRADED])


def points_said(thousandths: int) -> str:
    """Print thousandths of a point as people write them: 109, 2.4, -0.125."""
    sign, whole = ("-" if thousandths < 0 else ""), abs(thousandths)
    fraction = f"{whole % 1000:03}".rstrip("0")
    return f"{sign}{whole // 1000}{'.' if fraction else ''}{fraction}"
