"""Proofs of small schemes, and made-up records run through the real plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from evenhand.schemes.prove import prove
from evenhand.schemes.scheme import Example, ExampleRecord, InForce, Line, Scheme
from evenhand.schemes.verdict import Claim, Shown
from evenhand.scoring.examples import Outcome, run_examples
from evenhand.sources.catalogue import Catalogue


def claims(
    scheme: Scheme, catalogue: Catalogue, frameworks: Mapping[tuple[str, str], Scheme] | None = None
) -> dict[str, Claim]:
    """Every claim about a scheme, by its name."""
    verdicts = prove(scheme, catalogue, frameworks or {})
    return {claim.name: claim for verdict in verdicts for claim in verdict.claims}


def plan(
    scheme: Scheme, catalogue: Catalogue, *runs: tuple[Shown, Sequence[ExampleRecord]]
) -> list[Outcome]:
    """What the compiled plan gives for made-up records, a run each."""
    examples = tuple(
        Example(f"run {n}", shown.on, tuple(records), None, None, None, Line(1, 1))
        for n, (shown, records) in enumerate(runs)
    )
    results = run_examples(InForce(replace(scheme, examples=examples), None), catalogue)
    return [result.got for result in results]


def shown_in(claim: Claim) -> Shown:
    """The made-up records of a claim that was refuted."""
    assert claim.outcome == "refuted", (claim.name, claim.outcome, claim.because)
    assert claim.shown is not None
    return claim.shown
