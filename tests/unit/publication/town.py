"""A small town's editions: two lists of organisations, one scheme, one key, a clock that stands."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from evenhand.kernel.codes import uscc_check_character
from evenhand.kernel.ids import AuthorityId, CaseId, EntryId, ListId, RecordId, SchemeId, SubjectId
from evenhand.kernel.periods import Days, Moment, Span
from evenhand.kernel.text import Text
from evenhand.keys.signing import PrivateKey
from evenhand.lists.disclose import Disclosed, Identified, disclose
from evenhand.lists.entry import Entry
from evenhand.publication.edition import (
    EditionContent,
    Past,
    PublicList,
    PublicScheme,
    Publisher,
    assemble,
)
from evenhand.publication.manifest import TALLY, RegisterCard
from evenhand.publication.publish import publish, read_past
from evenhand.publication.reading import Folder
from evenhand.publication.sign import NoteKey
from evenhand.schemes.scheme import Article, Repair

KEY = PrivateKey.from_chance(b"\x01" * 32)
OTHER_KEY = PrivateKey.from_chance(b"\x02" * 32)
PUBLISHER = Publisher(KEY, b"\x07" * 32)
ORIGIN = "linhe.example/log"
NAMED = NoteKey(ORIGIN, KEY.public)
MADE = dt.datetime(2026, 3, 30, 1, 0, tzinfo=dt.UTC)
NOW = dt.datetime(2026, 3, 31, 12, 0, tzinfo=dt.UTC)
UNTIL = dt.datetime(2026, 4, 6, 1, 0, tzinfo=dt.UTC)
SCHEME = SchemeId("linhe-compliance")
FOOD, TAX = ListId("food-safety-serious"), ListId("tax-serious")
LAW = Article(Text(zh="《食品安全法》", en="Food Safety Law"), "art. 123")
CARD = RegisterCard(
    name=Text(zh="临禾市信用登记", en="Linhe register"),
    origin=ORIGIN,
    kind="demonstration",
    jurisdiction="Linhe",
    time_zone="Asia/Shanghai",
)


def uscc(number: int, first: str = "91000000") -> str:
    """An enterprise's code with area 000000."""
    body = f"{first}{number:09d}"
    return body + uscc_check_character(body)


def entry(number: int, on: ListId = FOOD, last: str = "2029-03-26") -> Entry:
    """The entry of company ``number``."""
    digits = hashlib.sha256(f"{on} {number}".encode()).hexdigest()[:16]
    return Entry(
        entry=EntryId("E-" + digits),
        case=CaseId("C-" + digits),
        subject=SubjectId(number + 1),
        subjects="enterprise",
        list=on,
        kind="black",
        topic="food-safety" if on == FOOD else "tax",
        scheme=SCHEME,
        version="2026.1",
        authority=AuthorityId("linhe-market-bureau"),
        legal_basis=(LAW,),
        term=Days.through(dt.date(2026, 3, 27), dt.date.fromisoformat(last)),
        decided_on=dt.date(2026, 3, 27),
        decisions=(3 * number + 5, 3 * number + 6),
        records=(RecordId(1000 + number),),
        measures=("inspect-more-often",),
        purposes=("food-licence-review",),
        repair=Repair(Span(12, "month"), ("penalty_performed",)),
        visibility="public",
    )


def company(number: int) -> Identified:
    """Who company ``number`` is."""
    return Identified("enterprise", "uscc", uscc(number), f"临禾第{number}食品有限公司")


def shown(numbers: Sequence[int], on: ListId = FOOD, last: str = "2029-03-26") -> list[Disclosed]:
    return [disclose(entry(n, on, last), company(n)) for n in numbers]


def figures(in_force: int, **more: int) -> dict[str, int]:
    """Figures that add up: everybody was told and listed."""
    counted = dict.fromkeys(TALLY, 0) | {"in_force": in_force} | more
    ended = sum(counted[name] for name in ("in_force", "suspended", "ended", "removed"))
    counted["listed"] = ended
    counted["proposed"] = counted["noticed"] = ended + counted["open"]
    return counted


def scheme(version: str = "2026.1") -> PublicScheme:
    return PublicScheme(
        scheme=SCHEME,
        version=version,
        title=Text(zh="临禾市企业信用评价办法", en="Linhe enterprise compliance scheme"),
        authority="linhe-credit-office",
        public_since=dt.date(2025, 1, 6),
        first_day=dt.date(2025, 3, 1),
        last_day=None,
        file=f"scheme: linhe-compliance\nversion: {version}\n".encode(),
        sentences=Text(
            zh="食品安全严重违法的，列入名单。\n", en="Serious food offences are listed.\n"
        ),
    )


def public_list(on: ListId, entries: Sequence[Disclosed], withheld: int = 0) -> PublicList:
    return PublicList(
        scheme=SCHEME,
        list=on,
        title=Text(zh="食品安全严重失信主体名单", en="Serious food-safety offences"),
        kind="black",
        topic="food-safety" if on == FOOD else "tax",
        entries=tuple(entries),
        withheld=withheld,
        tally=figures(len(entries) + withheld),
    )


def content(
    food: Sequence[int] = range(30), tax: Sequence[int] = range(5), number: int = 1
) -> EditionContent:
    return EditionContent(
        number=number,
        register=CARD,
        made_at=MADE + dt.timedelta(days=number - 1),
        use_until=UNTIL + dt.timedelta(days=number - 1),
        lists=(public_list(TAX, shown(tax, TAX), withheld=2), public_list(FOOD, shown(food))),
        schemes=(scheme(),),
    )


def published(target: Path, of: EditionContent | None = None, past: Past | None = None) -> Path:
    """Publish and return the edition's folder."""
    edition, _ = publish(target, of or content(), PUBLISHER, past)
    return edition.folder


def second(target: Path, food: Sequence[int] = range(1, 32)) -> Path:
    """Publish two editions; company 0 left the list and company 30, 31 came."""
    published(target)
    return published(target, content(food, number=2), read_past(target, 1, NAMED))


def forged(folder: Path, of: EditionContent, past: Past | None = None) -> Path:
    """Write an edition with the register's own key and without its guards."""

    def write(path: str, data: bytes) -> None:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

    assemble(of, PUBLISHER, past, write)
    return folder


def everything(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by path."""
    return {path: (folder / path).read_bytes() for path in Folder(folder).paths()}


def later(of: EditionContent, days: int) -> Moment:
    return of.made_at + dt.timedelta(days=days)


def with_fields(one: Disclosed, **changes: object) -> Disclosed:
    """A disclosed entry with other fields than the allow-list gave it."""
    return replace(one, fields={**one.fields, **changes})  # type: ignore[dict-item]
