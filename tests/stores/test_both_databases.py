"""The company's life, lived once with the ledger in a file and once in PostgreSQL: no answer differs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.stores.golden_register import answers
from tests.world import PENALTIES, World, minor_and_serious, penalty

pytestmark = [pytest.mark.needs_tool("initdb"), pytest.mark.slow]


def live(town: World) -> dict[str, Any]:
    """Deliver, notify, object, answer, list, publish, dispute by another delivery; what is said then."""
    town.deliver(PENALTIES, *minor_and_serious())
    town.run()
    case = town.only_case()
    assert town.notified(case).code == 0
    town.later(days=3)
    assert town.case("object", case, "registrar", "--text", "已在期限内整改。").code == 0
    town.later(days=22)
    early = town.officer(case, "officer-1")
    assert (early.code, "Objection O-1 has not been answered." in early.err) == (2, True)
    reply = "已核对验收材料，整改晚于处罚决定，不影响认定。"
    assert town.case("answer", case, "officer-1", "O-1", "--reasons", reply).code == 0
    town.list_only_case()
    edition = town.publish()
    town.deliver(PENALTIES, penalty(7))
    said = answers(town)
    del said["events"]  # the move is an event of its own
    return {
        **said,
        "cases": list(said["cases"].values()),  # numbers of subjects, and so of cases, are drawn
        "edition": [edition["number"], edition["entries"]],
        "happened": [
            (event.kind, event.actor, event.at, sorted(event.body))
            for event in town.events()
            if event.kind != "register.moved"
        ],
    }


def test_a_company_lives_the_same_life_in_both(
    town: World, postgres: Callable[[], str], tmp_path: Path
) -> None:
    moved = town.copy(tmp_path / "moved")
    moved.must("register", "move", "--to", postgres())
    assert live(town) == live(moved)
    before = answers(moved)
    back = moved.must("register", "move", "--to", "file", "--json").value
    assert back["to"] == "sqlite"
    after = answers(moved)
    assert after.pop("events")[0] == before.pop("events")[0] + 1
    assert after == before
