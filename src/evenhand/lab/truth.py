"""What a model city knows about itself, so that tests can ask whether the register found it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from evenhand.kernel.canonical import Json
from evenhand.lab.civic import KEPT
from evenhand.lab.enterprises import Enterprise
from evenhand.lab.facts import Fact
from evenhand.lab.people import Resident
from evenhand.lab.sheets import File

_ABOUT_RESIDENTS: Final = frozenset(kept.record for kept in KEPT)


def conduct_truth(
    facts: Sequence[Fact], enterprises: Sequence[Enterprise], residents: Sequence[Resident]
) -> dict[str, Json]:
    """Say what was documented: numbers by type, and who has what was planted, by code.

    ``planted`` gives, for each plan and record type, the codes of the enterprises concerned, sorted.
    """
    planted: dict[str, dict[str, list[str]]] = {}
    for fact in facts:
        if fact.plan not in ("", "poor", "under age"):
            of = planted.setdefault(fact.plan, {}).setdefault(fact.record, [])
            of.append(enterprises[fact.subject].uscc)
    joined = [who for who in residents if who.joined]
    return {
        "records": dict(sorted(Counter(fact.record for fact in facts).items())),
        "planted": {
            plan: {record: sorted(set(codes)) for record, codes in sorted(of.items())}
            for plan, of in sorted(planted.items())
        },
        "residents": {
            "joined": len(joined),
            "left": sum(1 for who in joined if who.left),
            "under age with a consent": sum(1 for fact in facts if fact.plan == "under age"),
            "rows about who joined": _about(facts, {who.resident for who in joined}),
        },
    }


def _about(facts: Sequence[Fact], residents: set[int]) -> int:
    """Count the records about some residents, consents left out."""
    return sum(1 for fact in facts if fact.record in _ABOUT_RESIDENTS and fact.subject in residents)


def file_truth(files: Sequence[File]) -> list[Json]:
    """Say the files in order of delivery: source, name, and rows below the head by sheet."""
    return [
        {
            "source": file.source,
            "file": file.name,
            "rows": {page.sheet: len(page.lines) for page in file.pages},
        }
        for file in files
    ]
