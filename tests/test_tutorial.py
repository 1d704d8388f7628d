"""What the tutorial and the how-to pages show, is typed and run; what they print, appears."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

DEMO = "evenhand demo --small --out linhe"
DOCS = ROOT / "docs"
PAGES = [
    page
    for page in (DOCS / "tutorial" / "first-day.md", *sorted((DOCS / "how-to").glob("*.md")))
    if "```console" in page.read_text(encoding="utf-8")
]
BLOCK = re.compile(r"^```(console|csv [\w.-]+|yaml [\w.-]+)\n(.*?)^```$", re.M | re.S)


def environment() -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("EVENHAND")}
    programs = f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}"
    return {**kept, "PATH": programs, "COLUMNS": "100", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}


def typed(command: str, folder: Path, environ: dict[str, str]) -> str:
    """Type one command; what it prints to stderr and to stdout, one after the other."""
    done = subprocess.run(
        ["bash", "-c", command],
        check=False,
        cwd=folder,
        env=environ,
        capture_output=True,
        text=True,
    )
    return f"{done.stderr}\n{done.stdout}"


@pytest.fixture(scope="module")
def linhe(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder in which the demonstration was run once, and what it printed."""
    folder = tmp_path_factory.mktemp("pages")
    return folder, typed(DEMO, folder, environment())


def steps(page: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Files to write (name, content) and commands to type (``$``, command, lines that must appear)."""
    for kind, content in BLOCK.findall(page.read_text(encoding="utf-8")):
        if kind != "console":
            yield kind.split()[1], content, []
            continue
        for part in re.split(r"^\$ ", content, flags=re.M)[1:]:
            command, _, printed = part.partition("\n")
            yield "$", command, [line for line in printed.splitlines() if line.strip(" …")]


def appears(line: str, printed: str) -> bool:
    """Whether a line is there, spaces and what ``…`` stands for aside."""
    parts = [r"\s*".join(map(re.escape, part.split())) for part in line.split("…")]
    return re.search(".*".join(parts), re.sub(r"[ \t]+", " ", printed)) is not None


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_a_page_does_what_it_shows(page: Path, linhe: tuple[Path, str], tmp_path: Path) -> None:
    made, printed_by_demo = linhe
    shutil.copytree(made / "linhe", tmp_path / "linhe")
    environ = environment()
    for what, said, lines in steps(page):
        if what != "$":
            (tmp_path / what).write_text(said, encoding="utf-8")
        elif said.startswith("export "):
            name = said.removeprefix("export ").partition("=")[0]
            environ[name] = typed(f"{said}; printenv {name}", tmp_path, environ).strip()
        else:
            printed = printed_by_demo if said == DEMO else typed(said, tmp_path, environ)
            missing = [line for line in lines if not appears(line, printed)]
            assert not missing, f"$ {said}\n{printed}"
            assert "Traceback" not in printed, printed


def test_a_line_that_is_not_printed_is_missed() -> None:
    assert appears("held refused", " held    refused \n")
    assert appears("It counts from …", "It counts from 2026-11-29T00:00:00Z.")
    assert not appears("1 held", "2 held")


def test_the_tutorial_is_among_the_pages() -> None:
    assert PAGES[0].name == "first-day.md"
    assert len(PAGES) > 4
