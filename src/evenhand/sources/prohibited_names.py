"""Names that no record type, field, code or kind of conduct may have (RF-4, RF-9).

A first net, over names and titles of the catalogue: a type about a prohibited matter cannot hide its
matter from its title and still be understood. The scan of what worksheets hold is another one, in
``records``. Terms are whole words, in order, so that ``foster_family_award`` passes while
``family_member`` does not; Chinese terms are looked for anywhere in a title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from evenhand.kernel.text import Text
from evenhand.rights.floor import enforces

_WORDS = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Matter:
    """One prohibited matter, the rule that prohibits it and the terms that give it away.

    Attributes:
        whole: Terms that give it away only as the whole name, being parts of harmless ones.
    """

    rule: Literal["RF-4", "RF-9"]
    title: Text
    english: tuple[str, ...]
    chinese: tuple[str, ...]
    whole: tuple[str, ...] = ()


MATTERS: Final = (
    Matter(
        "RF-4",
        Text(zh="生物特征", en="biometrics"),
        (
            "face",
            "facial",
            "fingerprint",
            "fingerprints",
            "iris",
            "voiceprint",
            "biometric",
            "biometrics",
        ),
        ("人脸", "指纹", "虹膜", "声纹", "生物特征", "生物识别"),
    ),
    Matter(
        "RF-4",
        Text(zh="位置与行踪", en="location and movement"),
        ("location", "gps", "trajectory", "whereabouts", "movements", "travel", "jaywalking"),
        ("位置信息", "行踪", "轨迹", "出行记录", "闯红灯"),
    ),
    Matter(
        "RF-4",
        Text(zh="通信与社交", en="communications and social graph"),
        ("call records", "messages", "chat", "friends", "contacts", "followers"),
        ("通话", "通信记录", "聊天", "好友", "通讯录", "社交"),
    ),
    Matter(
        "RF-4",
        Text(zh="浏览、游戏与消费", en="browsing, gaming and purchases"),
        (
            *("browsing", "search history", "gaming", "game hours", "online game", "online games"),
            *("video game", "video games", "purchase", "purchases", "shopping"),
        ),
        ("浏览记录", "搜索记录", "游戏时长", "网络游戏", "购物", "消费记录"),
    ),
    Matter(
        "RF-4",
        Text(zh="宗教、民族与语言", en="religion, ethnicity and language"),
        (
            *("religion", "religious", "faith", "ethnic", "ethnicity", "nationality"),
            *("mother tongue", "language of instruction", "school language", "minority language"),
        ),
        ("宗教", "信仰", "民族成分", "国籍", "母语", "授课语言", "教学语言", "民族语"),
        ("民族", "族别", "语言", "语种"),
    ),
    Matter(
        "RF-4",
        Text(zh="政治观点、集会与信访", en="political opinion, assembly and petitions"),
        (
            "political",
            "protest",
            "rally",
            "petition",
            "petitions",
            "complaint",
            "complaints",
            "trade union",
        ),
        ("政治面貌", "政治观点", "集会", "游行", "信访", "上访", "投诉人", "工会会员"),
        ("党派", "面貌", "是否党员"),
    ),
    Matter(
        "RF-4",
        Text(zh="健康、基因与性生活", en="health, genetics and sexual life"),
        (
            *("illness", "disease", "diagnosis", "medical history", "health record", "disability"),
            *("blood group", "blood type", "genetic", "genetics", "dna", "pregnancy", "sexual"),
        ),
        ("疾病", "病史", "诊断", "残疾", "血型", "基因", "怀孕", "性生活", "性取向"),
        ("健康", "健康状况", "身体状况", "婚育"),
    ),
    Matter(
        "RF-4",
        Text(zh="收入与财产", en="income and property of a person"),
        ("income", "deposits", "bank balance", "securities", "real estate owned", "salary"),
        ("个人收入", "存款", "有价证券", "房产信息", "工资收入"),
    ),
    Matter(
        "RF-4",
        Text(zh="择校", en="school choice"),
        ("school choice", "school choices", "enrolment school"),
        ("择校", "就读学校"),
    ),
    Matter(
        "RF-4",
        Text(zh="企业背后的个人", en="the people behind an organisation"),
        (
            *("legal representative", "id number", "identity number", "home address"),
            *("phone", "telephone", "mobile number", "email"),
        ),
        ("法定代表人", "身份证", "手机", "联系电话", "电话号码", "电子邮箱", "住址"),
    ),
    Matter(
        "RF-9",
        Text(zh="亲属、关联人、同名者", en="relatives, associates, namesakes"),
        (
            *(
                "relative",
                "relatives",
                "spouse",
                "husband",
                "wife",
                "parents",
                "father",
                "mother",
                "sibling",
            ),
            *(
                "son",
                "daughter",
                "child of",
                "children of",
                "family member",
                "family members",
                "kin",
            ),
            *("associate", "associates", "affiliate", "affiliates", "affiliated"),
            *("namesake", "marriage", "marital"),
        ),
        (
            *("亲属", "配偶", "父母", "子女", "兄弟姐妹", "家庭成员", "婚姻"),
            *("关联人", "关联企业", "关联方", "同名"),
        ),
    ),
)


@enforces("RF-4", "RF-9")
def prohibited_matter(name: str) -> Matter | None:
    """Say which prohibited matter a name or title is about, or None.

    >>> prohibited_matter("family_member_default").rule
    'RF-9'
    """
    said = f" {' '.join(_WORDS.findall(name.lower()))} "
    for matter in MATTERS:
        if name.strip() in matter.whole or any(f" {term} " in said for term in matter.english):
            return matter
        if any(term in name for term in matter.chinese):
            return matter
    return None
