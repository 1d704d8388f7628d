"""The nearest known word to one that is not known, asked for as often as rows come."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

_ASKED: Final = 300
"""Different words after which no more are compared: a column full of them is not mistyped."""

_LONGEST: Final = 60


class Nearest:
    """Remembers what was nearest to each word, and stops comparing after many."""

    def __init__(self, known: Iterable[str]) -> None:
        self.known = list(dict.fromkeys(known))
        self._answers: dict[str, str] = {}

    def to(self, said: str) -> str:
        """The nearest known word; a dash where there is none, or where too many were asked for."""
        asked = said[:_LONGEST]
        if asked not in self._answers:
            if len(self._answers) >= _ASKED:
                return "—"
            found = get_close_matches(asked, self.known, n=1, cutoff=0.0)
            self._answers[asked] = found[0] if found else "—"
        return self._answers[asked]
