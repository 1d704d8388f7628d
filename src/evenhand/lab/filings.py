"""What enterprises file, are rated and are granted: registers, reports, ratings, licences, awards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from evenhand.kernel.ids import RecordType
from evenhand.kernel.periods import Day, months_after
from evenhand.lab.chance import Chance
from evenhand.lab.conduct import share
from evenhand.lab.enterprises import Enterprise
from evenhand.lab.facts import FIRST, LAST, Fact, Numbers, Value, reported_after
from evenhand.sources.catalogue import Catalogue

TAX_RATINGS: Final = (("A", 5), ("B", 60), ("M", 18), ("C", 10), ("D", 7))
"""In a hundred; the published distribution is A 4.89 %, D 7.01 %, the rest is made up."""

ENVIRONMENTAL_RATINGS: Final = (("green", 14), ("blue", 74), ("yellow", 10), ("red", 2))
"""In a hundred; published for 1,060 firms of a province: 13.87, 73.68, 10.00 and 2.45 %."""

CONSTRUCTION_RATINGS: Final = (("AAA", 4), ("AA", 16), ("A", 55), ("B", 20), ("C", 5))
_CONSTRUCTION_POINTS: Final = {"AAA": 120, "AA": 105, "A": 85, "B": 70, "C": 50}

RATED_FOR_TAX: Final = 12_000
RATED_A_TWICE: Final = 12
"""One in twenty has its rating for the year before delivered too; only these were A both times."""
RATED_FOR_ENVIRONMENT: Final = 400
RATED_FOR_CONSTRUCTION: Final = 900
REPORTS_FILED: Final = 12_000
REPORTS_MISSED: Final = 640
LATE_RETURNS: Final = 900
CERTIFIED_BY_CUSTOMS: Final = 200

LICENCES: Final = (
    ("linhe-market-bureau", "临市监许〔{year}〕{n:05d}号", "ACFHQ", 4_400),
    ("linhe-transport-bureau", "临交许〔{year}〕{n:05d}号", "G", 900),
)
REVOKED: Final = 18

AWARDS: Final = (
    ("quality_award", "linhe-market-bureau", "临市监质奖〔{year}〕{n:02d}号", 24),
    ("innovation_award", "linhe-market-bureau", "临市监知奖〔{year}〕{n:02d}号", 30),
    ("charity_award", "linhe-civil-affairs-bureau", "临民慈〔{year}〕{n:02d}号", 36),
    ("safety_award", "linhe-emergency-bureau", "临应急奖〔{year}〕{n:02d}号", 20),
)


class Filings:
    """Draws filings, ratings, licences and awards, from one stream of chance."""

    def __init__(
        self, seed: int, enterprises: Sequence[Enterprise], catalogue: Catalogue, numbers: Numbers
    ) -> None:
        self._chance = Chance(seed, "filings")
        self._enterprises = enterprises
        self._catalogue = catalogue
        self._numbers = numbers

    def all(self) -> Iterator[Fact]:
        """Yield them all, type by type."""
        yield from self._registrations()
        yield from self._reports()
        yield from self._late_returns()
        yield from self._tax_ratings()
        yield from self._environmental_ratings()
        yield from self._construction_ratings()
        yield from self._licences()
        yield from self._revocations()
        yield from self._awards()
        yield from self._certifications()

    def _some(self, number: int, sectors: str = "") -> list[Enterprise]:
        fitting = [e for e in self._enterprises if e.sector in (sectors or e.sector)]
        return self._chance.sample(
            fitting, min(share(number, len(self._enterprises)), len(fitting))
        )

    def _fact(
        self,
        record: str,
        authority: str,
        form: str,
        who: Enterprise,
        on: Day,
        fields: tuple[tuple[str, Value], ...],
    ) -> Fact:
        article = ""
        graded = self._catalogue.types[RecordType(record)].articles
        if graded:
            article = self._chance.pick(graded).cites
        return Fact(
            record=record,
            authority=authority,
            subject=who.number,
            document=self._numbers.next(form, on),
            decided_on=on,
            reported=reported_after(self._chance, on),
            article=article,
            fields=fields,
        )

    def _registrations(self) -> Iterator[Fact]:
        form = "临市监登记〔{year}〕{n:06d}号"
        for who in self._enterprises:
            fields = (
                ("capital", who.capital),
                ("established", who.established),
                ("status", "suspended" if self._chance.happens(6) else "active"),
                ("sector", who.sector),
            )
            on = self._chance.working_day(FIRST, LAST)
            yield self._fact(
                "enterprise_registration", "linhe-market-bureau", form, who, on, fields
            )

    def _reports(self) -> Iterator[Fact]:
        chosen = self._some(REPORTS_FILED + REPORTS_MISSED)
        missed = share(REPORTS_MISSED, len(self._enterprises))
        for who in chosen[:missed]:
            on = self._chance.working_day(Day(2025, 7, 7), Day(2025, 8, 29))
            form = "临市监异〔{year}〕{n:05d}号"
            yield self._fact(
                "annual_report_missed", "linhe-market-bureau", form, who, on, (("year", 2024),)
            )
        for who in chosen[missed:]:
            on = self._chance.day(FIRST, Day(2025, 6, 30))
            form = "临市监年报〔{year}〕{n:06d}号"
            yield self._fact(
                "annual_report_filed", "linhe-market-bureau", form, who, on, (("year", 2024),)
            )

    def _late_returns(self) -> Iterator[Fact]:
        for who in self._some(LATE_RETURNS):
            on = self._chance.working_day(FIRST, LAST)
            late = self._chance.weighted([(3, 40), (9, 30), (25, 20), (70, 10)])
            fields = (("days_late", late + self._chance.below(6)),)
            form = "临税限改〔{year}〕{n:05d}号"
            yield self._fact("tax_late_filing", "linhe-tax-office", form, who, on, fields)

    def _tax_ratings(self) -> Iterator[Fact]:
        chosen = self._some(RATED_FOR_TAX)
        twice, before = share(RATED_A_TWICE, len(self._enterprises)), len(chosen) // 20
        for place, who in enumerate(chosen):
            again = place < twice
            if place < before:
                rating = "A" if again else self._chance.pick(("B", "M", "C"))
                yield self._tax_rating(who, 2023, rating, again)
            rating = "A" if again else self._chance.weighted(TAX_RATINGS)
            yield self._tax_rating(who, 2024, rating, again)

    def _tax_rating(self, who: Enterprise, year: int, rating: str, again: bool) -> Fact:
        fields = (("year", year), ("rating", rating))
        form = "临税信〔{year}〕{n:05d}号"
        on = Day(year + 1, 4, 25)
        made = self._fact("tax_rating", "linhe-tax-office", form, who, on, fields)
        return replace(made, plan="rated A twice") if again else made

    def _environmental_ratings(self) -> Iterator[Fact]:
        for who in self._some(RATED_FOR_ENVIRONMENT, "ACDEHN"):
            rating = self._chance.weighted(ENVIRONMENTAL_RATINGS)
            fields = (("year", 2024), ("rating", rating))
            form = "临环信评〔{year}〕{n:04d}号"
            on = Day(2025, 5, 30)
            yield self._fact(
                "environmental_rating", "linhe-environment-bureau", form, who, on, fields
            )

    def _construction_ratings(self) -> Iterator[Fact]:
        for who in self._some(RATED_FOR_CONSTRUCTION, "E"):
            rating = self._chance.weighted(CONSTRUCTION_RATINGS)
            points = _CONSTRUCTION_POINTS[rating] + self._chance.below(10)
            fields = (("year", 2024), ("points", points), ("rating", rating))
            form = "临建信评〔{year}〕{n:04d}号"
            on = Day(2025, 3, 10)
            yield self._fact(
                "construction_rating", "linhe-construction-bureau", form, who, on, fields
            )

    def _licences(self) -> Iterator[Fact]:
        classes = (("ordinary", 70), ("qualification", 12), ("inspection", 8), ("registration", 10))
        for authority, form, sectors, number in LICENCES:
            for who in self._some(number, sectors):
                on = self._chance.working_day(FIRST, LAST)
                fields = (("licence_class", self._chance.weighted(classes)),)
                made = self._fact("licence_granted", authority, form, who, on, fields)
                years = self._chance.pick((1, 3, 5))
                yield replace(made, ends=months_after(on, 12 * years))

    def _revocations(self) -> Iterator[Fact]:
        for who in self._some(REVOKED, "CFGH"):
            on = self._chance.working_day(FIRST, LAST)
            form = "临市监吊〔{year}〕{n:03d}号"
            yield self._fact("licence_revoked", "linhe-market-bureau", form, who, on, ())

    def _awards(self) -> Iterator[Fact]:
        levels = (("national", 5), ("provincial", 25), ("city", 70))
        for record, authority, form, number in AWARDS:
            for who in self._some(number):
                on = self._chance.working_day(FIRST, LAST)
                fields: tuple[tuple[str, Value], ...] = (("level", self._chance.weighted(levels)),)
                if record == "charity_award":
                    fields = (*fields, ("donated", 10_000 * self._chance.between(2, 80)))
                yield self._fact(record, authority, form, who, on, fields)

    def _certifications(self) -> Iterator[Fact]:
        for who in self._some(CERTIFIED_BY_CUSTOMS, "ACF"):
            on = self._chance.working_day(FIRST, LAST)
            level = "advanced" if self._chance.happens(150) else "ordinary"
            form = "禾关认证〔{year}〕{n:04d}号"
            yield self._fact(
                "customs_certification", "linhe-credit-office", form, who, on, (("level", level),)
            )
