"""What an editor says of a scheme file: the good ones stand, the malformed ones are underlined."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from evenhand.cli.main import call
from evenhand.kernel.errors import SchemeRefused
from evenhand.schemes.json_schema import editor_schema
from evenhand.schemes.read import read_scheme
from evenhand.schemes.shape_findings import DATED_OUT_OF_ORDER, NAME_TWICE, NUMBER_TOO_FINE
from evenhand.schemes.shape_findings import KINDS as OF_FORM
from evenhand.schemes.words import all_keys
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.strict_yaml import read_yaml
from tests.conftest import ROOT

SHIPPED = sorted((ROOT / "src" / "evenhand" / "shipped" / "schemes").rglob("*.yaml"))
GOOD = sorted((ROOT / "tests" / "good" / "schemes").glob("*.yaml"))
BAD = sorted((ROOT / "tests" / "bad" / "schemes").glob("*.yaml"))
UNSEEN = {DATED_OUT_OF_ORDER.code, NAME_TWICE.code, NUMBER_TOO_FINE.code}
"""Faults of form that no JSON Schema can say: order of days, names used twice, decimals."""


class Editor(yaml.BaseLoader):  # the words of YAML 1.2's core schema, as editors type them
    """Reads plain words as editors do."""


for tag, form, first in (
    ("bool", r"^(true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)([eE][-+]?[0-9]+)?$", "-+.0123456789"),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(form), list(first))


class _Values(yaml.constructor.SafeConstructor):
    """Makes values of single words."""


def _value(tag: str) -> Callable[[Any, Any], Any]:
    make = getattr(_Values, f"construct_yaml_{tag}")
    return lambda _, node: make(_Values(), node)


for tag in ("bool", "null", "int", "float"):
    Editor.add_constructor(f"tag:yaml.org,2002:{tag}", _value(tag))


def keyed(value: Any) -> Any:
    """A tree as JSON has it: keys are texts."""
    if isinstance(value, dict):
        return {str(key): keyed(inner) for key, inner in value.items()}
    return [keyed(inner) for inner in value] if isinstance(value, list) else value


def readings(path: Path) -> Iterator[Any]:
    """A file as an editor types it, and as the strict reader has it."""
    yield keyed(yaml.load(path.read_text(encoding="utf-8"), Loader=Editor))
    yield read_yaml(path.read_bytes(), path.name).plain()


@pytest.fixture(scope="module")
def validator(catalogue: Catalogue) -> Draft7Validator:
    schema = editor_schema(catalogue)
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


@pytest.mark.parametrize("path", [*SHIPPED, *GOOD], ids=lambda p: p.stem)
def test_a_good_scheme_stands(path: Path, validator: Draft7Validator) -> None:
    for reading in readings(path):
        wrong = [f"{e.json_path}: {e.message}" for e in validator.iter_errors(reading)]
        assert wrong == []


def faults_of_form(path: Path, catalogue: Catalogue) -> set[str]:
    """The codes of the faults of form that the reader finds."""
    try:
        read_scheme(path.read_bytes(), path.name, catalogue)
    except SchemeRefused as refused:
        of_form = {kind.code for kind in OF_FORM} - UNSEEN
        return {f.kind.code for f in refused.findings} & of_form
    return set()


@pytest.mark.parametrize("path", BAD, ids=lambda p: p.stem)
def test_a_malformed_scheme_is_underlined(
    path: Path, validator: Draft7Validator, catalogue: Catalogue
) -> None:
    if faults_of_form(path, catalogue):
        typed, _ = readings(path)
        assert not validator.is_valid(typed)


def test_most_faults_of_form_are_among_the_bad_schemes(catalogue: Catalogue) -> None:
    found = set[str]().union(*(faults_of_form(path, catalogue) for path in BAD))
    assert found == {kind.code for kind in OF_FORM} - UNSEEN


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("counts: blood_donation_certificate", "counts: blood_donation"),
        ("where: {over_limit_percent: {at_least: 20}}", "where: {over_limit: {at_least: 20}}"),
        ("over_limit_percent: {at_least: 20}", "over_limit_percent: {at_least: twenty}"),
        ("grades_purposes: [benefit-entitlement]", "grades_purposes: [anything]"),
        ("authority: linhe-credit-office", "authority: linhe-credit"),
        ("benefit: bus-20", "benefit: bus-99"),
        ("subjects: resident", "subjects: people"),
        ("points: 5", "point: 5"),
        ("within: 24 months", "within: 24 moons"),
        ("within: 24 months", "within:"),
        ("score: {base: 100", "score: {base: much"),
        ("published: 2026-01-05", "published: 5 January"),
    ],
)
def test_a_slip_is_underlined(now: str, then: str, points: str, validator: Draft7Validator) -> None:
    assert now in points
    typed = keyed(yaml.load(points.replace(now, then, 1), Loader=Editor))
    assert not validator.is_valid(typed)


def test_every_keyword_is_explained_in_both_languages(catalogue: Catalogue) -> None:
    schema: Any = editor_schema(catalogue)
    parts = [schema, *(v for k, v in schema["definitions"].items() if k.endswith(("Part", "ger")))]
    seen = {}
    for part in parts:
        for keyword, form in part["properties"].items():
            seen[keyword] = form["description"]
            assert re.search(r"[a-z]", form["description"])
            assert re.search(r"[\u4e00-\u9fff]", form["description"])
    assert all_keys() - {"on", "cites", "document"} <= set(seen) | {"on"}


def test_the_command_prints_it_or_writes_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(["scheme", "schema"]) == 0
    printed = json.loads(capsys.readouterr().out)
    file = tmp_path / "scheme.json"
    assert call(["scheme", "schema", "--out", str(file), "--lang", "zh"]) == 0
    assert json.loads(file.read_text(encoding="utf-8")) == printed
    assert f"# yaml-language-server: $schema={file}" in capsys.readouterr().err
