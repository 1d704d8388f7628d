"""What has not changed since the edition before is carried over, and nothing else is believed."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenhand.kernel.errors import ProofFailed
from evenhand.publication.carried import Brief, brief_of
from evenhand.publication.edition import EditionContent, Past
from evenhand.publication.publish import publish, read_past, withdraw
from evenhand.publication.reading import Folder
from evenhand.publication.shards import entry_bytes, line_of, read_line
from evenhand.publication.verify import Trust, verify_edition
from tests.unit.publication.forger import Forger
from tests.unit.publication.town import (
    FOOD,
    MADE,
    NAMED,
    NOW,
    PUBLISHER,
    TAX,
    content,
    everything,
    forged,
    public_list,
    published,
    shown,
    with_fields,
)

TAX_LINES = "lists/linhe-compliance/tax-serious/0001.jsonl"
TAX_TABLE = "lists/linhe-compliance/tax-serious/0001.csv"
FOOD_LINES = "lists/linhe-compliance/food-safety-serious/0001.jsonl"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    published(tmp_path / "editions")
    return tmp_path / "editions"


@pytest.fixture
def past(target: Path) -> Past:
    return read_past(target, 1, NAMED)


def shared(one: Path, other: Path) -> set[str]:
    """The files that two editions have under two names."""
    paths = set(Folder(one).paths()) & set(Folder(other).paths())
    return {path for path in paths if (one / path).samefile(other / path)}


def after_a_removal() -> EditionContent:
    """Company 20 left the food list; the tax list is as it was."""
    return content([n for n in range(30) if n != 20], number=2)


def test_only_what_is_the_same_to_the_byte_is_shared(target: Path, past: Past) -> None:
    folder = published(target, after_a_removal(), past)
    assert shared(target / "1", folder) == {TAX_LINES, TAX_TABLE}
    assert verify_edition(folder, NAMED, NOW).entries == 34
    assert verify_edition(target / "1", NAMED, NOW).entries == 35


def test_full_tiles_of_the_log_are_shared_too(tmp_path: Path) -> None:
    target = tmp_path / "editions"
    published(target, content(range(600)))
    folder = published(target, content(range(1, 600), number=2), read_past(target, 1, NAMED))
    tiles = {path for path in shared(target / "1", folder) if path.startswith("tile/")}
    level_0 = {"tile/0/000", "tile/0/001", "tile/entries/000", "tile/entries/001"}
    assert tiles == level_0 | {"tile/1/000.p/2"}


def test_an_edition_is_the_same_whether_it_was_lent_anything_or_not(
    target: Path, past: Past, tmp_path: Path
) -> None:
    lent = everything(published(target, after_a_removal(), past))
    shutil.copytree(target / "1", tmp_path / "alone" / "1")
    (tmp_path / "alone" / "current").write_bytes(b"1\n")
    poor = replace(past, checked=replace(past.checked, root=tmp_path / "nowhere", files={}))
    assert everything(published(tmp_path / "alone", after_a_removal(), poor)) == lent


def test_a_file_system_that_knows_no_second_name_gets_a_copy(
    target: Path, past: Past, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", refused)
    folder = published(target, after_a_removal(), past)
    assert shared(target / "1", folder) == set()
    assert verify_edition(folder, NAMED, NOW).entries == 34


@pytest.mark.parametrize("path", [TAX_LINES, TAX_TABLE, "manifest.json"])
@pytest.mark.parametrize("spoil", [lambda data: data[:-9] + b"x" + data[-8:], lambda _: b""])
def test_damage_in_the_edition_before_is_not_carried_over(
    target: Path, path: str, spoil: Callable[[bytes], bytes]
) -> None:
    file = target / "1" / path
    data = file.read_bytes()
    file.write_bytes(spoil(data))
    folder = published(target, after_a_removal(), read_past(target, 1, NAMED))
    assert path == "manifest.json" or (folder / path).read_bytes() == data
    assert verify_edition(folder, NAMED, NOW).entries == 34


def test_a_withdrawn_edition_lends_its_log_and_nothing_else(target: Path) -> None:
    withdraw(target, 1)
    past = read_past(target, 1, NAMED)
    assert past.checked.files == {}
    folder = published(target, after_a_removal(), past)
    assert verify_edition(folder, NAMED, NOW).entries == 34


def test_what_left_the_list_is_gone_from_the_disk_with_the_edition_before(
    target: Path, past: Past
) -> None:
    gone = shown([20])[0].fields["name"]
    folder = published(target, after_a_removal(), past)
    withdraw(target, 1)
    blob = b"".join((target / path).read_bytes() for path in Folder(target).paths())
    assert str(gone).encode() not in blob
    assert verify_edition(folder, NAMED, NOW).entries == 34


def of_tax(**fields: Any) -> Callable[[EditionContent], EditionContent]:
    """The same entries of the tax list in a list that says something else of itself."""
    return lambda of: replace(of, lists=(replace(of.lists[0], **fields), of.lists[1]))


def made_on(day: dt.datetime) -> Callable[[EditionContent], EditionContent]:
    return lambda of: replace(of, made_at=day, use_until=day + dt.timedelta(days=3))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (of_tax(kind="red"), "E-ED-25 .*kind: black"),
        (lambda of: replace(of, schemes=()), "E-ED-25 .*version: 2026.1"),
        (made_on(MADE - dt.timedelta(days=9)), "E-ED-25 .*since: 2026-03-27"),
    ],
)
def test_checked_lines_are_refused_where_they_may_not_stand(
    target: Path,
    past: Past,
    tmp_path: Path,
    spoil: Callable[[EditionContent], EditionContent],
    words: str,
) -> None:
    of = spoil(content(number=2))
    folder = forged(tmp_path / "forged", of, past)
    for trust in (Trust(), Trust(checked=past.checked)):
        with pytest.raises(ProofFailed, match=words):
            verify_edition(folder, NAMED, of.made_at, trust=trust)


def test_checked_lines_that_end_before_the_edition_does_are_refused(tmp_path: Path) -> None:
    """RF-12, D7: the first edition was for use until 1 April and no longer."""
    target = tmp_path / "editions"
    of = replace(content(), lists=(public_list(TAX, shown([1, 2], TAX, last="2026-04-01")),))
    published(target, of)
    past = read_past(target, 1, NAMED)
    folder = forged(tmp_path / "forged", replace(of, number=2), past)
    manifest = (folder / "manifest.json").read_bytes()
    assert b'"use_until":"2026-04-01T16:00' in manifest
    longer = _for_longer_use(folder)
    for trust in (Trust(), Trust(checked=past.checked)):
        with pytest.raises(ProofFailed, match=r"E-ED-29 .*2026-04-01"):
            verify_edition(longer, NAMED, NOW, trust=trust)


def _for_longer_use(folder: Path) -> Path:
    forger = Forger(folder)
    forger.change_manifest(lambda m: m.update(use_until="2026-04-03T16:00:00.000000Z"))
    return forger.write()


def test_who_checked_an_edition_of_another_log_is_refused(target: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    published(other, content(range(5, 9)))
    checked = read_past(other, 1, NAMED).checked
    with pytest.raises(ProofFailed, match="does not continue the earlier checkpoint"):
        verify_edition(target / "1", NAMED, NOW, trust=Trust(checked=checked))


def test_an_order_that_is_broken_between_two_shards_is_found(tmp_path: Path) -> None:
    target = tmp_path / "editions"
    published(target, replace(content(), lists=(public_list(FOOD, shown(range(10_001))),)))
    past = read_past(target, 1, NAMED)
    second = FOOD_LINES.replace("0001", "0002")
    folder = forged(
        tmp_path / "forged",
        replace(content(number=2), lists=(public_list(FOOD, shown(range(10_001))),)),
        past,
    )
    assert verify_edition(folder, NAMED, NOW, trust=Trust(checked=past.checked)).entries == 10_001
    shutil.copy(folder / FOOD_LINES, folder / second)
    with pytest.raises(ProofFailed, match="E-ED-25"):
        verify_edition(folder, NAMED, NOW, trust=Trust(checked=past.checked))


def test_publishing_refuses_a_removal_that_leaves_wrong_sums(target: Path, past: Past) -> None:
    of = content(number=2)
    wrong = replace(of, lists=(replace(of.lists[0], withheld=3), of.lists[1]))
    with pytest.raises(ProofFailed, match="E-ED-31"):
        publish(target, wrong, PUBLISHER, past)
    assert (target / "current").read_bytes() == b"1\n"


WORDS = st.sampled_from(
    ['","version":"9', '"since":"1999-01-01"', "有限公司", "a\\", '"', "x", '\\"last_day\\":\\"']
)


@given(
    st.lists(
        st.tuples(
            st.lists(WORDS, min_size=1, max_size=4).map("".join),
            st.dates(dt.date(2025, 1, 1), dt.date(2026, 1, 1)),
            st.sampled_from(["2026.1", "2026.2", "2026年/第1版", 'a"b', "a\\"]),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_a_brief_says_what_the_lines_say(rows: list[tuple[str, dt.date, str]]) -> None:
    made = [
        with_fields(one, name=name, since=str(day), version=version)
        for one, (name, day, version) in zip(shown(range(len(rows))), rows, strict=True)
    ]
    data = b"".join(line_of(entry_bytes(one.fields), 7, b"s" * 32) for one in made)
    fields = [read_line(line).fields for line in data.splitlines(keepends=True)]
    versions = frozenset(one["version"] for one in fields)
    escaped = any(set('"\\') & set(version) for version in versions)
    assert brief_of(data) == (
        None
        if escaped
        else Brief(
            count=len(rows),
            entries=(fields[0]["entry"], fields[-1]["entry"]),
            kind="black",
            versions=versions,
            days=(max(f["since"] for f in fields), min(f["last_day"] for f in fields)),
        )
    )
    assert brief_of(b"") is None
