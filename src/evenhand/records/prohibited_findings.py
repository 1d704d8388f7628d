"""Contents that RF-4 prohibits: each kind names the matter and the place, and quotes nothing."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text


def _prohibited(number: int, zh: str, en: str) -> Kind:
    return Kind(
        f"E-TEXT-{number}",
        "holds",
        what=Text(
            zh=f"单元格里有{zh}；内容不显示，也不保存。",
            en=f"The cell holds {en}; it is neither shown nor kept.",
        ),
        why=Text(
            zh="权利底线第4条：这类信息不得进入登记册。",
            en="Rule RF-4 of the rights floor: such data have no place in the register.",
        ),
        mend=Text(
            zh="从单元格中删去这部分内容，再报送；如果并非此类信息，请登记册工作人员核对。",
            en="Take it out of the cell and deliver again; if it is no such thing, ask the register's staff to look.",
        ),
        silent=True,
        floor="RF-4",
    )


RESIDENT_NUMBER: Final = _prohibited(20, "像是居民身份证号", "what looks like a resident's number")
PHONE: Final = _prohibited(21, "像是电话号码", "what looks like a telephone number")
BIOMETRICS: Final = _prohibited(
    22, "生物特征信息（人脸、指纹等）", "biometric data (face, fingerprint and the like)"
)
WHEREABOUTS: Final = _prohibited(23, "位置或行踪信息", "somebody's whereabouts or movements")
COMMUNICATIONS: Final = _prohibited(
    24, "通信或社会关系信息", "somebody's messages, calls or contacts"
)
HABITS: Final = _prohibited(25, "上网、游戏或购物信息", "browsing, gaming or shopping")
ORIGIN: Final = _prohibited(26, "宗教、民族或语言信息", "religion, ethnicity or language")
POLITICS: Final = _prohibited(
    27, "政治观点、集会、信访或投诉信息", "political opinion, assembly, petition or complaint"
)
UNION: Final = _prohibited(28, "工会成员信息", "membership of a union")
HEALTH: Final = _prohibited(29, "健康、基因或性生活信息", "health, genetics or sexual life")
FAMILY: Final = _prohibited(30, "家庭成员信息", "members of somebody's family")
SCHOOL: Final = _prohibited(
    31, "择校或就读学校信息", "choice of school, or the school that somebody goes to"
)
HOME: Final = _prohibited(32, "住址信息", "somebody's home address")

KINDS: Final = (
    RESIDENT_NUMBER,
    PHONE,
    BIOMETRICS,
    WHEREABOUTS,
    COMMUNICATIONS,
    HABITS,
    ORIGIN,
    POLITICS,
    UNION,
    HEALTH,
    FAMILY,
    SCHOOL,
    HOME,
)
