"""Enterprises of the model city: made-up names and codes that nobody can have.

Names follow the grammar of Chinese company names (place, name, trade, form); the name is three
characters that are no word. Codes have area 000000, which no registration has, and right check
characters.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from evenhand.kernel.codes import USCC_ALPHABET, uscc_check_character
from evenhand.kernel.periods import Day
from evenhand.lab.chance import Chance

AREA: Final = "000000"

_FIRST: Final = "澄岚砚溪皓珩霁沅泓汀岫榆楷澜峦圻垚埕堃墨"
_SECOND: Final = "帆庚弈彦律恪恺捷旻昱晔朔枫柠栩桁梓槿樾沐"
_THIRD: Final = "泽洛浚淳渝湛源滢漾潼煜熠燊琅琛琪瑄瑜璞玥"
_LAST: Final = ("", "达", "盛", "川", "禾")

_TRADES: Final[tuple[tuple[str, tuple[str, ...], int], ...]] = (
    ("A", ("农业", "种业", "水产", "园艺"), 4),
    ("C", ("食品", "机械", "电子", "化工", "纺织", "建材", "包装", "医药"), 20),
    ("D", ("能源", "热力"), 1),
    ("E", ("建设", "装饰工程", "市政工程", "安装工程"), 10),
    ("F", ("商贸", "贸易", "百货", "超市", "医药连锁"), 26),
    ("G", ("物流", "运输", "客运"), 7),
    ("H", ("餐饮", "酒店管理"), 8),
    ("I", ("信息技术", "软件"), 6),
    ("K", ("置业", "物业服务", "房地产经纪"), 5),
    ("L", ("人力资源", "广告", "咨询"), 6),
    ("N", ("环保科技", "保洁"), 3),
    ("Q", ("口腔门诊部", "医疗管理"), 2),
    ("R", ("文化传媒", "网络服务", "演艺"), 2),
)
_FORMS: Final = (("有限公司", 88), ("有限责任公司", 6), ("股份有限公司", 3))
_DISTRICTS: Final = ("", "", "", "东河", "西塘", "南屏", "北桥", "新禾")


@dataclass(frozen=True, slots=True)
class Enterprise:
    """One enterprise of the model city.

    Attributes:
        number: Its place in the city, from 0.
        sector: Section of the classification of industries, such as ``C``.
        capital: Registered capital in yuan.
        representative: Name of its legal representative; the register never keeps it.
    """

    number: int
    name: str
    uscc: str
    sector: str
    established: Day
    capital: int
    representative: str


def organisation_code(first8: str) -> str:
    """Put the check character of GB 11714 behind eight characters."""
    total = sum(int(c, 36) * w for c, w in zip(first8, (3, 7, 9, 10, 5, 8, 4, 2), strict=True))
    return first8 + "0123456789X0"[11 - total % 11]


def made_up_uscc(kind: str, first8: str) -> str:
    """Make a code of area 000000 with both check characters right.

    Args:
        kind: The first two characters, such as ``91``.
        first8: The organisation code inside, its check character aside.
    """
    first17 = kind + AREA + organisation_code(first8)
    return first17 + uscc_check_character(first17)


def make_enterprises(seed: int, count: int, people: Iterator[str]) -> tuple[Enterprise, ...]:
    """Make so many enterprises, no two of one name or code.

    Args:
        seed: Decides everything.
        count: How many; at most 40,000.
        people: Where names of legal representatives come from.
    """
    chance = Chance(seed, "enterprises")
    words = chance.sample(_words(), count)
    return tuple(
        _enterprise(chance, number, word, next(people)) for number, word in enumerate(words)
    )


def _words() -> list[str]:
    return ["".join(word) for word in itertools.product(_FIRST, _SECOND, _THIRD, _LAST)]


def _enterprise(chance: Chance, number: int, word: str, representative: str) -> Enterprise:
    sector, trades = chance.weighted([((s, t), weight) for s, t, weight in _TRADES])
    form = chance.weighted(_FORMS)
    kind = "91"
    if sector == "A" and chance.happens(300):
        kind, form = chance.pick(
            (("93", "专业合作社"), ("N2", "股份经济合作社"), ("N1", "经济联合社"))
        )
    name = f"临禾{chance.pick(_DISTRICTS)}{word}{chance.pick(trades)}{form}"
    established = chance.working_day(Day(2001, 1, 1), Day(2024, 11, 29))
    capital = chance.weighted(
        [(100_000, 10), (500_000, 20), (1_000_000, 30), (5_000_000, 25), (50_000_000, 4)]
    )
    return Enterprise(
        number=number,
        name=name,
        uscc=made_up_uscc(kind, _first8(number, established)),
        sector=sector,
        established=established,
        capital=capital * chance.between(1, 9),
        representative=representative,
    )


def _first8(number: int, established: Day) -> str:
    """Make the organisation code inside, its check character aside; the same for no two numbers.

    Who registered before October 2015 has eight digits, later registrations begin with MA. The
    multipliers have no factor in common with what they are counted by.
    """
    if established < Day(2015, 10, 1):
        return str(10_000_000 + number * 7_919 % 90_000_000)
    digits, value = "", (number * 48_271 + 131_071) % 31**5
    for _ in range(5):
        value, rest = divmod(value, 31)
        digits = USCC_ALPHABET[rest] + digits
    return "MAC" + digits
