"""All claims about one scheme, gathered into a verdict for each rule of the floor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from evenhand.rights.floor import RULES
from evenhand.schemes.prove_direction import direction_claims
from evenhand.schemes.prove_ends import end_claims
from evenhand.schemes.prove_findings import BEYOND_PROOF
from evenhand.schemes.prove_floor import floor_claims
from evenhand.schemes.prove_framework import framework_claims
from evenhand.schemes.prove_lists import list_claims
from evenhand.schemes.prove_places import places
from evenhand.schemes.prove_proof import Proof
from evenhand.schemes.prove_range import range_claims
from evenhand.schemes.prove_rules import rule_claims
from evenhand.schemes.scheme import Scheme
from evenhand.schemes.verdict import Claim, Outcome, Verdict
from evenhand.sources.catalogue import Catalogue


def prove_all(
    scheme: Scheme,
    catalogue: Catalogue,
    frameworks: Mapping[tuple[str, str], Scheme],
) -> tuple[Verdict, ...]:
    """Settle every claim and give the verdicts, RF-1 to RF-16 and then what no rule asks for."""
    proof = Proof(scheme, catalogue)
    claims = [
        *floor_claims(proof),
        *range_claims(proof),
        *direction_claims(proof),
        *end_claims(proof),
        *list_claims(proof),
        *rule_claims(proof),
        *framework_claims(proof, frameworks),
    ]
    told = [_told(proof, claim) for claim in claims]
    return tuple(_verdict(rule, told) for rule in (*(r.number for r in RULES), ""))


def _told(proof: Proof, claim: Claim) -> Claim:
    """Tell the author of what could not be checked, as of everything else that stops."""
    if claim.outcome != "not_checkable" or claim.because is None:
        return claim
    values = {"read": claim.rule or claim.name, "zh": claim.because.zh, "en": claim.because.en}
    return replace(claim, findings=(*claim.findings, proof.finding(BEYOND_PROOF, **values)))


def _verdict(rule: str, claims: list[Claim]) -> Verdict:
    own = tuple(claim for claim in claims if claim.rule == rule)
    found = {claim.outcome for claim in own}
    order: tuple[Outcome, ...] = ("refuted", "not_checkable", "proved")
    outcome = next((one for one in order if one in found), "kept" if rule else "proved")
    return Verdict(rule, outcome, own, places().get(rule, ()))
