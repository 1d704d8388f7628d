"""The page docs/reference/cases.md says every stage, command, guard, deadline and reason."""

from __future__ import annotations

import pytest

from evenhand.cases import terms
from evenhand.cases.case import CASE_KINDS, WHY
from evenhand.cases.findings import KINDS
from evenhand.cases.guards import GUARDS, Guard
from evenhand.cases.transitions import LAWFUL
from evenhand.cases.words import CAUSE, STATUS
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "reference" / "cases.md").read_text(encoding="utf-8")
LINES = PAGE.splitlines()


def row(first: str) -> str:
    """The table row that begins with a word."""
    rows = [line for line in LINES if line.startswith(f"| `{first}` |")]
    assert len(rows) == 1, f"{first} has {len(rows)} rows on docs/reference/cases.md"
    return rows[0]


@pytest.mark.parametrize("guard", GUARDS, ids=lambda g: g.name)
def test_every_guard_is_on_the_page(guard: Guard) -> None:
    kind = guard.kind
    assert row(guard.name) == (
        f"| `{guard.name}` | {kind.code} | {kind.floor or ''} | "
        f"{'person' if guard.personal else 'case'} | {kind.what.en} {kind.what.zh} |"
    )


@pytest.mark.parametrize("status", STATUS)
def test_every_stage_is_on_the_page(status: str) -> None:
    said = STATUS[status]  # type: ignore[index]
    assert row(status) == f"| `{status}` | {said.en} | {said.zh} |"


@pytest.mark.parametrize("command", LAWFUL)
def test_every_command_is_on_the_page_with_its_stages(command: str) -> None:
    stages = row(command).split(" | ")[2]
    alive = sorted(set(STATUS) - {"ended", "closed"})
    said = {"none before": [], "all but ended, closed": alive}.get(stages, stages.split(", "))
    assert sorted(said) == sorted(LAWFUL[command])


@pytest.mark.parametrize("kind", CASE_KINDS)
def test_every_event_is_on_the_page(kind: str) -> None:
    assert f"`{kind}`" in PAGE


@pytest.mark.parametrize("why", WHY)
def test_every_reason_of_an_end_is_on_the_page(why: str) -> None:
    assert row(why) == f"| `{why}` | {WHY[why].en} {WHY[why].zh} |"


@pytest.mark.parametrize("cause", CAUSE)
def test_everything_that_can_become_of_a_record_is_on_the_page(cause: str) -> None:
    assert f"`{cause}`" in PAGE


@pytest.mark.parametrize("name", [n for n in vars(terms) if n.isupper()])
def test_every_number_of_the_procedure_is_on_the_page(name: str) -> None:
    value = getattr(terms, name)
    (line,) = [line for line in LINES if f"(`{name}`)" in line]
    number = value if isinstance(value, int) else value.days or value.seconds // 60
    assert f"{number} " in line


def test_codes_are_given_once() -> None:
    codes = [kind.code for kind in KINDS]
    assert len(codes) == len(set(codes))
