"""The noun Ground: a list rule met by named records, on which a case may rest.

It is a word of the kernel because ``scoring`` finds grounds and ``cases`` receives them, and
neither may know the other: what proposes has no way to a score, what decides has none to an engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from evenhand.kernel.canonical import Json, digest
from evenhand.kernel.ids import CaseId, ListId, RecordId, SchemeId, SubjectId
from evenhand.kernel.periods import Day

ListKind = Literal["black", "red"]


@dataclass(frozen=True, slots=True)
class Ground:
    """A list rule met by named records.

    Attributes:
        subject: Whom the records are about.
        list: The list that the rule leads to.
        kind: Black (adverse) or red (good conduct).
        scheme: The scheme that holds the rule.
        version: That scheme's version.
        rule: Which of the list's alternatives was met, counted from 1 as in the file.
        records: The records that meet it, in order of their numbers; empty for a grade held.
        documents: Keys of the documents behind them, sorted; what may enter only once.
        met_on: The event day of the record that completed it, or the last month day of a grade held.
    """

    subject: SubjectId
    list: ListId
    kind: ListKind
    scheme: SchemeId
    version: str
    rule: int
    records: tuple[RecordId, ...]
    documents: tuple[int, ...]
    met_on: Day

    def facts(self) -> Json:
        """What the ground says, as a canonical value; the same facts never propose twice."""
        return {
            "subject": str(self.subject),
            "list": self.list,
            "records": [str(record) for record in self.records],
            "met_on": self.met_on.isoformat() if not self.records else None,
        }

    def case_id(self) -> CaseId:
        """The one case that these facts can open."""
        return CaseId.parse("C-" + digest(self.facts())[:16])
