"""The nouns of admission: a statement, a record, and what became of each row.

A statement is one value with its original text and its cell. A record is one administrative fact
about one subject, from one document of one authority.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from evenhand.kernel.codes import SubjectKind
from evenhand.kernel.evidence import Cell, Document, Support
from evenhand.kernel.findings import Finding
from evenhand.kernel.ids import RecordId, RecordType, SchemeId
from evenhand.kernel.periods import Day

IdentifierScheme = Literal["uscc", "organisation_code", "resident", "register_number"]

FieldValue = str | int | bool | Day


class Statement(NamedTuple):
    """One value of a record: the field, what was typed, where, and which rule read it."""

    field: str
    original: str
    cell: Cell
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a row means, as said: the identifier, exactly as typed after normalising width and space.

    ``sure`` is False when a code fails its check: the record is stored and its identity waits.
    For a resident ``value`` is the keyed pseudonym, never the number.
    """

    scheme: IdentifierScheme
    value: str
    sure: bool
    name: str = ""
    subject_kind: SubjectKind = "enterprise"


@dataclass(frozen=True, slots=True)
class Record:
    """One admitted record, before the register gives its subject a number.

    Attributes:
        happened: Day of the decision or event.
        ends: Day after the last on which it is valid, if limited.
        values: Scored fields by name: whole numbers (amounts in thousandths), codes, days, flags.
        statements: Every mapped cell as typed.
        corrects: True when its type corrects the record of the same document.
        supersedes: The record whose place it takes, if any.
        retracts: True when it only takes that record away.
        waits: True when its identity waits for a person; it then counts for nobody.
        reported: Day on which the authority entered the row, where the sheet says so.
        document_key: Keyed number of authority and document number.
        content: Keyed number of what it says.
        name: The subject's name as said, also where no identifier is; empty for a resident.
    """

    record: RecordId
    type: RecordType
    named: Named | None
    document: Document
    happened: Day
    ends: Day | None
    severity: str | None
    kind: str | None
    adverse: bool
    values: tuple[tuple[str, FieldValue], ...]
    statements: tuple[Statement, ...]
    support: Support
    corrects: bool = False
    supersedes: RecordId | None = None
    retracts: bool = False
    waits: bool = False
    reported: Day | None = None
    document_key: int = 0
    content: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class HeldRow:
    """What is kept of a held row until a person settles it.

    ``cells`` are field, column and text as typed; cells that RF-4 forbids to keep are missing, and a
    row about residents has none at all.
    """

    sheet: str
    row: int
    cells: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True)
class ConsentAct:
    """One row of a consent sheet: a resident's signed yes to a scheme, or its withdrawal.

    Attributes:
        person: Keyed pseudonym.
        on: Day of the signature.
        form: Number of the signed form.
    """

    person: str
    scheme: SchemeId
    act: Literal["given", "withdrawn"]
    on: Day
    form: str
    support: Support


@dataclass(frozen=True, slots=True)
class Death:
    """One row that says that a resident has died; nothing of it is kept but what follows from it.

    Attributes:
        person: Keyed pseudonym.
        on: Day on which it was registered.
    """

    person: str
    on: Day


@dataclass(frozen=True, slots=True)
class DocumentConflict:
    """A row says something else of a document than a record that stands; both are in doubt."""

    sheet: str
    row: int
    record: RecordId
    document: int


Fate = Literal["stored", "held", "refused"]

Reason = Literal[
    "",  # stored
    "header",
    "note",
    "blank",
    "repeat",  # refused: no row of data, or the same as another row
    "finding",  # held or refused: a finding says why
    "prohibited",  # held (text) or refused (column): contents that RF-4 forbids
    "sole_trader",  # refused: treated as a resident without consent (RF-3)
    "not_kept",  # refused: a resident's row that no consent covers (RF-1); never told
    "identity_waits",  # stored, but counts for nobody
    "conflict",  # held: same document, other content
]


@dataclass(frozen=True, slots=True)
class RowFate:
    """What became of one row of a sheet."""

    sheet: str
    row: int
    fate: Fate
    reason: Reason
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Filling:
    """How full a delivery's rows of data are, and when they were entered; equal for all residents.

    Attributes:
        rows: Rows of data.
        required: Items that had to be there.
        given: Items that were.
        entered: For each row with a day of decision: that day, and the day of entry: what the row
            says, or the day of the delivery.
    """

    rows: int = 0
    required: int = 0
    given: int = 0
    entered: tuple[tuple[Day, Day], ...] = ()


@dataclass(frozen=True, slots=True)
class Admission:
    """What became of a whole delivery; ``fates`` has exactly one for each row of each sheet.

    Attributes:
        findings: What was noticed about the file, its sheets and columns; those of a row are with
            its fate.
        held: What is kept of held rows.
        consents: What consent sheets say, in the order of their rows.
        conflicts: Records that the delivery puts in doubt.
        deaths: Residents who have died, known to the register or not.
        filling: What the quality of the delivery is measured by.
    """

    records: tuple[Record, ...]
    fates: tuple[RowFate, ...]
    findings: tuple[Finding, ...]
    held: tuple[HeldRow, ...] = ()
    consents: tuple[ConsentAct, ...] = ()
    conflicts: tuple[DocumentConflict, ...] = ()
    filling: Filling = Filling()
    deaths: tuple[Death, ...] = ()
