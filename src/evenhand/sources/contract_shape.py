"""The shape of a source contract's YAML file, and every place where a file leaves it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Annotated, Final, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)
from pydantic_core import ErrorDetails

from evenhand.kernel.findings import Finding, Place, found
from evenhand.sources.contract import IdentifierKind, Role, Unit
from evenhand.sources.contract_findings import SRC_MISSING, SRC_UNKNOWN_KEY, SRC_VALUE
from evenhand.sources.strict_yaml import Node, position_of, positions

Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?$")]
FieldName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,40}$")]
Whole = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,9}$")]
Share = Annotated[str, StringConstraints(pattern=r"^(?:0(?:\.[0-9]{1,4})?|1(?:\.0{1,4})?)$")]
Span = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,4} (?:day|month|year)s?$")]


def _iso_day(text: str) -> str:
    dt.date.fromisoformat(text)
    return text


IsoDay = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_iso_day)
]
CellAddress = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,2}[1-9][0-9]?$")]
YesNo = Literal["true", "false"]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SaidText(_Shape):
    """A text in both languages."""

    zh: Said
    en: Said


class SaidCadence(_Shape):
    """How often a delivery is due, and how much later it may come."""

    every: Span
    grace: Span = "0 days"


class SaidRows(_Shape):
    """How many rows a delivery has."""

    at_least: Whole | None = None
    at_most: Whole | None = None


class SaidExpectations(_Shape):
    """What the source expects of itself."""

    rows: SaidRows = SaidRows()
    filled: dict[FieldName, Share] = {}


class SaidConstants(_Shape):
    """What holds for all rows."""

    authority: Slug | None = None
    article: str = ""
    legal_basis: SaidText | None = None
    decided_on: IsoDay | None = None
    scheme: Slug | None = None


class SaidColumn(_Shape):
    """One column."""

    field: FieldName
    role: Role | None = None
    spellings: Annotated[tuple[Said, ...], Field(min_length=1)]
    required: YesNo = "false"
    scheme: IdentifierKind | None = None
    unit: Unit = ""
    codes: dict[str, Said] = {}
    dates: tuple[Said, ...] = ()
    max_length: Whole | None = None
    fines: str = ""


class SaidLayout(_Shape):
    """One version of the columns."""

    version: Said
    columns: Annotated[tuple[SaidColumn, ...], Field(min_length=1)]


class SaidSheet(_Shape):
    """One sheet."""

    sheet: Slug
    names: tuple[Said, ...] = ()
    record: FieldName
    optional: YesNo = "false"
    constants: SaidConstants = SaidConstants()
    document_of: tuple[FieldName, ...] = ()
    layouts: tuple[SaidLayout, ...] = ()


class SaidContract(_Shape):
    """A whole contract; ``record`` and ``layouts`` at the top are short for one sheet of any name."""

    source: Slug
    title: SaidText
    authority: Slug
    kind: Literal["official", "reproduction"] = "official"
    subjects: Literal["organisations", "residents"]
    cadence: SaidCadence
    constants: SaidConstants = SaidConstants()
    expects: SaidExpectations = SaidExpectations()
    all_or_nothing: YesNo = "false"
    waived: tuple[Said, ...] = ()
    unused: tuple[Said, ...] = ()
    guides: tuple[Said, ...] = ()
    version_cell: CellAddress = "A1"
    record: FieldName | None = None
    document_of: tuple[FieldName, ...] = ()
    layouts: tuple[SaidLayout, ...] = ()
    sheets: tuple[SaidSheet, ...] = ()
    made_up: SaidText | None = None


SHAPES: Final[tuple[type[BaseModel], ...]] = (
    SaidContract,
    SaidSheet,
    SaidLayout,
    SaidColumn,
    SaidConstants,
    SaidExpectations,
    SaidRows,
    SaidCadence,
    SaidText,
)

KEYS: Final = sorted({key for shape in SHAPES for key in shape.model_fields})


def shape_findings(wrong: ValidationError, node: Node, file: str) -> Iterator[Finding]:
    """Say each departure from the shape where it stands in the file."""
    known = positions(node)
    for error in wrong.errors(include_url=False, include_context=True):
        path = tuple(step for step in error["loc"] if step != "[key]")
        yield _said(error, path, Place(file, None, *position_of(path, known)))


def _said(error: ErrorDetails, path: tuple[str | int, ...], place: Place) -> Finding:
    last = str(path[-1]) if path else place.file
    if error["type"] == "missing":
        owners = [str(step) for step in path[:-1] if isinstance(step, str)]
        return found(SRC_MISSING, place, read=owners[-1] if owners else place.file, allowed=last)
    if error["type"] == "extra_forbidden":
        nearest = get_close_matches(last, KEYS, n=1, cutoff=0.0)[0]
        return found(SRC_UNKNOWN_KEY, place, read=last, nearest=nearest)
    read = error["input"]
    return found(
        SRC_VALUE,
        place,
        read=read if isinstance(read, str) else last,
        allowed=_allowed(error, last),
    )


_BY_KEY: Final = {
    "every": "1 month, 15 days, 1 year",
    "grace": "1 month, 15 days, 1 year",
    "decided_on": "2026-03-14",
    "version_cell": "A1",
    "filled": "0.95",
    "at_least": "0 1 2 3 …",
    "at_most": "0 1 2 3 …",
    "max_length": "0 1 2 3 …",
}


def _allowed(error: ErrorDetails, last: str) -> str:
    """Say what may stand there, by the key where it has a form of its own."""
    context = error.get("ctx", {})
    if error["type"] == "literal_error":
        listed = str(context["expected"]).replace("'", "").replace(" or ", ", ")
        return listed.removeprefix(", ")
    words = {
        "string_too_short": "…",
        "too_short": "[…, …]",
        "tuple_type": "[…, …]",
        "dict_type": "{…: …}",
        "model_type": "{…: …}",
        "string_type": "…",
    }
    if error["type"] in words:
        return words[error["type"]]
    if last in _BY_KEY:
        return _BY_KEY[last]
    return "0.95" if "filled" in error["loc"] else "a-z, 0-9, _, -"
