"""Say what is wrong with the columns of a sheet whose head was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Final

from evenhand.kernel.findings import Finding, Place, found
from evenhand.kernel.text import Text
from evenhand.rights.floor import enforces
from evenhand.sources.contract import Unit, plain_head
from evenhand.sources.delivery import MatchedColumn, MatchedSheet
from evenhand.sources.heads import Head
from evenhand.sources.match_findings import (
    COL_HIDDEN,
    COL_MISSING,
    COL_NAMELESS,
    COL_PROHIBITED,
    COL_RETYPED,
    COL_TWICE,
    COL_UNIT,
    COL_UNKNOWN,
)
from evenhand.sources.prohibited_names import prohibited_matter
from evenhand.sources.shapes import SHAPES, retyped

_UNITS: Final[dict[Unit, Text]] = {
    "yuan": Text(zh="元", en="yuan"),
    "10k-yuan": Text(zh="万元", en="10,000 yuan"),
}


def column_findings(made: MatchedSheet, head: Head, file: str) -> Iterator[Finding]:
    """Say everything about the columns of one sheet: missing, new, doubled, retyped, prohibited."""
    place = Place(file, made.sheet.name, head.last)
    yield from _missing(head, place)
    yield from _unread(made, head, place)
    first: dict[str, MatchedColumn] = {}
    for matched in made.columns:
        at = Place(file, made.sheet.name, head.last, matched.index)
        earlier = first.setdefault(matched.column.field, matched)
        if earlier is not matched:
            yield found(COL_TWICE, at, read=_said(matched.head), other=_said(earlier.head))
        if matched.index in made.sheet.hidden_columns:
            yield found(COL_HIDDEN, at, read=_said(matched.head))
        if matched.column.unit and _names_other_unit(matched):
            allowed = _UNITS[matched.column.unit].zh
            yield found(COL_UNIT, at, read=_said(matched.head), allowed=allowed)
        yield from _retyped(made, matched, at)


def _missing(head: Head, place: Place) -> Iterator[Finding]:
    """Name each required column that is not there, with the nearest head that nothing claims."""
    free = [
        _said(text)
        for column, text in head.texts.items()
        if column not in head.mapped and column not in head.closed
    ]
    for name in head.missing():
        alternatives = [c for c in head.layout.columns if c.field == name]
        spellings = [s for column in alternatives for s in column.spellings]
        yield found(
            COL_MISSING, place, allowed=spellings[0], nearest=_nearest(spellings, free) or "—"
        )


def _nearest(spellings: Iterable[str], heads: Iterable[str], at_least: float = 0.5) -> str | None:
    """The head that is nearest to any spelling, compared as heads are; else nearest to the first."""
    by_form = {plain_head(head): head for head in heads}
    forms = [plain_head(spelling) for spelling in spellings]
    for cutoff in (at_least, 0.0):
        closest = [m for form in forms for m in get_close_matches(form, by_form, 1, cutoff)]
        if closest:
            return by_form[closest[0]]
    return None


@enforces("RF-4")
def _unread(made: MatchedSheet, head: Head, place: Place) -> Iterator[Finding]:
    """Refuse prohibited heads that are not waived, and warn about what is not read."""
    spellings = [s for column in head.layout.columns for s in column.spellings]
    for index in range(1, made.sheet.width + 1):
        if index in head.mapped or index in head.closed:
            continue
        at = Place(place.file, place.sheet, head.last, index)
        text = head.texts.get(index)
        if text is None:
            if _has_data(made, index):
                yield found(COL_NAMELESS, at)
            continue
        matter = prohibited_matter(plain_head(text))
        if matter:
            yield found(
                COL_PROHIBITED,
                at,
                read=_said(text),
                matter_zh=matter.title.zh,
                matter_en=matter.title.en,
            )
        else:
            nearest = _nearest([text], spellings) or "—"
            yield found(COL_UNKNOWN, at, read=_said(text), nearest=nearest)


def _has_data(made: MatchedSheet, index: int) -> bool:
    return any(
        kind == "data" and row[index - 1] is not None
        for kind, row in zip(made.kinds, made.sheet.rows, strict=True)
    )


def _retyped(made: MatchedSheet, matched: MatchedColumn, place: Place) -> Iterator[Finding]:
    cells = (
        row[matched.index - 1]
        for kind, row in zip(made.kinds, made.sheet.rows, strict=True)
        if kind == "data"
    )
    belied = retyped(matched.column, cells)
    if belied:
        seen, allowed = SHAPES[belied.seen], belied.allowed
        yield found(
            COL_RETYPED,
            place,
            read=_said(matched.head),
            count=belied.count,
            of=belied.of,
            seen_zh=seen.zh,
            seen_en=seen.en,
            allowed_zh=allowed.zh,
            allowed_en=allowed.en,
        )


def _names_other_unit(matched: MatchedColumn) -> bool:
    """Say whether a head names yuan where the contract says 10,000 yuan, or the reverse."""
    head = plain_head(matched.head)
    names_large, names_small = "万元" in head, "元" in head.replace("万元", "")
    if matched.column.unit == "10k-yuan":
        return names_small and not names_large
    return names_large and not names_small


def _said(head: str) -> str:
    """A head on one line, for a sentence."""
    return " ".join(head.split())[:80]
