"""Every edition of ``tests/bad/editions.py`` is refused, with these words and at this place."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from evenhand.kernel.errors import ProofFailed
from evenhand.publication.publish import read_past
from evenhand.publication.reading import Folder
from evenhand.publication.verify import Trust, verify_edition
from tests.bad.editions import CHEATED, TAMPERED, Spoil
from tests.unit.publication.town import NAMED, NOW, second

BAD = [pytest.param(*case[1:], id=case[0]) for case in (*TAMPERED, *CHEATED)]


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two editions that verify."""
    target = tmp_path_factory.mktemp("town") / "editions"
    second(target)
    return target


@pytest.fixture
def edition(good: Path, tmp_path: Path) -> Path:
    """The second of them, to be spoiled."""
    shutil.copytree(good, tmp_path / "editions")
    return tmp_path / "editions" / "2"


def test_the_editions_are_good_before_they_are_spoiled(edition: Path) -> None:
    assert verify_edition(edition, NAMED, NOW).entries == 36


@pytest.mark.parametrize(("spoil", "code", "place", "words"), BAD)
def test_a_bad_edition_is_refused(
    edition: Path, spoil: Spoil, code: str, place: str, words: str
) -> None:
    spoil(edition)
    with pytest.raises(ProofFailed) as caught:
        verify_edition(edition, NAMED, NOW)
    said = caught.value
    assert said.finding is not None
    assert said.finding.kind.code.startswith(code), str(said)
    assert str(said.finding.place).startswith(place)
    assert words in str(said)
    assert said.finding.sentence("zh") in said.said_in("zh")


@pytest.mark.parametrize(("spoil", "code", "place", "words"), BAD)
def test_a_bad_edition_is_refused_by_whoever_checked_the_one_before(
    edition: Path, good: Path, spoil: Spoil, code: str, place: str, words: str
) -> None:
    trust = Trust(checked=read_past(good, 1, NAMED).checked)
    assert verify_edition(edition, NAMED, NOW, trust=trust).entries == 36
    spoil(edition)
    with pytest.raises(ProofFailed) as caught:
        verify_edition(edition, NAMED, NOW, trust=trust)
    said = caught.value
    assert said.finding is not None
    assert (said.finding.kind.code, words in str(said)) == (code, True), str(said)
    assert str(said.finding.place).startswith(place)


@pytest.mark.parametrize("path", ["manifest.json", "lists/linhe-compliance/tax-serious/0001.csv"])
def test_a_pipe_is_refused_and_never_waited_for(edition: Path, path: str) -> None:
    (edition / path).unlink()
    os.mkfifo(edition / path)
    with pytest.raises(ProofFailed, match="no plain file"):
        verify_edition(edition, NAMED, NOW)


def test_a_refusal_quotes_nothing_of_a_resident(edition: Path) -> None:
    spoils = [case[1] for case in CHEATED if "resident's number" in case[0]]
    for spoil in spoils:
        shutil.rmtree(edition)
        shutil.copytree(edition.parent / "1", edition)
        spoil(edition)
        with pytest.raises(ProofFailed) as caught:
            verify_edition(edition, NAMED, NOW)
        for said in (str(caught.value), caught.value.said_in("zh"), repr(caught.value.finding)):
            assert "1101011990" not in said
            assert "王某" not in said


@pytest.mark.parametrize("checked_before", [False, True])
def test_each_of_300_flipped_bits_is_found_and_its_file_is_named(
    edition: Path, good: Path, checked_before: bool
) -> None:
    trust = Trust(checked=read_past(good, 2, NAMED).checked if checked_before else None)
    paths = list(Folder(edition).paths())
    chance = random.Random(20260330)
    for _ in range(300):
        path = chance.choice(paths)
        data = (edition / path).read_bytes()
        at = chance.randrange(len(data) * 8)
        changed = bytearray(data)
        changed[at // 8] ^= 1 << (at % 8)
        (edition / path).write_bytes(bytes(changed))
        with pytest.raises(ProofFailed) as caught:
            verify_edition(edition, NAMED, NOW, trust=trust)
        assert caught.value.finding is not None
        assert caught.value.finding.place.file == path, f"bit {at} of {path}: {caught.value}"
        (edition / path).write_bytes(data)
    assert verify_edition(edition, NAMED, NOW).entries == 36
