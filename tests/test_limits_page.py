"""Every limit in the code stands on the page of limits, with its number."""

from __future__ import annotations

import datetime as dt
import importlib
import re

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "reference" / "limits.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([^|]+) \| [^|]+ \| `([\w.]+)` \|$", PAGE, re.M)
HOMES = (
    "cases.terms",
    "sources.guard",
    "sources.extent",
    "sources.zip_guard",
    "sources.strict_yaml",
    "sources.marked_copy",
    "sources.marks",
    "schemes.floor_lists",
)
"""Modules of which every public number is a limit."""


def said(value: object) -> tuple[str, ...]:
    """The ways in which the page may write a number."""
    if isinstance(value, dt.timedelta):
        days, seconds = value.days, value.seconds
        return (f"{days} days",) if days else (f"{seconds // 60} minutes", f"{seconds} seconds")
    assert isinstance(value, int)
    ways = [f"{value:,}"]
    for unit, size in (("MiB", 1024**2), ("KiB", 1024)):
        if value >= size and value % size == 0:
            ways.append(f"{value // size} {unit}")
    return tuple(ways)


def test_there_are_limits() -> None:
    assert len(ROWS) > 40


@pytest.mark.parametrize(("number", "where"), ROWS, ids=[where for _, where in ROWS])
def test_the_page_says_the_number_of_the_code(number: str, where: str) -> None:
    module, _, name = where.rpartition(".")
    value = getattr(importlib.import_module(f"evenhand.{module}"), name)
    assert any(re.search(rf"(?<![\d,]){re.escape(way)}(?![\d,])", number) for way in said(value))


@pytest.mark.parametrize("home", HOMES)
def test_no_limit_is_left_out(home: str) -> None:
    module = importlib.import_module(f"evenhand.{home}")
    numbers = [
        name
        for name, value in vars(module).items()
        if re.fullmatch(r"[A-Z][A-Z_]+", name)
        and isinstance(value, (int, dt.timedelta))
        and not isinstance(value, bool)
        and f"{name}: Final"
        in (ROOT / "src" / "evenhand" / f"{home.replace('.', '/')}.py").read_text()
    ]
    named = {where for _, where in ROWS}
    assert not [name for name in numbers if f"{home}.{name}" not in named]
