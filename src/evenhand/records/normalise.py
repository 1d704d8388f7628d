r"""Bring what was typed to one form, and say what was done to it.

Pure functions from the text of a cell to its cleaned value and the kinds of what was noticed. The
caller gives each kind its place. A value whose notes contain a kind that holds must not be used:
what people see in that cell may not be what is written there.

- A text keeps its characters (NFC); tabs, line breaks, odd spaces and zero-width characters go.
- A name is a text whose full-width letters and digits become ordinary ones; brackets stay as typed.
- A code is brought to NFKC and has no spaces; capitals and hyphens stay as typed.

>>> name("临禾市\n食品（Ｂ）厂").value
'临禾市食品（B）厂'
>>> code(" ９１ 000000\u200bMA0000001R").value
'91000000MA0000001R'
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.records.text_findings import (
    CAPITALISED,
    CLEANED,
    HIDDEN_CHARACTERS,
    LOST_CHARACTERS,
    NARROWED,
    PRIVATE_CHARACTERS,
)

_INVISIBLE: Final = re.compile("[\u200b-\u200d\u2060\ufeff]")
_BREAKS: Final = re.compile("[\t\r\n\u2028\u2029]")
_SPACES: Final = re.compile("[ \t\r\n\u2028\u2029\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_ODD_SPACE: Final = re.compile("[\t\r\n\u2028\u2029\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|  ")
_WIDE: Final = re.compile(
    "[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
_PLAIN: Final = re.compile(r"[ -~\u4e00-\u9fff（）、，。；：《》“”〔〕]*")
_FULL_WIDTH: Final = {0xFF10 + i: 0x30 + i for i in range(10)} | {
    first + i: base + i for first, base in ((0xFF21, 0x41), (0xFF41, 0x61)) for i in range(26)
}


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned value, and what was noticed while cleaning it.

    Attributes:
        notes: Kinds without a place; ``characters`` fills the ``read`` of those that quote.
        characters: The suspicious characters by number, such as ``U+202E``.
    """

    value: str
    notes: tuple[Kind, ...] = ()
    characters: str = ""

    @property
    def usable(self) -> bool:
        """Say whether nothing was found that holds the row."""
        return all(kind.weight != "holds" for kind in self.notes)


def text(raw: str) -> Cleaned:
    """Clean a text of any kind; what it says stays as typed."""
    stripped = raw.strip(" ")
    if _PLAIN.fullmatch(stripped) and "  " not in stripped:
        return Cleaned(stripped)
    seen = unicodedata.normalize("NFC", _INVISIBLE.sub("", raw))
    spaced = _SPACES.sub(_one_space, seen).strip(" ")
    notes: list[Kind] = []
    if _INVISIBLE.search(raw) or _ODD_SPACE.search(seen.strip(" ")):
        notes.append(CLEANED)
    suspicious, characters = _suspicious(spaced)
    return Cleaned(spaced, (*notes, *suspicious), characters)


def name(raw: str) -> Cleaned:
    """Clean a name; full-width letters and digits become ordinary ones."""
    cleaned = text(raw)
    narrow = cleaned.value.translate(_FULL_WIDTH)
    if narrow == cleaned.value:
        return cleaned
    return Cleaned(narrow, (*cleaned.notes, NARROWED), cleaned.characters)


def code(raw: str) -> Cleaned:
    """Clean an identifier or code: NFKC, no spaces inside; letters keep their case."""
    cleaned = text(raw)
    narrow = unicodedata.normalize("NFKC", cleaned.value)
    bare = unicodedata.normalize("NFKC", _SPACES.sub("", narrow))
    notes = list(cleaned.notes)
    if narrow != cleaned.value:
        notes.append(NARROWED)
    if bare != narrow and CLEANED not in notes:
        notes.append(CLEANED)
    return Cleaned(bare, tuple(notes), cleaned.characters)


def uscc(raw: str) -> Cleaned:
    """Clean a unified social credit code: a code in capitals."""
    cleaned = code(raw)
    upper = unicodedata.normalize("NFKC", cleaned.value.upper())
    if upper == cleaned.value:
        return cleaned
    return Cleaned(upper, (*cleaned.notes, CAPITALISED), cleaned.characters)


def _one_space(found: re.Match[str]) -> str:
    """Put one space, or none where a line broke between two Chinese characters."""
    before, after = found.start() - 1, found.end()
    between = (
        before >= 0
        and after < len(found.string)
        and _WIDE.match(found.string[before])
        and _WIDE.match(found.string[after])
    )
    return "" if between and _BREAKS.search(found[0]) else " "


def _suspicious(value: str) -> tuple[tuple[Kind, ...], str]:
    found: dict[Kind, list[str]] = {}
    for character in value:
        category = unicodedata.category(character)
        if character == "\ufffd":
            found.setdefault(LOST_CHARACTERS, [])
        elif category == "Co":
            found.setdefault(PRIVATE_CHARACTERS, []).append(character)
        elif category[0] == "C":
            found.setdefault(HIDDEN_CHARACTERS, []).append(character)
    named = dict.fromkeys(c for characters in found.values() for c in characters)
    return tuple(found), ", ".join(f"U+{ord(c):04X}" for c in list(named)[:5])
