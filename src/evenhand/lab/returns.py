"""What the public bodies of the model city return about their own credit work in a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from evenhand.kernel.periods import Day
from evenhand.lab.bodies import PublicBody
from evenhand.lab.chance import Chance
from evenhand.lab.facts import Fact, Numbers, Value

OFFICE: Final = "linhe-credit-office"
YEAR: Final = 2025
POOR_IN_A_THOUSAND: Final = 120
"""Bodies whose deliveries are poor: late, incomplete, hard to load."""

_Fields = tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class _Body:
    """A public body and how well it works, drawn once for all its returns."""

    number: int
    poor: bool
    chance: Chance

    def share(self, of: int, good: int, bad: int) -> int:
        """Draw a part of a number: at least so many in a hundred of it, by how well the body works."""
        least = bad if self.poor else good
        return of * self.chance.between(least, 100 if not self.poor else min(100, bad + 25)) // 100

    def likely(self, good: int, bad: int) -> bool:
        """Draw a yes with so many in a hundred."""
        return self.chance.happens(10 * (bad if self.poor else good))


def return_facts(seed: int, bodies: Sequence[PublicBody], numbers: Numbers) -> Iterator[Fact]:
    """Yield the yearly returns of each body, the twelve monthly ones, and some awards."""
    chance = Chance(seed, "returns")
    drawn = [_Body(b.number, chance.happens(POOR_IN_A_THOUSAND), chance) for b in bodies]
    yearly = (
        ("department_organisation_return", "临信组〔{year}〕{n:03d}号", _organisation),
        ("department_publicity_return", "临信宣〔{year}〕{n:03d}号", _publicity),
        ("credit_product_return", "临信用〔{year}〕{n:03d}号", _products),
        ("attendance_return", "临信会〔{year}〕{n:03d}号", _attendance),
        ("joint_case_return", "临信联〔{year}〕{n:03d}号", _cases),
        ("data_supply_return", "临信数〔{year}〕{n:03d}号", _supply),
        ("double_publicity_year_return", "临信公年〔{year}〕{n:03d}号", _year_of_publicity),
    )
    for record, form, fields in yearly:
        for body in drawn:
            on = chance.working_day(Day(2026, 1, 12), Day(2026, 2, 13))
            yield _fact(record, body, numbers.next(form, on), on, (("year", YEAR), *fields(body)))
    for month in range(1, 13):
        for body in drawn:
            late = not body.likely(94, 45)
            following = Day(YEAR + month // 12, month % 12 + 1, chance.between(2, 9))
            on = following.replace(day=following.day + 11) if late else following
            monthly: _Fields = (
                ("month", month),
                ("returned_by_day_10", not late),
                ("on_own_website", body.likely(90, 50)),
            )
            document = numbers.next("临信公月〔{year}〕{n:04d}号", on)
            yield _fact("double_publicity_return", body, document, on, monthly)
    yield from _awards(chance, drawn, numbers)


def _fact(record: str, body: _Body, document: str, on: Day, fields: _Fields) -> Fact:
    return Fact(
        record=record,
        authority=OFFICE,
        subject=body.number,
        document=document,
        decided_on=on,
        reported=on,
        fields=fields,
        plan="poor" if body.poor else "",
    )


def _organisation(body: _Body) -> _Fields:
    return (("offices_named", body.likely(98, 80)), ("rules_issued", body.likely(92, 50)))


def _publicity(body: _Body) -> _Fields:
    return (
        ("campaign_held", body.likely(85, 30)),
        ("monthly_articles", body.share(14, 50, 0)),
        ("articles_used", body.chance.below(4)),
    )


def _products(body: _Body) -> _Fields:
    checked = body.chance.pick((0, 20, 60, 120, 300))
    return (("pledge_published", body.likely(90, 50)), ("subjects_checked", checked))


def _attendance(body: _Body) -> _Fields:
    given = body.chance.between(4, 12)
    return (
        ("meetings_missed", body.chance.below(5) if body.poor else body.chance.below(2)),
        ("tasks_given", given),
        ("tasks_done", body.share(given, 85, 40)),
    )


def _cases(body: _Body) -> _Fields:
    return (("cases", 0 if body.poor else body.chance.below(6)),)


def _supply(body: _Body) -> _Fields:
    produced = body.chance.between(40, 1_800)
    reported = body.share(produced, 92, 45)
    due, other = reported // 3, reported - reported // 3
    loaded = body.share(reported, 94, 60)
    required = reported * 12
    given = body.share(required, 95, 70)
    return (
        ("channel", "database" if body.likely(55, 20) else "other"),
        ("produced", produced),
        ("reported", reported),
        ("severity_marked", body.likely(90, 40)),
        ("due", due),
        ("in_time", body.share(due, 90, 30)),
        ("other_due", other),
        ("other_in_time", body.share(other, 90, 40)),
        ("supplied", reported),
        ("loaded", loaded),
        ("items_required", required),
        ("items_given", given),
        ("items_accurate", body.share(given, 96, 75)),
        ("lists_checked", body.likely(95, 60)),
    )


def _year_of_publicity(body: _Body) -> _Fields:
    planned = body.chance.between(3, 9)
    return (("work_planned", planned), ("work_done", body.share(planned, 85, 30)))


def _awards(chance: Chance, bodies: Sequence[_Body], numbers: Numbers) -> Iterator[Fact]:
    good = [body for body in bodies if not body.poor]
    for body in chance.sample(good, len(good) // 8):
        on = chance.working_day(Day(2025, 6, 2), Day(2025, 12, 31))
        ground = chance.pick(("innovation", "award"))
        level = chance.weighted([("national", 1), ("system", 3), ("city", 6)])
        fields: _Fields = (("ground", ground), ("level", level))
        document = numbers.next("临信奖〔{year}〕{n:02d}号", on)
        yield _fact("department_award", body, document, on, fields)
