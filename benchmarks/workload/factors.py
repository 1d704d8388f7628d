"""The resident scheme of the workload as a table: twenty-two factors with all that makes them costly.

``WORKLOAD_FACTORS=44`` in the environment (or 88) makes more of them: the same ones again, each time with
a window a month shorter.
"""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass, replace
from typing import Literal

AS_OF = dt.date(2026, 6, 30)
BASE, CEILING = 100_000, 200_000
GRADES = (("base", 100_000), ("silver", 115_000), ("gold", 130_000))


@dataclass(frozen=True)
class Row:
    """One factor.

    Attributes:
        type: The record type that it counts.
        field: The field that a condition or a rate reads; empty without one.
        least: The field's least value; amounts in thousandths.
        codes: Or the codes of the field that it counts.
        points: Thousandths of a point for each record, or for each unit of the field.
        rate: Whether points are for each unit.
        months: Length of the window.
        year: Most thousandths in a calendar year; None: no such cap.
        whole: Most thousandths in all; None: no such cap.
        fade: How age wears points off.
        half_life: Months, for a half-life.
    """

    type: str
    points: int
    months: int
    field: str = ""
    least: int | None = None
    codes: tuple[str, ...] = ()
    rate: bool = False
    year: int | None = None
    whole: int | None = None
    fade: Literal["none", "linear", "half_life"] = "none"
    half_life: int = 0


MORE = "WORKLOAD_FACTORS"

_ONCE: tuple[Row, ...] = (
    Row("blood_donation_certificate", 5_000, 24, year=10_000),
    Row(
        "volunteer_service_certificate",
        250,
        24,
        "hours",
        least=5,
        rate=True,
        year=10_000,
        whole=15_000,
    ),
    Row(
        "charity_donation_certificate",
        2_000,
        24,
        "amount",
        least=100_000,
        year=6_000,
        fade="linear",
    ),
    Row(
        "bravery_award",
        25_000,
        36,
        "level",
        codes=("national", "provincial"),
        fade="half_life",
        half_life=12,
    ),
    Row("civic_award", 10_000, 36, "level", codes=("national", "provincial"), whole=15_000),
    Row("library_good_standing", 1_000, 12, year=2_000),
    Row("adult_education_certificate", 100, 24, "hours", least=10, rate=True, year=4_000),
    Row("vocational_certificate", 3_000, 36, "level", codes=("1", "2"), whole=6_000, fade="linear"),
    Row("first_aid_certificate", 3_000, 24, whole=5_000),
    Row(
        "model_worker_award",
        15_000,
        36,
        "level",
        codes=("national",),
        fade="half_life",
        half_life=18,
    ),
    Row("honest_finder_award", 5_000, 24, year=10_000, fade="linear"),
    Row("foster_family_award", 8_000, 36, whole=16_000),
    Row("energy_saving_award", 2_000, 12, year=4_000),
    Row("tree_planting_certificate", 200, 24, "trees", least=3, rate=True, year=3_000, whole=5_000),
    Row("mediator_service_certificate", 1_000, 24, "cases", least=3, rate=True, year=10_000),
    Row("juror_service_certificate", 1_000, 24, "days", rate=True, year=10_000, whole=12_000),
    Row("school_crossing_service_certificate", 150, 24, "hours", least=8, rate=True, year=6_000),
    Row(
        "disaster_relief_service_certificate",
        3_000,
        36,
        "days",
        rate=True,
        year=15_000,
        fade="half_life",
        half_life=12,
    ),
    Row("speeding_decision", -1_000, 12, "over_limit_percent", least=20, year=3_000, fade="linear"),
    Row("traffic_safety_decision", -2_000, 24, "amount", least=200_000, year=6_000, whole=8_000),
    Row("library_overdue_decision", -500, 12, "days_overdue", least=30, year=2_000),
    Row("waste_dumping_decision", -2_000, 24, year=6_000, fade="half_life", half_life=6),
)
"""Made up throughout, and above the rights floor: what takes points away ends and eats earned ones only."""

FACTORS = tuple(
    replace(row, months=row.months - turn)
    for turn in range(int(os.environ.get(MORE, len(_ONCE))) // len(_ONCE))
    for row in _ONCE
)

OTHERS = ("resident_wrong_mended",)
"""Delivered types that no factor counts."""
