"""Faults of single cells: what clerks, spreadsheets and exports do to a value."""

from __future__ import annotations

import datetime as dt
from typing import Final

from evenhand.kernel.codes import USCC_ALPHABET, resident_check_character, uscc_passes
from evenhand.lab.chance import Chance
from evenhand.lab.faults import CellFault, Write
from evenhand.lab.filling import SERIAL_ZERO
from evenhand.lab.people import AREA
from evenhand.lab.sheets import Cell, Formula

ORGANISATIONS: Final = (
    *("penalties", "licences", "ratings", "late-filings", "missed", "awards", "customs"),
    "registration",
)
RESIDENTS: Final = (
    *("blood", "first-aid", "volunteers", "charity", "honours", "library", "certificates"),
    *("environment-residents", "court-service", "transport-residents", "relief"),
)

_NO_E: Final = USCC_ALPHABET.replace("E", "")


def _always(text: Cell) -> Write:
    return lambda _chance, _cell: text


def _one_of(*texts: Cell) -> Write:
    return lambda chance, _cell: chance.pick(texts)


def _all_digits(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.isdigit()


def _text(cell: Cell) -> bool:
    return isinstance(cell, str)


def _number(cell: Cell) -> bool:
    return isinstance(cell, (int, float))


def _wrong_character(chance: Chance, cell: Cell) -> Cell:
    """Mistype one character of a code, so that its check fails; no E, which numbers have."""
    code = str(cell)
    while True:
        place = chance.between(9, 16)
        typed = code[:place] + chance.pick(_NO_E) + code[place + 1 :]
        if not uscc_passes(typed):
            return typed


def _as_spreadsheet_number(_chance: Chance, cell: Cell) -> Cell:
    """Let a spreadsheet take a code of digits for a number: 15 digits survive."""
    return float(str(cell))


def _as_shown_number(_chance: Chance, cell: Cell) -> Cell:
    """Save as text what a spreadsheet shows of such a number."""
    return f"{float(str(cell)):.2E}".replace("E+0", "E+")


def _odd_typing(chance: Chance, cell: Cell) -> Cell:
    """Type a right code oddly: small, full-width, spaced, with something invisible in it."""
    code = str(cell)
    wide = "".join(chr(ord(c) + 0xFEE0) for c in code)
    return chance.pick(
        (code.lower(), wide, f" {code[:8]} {code[8:]}", f"{code[:10]}\u200b{code[10:]}")
    )


def _spaced_name(chance: Chance, cell: Cell) -> Cell:
    """Put a line break, a tab or a hard space into a name."""
    name = str(cell)
    return chance.pick((f"{name}\r\n", f"\t{name}", f"{name[:2]}\u00a0{name[2:]}", f"{name}\n"))


def _long(_chance: Chance, cell: Cell) -> Cell:
    return f"{cell}；" + "现场检查情况详见笔录，" * 260


def _day_of(cell: Cell) -> dt.date:
    """Read back a day that the model city itself wrote."""
    if isinstance(cell, dt.date):
        return cell
    digits = "".join(c if c.isdigit() else " " for c in str(cell)).split()
    if len(digits) == 1:
        return dt.datetime.strptime(digits[0], "%Y%m%d").replace(tzinfo=dt.UTC).date()
    return dt.date(int(digits[0]), int(digits[1]), int(digits[2]))


def _other_style(chance: Chance, cell: Cell) -> Cell:
    on = _day_of(cell)
    styles: tuple[Cell, ...] = (
        f"{on.year}/{on.month}/{on.day}",
        f"{on.year}.{on.month}.{on.day}",
        f"{on.year}年{on.month}月{on.day}日",
        on,
    )
    return chance.pick(styles)


def _serial(_chance: Chance, cell: Cell) -> Cell:
    return (_day_of(cell) - SERIAL_ZERO).days


def _future(_chance: Chance, cell: Cell) -> Cell:
    return _day_of(cell).replace(year=2062, day=1).isoformat()


def _amount_in_words(chance: Chance, cell: Cell) -> Cell:
    """Write an amount in yuan with its currency or unit."""
    yuan = int(str(cell))
    return chance.pick((f"¥{yuan}.00", f"{yuan}元", f"{yuan:,}"))


def _phone(chance: Chance, _cell: Cell) -> Cell:
    return f"联系人电话199{chance.between(0, 9999):04d}{chance.between(0, 9999):04d}"


def _identity_number(chance: Chance, _cell: Cell) -> Cell:
    born = f"19{chance.between(60, 99)}0{chance.between(1, 9)}1{chance.below(10)}"
    first17 = f"{AREA}{born}{chance.below(1000):03d}"
    return f"经办人身份证{first17}{resident_check_character(first17)}"


def _several_facts(_chance: Chance, cell: Cell) -> Cell:
    return f"{cell}，男，居民身份证，联系电话见附件"


ABOUT_ORGANISATIONS: Final = (
    CellFault("code fails its check", "waits", "uscc", 4, _wrong_character, _text, ORGANISATIONS),
    CellFault("code as a number", "held", "uscc", 15, _as_spreadsheet_number, _all_digits),
    CellFault(
        "code as a shown number",
        "held",
        "uscc",
        1,
        _as_shown_number,
        _all_digits,
        ("registration",),
    ),
    CellFault("code typed oddly", "read", "uscc", 4, _odd_typing, _text, ("penalties", "licences")),
    CellFault(
        "name with breaks and hard spaces", "read", "name", 4, _spaced_name, _text, ORGANISATIONS
    ),
    CellFault("cell too long", "held", "cause", 2, _long),
    CellFault("day in another style", "read", "decided_on", 30, _other_style),
    CellFault(
        "serial day where allowed",
        "read",
        "decided_on",
        20,
        _serial,
        sources=("environment-penalties", "culture"),
    ),
    CellFault(
        "serial day where not allowed",
        "held",
        "decided_on",
        4,
        _serial,
        sources=("health-penalties", "labour-penalties"),
    ),
    CellFault(
        "no such day", "held", "decided_on", 2, _one_of("2025-02-30", "2025/13/5", "2025.6.31")
    ),
    CellFault("day in the future", "held", "decided_on", 1, _future),
    CellFault("day not stated", "held", "decided_on", 2, _one_of("未标明", "不详", None)),
    CellFault("document number not stated", "held", "document", 3, _one_of("未标明", None, "无")),
    CellFault(
        "article not graded", "warned", "article", 10, _always("《行政处罚法》第三十三条第一款")
    ),
    CellFault("no article", "read", "article", 10, _always(None)),
    CellFault("odd state code", "held", "state", 12, _one_of("5", "9", "99", "正常有效")),
    CellFault("state that a correction must bring", "held", "state", 8, _one_of("1", "2")),
    CellFault(
        "amount with its unit",
        "read",
        "amount",
        40,
        _amount_in_words,
        _number,
        ("environment-penalties", "labour", "defaulters"),
    ),
    CellFault(
        "amount mistyped",
        "held",
        "amount",
        6,
        _one_of("5O00", "约5万元", "5千至1万元"),
        _number,
        ("environment-penalties", "labour"),
    ),
    CellFault("formula", "refused", "amount_10k", 1, _always(Formula("=0.5*2", 1)), _number),
    CellFault("phone number in a remark", "held", "remark", 1.2, _phone, lambda _: True),
    CellFault(
        "resident's number in a remark", "held", "remark", 1.2, _identity_number, lambda _: True
    ),
    CellFault(
        "prohibited matter in a remark",
        "held",
        "remark",
        0.6,
        _always("负责人宗教信仰为佛教，曾多次信访"),
        lambda _: True,
    ),
    CellFault(
        "several facts in a waived cell", "not read", "representative", 20, _several_facts, _text
    ),
    CellFault(
        "licence without a last day", "read", "ends", 8, _one_of("长期", None), _text, ("licences",)
    ),
)
"""Faults in sheets about enterprises, with their rates per thousand lines of the sources named."""


def _resident_check(_chance: Chance, cell: Cell) -> Cell:
    number = str(cell)
    return number[:17] + ("1" if number[17] != "1" else "2")


ABOUT_RESIDENTS: Final = (
    CellFault(
        "resident's number fails its check", "held", "number", 3, _resident_check, _text, RESIDENTS
    ),
    CellFault(
        "resident's number as a number",
        "held",
        "number",
        2,
        _as_spreadsheet_number,
        _all_digits,
        ("blood", "certificates", "transport-residents"),
    ),
    CellFault("resident's number missing", "held", "number", 1, _always(None), _text, RESIDENTS),
    CellFault(
        "resident's row without a day",
        "held",
        "decided_on",
        2,
        _one_of("不详", None),
        sources=RESIDENTS,
    ),
)
"""Faults in sheets about residents; what comes of them is the same for who joined and who did not."""
