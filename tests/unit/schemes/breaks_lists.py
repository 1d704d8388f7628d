"""Breaks of RF-6 to RF-15: records and not points, purposes, proportion, ends, publication."""

from __future__ import annotations

from typing import Final

from tests.unit.schemes.breaking import Break, Edit


def _emergency(force: str) -> Edit:
    return _FORCE, f"published: 2026-03-01\nin_force: {force}\nemergency: true"


_FORCE = "published: 2026-01-05\nin_force: {from: 2026-03-01, until: 2029-12-31}"
_FOOD = "    within: 24 months\n    at_most: {per_year: 40}\n"
_ONE = "{record: food_safety_penalty, where: {severity: serious}}"
_BLACK = "    repair: {after: 12 months, needs: [penalty_performed]}\n"
_PURPOSES = "grades_purposes: [benefit-entitlement]"
_REASON = "    reason: {zh: 理由, en: Reason}\n"
_PROCURE = "    decided_by: linhe-market-bureau\n    purposes: [food-procurement]"
_RED_TO_BLACK = (_PROCURE, "    repair: {after: 1 month, needs: [penalty_performed]}\n" + _PROCURE)
_RF_6 = (
    Break("RF-6", "town", "black list on a grade", ((_ONE, "{grade: B, for: 2 months}"),)),
    Break(
        "RF-6",
        "town",
        "black list on a grade without a record",
        ((_ONE, "{grade: B, for: 12 months, without: [food_safety_penalty]}"),),
    ),
    Break(
        "RF-6",
        "compliance",
        "judgment defaulters by grade",
        (
            (
                "{record: judgment_default, where: {performance: [none, part]}}",
                "{grade: D, for: 1 month}",
            ),
        ),
    ),
    Break(
        "RF-6",
        "points",
        "a grade that costs",
        (
            (
                "{grade: base, from: 100}",
                "{grade: base, from: 100, costs: {zh: 多查一次, en: One more inspection}}",
            ),
        ),
    ),
    Break("RF-6", "compliance", "black for red", (("kind: red\n", "kind: black\n"), _RED_TO_BLACK)),
)
_LISTED = """  - factor: listed
    title: {zh: 已在名单, en: On a list already}
    counts: published_listing
    points: -50
    within: 12 months
    article: "9"
"""
_RF_7 = (
    Break("RF-7", "points", "grades for anything", ((_PURPOSES + "\n", ""),)),
    Break(
        "RF-7",
        "bodies",
        "grades for anything, bodies",
        (("grades_purposes: [department-appraisal]\n", ""),),
    ),
    Break("RF-7", "town", "a list for anything", (("    purposes: [food-licence-review]\n", ""),)),
    Break(
        "RF-7", "town", "a purpose without law", (("[food-licence-review]", "[school-admission]"),)
    ),
    Break(
        "RF-7",
        "compliance",
        "a list used elsewhere",
        (("[food-licence-review,", "[construction-bid-review,"),),
    ),
    Break(
        "RF-7",
        "osmanthus",
        "a grade for licences",
        ((_PURPOSES, "grades_purposes: [supervision-planning]"),),
    ),
    Break(
        "RF-7",
        "town",
        "an entry on another list counted",
        (("grades:\n", _LISTED + "grades:\n"),),
    ),
)
_RF_8 = (
    Break(
        "RF-8",
        "town",
        "one minor record",
        (("{severity: serious}", "{severity: [serious, minor]}"),),
    ),
    Break("RF-8", "town", "two times", (("times: 3", "times: 2"),)),
    Break("RF-8", "town", "over 25 months", (("times: 3, within: 12", "times: 3, within: 25"),)),
    Break("RF-8", "compliance", "of any kind", (("same: violation_kind", "same: severity"),)),
    Break("RF-8", "compliance", "for 37 months", (("lasts: 36 months", "lasts: 37 months"),)),
    Break(
        "RF-8",
        "compliance",
        "a measure elsewhere",
        (("[food-inspect-more-often,", "[consumption-order,"),),
    ),
    Break(
        "RF-8", "compliance", "a record elsewhere", ((_ONE, _ONE.replace("food_safety", "tax")),)
    ),
    Break(
        "RF-8",
        "town",
        "a measure of no catalogue",
        (("[food-inspect-more-often]", "[no-train-tickets]"),),
    ),
    Break(
        "RF-8", "points", "a benefit of no catalogue", (("benefit: bus-20", "benefit: cash-prize"),)
    ),
    Break(
        "RF-8",
        "compliance",
        "duty praised",
        (
            (
                "{record: customs_certification, where: {level: advanced}}",
                "{record: annual_report_filed}",
            ),
        ),
    ),
)
_RF_9 = (
    Break("RF-9", "points", "of the spouse", (("en: Speeding}", "en: Speeding of the spouse}"),)),
    Break("RF-9", "osmanthus", "of the children", (("zh: 超速处罚决定", "zh: 子女超速"),)),
    Break(
        "RF-9",
        "compliance",
        "other firms made D",
        (("en: Forged invoices}", "en: An affiliate rated D}"),),
    ),
    Break(
        "RF-9",
        "town",
        "a list of associates",
        (
            ("list: food-serious", "list: food-associates"),
            ("proposes: [food-serious]", "proposes: [food-associates]"),
        ),
    ),
)
_RF_10 = (
    Break("RF-10", "town", "14 days to object", (("objection: 15", "objection: 14"),)),
    Break("RF-10", "town", "no day to object", (("objection: 15", "objection: 0"),)),
    Break(
        "RF-10",
        "compliance",
        "five days",
        (("    decided_by: linhe-court\n", "    decided_by: linhe-court\n    objection: 5\n"),),
    ),
)
_LATE = """  - factor: faults
    title: {zh: 问题, en: Faults}
    counts: routine_inspection
    points: -1
    since: final
    within: 61 months
    article: "9"
"""
_RF_12 = (
    Break("RF-12", "points", "no window", (("    within: 12 months\n", ""),)),
    Break(
        "RF-12",
        "town",
        "fades and never ends",
        ((_FOOD, "    fade: {half_life: 6 months}\n    at_most: {per_year: 40}\n"),),
    ),
    Break(
        "RF-12",
        "town",
        "steps without a window",
        ((_FOOD, "    fade: {steps: [{to: 12 months, times: 1}]}\n"),),
    ),
    Break(
        "RF-12",
        "compliance",
        "a grade for ever",
        (("forged_invoices}, within: 24 months}", "forged_invoices}}"),),
    ),
    Break("RF-12", "town", "no last day", (("    lasts: 36 months\n", ""),)),
    Break("RF-12", "town", "no way out", ((_BLACK, ""),)),
    Break("RF-12", "town", "repair at the end", (("after: 12 months", "after: 36 months"),)),
    Break("RF-12", "town", "points against everybody", ((_FOOD, _FOOD + "    starts: -1\n"),)),
    Break(
        "RF-12",
        "town",
        "a ceiling for ever",
        (
            (
                "grades_purposes:",
                "ceilings:\n  - not_above: B\n"
                "    when: {record: licence_revoked}\n" + _REASON + "grades_purposes:",
            ),
        ),
    ),
    Break(
        "RF-12",
        "points",
        "kept for study",
        (("counts: blood_donation_certificate", "counts: tax_paid_statement"),),
    ),
    Break("RF-12", "town", "counted from a late day", (("grades:\n", _LATE + "grades:\n"),)),
)
_RF_13 = (
    Break(
        "RF-13", "points", "29 days' notice", (("published: 2026-01-05", "published: 2026-01-31"),)
    ),
    Break("RF-13", "bodies", "overnight", (("published: 2025-01-06", "published: 2025-03-01"),)),
    Break("RF-13", "points", "an emergency for ever", (_emergency("{from: 2026-03-01}"),)),
    Break(
        "RF-13",
        "points",
        "an emergency of 181 days",
        (_emergency("{from: 2026-03-01, until: 2026-08-28}"),),
    ),
    Break(
        "RF-13",
        "town",
        "an emergency list",
        (_emergency("{from: 2026-03-01, until: 2026-08-27}"),),
        "lists",
    ),
    Break("RF-13", "town", "an open row", (("en: Food penalty}", "en: Other at discretion}"),)),
    Break(
        "RF-13",
        "compliance",
        "an open reason",
        (("en: Forged invoices}", "en: Forged invoices and the like}"),),
    ),
)
_RF_15 = (
    Break("RF-15", "points", "a wallet's points", (("zh: 献血", "zh: 芝麻信用"),)),
    Break("RF-15", "osmanthus", "a loyalty card", (("en: Blood donation}", "en: Loyalty card}"),)),
    Break(
        "RF-15",
        "compliance",
        "a payment score",
        (("en: Forged invoices}", "en: A low payment score}"),),
    ),
)

LISTS: Final[tuple[Break, ...]] = (
    *_RF_6,
    *_RF_7,
    *_RF_8,
    *_RF_9,
    *_RF_10,
    *_RF_12,
    *_RF_13,
    *_RF_15,
)
