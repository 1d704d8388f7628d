"""The command itself: exit codes, nearest spellings, no escape codes, nothing heavy when it starts."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from evenhand.cli.main import COMMANDS, call
from tests.conftest import ROOT

HEAVY = ("duckdb", "ibis", "pyarrow", "pydantic", "openpyxl", "cyclopts", "rich", "cryptography")


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if k not in ("LANG", "LC_ALL", "EVENHAND_LANG")}
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True, text=True, check=False, cwd=ROOT, env=clean | environment,
    )  # fmt: skip


def test_starting_loads_nothing_heavy() -> None:
    done = python("-c", "import sys, evenhand.cli.main; print(*sys.modules)")
    assert not set(HEAVY) & set(done.stdout.split())


def test_verifying_loads_no_engine() -> None:
    program = (
        "import sys; from evenhand.cli.main import call; call(['verify', 'none', '--key', 'x']);"
        "print(*sys.modules)"
    )
    loaded = set(python("-c", program).stdout.split())
    assert not {"duckdb", "ibis", "pyarrow", "sqlite3", "pydantic"} & loaded


def test_every_command_says_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    for name, _, what in COMMANDS:
        assert call([name, "--help"]) == 0
        assert f"evenhand {name}" in capsys.readouterr().out
        assert what.endswith(".")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["recieve"], "receive"),
        (["run", "--registr", "x"], "Did you mean --register?"),
        (["receive"], "SOURCE requires an argument"),
        (["demo", "--seed", "x"], "unable to convert"),
        (["run", "--lang", "fr"], "Write --lang zh or --lang en"),
        (["explain-error", "E-DTAE-02"], "E-DATE-02"),
    ],
)
def test_wrong_usage_is_2_with_the_nearest_spelling(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in " ".join(err.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ["scheme", "check", "{none}"],
        ["scheme", "say", "{none}"],
        ["scheme", "say", "{folder}"],
        ["officer", "key", "{folder}"],
        ["run", "--register", "{none}"],
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    none = tmp_path / "none"
    assert call([a.format(none=none, folder=tmp_path) for a in arguments]) == 2
    out, err = capsys.readouterr()
    assert (out, str(tmp_path) in err) == ("", True)
    assert "Traceback" not in err


def test_an_error_code_is_explained_in_both_languages_and_as_json(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert call(["explain-error", "e-date-02"]) == 0
    assert "Fix: Write year-month-day" in capsys.readouterr().out
    assert call(["explain-error", "E-DATE-02", "--lang", "zh"]) == 0
    assert "改法: " in capsys.readouterr().out
    assert call(["--json", "explain-error", "E-DATE-02"]) == 0
    assert '"code": "E-DATE-02"' in capsys.readouterr().out


def test_output_that_is_piped_or_without_colour_has_no_escape_codes(tmp_path: Path) -> None:
    for environment in ({}, {"NO_COLOR": "1"}, {"FORCE_COLOR": ""}):
        for arguments in (["--help"], ["run", "--registr"], ["explain-error", "E-DATE-02"]):
            done = python("-m", "evenhand.cli", *arguments, **environment)
            assert "\x1b" not in done.stdout + done.stderr


def test_no_color_is_respected_on_a_terminal() -> None:
    told = _on_a_terminal(["officer", "--help"], NO_COLOR="1", TERM="xterm-256color")
    assert "revoke" in told
    assert not re.search(r"\x1b\[[0-9;]*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]", told)


def _on_a_terminal(arguments: list[str], **environment: str) -> str:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "evenhand.cli", *arguments],
        stdout=theirs, stderr=theirs, stdin=theirs, cwd=ROOT, env=os.environ | environment,
    ) as running:  # fmt: skip
        os.close(theirs)
        told = b""
        while True:
            try:
                piece = os.read(ours, 65_536)
            except OSError:
                break
            if not piece:
                break
            told += piece
        running.wait()
    os.close(ours)
    return told.decode()


@pytest.mark.parametrize("command", ["explain-error E-DATE-02", "scheme say {scheme}"])
def test_a_reader_that_goes_away_is_no_failure(command: str) -> None:
    scheme = ROOT / "src/evenhand/shipped/schemes/linhe/linhe-compliance.yaml"
    said = command.format(scheme=scheme)
    program = f"{sys.executable} -m evenhand.cli {said} | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", program], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
