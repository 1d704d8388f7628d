"""How many days a witness saw go by, as a fold of the ledger.

Two stewards enrol a witness (``witness.enrolled``): its name, its key, the log whose heads it cosigns.
From then on the register asks it, and records each cosignature (``witness.cosigned``). One that the
enrolled key did not make, or of another log, counts for nothing. A witness that is dismissed saw what it
saw; whatever began while it was enrolled still runs by it.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
from dataclasses import dataclass

from evenhand.cases.together import Agreed
from evenhand.kernel.ids import CaseId
from evenhand.kernel.two_clocks import Mark, Marks
from evenhand.keys.cosigning import cosigned
from evenhand.keys.signing import PublicKey
from evenhand.relational.events import Event

COSIGNED = "witness.cosigned"


@dataclass(frozen=True, slots=True)
class Enrolled:
    """The witness of a register: its name, its key, and the log that it watches."""

    name: str
    key: PublicKey
    origin: str


@dataclass(frozen=True, slots=True)
class Head:
    """A cosigned head of the ledger: how many events, the root in base64, when by the witness."""

    size: int
    root: str
    seconds: int
    seq: int


class Witnessed:
    """What the witnesses of a register saw; it is ``cases.passing.Passing``.

    Attributes:
        enrolled: The witness now; None when there is none.
        heads: Every cosigned head that counts, in order.
    """

    def __init__(self, zone: dt.tzinfo) -> None:
        self.enrolled: Enrolled | None = None
        self.heads: list[Head] = []
        self._zone = zone
        self._marks = Marks()
        self._since: list[tuple[int, bool]] = []
        self._begun: dict[tuple[CaseId, str], int] = {}

    def begin(self, event: Event) -> None:
        """Take an event of a case: something may run from it."""
        self._begun[CaseId(event.topic), event.kind] = event.seq

    def agree(self, agreed: Agreed) -> None:
        """Take what two stewards signed about a witness."""
        said = agreed.proposal
        if not said.kind.startswith("witness."):
            return
        if said.kind == "witness.enrolled":
            key = PublicKey.parse(str(said.body["key"]))
            self.enrolled = Enrolled(said.topic, key, str(said.body["origin"]))
        elif (
            said.kind == "witness.dismissed" and self.enrolled and self.enrolled.name == said.topic
        ):
            self.enrolled = None
        self._since.append((agreed.seq, self.enrolled is not None))

    def take(self, event: Event) -> bool:
        """Take a cosignature that was recorded; says whether it counts."""
        witness, head = self.enrolled, _head(event)
        if witness is None or head is None or event.topic != witness.name:
            return False
        text = str(event.body.get("checkpoint"))
        if text.split("\n", 1)[0] != witness.origin or head.size >= event.seq:
            return False
        signature = _decoded(str(event.body.get("signature")))
        if not cosigned(witness.key, text, head.seconds, signature):
            return False
        day = dt.datetime.fromtimestamp(head.seconds, self._zone).date()
        if not self._marks.add(Mark(f"{witness.name} {witness.key}", head.size, day)):
            return False
        self.heads.append(head)
        return True

    def witnessed_since(self, case: CaseId, kind: str) -> int | None:
        """See ``Passing``."""
        seq = self._begun.get((case, kind))
        if seq is None or not (self.enrolled or self._watched(seq)):
            return None
        return self._marks.days_since(seq)

    def _watched(self, seq: int) -> bool:
        """Say whether a witness was enrolled when an event was recorded."""
        before = [enrolled for since, enrolled in self._since if since < seq]
        return bool(before) and before[-1]


def _head(event: Event) -> Head | None:
    """Read a recorded cosignature; None when it is malformed."""
    lines = str(event.body.get("checkpoint")).split("\n")
    seconds = event.body.get("seconds")
    if len(lines) < 4 or not lines[1].isdecimal() or not isinstance(seconds, int):
        return None
    if not 0 <= seconds <= 253_402_214_400:  # up to a day before the last that a calendar has
        return None
    return Head(int(lines[1]), lines[2], seconds, event.seq)


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        return b""
