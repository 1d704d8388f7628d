"""The noun Ground: what a case may rest on, such as a list rule met by named records.

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
GroundKind = Literal["black", "red", "court", "grade", "stage"]


@dataclass(frozen=True, slots=True)
class Ground:
    """A list rule met by named records; a court's finding; records under a worse grade or a step.

    Attributes:
        subject: Whom the records are about.
        list: The list that the rule leads to.
        kind: Black (adverse), red (good conduct), or one of the kinds that are no list.
        scheme: The scheme that holds the rule; the court register itself where there is none.
        version: That scheme's version.
        rule: Which of the list's alternatives was met, or which step, counted from 1 as in the file.
        records: The records that meet it, in order of their numbers; empty for a grade held.
        documents: Keys of the documents behind them, sorted; what may enter only once.
        met_on: The event day of the record that completed it, or the last month day of a grade held.
        detail: The grade or step; empty for a list.
    """

    subject: SubjectId
    list: ListId
    kind: GroundKind
    scheme: SchemeId
    version: str
    rule: int
    records: tuple[RecordId, ...]
    documents: tuple[int, ...]
    met_on: Day
    detail: str = ""

    def facts(self) -> Json:
        """What the ground says, as a canonical value; the same facts never propose twice."""
        of_its_kind: dict[str, Json] = (
            {"scheme": self.scheme, "detail": self.detail} if self.detail else {}
        )
        return {
            **of_its_kind,
            "subject": str(self.subject),
            "list": self.list,
            "records": [str(record) for record in self.records],
            "met_on": self.met_on.isoformat() if not self.records else None,
        }

    def case_id(self) -> CaseId:
        """The one case that these facts can open."""
        return CaseId.parse("C-" + digest(self.facts())[:16])
