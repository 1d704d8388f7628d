"""Faults of whole files: columns under the wrong heads, a second reporter, odd heads."""

from __future__ import annotations

from typing import Final

from evenhand.lab.chance import Chance
from evenhand.lab.faults import Faults, OpenCells, Planted
from evenhand.lab.sheets import Cell, File, Line, Page

SWAPPED: Final = "linhe-transport-penalties"
REPORTED_AGAIN: Final = "linhe-environment-penalties"

_HEADS: Final = {
    ("linhe-tax-penalties", "uscc"): "社会信用代码",
    ("linhe-tax-penalties", "document"): "处罚文书号：",
    ("linhe-health-penalties", "document"): "行政处罚决定书，文号",
    ("linhe-health-penalties", "decided_on"): "* 处罚决定日期",
    ("linhe-construction-penalties", "name"): "当事人名称",
    ("linhe-emergency-penalties", "document"): "决定书文号",
    ("linhe-emergency-penalties", "amount_10k"): "罚款金额\n（万元）",
    ("linhe-tax-ratings", "rating"): "纳税信用级别",
    ("linhe-environment-ratings", "uscc"): "社会信用代码",
}
"""Other spellings of heads, which the contracts accept, as clerks type them."""


def spell_heads(faults: Faults, files: list[File]) -> None:
    """Spell some heads in another way, put one head into two rows, add a column, hide one."""
    for file in files:
        for page in file.pages:
            for (source, key), head in _HEADS.items():
                if source == file.source and key in page.keys:
                    page.above[-1][page.column(key) - 1] = head
                    faults.note("head spelled otherwise", "read", Planted(file, page))
        if file.source == "linhe-construction-ratings":
            _group_heads(faults, file, file.pages[0])
        if file.source == "linhe-tax-late-filings":
            _add_column(faults, file, file.pages[0])
        if file.source == "linhe-market-awards":
            file.pages[0].hidden_columns.append(file.pages[0].column("remark"))
            faults.note("hidden column", "warned", Planted(file, file.pages[0]))


def _group_heads(faults: Faults, file: File, page: Page) -> None:
    """Put three heads under a merged one."""
    first, last = page.column("year"), page.column("rating")
    group: list[Cell] = [None] * len(page.keys)
    group[first - 1] = "评价结果"
    page.above.insert(len(page.above) - 1, group)
    row = len(page.above) - 1
    page.merged.append((row, first, row, last))
    faults.note("head in two rows", "read", Planted(file, page))


def _add_column(faults: Faults, file: File, page: Page) -> None:
    """Add a column that the contract does not know."""
    page.keys = (*page.keys, "unknown")
    page.above[-1].append("经办科室")
    for line in page.lines:
        line.cells.append("征管科" if line.fact is not None else None)
    faults.note("new column", "warned", Planted(file, page))


def swap_columns(faults: Faults, files: list[File]) -> None:
    """Let one file come first with three columns under each other's heads, then as it should be."""
    right = next(file for file in files if file.source == SWAPPED)
    page = right.pages[0]
    wrong = File(right.source, right.name.replace(".", "（第一次）."), right.format, [])
    moved = {"name": "uscc", "uscc": "decided_on", "decided_on": "name"}
    order = [page.keys.index(moved.get(key, key)) for key in page.keys]
    lines = [Line([line.cells[i] for i in order]) for line in page.lines if line.fact is not None]
    wrong.pages.append(Page(page.sheet, page.keys, [list(row) for row in page.above], lines))
    wrong.pages[0].merged.extend(page.merged)
    files.insert(files.index(right), wrong)
    faults.note("columns under the wrong heads", "stopped", Planted(wrong, wrong.pages[0]))


def report_again(faults: Faults, seed: int, files: list[File]) -> None:
    """Let a portal send some penalties that the agency has sent, with names spelled otherwise."""
    chance = Chance(seed, "portal")
    first = next(file for file in files if file.source == REPORTED_AGAIN)
    page = first.pages[0]
    places = OpenCells([first], "name", (REPORTED_AGAIN,))
    again = File(first.source, "生态环境局行政处罚（门户）.xlsx", first.format, [])
    copy = Page(page.sheet, page.keys, [list(page.above[-1])], [])
    again.pages.append(copy)
    files.insert(files.index(first) + 1, again)
    for place in chance.sample(places, min(20, len(places) // 4)):
        assert place.line is not None
        line = Line(list(place.line.cells))
        copy.set(
            line, "name", str(page.get(place.line, "name")).replace("有限公司", "有限责任公司")
        )
        copy.lines.append(line)
        place.line.fault = "reported again"
        faults.note("reported again by the portal", "refused", Planted(again, copy, line))
