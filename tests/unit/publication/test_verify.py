"""What a stranger sees: the words of a good edition, time, keys, kept checkpoints, and no engine."""

from __future__ import annotations

import datetime as dt
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from evenhand.cli.verify import run
from evenhand.kernel.errors import BadInput, ProofFailed
from evenhand.publication.continuity import compare_heads
from evenhand.publication.sign import Checkpoint, NoteKey, sign_note
from evenhand.publication.verify import read_key, verify_edition
from tests.unit.publication.forger import Forger
from tests.unit.publication.town import (
    KEY,
    MADE,
    NAMED,
    NOW,
    ORIGIN,
    OTHER_KEY,
    UNTIL,
    content,
    published,
    second,
)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "editions"


def test_a_good_edition_says_what_held_in_both_languages(target: Path) -> None:
    report = verify_edition(second(target), NAMED, NOW)
    said = [line.en for line in report.lines]
    assert said == [
        f"Signed by {NAMED}",
        "Log: 39 leaves lead to the signed root",
        "For use until 2026-04-07T01:00:00.000000Z",
        "Log: it continues the 36 leaves of before",
        "Files: 8, all there, each with its digest",
        "Schemes: 1, each the file that the register names",
        "Entries: 36, all in the log, of organisations, none past its last day",
        "Lists: 2, sizes and figures add up",
    ]
    assert report.lines[6].zh == "记录 36 条，都在日志中，都是单位，都未到期"
    assert [note.en for note in report.notes] == [
        "This is a demonstration; the organisations and figures in it are made up.",
        "This edition is exactly what the register published. "
        "It does not prove that a finding in it is true.",
    ]
    first = verify_edition(target / "1", NAMED, NOW)
    assert first.lines[3].en == "Log: it begins with this edition"
    assert (report.entries, report.head.size, report.manifest.number) == (36, 39, 2)


def test_a_key_without_a_name_takes_the_name_of_the_log(target: Path) -> None:
    folder = published(target)
    assert verify_edition(folder, KEY.public, NOW).entries == 35
    with pytest.raises(ProofFailed, match="E-ED-03"):
        verify_edition(folder, OTHER_KEY.public, NOW)


def test_a_key_under_another_name_is_refused_by_name(target: Path) -> None:
    with pytest.raises(ProofFailed, match=r"your key is yangcun.example/log\+"):
        verify_edition(published(target), NoteKey("yangcun.example/log", KEY.public), NOW)


def test_past_its_use_it_is_refused_to_the_microsecond(target: Path) -> None:
    folder = published(target)
    last = UNTIL - dt.timedelta(microseconds=1)
    assert verify_edition(folder, NAMED, last).entries == 35
    with pytest.raises(ProofFailed) as caught:
        verify_edition(folder, NAMED, UNTIL)
    assert "This edition was for use until 2026-04-06T01:00:00.000000Z" in str(caught.value)
    assert "这一版次只可使用到" in caught.value.said_in("zh")
    assert "Fetch the current edition." in str(caught.value)


def test_an_edition_from_the_future_blames_a_clock(target: Path) -> None:
    folder = published(target)
    assert verify_edition(folder, NAMED, MADE - dt.timedelta(minutes=4)).entries == 35
    with pytest.raises(ProofFailed, match="Check the clock of this computer"):
        verify_edition(folder, NAMED, MADE - dt.timedelta(minutes=6))


def test_checkpoints_kept_from_before_must_be_continued(target: Path) -> None:
    folder = second(target)
    first, now = (target / "1/checkpoint").read_bytes(), (folder / "checkpoint").read_bytes()
    report = verify_edition(folder, NAMED, NOW, known=[first, now])
    assert "36 leaves of before, and checkpoints that you kept: 2" in report.lines[3].en
    with pytest.raises(ProofFailed, match="You have seen a checkpoint of 39 leaves") as old:
        verify_edition(target / "1", NAMED, NOW, known=[now])
    assert "and this edition has 36: it is an old one" in str(old.value)


def test_a_rewritten_past_is_found_by_whoever_kept_a_checkpoint(target: Path) -> None:
    folder = published(target)
    kept = (folder / "checkpoint").read_bytes()
    forger = Forger(folder)
    forger.leaves[2] = b"E" + b"x" * 32
    forger.leaves.append(b"E" + b"y" * 32)
    forger.set_lines(FOOD, forger.lines(FOOD))
    forger.set_lines(TAX, forger.lines(TAX))
    forger.write()
    assert verify_edition(folder, NAMED, NOW).entries == 35
    with pytest.raises(ProofFailed, match="does not continue the earlier checkpoint of 36 leaves"):
        verify_edition(folder, NAMED, NOW, known=[kept])


FOOD = "lists/linhe-compliance/food-safety-serious/0001.jsonl"
TAX = "lists/linhe-compliance/tax-serious/0001.jsonl"


def test_two_people_find_two_views_of_one_size(target: Path, tmp_path: Path) -> None:
    """One origin, one size, two roots: equivocation, said with both (threat T7)."""
    folder = published(target)
    one = (folder / "checkpoint").read_bytes()
    other = (published(tmp_path / "other", content(tax=range(1, 6))) / "checkpoint").read_bytes()
    compare_heads(one, one, NAMED)
    with pytest.raises(ProofFailed) as caught:
        compare_heads(one, other, NAMED)
    assert "Two signed checkpoints of 36 leaves differ" in str(caught.value)
    for note in (one, other):
        assert note.decode().split("\n")[2] in str(caught.value)
    with pytest.raises(ProofFailed, match="E-ED-20"):
        verify_edition(folder, NAMED, NOW, known=[other])


def test_a_kept_checkpoint_of_another_register_is_refused(target: Path) -> None:
    head = Checkpoint("other.example/log", 3, b"r" * 32)
    folder = published(target)
    with pytest.raises(ProofFailed, match=r"belongs to other.example/log, not to linhe"):
        verify_edition(folder, NAMED, NOW, known=[sign_note(head.text(), ORIGIN, KEY)])
    with pytest.raises(ProofFailed, match="E-ED-03"):
        verify_edition(folder, NAMED, NOW, known=[sign_note(head.text(), "other.example/log", KEY)])


def test_where_there_is_no_edition_it_says_which_folder_to_name(tmp_path: Path) -> None:
    with pytest.raises(ProofFailed, match="Name the edition's folder, for example editions/4"):
        verify_edition(tmp_path, NAMED, NOW)
    with pytest.raises(ProofFailed, match="checkpoint is missing"):
        verify_edition(tmp_path / "nowhere", NAMED, NOW)


def test_a_key_is_read_in_both_forms() -> None:
    assert read_key(f" {NAMED}\n") == NAMED
    assert read_key(str(KEY.public)) == KEY.public
    with pytest.raises(BadInput, match="is not a key that verifies"):
        read_key("nonsense")


def test_the_command_reads_a_key_or_a_file_with_one(target: Path, tmp_path: Path) -> None:
    folder = published(target)
    (tmp_path / "linhe.pub").write_text(f"{NAMED}\n")
    for key in (str(NAMED), str(KEY.public), tmp_path / "linhe.pub", str(tmp_path / "linhe.pub")):
        assert run(folder, key, NOW).entries == 35


def test_the_command_refuses_a_key_file_that_is_not_there(target: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        run(published(target), tmp_path / "gone.pub", NOW)
    assert "公钥文件" in caught.value.said_in("zh")
    with pytest.raises(BadInput, match="is not a key that verifies"):
        run(published(target), "gone.pub", NOW)


STRANGER = """
import sys
import datetime as dt
from pathlib import Path
from evenhand.publication.verify import read_key, verify_edition
report = verify_edition(Path(sys.argv[1]), read_key(sys.argv[2]), dt.datetime(2026, 3, 31, tzinfo=dt.UTC))
print(report.entries)
loaded = {name.split(".")[0] for name in sys.modules} | set(sys.modules)
bad = {"duckdb", "ibis", "pyarrow", "pydantic", "sqlite3", "openpyxl", "ruamel", "evenhand.pipeline",
       "evenhand.relational", "evenhand.lists", "evenhand.cases", "evenhand.schemes"}
print(sorted(loaded & bad))
"""


def test_a_fresh_process_verifies_10_000_entries_in_two_seconds_and_loads_no_engine(
    target: Path,
) -> None:
    folder = published(target, content(range(10_000), range(5)))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", STRANGER, str(folder), str(NAMED)],
        capture_output=True,
        text=True,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert done.stdout.splitlines() == ["10005", "[]"]
    assert took < 2, f"{took:.2f} s of one core"
