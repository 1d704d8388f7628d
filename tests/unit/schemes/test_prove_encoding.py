"""The solver's encoding of scores says what the compiled plan says, and proofs are quick and at home."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from evenhand.schemes.prove import findings_of, prove
from evenhand.schemes.prove_examples import worked
from evenhand.schemes.prove_places import places
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import Caps, Factor, InForce, Scheme
from evenhand.scoring.examples import run_examples
from evenhand.sources.catalogue import Catalogue
from tests.conftest import ROOT
from tests.test_floor import marks

SHIPPED = sorted(
    path
    for path in (ROOT / "src" / "evenhand" / "shipped" / "schemes").rglob("*.yaml")
    if b"\nkind: framework" not in path.read_bytes()
)


def scheme_in(path: Path, catalogue: Catalogue) -> Scheme:
    return read_scheme(path.read_bytes(), path.name, catalogue)


def differences(encoded: Scheme, real: Scheme, catalogue: Catalogue) -> list[str]:
    """The examples of which the encoding of one scheme and the plan of another say different things."""
    found = []
    for result in run_examples(InForce(real, None), catalogue):
        example, got = result.example, result.got
        own = worked(encoded, example.records, example.on, catalogue)
        graded = real.scale.peers is None
        if own is None or own.points != got.points or (graded and own.grade != got.grade):
            found.append(example.name)
    return found


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_encoding_says_what_the_plan_says(path: Path, catalogue: Catalogue) -> None:
    scheme = scheme_in(path, catalogue)
    assert differences(scheme, scheme, catalogue) == []


def no_caps(factor: Factor) -> Factor:
    return replace(factor, at_most=Caps())


def no_window(factor: Factor) -> Factor:
    return replace(factor, within=None)


def no_excuses(factor: Factor) -> Factor:
    return replace(factor, unless=())


def all_of_them(factor: Factor) -> Factor:
    return replace(factor, counting="each")


@pytest.mark.parametrize(
    ("name", "forget"),
    [
        ("osmanthus-adapted", no_caps),
        ("osmanthus-adapted", no_window),
        ("linhe-compliance", no_excuses),
        ("construction-credit", all_of_them),
    ],
)
def test_an_encoding_that_forgets_something_is_noticed(
    name: str, forget: Callable[[Factor], Factor], catalogue: Catalogue
) -> None:
    path = next(path for path in SHIPPED if path.stem == name)
    scheme = scheme_in(path, catalogue)
    mutant = replace(scheme, factors=tuple(forget(factor) for factor in scheme.factors))
    assert differences(mutant, scheme, catalogue) != []


@pytest.mark.slow
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_scheme_is_proved_within_ten_seconds(path: Path, catalogue: Catalogue) -> None:
    scheme = scheme_in(path, catalogue)
    started = time.process_time()
    verdicts = prove(scheme, catalogue, {})
    assert time.process_time() - started < 10
    assert len(verdicts) == 17
    assert "W-PROVE-12" not in {f.kind.code for f in findings_of(verdicts)}
    if scheme.kind == "official":
        assert {v.outcome for v in verdicts if v.rule} <= {"proved", "kept"}


def test_the_places_are_those_of_the_marks() -> None:
    marked = {
        (rule, name.removeprefix("evenhand.")) for rule, names in marks().items() for name in names
    }
    told = {(rule, name) for rule, names in places().items() for name in names}
    methods = {(rule, name) for rule, name in told if (rule, name) not in marked}
    assert {name.rsplit(".", 1)[0] for _, name in methods} == {
        *("records.articles", "identity.holders", "pipeline.agreed", "pipeline.opened"),
    }
    assert {"RF-11", "RF-14", "RF-16"} <= {rule for rule, _ in told}


def test_the_solver_is_loaded_only_when_a_proof_runs() -> None:
    code = "import sys, evenhand.cli.main, evenhand.cli.scheme; sys.exit('z3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
