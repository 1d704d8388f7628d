"""What large and hostile files cost: memory of a whole command, and nothing inflated of a bomb."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.unit.sources import bombs
from tests.world import HEADS, PENALTIES, World, penalty, write_workbook

LIMIT = 256 * 1024
"""Kibibytes that a process may hold (issue: 256 MiB)."""

_MEASURED = """
import re, sys
from pathlib import Path
from evenhand.cli.main import call
code = call(sys.argv[1:])
sys.stdout.flush()
print("peak", re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
sys.exit(code)
"""


def measured(town: World, *arguments: object) -> tuple[int, str, int]:
    """Run a command in a process of its own: exit code, output, peak of its memory in KiB.

    The peak is that of its own memory map; what ``getrusage`` says begins with its parent's.
    """
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *map(str, arguments), "--register", str(town.register)],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    peak = re.search(r"^peak (\d+)$", done.stdout, re.MULTILINE)
    assert peak, done.stderr
    return done.returncode, done.stdout + done.stderr, int(peak[1])


@pytest.mark.slow
def test_ten_thousand_rows_are_received_within_256_mib(town: World) -> None:
    file = town.folder / "inbox" / "large.xlsx"
    rows = [penalty(number) for number in range(1, 10_001)]
    write_workbook(file, "行政处罚", (HEADS[PENALTIES], *rows))
    code, said, peak = measured(town, "receive", PENALTIES, file, *town.acting("clerk"))
    assert code == 0, said
    assert "10,000" in said
    assert peak < LIMIT, f"{peak / 1024:.0f} MiB"


def test_a_bomb_is_refused_before_it_is_inflated(town: World) -> None:
    file = town.folder / "inbox" / "bomb.xlsx"
    file.write_bytes(bombs.rows_of_nothing())
    before = town.head()[0]
    code, said, peak = measured(town, "receive", PENALTIES, file, *town.acting("clerk"))
    assert code == 2
    assert "E-FILE" in said
    assert peak < LIMIT / 1.5, f"{peak / 1024:.0f} MiB"
    assert town.head()[0] == before + 1, "its digest and the reason, and nothing else"
    assert not any((town.register / "deliveries").iterdir())


def test_the_bomb_is_one(tmp_path: Path) -> None:
    file = tmp_path / "bomb.xlsx"
    file.write_bytes(bombs.rows_of_nothing())
    with zipfile.ZipFile(file) as parts:
        inflated = sum(part.file_size for part in parts.infolist())
    assert inflated > 100 * file.stat().st_size
