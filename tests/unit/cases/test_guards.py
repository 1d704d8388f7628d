"""Every guard refuses in words, and with any one of them off something else notices."""

from __future__ import annotations

import pytest

from evenhand.cases.guards import GUARDS
from evenhand.cases.monitors import violations
from evenhand.kernel.errors import NotLawfulNow, NotPermitted
from tests.unit.cases.town import ZONE, Town, founders
from tests.unit.cases.turns import BAD, MORE, Turn
from tests.unit.cases.turns_of_enrolment import BAD_OF_ENROLMENT
from tests.unit.cases.turns_of_kinds import BAD_OF_KINDS, MORE_OF_KINDS
from tests.unit.cases.turns_of_redress import BAD_OF_REDRESS, MORE_OF_REDRESS
from tests.unit.cases.turns_of_succession import BAD_OF_SUCCESSION, MORE_OF_SUCCESSION

OTHERS = {**BAD_OF_KINDS, **BAD_OF_SUCCESSION, **BAD_OF_REDRESS, **BAD_OF_ENROLMENT}
MORE_OF_OTHERS = (*MORE_OF_KINDS, *MORE_OF_SUCCESSION, *MORE_OF_REDRESS)

HARMLESS = {
    "D2-late": "a late objection that is heard only helps its subject",
}
"""Guards whose absence hurts nobody; the monitors need not see it."""


def refused(turn: Turn) -> NotLawfulNow | NotPermitted:
    town = Town()
    turn.before(town)
    with pytest.raises((NotLawfulNow, NotPermitted)) as refusal:
        turn.turn(town)
    assert isinstance(refusal.value, (NotLawfulNow, NotPermitted))
    return refusal.value


def test_every_guard_has_a_bad_turn_and_a_name_of_its_own() -> None:
    names = [guard.name for guard in GUARDS]
    assert len(names) == len(set(names))
    assert set(BAD) | set(OTHERS) == set(names)


@pytest.mark.parametrize(
    ("name", "turn"),
    [*BAD.items(), *MORE, *OTHERS.items(), *MORE_OF_OTHERS],
    ids=[n for n, _ in (*BAD.items(), *MORE, *OTHERS.items(), *MORE_OF_OTHERS)],
)
def test_a_bad_turn_is_refused_by_its_guard_in_words(name: str, turn: Turn) -> None:
    refusal = refused(turn)
    assert refusal.guard == name
    assert turn.says in refusal.text.en
    assert refusal.text.zh
    assert "{" not in refusal.text.zh + refusal.text.en


@pytest.mark.parametrize("turn", [*BAD.values(), *OTHERS.values()], ids=[*BAD, *OTHERS])
def test_a_refused_turn_leaves_nothing_behind(turn: Turn) -> None:
    town = Town()
    turn.before(town)
    before = dict(town.states)
    decided = [e for e in town.events if e.kind == "case.decided"]
    with pytest.raises((NotLawfulNow, NotPermitted)):
        turn.turn(town)
    again = [e for e in town.events if e.kind == "case.decided"]
    assert len(again) - len(decided) <= 1  # a turn may have had a lawful first half
    assert {c: s.status for c, s in town.states.items()} == {c: s.status for c, s in before.items()}


@pytest.mark.parametrize("name", BAD)
def test_with_one_guard_off_the_monitors_notice(name: str) -> None:
    town = Town(without=frozenset({name}))
    turn = BAD[name]
    turn.before(town)
    turn.turn(town)
    town.finish()
    found = violations(town.events, founders(), ZONE)
    if name in HARMLESS:
        assert found == []
    else:
        assert found, f"nobody notices that {name} is off"


def test_personal_refusals_exit_with_four_and_others_with_two() -> None:
    assert refused(BAD["D3-two"]).exit_code == 4
    assert refused(BAD["D1-window"]).exit_code == 2
