"""Read whom a row means: organisations by code, residents by keyed pseudonym.

What it guards: an identifier is taken exactly as typed, normalised for width and space only; nothing
is repaired. A cell that a spreadsheet holds as a number holds the row, even if its check passes: of
18 digits a spreadsheet keeps 15. A code that fails its check is stored and its identity waits. A
resident's number never leaves this module: it becomes a pseudonym, or a finding that quotes nothing.

>>> is_destroyed("9.14E+17")
True
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from evenhand.kernel import codes
from evenhand.kernel.codes import SubjectKind
from evenhand.kernel.periods import Day
from evenhand.records import normalise
from evenhand.records.identifier_findings import (
    ID_CHECK_FAILS,
    ID_DESTROYED,
    ID_DISAGREE,
    ID_MINOR,
    ID_MISSING,
    ID_NO_FORM,
    ID_NUMERIC,
    ID_ORGANISATION_CODE,
    ID_OTHER_KIND,
    ID_PERHAPS_PERSON,
    ID_PERSON,
    ID_RESIDENT,
    ID_SIGNED_YOUNG,
    ID_SOLE_TRADER,
)
from evenhand.records.prohibited import suspect
from evenhand.records.row_notes import RowNotes, is_unstated
from evenhand.records.statement import Named
from evenhand.rights.floor import enforces
from evenhand.sources.delivery import MatchedColumn
from evenhand.sources.sheet import CellValue

Given = Sequence[tuple[MatchedColumn, CellValue]]
"""The identifier cells of one row, in the order of the contract."""

_DESTROYED: Final = re.compile(r"[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d+")
_PERSONS_NAME: Final = re.compile(
    r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,10}[·•・][\u3400-\u9fff]{1,10}"
)
_ADULT: Final = 18
_SHORT: Final = 10
"""Characters that are too few for a resident's number or a phone."""


def is_destroyed(code: str) -> bool:
    """Say whether a spreadsheet has written a code as a power of ten."""
    return bool(_DESTROYED.fullmatch(code))


def looks_like_residents_number(code: str, today: Day) -> bool:
    """Say whether a text may be a resident's number, mistyped or not.

    Eighteen characters, digits up to the last, with a day of birth of somebody living; a valid
    credit code of that look is a credit code.
    """
    if not re.fullmatch(r"[1-9]\d{16}[\dXx]", code) or codes.uscc_passes(code.upper()):
        return False
    born = codes.birth_day(code)
    return born is not None and today.year - 120 <= born.year and born <= today


def organisation(
    given: Given, name: str, allowed: Sequence[SubjectKind], notes: RowNotes, today: Day
) -> Named | None:
    """Read the identifiers of an organisation; the first that the row has is the one that counts.

    Args:
        given: The identifier cells.
        name: The subject's name, cleaned.
        allowed: Kinds of subjects that the record type may be about.
        notes: Where findings go.
        today: The register's day.

    Returns:
        Whom the row means, as said; None when it says nothing usable.
    """
    read: list[tuple[MatchedColumn, Named]] = []
    for matched, value in given:
        code = _code(matched, value, notes, today)
        if code is not None and not (read and _is_inside(code, read[0][1])):
            made = _organisation_of(matched, code, name, allowed, notes)
            if made is not None:
                read.append((matched, made))
    if not read:
        if not notes.findings or notes.fate == "stored":
            _note_missing(given, name, notes)
        return None
    (_, first), others = read[0], read[1:]
    for matched, other in others:
        both_pass = first.sure and other.sure
        if first.scheme == "uscc" and other.scheme == "organisation_code" and both_pass:
            inner = codes.organisation_code_in(first.value)
            if other.value != inner:
                notes.find(ID_DISAGREE, matched.index, read=other.value, allowed=inner)
                return Named(first.scheme, first.value, False, name, first.subject_kind)
    return first


def _is_inside(code: str, first: Named) -> bool:
    """Say whether a code is the organisation code inside a credit code that the row has given."""
    inner = codes.organisation_code_in(first.value)
    return first.scheme == "uscc" and first.sure and code.replace("-", "") == inner


def _note_missing(given: Given, name: str, notes: RowNotes) -> None:
    column = given[0][0].index if given else None
    if _PERSONS_NAME.fullmatch(name):
        notes.keeps_nothing = True
        notes.find(ID_PERHAPS_PERSON, column)
    else:
        notes.find(ID_MISSING, column)


@enforces("RF-1")
def _code(matched: MatchedColumn, value: CellValue, notes: RowNotes, today: Day) -> str | None:
    """Clean one identifier cell; None when it is empty or cannot be used."""
    if is_unstated(value):
        return None
    if not isinstance(value, str):
        notes.find(ID_NUMERIC, matched.index)
        return None
    cleaned = (
        normalise.code(value)
        if matched.column.scheme == "register_number"
        else normalise.uscc(value)
    )
    if looks_like_residents_number(cleaned.value, today):
        notes.keeps_nothing = True
        notes.find(ID_PERSON, matched.index)
        return None
    plain = codes.has_uscc_form(cleaned.value) or len(cleaned.value) <= _SHORT
    suspicions = () if plain else suspect(value)
    for suspicion in suspicions:
        notes.unkept.add(matched.index)
        notes.find(suspicion.kind, matched.index)
    if suspicions:
        return None
    if is_destroyed(cleaned.value):
        notes.find(ID_DESTROYED, matched.index, read=value.strip())
        return None
    notes.find_all(cleaned.notes, matched.index, cleaned.characters)
    return cleaned.value if cleaned.usable else None


@enforces("RF-3")
def _organisation_of(
    matched: MatchedColumn, code: str, name: str, allowed: Sequence[SubjectKind], notes: RowNotes
) -> Named | None:
    """Turn one cleaned code into whom it names; sole traders are refused as residents are."""
    usual: SubjectKind = next((kind for kind in allowed if kind != "resident"), "enterprise")
    if matched.column.scheme == "register_number":
        return Named("register_number", code, True, name, usual)
    if matched.column.scheme == "organisation_code":
        bare = code.replace("-", "")
        sure = codes.organisation_code_passes(bare)
        if not sure:
            notes.find(ID_ORGANISATION_CODE, matched.index, read=code)
        return Named("organisation_code", bare if sure else code, sure, name, usual)
    if not codes.has_uscc_form(code):
        notes.find(ID_NO_FORM, matched.index, read=code)
        return Named("uscc", code, False, name, usual)
    kind = codes.kind_of_organisation(code)
    if kind == "sole_trader":
        notes.keeps_nothing = True
        notes.find(ID_SOLE_TRADER, matched.index)
        return None
    if not codes.uscc_passes(code):
        notes.find(ID_CHECK_FAILS, matched.index, read=code)
        return Named("uscc", code, False, name, usual)
    if kind not in allowed:
        notes.find(ID_OTHER_KIND, matched.index, read=code, allowed=", ".join(allowed))
    return Named("uscc", code, True, name, kind)


@enforces("RF-1")
def resident(
    given: Given, notes: RowNotes, key: bytes, today: Day, signed: Day | None = None
) -> Named | None:
    """Read a resident's number and turn it into its pseudonym; minors are refused.

    Nothing is quoted, whatever is wrong. Whoever was a minor on the day on which they signed a form has
    agreed to nothing, however old they are by now. A day of birth that lies ahead is no such number.

    Args:
        given: The cells that name them.
        notes: Takes what is wrong.
        key: Of the pseudonyms.
        today: The civil day of the register.
        signed: The day of the signature, where the row is a consent.
    """
    for matched, value in given:
        if is_unstated(value):
            continue
        if not isinstance(value, str):
            notes.find(ID_NUMERIC, matched.index)
            return None
        number = normalise.uscc(value).value
        born = codes.birth_day(number)
        if not codes.resident_number_passes(number) or born is None or born > today:
            notes.find(ID_RESIDENT, matched.index)
            return None
        if signed is not None and codes.years_old(born, min(signed, today)) < _ADULT:
            notes.find(ID_SIGNED_YOUNG, matched.index)
            return None
        if codes.years_old(born, today) < _ADULT:
            notes.find(ID_MINOR, matched.index)
            return None
        return Named("resident", codes.pseudonym(number, key), True, "", "resident")
    notes.find(ID_RESIDENT, given[0][0].index if given else None)
    return None
