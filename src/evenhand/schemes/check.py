"""Check a scheme: does it hang together, carry its worked examples, and keep the rights floor?

What it guards: a scheme that a register publishes was looked at by every check here, and a single
finding that stops refuses it. What it does not do: it runs no example (``scoring.examples``) and
proves nothing for every possible record; rules of the floor that act outside a file are kept by the
register. A ``reproduction`` may go below the floor, because no register can put it in force; its
findings are returned all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from evenhand.kernel.findings import Finding
from evenhand.rights.floor import enforces
from evenhand.schemes.check_examples import check_examples
from evenhand.schemes.check_factors import FACTOR_CHECKS
from evenhand.schemes.check_outcomes import OUTCOME_CHECKS
from evenhand.schemes.check_scale import at, check_bands, check_days, check_numbers, check_windows
from evenhand.schemes.check_totals import check_totals
from evenhand.schemes.floor_lists import LIST_RULES
from evenhand.schemes.floor_rules import FLOOR_RULES
from evenhand.schemes.outcome_findings import FRAMEWORK_SCORES_NOBODY
from evenhand.schemes.read import refusal
from evenhand.schemes.scheme import Scheme
from evenhand.sources.catalogue import Catalogue

Check: TypeAlias = Callable[[Scheme, Catalogue], Iterator[Finding]]

CHECKS: Final[tuple[Check, ...]] = (
    check_days,
    check_numbers,
    check_bands,
    check_windows,
    check_totals,
    *FACTOR_CHECKS,
    *OUTCOME_CHECKS,
    check_examples,
    *FLOOR_RULES,
    *LIST_RULES,
)


def check(scheme: Scheme, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Return every finding against a scheme, in the order of its file."""
    findings = {each for one in CHECKS for each in one(scheme, catalogue)}
    return tuple(sorted(findings, key=lambda f: (f.place, f.kind.code, f.values)))


@enforces(*(f"RF-{n}" for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 15)))
def accept(scheme: Scheme, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Accept a scheme and return what is worth a warning.

    Raises:
        SchemeRefused: With every finding, when one of them stops. A finding of the floor does not
            stop a reproduction; nobody is ever scored by a framework.
    """
    findings = check(scheme, catalogue)
    if scheme.kind == "framework":
        told = (at(scheme, FRAMEWORK_SCORES_NOBODY, "kind", read=scheme.scheme), *findings)
        raise refusal(scheme.origin.file or scheme.scheme, told)
    if any(stops(finding, scheme) for finding in findings):
        raise refusal(scheme.origin.file or scheme.scheme, findings)
    return findings


def stops(finding: Finding, scheme: Scheme) -> bool:
    """Say whether a finding refuses the scheme."""
    below_floor = finding.kind.floor is not None
    return finding.kind.weight == "stops" and not (below_floor and scheme.kind == "reproduction")
