"""The noun Contract: one kind of worksheet that one authority delivers.

A contract says whom a sheet is about, how each column may be headed, how its cells are read, what
is required, which columns are never read, and what the source expects of itself. It is read from
YAML by ``read_contract``; every key is explained in ``docs/reference/source-contracts.md``.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from evenhand.kernel.ids import AuthorityId, RecordType, SchemeId, SourceId
from evenhand.kernel.periods import Day, Span
from evenhand.kernel.text import Text
from evenhand.sources.catalogue import FieldKind

IdentifierKind = Literal["uscc", "organisation_code", "resident", "register_number"]

Role = Literal[
    "field",  # a scored field of the record type
    "text",  # kept as typed beside the record, never scored
    "name",  # the subject's name
    "identifier",  # the subject's identifier, of one scheme
    "document",  # number of the document; for a correction, of the document that it corrects
    "article",  # the article that the document cites
    "decided_on",  # day of the document
    "happened",  # day of the event, where it is another than that of the document
    "ends",  # last day on which it is valid
    "authority",  # who issued the document, where the deliverer is another
    "subject_kind",  # what kind of subject the row is about
    "state",  # state of the document: normal, or one that a correction must bring
    "reported_on",  # when the authority entered the row
    "scheme",  # consent sheets: the scheme
    "act",  # consent sheets: given or withdrawn
]

ROLES: Final[tuple[Role, ...]] = (
    "field", "text", "name", "identifier", "document", "article", "decided_on", "happened", "ends",
    "authority", "subject_kind", "state", "reported_on", "scheme", "act",
)  # fmt: skip

DAY_ROLES: Final = frozenset({"decided_on", "happened", "ends", "reported_on"})

Unit = Literal["", "yuan", "10k-yuan"]

STATES: Final = ("normal", "update", "delete", "withdrawn", "disputed", "other")
"""What a state code may mean; a row in any state but ``normal`` is held (see ``records.admit``)."""

SUBJECT_WORDS: Final = ("organisation", "sole_trader", "resident")
"""What a subject kind's code may mean in a sheet."""

CONSENT: Final = RecordType("scheme_consent")
"""The record type of consent sheets, whose rows become consents and never evidence."""

GUIDE_SHEETS: Final = ("说明", "填表说明", "填报说明", "代码", "Notes", "Codes")
"""Sheets of a template that hold instructions and code lists."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a layout.

    Several columns may share a ``field``: they are alternatives, of which a sheet has one.

    Attributes:
        field: Name of the value: a field of the record type, or a name of the contract's own.
        role: What the value is for.
        spellings: How the head may be written; the first one stands in the template.
        kind: For role ``field``: the catalogue's kind of field.
        scheme: For role ``identifier``: which scheme of identifiers.
        unit: For amounts: yuan, or 10,000 yuan.
        codes: Spelling of a cell to what it means; empty where cells say the code itself.
        dates: For days: the rules that may read them, in order; empty for the usual ones.
        max_length: More characters than this hold the row.
        fines: For role ``text``: the amount that is read out of the text of a penalty, where no cell
            gives it; empty for none.
    """

    field: str
    role: Role
    spellings: tuple[str, ...]
    required: bool = False
    kind: FieldKind | None = None
    scheme: IdentifierKind | None = None
    unit: Unit = ""
    codes: Mapping[str, str] = dataclasses.field(default_factory=dict)
    dates: tuple[str, ...] = ()
    max_length: int = 255
    fines: str = ""

    @property
    def is_day(self) -> bool:
        """Say whether its cells are days."""
        return self.role in DAY_ROLES or self.kind == "day"


@dataclass(frozen=True, slots=True)
class Layout:
    """One version of a sheet's columns, such as double publicity version 2."""

    version: str
    columns: tuple[Column, ...]

    def with_role(self, role: Role) -> tuple[Column, ...]:
        """The columns of one role, in order."""
        return tuple(column for column in self.columns if column.role == role)

    def required_fields(self) -> tuple[str, ...]:
        """Names of the fields that every sheet must have, in order and once."""
        return tuple(dict.fromkeys(c.field for c in self.columns if c.required))


@dataclass(frozen=True, slots=True)
class Constants:
    """What holds for all rows of a sheet that has no column for it.

    Attributes:
        authority: Who issued the documents; the deliverer, unless it says another.
        article: The article that every document cites.
        legal_basis: Why the authority may deliver these data at all.
        decided_on: Reproductions only: the day that stands in for a missing one.
        scheme: Consent sheets: the scheme that every row is about.
    """

    authority: AuthorityId | None = None
    article: str = ""
    legal_basis: Text | None = None
    decided_on: Day | None = None
    scheme: SchemeId | None = None


@dataclass(frozen=True, slots=True)
class SheetRule:
    """One sheet of a source: what its rows are and which layouts it may have.

    Attributes:
        sheet: Name of the rule.
        names: How the sheet may be called in the file; empty: any name.
        optional: True when a delivery may lack the sheet.
        document_of: Reproductions only: fields that together stand in for a document number.
    """

    sheet: str
    names: tuple[str, ...]
    record: RecordType
    layouts: tuple[Layout, ...]
    constants: Constants
    optional: bool = False
    document_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Expectations:
    """What a source expects of itself; a delivery that falls short is warned about.

    ``filled`` gives, for a field, the least share of rows that have it, in ten-thousandths.
    """

    rows_at_least: int | None = None
    rows_at_most: int | None = None
    filled: Mapping[str, int] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contract:
    """One source: one kind of worksheet of one authority.

    Attributes:
        authority: Who delivers, and whose clerks sign.
        kind: ``reproduction`` for published data studied in a register of its own, where documents
            may lack number and day; ``official`` for everything else.
        waived: Heads of columns about the people behind a company: never read beyond the head.
        unused: Heads of other columns that are known and not kept, such as a serial number.
        guides: Names of sheets that hold no data.
        every: How often a delivery is due.
        grace: How much later it may come before the source counts as silent.
        all_or_nothing: True when one row that cannot be stored refuses the delivery.
        version_cell: Where a template says which source and layout it was made for.
        made_up: What in the file was invented for the demonstration.
        digest: SHA-256 of the contract's bytes.
    """

    source: SourceId
    title: Text
    authority: AuthorityId
    kind: Literal["official", "reproduction"]
    subjects: Literal["organisations", "residents"]
    sheets: tuple[SheetRule, ...]
    waived: tuple[str, ...]
    unused: tuple[str, ...]
    guides: tuple[str, ...]
    every: Span
    grace: Span
    expects: Expectations
    all_or_nothing: bool
    version_cell: str
    made_up: Text | None
    digest: str

    @property
    def about_residents(self) -> bool:
        """Say whether rows are about residents: nothing of them is quoted or kept as typed."""
        return self.subjects == "residents"

    def version_mark(self, layout: Layout) -> str:
        """What a template's version cell says, such as ``evenhand:linhe-tax-penalties:2``."""
        return f"evenhand:{self.source}:{layout.version}"


_DROPPED = re.compile(r"[\s*:,;.、。，；：\"'“”‘’\u200b-\u200d\u2060\ufeff\u00ad]+")


def plain_head(text: str) -> str:
    r"""Bring a column's head to the form in which heads are compared.

    Widths, brackets and underscores become one kind; spaces, line breaks, colons, commas, full stops,
    quotes and the star of a required column go; letters become small.

    >>> plain_head("处罚决定书文号（\n必填）：") == plain_head("处罚决定书文号(必填)")
    True
    """
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text)).casefold()
