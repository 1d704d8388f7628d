"""However a worksheet is bent, the short way never sees less in it than the parser does."""

from __future__ import annotations

import io

from hypothesis import given, settings
from hypothesis import strategies as st

from evenhand.sources.safe_xml import OddXml
from evenhand.sources.xlsx_plain import plain_facts
from evenhand.sources.xlsx_sheet import read_sheet
from tests.unit.sources.bombs import MAIN

SHEET = (
    f'<?xml version="1.0"?>\r\n<worksheet xmlns="{MAIN}" xmlns:x="{MAIN}">'
    '<cols><col min="1" max="2" width="9"/></cols><sheetData>'
    '<row r="1" ht="15"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>5</v></c></row>'
    '<row r="2"><c r="A2"><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/>'
    "</mergeCells></worksheet>"
)
EVIL = (
    '<c r="XFD1048576"><v>1</v></c>',
    '<c\nr="XFD9"/>',
    "<c r='ZZ900000'/>",
    '<x:c r="AAA1"/>',
    "<c/>",
    "<c />",
    '<c t="s" r="ZZ99999"/>',
    '<c r = "ZZ99999"/>',
    '<c r="&#90;Z99999"/>',
    '<c r="z99999"/>',
    '<c r="$Z$99999"/>',
    '<row r="99999"><c r="A99999"/></row>',
    "<row><c><v>1</v></c></row>",
    '<row\tr="7" hidden="1"/>',
    '<row r="3" ht="0"/>',
    "<row r='3' ht='0'/>",
    '<row r="3"\nht="0"/>',
    '<row hidden="true" r="3"/>',
    '<row hidden = "1" r="3"/>',
    '<row r="3" hidden="&#49;"/>',
    "<f>A1</f>",
    "<x:f>A1</x:f>",
    '<f t="shared" si="0"/>',
    '<c r="C1" t="e"><v>#N/A</v></c>',
    "<c r='C1' t='e'/>",
    '<c r="C1" t = "e"/>',
    '<!-- <c r="A1"/> -->',
    '<![CDATA[<c r="Q9"/>]]>',
    '<col min="1" max="9" hidden="1"/>',
    '<col min="1" max="9" width="0"/>',
    '<mergeCell ref="C1:D9"/>',
    "<mergeCell ref='C1:D9'/>",
    '<x:mergeCell ref="C1:D9"/>',
    ' hidden="1"',
    ' ht="0"',
    ' r="C9"',
    " ",
    "\n",
    '<v> r="</v>',
    "&lt;c r=&quot;",
    "<?pi <c r='A1'?>",
)


@settings(max_examples=600, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SHEET)), st.sampled_from(EVIL)), max_size=3))
def test_the_short_way_is_never_taken_past_something(bends: list[tuple[int, str]]) -> None:
    bent = SHEET
    for place, snippet in bends:
        bent = bent[:place] + snippet + bent[place:]
    raw = bent.encode()
    short = plain_facts(raw)
    try:
        long = read_sheet(io.BytesIO(raw))
    except OddXml:
        return
    if short is None:
        return
    assert (short.cells, short.shared, short.merged) == (long.cells, long.shared, long.merged)
    assert short.rows >= long.rows
    assert short.columns >= long.columns
    assert [long.formulas, long.errors, long.hidden_rows] == [set(), set(), set()]
    assert [long.formula_areas, long.hidden_columns] == [[], []]


def test_the_ordinary_sheet_takes_the_short_way() -> None:
    short = plain_facts(SHEET.encode())
    assert short is not None
    assert (short.cells, short.shared, short.merged) == (3, 1, [(1, 1, 1, 2)])
