"""Publish whole or not at all; the same again is the same; what left the list is nowhere readable."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from evenhand.kernel.errors import (
    BadInput,
    Conflict,
    EvenhandError,
    FloorRefusal,
    ProofFailed,
    RegisterDamaged,
)
from evenhand.kernel.text import Text
from evenhand.publication.edition import EditionContent
from evenhand.publication.log import holds_consistency
from evenhand.publication.publish import (
    current_edition,
    current_number,
    publish,
    read_past,
    withdraw,
)
from evenhand.publication.sign import decoded
from evenhand.publication.verify import verify_edition
from tests.conftest import ROOT
from tests.unit.publication.town import (
    FOOD,
    MADE,
    NAMED,
    NOW,
    PUBLISHER,
    TAX,
    UNTIL,
    company,
    content,
    everything,
    public_list,
    published,
    scheme,
    second,
    shown,
    with_fields,
)

LINES = "lists/linhe-compliance/food-safety-serious/0001.jsonl"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "register" / "editions"


@pytest.fixture(autouse=True)
def register(target: Path) -> None:
    target.parent.mkdir()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def entries(folder: Path, path: str = LINES) -> dict[str, int]:
    said = [json.loads(line) for line in (folder / path).read_text("utf-8").splitlines()]
    return {one["entry"]["name"]: one["leaf"] for one in said}


def test_an_edition_is_current_and_verified_when_publish_returns(target: Path) -> None:
    edition, report = publish(target, content(), PUBLISHER, None)
    assert (report.entries, edition.number, edition.folder) == (35, 1, target / "1")
    assert (target / "current").read_bytes() == b"1\n"
    assert current_edition(target, NAMED) == edition
    assert names(target) == ["1", "current"]


def test_publishing_the_same_again_changes_no_byte(target: Path) -> None:
    folder = second(target)
    before, stamp = everything(target), (folder / "checkpoint").stat().st_mtime_ns
    edition, report = publish(
        target, content(range(1, 32), number=2), PUBLISHER, read_past(target, 1, NAMED)
    )
    assert (edition.number, report.entries) == (2, 36)
    assert everything(target) == before
    assert (folder / "checkpoint").stat().st_mtime_ns == stamp


def test_the_order_of_what_is_handed_in_does_not_matter(target: Path, tmp_path: Path) -> None:
    of = content()
    shuffled = replace(
        of,
        lists=tuple(replace(one, entries=one.entries[::-1]) for one in reversed(of.lists)),
    )
    published(target, of)
    published(tmp_path / "other", shuffled)
    assert everything(target) == everything(tmp_path / "other")


REBUILD = """
import sys
from pathlib import Path
from tests.unit.publication.town import second
second(Path(sys.argv[1]))
"""


@pytest.mark.parametrize(
    ("seed", "locale", "zone"), [("1", "C", "UTC"), ("77", "zh_CN.UTF-8", "America/New_York")]
)
def test_another_process_seed_locale_and_zone_build_the_same_bytes(
    target: Path, tmp_path: Path, seed: str, locale: str, zone: str
) -> None:
    second(target)
    subprocess.run(
        [sys.executable, "-c", REBUILD, str(tmp_path / "again")],
        check=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone},
    )
    assert everything(tmp_path / "again") == everything(target)


def test_the_log_goes_on_and_an_unchanged_entry_keeps_its_leaf(target: Path) -> None:
    folder = second(target)
    before, now = entries(target / "1"), entries(folder)
    kept = before.keys() & now.keys()
    assert len(kept) == 29
    assert all(before[name] == now[name] for name in kept)
    assert sorted(now[name] for name in now.keys() - kept) == [36, 37]
    assert company(0).name not in now


def test_an_entry_that_changed_gets_a_new_leaf_and_a_returned_one_its_old(target: Path) -> None:
    second(target)
    shorter = content(range(31), number=3)
    changed = shown([4], last="2028-01-01")
    food = [*(e for e in shorter.lists[1].entries if e.fields["name"] != company(4).name), *changed]
    folder = published(
        target,
        replace(shorter, lists=(shorter.lists[0], public_list(FOOD, food))),
        read_past(target, 2, NAMED),
    )
    now, first = entries(folder), entries(target / "1")
    assert now[company(0).name] == first[company(0).name]
    assert now[company(4).name] == 39


def test_the_proof_of_consistency_is_what_a_witness_takes(target: Path) -> None:
    folder = second(target)
    old, _, note = (folder / "consistency").read_text("utf-8").partition("\n\n")
    size, *proof = old.split("\n")
    assert size == "old 36"
    assert note.encode() == (folder / "checkpoint").read_bytes()
    before, after = read_past(target, 1, NAMED).log.tree, read_past(target, 2, NAMED).log.tree
    steps = [decoded(step) or b"" for step in proof]
    assert holds_consistency(36, before.root(), 39, after.root(), steps)
    assert (
        (target / "1" / "consistency").read_bytes().startswith(b"old 0\n\nlinhe.example/log\n36\n")
    )


def test_shards_have_at_most_ten_thousand_entries(target: Path) -> None:
    of = replace(content(), lists=(public_list(FOOD, shown(range(10_001))),))
    folder = published(target, of)
    assert len(entries(folder)) == 10_000
    assert len(entries(folder, LINES.replace("0001", "0002"))) == 1
    row = json.loads((folder / "manifest.json").read_bytes())["lists"][0]
    assert (row["shards"], row["published"]) == ([10_000, 1], 10_001)


def test_rules_of_any_version_and_titles_of_several_lines_are_published(target: Path) -> None:
    title = Text(zh="名单\n（试行）", en="A list\n  of two lines\n")
    food = [with_fields(one, version="2026年/第1版") for one in shown([1, 2])]
    lists = (replace(public_list(FOOD, food), title=title, topic="food"),)
    rules = replace(scheme("2026年/第1版"), title=title)
    edition, _ = publish(target, replace(content(), lists=lists, schemes=(rules,)), PUBLISHER, None)
    assert edition.manifest.lists[0].title == Text(zh="名单 （试行）", en="A list of two lines")
    assert verify_edition(edition.folder, NAMED, NOW).entries == 2


def test_an_edition_without_entries_verifies(target: Path) -> None:
    folder = published(target, replace(content(), lists=(public_list(FOOD, ()),)))
    assert verify_edition(folder, NAMED, NOW).entries == 0


def test_use_ends_with_the_first_entry_in_the_registers_civil_time(target: Path) -> None:
    """RF-12, D7: no edition is for use when an entry in it has ended."""
    food = [*shown(range(3)), *shown([7], last="2026-04-01")]
    edition, _ = publish(
        target, replace(content(), lists=(public_list(FOOD, food),)), PUBLISHER, None
    )
    end = dt.datetime(2026, 4, 1, 16, 0, tzinfo=dt.UTC)  # midnight in Shanghai
    assert edition.manifest.use_until == end < UNTIL
    assert verify_edition(edition.folder, NAMED, end - dt.timedelta(seconds=1)).entries == 4
    with pytest.raises(ProofFailed, match="E-ED-16"):
        verify_edition(edition.folder, NAMED, end)


def test_use_is_never_longer_than_31_days(target: Path) -> None:
    edition, _ = publish(
        target, replace(content(), use_until=MADE + dt.timedelta(days=400)), PUBLISHER, None
    )
    assert edition.manifest.use_until == MADE + dt.timedelta(days=31)


def nothing_published(target: Path) -> bool:
    return not target.exists() or names(target) == []


def test_an_ended_entry_is_not_published(target: Path) -> None:
    food = shown([1], last="2026-03-29")
    with pytest.raises(FloorRefusal, match="RF-12: An entry's last day was 2026-03-29"):
        publish(target, replace(content(), lists=(public_list(FOOD, food),)), PUBLISHER, None)
    assert nothing_published(target)


Spoil = Callable[[EditionContent], EditionContent]


def of_food(**fields: object) -> Spoil:
    food = [with_fields(shown([1])[0], **fields)]
    return lambda of: replace(of, lists=(public_list(FOOD, food),))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (of_food(subject_kind="resident"), "E-ED-27"),
        (of_food(identifier="92000000MA0000000X"), "E-ED-27"),
        (of_food(phone="0512-1234567"), "E-ED-23 .*: phone"),
        (of_food(name="王某 110101199003074450"), "E-ED-27"),
        (of_food(name="two\nlines"), "E-ED-23 .*: name"),
        (of_food(version="2024.1"), "E-ED-25 .*version: 2024.1"),
        (lambda of: replace(of, schemes=()), "E-ED-25 .*version: 2026.1"),
        (
            lambda of: replace(of, lists=(replace(of.lists[0], withheld=3), of.lists[1])),
            r"E-ED-31 .*in_force = published \+ withheld: 7 ≠ 8",
        ),
        (
            lambda of: replace(of, lists=(public_list(FOOD, [*shown([1]), *shown([1])]),)),
            "E-ED-25",
        ),
        (lambda of: replace(of, lists=(*of.lists, of.lists[0])), "E-ED-15|E-ED-25"),
        (lambda of: replace(of, lists=(public_list(TAX, shown([1])),)), "E-ED-25 .*list: food"),
    ],
)
def test_what_would_not_verify_is_not_published(target: Path, spoil: Spoil, words: str) -> None:
    with pytest.raises(ProofFailed, match=words):
        publish(target, spoil(content()), PUBLISHER, None)
    assert nothing_published(target)
    published(target)
    with pytest.raises(ProofFailed, match=words):
        publish(target, spoil(content(number=2)), PUBLISHER, read_past(target, 1, NAMED))
    assert names(target) == ["1", "current"]
    assert current_number(target) == 1


def test_other_content_under_a_published_number_is_a_conflict(target: Path) -> None:
    before = everything(published(target))
    with pytest.raises(Conflict, match="Edition 1 is published with other content"):
        publish(target, content(range(29)), PUBLISHER, None)
    assert everything(target / "1") == before
    assert names(target) == ["1", "current"]


def test_an_edition_that_the_pointer_never_named_gives_way(target: Path) -> None:
    """A crash between rename and pointer: the edition was never published."""
    published(target)
    left = published(target, content(range(20), number=2), read_past(target, 1, NAMED))
    (target / "current").write_bytes(b"1\n")
    folder = published(target, content(range(21), number=2), read_past(target, 1, NAMED))
    assert folder == left
    assert len(entries(folder)) == 21
    assert current_number(target) == 2


def test_a_crash_before_the_pointer_is_completed_by_the_same_content(target: Path) -> None:
    folder = published(target)
    before = everything(folder)
    (target / "current").unlink()
    shutil.copytree(folder, target / "1.partial")
    published(target)
    assert everything(folder) == before
    assert names(target) == ["1", "current"]


CHANGES = ("os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "os.truncate")


def in_a_process_that_dies(at: int, act: Callable[[], object]) -> bool:
    """Do something in a child process that is killed before its change number ``at`` to any file.

    Returns:
        True when the child came to its end before that.
    """
    child = os.fork()
    if child == 0:
        seen = 0

        def count(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            opens = event == "open" and "w" in str(arguments[1])
            if opens or event in CHANGES:
                seen += 1
                if seen == at:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        act()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_killed_before_any_change_to_a_file_it_shows_the_old_edition_or_the_new(
    target: Path, tmp_path: Path
) -> None:
    published(target)
    past, of = read_past(target, 1, NAMED), content(range(1, 32), number=2)
    spare = tmp_path / "spare"
    shutil.copytree(target, spare)
    done, at, after = False, 0, set()
    while not done:
        at += 1
        done = in_a_process_that_dies(at, lambda: publish(target, of, PUBLISHER, past))
        number = current_number(target)
        after.add(number)
        assert verify_edition(target / str(number), NAMED, NOW).entries in (35, 36)
        publish(target, of, PUBLISHER, past)
        assert verify_edition(target / "2", NAMED, NOW).entries == 36
        assert names(target) == ["1", "2", "current"]
        shutil.rmtree(target)
        shutil.copytree(spare, target)
    assert after == {1, 2}
    assert at > 20


def test_a_disk_that_takes_no_more_leaves_the_old_edition_current(target: Path) -> None:
    published(target)
    past = read_past(target, 1, NAMED)

    def on_a_full_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))
        with pytest.raises(EvenhandError, match="did not keep"):
            publish(target, content(range(31), number=2), PUBLISHER, past)

    assert in_a_process_that_dies(0, on_a_full_disk)
    assert names(target) == ["1", "current"]
    assert verify_edition(target / "1", NAMED, NOW).entries == 35
    edition, _ = publish(target, content(number=2), PUBLISHER, past)
    assert (edition.number, current_number(target)) == (2, 2)


def test_a_number_must_go_up_and_continue_what_is_current(target: Path) -> None:
    second(target)
    first, last = read_past(target, 1, NAMED), read_past(target, 2, NAMED)
    with pytest.raises(BadInput, match="has to be above that of the edition before"):
        publish(target, content(number=2), PUBLISHER, last)
    with pytest.raises(BadInput, match="number 0"):
        publish(target, replace(content(), number=0), PUBLISHER, None)
    with pytest.raises(Conflict, match="Edition 2 is current; edition 1 cannot"):
        publish(target, content(), PUBLISHER, None)
    with pytest.raises(Conflict, match="has to continue the log of edition 2, which is current"):
        publish(target, content(number=3), PUBLISHER, first)
    with pytest.raises(Conflict, match="has to continue the log"):
        publish(target, content(number=3), PUBLISHER, None)


def test_times_and_zones_that_make_no_edition_are_refused(target: Path) -> None:
    of = content()
    with pytest.raises(BadInput, match="would end before the edition is made"):
        publish(target, replace(of, use_until=of.made_at), PUBLISHER, None)
    card = replace(of.register, time_zone="Linhe/Nowhere")
    with pytest.raises(BadInput, match='no time zone "Linhe/Nowhere"'):
        publish(target, replace(of, register=card), PUBLISHER, None)


def test_a_damaged_past_is_not_continued(target: Path) -> None:
    folder = published(target)
    data = bytearray((folder / "tile/0/000.p/36").read_bytes())
    data[5] ^= 1
    (folder / "tile/0/000.p/36").write_bytes(bytes(data))
    with pytest.raises(ProofFailed, match="E-ED-12"):
        read_past(target, 1, NAMED)


@pytest.mark.parametrize("text", [b"", b"x\n", b"1", b"01\n", b"0\n", b"-1\n", b"\xff\n"])
def test_a_pointer_that_says_nothing_is_reported(target: Path, text: bytes) -> None:
    published(target)
    (target / "current").write_bytes(text)
    with pytest.raises(RegisterDamaged, match="Run `evenhand check`"):
        current_number(target)


def test_nothing_of_a_withdrawn_edition_can_be_read_and_the_log_goes_on(target: Path) -> None:
    """T26: a dictionary of every organisation finds nothing in what stays."""
    second(target)
    gone = everything(target / "1")
    withdraw(target, 1)
    withdraw(target, 1)
    left = everything(target / "1")
    assert set(left) == {p for p in gone if p.startswith("tile/") or p == "checkpoint"}
    assert read_past(target, 1, NAMED).log.size == 36
    blob = b"".join(left.values())
    for number in range(32):
        for word in (company(number).code, company(number).name):
            assert word.encode() not in blob
            assert hashlib.sha256(word.encode()).digest() not in blob
    for one in shown(range(32)):
        said = json.dumps(one.fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        for guess in (said.encode(), b"\0" * 32 + said.encode()):
            assert hashlib.sha256(guess).digest() not in blob
    with pytest.raises(ProofFailed, match=r"manifest\.json"):
        verify_edition(target / "1", NAMED, NOW)
    published(target, content(number=3), read_past(target, 2, NAMED))
    assert current_number(target) == 3


def test_withdrawing_the_current_edition_leaves_none_current(target: Path) -> None:
    published(target)
    withdraw(target, 1)
    assert current_number(target) is None
    assert current_edition(target, NAMED) is None
    edition, _ = publish(target, content(number=2), PUBLISHER, read_past(target, 1, NAMED))
    assert edition.number == 2
