"""Tests that read the documentation: what is there, is described; what is described, is there."""

from __future__ import annotations

import importlib
import re
import shlex
from pathlib import Path

import pytest

from evenhand.cli.explain_error import HOMES, all_kinds
from evenhand.cli.main import COMMANDS, application, call
from tests.conftest import ROOT
from tests.golden import check_golden

DOCS = ROOT / "docs"
PAGES = sorted(
    [*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md"]
)


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def every_command() -> list[str]:
    """Every command and subcommand, as somebody types it."""
    found = []
    app = application()
    for name, where, _ in COMMANDS:
        found.append(name)
        if where.endswith(":app"):
            found += [f"{name} {inner}" for inner in app[name] if not inner.startswith("-")]
    return found


def test_every_command_is_in_the_reference() -> None:
    page = read(DOCS / "reference" / "command-line.md")
    missing = [c for c in every_command() if f"evenhand {c}" not in page]
    assert not missing


def test_every_option_of_every_command_is_in_the_reference(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    page = read(DOCS / "reference" / "command-line.md")
    missing, read_of = [], 0
    for command in every_command():
        call([*shlex.split(command), "--help"])
        options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", capsys.readouterr().out))
        read_of += len(options)
        for option in options:
            if not option.startswith("--no-") and f"`{option}" not in page:
                missing.append(f"{command} {option}")
    assert not missing
    assert read_of > 300


def test_every_error_code_is_in_the_reference() -> None:
    lines = [
        "# Error codes",
        "",
        "Made from the kinds of finding that the stages declare, by `make golden`.",
        "`evenhand explain-error CODE` says the same.",
        "",
        "| code | does | what is wrong | what to do | floor |",
        "| --- | --- | --- | --- | --- |",
    ]
    for kind in all_kinds().values():
        what = f"{kind.what.en} {kind.what.zh}".replace("|", "\\|").replace("\n", " ")
        mend = f"{kind.mend.en} {kind.mend.zh}".replace("|", "\\|").replace("\n", " ")
        lines.append(f"| {kind.code} | {kind.weight} | {what} | {mend} | {kind.floor or ''} |")
    check_golden(DOCS / "reference" / "errors.md", "\n".join(lines) + "\n")


def test_no_code_is_declared_twice() -> None:
    codes = [kind.code for home in HOMES for kind in importlib.import_module(home).KINDS]
    assert len(codes) == len(set(codes)), sorted(c for c in codes if codes.count(c) > 1)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", read(page)):
        if "://" not in target and not (page.parent / target).exists():
            broken.append(target)
    assert not broken


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_paths_that_a_page_names_exist(page: Path) -> None:
    if "adr" in page.parts:
        pytest.skip("a decision may name what came before it")
    named = re.findall(r"`((?:src|docs|tests|schemes|benchmarks)/[\w./-]+)`", read(page))
    assert not [n for n in named if not (ROOT / n).exists()]


def test_the_decisions_are_numbered_without_a_gap() -> None:
    numbers = sorted(int(p.name[:4]) for p in (DOCS / "adr").glob("[0-9]*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_decision_has_its_negative_side() -> None:
    for page in (DOCS / "adr").glob("[0-9]*.md"):
        text = read(page)
        for part in ("## Context", "## Decision", "## Consequences"):
            assert part in text, f"{page.name} lacks {part}"


def test_the_two_commands_of_the_readme_are_targets() -> None:
    readme, makefile = read(ROOT / "README.md"), read(ROOT / "Makefile")
    for command in ("demo", "test"):
        assert f"make {command}" in readme
        assert re.search(rf"^{command}:", makefile, re.M)
