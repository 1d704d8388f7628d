"""Read a calendar of working days from YAML, or say everything that is wrong with it.

``shipped/calendars/china.yaml`` shows the form. Each year names the notice that its days come from.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final

from evenhand.kernel.calendars import Calendar, MonthDay
from evenhand.kernel.errors import BadInput
from evenhand.kernel.findings import Finding, Kind, Place, found
from evenhand.kernel.periods import ONE_DAY, Day
from evenhand.kernel.text import Text
from evenhand.sources.calendar_findings import (
    CAL_MISSING,
    CAL_NOT_SHIFTED,
    CAL_OTHER_YEAR,
    CAL_TWICE,
    CAL_UNKNOWN_KEY,
    CAL_VALUE,
)
from evenhand.sources.strict_yaml import Node, read_yaml

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
OF_COUNTRY: Final = {"CN": "china", "DE": "germany"}
"""Which shipped calendar a jurisdiction counts by, by the country that its name begins with (ISO 3166)."""
_KEYS: Final = ("calendar", "title", "weekend", "years", "may_rest")
_YEAR_KEYS: Final = ("year", "source", "rest", "work")
_LEAP_YEAR: Final = 2024
"""A month day may be 29 February."""


def read_calendar(data: bytes, file: str) -> Calendar:
    """Read one calendar.

    Args:
        data: The file's bytes.
        file: What findings call it.

    Raises:
        BadInput: With every finding.
    """
    return _Reader(file).read(read_yaml(data, file))


def shipped_calendar(name: str) -> Calendar:
    """Read a calendar that comes with Evenhand, such as ``china``.

    Raises:
        BadInput: When there is none of that name.
    """
    known = shipped_calendars()
    if name not in known:
        raise BadInput(
            Text(
                zh=f"没有名为“{name}”的日历。可用：{'、'.join(known)}。",
                en=f'There is no calendar "{name}". There are: {", ".join(known)}.',
            )
        )
    return read_calendar((_folder() / f"{name}.yaml").read_bytes(), f"{name}.yaml")


def shipped_calendars() -> tuple[str, ...]:
    """Names of the calendars that come with Evenhand."""
    names = (file.name for file in _folder().iterdir())
    return tuple(sorted(name[:-5] for name in names if name.endswith(".yaml")))


def calendar_of(jurisdiction: str) -> str:
    """The calendar that a jurisdiction such as ``CN-LINHE`` counts by, by its country.

    Raises:
        BadInput: When no shipped calendar is of that country; deadlines are never guessed.
    """
    country = jurisdiction.partition("-")[0].upper()
    if country not in OF_COUNTRY:
        raise BadInput(
            Text(
                zh=f"地域“{jurisdiction}”没有工作日历。地域以国家代码开头（{'、'.join(OF_COUNTRY)}），"
                f"或用 --calendar 写明：{'、'.join(shipped_calendars())}。",
                en=f'There is no calendar of working days for the jurisdiction "{jurisdiction}". It begins '
                f"with a country code ({', '.join(OF_COUNTRY)}), or say which with --calendar: "
                f"{', '.join(shipped_calendars())}.",
            )
        )
    return OF_COUNTRY[country]


def _folder() -> Traversable:
    return resources.files("evenhand") / "shipped" / "calendars"


class _Reader:
    """One reading of one file: what was found wrong so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []

    def read(self, root: Node) -> Calendar:
        parts = self._map(root, _KEYS, required=("calendar", "title", "weekend", "years"))
        name = self._text(parts.get("calendar"))
        title = self._words(parts.get("title"))
        weekend = frozenset(self._weekdays(parts.get("weekend")))
        rest: set[Day] = set()
        work: set[Day] = set()
        years: set[int] = set()
        for node in self._list(parts.get("years")):
            self._year(node, years, rest, work, weekend)
        may_rest = tuple(self._month_days(parts.get("may_rest")))
        if self.findings:
            raise BadInput(
                Text(
                    zh=f"日历“{self.file}”不能使用，发现 {len(self.findings)} 个问题。",
                    en=f'The calendar "{self.file}" cannot be used; '
                    f"{len(self.findings)} things are wrong with it.",
                ),
                self.findings,
            )
        return Calendar(
            name, title, weekend, frozenset(years), frozenset(rest), frozenset(work), may_rest
        )

    def _year(
        self, node: Node, years: set[int], rest: set[Day], work: set[Day], weekend: frozenset[int]
    ) -> None:
        parts = self._map(node, _YEAR_KEYS, required=("year", "source", "rest", "work"))
        self._words(parts.get("source"))
        said = parts.get("year")
        if said is None:
            return
        written = self._text(said)
        if not re.fullmatch(r"20[0-9]{2}", written):
            self._find(CAL_VALUE, said, read=written, allowed="2024")
            return
        year = int(written)
        if year in years:
            self._find(CAL_TWICE, said, read=year)
        years.add(year)
        for of, at in self._days(parts.get("rest"), year):
            self._add(of, at, rest, rest | work)
        for of, at in self._days(parts.get("work"), year):
            if of.weekday() not in weekend:
                self._find(CAL_NOT_SHIFTED, at, read=of)
            self._add(of, at, work, rest | work)

    def _add(self, of: Day, at: Node, into: set[Day], known: set[Day]) -> None:
        if of in known:
            self._find(CAL_TWICE, at, read=of)
        into.add(of)

    def _days(self, node: Node | None, year: int) -> Iterator[tuple[Day, Node]]:
        """Every day of a list of days and ranges, with the place that says it."""
        for item in self._list(node):
            written = self._text(item)
            first, _, last = written.partition(" to ")
            try:
                day, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
            except ValueError:
                self._find(CAL_VALUE, item, read=written, allowed=f"{year}-01-01")
                continue
            if end < day or day.year != year or end.year != year:
                self._find(CAL_OTHER_YEAR, item, read=written, allowed=year)
                continue
            while day <= end:
                yield day, item
                day += ONE_DAY

    def _month_days(self, node: Node | None) -> Iterator[tuple[MonthDay, MonthDay]]:
        for item in self._list(node) if node is not None else ():
            written = self._text(item)
            try:
                ends = [
                    dt.date.fromisoformat(f"{_LEAP_YEAR}-{part}") for part in written.split(" to ")
                ]
                first, last = ends
                if last < first:
                    raise ValueError
            except ValueError:
                self._find(CAL_VALUE, item, read=written, allowed="01-18 to 03-01")
                continue
            yield (first.month, first.day), (last.month, last.day)

    def _weekdays(self, node: Node | None) -> Iterator[int]:
        for item in self._list(node):
            written = self._text(item)
            if written in WEEKDAYS:
                yield WEEKDAYS.index(written)
            else:
                self._find(CAL_VALUE, item, read=written, allowed=", ".join(WEEKDAYS))

    def _map(
        self, node: Node, known: tuple[str, ...], required: tuple[str, ...]
    ) -> dict[str, Node]:
        if not isinstance(node.value, dict):
            self._find(CAL_VALUE, node, read=node.plain(), allowed=", ".join(known))
            return {}
        for key, (line, column) in node.keys.items():
            if key not in known:
                nearest = difflib.get_close_matches(key, known, 1, 0)[0]
                place = Place(self.file, None, line, column)
                self.findings.append(found(CAL_UNKNOWN_KEY, place, read=key, nearest=nearest))
        for key in required:
            if key not in node.value:
                self._find(CAL_MISSING, node, allowed=key)
        return node.value

    def _list(self, node: Node | None) -> list[Node]:
        if node is None:
            return []
        if not isinstance(node.value, list):
            self._find(CAL_VALUE, node, read=node.plain(), allowed="[…, …]")
            return []
        return node.value

    def _text(self, node: Node | None) -> str:
        if node is None:
            return ""
        if not isinstance(node.value, str) or not node.value.strip():
            self._find(CAL_VALUE, node, read=node.plain(), allowed="abc")
            return ""
        return node.value

    def _words(self, node: Node | None) -> Text:
        """A text in both languages; a placeholder when findings say that it is none."""
        if node is not None:
            parts = self._map(node, ("zh", "en"), required=("zh", "en"))
            zh, en = self._text(parts.get("zh")), self._text(parts.get("en"))
            if zh and en:
                return Text(zh=zh, en=en)
        return Text(zh="？", en="?")

    def _find(self, kind: Kind, node: Node, **values: object) -> None:
        place = Place(self.file, None, node.line, node.column)
        self.findings.append(found(kind, place, **values))
