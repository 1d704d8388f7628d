"""Look through a text for what RF-4 prohibits: residents' numbers, phones, and the public term list.

What it guards: free text is where prohibited data come in although no column for them exists. What
it does not do: it does not prove a text clean, and what it finds may be harmless, which is why a
person settles the row. It returns kinds and places in the text, never the text itself.

- Laws in 《》 are not about anybody. A term inside a name that ends as organisations' and streets'
  names do (医院, 委员会, 公司, 路 …) is excused.
- Width, spaces, hyphens and hidden characters do not hide a number.

>>> [s.kind.code for s in suspect("当事人民族：回族，家住解放路1号")]
['E-TEXT-26', 'E-TEXT-32']
>>> suspect("临禾市民族宗教事务局；《残疾人保障法》第三条")
()
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from operator import add
from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.records.personal_numbers import personal_numbers
from evenhand.records.prohibited_terms import ENGLISH, TERMS, Term
from evenhand.rights.floor import enforces

_HIDDEN: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_BETWEEN_CHINESE: Final = re.compile(r"(?<=[\u4e00-\u9fff])[\s_.·-]+(?=[\u4e00-\u9fff])")
_GAP: Final = re.compile(r"[\s_.·-]")
_LAW: Final = re.compile(
    r"《[^《》]{2,60}?(?:法|条例|规定|办法|规则|标准|决定|通知|细则|解释|意见|典|规范|基准|规程)(?:\([^()]{1,20}\))?》"
)
_NAME_AFTER: Final = re.compile(
    r"[^,。;、:\s的在于与和是为被因有向对将从(]{0,10}?(?:(?:有限责任|有限|股份|总|分)公司|集团|医院|委员会|协会|学会|联合会|研究院|研究所|中心|"
    r"事务局|管理局|工作局|局|学校|学院|合作社|基金会|福利院|大厦|商店|商场|超市|诊所|药店|门诊部|支行|分行|银行)"
)
_PLACE_AFTER: Final = re.compile(
    r"(?:东|西|南|北|中|[一二三四五六七八九十]){0,2}(?:路|街|大道|巷|村|镇|广场|桥|社区|小区)"
)
_LETTERS: Final = re.compile(r"[A-Za-z]{3}")
_WORD: Final = re.compile(r"[a-z]{1,40}")


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Something prohibited that a text seems to hold; it says what and where, not which."""

    kind: Kind
    start: int
    end: int


def _by_beginning() -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = defaultdict(list)
    for term in TERMS:
        found[term.said[:2]].append(term)
    return {beginning: tuple(terms) for beginning, terms in found.items()}


def _by_first_word() -> dict[str, tuple[tuple[list[str], Term], ...]]:
    found: dict[str, list[tuple[list[str], Term]]] = defaultdict(list)
    for term in ENGLISH:
        phrase = [word.removesuffix("s") for word in term.said.split()]
        found[phrase[0]].append((phrase, term))
    return {word: tuple(terms) for word, terms in found.items()}


_TERMS: Final = _by_beginning()
_ENGLISH: Final = _by_first_word()
_FIRST: Final = frozenset(beginning[0] for beginning in _TERMS)


@enforces("RF-4")
def suspect(text: str) -> tuple[Suspicion, ...]:
    """Return what in a text seems to be prohibited, each kind once, in the order of the text.

    Places are those of the text in NFKC without hidden characters.
    """
    plain = text
    if not text.isascii():
        if not unicodedata.is_normalized("NFKC", text):
            plain = unicodedata.normalize("NFKC", text)
        plain = _HIDDEN.sub("", plain)
    found: dict[Kind, Suspicion] = {}
    for kind, start, end in personal_numbers(plain):
        found.setdefault(kind, Suspicion(kind, start, end))
    for kind, start, end in _terms_in(plain):
        found.setdefault(kind, Suspicion(kind, start, end))
    return tuple(sorted(found.values(), key=lambda s: (s.start, s.kind.code)))


def _terms_in(plain: str) -> list[tuple[Kind, int, int]]:
    found: list[tuple[Kind, int, int]] = []
    if not _FIRST.isdisjoint(plain):
        said = _LAW.sub(_blank, plain) if "《" in plain else plain
        tight = _BETWEEN_CHINESE.sub("", said) if _GAP.search(said) else said
        for one in dict.fromkeys((said, tight)):
            if not _TERMS.keys().isdisjoint(map(add, one, one[1:])):
                found += _chinese(one)
    if _LETTERS.search(plain):
        found += _english(plain.lower())
    return found


def _blank(law: re.Match[str]) -> str:
    return "《" + "〇" * (len(law[0]) - 2) + "》"


def _chinese(plain: str) -> list[tuple[Kind, int, int]]:
    found = []
    for at in range(len(plain) - 1):
        for term in _TERMS.get(plain[at : at + 2], ()):
            end = at + len(term.said)
            if plain.startswith(term.said, at) and not _excused(plain, at, end, term):
                found.append((term.kind, at, end))
    return found


def _english(low: str) -> list[tuple[Kind, int, int]]:
    spans = [(one.start(), one.end()) for one in _WORD.finditer(low)]
    words = [low[start:end].removesuffix("s") for start, end in spans]
    found: list[tuple[Kind, int, int]] = []
    if _ENGLISH.keys().isdisjoint(words):
        return found
    for at, word in enumerate(words):
        for phrase, term in _ENGLISH.get(word, ()):
            stop = at + len(phrase)
            said = words[at:stop] == phrase
            if said and not (stop < len(words) and words[stop] in term.not_before):
                found.append((term.kind, spans[at][0], spans[stop - 1][1]))
    return found


def _excused(plain: str, start: int, end: int, term: Term) -> bool:
    before, after = plain[max(0, start - 3) : start], plain[end : end + 16]
    return (
        (bool(term.not_after) and before.endswith(term.not_after))
        or (bool(term.not_before) and after.startswith(term.not_before))
        or _NAME_AFTER.match(after) is not None
        or _PLACE_AFTER.match(after) is not None
    )
