"""Public bodies of the model city: its departments, districts and institutions.

The first fourteen are the authorities of the catalogue, with the codes that the catalogue gives
them; ``tests/unit/lab`` holds the two together.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Final

from evenhand.lab.enterprises import made_up_uscc

AUTHORITIES: Final = (
    ("linhe-court", "11", "临禾市人民法院"),
    ("linhe-tax-office", "11", "临禾市税务局"),
    ("linhe-environment-bureau", "11", "临禾市生态环境局"),
    ("linhe-market-bureau", "11", "临禾市市场监督管理局"),
    ("linhe-transport-bureau", "11", "临禾市交通运输局"),
    ("linhe-health-commission", "11", "临禾市卫生健康委员会"),
    ("linhe-culture-bureau", "11", "临禾市文化广电和旅游局"),
    ("linhe-labour-bureau", "11", "临禾市人力资源和社会保障局"),
    ("linhe-construction-bureau", "11", "临禾市住房和城乡建设局"),
    ("linhe-emergency-bureau", "11", "临禾市应急管理局"),
    ("linhe-civil-affairs-bureau", "11", "临禾市民政局"),
    ("linhe-credit-office", "11", "临禾市社会信用体系建设办公室"),
    ("linhe-blood-centre", "12", "临禾市中心血站"),
    ("linhe-library", "12", "临禾市图书馆"),
)
"""Authority of the catalogue, kind of registration, name."""

_CITY: Final = (
    *("发展和改革委员会", "教育局", "科学技术局", "工业和信息化局", "公安局", "司法局", "财政局"),
    *("自然资源和规划局", "水务局", "农业农村局", "商务局", "退役军人事务局", "审计局", "统计局"),
    *("城市管理局", "行政审批局", "医疗保障局", "机关事务管理局", "体育局", "林业局", "金融管理局"),
)
_DISTRICTS: Final = ("东河区", "西塘区", "南屏区", "北桥区", "新禾区", "澄湖县", "岫溪县", "圻山县")
_OF_A_DISTRICT: Final = (
    *(("11", n) for n in ("人民政府办公室", "教育局", "财政局", "农业农村局", "商务局", "司法局")),
    *(
        ("11", n)
        for n in ("住房和城乡建设局", "交通运输局", "卫生健康局", "市场监督管理局", "应急管理局")
    ),
    *(("11", n) for n in ("民政局", "水务局", "统计局", "审计局", "城市管理局", "文化旅游局")),
    *(("12", n) for n in ("图书馆", "文化馆", "卫生监督所", "不动产登记中心", "公共资源交易中心")),
)


@dataclass(frozen=True, slots=True)
class PublicBody:
    """One public body of the model city."""

    number: int
    name: str
    uscc: str


def make_bodies(count: int) -> tuple[PublicBody, ...]:
    """Make so many public bodies, the authorities first.

    Raises:
        ValueError: When the city has not so many.
    """
    named = [
        *((kind, name) for _, kind, name in AUTHORITIES),
        *(("11", f"临禾市{name}") for name in _CITY),
        *(
            (kind, f"临禾市{place}{name}")
            for (kind, name), place in itertools.product(_OF_A_DISTRICT, _DISTRICTS)
        ),
    ]
    if count > len(named):
        raise ValueError(f"the city has {len(named)} public bodies, not {count}")
    return tuple(
        PublicBody(number, name, made_up_uscc(kind, f"MA0A{number + 1:04d}"))
        for number, (kind, name) in enumerate(named[:count])
    )
