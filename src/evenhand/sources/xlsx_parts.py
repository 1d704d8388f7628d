"""What the parts of an xlsx say that a reader of cells does not, found by streaming each once.

The extent is known before any library makes a grid, so that a single cell at XFD1048576 or a lying
dimension costs nothing; so is how much text the cells show when many share a long one. Worksheets
that no sheet points to count too: whatever a reader may open has been looked at.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass
from typing import IO, Final

from evenhand.sources.extent import (
    LONGEST_CELL,
    MOST_MARKED,
    MOST_SHEETS,
    Flooded,
    refuse_extent,
)
from evenhand.sources.reading_findings import CELL_TOO_LONG, FLOODED, TOO_MUCH_TEXT, UNREADABLE
from evenhand.sources.refusal import refused
from evenhand.sources.safe_xml import OddXml, feed, local, parser, root_of
from evenhand.sources.xlsx_plain import plain_facts
from evenhand.sources.xlsx_sheet import SheetFacts, read_sheet, shared_text

MOST_TEXT: Final = 512 * 1024 * 1024
"""Bytes of text that all cells together may show, however often they share one."""
LONGEST_SHARED: Final = 4 * 1024 * 1024
"""Bytes that one shared text may have, its formatting included."""

_ITEM: Final = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?si[\s/>]")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet of the workbook: its title, whether it is hidden, and what its part says."""

    title: str
    hidden: bool
    facts: SheetFacts


@dataclass(frozen=True, slots=True)
class XlsxParts:
    """A workbook's sheets in order, and whether its days count from 1904."""

    date1904: bool
    sheets: tuple[SheetPart, ...]


def read_xlsx_parts(data: bytes, name: str) -> XlsxParts:
    """Read the parts of an xlsx that passed the guard.

    Raises:
        DeliveryRefused: When they make no sense, or spread over more cells or text than is allowed.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            roots = {part: _root(parts, part) for part in parts.namelist()}
            workbook = next(part for part, root in roots.items() if root == "workbook")
            date1904, listed = _read_workbook(parts, workbook)
            sheets = _read_sheets(parts, roots, _resolved(parts, workbook, listed))
            used = [(s.title, s.facts.rows, s.facts.columns, s.facts.cells) for s in sheets]
            refuse_extent(used, name)
            _refuse_text(parts, roots, [s.facts for s in sheets], name)
            return XlsxParts(date1904, tuple(sheets[: len(listed)]))
    except Flooded as flooded:
        raise refused(FLOODED, name, sheet=flooded, allowed=f"{MOST_MARKED:,}") from None
    except (OddXml, KeyError, StopIteration, zipfile.BadZipFile):
        raise refused(UNREADABLE, name) from None


def _root(parts: zipfile.ZipFile, part: str) -> str:
    with parts.open(part) as opened:
        if not opened.read(256).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
            return ""
    with parts.open(part) as opened:
        return root_of(opened)


def _read_workbook(parts: zipfile.ZipFile, part: str) -> tuple[bool, list[tuple[str, bool, str]]]:
    """Return whether days count from 1904, and the sheets as (title, hidden, relation)."""
    date1904 = False
    listed: list[tuple[str, bool, str]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal date1904
        if local(tag) == "workbookPr":
            date1904 = attributes.get("date1904", "0") in ("1", "true", "on")
        elif local(tag) == "sheet":
            relation = next((v for k, v in attributes.items() if k.endswith(":id")), "")
            hidden = attributes.get("state", "visible") != "visible"
            listed.append((attributes["name"], hidden, relation))

    with parts.open(part) as opened:
        feed(parser(start), opened)
    if not 0 < len(listed) <= MOST_SHEETS:
        raise OddXml("no sheets, or too many")
    return date1904, listed


def _resolved(
    parts: zipfile.ZipFile, workbook: str, listed: list[tuple[str, bool, str]]
) -> list[tuple[str, bool, str]]:
    """Replace each sheet's relation by the part that it names."""
    folder, file = posixpath.split(workbook)
    by_lower = {part.lower(): part for part in parts.namelist()}
    targets: dict[str, str] = {}

    def start(tag: str, attributes: dict[str, str]) -> None:
        if local(tag) == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes["Target"].replace("\\", "/")
            path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            for candidate in (posixpath.normpath(path), posixpath.normpath(target)):
                if candidate.lower() in by_lower:
                    targets[attributes["Id"]] = by_lower[candidate.lower()]
                    return

    with parts.open(posixpath.join(folder, "_rels", f"{file}.rels")) as opened:
        feed(parser(start), opened)
    resolved = [(title, hidden, targets[relation]) for title, hidden, relation in listed]
    if len({part for _, _, part in resolved}) != len(resolved):
        raise OddXml("two sheets of one part")
    return resolved


def _read_sheets(
    parts: zipfile.ZipFile, roots: dict[str, str], listed: list[tuple[str, bool, str]]
) -> list[SheetPart]:
    """Stream the listed sheets in order, then worksheets that no sheet points to."""
    pointed = {part for _, _, part in listed}
    further = [
        (part, True, part)
        for part, root in roots.items()
        if root == "worksheet" and part not in pointed
    ]
    sheets = []
    for title, hidden, part in (*listed, *further):
        facts = SheetFacts()
        if roots[part] == "worksheet":
            facts = plain_facts(parts.read(part)) or SheetFacts()
        if roots[part] == "worksheet" and not facts.cells:
            with parts.open(part) as opened:
                facts = _streamed(opened, title)
        sheets.append(SheetPart(title, hidden, facts))
    return sheets


def _streamed(part: IO[bytes], title: str) -> SheetFacts:
    try:
        return read_sheet(part)
    except Flooded as flooded:
        flooded.args = (title,)
        raise


def _refuse_text(
    parts: zipfile.ZipFile, roots: dict[str, str], facts: list[SheetFacts], name: str
) -> None:
    """Refuse shared texts that would grow beyond measure when each cell gets its own copy."""
    shared = sum(one.shared for one in facts)
    lengths: list[int] = []
    for part, root in roots.items():
        if root == "sst" and shared * parts.getinfo(part).file_size > LONGEST_SHARED:
            items = _ITEM.split(parts.read(part))
            lengths = max(lengths, [len(item) for item in items[1:]], key=len)
    longest = max(lengths, default=0)
    if longest > LONGEST_SHARED:
        raise refused(CELL_TOO_LONG, name, allowed=f"{LONGEST_CELL:,}")
    if shared * longest <= MOST_TEXT:
        return
    shown = 0
    for part, root in roots.items():
        if root == "worksheet":
            with parts.open(part) as opened:
                shown += shared_text(opened, lengths)
            if shown > MOST_TEXT:
                allowed = f"{MOST_TEXT // 2**20} MiB"
                raise refused(TOO_MUCH_TEXT, name, read=f"> {allowed}", allowed=allowed)
