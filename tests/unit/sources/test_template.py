"""The template of every shipped source is read back by its own contract, and holds text as text."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

import openpyxl
import pytest

import evenhand
from evenhand.kernel.errors import BadInput, DeliveryRefused
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.contract import Contract
from evenhand.sources.match import match
from evenhand.sources.read_catalogue import read_catalogue
from evenhand.sources.read_contract import read_contract
from evenhand.sources.template import template
from evenhand.sources.workbook import read_workbook

SHIPPED = Path(evenhand.__path__[0]) / "shipped" / "sources"
LINHE = sorted((SHIPPED / "linhe").glob("*.yaml"))


@cache
def catalogue() -> Catalogue:
    return read_catalogue(None)


def contract_of(path: Path) -> Contract:
    return read_contract(path.read_bytes(), path.name, catalogue())


def filled(data: bytes) -> bytes:
    """Fill two cells of the first row below each head, so that the sheet holds something."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for page in book.worksheets:
        if page.title not in ("说明", "代码"):
            row = page.max_row + 1
            for column in range(1, page.max_column + 1):
                if page.cell(row - 1, column).value:
                    page.cell(row, column, "x")
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("path", LINHE, ids=lambda path: path.stem)
def test_every_template_is_understood_by_its_own_contract(path: Path) -> None:
    contract = contract_of(path)
    workbook = read_workbook(filled(template(contract, catalogue())), "t.xlsx")
    matching = match(workbook, contract)
    stops = [f.sentence("en") for f in matching.findings if f.kind.weight in ("stops", "warns")]
    assert stops == []
    assert [made.sheet.name for made in matching.sheets] == [
        sheet.name for sheet in workbook.sheets if sheet.name not in ("说明", "代码")
    ]
    for made in matching.sheets:
        fields = {column.field for column in made.layout.columns}
        assert {matched.column.field for matched in made.columns} == fields
        assert made.kinds.count("data") == 1


MARKET = SHIPPED / "linhe" / "market-penalties.yaml"


def test_the_newest_layout_is_the_default_and_another_can_be_asked_for() -> None:
    contract = contract_of(MARKET)
    for version, expected in ((None, "2"), ("1", "1"), ("2", "2")):
        workbook = read_workbook(template(contract, catalogue(), version), "t.xlsx")
        assert workbook.sheets[1].cell(1, 1) == f"evenhand:linhe-market-penalties:{expected}"


def test_an_unknown_layout_is_refused_with_the_nearest() -> None:
    with pytest.raises(BadInput, match=r'has no layout "3"\. The nearest is'):
        template(contract_of(MARKET), catalogue(), "3")


def test_heads_stand_in_both_languages_with_a_star_for_what_is_required() -> None:
    sheet = read_workbook(template(contract_of(MARKET), catalogue()), "t.xlsx").sheets[1]
    assert sheet.rows[1][:3] == (
        "Name of the subject*",
        "Kind of subject",
        "Unified social credit code*",
    )
    assert sheet.rows[2][:3] == ("行政相对人名称*", "行政相对人类别", "统一社会信用代码*")


def test_identifiers_are_text_columns_and_codes_are_drop_downs() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template(contract_of(MARKET), catalogue())))
    page = book["食品安全"]
    assert page.column_dimensions["C"].number_format == "@"
    lists = {
        str(rule.sqref).split(":")[0]: rule.formula1
        for rule in page.data_validations.dataValidation
        if rule.type == "list"
    }
    assert lists["B4"] == "'代码'!$A$2:$A$6"
    assert [cell.value for cell in book["代码"]["A"]][1:6] == [
        "法人及非法人组织", "法人", "其他组织", "个体工商户", "自然人",
    ]  # fmt: skip


def test_nothing_in_a_template_is_a_formula_and_it_is_made_alike_each_time() -> None:
    once, again = (template(contract_of(MARKET), catalogue()) for _ in range(2))
    assert once == again
    with zipfile.ZipFile(io.BytesIO(once)) as parts:
        for part in parts.namelist():
            if part.startswith("xl/worksheets/"):
                assert b"<f>" not in parts.read(part)


def test_the_guide_names_what_is_never_to_be_delivered() -> None:
    workbook = read_workbook(template(contract_of(MARKET), catalogue()), "t.xlsx")
    said = " ".join(str(cell) for row in workbook.sheets[0].rows for cell in row)
    assert "不要填报：法定代表人" in said
    assert "In units of 10,000 yuan." in said
    assert "日期写法" in said


def test_a_template_of_another_source_stops_the_delivery() -> None:
    other = contract_of(SHIPPED / "linhe" / "tax-penalties.yaml")
    workbook = read_workbook(filled(template(contract_of(MARKET), catalogue())), "t.xlsx")
    stops = [f.kind.code for f in match(workbook, other).findings if f.kind.weight == "stops"]
    assert stops


def test_a_resident_source_asks_for_no_name() -> None:
    contract = contract_of(SHIPPED / "linhe" / "court-service.yaml")
    workbook = read_workbook(template(contract, catalogue()), "t.xlsx")
    heads = [cell for sheet in workbook.sheets[1:] for row in sheet.rows for cell in row]
    assert "身份证号码*" in heads
    assert "姓名" not in heads


def test_an_empty_template_is_no_delivery_of_nothing() -> None:
    data = template(contract_of(MARKET), catalogue())
    try:
        workbook = read_workbook(data, "t.xlsx")
    except DeliveryRefused:
        pytest.fail("the heads are cells")
    matching = match(workbook, contract_of(MARKET))
    assert all(made.data_rows() == 0 for made in matching.sheets)
