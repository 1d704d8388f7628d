"""The nouns of a proof: what was claimed of a scheme, for any records, and what came of it.

Nothing here proves anything, and nothing here needs a solver.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from evenhand.kernel.findings import Finding
from evenhand.kernel.periods import Day
from evenhand.kernel.text import Text
from evenhand.schemes.scheme import ExampleRecord

Outcome = Literal["proved", "refuted", "not_checkable", "kept"]
"""``kept``: the rule acts outside a scheme's file, where the register keeps it."""

Means = Literal["solver", "arithmetic", "membership", "structure"]
"""How a claim was settled: by z3 for any records, by comparing numbers, by looking a name up in a
closed set, by what the language can say at all."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Made-up records that show that a claim does not hold.

    Attributes:
        on: The day asked about.
        records: The records, as they would stand under ``examples``.
        more: Where two runs are compared, the records of the second; None for one run.
    """

    on: Day
    records: tuple[ExampleRecord, ...]
    more: tuple[ExampleRecord, ...] | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One property of a scheme, and what came of it.

    Attributes:
        name: A short name that does not change, such as ``points-in-range``.
        rule: The rule of the floor that it belongs to; empty for a property that no rule asks for.
        says: The property, as a sentence.
        because: Why it cannot be decided, or what exactly fails; None for what is proved.
        findings: What the author is told, each at its line; warnings stand beside a proof too.
    """

    name: str
    rule: str
    says: Text
    outcome: Outcome
    means: Means
    because: Text | None = None
    shown: Shown | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one rule of the floor.

    A rule is refuted when any of its claims is, then not checkable when any is, then proved; with
    no claim about the file it is kept by the register. What acts outside the file is named for the
    others as well.

    Attributes:
        rule: ``RF-1`` to ``RF-16``; empty for the last verdict, which holds the claims that no rule
            asks for: rules that nothing reaches, one event counted twice, the framework.
        places: Functions outside the checker that keep the rule, ``module.function``, sorted.
    """

    rule: str
    outcome: Outcome
    claims: tuple[Claim, ...]
    places: tuple[str, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the author is told of all claims."""
        return tuple(dict.fromkeys(one for claim in self.claims for one in claim.findings))
