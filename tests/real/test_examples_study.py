"""A register of study scores and decides nothing: no edition, no official scheme, and no way out of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evenhand.cli.init import EXAMPLES
from evenhand.pipeline.founding import shipped
from tests.real.study import Study, evenhand


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return Study.of("highway-credit", tmp_path_factory.mktemp("study") / "register")


@pytest.fixture(scope="module")
def official(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("official")
    keys = []
    for name in ("east", "west", "auditor"):
        made = evenhand("officer", "key", folder / f"{name}.pem")
        assert made.code == 0, made.err
        keys.append(made.out.split()[-1])
    made = evenhand(
        "init", "--register", folder / "register", "--name-zh", "禾城", "--name-en", "Hecheng",
        "--jurisdiction", "CN-HECHENG", "--steward", keys[0], "--steward", keys[1],
        "--auditor", keys[2],
    )  # fmt: skip
    assert made.code == 0, made.err
    return folder / "register"


def file_of(folder: Path, *path: str) -> Path:
    """Copy a shipped file to a folder, as a person would have it."""
    there = folder / path[-1]
    there.write_bytes(shipped(*path).read_bytes())
    return there


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_is_founded_whole(name: str, tmp_path: Path) -> None:
    made = Study.of(name, tmp_path / "register")
    checked = made.call("check")
    assert (checked.code, checked.out) == (0, "The register is whole.\n")
    kind = json.loads((made.folder / "register.json").read_bytes())["kind"]
    assert kind == "reproduction"


def test_an_example_that_is_not_there_names_the_nearest(tmp_path: Path) -> None:
    refused = evenhand("init", "--register", tmp_path / "r", "--example", "gansu-list")
    assert refused.code == 2
    assert 'There is no example "gansu-list". Near it: gansu-lists' in refused.err
    assert not (tmp_path / "r").exists()


def test_nothing_is_published(study: Study, tmp_path: Path) -> None:
    key = tmp_path / "publication.pem"
    assert evenhand("officer", "key", key).code == 0
    refused = study.call("publish", "--key", key, "--origin", "study.example/log")
    assert refused.code == 2
    assert refused.err == "A register of study can publish nothing.\n"
    assert list((study.folder / "editions").iterdir()) == []


def test_nothing_is_proposed_and_there_is_no_case_to_decide(study: Study, tmp_path: Path) -> None:
    ran = study.call("run", "--json")
    assert ran.code == 0, ran.err
    said = json.loads(ran.out)
    assert (said["proposed"], said["notices"], said["time"]) == ([], 0, [])
    assert json.loads(study.call("case", "list", "--json").out) == []


def test_an_official_scheme_is_not_put_in_force_there(study: Study, tmp_path: Path) -> None:
    file = file_of(tmp_path, "schemes", "linhe", "linhe-compliance.yaml")
    refused = study.call("scheme", "publish", file)
    assert refused.code == 2
    assert (
        "linhe-compliance is official: a reproduction runs in a register of study and can be put in "
        "force in no other; nothing else runs there." in refused.err
    )


def test_a_source_of_an_office_is_not_added_there(study: Study, tmp_path: Path) -> None:
    file = file_of(tmp_path, "sources", "linhe", "environment-penalties.yaml")
    refused = study.call("source", "add", file)
    assert refused.code == 2
    assert "this register is reproduction. A source of published data belongs into" in refused.err


def test_a_reproduction_is_not_put_in_force_in_an_official_register(
    official: Path, tmp_path: Path
) -> None:
    file = file_of(tmp_path, "schemes", "cn-highway", "construction-credit.yaml")
    refused = evenhand("scheme", "publish", file, "--register", official)
    assert refused.code == 2
    assert (
        "cn-highway-construction-credit is reproduction: a reproduction runs in a register of study "
        "and can be put in force in no other" in refused.err
    )


def test_published_worksheets_are_not_taken_into_an_official_register(
    official: Path, tmp_path: Path
) -> None:
    file = file_of(tmp_path, "sources", "cn-highway", "construction-credit.yaml")
    refused = evenhand("source", "add", file, "--register", official)
    assert refused.code == 2
    assert "is reproduction; this register is official." in refused.err
    nowhere = evenhand("receive", "highway-construction-credit", file, "--register", official)
    assert nowhere.code == 2
    assert "A clerk of the authority signs each delivery" in nowhere.err
