"""What the explorer went through, written to a real ledger with real signatures: where a life can begin."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from evenhand.cases.desk import Desk
from evenhand.kernel.canonical import Json
from evenhand.kernel.ids import CaseId
from evenhand.relational.ledger import SYSTEM, Draft
from tests.explorer.explorer import Node, World, explore
from tests.explorer.worlds import WORLDS
from tests.unit.cases.office import Office, hand
from tests.unit.cases.town import CONTENT

OF_EACH = 25
"""Prefixes that are taken of each world, evenly among the states that a search of so many comes to."""
_SEARCHED = 800


def begin_at(node: Node, office: Office) -> CaseId:
    """Write the way to a state of the explorer into an office's ledger, signed by who did each step.

    The explorer's notices say a content that stands for any; here they say the office's own, so that
    the life can go on with the office's turns.
    """
    shown = ""
    for told in node.events:
        if not shown and told.kind == "case.noticed" and told.topic == node.case:
            shown = _content(office, node.case)
        body: dict[str, Json] = {
            name: shown if shown and said == CONTENT else said for name, said in told.body.items()
        }
        draft = Draft(told.kind, told.topic, told.actor, body)
        if told.actor != SYSTEM:
            signature = hand(told.actor).signed(draft)
            draft = Draft(told.kind, told.topic, told.actor, body, signature)
        office.ledger.append([draft], told.at)
        office.desk.catch_up()
    office.at = node.at
    return node.case


def _content(office: Office, case: CaseId) -> str:
    """The content of a case as the office says it; nothing where it has no rule of that kind."""
    if office.desk.state(case).facts.kind not in ("black", "red"):
        return ""
    return office.content(case).digest()


@functools.cache
def prefixes(worlds: Sequence[World] = WORLDS[:6]) -> dict[str, Node]:
    """States of several worlds of the explorer, by world and number; the same in every run."""
    taken: dict[str, Node] = {}
    for world in worlds:
        seen = [world.start()]

        def keep(node: Node, seen: list[Node] = seen) -> bool:
            seen.append(node)
            return False

        explore(world, most=_SEARCHED, goal=keep, watch=False)
        for number in range(OF_EACH):
            at = number * (len(seen) - 1) // (OF_EACH - 1)
            taken[f"{world.name}, state {at}"] = seen[at]
    return taken


def known(desk: Desk, node: Node) -> bool:
    """Say whether a desk that read the ledger knows of the case what the explorer knows."""
    state, told = desk.state(node.case), node.state
    return told is not None and (state.status, state.why, state.effect, len(state.decisions)) == (
        told.status, told.why, told.effect, len(told.decisions)
    )  # fmt: skip
