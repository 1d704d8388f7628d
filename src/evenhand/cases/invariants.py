"""The 30 invariants by number: what each says in a line, and what the monitors look at for it.

The full statements, and what keeps each one, stand in ``docs/reference/invariants.md``; a test holds
the two against one another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from evenhand.kernel.text import Text

Looks = Literal["cases", "deliveries", "runs", "editions", "events", "tests", "later"]
"""What a monitor looks at; ``tests``: no events can show it, tests and outside verifiers do;
``later``: it is about look-ups, which this version does not have."""


@dataclass(frozen=True, slots=True)
class Invariant:
    """One invariant: what it says in a line, and what the monitors look at for it."""

    says: Text
    looks: Looks


def _of(looks: Looks, zh: str, en: str) -> Invariant:
    return Invariant(Text(zh=zh, en=en), looks)


INVARIANTS: Final[Mapping[str, Invariant]] = {
    "D1": _of("cases", "先告知、期满方可生效", "no effect before proven notice and its time"),
    "D2": _of("cases", "异议逐一答复", "every objection answered and named"),
    "D3": _of("cases", "两名无关的经办人", "two officers with no part in the case"),
    "D4": _of("cases", "依据在先，期限有度", "the rule was there before; the term is the law's"),
    "D5": _of("cases", "不利之事必由人签名", "nothing adverse but by a person's signature"),
    "D6": _of("cases", "告知与决定同一内容", "notice and decisions are about one content"),
    "D7": _of("cases", "期满即止", "nothing after the last day"),
    "D8": _of("cases", "移出即止，一事一录", "what is over stays over; one fact, one entry"),
    "D9": _of("cases", "复核由新的人按期作出", "review by somebody new, in time"),
    "D10": _of("cases", "时间与差错只利于主体", "time and error only help the subject"),
    "D11": _of("tests", "告知之后可阅全卷", "from notice on the whole dossier"),
    "C1": _of("runs", "只计同意者", "only who agreed is scored"),
    "C2": _of("tests", "参加不吃亏", "taking part leaves nobody worse off"),
    "C3": _of("tests", "未参加与退出不可分辨", "never joined and left look the same"),
    "C4": _of("tests", "删除后不可恢复", "nothing is left after erasure"),
    "C5": _of("tests", "禁止的数据不入规则", "no prohibited data in any rule"),
    "L1": _of("later", "查询限于用途", "look-ups for a purpose"),
    "L2": _of("later", "查询必留痕", "look-ups are recorded"),
    "L3": _of("later", "凭准确标识查询", "look-ups by exact identifier"),
    "L4": _of("later", "主体看得到查询", "subjects see look-ups"),
    "L5": _of("later", "答复有新近凭证", "answers with a fresh proof"),
    "E1": _of("editions", "日志只增不改", "the log only grows"),
    "E2": _of("tests", "重建结果相同", "rebuilding gives the same"),
    "E3": _of("deliveries", "收据即已保存，一次为限", "a receipt means kept, once"),
    "E4": _of("deliveries", "每一行都有下落", "every row is accounted for"),
    "E5": _of("cases", "证据存疑则不生效", "no effect on evidence in doubt"),
    "G1": _of("cases", "不足三人不能列入", "fewer than three people list nobody"),
    "G2": _of("events", "履职时在任", "in office at the moment of the act"),
    "G3": _of("events", "人的事件有本人签名", "people's events carry their signatures"),
    "G4": _of("cases", "事件写明自己的日子", "events state their own day"),
}
"""All of them, in the order of their groups: due process, consent, look-ups, evidence, governance."""

KEPT_UNDER: Final[Mapping[str, str]] = {
    "T12": "G1", "T15": "D6", "RF-3": "D4", "RF-4": "C5", "RF-6": "D5", "RF-9": "D4",
    "RF-11": "D9", "RF-12": "D9",
}  # fmt: skip
"""Rules of the rights floor and threats that monitors name, and under which invariant each counts."""
