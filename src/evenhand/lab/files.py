"""Make the files of the model city: every fact on its line, before anything goes wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from evenhand.lab.bodies import AUTHORITIES, PublicBody
from evenhand.lab.chance import Chance
from evenhand.lab.enterprises import Enterprise
from evenhand.lab.facts import Fact
from evenhand.lab.filling import Entry, Party, writer
from evenhand.lab.people import Resident
from evenhand.lab.sendings import ABOUT_ORGANISATIONS, Sending, SheetPlan
from evenhand.lab.sendings_people import ABOUT_BODIES, ABOUT_RESIDENTS, CONSENTS
from evenhand.lab.sheets import Cell, File, Line, Page

SENDINGS: Final = (CONSENTS, *ABOUT_ORGANISATIONS, *ABOUT_BODIES, *ABOUT_RESIDENTS)


class Parties:
    """Whom facts are about and who issued them, as clerks write them."""

    def __init__(
        self,
        enterprises: Sequence[Enterprise],
        bodies: Sequence[PublicBody],
        residents: Sequence[Resident],
    ) -> None:
        self._enterprises = [Party(e.name, e.uscc, e.representative) for e in enterprises]
        self._bodies = [Party(b.name, b.uscc) for b in bodies]
        self._residents = [Party(r.name, r.number) for r in residents]
        self._agencies = {
            name: party for (name, _, _), party in zip(AUTHORITIES, self._bodies, strict=False)
        }

    def of(self, sending: Sending) -> Sequence[Party]:
        """Return whom the facts in a file can be about, by their places in the city."""
        if sending.about == "enterprises":
            return self._enterprises
        return self._bodies if sending.about == "bodies" else self._residents

    def agency(self, fact: Fact) -> Party:
        """Return who issued a fact's document."""
        return self._agencies[fact.authority]


def make_files(seed: int, facts: Iterable[Fact], parties: Parties) -> list[File]:
    """Put each fact on a line of the file that its authority would send, by day of reporting."""
    by_record: Mapping[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_record[fact.record].append(fact)
    return [_file(Chance(seed, f"file {s.file}"), s, by_record, parties) for s in SENDINGS]


def _file(
    chance: Chance, sending: Sending, facts: Mapping[str, list[Fact]], parties: Parties
) -> File:
    pages = [
        _page(chance, sending, sheet, facts[sheet.record], parties) for sheet in sending.sheets
    ]
    return File(sending.source, sending.file, sending.format, pages)


def _page(
    chance: Chance, sending: Sending, sheet: SheetPlan, facts: Sequence[Fact], parties: Parties
) -> Page:
    chosen = [fact for fact in facts if sheet.of in ("", fact.authority)]
    chosen.sort(key=lambda fact: (fact.reported, fact.document))
    keys = tuple(key for _, key in sheet.layout)
    page = Page(sheet.name, keys, list(_above(sheet)), [])
    about = parties.of(sending)
    writers = [writer(key) for key in keys]
    for order, fact in enumerate(chosen, 1):
        agency = parties.agency(fact)
        entry = Entry(fact, about[fact.subject], agency, order, sheet.days, chance)
        page.lines.append(Line([write(entry) for write in writers], fact))
    if sheet.title:
        page.merged.append((1, 1, 1, len(keys)))
    return page


def _above(sheet: SheetPlan) -> Iterator[list[Cell]]:
    """Yield the rows above the lines: a title and who filled it in, where there is one; the head."""
    width = len(sheet.layout)
    if sheet.title:
        yield [sheet.title, *[None] * (width - 1)]
        yield ["填报日期：2026年3月2日", *[None] * (width - 1)]
    yield [head for head, _ in sheet.layout]
