"""Proofs about residents: what holds for any records, and the made-up record that shows what does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evenhand.schemes.prove import findings_of, prove, publishable
from evenhand.schemes.prove_proof import Proof
from evenhand.schemes.prove_range import range_claims
from evenhand.schemes.prove_solver import Budget
from evenhand.schemes.scheme import Scheme
from evenhand.schemes.verdict import Verdict
from evenhand.sources.catalogue import Catalogue
from tests.unit.schemes.proving import claims, plan, shown_in

Read = Callable[[str], Scheme]

DONATION = "    counts: blood_donation_certificate\n    points: 5\n"
SPEEDING = "    where: {over_limit_percent: {at_least: 20}}\n    points: -1\n"


def test_everything_is_proved_of_a_good_scheme(
    points: str, read: Read, catalogue: Catalogue
) -> None:
    verdicts = prove(read(points), catalogue, {})
    assert [v.rule for v in verdicts] == [*(f"RF-{n}" for n in range(1, 17)), ""]
    assert {v.outcome for v in verdicts} == {"proved", "kept"}
    assert [v.rule for v in verdicts if v.outcome == "kept"] == ["RF-11", "RF-14", "RF-16"]
    assert publishable(verdicts)
    assert findings_of(verdicts) == ()


@pytest.mark.parametrize("name", ["points-in-range", "taking-part"])
def test_points_below_the_base_are_shown(
    name: str, points: str, read: Read, catalogue: Catalogue
) -> None:
    broken = read(points.replace("floor: 100", "floor: 0"))
    claim = claims(broken, catalogue)[name]
    shown = shown_in(claim)
    [got] = plan(broken, catalogue, (shown, shown.records))
    assert got.points is not None
    assert got.points < 100_000
    assert claim.findings[0].kind.code in ("E-PROVE-01", "E-PROVE-02")
    assert not publishable(prove(broken, catalogue, {}))


def test_a_good_record_that_pushes_out_a_better_one_is_shown(
    points: str, read: Read, catalogue: Catalogue
) -> None:
    changed = (
        "    counts: vocational_certificate\n"
        '    points: {field: level, table: {"3": 5, "4": 10}}\n    counting: latest\n'
    )
    broken = read(points.replace(DONATION, changed))
    claim = claims(broken, catalogue)["good-never-lowers"]
    shown = shown_in(claim)
    assert shown.more is not None
    assert len(shown.more) == len(shown.records) + 1
    before, after = plan(broken, catalogue, (shown, shown.records), (shown, shown.more))
    assert after.points is not None
    assert before.points is not None
    assert after.points < before.points
    assert claim.findings[0].sentence("en") == (
        'One favourable record more can make a standing worse: "donation".'
    )


def test_the_best_of_several_is_proved_not_to_push_out_a_better_one(
    points: str, read: Read, catalogue: Catalogue
) -> None:
    changed = (
        "    counts: vocational_certificate\n"
        '    points: {field: level, table: {"3": 5, "4": 10}}\n    counting: best\n'
    )
    found = claims(read(points.replace(DONATION, changed)), catalogue)
    assert found["good-never-lowers"].outcome == "proved"


def test_a_bad_record_that_pushes_out_a_worse_one_is_shown(
    points: str, read: Read, catalogue: Catalogue
) -> None:
    changed = (
        "    where: {over_limit_percent: {at_least: 20}}\n"
        "    points: {field: over_limit_percent, times: -0.01}\n    counting: latest\n"
    )
    broken = read(points.replace(SPEEDING, changed))
    claim = claims(broken, catalogue)["bad-never-raises"]
    shown = shown_in(claim)
    assert shown.more is not None
    before, after = plan(broken, catalogue, (shown, shown.records), (shown, shown.more))
    assert after.points is not None
    assert before.points is not None
    assert after.points > before.points
    assert claim.findings[0].kind.floor == "RF-2"


def test_points_without_any_record_are_refused(
    points: str, read: Read, catalogue: Catalogue
) -> None:
    broken = read(points.replace(DONATION, DONATION + "    starts: 5\n"))
    claim = claims(broken, catalogue)["back-at-base"]
    assert claim.outcome == "refuted"
    assert claim.findings[0].sentence("en") == (
        "Without any record the points are 105, and the base is 100."
    )


def test_what_cannot_be_decided_stops_publication(
    points: str, read: Read, catalogue: Catalogue
) -> None:
    tired = Proof(read(points), catalogue, Budget(0), Budget(0))
    claim = next(iter(range_claims(tired)))
    assert claim.outcome == "not_checkable"
    assert claim.because is not None
    assert claim.because.en == "It was neither proved nor did any record show the contrary."
    assert not publishable([Verdict("RF-2", "not_checkable", (claim,))])
