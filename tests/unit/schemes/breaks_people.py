"""Breaks of RF-1 to RF-5: consent, benefits only, no lists of people, prohibited data, hearsay."""

from __future__ import annotations

from typing import Final

from tests.unit.schemes.breaking import Break


def _list(kind: str, enters: str, topic: str = "road-traffic") -> str:
    title = "title: {zh: 名单, en: Some list}"
    basis = 'legal_basis: [{title: {zh: 小镇条例, en: Town rules}, article: "5"}]'
    return (
        f"lists:\n  - list: some\n    {title}\n    {basis}\n    kind: {kind}\n    topic: {topic}\n"
        f"    enters_on: {enters}\n    lasts: 12 months\n    purposes: [own-report]\nexamples:\n"
    )


_SERIOUS = "{record: traffic_safety_decision, where: {severity: serious}}"
_THREE = (
    "{accumulates: {record: speeding_decision, where: {severity: minor}, same: violation_kind,"
    " times: 3, within: 12 months}}"
)

_EXAMPLES = "examples:\n"
_SCALE = "score: {base: 100, floor: 100, ceiling: 200}"
_DIRECT = "direct_grades:\n  - grade: %s\n    when: {record: %s, within: 12 months}\n"
_PURPOSES = "grades_purposes: [benefit-entitlement]"
_REASON = "    reason: {zh: 理由, en: Reason}\n"

_RF_1 = (
    Break("RF-1", "osmanthus", "enrolled by law", (("opt_in", "by_law"),)),
    Break("RF-1", "points", "enrolled by law, small", (("opt_in", "by_law"),)),
    Break(
        "RF-1",
        "points",
        "points for consent",
        (("counts: blood_donation_certificate", "counts: scheme_consent"),),
    ),
    Break(
        "RF-1",
        "osmanthus",
        "a grade for joining",
        ((_PURPOSES, _DIRECT % ("silver", "scheme_consent") + _REASON + _PURPOSES),),
    ),
)
_RF_2 = (
    Break("RF-2", "osmanthus", "no floor", (("floor: 100, ", ""),)),
    Break("RF-2", "points", "floor under the base", (("floor: 100", "floor: 99.999"),)),
    Break(
        "RF-2", "points", "a worse grade", (("{grade: base, from: 100}", "{grade: poor, from: 0}"),)
    ),
    Break(
        "RF-2", "osmanthus", "essential service", (("benefit: bus-20", "benefit: school-place"),)
    ),
    Break(
        "RF-2", "points", "a head start", (("    points: 5\n", "    points: 5\n    starts: 5\n"),)
    ),
    Break("RF-2", "points", "a debt", (("    points: -1\n", "    points: -1\n    starts: -5\n"),)),
    Break(
        "RF-2",
        "points",
        "a least above nothing",
        (("    points: 5\n", "    points: 5\n    at_least: 2\n"),),
    ),
    Break(
        "RF-2",
        "points",
        "divided by chances",
        (
            (
                _SCALE,
                "score:\n  base: 100\n  floor: 100\n  ceiling: 200\n"
                "  exposure: {record: volunteer_service_certificate, within: 12 months}",
            ),
        ),
    ),
    Break(
        "RF-2",
        "points",
        "ranked",
        ((_SCALE, "score:\n  base: 100\n  floor: 100\n  ceiling: 200\n  peers: {starts: [1]}"),),
    ),
    Break(
        "RF-2",
        "points",
        "stages of measures",
        (
            (
                "grades:\n",
                "stages:\n  taken_by: civic_award\n  field: level\n  steps:\n"
                "    - {stage: city, title: {zh: 提醒, en: Reminded}, from: 90}\ngrades:\n",
            ),
        ),
    ),
    Break(
        "RF-2",
        "osmanthus",
        "a grade gone at one stroke",
        ((_PURPOSES, _DIRECT % ("base", "traffic_safety_decision") + _REASON + _PURPOSES),),
    ),
    Break(
        "RF-2",
        "osmanthus",
        "a ceiling by a decision",
        (
            (
                _PURPOSES,
                "ceilings:\n  - not_above: base\n    when: {record: speeding_decision,"
                " within: 12 months}\n" + _REASON + _PURPOSES,
            ),
        ),
    ),
    Break(
        "RF-2",
        "points",
        "praised on a list",
        ((_EXAMPLES, _list("red", "{grade: silver, for: 6 months}")),),
    ),
    Break(
        "RF-2",
        "points",
        "lower is better",
        (
            ("ceiling: 200}", "ceiling: 200, better: lower}"),
            ("    points: 5\n", "    points: -5\n"),
            ("    points: -1\n", "    points: 1\n"),
        ),
    ),
)
_RF_3 = (
    Break("RF-3", "points", "black list on a record", ((_EXAMPLES, _list("black", _SERIOUS)),)),
    Break("RF-3", "osmanthus", "black list on three slips", ((_EXAMPLES, _list("black", _THREE)),)),
    Break(
        "RF-3",
        "osmanthus",
        "black list behind a look-up",
        (
            (
                _EXAMPLES,
                _list("black", f"{{any: [{_SERIOUS}, {_THREE}]}}").replace(
                    "    lasts:", "    visibility: purpose\n    decided_by: linhe-court\n    lasts:"
                ),
            ),
        ),
    ),
)
_RF_4 = (
    Break("RF-4", "points", "faces", (("en: Speeding}", "en: Seen by facial recognition}"),)),
    Break("RF-4", "osmanthus", "games", (("en: Blood donation}", "en: No gaming}"),)),
    Break("RF-4", "town", "faith, in a list", (("en: Good food}", "en: Good religious food}"),)),
    Break(
        "RF-4", "compliance", "protest, in a reason", (("en: Forged invoices}", "en: A protest}"),)
    ),
    Break(
        "RF-4",
        "points",
        "outside the catalogue",
        (("counts: speeding_decision", "counts: location_log"),),
    ),
    Break(
        "RF-4", "points", "a field outside the catalogue", (("{over_limit_percent:", "{religion:"),)
    ),
    Break(
        "RF-4",
        "points",
        "petition, in a benefit",
        (("en: Cheaper bus", "en: Bus for no petition"),),
    ),
    Break(
        "RF-4",
        "town",
        "language, in a component",
        (
            (
                "grades:\n",
                "components:\n  - {component: school, title: {zh: 授课语言, en: School}, of: [food]}\n"
                "grades:\n",
            ),
        ),
    ),
)
_RF_5 = (
    Break(
        "RF-5", "points", "a neighbour's report", (("en: Speeding}", "en: A neighbour's report}"),)
    ),
    Break("RF-5", "osmanthus", "grid workers", (("zh: 无偿献血", "zh: 网格员上报"),)),
    Break("RF-5", "town", "hearsay, in a list", (("en: Serious food offences}", "en: Hearsay}"),)),
    Break(
        "RF-5",
        "compliance",
        "an informant, in a reason",
        (("en: Forged invoices}", "en: An informant}"),),
    ),
)

PEOPLE: Final[tuple[Break, ...]] = (*_RF_1, *_RF_2, *_RF_3, *_RF_4, *_RF_5)
