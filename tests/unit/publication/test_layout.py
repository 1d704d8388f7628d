"""The paths of an edition: C2SP tlog-tiles' own examples, and nothing that leads out of the folder."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from evenhand.publication.layout import Tile, may_be_listed, scheme_paths, shard_paths, tiles


@pytest.mark.parametrize(
    ("tile", "path"),
    [
        (Tile(0, 0, 256), "tile/0/000"),
        (Tile(0, 1234067, 256), "tile/0/x001/x234/067"),
        (Tile(1, 999, 17), "tile/1/999.p/17"),
        (Tile(2, 1000, 1), "tile/2/x001/000.p/1"),
    ],
)
def test_a_tiles_path(tile: Tile, path: str) -> None:
    assert tile.path == path


def test_leaves_stand_beside_tiles_of_level_0_only() -> None:
    assert Tile(0, 273, 112).entries_path == "tile/entries/273.p/112"
    with pytest.raises(ValueError, match="level 1 has no leaves"):
        _ = Tile(1, 0, 1).entries_path


def test_the_tiles_of_the_specifications_example() -> None:
    made = list(tiles(70_000))
    assert Counter((t.level, t.width == 256) for t in made) == {
        (0, True): 273,
        (0, False): 1,
        (1, True): 1,
        (1, False): 1,
        (2, False): 1,
    }
    assert [t.width for t in made if t.width < 256] == [112, 17, 1]
    assert [t.path for t in tiles(256)] == ["tile/0/000", "tile/1/000.p/1"]
    assert list(tiles(0)) == []


def test_shards_and_schemes_have_their_places() -> None:
    assert shard_paths("linhe-compliance", "tax-serious", 12) == (
        "lists/linhe-compliance/tax-serious/0012.jsonl",
        "lists/linhe-compliance/tax-serious/0012.csv",
    )
    assert scheme_paths("linhe", "2026.1")[0] == "schemes/linhe/2026.1/scheme.yaml"


@pytest.mark.parametrize("version", ["..", "../../etc", "a/b", "", "2026.", " 1", "一"])
def test_a_version_that_fits_no_path_stands_under_a_digest(version: str) -> None:
    file, _, _ = scheme_paths("linhe", version)
    assert re.fullmatch(r"schemes/linhe/v-[0-9a-f]{16}/scheme\.yaml", file)
    assert may_be_listed(file)


@pytest.mark.parametrize("name", ["..", "a/b", "", "Linhe", "../../etc"])
def test_a_name_that_would_leave_the_folder_has_no_path(name: str) -> None:
    with pytest.raises(ValueError, match="is no path of an edition"):
        scheme_paths(name, "2026.1")
    with pytest.raises(ValueError, match="is no path of an edition"):
        shard_paths("linhe", name, 1)


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "../checkpoint",
        "lists/../../x/0001.jsonl",
        "lists/a/b/1.jsonl",
        "lists/a/b/0001.xlsx",
        "checkpoint",
        "manifest.json",
        "tile/0/000",
        "README.txt\n",
        "README.TXT",
        "lists/a/b/0001.jsonl/..",
        "",
    ],
)
def test_a_manifest_may_not_name(path: str) -> None:
    assert not may_be_listed(path)
