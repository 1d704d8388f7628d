"""What the enterprises of the model city did: penalties, and what mended them.

Most enterprises have a clean record; about 15 in 100 have penalties, nearly all of them minor. What
can lead to a list is planted in exact numbers: ordinary penalties never come thrice of one kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from evenhand.kernel.ids import RecordType
from evenhand.kernel.periods import Day
from evenhand.lab.chance import Chance
from evenhand.lab.enterprises import Enterprise
from evenhand.lab.facts import (
    EARLIEST,
    LAST,
    Fact,
    Numbers,
    reported_after,
    usual_day,
)
from evenhand.sources.catalogue import Catalogue, CitedArticle

FULL_SIZE: Final = 20_000
"""Numbers below are those of a city with so many enterprises; a smaller one has its share."""


@dataclass(frozen=True, slots=True)
class Offences:
    """How often one type of penalty is imposed, by whom and on which sectors.

    Attributes:
        ordinary: Minor and moderate ones.
        serious: Planted ones since the register began, each of which alone meets a list rule where
            the type has a list.
        three: Enterprises with three minor ones of one kind within twelve months.
    """

    record: str
    authority: str
    form: str
    sectors: str
    ordinary: int
    serious: int
    three: int
    per_minor: int = 2_000


OFFENCES: Final = (
    Offences(
        "food_safety_penalty",
        "linhe-market-bureau",
        "临市监食罚〔{year}〕{n:04d}号",
        "ACFH",
        690,
        4,
        2,
    ),
    Offences(
        "drug_safety_penalty",
        "linhe-market-bureau",
        "临市监药罚〔{year}〕{n:04d}号",
        "CFQ",
        120,
        3,
        1,
    ),
    Offences(
        "special_equipment_penalty",
        "linhe-market-bureau",
        "临市监特罚〔{year}〕{n:04d}号",
        "CDEK",
        190,
        3,
        1,
    ),
    Offences(
        "product_quality_penalty",
        "linhe-market-bureau",
        "临市监质罚〔{year}〕{n:04d}号",
        "CF",
        220,
        3,
        1,
    ),
    Offences(
        "consumer_rights_penalty",
        "linhe-market-bureau",
        "临市监消罚〔{year}〕{n:04d}号",
        "FHKR",
        190,
        1,
        0,
    ),
    Offences(
        "fair_competition_penalty",
        "linhe-market-bureau",
        "临市监竞罚〔{year}〕{n:04d}号",
        "CFIL",
        110,
        2,
        1,
    ),
    Offences(
        "intellectual_property_penalty",
        "linhe-market-bureau",
        "临市监知罚〔{year}〕{n:04d}号",
        "CF",
        130,
        3,
        1,
    ),
    Offences(
        "advertising_penalty",
        "linhe-market-bureau",
        "临市监广罚〔{year}〕{n:04d}号",
        "FHLQ",
        250,
        1,
        0,
    ),
    Offences(
        "price_penalty", "linhe-market-bureau", "临市监价罚〔{year}〕{n:04d}号", "FHK", 150, 0, 0
    ),
    Offences(
        "environmental_penalty",
        "linhe-environment-bureau",
        "临环罚〔{year}〕{n:04d}号",
        "ACDEHN",
        320,
        4,
        1,
        20_000,
    ),
    Offences(
        "work_safety_penalty",
        "linhe-emergency-bureau",
        "临应急罚〔{year}〕{n:04d}号",
        "CDEG",
        290,
        3,
        1,
        10_000,
    ),
    Offences(
        "fire_safety_penalty",
        "linhe-emergency-bureau",
        "临消行罚〔{year}〕{n:04d}号",
        "CFHKR",
        340,
        1,
        0,
        5_000,
    ),
    Offences(
        "road_transport_penalty",
        "linhe-transport-bureau",
        "临交罚〔{year}〕{n:05d}号",
        "G",
        380,
        1,
        0,
    ),
    Offences(
        "construction_penalty",
        "linhe-construction-bureau",
        "临建罚〔{year}〕{n:04d}号",
        "E",
        170,
        2,
        1,
        20_000,
    ),
    Offences(
        "housing_rental_penalty",
        "linhe-construction-bureau",
        "临建房罚〔{year}〕{n:04d}号",
        "K",
        80,
        1,
        0,
        3_000,
    ),
    Offences("tax_penalty", "linhe-tax-office", "临税罚〔{year}〕{n:04d}号", "", 340, 2, 0, 1_000),
    Offences(
        "labour_penalty",
        "linhe-labour-bureau",
        "临人社监罚〔{year}〕{n:04d}号",
        "",
        170,
        1,
        0,
        4_000,
    ),
    Offences(
        "wage_arrears_decision",
        "linhe-labour-bureau",
        "临人社监令〔{year}〕{n:04d}号",
        "CEH",
        120,
        3,
        1,
        60_000,
    ),
    Offences(
        "culture_market_penalty",
        "linhe-culture-bureau",
        "临文罚〔{year}〕{n:04d}号",
        "R",
        80,
        1,
        0,
        3_000,
    ),
    Offences(
        "health_facility_penalty",
        "linhe-health-commission",
        "临卫罚〔{year}〕{n:04d}号",
        "HQ",
        150,
        1,
        0,
        3_000,
    ),
    Offences(
        "social_insurance_penalty",
        "linhe-labour-bureau",
        "临人社险罚〔{year}〕{n:04d}号",
        "",
        110,
        0,
        0,
        3_000,
    ),
)

MODERATE_IN_A_THOUSAND: Final = 120
OFFENDERS_IN_A_THOUSAND: Final = 260
"""Enterprises among whom ordinary penalties fall; about 150 in a thousand get one."""
_AT_MOST: Final = 2
"""Ordinary penalties of one kind that one enterprise may have: one fewer than accumulate."""

_Spread = tuple[Day, Day]
_IN_A_YEAR: Final[tuple[_Spread, ...]] = (
    (Day(2025, 4, 1), Day(2025, 6, 27)),
    (Day(2025, 8, 1), Day(2025, 10, 31)),
    (Day(2025, 12, 1), Day(2026, 2, 27)),
)
_OVER_A_YEAR: Final[tuple[_Spread, ...]] = (
    (Day(2025, 1, 7), Day(2025, 1, 31)),
    (Day(2025, 7, 1), Day(2025, 9, 30)),
    (Day(2026, 2, 9), Day(2026, 2, 27)),
)


def share(number: int, enterprises: int) -> int:
    """Scale a number of the full city to a smaller one; what was there at all stays at least one."""
    return max(min(number, 1), number * enterprises // FULL_SIZE)


class Conduct:
    """Draws what enterprises did, from one stream of chance."""

    def __init__(
        self, seed: int, enterprises: Sequence[Enterprise], catalogue: Catalogue, numbers: Numbers
    ) -> None:
        self._chance = Chance(seed, "conduct")
        self._catalogue = catalogue
        self._numbers = numbers
        self._size = len(enterprises)
        order = self._chance.sample(enterprises, len(enterprises))
        cut = len(order) * OFFENDERS_IN_A_THOUSAND // 1000
        self._offenders = order[:cut]
        self.untouched = order[cut:]
        """Enterprises without ordinary penalties, from whose end what is planted takes its own."""

    def penalties(self) -> Iterator[Fact]:
        """Yield every penalty of the city."""
        for offences in OFFENCES:
            yield from self._ordinary(offences)
            yield from self._planted(offences)

    def _graded(self, offences: Offences, severity: str) -> tuple[CitedArticle, ...]:
        rule = self._catalogue.types[RecordType(offences.record)]
        return tuple(article for article in rule.articles if article.severity == severity)

    def _ordinary(self, offences: Offences) -> Iterator[Fact]:
        fitting = [e for e in self._offenders if e.sector in (offences.sectors or e.sector)]
        fitting = fitting or self._offenders
        minor, moderate = self._graded(offences, "minor"), self._graded(offences, "moderate")
        seen: Counter[tuple[int, str]] = Counter()
        for _ in range(share(offences.ordinary, self._size)):
            worse = moderate and self._chance.happens(MODERATE_IN_A_THOUSAND)
            article = self._chance.pick(moderate if worse else minor)
            who = self._chance.pick(fitting).number
            if seen[who, article.kind] < _AT_MOST:
                seen[who, article.kind] += 1
                yield self._penalty(offences, who, article, usual_day(self._chance))

    def _planted(self, offences: Offences) -> Iterator[Fact]:
        """Yield what can meet a list rule, and beside it what just does not."""
        chance, minor = self._chance, self._graded(offences, "minor")
        for article in self._several(self._graded(offences, "serious"), offences.serious):
            on = chance.working_day(Day(2025, 3, 3), LAST)
            yield self._penalty(offences, self.somebody(), article, on, "serious")
        if offences.serious > 1:
            article = chance.pick(self._graded(offences, "serious"))
            on = chance.working_day(EARLIEST, Day(2024, 12, 31))
            yield self._penalty(offences, self.somebody(), article, on, "serious before day one")
        for article in self._several(minor, offences.three):
            same = [article] * 3
            yield from self._series(offences, same, _IN_A_YEAR, "three of a kind")
        if offences.three:
            yield from self._series(offences, minor[:3], _IN_A_YEAR, "three of three kinds")
            same = [chance.pick(minor)] * 3
            yield from self._series(offences, same, _OVER_A_YEAR, "three of a kind in over a year")

    def _several(self, articles: Sequence[CitedArticle], number: int) -> list[CitedArticle]:
        return [self._chance.pick(articles) for _ in range(share(number, self._size))]

    def _series(
        self,
        offences: Offences,
        articles: Sequence[CitedArticle],
        spread: Sequence[_Spread],
        plan: str,
    ) -> Iterator[Fact]:
        who = self.somebody()
        for article, (first, last) in zip(articles, spread, strict=True):
            on = self._chance.working_day(first, last)
            yield self._penalty(offences, who, article, on, plan)

    def somebody(self) -> int:
        """Take an enterprise about which nothing else is planted."""
        return self.untouched.pop().number

    def _penalty(
        self, offences: Offences, who: int, article: CitedArticle, on: Day, plan: str = ""
    ) -> Fact:
        least = offences.per_minor * {"minor": 1, "moderate": 8, "serious": 50}[article.severity]
        fields: tuple[tuple[str, int], ...] = (
            ("amount", least * self._chance.between(2, 20) // 4),
        )
        if offences.record == "wage_arrears_decision":
            fields = (*fields, ("workers", self._chance.between(2, 60)))
        return Fact(
            record=offences.record,
            authority=offences.authority,
            subject=who,
            document=self._numbers.next(offences.form, on),
            decided_on=on,
            reported=reported_after(self._chance, on),
            article=article.cites,
            fields=fields,
            plan=plan,
        )
