"""The bytes of two editions stay what they are, whatever library is upgraded."""

from __future__ import annotations

import hashlib
from pathlib import Path

from evenhand.publication.reading import Folder
from tests.conftest import ROOT
from tests.golden import check_golden
from tests.unit.publication.town import second


def test_the_bytes_of_two_editions_are_those_of_the_golden_file(tmp_path: Path) -> None:
    target = second(tmp_path / "editions").parent
    lines = []
    for path in Folder(target).paths():
        lines.append(f"{hashlib.sha256((target / path).read_bytes()).hexdigest()}  {path}")
    shown = ("2/checkpoint", "2/consistency", "2/README.txt")
    texts = [f"{path}\n{(target / path).read_text('utf-8')}" for path in shown]
    check_golden(ROOT / "tests" / "golden" / "editions.txt", "\n".join([*lines, "", *texts]))
