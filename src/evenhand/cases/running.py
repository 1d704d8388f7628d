"""What day it is for each thing that runs in a case: the time to object, and the authority's clocks.

The time to object runs against the subject, and has run as long as the lesser of two clocks says; the
authority's time to decide and to review, and the term of an entry, run for the subject, and have run as
long as the greater says (G4, ``kernel/two_clocks.py``). Where no witness is enrolled all are today.
"""

from __future__ import annotations

from evenhand.cases.case import State
from evenhand.cases.commands import Context
from evenhand.kernel.periods import Day
from evenhand.rights.floor import enforces


@enforces("RF-10")
def day_of_hearing(state: State, context: Context) -> Day:
    """The day for the subject's time to object, which runs from proven delivery."""
    return context.day_against(state.facts.case, "case.delivered", state.delivered_on)


@enforces("RF-11")
def day_of_authority(state: State, context: Context) -> Day:
    """The day for the authority's time to deliver and to decide."""
    if state.delivered_on is not None:
        return context.day_in_favour(state.facts.case, "case.delivered", state.delivered_on)
    return context.day_in_favour(state.facts.case, "case.proposed", state.proposed_on)


@enforces("RF-12")
def day_of_term(state: State, context: Context) -> Day:
    """The day for the term of an entry, which runs from the day of its effect."""
    began = state.effect.start if state.effect else None
    return context.day_in_favour(state.facts.case, "case.took_effect", began)


@enforces("RF-11")
def day_of_appeal(state: State, context: Context) -> Day:
    """The day for the authority's time to decide an appeal, which runs from the last one."""
    began = state.appeals[-1].on if state.appeals else None
    return context.day_in_favour(state.facts.case, "case.appealed", began)


@enforces("RF-11")
def day_of_repair(state: State, context: Context) -> Day:
    """The day for the authority's time to decide a repair, which runs from the last application."""
    began = state.repairs[-1].on if state.repairs else None
    return context.day_in_favour(state.facts.case, "case.repair_asked", began)


@enforces("RF-11")
def day_of_review(state: State, context: Context) -> Day:
    """The day for the authority's time to review a suspended entry."""
    began = state.suspension.since if state.suspension else None
    return context.day_in_favour(state.facts.case, "case.suspended", began)
