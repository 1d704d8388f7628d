"""Worlds so small that every state of theirs is looked at; the larger ones are cut off at a number."""

from __future__ import annotations

from tests.explorer.commands import everything
from tests.explorer.explorer import World
from tests.explorer.redress import a_year_on, redress
from tests.explorer.worlds import lived
from tests.unit.cases.town import facts
from tests.unit.cases.turns_of_kinds import debtor, graded
from tests.unit.cases.turns_of_redress import COMPLETE, INCOMPLETE

_TWO = ("officer-one", "officer-two")

WHOLE: tuple[World, ...] = (
    World("all of: a clerk and two officers, from the delivery", lived(facts(), "delivered"),
          everything(("clerk-one", *_TWO), objections=0)),
    World("all of: a clerk, an officer, an objection", lived(facts(), "delivered"),
          everything(("clerk-one", "officer-one"), objections=1)),
    World("all of: two accounts of one person and another", lived(facts(), "heard"),
          everything(("officer-one", "officer-one-again", "officer-two"), objections=0)),
    World("all of: evidence found wrong before the effect", lived(facts(), "heard"),
          everything(_TWO, ("corrected",), objections=0)),
    World("all of: evidence found wrong after the effect", lived(facts(), "in_effect"),
          everything(("officer-three", "officer-four"), ("corrected",), objections=0)),
    World("all of: evidence in doubt after the effect", lived(facts(), "in_effect"),
          everything(("officer-three",), ("doubted",), objections=0)),
    World("all of: a debtor who pays or gets a stay, before the decision", lived(debtor(), "heard"),
          everything(_TWO, ("settled", "stay"), objections=0)),
    World("all of: a debtor who pays in part or all", lived(debtor(), "in_effect"),
          everything(("officer-three",), ("settled", "part_payment"), objections=0)),
    World("all of: a grade that costs something", lived(graded(), "delivered"),
          everything(_TWO, objections=0)),
    World("all of: good conduct", lived(facts(kind="red")),
          everything(("officer-one",), ("corrected",), objections=0)),
    World("all of: an appeal and a repair that nobody decides, everything there", a_year_on,
          redress(("clerk-one",)), repair=COMPLETE),
    World("all of: an appeal and a repair that nobody decides, something missing", a_year_on,
          redress(("clerk-one",)), repair=INCOMPLETE),
    World("all of: an appeal and a repair before a reviewer, something missing", a_year_on,
          redress(("reviewer",)), repair=INCOMPLETE),
)  # fmt: skip
