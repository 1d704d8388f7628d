"""Every event that the program writes, and every folder of a register, is on the page."""

from __future__ import annotations

import re

import pytest

from evenhand.relational.ledger_place import LEDGER_FILE, PLACE_FILE
from evenhand.relational.register import FOLDERS, SETTINGS_FILE
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "reference" / "register-folder.md").read_text(encoding="utf-8")
STAGES = (
    "register|catalogue|clock|person|source|scheme|delivery|held|identity|consent|document|correction"
    "|subject"
)
KIND = re.compile(
    rf'(?<!in )["\']((?:{STAGES}|evidence|rows|run|case|conflict|edition|record|file|subject)\.[a-z_]+)["\']'
)
WRITTEN = re.compile(
    r'(?:Draft|EventBody|_system|_over|_append)\(\s*(?:opened, )?f?"([a-z]+\.[a-z_]+)"'
)


def sources() -> str:
    return "\n".join(
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "src").rglob("*.py"))
    )


def on_the_page() -> set[str]:
    return set(re.findall(r"^\| `([a-z]+\.[a-z_]+)` \|", PAGE, re.M))


def test_every_event_that_is_written_is_on_the_page() -> None:
    written = set(WRITTEN.findall(sources()))
    assert len(written) > 20
    assert not written - on_the_page()


def test_every_event_on_the_page_is_in_the_code() -> None:
    code = sources()
    named = set(KIND.findall(code))
    assert not on_the_page() - named


@pytest.mark.parametrize("name", [*FOLDERS, LEDGER_FILE, PLACE_FILE, SETTINGS_FILE, "vault"])
def test_every_part_of_the_folder_is_on_the_page(name: str) -> None:
    assert re.search(rf"^  {re.escape(name)}\b", PAGE, re.M)
