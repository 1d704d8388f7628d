"""A paper form of consent as a clerk types it: one small JSON file, read strictly.

It holds a resident's number and address, so it is read from a file that the clerk keeps and never from
a command line; nothing of it is ever quoted in a refusal. What the register keeps of it is a keyed
commitment. Nobody under 18 on the day of the signature can agree to anything (RF-1).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final, Literal

from evenhand.kernel import codes
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import BadInput
from evenhand.kernel.ids import SchemeId
from evenhand.kernel.periods import Day, day
from evenhand.kernel.text import Text
from evenhand.records.normalise import uscc
from evenhand.rights.floor import enforces, refusal

LARGEST_FORM: Final = 16_384
"""Bytes of a form's file at most."""

ADULT: Final = 18
"""Years of age from which somebody can agree."""

_NEEDED: Final = frozenset({"number", "form", "signed", "act", "scheme"})
_ALLOWED: Final = _NEEDED | {"words", "address", "name", "key"}


@dataclass(frozen=True, slots=True, repr=False)
class PaperForm:
    """What a form says; it prints nothing of itself.

    Attributes:
        number: The resident's number.
        form: The number of the form.
        signed: The day of the signature.
        act: ``join`` or ``leave``.
        words: Digest of the words that stand on the form; empty on one that leaves.
        address: Where the letter about it goes; with the name, on a form that joins.
        key: The resident's own public key, if they want to act with one.
    """

    number: str
    form: str
    signed: Day
    act: Literal["join", "leave"]
    scheme: SchemeId
    words: str = ""
    address: str = ""
    name: str = ""
    key: str = ""

    def said(self) -> dict[str, Json]:
        """All of it, for the commitment that two clerks sign."""
        return {
            "number": self.number,
            "form": self.form,
            "signed": self.signed.isoformat(),
            "act": self.act,
            "scheme": self.scheme,
            "words": self.words,
            "address": self.address,
            "name": self.name,
            "key": self.key,
        }


@enforces("RF-1")
def read_form(data: bytes, today: Day) -> PaperForm:
    """Read a form.

    Raises:
        BadInput: When it is no such form; names the item, quotes nothing.
        FloorRefusal: RF-1, when whoever signed was under 18 on that day.
    """
    items = _items(data)
    number = uscc(items["number"]).value
    if not codes.resident_number_passes(number):
        raise _unusable("number", "不是有效的居民身份号码", "is no valid resident's number")
    signed = _day(items["signed"])
    born = codes.birth_day(number)
    if signed > today:
        raise _unusable("signed", "在今天之后", "lies after today")
    if born is None or born > signed or codes.years_old(born, signed) < ADULT:
        raise refusal(
            "RF-1",
            Text(
                zh="签署当日未满18岁：不登记，不保存。请把表退给本人。",
                en="Whoever signed was under 18 on that day. Nothing is entered or kept; give the form "
                "back.",
            ),
        )
    act = items["act"]
    if act not in ("join", "leave"):
        raise _unusable("act", "应为 join 或 leave", "is neither join nor leave")
    if act == "join" and not (items.get("words") and items.get("address") and items.get("name")):
        raise _unusable(
            "words, name, address",
            "加入的表要有三者",
            "are all three needed on a form that joins",
        )
    rest = {name: items.get(name, "") for name in ("words", "address", "name", "key")}
    return PaperForm(
        number,
        items["form"],
        signed,
        "join" if act == "join" else "leave",
        SchemeId.parse(items["scheme"]),
        **rest,
    )


def _items(data: bytes) -> dict[str, str]:
    if len(data) > LARGEST_FORM:
        raise _unusable("", "文件过大", "is too large")
    try:
        read = json.loads(data.decode("utf-8"), object_pairs_hook=_once)
    except ValueError:
        raise _unusable("", "不是 JSON 对象", "is no JSON object") from None
    if not isinstance(read, dict) or not all(isinstance(v, str) for v in read.values()):
        raise _unusable("", "应为文本对象", "is no object of texts")
    for name in sorted(set(read) - _ALLOWED):
        raise _unusable(name[:40], "不是表上的项目", "is no item of a form")
    for name in sorted(_NEEDED):
        if not str(read.get(name, "")).strip():
            raise _unusable(name, "缺少", "is missing")
    return {name: str(value).strip() for name, value in read.items()}


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("an item stands there twice")
    return made


def _day(text: str) -> Day:
    try:
        return day(text)
    except (ValueError, BadInput):
        raise _unusable("signed", "应写作 2026-03-02", "is no day, written 2026-03-02") from None


def _unusable(item: str, zh: str, en: str) -> BadInput:
    named_zh, named_en = (f"“{item}”", f'"{item}"') if item else ("", "it")
    return BadInput(
        Text(
            zh=f"同意书文件不能用：{named_zh}{zh}。见 docs/how-to/consent.md。",
            en=f"The form cannot be used: {named_en} {en}. See docs/how-to/consent.md.",
        )
    )
