"""Prove a scheme: each rule of the rights floor with its verdict, for any records.

What it guards: nothing is made public of which the floor is refuted or cannot be checked. What it
does not do: it runs no worked example and reads no register. The solver is loaded only when a
proof runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from evenhand.kernel.findings import Finding
from evenhand.schemes.scheme import Scheme
from evenhand.schemes.verdict import Verdict
from evenhand.sources.catalogue import Catalogue


def prove(
    scheme: Scheme,
    catalogue: Catalogue,
    frameworks: Mapping[tuple[str, str], Scheme],
) -> tuple[Verdict, ...]:
    """Give the verdict of each rule of the floor, in order, and of what no rule asks for.

    Args:
        scheme: Read, and free of findings that stop it.
        catalogue: The record types and closed lists that it names.
        frameworks: The frameworks at hand, by scheme and version.
    """
    from evenhand.schemes.prove_all import prove_all

    return prove_all(scheme, catalogue, frameworks)


def publishable(verdicts: Iterable[Verdict]) -> bool:
    """Say whether nothing is refuted and no rule of the floor is beyond checking."""
    return all(
        verdict.outcome in ("proved", "kept") and not _stops(verdict.findings)
        for verdict in verdicts
    )


def findings_of(verdicts: Iterable[Verdict]) -> tuple[Finding, ...]:
    """What the author is told of all verdicts, in the order of the file."""
    found = {finding for verdict in verdicts for finding in verdict.findings}
    return tuple(sorted(found, key=lambda f: (f.place, f.kind.code, f.values)))


def _stops(findings: Iterable[Finding]) -> bool:
    return any(finding.kind.weight == "stops" for finding in findings)
