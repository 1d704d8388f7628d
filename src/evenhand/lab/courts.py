"""What the court of the model city found: debtors who can pay and refuse.

Findings come in exact numbers, because 70 to 90 in 100 entries on black lists are such debtors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from evenhand.kernel.ids import RecordType
from evenhand.kernel.periods import Day
from evenhand.lab.chance import Chance
from evenhand.lab.conduct import share
from evenhand.lab.facts import EARLIEST, LAST, Fact, Numbers, reported_after
from evenhand.sources.catalogue import Catalogue

COURT: Final = "linhe-court"
_RULING: Final = "（{year}）临01执{n:04d}号"
_ARTICLES: Final = (70, 5, 10, 8, 5, 2)
"""In a hundred, for the six kinds of the rule: most are able and refuse."""


@dataclass(frozen=True, slots=True)
class Findings:
    """How many findings of each kind the full city has, and what became of them."""

    plan: str
    number: int
    first: Day
    last: Day
    correction: str = ""
    stayed: bool = False


FINDINGS: Final = (
    Findings("debtor", 160, Day(2025, 3, 3), LAST),
    Findings("debtor with a stay", 6, Day(2025, 3, 3), LAST, stayed=True),
    Findings("debtor before day one", 20, EARLIEST, Day(2024, 12, 31)),
    Findings("debtor who paid", 14, Day(2025, 3, 3), Day(2025, 11, 28), "judgment_satisfied"),
    Findings(
        "debtor by a reversed ruling", 4, Day(2025, 3, 3), Day(2025, 11, 28), "ruling_reversed"
    ),
)


def court_facts(
    seed: int,
    size: int,
    catalogue: Catalogue,
    numbers: Numbers,
    somebody: Callable[[], int],
) -> Iterator[Fact]:
    """Yield the findings and what closed some of them.

    Args:
        seed: Decides everything.
        size: Enterprises of the city.
        catalogue: Where the articles of the rule are.
        numbers: Numbers the documents.
        somebody: Takes an enterprise about which nothing else is planted.
    """
    chance = Chance(seed, "courts")
    articles = catalogue.types[RecordType("judgment_default")].articles
    kinds = list(zip(articles, _ARTICLES, strict=True))
    for kind in FINDINGS:
        for _ in range(share(kind.number, size)):
            on = chance.working_day(kind.first, kind.last)
            finding = Fact(
                record="judgment_default",
                authority=COURT,
                subject=somebody(),
                document=numbers.next(_RULING, on),
                decided_on=on,
                reported=reported_after(chance, on),
                article=chance.weighted(kinds).cites,
                fields=(
                    ("amount", 1_000 * chance.between(20, 9_000)),
                    ("performance", _performance(chance, kind)),
                ),
                plan=kind.plan,
            )
            yield finding
            if kind.correction:
                yield _closure(chance, finding, kind)


def _performance(chance: Chance, kind: Findings) -> str:
    return "stayed" if kind.stayed else chance.weighted([("none", 75), ("part", 25)])


def _closure(chance: Chance, finding: Fact, kind: Findings) -> Fact:
    """Close a finding some weeks later; the closure names the finding's document."""
    on = chance.working_day(Day(2025, 12, 1), LAST)
    return Fact(
        record=kind.correction,
        authority=COURT,
        subject=finding.subject,
        document=finding.document,
        decided_on=on,
        reported=reported_after(chance, on),
        plan=kind.plan,
    )
