"""The reference page tells a stranger how to verify by hand; its lines are run as they stand."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from evenhand.publication.fields import FIELDS
from evenhand.publication.manifest import TALLY
from evenhand.publication.sign import NoteKey
from tests.conftest import ROOT
from tests.unit.publication.town import NAMED, ORIGIN, OTHER_KEY, content, published, second

PAGE = (ROOT / "docs" / "reference" / "editions.md").read_text(encoding="utf-8")
SHELL = re.findall(r"```sh\n(.*?)```", PAGE, re.S)
(PYTHON,) = re.findall(r"```python\n(.*?)```", PAGE, re.S)


def by_hand(folder: Path, lines: str, scratch: Path, key: str = str(NAMED)) -> tuple[int, str]:
    """Run lines of the page in an edition's folder, with a scratch folder for ``/tmp``."""
    told = lines.replace("/tmp/", f"{scratch}/")
    program = [sys.executable, "-c", told] if "import " in told else ["bash", "-c", told]
    done = subprocess.run(
        program,
        cwd=folder,
        env=os.environ | {"KEY": key},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.needs_tool("openssl", "bash")
def test_the_lines_of_the_page_verify_an_edition(tmp_path: Path) -> None:
    folder = second(tmp_path / "editions")
    for lines, words in (
        (SHELL[0], "Verified Successfully"),
        (PYTHON, ""),
        (SHELL[1], "in the log"),
    ):
        code, said = by_hand(folder, lines, tmp_path)
        assert code == 0, said
        assert words in said


def test_the_root_by_hand_is_right_for_more_than_one_tile(tmp_path: Path) -> None:
    folder = published(tmp_path / "editions", content(range(600)))
    assert by_hand(folder, PYTHON, tmp_path) == (0, "")


@pytest.mark.needs_tool("openssl", "bash")
def test_the_lines_of_the_page_find_a_changed_edition(tmp_path: Path) -> None:
    folder = published(tmp_path / "editions")
    other = str(NoteKey(ORIGIN, OTHER_KEY.public))
    code, said = by_hand(folder, SHELL[0], tmp_path, other)
    assert code != 0
    assert "Signature Verification Failure" in said
    assert by_hand(folder, PYTHON, tmp_path) == (0, "")
    shard = folder / "lists/linhe-compliance/tax-serious/0001.jsonl"
    shard.write_bytes(shard.read_bytes().replace(b"2029", b"2028", 1))
    code, said = by_hand(folder, SHELL[1], tmp_path)
    assert code != 0
    assert "tax-serious/0001.jsonl: FAILED" in said
    manifest = folder / "manifest.json"
    manifest.write_bytes(manifest.read_bytes().replace(b"Linhe", b"Other", 1))
    assert "the manifest is not the last leaf" in by_hand(folder, PYTHON, tmp_path)[1]


@pytest.mark.parametrize("name", [*FIELDS, *TALLY])
def test_every_field_and_figure_is_on_the_page(name: str) -> None:
    assert f"`{name}`" in PAGE
