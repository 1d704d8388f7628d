"""What earlier versions wrote is read by today's, gives the same answers and serves the same (F32)."""

from __future__ import annotations

import json
import stat
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.stores import golden_register as golden

KEPT = sorted(p for p in golden.KEPT.iterdir() if p.is_dir())


def test_there_is_a_register_of_this_version() -> None:
    assert version("evenhand") in {folder.name for folder in KEPT}


@pytest.mark.parametrize("folder", KEPT, ids=lambda folder: folder.name)
def test_a_register_of_an_earlier_version_gives_the_same_answers(
    folder: Path, tmp_path: Path
) -> None:
    said = json.loads((folder / "answers.json").read_text(encoding="utf-8"))
    town = golden.unpack(folder, tmp_path)
    assert stat.S_IMODE((town.register / "vault").stat().st_mode) == 0o700
    assert golden.served(town) == said["served"]
    assert json.loads(json.dumps(golden.answers(town))) == said["answers"]


@pytest.mark.parametrize("folder", KEPT, ids=lambda folder: folder.name)
def test_opening_and_running_it_brings_no_effect_back(folder: Path, tmp_path: Path) -> None:
    said = json.loads((folder / "answers.json").read_text(encoding="utf-8"))
    town = golden.unpack(folder, tmp_path)
    before = town.head()[0]
    report = town.run()
    assert report["proposed"] == []
    assert town.look() == said["answers"]["cases"]
    assert town.sizes() == said["answers"]["sizes"]
    assert golden.served(town) == said["served"]
    kinds = {event.kind for event in town.events() if event.seq > before}
    assert not {kind for kind in kinds if kind.startswith("case.")}


def test_what_a_version_wrote_is_never_written_again() -> None:
    with pytest.raises(FileExistsError):
        golden.write(KEPT[0].name)
