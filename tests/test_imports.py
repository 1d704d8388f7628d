"""Who may import whom, as the contracts in pyproject.toml say, and what stays unloaded."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT

STRANGER = (
    "duckdb",
    "ibis",
    "pyarrow",
    "pydantic",
    "sqlite3",
    "evenhand.pipeline",
    "evenhand.relational",
)


def test_import_contracts_hold() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as go; go()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def loaded_by(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print('\\n'.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split("\n"))


@pytest.mark.parametrize("module", STRANGER)
def test_a_stranger_verifies_without(module: str) -> None:
    assert module not in loaded_by("import evenhand.cli.verify")


def test_the_version_loads_no_engine_and_no_command_line_library() -> None:
    loaded = loaded_by("from evenhand.cli.main import call; call(['--version'])")
    assert not loaded & {"duckdb", "ibis", "pyarrow", "pydantic", "cyclopts", "rich", "openpyxl"}


@pytest.mark.parametrize(
    "module", ["duckdb", "ibis", "pyarrow", "pydantic", "openpyxl", "cryptography"]
)
def test_the_command_tree_loads_no(module: str) -> None:
    assert module not in loaded_by("from evenhand.cli.main import application; application()")
