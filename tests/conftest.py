"""What every test may ask for: the shared data, tools of Debian, a chance that repeats."""

from __future__ import annotations

import hashlib
import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.figures import print_figures
from tests.postgres import server as postgres_server

ROOT = Path(__file__).resolve().parents[1]
PATH = os.pathsep.join(
    [os.environ.get("PATH", ""), *map(str, Path("/usr/lib/postgresql").glob("*/bin"))]
)
"""Where programs are looked for; Debian keeps those of PostgreSQL beside the path."""
SHARED = Path(os.environ.get("EVENHAND_SHARED_DATA", ROOT.parent / "shared" / "data"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip tests of real data where it is absent; fail in CI where a tool is missing."""
    if item.get_closest_marker("real") and not SHARED.is_dir():
        pytest.skip(f"no shared data at {SHARED}")
    for mark in item.iter_markers("needs_tool"):
        for tool in mark.args:
            if shutil.which(tool, path=PATH) is None:
                if os.environ.get("EVENHAND_CI"):
                    pytest.fail(f"{tool} is missing, and CI must have it")
                pytest.skip(f"{tool} is not installed here")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let files with slow tests go first, so that no worker is left with one at the end."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures of explorer, kill matrix and coalition search."""
    print_figures(terminalreporter)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real public data."""
    return SHARED


@pytest.fixture
def chance() -> Callable[[int], bytes]:
    """Random bytes that are the same in every run."""
    drawn = 0

    def draw(count: int) -> bytes:
        nonlocal drawn
        made = b""
        while len(made) < count:
            drawn += 1
            made += hashlib.sha256(f"chance {drawn}".encode()).digest()
        return made[:count]

    return draw


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[], str]]:
    """Makes an empty database of a running server."""
    import psycopg

    numbers = itertools.count()
    with postgres_server() as place:

        def database() -> str:
            name = f"ledger_{next(numbers)}"
            with psycopg.connect(f"{place}postgres", autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {name}")
            return f"{place}{name}"

        yield database
