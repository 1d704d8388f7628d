"""Registers of study, made and filled through the command line in this process."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from evenhand.cli.main import call

ORDER = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The 31 characters of a unified social credit code, in order of value (GB 32100)."""

WIDER = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""The 36 characters of an organisation code, in order of value (GB 11714)."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one call of the command printed, and its exit code."""

    code: int
    out: str
    err: str


def evenhand(*arguments: str | Path) -> Said:
    """Call the command."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = call([*map(str, arguments), "--lang", "en"])
    return Said(code, out.getvalue(), err.getvalue())


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt as the clerk gets it."""

    said: dict[str, Any]

    @property
    def counts(self) -> dict[str, int]:
        """Rows of the file, and rows by fate."""
        return dict(self.said["counts"])

    @property
    def reasons(self) -> dict[str, int]:
        """Rows by reason, over all sheets."""
        (sheet,) = self.said["sheets"]
        return dict(sheet["reasons"])

    @property
    def held(self) -> dict[int, set[str]]:
        """Rows that are held, each with the codes that hold it."""
        return {row["row"]: set(row["codes"]) for row in self.said["held"]}

    @property
    def waits(self) -> set[int]:
        """Rows that are stored and wait for their identity."""
        return {row["row"] for row in self.said["waits"]}

    def found(self, code: str) -> int:
        """How often a finding was made."""
        return sum(f["count"] for f in self.said["findings"] if f["code"] == code)

    def rows(self, *codes: str) -> set[int]:
        """Rows with any of some findings."""
        return {
            place["row"]
            for finding in self.said["findings"]
            if finding["code"] in codes
            for place in finding["places"]
        }

    def words(self, code: str) -> str:
        """What the first finding of a code says."""
        return next(
            str(f["places"][0]["what"]["en"]) for f in self.said["findings"] if f["code"] == code
        )


@dataclass(frozen=True, slots=True)
class Study:
    """A register of study."""

    folder: Path

    @classmethod
    def of(cls, example: str, folder: Path) -> Self:
        """Make one from an example."""
        made = evenhand("init", "--register", folder, "--example", example)
        assert made.code == 0, made.err
        return cls(folder)

    def call(self, *arguments: str | Path) -> Said:
        """Call the command about this register."""
        return evenhand(*arguments, "--register", self.folder)

    def receive(self, source: str, file: Path) -> Receipt:
        """Deliver a file."""
        taken = self.call("receive", source, file, "--json")
        assert taken.code == 0, taken.err
        receipt = Receipt(json.loads(taken.out))
        counts = receipt.counts
        assert counts["rows"] == counts["stored"] + counts["held"] + counts["refused"]
        return receipt

    def queue(self) -> list[dict[str, Any]]:
        """Everything that waits for a person, as ``evenhand held`` lists it."""
        listed = self.call("held", "--json")
        assert listed.code == 0, listed.err
        return list(json.loads(listed.out))


def credit_code_passes(code: str) -> bool:
    """Check a unified social credit code by the text of GB 32100 alone: powers of 3, modulo 31."""
    if len(code) != 18 or any(character not in ORDER for character in code):
        return False
    total = sum(ORDER.index(c) * pow(3, place, 31) for place, c in enumerate(code[:17]))
    return ORDER[-total % 31] == code[17]


def organisation_code_passes(code: str) -> bool:
    """Check an organisation code by the text of GB 11714 alone: eight weights, modulo 11."""
    bare = code.replace("-", "")
    if len(bare) != 9 or any(character not in WIDER for character in bare):
        return False
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(WIDER.index(c) * weight for c, weight in zip(bare, weights, strict=False))
    return "0123456789X0"[11 - total % 11] == bare[8]
