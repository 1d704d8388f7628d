"""The company scheme as a table: so many minor offences of one kind within a time, for five lists."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

from benchmarks.workload.factors import AS_OF

__all__ = ["ANSWER", "AS_OF", "LASTS", "ORDER", "RULES", "Rule"]

LASTS = 36
"""Months that an entry lasts; what completed a rule before that leads nowhere."""

ANSWER = pa.schema(
    [
        ("subject", pa.int64()),
        ("list", pa.string()),
        ("met_on", pa.date32()),
        ("record", pa.int64()),
    ]
)
"""One row for each record of each ground, in order of all columns."""

ORDER = [(name, "ascending") for name in ANSWER.names]


@dataclass(frozen=True)
class Rule:
    """One list and the accumulation that leads to it.

    Attributes:
        list: The list's name.
        topic: Its domain.
        type: The record type that it counts, minor ones only.
        kinds: The kinds of minor violation that the catalogue knows of this type.
        times: How many of one kind.
        months: Within how many months.
        purpose: What the list may be used for.
        measure: What follows.
    """

    list: str
    topic: str
    type: str
    kinds: tuple[str, ...]
    times: int
    months: int
    purpose: str
    measure: str


RULES = (
    Rule(
        "food-safety-serious", "food-safety", "food_safety_penalty",
        ("labelling", "record_keeping", "hygiene", "storage"), 3, 12,
        "food-licence-review", "food-inspect-more-often",
    ),
    Rule(
        "drug-safety-serious", "drug-safety", "drug_safety_penalty",
        ("quality_management", "labelling", "record_keeping"), 3, 12,
        "drug-licence-review", "drug-inspect-more-often",
    ),
    Rule(
        "special-equipment-serious", "special-equipment", "special_equipment_penalty",
        ("registration", "staffing", "notices"), 4, 18,
        "special-equipment-licence-review", "special-equipment-inspect-more-often",
    ),
    Rule(
        "product-quality-serious", "product-quality", "product_quality_penalty",
        ("obsolete_products", "labelling", "inspection_refused"), 3, 24,
        "product-quality-supervision", "quality-inspect-more-often",
    ),
    Rule(
        "environment-serious", "environment", "environmental_penalty",
        ("dust", "vapours", "monitoring", "waste_ledger"), 5, 24,
        "environment-supervision", "environment-inspect-more-often",
    ),
)  # fmt: skip
"""All of it is made up, and above the rights floor: one kind, three times or more, at most 24 months."""
