"""An edition before the witnesses that a verifier trusts: forged, missing, of another log, out of time."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from evenhand.cli.main import call
from evenhand.kernel.errors import ProofFailed
from evenhand.keys.signing import PrivateKey
from evenhand.publication.cosignature import WitnessKey, cosign, with_lines
from evenhand.publication.publish import publish, read_past
from evenhand.publication.sign import Checkpoint, note_parts
from evenhand.publication.verify import Trust, verify_edition
from tests.unit.publication.town import (
    MADE,
    NAMED,
    NOW,
    PUBLISHER,
    content,
    published,
    second,
)

SEEING = PrivateKey.from_chance(b"\x03" * 32)
FORGER = PrivateKey.from_chance(b"\x04" * 32)
NAME = "witness.example/w1"
WITNESS = WitnessKey(NAME, SEEING.public)
SECONDS = int(MADE.timestamp()) + 60


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return published(tmp_path / "editions")


def cosigned(
    edition: Path, seconds: int = SECONDS, key: PrivateKey = SEEING, name: str = NAME
) -> Path:
    path = edition / "checkpoint"
    text, _ = note_parts(path.read_bytes())
    line = cosign(text, name, key, seconds).line()
    path.write_bytes(with_lines(path.read_bytes(), [line]))
    return edition


def refusal(edition: Path, *witnesses: WitnessKey) -> str:
    with pytest.raises(ProofFailed) as caught:
        verify_edition(edition, NAMED, NOW, (), Trust(witnesses))
    return str(caught.value)


def test_it_says_who_cosigned_and_when(edition: Path) -> None:
    report = verify_edition(cosigned(edition), NAMED, NOW, (), Trust((WITNESS,)))
    last = report.lines[-1]
    assert (
        last.en
        == "Witnesses: 1 cosigned (witness.example/w1), the latest at 2026-03-30T01:01:00.000000Z"
    )
    assert last.zh.startswith("见证人 1 个（witness.example/w1）已联署")
    assert [one.seconds for one in report.cosigned] == [SECONDS]


def test_an_edition_that_was_cosigned_verifies_as_before_without_the_witness(edition: Path) -> None:
    assert verify_edition(cosigned(edition), NAMED, NOW).cosigned == ()


def test_of_several_cosignatures_the_latest_counts(edition: Path) -> None:
    cosigned(cosigned(edition), SECONDS + 3600)
    assert (
        verify_edition(edition, NAMED, NOW, (), Trust((WITNESS,))).cosigned[0].seconds
        == SECONDS + 3600
    )


def test_a_missing_one_is_refused(edition: Path) -> None:
    said = refusal(edition, WITNESS)
    assert said.startswith(
        "E-ED-37 checkpoint: The witness witness.example/w1 has not cosigned it."
    )
    assert "whether it refused the log" in said


def test_every_witness_that_is_named_must_have_cosigned(edition: Path) -> None:
    other = WitnessKey("witness.example/w2", FORGER.public)
    assert refusal(cosigned(edition), WITNESS, other).startswith("E-ED-37")


def test_one_by_another_key_under_the_witness_s_name_counts_for_nothing(edition: Path) -> None:
    assert refusal(cosigned(edition, key=FORGER), WITNESS).startswith("E-ED-37")


def test_a_forged_one_is_refused(edition: Path) -> None:
    line = cosign("another head\n", NAME, SEEING, SECONDS).line()
    path = edition / "checkpoint"
    path.write_bytes(with_lines(path.read_bytes(), [line]))
    assert refusal(edition, WITNESS).startswith("E-ED-36")


def test_one_of_another_log_is_refused(edition: Path) -> None:
    text, _ = note_parts((edition / "checkpoint").read_bytes())
    head = Checkpoint.read(text)
    elsewhere = Checkpoint("yangcun.example/log", head.size, head.root).text()
    path = edition / "checkpoint"
    path.write_bytes(
        with_lines(path.read_bytes(), [cosign(elsewhere, NAME, SEEING, SECONDS).line()])
    )
    assert refusal(edition, WITNESS).startswith("E-ED-36")


def test_one_of_an_earlier_head_is_refused(tmp_path: Path) -> None:
    edition = second(tmp_path / "editions")
    earlier, _ = note_parts((edition.parent / "1" / "checkpoint").read_bytes())
    path = edition / "checkpoint"
    path.write_bytes(with_lines(path.read_bytes(), [cosign(earlier, NAME, SEEING, SECONDS).line()]))
    assert refusal(edition, WITNESS).startswith("E-ED-36")


def test_one_from_before_the_edition_was_made_is_refused(edition: Path) -> None:
    verify_edition(cosigned(edition, SECONDS - 300), NAMED, NOW, (), Trust((WITNESS,)))
    other = published(edition.parent.parent / "again")
    said = refusal(cosigned(other, SECONDS - 3600), WITNESS)
    assert said.startswith("E-ED-38")
    assert "before it was made at 2026-03-30T01:00:00.000000Z" in said


def test_one_from_the_future_is_refused(edition: Path) -> None:
    later = int((NOW + dt.timedelta(hours=1)).timestamp())
    assert refusal(cosigned(edition, later), WITNESS).startswith("E-ED-39")
    beyond = published(edition.parent.parent / "again")
    assert refusal(cosigned(beyond, 2**63 - 1), WITNESS).startswith("E-ED-39")


def test_the_next_edition_continues_one_that_was_cosigned(edition: Path) -> None:
    cosigned(edition)
    past = read_past(edition.parent, 1, NAMED)
    made, _ = publish(edition.parent, content(range(1, 32), number=2), PUBLISHER, past)
    assert verify_edition(made.folder, NAMED, NOW, [(edition / "checkpoint").read_bytes()])


def test_publishing_the_same_again_keeps_the_cosignature(edition: Path) -> None:
    cosigned(edition)
    before = (edition / "checkpoint").read_bytes()
    publish(edition.parent, content(), PUBLISHER, None)
    assert (edition / "checkpoint").read_bytes() == before


def test_a_key_of_a_witness_comes_as_text_or_in_a_file(edition: Path, tmp_path: Path) -> None:
    file = tmp_path / "w.key"
    file.write_text(f"{WITNESS}\n")
    cosigned(edition)
    for key in (str(WITNESS), str(file)):
        words = ["verify", str(edition), "--key", str(NAMED), "--at", NOW.isoformat()]
        assert call([*words, "--witness", key]) == 0
    assert call([*words, "--witness", str(NAMED)]) == 2
