"""Debtors, grades and steps: what ends at once, what suspends, what waits for the step before."""

from __future__ import annotations

import pytest

from evenhand.cases.case import State
from evenhand.cases.commands import Expire, Improve, Lapse, Reconsider
from evenhand.cases.fold import fold
from evenhand.kernel.errors import NotLawfulNow
from evenhand.kernel.periods import day
from tests.unit.cases.town import Town
from tests.unit.cases.turns_of_kinds import (
    RULING,
    at_the_sunset,
    debtor,
    graded,
    in_effect,
    indebted,
    paused,
    proposed,
    step,
)


def why(state: State) -> tuple[str, str]:
    return state.status, state.why


def test_a_debtor_is_listed_on_a_ruling_by_two_officers_of_the_court() -> None:
    town = indebted(Town())
    state = town.state
    assert state.facts.ruling == RULING
    assert state.effect is not None
    assert str(state.effect.last) == "2029-03-17"  # three years at the latest
    assert {d.by for d in state.decisions} == {"officer-one", "officer-two"}
    assert fold(e for e in town.events if e.topic == town.case) == state


def test_a_paid_debt_ends_the_entry_the_same_day() -> None:
    town = indebted(Town()).later(days=3)
    town.run(Reconsider("settled", town.state.facts.records))
    assert why(town.state) == ("ended", "settled")
    assert town.state.over_on == town.today
    assert not town.state.serves_on(town.today)


@pytest.mark.parametrize("stage", ["proposed", "noticed", "delivered", "decided_once", "decided"])
@pytest.mark.parametrize(
    ("cause", "reason"),
    [("settled", "settled"), ("stay", "paused"), ("part_payment", "paused")],
)
def test_before_its_effect_the_case_closes(stage: str, cause: str, reason: str) -> None:
    town = Town()
    made = debtor()
    proposed(town, made)
    for name, turn in (
        ("noticed", town.notice),
        ("delivered", town.deliver),
        ("decided_once", lambda: town.later(days=16).first()),
        ("decided", town.second),
    ):
        if town.state.status == stage:
            break
        turn()
        assert town.state.status == name
    town.run(Reconsider(cause, made.records))  # type: ignore[arg-type]
    assert why(town.state) == ("closed", reason)


@pytest.mark.parametrize("cause", ["part_payment", "stay", "payment_plan"])
def test_a_pause_suspends_the_entry_to_its_last_day(cause: str) -> None:
    town = paused(Town(), cause)
    suspension, effect = town.state.suspension, town.state.effect
    assert suspension is not None
    assert effect is not None
    assert suspension.review_until == effect.last
    assert not town.state.serves_on(town.today)
    assert town.run(Reconsider(cause, town.state.facts.records)) == ()  # type: ignore[arg-type]
    town.later(days=3 * 366)
    town.run(Expire())
    assert why(town.state) == ("ended", "last_day")


def test_a_broken_plan_lets_two_fresh_officers_let_it_stand() -> None:
    town = paused(Town(), "payment_plan", "plan_broken")
    suspension = town.state.suspension
    assert suspension is not None
    assert (suspension.review_until - town.today).days == 30
    town.sign("officer-three", "review_first", "stands")
    assert not town.state.serves_on(town.today)
    town.sign("officer-four", "review_second", "stands")
    assert town.state.serves_on(town.today)


def test_a_broken_plan_that_nobody_reviews_ends_the_entry() -> None:
    town = paused(Town(), "payment_plan", "plan_broken").later(days=31)
    town.run(Expire())
    assert why(town.state) == ("ended", "review_overdue")


def test_a_plan_is_broken_only_where_there_was_one() -> None:
    town = indebted(Town())
    assert town.run(Reconsider("plan_broken", town.state.facts.records)) == ()
    town = paused(Town(), "stay")
    assert town.run(Reconsider("plan_broken", town.state.facts.records)) == ()


def test_a_lifted_stay_lets_two_fresh_officers_let_it_stand() -> None:
    town = paused(Town(), "stay", "stay_lifted")
    suspension = town.state.suspension
    assert suspension is not None
    assert (suspension.review_until - town.today).days == 30
    for officer, stage in (("officer-three", "review_first"), ("officer-four", "review_second")):
        assert not town.state.serves_on(town.today)
        town.sign(officer, stage, "stands")
    assert town.state.serves_on(town.today)


def test_a_lifted_stay_that_nobody_reviews_ends_the_entry() -> None:
    town = paused(Town(), "stay", "stay_lifted").later(days=31)
    town.run(Expire())
    assert why(town.state) == ("ended", "review_overdue")


def test_a_stay_is_lifted_only_where_there_was_one() -> None:
    town = paused(Town(), "payment_plan")
    assert town.run(Reconsider("stay_lifted", town.state.facts.records)) == ()


def test_while_something_else_pauses_it_no_time_to_review_runs() -> None:
    town = paused(Town(), "payment_plan", "stay", "plan_broken")
    suspension, effect = town.state.suspension, town.state.effect
    assert suspension is not None
    assert effect is not None
    assert suspension.review_until == effect.last
    town.run(Reconsider("stay_lifted", town.state.facts.records))
    assert town.state.suspension is not None
    assert (town.state.suspension.review_until - town.today).days == 30


def test_what_befalls_another_record_leaves_a_debtor_alone() -> None:
    town = indebted(Town())
    assert town.run(Reconsider("settled", (town.state.facts.records[0].__class__(9),))) == ()


def test_one_officer_ends_a_suspended_entry() -> None:
    town = paused(Town(), "stay")
    town.sign("officer-one", "review_first", "ends")
    assert why(town.state) == ("ended", "evidence")


def test_steps_are_taken_one_after_the_other_and_an_ended_one_counts() -> None:
    town = in_effect(Town(), step(1))
    town.later(days=4 * 366).run(Expire())
    in_effect(town, step(2), wait=25)
    assert town.state.facts.follows == step(1).case


def test_a_better_grade_ends_its_case_whatever_its_stage() -> None:
    town = in_effect(Town(), graded())
    town.run(Improve())
    assert why(town.state) == ("ended", "better")
    proposed(town, graded(2)).run(Improve())
    assert why(town.state) == ("closed", "better")


def test_nothing_of_a_scheme_lasts_beyond_its_last_day() -> None:
    """RF-13: computed when somebody asks; no job has run."""
    town = Town().propose(kind="red", latest=day("2026-04-30"))
    town.open("officer-one").later(minutes=5).first().effect()
    assert town.state.effect is not None
    assert town.state.effect.last == day("2026-04-30")
    assert town.state.serves_on(day("2026-04-30"))
    assert not town.state.serves_on(day("2026-05-01"))
    town.later(days=70).run(Expire())
    assert why(town.state) == ("ended", "sunset")


def test_a_case_of_a_dead_scheme_closes_by_itself() -> None:
    town = at_the_sunset(Town())
    town.run(Lapse())
    assert why(town.state) == ("closed", "sunset")


def test_a_case_of_a_living_scheme_does_not() -> None:
    town = Town().propose(latest=day("2026-12-31")).notice()
    with pytest.raises(NotLawfulNow, match="before 2026-06-01"):
        town.run(Lapse())
