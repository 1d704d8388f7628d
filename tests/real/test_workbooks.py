"""Real worksheets, as public bodies published them: every file is read, every fault is found."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from evenhand.kernel.codes import uscc_passes
from evenhand.kernel.findings import Kind
from evenhand.records.days import read_day
from evenhand.records.fines import Fines, fines_in_text
from evenhand.records.money import mentions, plain_writing
from evenhand.records.prohibited import suspect
from evenhand.records.value_findings import FINE_WITHOUT_AMOUNT, NO_FINE
from evenhand.sources.sheet import CellValue, Sheet
from evenhand.sources.workbook import read_workbook

pytestmark = pytest.mark.real

SIZES = {
    "cn_company_list_mixed_dates.xlsx": [(5671, 6)],
    "cn_gansu_114802_drug_sampling_failures.xlsx": [(40, 9)],
    "cn_gansu_91855_ecommerce_blacklist.xlsx": [(501, 5)],
    "cn_gansu_93512_1_court_enforcement_ocr.xlsx": [(182, 7)],
    "cn_gansu_93516_logistics_blacklist.xls": [(271, 6)],
    "cn_procurement_chongqing.xlsx": [(106, 7)],
    "cn_procurement_shanxi.xls": [(117, 7)],
    "cn_procurement_sichuan.xls": [(127, 24)],
    "cn_shandong_env_penalties_part1.xlsx": [(3050, 17)],
    "nyc_data_dictionary_2018.xlsx": [(17, 2), (21, 4), (2, 4), (23, 2)],
}


def first(path: Path) -> Sheet:
    data = path.read_bytes()
    if path.suffix == ".gz":
        return read_workbook(gzip.decompress(data), path.stem).sheets[0]
    return read_workbook(data, path.name).sheets[0]


@pytest.mark.parametrize("name", SIZES)
def test_every_published_workbook_is_read_whole(name: str, shared: Path) -> None:
    workbook = read_workbook((shared / "xlsx" / name).read_bytes(), name)
    assert [(len(s.rows), s.width) for s in workbook.sheets] == SIZES[name]


def test_the_hidden_sheet_and_the_merged_titles_are_found(shared: Path) -> None:
    path = shared / "xlsx" / "nyc_data_dictionary_2018.xlsx"
    sheets = read_workbook(path.read_bytes(), path.name).sheets
    assert [sheet.name for sheet in sheets if sheet.hidden] == ["Dropdown Options"]
    assert len(first(shared / "xlsx" / "cn_procurement_chongqing.xlsx").merged) == 73
    assert first(shared / "xlsx" / "cn_procurement_shanxi.xls").merged == ((1, 1, 1, 7),)


def test_codes_that_a_spreadsheet_destroyed_are_all_still_seen_as_such(shared: Path) -> None:
    sheet = first(shared / "cn_highway_credit_construction.csv.gz")
    codes = [row[1] for row in sheet.rows[1:]]
    assert len(codes) == 11_331
    destroyed = [c for c in codes if isinstance(c, str) and re.fullmatch(r"\d\.\d+E\+\d+", c)]
    assert len(destroyed) == 3_401
    assert not any(uscc_passes(code) for code in destroyed)


def test_codes_of_the_gansu_lists(shared: Path) -> None:
    def passing(name: str) -> Counter[bool]:
        cells = (row[3] for row in first(shared / "xlsx" / name).rows[1:])
        return Counter(uscc_passes(code) for code in cells if isinstance(code, str))

    assert passing("cn_gansu_91855_ecommerce_blacklist.xlsx") == {True: 476}
    assert passing("cn_gansu_93512_1_court_enforcement_ocr.xlsx") == {True: 22, False: 121}


def test_days_serials_and_blanks_of_one_column_are_told_apart(shared: Path) -> None:
    sheet = first(shared / "xlsx" / "cn_company_list_mixed_dates.xlsx")
    read = Counter(_rule(row[3], ("date-cell", "serial")) for row in sheet.rows[1:])
    assert read == {"date-cell": 2_089, "serial-1900": 626, "E-DATE-06": 2_955}


def test_every_day_of_a_japanese_era_is_read(shared: Path) -> None:
    table = pq.read_table(shared / "jp_labour_publications_2017-04_2018-09.parquet")
    for column in ("公表日", "最終更新日"):
        read = Counter(_rule(value, ("era",)) for value in table[column].to_pylist())
        assert read == {"era": 6_816}


def _rule(value: CellValue, rules: tuple[str, ...]) -> str:
    answer = read_day(value, rules, date1904=False)
    return answer.code if isinstance(answer, Kind) else answer[1]


PENALTIES = "cn_shandong_env_penalties_part1.xlsx"
TEXT, FINE = 12, 13

SLIPS = {
    70: "factor of ten",
    76: "factor of ten",
    105: "one digit",
    154: "one digit",
    193: "one digit",
    228: "digits cut off",
    230: "another figure",
    270: "another figure",
    346: "the text contradicts itself",
    529: "one of several fines",
    700: "a fine on a person beside the company",
    755: "one digit",
    793: "one digit",
    871: "digits cut off",
    910: "one digit",
    950: "one of several fines",
    1140: "factor of ten",
    1249: "one digit",
    1456: "the text contradicts itself",
    1480: "one of several fines",
}
"""The rows whose column says something else than the text; every one is a slip of whoever typed it."""


def slip(column: Decimal, answer: Fines | Kind, text: str) -> str:
    """Say what kind of slip it is when the column says another amount than the text."""
    if isinstance(answer, Kind):
        return "the text contradicts itself"
    read = Decimal(answer.amount) / 1000
    if column in {Decimal(part) / 1000 for part in answer.parts}:
        return "one of several fines"
    if column in {mention.yuan for mention in mentions(plain_writing(text))}:
        return "a fine on a person beside the company"
    if column / read in (10, Decimal("0.1")):
        return "factor of ten"
    said, wanted = (str(value.normalize().quantize(Decimal("0.01"))) for value in (column, read))
    said, wanted = said.rstrip("0").rstrip("."), wanted.rstrip("0").rstrip(".")
    if said and (wanted.startswith(said) or wanted.endswith(said)):
        return "digits cut off"
    if len(said) == len(wanted):
        differing = sum(a != b for a, b in zip(said, wanted, strict=True))
        return "one digit" if differing == 1 else "another figure"
    return "another figure"


def test_fines_are_read_from_the_text_of_penalties(shared: Path) -> None:
    sheet = first(shared / "xlsx" / PENALTIES)
    agree, stated, slips = 0, 0, {}
    for number in range(2, len(sheet.rows) + 1):
        column, text = sheet.cell(number, FINE), str(sheet.cell(number, TEXT) or "")
        answer = fines_in_text(text)
        if not isinstance(column, int | float) or answer in (NO_FINE, FINE_WITHOUT_AMOUNT):
            continue
        stated += 1
        if isinstance(answer, Fines) and answer.amount == Decimal(str(column)) * 1000:
            agree += 1
        else:
            slips[number] = slip(Decimal(str(column)), answer, text)
    assert (agree, stated) == (1_465, 1_485)
    assert agree / stated > 0.986
    assert slips == SLIPS


def test_no_fine_is_read_where_the_column_has_none(shared: Path) -> None:
    sheet = first(shared / "xlsx" / PENALTIES)
    for number in range(2, len(sheet.rows) + 1):
        if not isinstance(sheet.cell(number, FINE), int | float):
            assert fines_in_text(str(sheet.cell(number, TEXT) or "")) in (
                NO_FINE,
                FINE_WITHOUT_AMOUNT,
            )


@pytest.mark.parametrize(
    "name", [name for name in SIZES if name != "cn_procurement_chongqing.xlsx"]
)
def test_the_scan_of_free_text_leaves_published_facts_about_companies_alone(
    name: str, shared: Path
) -> None:
    workbook = read_workbook((shared / "xlsx" / name).read_bytes(), name)
    cells = (value for sheet in workbook.sheets for row in sheet.rows for value in row)
    assert not [value for value in cells if isinstance(value, str) and suspect(value)]


def test_the_scan_finds_two_residents_numbers_in_a_published_list_of_taxpayers(
    shared: Path,
) -> None:
    sheet = first(shared / "cn_tax_A_heilongjiang_2018.csv.gz")
    cells = (value for row in sheet.rows for value in row if isinstance(value, str))
    found = Counter(s.kind.code for value in cells for s in suspect(value))
    assert found == {"E-TEXT-20": 2}
