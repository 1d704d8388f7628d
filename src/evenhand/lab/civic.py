"""What authorities of the model city say about residents, joined or not, and the consents.

Agencies deliver their whole worksheet: they do not know who has joined. Rows about residents who
have not, and about the under-aged, are there to be dropped by the register (RF-1). Who has joined
is a little more active than others, as wherever people volunteer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from evenhand.kernel.ids import RecordType
from evenhand.kernel.periods import Day
from evenhand.lab.chance import Chance
from evenhand.lab.facts import FIRST, LAST, Fact, Numbers, Value, reported_after, usual_day
from evenhand.lab.people import Resident
from evenhand.sources.catalogue import Catalogue

FULL_SIZE: Final = 60_000
JOINED_IN_A_THOUSAND: Final = 220
"""Share of rows about residents who have joined, who are 120 in a thousand."""

_LEVELS: Final = (("national", 3), ("provincial", 17), ("city", 80))


@dataclass(frozen=True, slots=True)
class Kept:
    """One type of record about residents: who issues it, its numbers, how many a full city has.

    ``least`` and ``most`` bound its whole number, where it has one.
    """

    record: str
    authority: str
    form: str
    number: int
    field: str = ""
    least: int = 0
    most: int = 0


KEPT: Final = (
    Kept("blood_donation_certificate", "linhe-blood-centre", "禾献血〔{year}〕{n:05d}号", 3_200),
    Kept("first_aid_certificate", "linhe-health-commission", "禾急救〔{year}〕{n:05d}号", 1_800),
    Kept(
        "volunteer_service_certificate",
        "linhe-civil-affairs-bureau",
        "禾志愿〔{year}〕{n:05d}号",
        7_500,
        "hours",
        2,
        60,
    ),
    Kept(
        "charity_donation_certificate",
        "linhe-civil-affairs-bureau",
        "禾慈捐〔{year}〕{n:05d}号",
        3_000,
        "amount",
        50,
        5_000,
    ),
    Kept("bravery_award", "linhe-civil-affairs-bureau", "临民义〔{year}〕{n:03d}号", 16, "level"),
    Kept("civic_award", "linhe-civil-affairs-bureau", "临民表〔{year}〕{n:03d}号", 220, "level"),
    Kept("honest_finder_award", "linhe-civil-affairs-bureau", "临民诚〔{year}〕{n:03d}号", 90),
    Kept("foster_family_award", "linhe-civil-affairs-bureau", "临民养〔{year}〕{n:03d}号", 45),
    Kept(
        "library_good_standing",
        "linhe-library",
        "禾图守约〔{year}〕{n:05d}号",
        8_000,
        "year",
        2025,
        2025,
    ),
    Kept(
        "library_overdue_decision",
        "linhe-library",
        "禾图逾期〔{year}〕{n:05d}号",
        1_100,
        "days_overdue",
        20,
        300,
    ),
    Kept(
        "adult_education_certificate",
        "linhe-labour-bureau",
        "临人社教〔{year}〕{n:05d}号",
        1_600,
        "hours",
        20,
        240,
    ),
    Kept(
        "vocational_certificate",
        "linhe-labour-bureau",
        "临人社技〔{year}〕{n:05d}号",
        2_200,
        "level",
        1,
        5,
    ),
    Kept("model_worker_award", "linhe-labour-bureau", "临人社模〔{year}〕{n:03d}号", 60, "level"),
    Kept("energy_saving_award", "linhe-environment-bureau", "临环节〔{year}〕{n:04d}号", 700),
    Kept(
        "tree_planting_certificate",
        "linhe-environment-bureau",
        "临环树〔{year}〕{n:04d}号",
        900,
        "trees",
        1,
        12,
    ),
    Kept(
        "waste_dumping_decision",
        "linhe-environment-bureau",
        "临环居罚〔{year}〕{n:04d}号",
        260,
        "amount",
        50,
        500,
    ),
    Kept(
        "mediator_service_certificate",
        "linhe-court",
        "临院调〔{year}〕{n:03d}号",
        220,
        "cases",
        1,
        30,
    ),
    Kept(
        "juror_service_certificate", "linhe-court", "临院陪〔{year}〕{n:03d}号", 150, "days", 1, 25
    ),
    Kept(
        "school_crossing_service_certificate",
        "linhe-transport-bureau",
        "临交护〔{year}〕{n:03d}号",
        300,
        "hours",
        5,
        90,
    ),
    Kept(
        "speeding_decision",
        "linhe-transport-bureau",
        "临交速〔{year}〕{n:05d}号",
        4_200,
        "over_limit_percent",
        10,
        80,
    ),
    Kept(
        "traffic_safety_decision",
        "linhe-transport-bureau",
        "临交安〔{year}〕{n:05d}号",
        2_000,
        "amount",
        20,
        200,
    ),
    Kept(
        "disaster_relief_service_certificate",
        "linhe-emergency-bureau",
        "临应急援〔{year}〕{n:03d}号",
        130,
        "days",
        1,
        20,
    ),
)


def civic_facts(
    seed: int, residents: Sequence[Resident], catalogue: Catalogue, numbers: Numbers
) -> Iterator[Fact]:
    """Yield every record about residents that authorities hold."""
    chance = Chance(seed, "civic")
    joined = [who for who in residents if who.joined] or residents
    for kept in KEPT:
        for _ in range(max(1, kept.number * len(residents) // FULL_SIZE)):
            among = joined if chance.happens(JOINED_IN_A_THOUSAND) else residents
            yield _fact(chance, kept, chance.pick(among), catalogue, numbers)


def consent_facts(seed: int, residents: Sequence[Resident], numbers: Numbers) -> Iterator[Fact]:
    """Yield the signed consents and withdrawals, and a few that the under-aged signed."""
    chance = Chance(seed, "consents")
    for who in residents:
        if who.joined:
            yield _consent(who, "given", who.joined, numbers)
        elif who.born > Day(2009, 1, 1) and chance.happens(30):
            yield _consent(who, "given", chance.working_day(FIRST, LAST), numbers, "under age")
        if who.left:
            yield _consent(who, "withdrawn", who.left, numbers)


def _consent(who: Resident, act: str, on: Day, numbers: Numbers, plan: str = "") -> Fact:
    return Fact(
        record="scheme_consent",
        authority="linhe-credit-office",
        subject=who.resident,
        document=numbers.next("禾授权〔{year}〕{n:05d}号", on),
        decided_on=on,
        reported=on,
        fields=(("act", act),),
        plan=plan,
    )


def _fact(
    chance: Chance, kept: Kept, who: Resident, catalogue: Catalogue, numbers: Numbers
) -> Fact:
    on = Day(2025, 12, 31) if kept.field == "year" else usual_day(chance)
    number = chance.between(kept.least, kept.most)
    rule = catalogue.types[RecordType(kept.record)]
    articles = rule.articles
    article = articles[0].cites if articles else ""
    if kept.record == "speeding_decision" and number >= 50:
        article = articles[1].cites
    elif len(articles) > 1 and kept.record != "speeding_decision":
        article = chance.weighted([(a.cites, 8 if a.severity == "minor" else 1) for a in articles])
    fields: tuple[tuple[str, Value], ...] = ()
    scored = rule.field(kept.field)
    if scored is not None:
        value = number if kept.most else chance.weighted(_LEVELS)
        fields = ((kept.field, str(value) if scored.kind == "code" else value),)
    if kept.record == "library_overdue_decision":
        fields = (*fields, ("items", chance.between(1, 6)))
    return Fact(
        record=kept.record,
        authority=kept.authority,
        subject=who.resident,
        document=numbers.next(kept.form, on),
        decided_on=on,
        reported=reported_after(chance, on),
        article=article,
        fields=fields,
    )
