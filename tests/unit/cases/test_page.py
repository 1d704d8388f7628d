"""The page docs/reference/cases.md says every stage, command, guard, deadline and reason."""

from __future__ import annotations

import re

import pytest

from evenhand.cases import terms
from evenhand.cases.case import CASE_KINDS
from evenhand.cases.commands import (
    Answer,
    DeclareConflict,
    Expire,
    Lighten,
    LoseSignatures,
    Object,
    Reconsider,
    Refuse,
    Waive,
)
from evenhand.cases.endings import WHY
from evenhand.cases.findings import KINDS
from evenhand.cases.guards import GUARDS, Guard
from evenhand.cases.transitions import LAWFUL
from evenhand.cases.words import CAUSE, STATUS
from evenhand.kernel.ids import PersonId
from evenhand.kernel.periods import Span, day
from evenhand.relational.events import Event
from tests.conftest import ROOT
from tests.unit.cases.town import PAPER, Town
from tests.unit.cases.turns_of_kinds import debtor, graded, in_effect, proposed, step
from tests.unit.cases.turns_of_redress import asked, decide, read, repair
from tests.unit.cases.turns_of_succession import opens

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


def lives() -> list[Event]:
    """Lives in which everything happens that can."""
    town = Town().until("delivered")
    town.say("clerk-one", Waive(PAPER))
    town.say("clerk-two", Waive(PAPER))
    town.say("clerk-two", Object("We paid.", PAPER))
    town.say("officer-four", Answer("O-1", "The payment concerns another fine."))
    town.say("reviewer", DeclareConflict("a neighbour"))
    town.first().second().effect()
    record = town.state.facts.records[0]
    town.doubt(record)
    town.run(Reconsider("doubted", (record,)))
    town.doubt(record, settled=True)
    town.sign("officer-three", "review_first", "stands")
    town.sign("officer-four", "review_second", "stands")
    town.later(days=1200).run(Expire())
    town.later(days=1).propose(7).notice().deliver().later(days=25)
    town.first()
    lost = (town.state.decisions[0].seq,)
    town.run(LoseSignatures(PersonId("officer-one"), lost))
    town.propose(2, kind="red").say("clerk-two", Refuse(PAPER))
    proposed(town, debtor(3, latest=day("2031-12-31")))
    proposed(town, graded(4))
    in_effect(town, step(1, case=debtor(5).case), wait=25)
    proposed(town, step(2, case=debtor(6).case, follows=debtor(5).case))
    return [*town.events, *opens(Town().until("in_effect")).events, *after_the_effect()]


def after_the_effect() -> list[Event]:
    """Appeals, repairs and milder rules."""
    town = Town()
    read(town).say("reviewer", decide("shortened", until=day("2029-01-31")))
    repaired = Town()
    repair(asked(repaired), "ends")
    shorter, gone = Town().until("in_effect"), Town().until("in_effect")
    shorter.run(Lighten("2027.1", Span(24, "month")))
    gone.run(Lighten("2027.1", None))
    return [*town.events, *repaired.events, *shorter.events, *gone.events]


@pytest.mark.parametrize("kind", CASE_KINDS)
def test_the_page_says_what_every_event_says(kind: str) -> None:
    said = set(re.findall(r"[a-z_]+", row(kind).split(" | ")[1]))
    said -= {"when", "proven", "it", "refused", "of", "some", "kinds", "milder_law", "shortened"}
    bodies = [set(event.body) for event in lives() if event.kind == kind]
    assert bodies
    assert set().union(*bodies) <= said
    assert said - set().union(*bodies) <= {"paper"}


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
