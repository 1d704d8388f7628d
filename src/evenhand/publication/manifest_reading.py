"""Read a manifest back: exactly the form that ``Manifest.as_bytes`` writes, or a finding.

Each field is read by its type and must look right; then the whole is written again and must give
the same bytes, so that no field is passed over and nothing can be said in two ways.
"""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import Any, Literal, NoReturn, cast

from evenhand.kernel.errors import BadInput
from evenhand.kernel.findings import Place
from evenhand.kernel.periods import Day, Moment, day, moment
from evenhand.kernel.text import Text
from evenhand.publication import log_findings
from evenhand.publication.failing import failed
from evenhand.publication.layout import MANIFEST, MOST_SHARDS, SHARD_ENTRIES, may_be_listed
from evenhand.publication.manifest import (
    FORM,
    LONGEST_USE,
    TALLY,
    FileRow,
    ListRow,
    Manifest,
    Previous,
    RegisterCard,
    SchemeRow,
)

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?")
_VERSION = re.compile(r"[^\x00-\x1f]{1,64}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_ANY = re.compile(r"[^\x00-\x1f]{1,2000}")
_LARGEST = 2**53 - 1


def read_manifest(data: bytes) -> Manifest:
    """Read the bytes of ``manifest.json``.

    Raises:
        ProofFailed: Naming the first field that is missing, malformed or not in canonical form.
    """
    try:
        value = json.loads(data.decode())
    except (ValueError, RecursionError):
        _refuse("manifest", "JSON")
    try:
        manifest = _manifest(_Part("", value))
        same = manifest.as_bytes() == data
    except (ValueError, OverflowError):
        same = False
    if not same:
        _refuse("manifest", "RFC 8785")
    return manifest


class _Part:
    """One value of the manifest and the path that leads to it."""

    __slots__ = ("_value", "path")

    def __init__(self, path: str, value: Any) -> None:
        self.path = path
        self._value = value

    def __getitem__(self, name: str) -> _Part:
        if not isinstance(self._value, dict) or name not in self._value:
            self.refuse(f"{name}: —")
        return _Part(f"{self.path}.{name}".lstrip("."), self._value[name])

    def each(self, most: int = 1_000_000) -> list[_Part]:
        if not isinstance(self._value, list) or len(self._value) > most:
            self.refuse()
        return [_Part(f"{self.path}[{at}]", one) for at, one in enumerate(self._value)]

    def is_none(self) -> bool:
        return self._value is None

    def text(self, form: re.Pattern[str] = _ANY) -> str:
        if not isinstance(self._value, str) or not form.fullmatch(self._value):
            self.refuse()
        return self._value

    def count(self, least: int = 0, most: int = _LARGEST) -> int:
        if type(self._value) is not int or not least <= self._value <= most:
            self.refuse()
        return self._value

    def both(self) -> Text:
        try:
            return Text(zh=self["zh"].text(), en=self["en"].text())
        except ValueError:
            self.refuse()

    def day(self) -> Day:
        try:
            return day(self.text())
        except BadInput:
            self.refuse()

    def moment(self) -> Moment:
        try:
            return moment(self.text())
        except (BadInput, OverflowError):
            self.refuse()

    def refuse(self, read: str = "") -> NoReturn:
        _refuse(self.path, read or repr(self._value)[:80])


def _refuse(field: str, read: str) -> NoReturn:
    raise failed(log_findings.NO_MANIFEST, Place(MANIFEST), field=field, read=read)


def _manifest(part: _Part) -> Manifest:
    if part["form"].text() != FORM:
        part["form"].refuse()
    previous = part["previous"]
    manifest = Manifest(
        number=part["number"].count(least=1),
        register=_card(part["register"]),
        made_at=part["made_at"].moment(),
        use_until=part["use_until"].moment(),
        utc_offset=part["utc_offset"].count(-900, 900),
        log_size=part["log_size"].count(least=1),
        previous=None if previous.is_none() else _previous(previous),
        lists=tuple(_list(one) for one in part["lists"].each()),
        schemes=tuple(_scheme(one) for one in part["schemes"].each()),
        files=tuple(_file(one) for one in part["files"].each()),
    )
    _in_order(part["lists"], [(row.scheme, row.list) for row in manifest.lists])
    _in_order(part["schemes"], [(row.scheme, row.version) for row in manifest.schemes])
    _in_order(part["files"], [(row.path,) for row in manifest.files])
    if not manifest.made_at < manifest.use_until <= manifest.made_at + LONGEST_USE:
        part["use_until"].refuse()
    return manifest


def _in_order(part: _Part, keys: list[tuple[str, ...]]) -> None:
    for earlier, later in pairwise(keys):
        if earlier >= later:
            part.refuse(f"{'/'.join(earlier)}, {'/'.join(later)}")


def _card(part: _Part) -> RegisterCard:
    kind = part["kind"].text()
    if kind not in ("official", "demonstration"):
        part["kind"].refuse()
    return RegisterCard(
        name=part["name"].both(),
        origin=part["origin"].text(),
        kind=cast("Literal['official', 'demonstration']", kind),
        jurisdiction=part["jurisdiction"].text(),
        time_zone=part["time_zone"].text(),
    )


def _previous(part: _Part) -> Previous:
    note = re.compile(r"(?:[^\x00-\x09\x0b-\x1f]|\n){1,65536}")
    return Previous(part["number"].count(least=1), part["checkpoint"].text(note))


def _list(part: _Part) -> ListRow:
    return ListRow(
        scheme=part["scheme"].text(_NAME),
        list=part["list"].text(_NAME),
        title=part["title"].both(),
        kind=part["kind"].text(re.compile("black|red")),
        topic=part["topic"].text(_NAME),
        published=part["published"].count(),
        withheld=part["withheld"].count(),
        shards=tuple(
            one.count(least=1, most=SHARD_ENTRIES) for one in part["shards"].each(MOST_SHARDS)
        ),
        tally={name: part["tally"][name].count() for name in TALLY},
    )


def _scheme(part: _Part) -> SchemeRow:
    last = part["last_day"]
    return SchemeRow(
        scheme=part["scheme"].text(_NAME),
        version=part["version"].text(_VERSION),
        title=part["title"].both(),
        authority=part["authority"].text(_NAME),
        public_since=part["public_since"].day(),
        first_day=part["first_day"].day(),
        last_day=None if last.is_none() else last.day(),
        digest=part["digest"].text(_DIGEST),
    )


def _file(part: _Part) -> FileRow:
    path = part["path"].text()
    if not may_be_listed(path):
        part["path"].refuse()
    return FileRow(path, part["bytes"].count(), part["sha256"].text(_DIGEST))
