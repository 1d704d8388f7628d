"""Four days in the life of the demonstration register, on its own clock."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from evenhand.cli.demo_cast import Cast, cast, enrol_all
from evenhand.cli.demo_play import (
    Played,
    answer_objections,
    decide_cases,
    deliver_notices,
    object_to_some,
)
from evenhand.cli.edge import chance
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import DeliveryRefused
from evenhand.kernel.periods import Moment, said
from evenhand.kernel.text import Text
from evenhand.lab.worksheets import Worksheet
from evenhand.pipeline.consenting import confirm_worksheet
from evenhand.pipeline.day import DayReport, run_day
from evenhand.pipeline.edition import Imprint, publish_edition
from evenhand.pipeline.founding import add_source, found_register, publish_scheme, shipped
from evenhand.pipeline.intake import Incoming, Taken, receive_delivery
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.proposing import Motives, propose_scheme
from evenhand.publication.publish import PublishedEdition
from evenhand.relational.ledger import SYSTEM, Draft
from evenhand.relational.settings import Settings
from evenhand.sources.receive import digest_of, signed_message

ZONE: Final = ZoneInfo("Asia/Shanghai")
ORIGIN: Final = "linhe.example/evenhand"
_REASONS: Final = (
    "示范：临禾登记库开办时的第一版办法。The first rules of the made-up register of Linhe."
)
Progress = Callable[[str], AbstractContextManager[Callable[[int, int | None], None]]]


def clock(day: str, hour: int) -> Moment:
    """An hour of a day in Linhe."""
    there = dt.datetime.fromisoformat(f"{day}T{hour:02}:00:00").replace(tzinfo=ZONE)
    return there.astimezone(dt.UTC)


DAY_1: Final = clock("2025-01-06", 9)
DAY_2: Final = clock("2026-03-02", 9)
DAY_OF_LETTERS: Final = clock("2026-03-10", 10)
DAY_3: Final = clock("2026-03-27", 9)
DAY_4: Final = clock("2026-03-30", 9)


@dataclass(slots=True)
class Life:
    """What happened, for the last page of the demonstration.

    Attributes:
        refused: Files that were refused whole, each with its first finding.
    """

    people: Cast
    taken: list[Taken] = field(default_factory=list)
    refused: list[tuple[str, DeliveryRefused]] = field(default_factory=list)
    second: DayReport | None = None
    fourth: DayReport | None = None
    played: Played = field(default_factory=Played)
    edition: PublishedEdition | None = None
    entries: int = 0


def day_one(folder: Path, keys: Path, progress: Progress, words: Callable[[str, str], str]) -> Life:
    """Found the register, enrol its people, put contracts in use, make three schemes public."""
    contracts = sorted(
        (f for f in shipped("sources", "linhe").iterdir() if f.name.endswith(".yaml")),
        key=lambda f: f.name,
    )
    schemes = sorted(
        (f for f in shipped("schemes", "linhe").iterdir() if f.name.endswith(".yaml")),
        key=lambda f: f.name,
    )
    people = cast(DELIVERING, DECIDING, chance, keys)
    settings = Settings(
        Text(zh="临禾市信用登记（示范）", en="Linhe register of public trust (demonstration)"),
        "CN-LINHE",
        "Asia/Shanghai",
        "demonstration",
        (people.stewards[0].public, people.stewards[1].public),
        people.auditor.public,
    )
    with found_register(folder, settings, DAY_1, chance) as opened:
        move_clock(opened, DAY_1)
        with progress(words("登记人员", "Enrol people")) as advance:
            enrol_all(opened.desk, people, DAY_1, advance)
        with progress(words("启用数据源和办法", "Put rules in use")) as advance:
            total = len(contracts) + len(schemes)
            for done, file in enumerate(contracts, start=1):
                add_source(opened, file.read_bytes(), file.name, DAY_1, people.steward())
                advance(done, total)
            for done, file in enumerate(schemes, start=len(contracts) + 1):
                data = file.read_bytes()
                motives = Motives(_REASONS)
                propose_scheme(opened, (data, file.name), motives, DAY_1, people.steward())
                publish_scheme(opened, data, file.name, DAY_1, people.steward(1))
                advance(done, total)
    return Life(people)


def day_two(
    folder: Path,
    sheets: Sequence[Worksheet],
    life: Life,
    progress: Progress,
    words: Callable[[str, str], str],
) -> None:
    """Receive every worksheet, run the day, let clerks record how notices fared.

    Forms of consent count once a second clerk of their authority has confirmed the worksheet.
    """
    with Opened(folder) as opened:
        move_clock(opened, DAY_2)
        knowledge = opened.knowledge()
        rows = 0
        with progress(words("接收工作表（行）", "Receive worksheets (rows)")) as advance:
            for sheet in sheets:
                authority = opened.contract(sheet.source, knowledge).authority
                clerk = life.people.clerk(authority)
                message = signed_message(digest_of(sheet.data), sheet.source)
                incoming = Incoming(
                    sheet.source, sheet.name, sheet.data, clerk.person, clerk.key.sign(message)
                )
                try:
                    taken = receive_delivery(opened, incoming, DAY_2, chance)
                except DeliveryRefused as refused:
                    life.refused.append((sheet.name, refused))
                    continue
                life.taken.append(taken)
                rows += taken.rows
                if opened.knowledge().agreed.entered.get(taken.delivery):
                    second = life.people.of("clerk", authority)[-1]
                    confirm_worksheet(opened, second.hand, sheet.data, DAY_2)
                advance(rows, None)
        with progress(words("运行第二日", "Run day 2")) as advance:
            life.second = run_day(opened, DAY_2, None, advance)
        opened.desk.catch_up()
        with progress(words("送达告知书", "Deliver notices")) as advance:
            life.played = deliver_notices(
                opened, life.people, DAY_2 + dt.timedelta(hours=6), advance
            )
        move_clock(opened, DAY_OF_LETTERS)
        object_to_some(opened, life.people, DAY_OF_LETTERS, life.played)


def day_three(
    folder: Path, life: Life, progress: Progress, words: Callable[[str, str], str]
) -> None:
    """Answer objections and decide, as far as the day's cap goes."""
    with Opened(folder) as opened:
        move_clock(opened, DAY_3)
        answer_objections(opened, life.people, DAY_3, life.played)
        with progress(words("经办人决定（脚本扮演）", "Officers decide (played)")) as advance:
            decide_cases(
                opened, life.people, DAY_3 + dt.timedelta(minutes=30), life.played, advance
            )


def day_four(
    folder: Path, life: Life, progress: Progress, words: Callable[[str, str], str]
) -> None:
    """Let decisions take effect and publish."""
    with Opened(folder) as opened:
        move_clock(opened, DAY_4)
        with progress(words("运行第四日", "Run day 4")) as advance:
            life.fourth = run_day(opened, DAY_4, None, advance)
        with progress(words("公布并核验", "Publish and verify")) as advance:
            imprint = Imprint(ORIGIN, life.people.publisher)
            life.edition, report = publish_edition(opened, imprint, DAY_4 + dt.timedelta(hours=1))
            life.entries = report.entries
            advance(1, 1)


def move_clock(opened: Opened, to: Moment) -> None:
    """Move the clock that only a demonstration register has."""
    opened.register.ledger.append([Draft("clock.moved", "clock", SYSTEM, {"to": said(to)})], to)


def reasons(taken: Sequence[Taken]) -> Iterator[tuple[str, int]]:
    """Why rows were held, the most frequent first."""
    counted: Counter[str] = Counter()
    for one in taken:
        counted.update(one.held_by_code)
    yield from counted.most_common()


def totals(taken: Sequence[Taken]) -> dict[str, Json]:
    """Rows in all, by what became of them."""
    counted: Counter[str] = Counter()
    for one in taken:
        counted.update(one.fates)
    return dict(sorted(counted.items()))


DELIVERING: Final = (
    "linhe-civil-affairs-bureau",
    "linhe-construction-bureau",
    "linhe-court",
    "linhe-credit-office",
    "linhe-culture-bureau",
    "linhe-emergency-bureau",
    "linhe-environment-bureau",
    "linhe-health-commission",
    "linhe-labour-bureau",
    "linhe-market-bureau",
    "linhe-tax-office",
    "linhe-transport-bureau",
)
DECIDING: Final = (
    "linhe-civil-affairs-bureau",
    "linhe-construction-bureau",
    "linhe-court",
    "linhe-credit-office",
    "linhe-emergency-bureau",
    "linhe-environment-bureau",
    "linhe-labour-bureau",
    "linhe-market-bureau",
    "linhe-tax-office",
)
