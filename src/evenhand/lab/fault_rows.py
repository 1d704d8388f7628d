"""Faults of whole rows: notes among the data, people among companies, repeats, hidden rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from evenhand.kernel.codes import organisation_code_in, resident_check_character
from evenhand.lab.chance import Chance
from evenhand.lab.enterprises import made_up_uscc
from evenhand.lab.faults import Faults, OpenCells, Outcome, Planted
from evenhand.lab.people import AREA
from evenhand.lab.sheets import Cell, File, Line, Page

NOTE: Final = "填表说明：行政处罚决定书文号按实际填写，日期格式为 yyyy/mm/dd。"
CORRECTIONS: Final = "linhe-credit-office-repairs"
UNKNOWN: Final = "unknown document"
_PENALTIES: Final = ("penalties",)


def plant_rows(faults: Faults, seed: int, files: Sequence[File]) -> None:
    """Put rows into the sheets of penalties that are no rows of data, or not about organisations."""
    chance = Chance(seed, "fault rows")
    for file in files:
        for page in file.pages:
            if "penalties" in file.source and any(line.fact for line in page.lines):
                _Rows(faults, chance, file, page).plant()
            elif file.source in ("linhe-tax-late-filings", "linhe-environment-ratings"):
                _Rows(faults, chance, file, page).trail()
    _repeat(faults, chance, files)
    _conflict(faults, chance, files)
    _organisation_code_only(faults, chance, files)
    _no_code(faults, chance, files)
    _hide(faults, chance, files)


def note_under_aged(faults: Faults, files: Sequence[File], under_aged: frozenset[int]) -> None:
    """Note the rows about residents under 18, and close them to everything else."""
    for file in files:
        for page in file.pages:
            if "number" not in page.keys:
                continue
            for line in page.lines:
                if line.fact is not None and line.fact.subject in under_aged:
                    faults.note("resident under 18", "refused", Planted(file, page, line))


def note_strays(faults: Faults, files: Sequence[File]) -> None:
    """Note corrections whose document was never stored: made up, or lost with a row above."""
    lost = {
        (line.fact.authority, line.fact.document)
        for file in files
        for page in file.pages
        for line in page.lines
        if line.fact is not None and faults.outcomes.get(line.fault) in ("held", "refused", "waits")
    }
    for file in files:
        for page in file.pages if file.source == CORRECTIONS else ():
            for line in page.lines:
                if line.fact is None:
                    continue
                if line.fact.plan == UNKNOWN:
                    faults.note(
                        "correction of an unknown document", "held", Planted(file, page, line)
                    )
                elif (line.fact.authority, line.fact.document) in lost:
                    faults.note("correction of a row not stored", "held", Planted(file, page, line))


@dataclass(frozen=True, slots=True)
class _Rows:
    """One page into which rows are put."""

    faults: Faults
    chance: Chance
    file: File
    page: Page

    def plant(self) -> None:
        """Put in a note, the head again, a total, people: so many as the page is long."""
        size = len(self.page.lines)
        if size > 20:
            self._put("instruction row", "refused", self._first_cell(NOTE))
        if size > 40:
            self._put("head again", "refused", list(self.page.above[-1]))
            self._put("blank row", "refused", self._first_cell(None))
        if "person_number" in self.page.keys:
            self._put_people(size)
        if self.page.sheet in ("食品安全", "行政处罚"):
            self._put("total row", "refused", self._first_cell("合计"), at=len(self.page.lines))

    def _put_people(self, size: int) -> None:
        """Put in people who have no place here; version 1 has no column that says so."""
        if "subject_kind" not in self.page.keys:
            for _ in range(max(1, size // 150)):
                self._put("person without a code", "held", self._person())
        elif size > 20:
            for _ in range(max(1, size // 90)):
                self._put("sole trader", "refused", self._sole_trader())
            for _ in range(max(1, size // 150)):
                self._put("person among companies", "refused", self._person())

    def trail(self) -> None:
        """Leave rows with nothing but spaces at the end."""
        for _ in range(3):
            cells: list[Cell] = [" "] * len(self.page.keys)
            self._put("spaces at the end", "refused", cells, at=len(self.page.lines))

    def _put(self, fault: str, outcome: Outcome, cells: list[Cell], at: int | None = None) -> None:
        line = Line(cells)
        place = self.chance.between(1, len(self.page.lines)) if at is None else at
        self.page.lines.insert(place, line)
        self.faults.note(fault, outcome, Planted(self.file, self.page, line))

    def _first_cell(self, text: Cell) -> list[Cell]:
        return [text, *[None] * (len(self.page.keys) - 1)]

    def _model(self) -> Line:
        """Copy a line of the page, to be changed."""
        chosen = self.chance.pick([line for line in self.page.lines if line.fact is not None])
        return Line(list(chosen.cells))

    def _sole_trader(self) -> list[Cell]:
        line, number = self._model(), self.chance.below(90_000_000)
        self.page.set(line, "name", f"临禾市东河区小{number % 997}号便利店")
        self.page.set(line, "subject_kind", "个体工商户")
        self.page.set(line, "uscc", made_up_uscc("92", f"{10_000_000 + number}"))
        self.page.set(line, "organisation", None)
        self._renumber(line)
        return line.cells

    def _person(self) -> list[Cell]:
        line, order = self._model(), self.chance.below(1000)
        first17 = f"{AREA}19{self.chance.between(60, 99)}0515{order:03d}"
        values: dict[str, Cell] = {
            "name": "某自然人",
            "case": "某自然人案",
            "subject_kind": "自然人",
            **dict.fromkeys(("uscc", "organisation", "tax_code", "representative")),
            "representative_document": None,
            "representative_number": None,
            "person_document": "身份证",
            "person_number": first17 + resident_check_character(first17),
        }
        for key in values.keys() & set(self.page.keys):
            self.page.set(line, key, values[key])
        self._renumber(line)
        return line.cells

    def _renumber(self, line: Line) -> None:
        """Give a copied line a document of its own."""
        document = str(self.page.get(line, "document")).replace("罚〔", "罚另〔")
        self.page.set(line, "document", document.replace("号", f"-{self.chance.below(9_999)}号"))


def _some(
    chance: Chance, files: Sequence[File], count: int, key: str, sources: tuple[str, ...]
) -> list[Planted]:
    places = OpenCells(files, key, sources)
    return chance.sample(places, min(count, max(1, len(places) // 200)))


def _repeat(faults: Faults, chance: Chance, files: Sequence[File]) -> None:
    """Enter a penalty twice, the second time with the name spelled in another way."""
    for place in _some(chance, files, 12, "name", _PENALTIES):
        assert place.line is not None
        again = Line(list(place.line.cells))
        name = str(place.page.get(again, "name"))
        place.page.set(again, "name", chance.pick((f"{name} ", f"{name[:2]}市{name[2:]}")))
        place.page.lines.insert(place.page.lines.index(place.line) + 1, again)
        place.line.fault = "repeated below"
        faults.note("repeated row", "refused", Planted(place.file, place.page, again))


def _conflict(faults: Faults, chance: Chance, files: Sequence[File]) -> None:
    """Enter a penalty twice, the second time with ten times the fine."""
    places = [
        place
        for place in _some(chance, files, 4, "amount_10k", _PENALTIES)
        if isinstance(place.page.get(place.line, "amount_10k") if place.line else None, float)
    ]
    for place in places:
        assert place.line is not None
        other = Line(list(place.line.cells))
        fine = place.page.get(other, "amount_10k")
        place.page.set(other, "amount_10k", float(str(fine)) * 10)
        place.page.lines.insert(place.page.lines.index(place.line) + 1, other)
        for line in (place.line, other):
            at = Planted(place.file, place.page, line)
            faults.note("same document with another fine", "held", at)


def _organisation_code_only(faults: Faults, chance: Chance, files: Sequence[File]) -> None:
    """Leave the long code out and give the nine characters inside it."""
    for place in _some(chance, files, 24, "organisation", _PENALTIES):
        assert place.line is not None
        code = str(place.page.get(place.line, "uscc"))
        bare = organisation_code_in(code)
        place.page.set(place.line, "organisation", f"{bare[:8]}-{bare[8]}")
        place.page.set(place.line, "uscc", None)
        faults.note("organisation code only", "read", place)


def _no_code(faults: Faults, chance: Chance, files: Sequence[File]) -> None:
    """Leave every code out."""
    for place in _some(chance, files, 10, "organisation", _PENALTIES):
        assert place.line is not None
        for key in ("uscc", "organisation", "tax_code"):
            place.page.set(place.line, key, None)
        faults.note("no code", "waits", place)


def _hide(faults: Faults, chance: Chance, files: Sequence[File]) -> None:
    """Hide a row, as spreadsheets do under a filter."""
    for place in _some(chance, files, 8, "document", ("emergency-penalties", "tax-penalties")):
        assert place.line is not None
        place.line.hidden = True
        faults.note("hidden row", "held", Planted(place.file, place.page, place.line))
