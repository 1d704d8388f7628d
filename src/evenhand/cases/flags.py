"""What an auditor should look at: the same words in many cases (T18)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from evenhand.cases.case import State
from evenhand.cases.findings import SAME_WORDS
from evenhand.kernel.findings import Finding, Place, found
from evenhand.kernel.ids import CaseId

SAME_WORDS_AT_MOST: Final = 5
"""Cases that may share one text before it is flagged."""


def same_words(states: Iterable[State]) -> tuple[Finding, ...]:
    """Find answers and reasons that stand word for word in many cases; most cases first."""
    cases: dict[str, set[CaseId]] = {}
    for state in states:
        said = [o.answer for o in state.objections if o.answer]
        for text in (*said, *(d.reasons for d in state.decisions)):
            cases.setdefault("".join(text.split()), set()).add(state.facts.case)
    often = sorted((len(c), min(c)) for c in cases.values() if len(c) > SAME_WORDS_AT_MOST)
    return tuple(
        found(SAME_WORDS, Place(), read=count, allowed=example)
        for count, example in reversed(often)
    )
