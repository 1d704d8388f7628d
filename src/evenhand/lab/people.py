"""Residents of the model city: made-up names and numbers of an area that does not exist.

A number begins with 999999, which no place has, so that no real person is meant; its check
character is right. Some residents are under 18 and must be refused wherever they appear (RF-1).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from evenhand.kernel.codes import resident_check_character
from evenhand.kernel.periods import Day
from evenhand.lab.chance import Chance

AREA: Final = "999999"
GROWN_UP_BY: Final = Day(2007, 1, 5)
"""Born up to this day, a resident is 18 when the register begins."""

_SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余"
)
_GIVEN: Final = (
    "安邦本常晨成春达德冬方刚国海涵和恒宏华嘉建杰静军俊康可兰乐立林琳玲龙梅民敏宁平琪强青清庆"
    "秋然仁荣瑞杉尚思松涛文希祥欣新兴雅阳义逸英宇雨玉远悦云泽哲振正志中竹卓"
)


@dataclass(frozen=True, slots=True)
class Resident:
    """One resident of the model city.

    Attributes:
        resident: Its place in the city, from 0.
        number: 18 characters, area 999999.
        joined: Day of the consent to the resident scheme; None for who never joined.
        left: Day of its withdrawal.
    """

    resident: int
    name: str
    number: str
    born: Day
    joined: Day | None
    left: Day | None


def names(seed: int, topic: str) -> Iterator[str]:
    """Yield made-up names of people without end; any likeness is chance, no number goes with it."""
    chance = Chance(seed, f"names of {topic}")
    while True:
        given = chance.pick(_GIVEN) + (chance.pick(_GIVEN) if chance.happens(720) else "")
        yield chance.pick(_SURNAMES) + given


def make_residents(seed: int, count: int) -> tuple[Resident, ...]:
    """Make so many residents; 12 in 100 of the grown-ups have joined the resident scheme."""
    chance = Chance(seed, "residents")
    called = names(seed, "residents")
    taken: set[str] = set()
    return tuple(_resident(chance, number, next(called), taken) for number in range(count))


def _resident(chance: Chance, resident: int, name: str, taken: set[str]) -> Resident:
    minor = chance.happens(15)
    born = (
        chance.day(Day(2009, 3, 1), Day(2012, 12, 31))
        if minor
        else chance.day(Day(1942, 1, 1), GROWN_UP_BY)
    )
    order = resident
    while (first17 := f"{AREA}{born:%Y%m%d}{order % 1000:03d}") in taken:
        order += 1
    taken.add(first17)
    joined = left = None
    if not minor and chance.happens(120):
        joined = chance.working_day(Day(2025, 3, 3), Day(2026, 2, 27))
        if chance.happens(22):
            left = chance.working_day(joined, Day(2026, 2, 27))
    return Resident(
        resident=resident,
        name=name,
        number=first17 + resident_check_character(first17),
        born=born,
        joined=joined,
        left=left,
    )
