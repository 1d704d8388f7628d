"""The fields of a published entry: a closed list, and what a value of each looks like.

``lists.disclose`` chooses by the same names; here is the stranger's copy of the list, because whoever
verifies has this stage and nothing above it.

Each field has a form: a check of its value, and a pattern of its plainest canonical JSON, without any
escape. A line all of whose fields have their plainest form is read by one expression, several times
as fast; every other line is read as JSON and checked field by field. Both give the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from evenhand.kernel.codes import (
    birth_day,
    kind_of_organisation,
    resident_number_passes,
    uscc_passes,
)

ORGANISATIONS: Final = ("enterprise", "public_body", "social_organisation")
"""Whom an edition may name; residents and sole traders never (RF-3)."""

_NAME = "[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?"
_DAY = "[12][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_RECORD = "R-[0-9A-HJKMNP-TV-Z]{13}"
_CONTROLS = "\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_CONTROL = re.compile(f"[{_CONTROLS}]")
_PERSON = re.compile(r"(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])")
_LARGEST = 2**53 - 1


@dataclass(frozen=True, slots=True)
class Form:
    """What a value looks like.

    Attributes:
        fits: Says whether a value read from JSON does.
        plain: Pattern of its canonical JSON where that needs no escape.
        is_text: True for a text, whose pattern begins and ends with its quotes.
    """

    fits: Callable[[Any], bool]
    plain: str
    is_text: bool = False

    @property
    def captured(self) -> str:
        """The pattern with a group around what is read of it: a text without its quotes."""
        return f'"({self.plain[1:-1]})"' if self.is_text else f"({self.plain})"


@lru_cache(maxsize=1024)
def _shared(raw: str) -> Any:
    """Read a value that many entries have alike; whoever gets it does not change it."""
    return json.loads(raw)


def _text(longest: int) -> Form:
    """A text without control characters, bidirectional ones included."""
    control = _CONTROL.search
    return Form(
        lambda value: (
            isinstance(value, str) and 0 < len(value) <= longest and control(value) is None
        ),
        rf'"[^"\\{_CONTROLS}]{{1,{longest}}}"',
        is_text=True,
    )


def _word(pattern: str) -> Form:
    """A text of one form that never needs an escape."""
    fits = re.compile(pattern).fullmatch
    return Form(
        lambda value: isinstance(value, str) and fits(value) is not None,
        f'"(?:{pattern})"',
        is_text=True,
    )


def _several(one: Form) -> Form:
    return Form(
        lambda value: isinstance(value, list) and all(map(one.fits, value)),
        rf"\[(?:{one.plain}(?:,{one.plain})*)?\]",
    )


def _object(**parts: Form) -> Form:
    """An object with exactly these parts, named here in order."""
    return Form(
        lambda value: (
            isinstance(value, dict)
            and value.keys() == parts.keys()
            and all(form.fits(value[name]) for name, form in parts.items())
        ),
        r"\{" + ",".join(f'"{name}":{form.plain}' for name, form in parts.items()) + r"\}",
    )


def _or_none(one: Form) -> Form:
    return Form(lambda value: value is None or one.fits(value), f"(?:null|{one.plain})")


_COUNT = Form(lambda value: type(value) is int and 0 <= value <= _LARGEST, "(?:0|[1-9][0-9]{0,14})")

FIELDS: Mapping[str, Form] = {
    "case": _word("C-[0-9a-f]{16}"),
    "decided_by": _word(_NAME),
    "decided_on": _word(_DAY),
    "decisions": _several(_COUNT),
    "entry": _word("E-[0-9a-f]{16}"),
    "identifier": _text(64),
    "identifier_scheme": _word("uscc|organisation_code|register_number"),
    "kind": _word("black|red"),
    "last_day": _word(_DAY),
    "legal_basis": _several(_object(article=_text(400), en=_text(2000), zh=_text(2000))),
    "list": _word(_NAME),
    "measures": _several(_word(_NAME)),
    "name": _text(1000),
    "purposes": _several(_word(_NAME)),
    "records": _several(_word(_RECORD)),
    "repair": _or_none(_object(after=_text(40), needs=_several(_word(_NAME)))),
    "scheme": _word(_NAME),
    "since": _word(_DAY),
    "subject_kind": _word("|".join((*ORGANISATIONS, "resident", "sole_trader"))),
    "topic": _word(_NAME),
    "version": _text(64),
}
"""Every field of a published entry, in canonical order."""

_PLAIN = re.compile(
    r"\{" + ",".join(f'"{name}":{form.captured}' for name, form in FIELDS.items()) + r"\}"
)
_NAMES = tuple(FIELDS)
_STRUCTURED = tuple(name for name, form in FIELDS.items() if not form.is_text)


class NoEntry(ValueError):
    """Fields that are no published entry; the text names the first that is wrong."""


def read_plain(said: str) -> dict[str, Any] | None:
    """Read the canonical JSON of an entry in its plainest form; None when it has another."""
    match = _PLAIN.fullmatch(said)
    if match is None:
        return None
    fields: dict[str, Any] = dict(zip(_NAMES, match.groups(), strict=True))
    for name in _STRUCTURED:
        fields[name] = _shared(fields[name])
    return fields


def check(fields: Mapping[str, Any]) -> None:
    """Refuse fields outside the closed list, missing ones, and values that do not fit.

    Raises:
        NoEntry: Naming the first such field.
    """
    if fields.keys() != FIELDS.keys():
        raise NoEntry(min(fields.keys() ^ FIELDS.keys()))
    for name, form in FIELDS.items():
        if not form.fits(fields[name]):
            raise NoEntry(name)


def names_a_person(fields: Mapping[str, Any]) -> bool:
    """Say whether an entry is of a resident or sole trader, or quotes a resident's number (RF-3).

    A code that passes as a unified social credit code is never taken for a resident's number.
    """
    code = fields["identifier"]
    if fields["subject_kind"] not in ORGANISATIONS:
        return True
    if fields["identifier_scheme"] == "uscc" and kind_of_organisation(code) == "sole_trader":
        return True
    quoted = [code, fields["name"]]
    for law in fields["legal_basis"]:
        quoted.extend(law.values())
    return any(_is_person(number.upper()) for text in quoted for number in _PERSON.findall(text))


def _is_person(number: str) -> bool:
    born = birth_day(number)
    return (
        born is not None
        and 1850 <= born.year <= 2150
        and resident_number_passes(number)
        and not uscc_passes(number)
    )
