"""Breaks of good schemes, for testing the checker by mutation: rule of the floor, scheme, edits of its text.

Each break goes below one rule and no other. Those of one rule differ in what they abuse, not in names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tests.conftest import ROOT

_LINHE = ROOT / "src" / "evenhand" / "shipped" / "schemes" / "linhe"
_GOOD = ROOT / "tests" / "good" / "schemes"

BASES: Final = {
    "osmanthus": _LINHE / "linhe-osmanthus.yaml",
    "compliance": _LINHE / "linhe-compliance.yaml",
    "bodies": _LINHE / "linhe-public-bodies.yaml",
    "points": _GOOD / "town-points.yaml",
    "town": _GOOD / "town-compliance.yaml",
    "offices": _GOOD / "values-with-a-history.yaml",
}
"""The good schemes: about residents, enterprises and public bodies, shipped and small."""

Edit = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Break:
    """One break: the rule that it breaks, in which scheme, in a few words, and how.

    Attributes:
        edits: What stands there and what is written instead, each once.
        where: The section in which it is found when it is not an edited one.
    """

    rule: str
    base: str
    name: str
    edits: tuple[Edit, ...]
    where: str = ""

    @property
    def text(self) -> str:
        """The broken scheme."""
        text = BASES[self.base].read_text(encoding="utf-8")
        for old, new in self.edits:
            assert old in text, f"{self.name}: {old!r} is not in {self.base}"
            text = text.replace(old, new, 1)
        return text
