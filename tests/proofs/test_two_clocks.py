"""Proofs, for all values of the four instants, that one wrong clock harms no subject (F9, G4).

The solver is shown to be asked about what runs: the same laws are held against the code itself, and the
laws that must fail do fail, each with a counter-example that the code repeats.
"""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
import z3
from hypothesis import given
from hypothesis import strategies as st

from evenhand.kernel.two_clocks import (
    Elapsed,
    Mark,
    Marks,
    day_against,
    day_in_favour,
)

LOCAL_START, LOCAL_NOW = z3.Ints("local_start local_now")
SEEN_START, SEEN_NOW = z3.Ints("seen_start seen_now")
TRUE_START, TRUE_NOW, WINDOW = z3.Ints("true_start true_now window")

LOCAL, SEEN = LOCAL_NOW - LOCAL_START, SEEN_NOW - SEEN_START
TRUE = TRUE_NOW - TRUE_START


def lesser(one: z3.ArithRef, other: z3.ArithRef) -> z3.ArithRef:
    return z3.If(one <= other, one, other)


def greater(one: z3.ArithRef, other: z3.ArithRef) -> z3.ArithRef:
    return z3.If(one >= other, one, other)


def counter_example(law: z3.BoolRef, *known: z3.BoolRef) -> z3.ModelRef | None:
    """What breaks a law where something is known; None when nothing can."""
    solver = z3.Solver()
    solver.add(TRUE >= 0, WINDOW > 0, *known, z3.Not(law))
    answer = solver.check()
    assert answer != z3.unknown
    return solver.model() if answer == z3.sat else None


def test_no_setting_of_the_registers_clock_shortens_a_time_against_a_subject() -> None:
    assert counter_example(lesser(LOCAL, SEEN) <= TRUE, SEEN <= TRUE) is None


def test_no_setting_of_the_witness_s_clock_shortens_it_either() -> None:
    assert counter_example(lesser(LOCAL, SEEN) <= TRUE, LOCAL <= TRUE) is None


def test_a_window_that_is_over_by_both_has_truly_been_open_that_long() -> None:
    over = lesser(LOCAL, SEEN) >= WINDOW
    assert (
        counter_example(z3.Implies(over, TRUE >= WINDOW), z3.Or(LOCAL <= TRUE, SEEN <= TRUE))
        is None
    )


def test_no_setting_of_one_clock_prolongs_an_entry_or_a_clock_of_the_authority() -> None:
    ended = greater(LOCAL, SEEN) >= WINDOW
    law = z3.Implies(TRUE >= WINDOW, ended)
    assert counter_example(law, z3.Or(LOCAL >= TRUE, SEEN >= TRUE)) is None


def test_two_true_clocks_change_nothing() -> None:
    assert counter_example(z3.And(lesser(LOCAL, SEEN) == TRUE, greater(LOCAL, SEEN) == TRUE),
                           LOCAL == TRUE, SEEN == TRUE) is None  # fmt: skip


def test_only_how_far_a_clock_went_matters_and_not_where_it_stood() -> None:
    wrong_by = z3.Int("wrong_by")
    moved = (LOCAL_NOW + wrong_by) - (LOCAL_START + wrong_by)
    assert counter_example(lesser(moved, SEEN) == lesser(LOCAL, SEEN)) is None


def test_the_local_clock_alone_can_be_set_forward_to_end_a_window() -> None:
    found = counter_example(z3.Implies(LOCAL >= WINDOW, TRUE >= WINDOW), SEEN == TRUE)
    assert found is not None
    days = {
        str(v): found[v].as_long() for v in (LOCAL_START, LOCAL_NOW, SEEN_START, SEEN_NOW, WINDOW)
    }
    alone = Elapsed(days["local_now"] - days["local_start"])
    both = Elapsed(alone.local, days["seen_now"] - days["seen_start"])
    assert alone.against >= days["window"], "the counter-example holds of the code"
    assert both.against < days["window"], "and the second clock mends it"


def test_the_local_clock_alone_can_be_stopped_to_prolong_an_entry() -> None:
    found = counter_example(z3.Implies(TRUE >= WINDOW, LOCAL >= WINDOW), SEEN == TRUE)
    assert found is not None
    days = {
        str(v): found[v].as_long() for v in (LOCAL_START, LOCAL_NOW, SEEN_START, SEEN_NOW, WINDOW)
    }
    alone = Elapsed(days["local_now"] - days["local_start"])
    assert alone.in_favour < days["window"]
    assert Elapsed(alone.local, days["seen_now"] - days["seen_start"]).in_favour >= days["window"]


def test_two_clocks_that_are_set_alike_deceive_and_nothing_here_can_see_it() -> None:
    law = z3.Implies(lesser(LOCAL, SEEN) >= WINDOW, TRUE >= WINDOW)
    assert counter_example(law) is not None


@pytest.mark.parametrize(("local", "seen"), list(itertools.product(range(-3, 4), range(4))))
def test_the_code_says_what_the_solver_was_asked_about(local: int, seen: int) -> None:
    made = Elapsed(local, seen)
    values = ((LOCAL_NOW, z3.IntVal(local)), (SEEN_NOW, z3.IntVal(seen)))
    asked = z3.simplify(z3.substitute(lesser(LOCAL_NOW, SEEN_NOW), *values))
    other = z3.simplify(z3.substitute(greater(LOCAL_NOW, SEEN_NOW), *values))
    assert (made.against, made.in_favour) == (asked.as_long(), other.as_long())


START = dt.date(2026, 3, 2)


def days_since(marks: list[Mark], event: int) -> int:
    """What the code counts."""
    kept = Marks()
    for mark in marks:
        kept.add(mark)
    return kept.days_since(event)


@given(st.integers(0, 4000), st.integers(0, 4000))
def test_days_are_what_has_elapsed(local: int, seen: int) -> None:
    today = START + dt.timedelta(days=local)
    assert (day_against(START, today, seen) - START).days == min(local, seen)
    assert (day_in_favour(START, today, seen) - START).days == max(local, seen)
    assert day_against(START, today, None) == day_in_favour(START, today, None) == today


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans(), st.booleans()), min_size=1, max_size=30),
       st.integers(1, 40))  # fmt: skip
def test_witnesses_never_see_more_midnights_than_there_were(
    story: list[tuple[int, bool, bool]], event: int
) -> None:
    """A story: days go by, an event is recorded, perhaps a mark is taken, by one of two witnesses.

    Each witness's clock stands anywhere, and is true in how it goes.
    """
    truth, size, marks, recorded = 0, 0, [], {}
    for days, marked, other in story:
        truth += days
        size += 1
        recorded[size] = truth
        if marked:
            wrong = 1000 if other else 0
            marks.append(Mark(f"w{other}", size, START + dt.timedelta(days=truth + wrong)))
    event = min(event, size)
    assert 0 <= days_since(marks, event) <= truth - recorded[event]


def test_an_event_that_no_mark_covers_has_no_time_behind_it() -> None:
    marks = [Mark("w", 4, START), Mark("w", 4, START + dt.timedelta(days=30))]
    assert days_since(marks, 5) == 0
    assert days_since(marks, 4) == 30


def test_a_witness_s_clock_that_goes_back_takes_nothing_away_and_gives_nothing_twice() -> None:
    days = (0, 10, 4, 10)
    marks = [Mark("w", 1, START + dt.timedelta(days=d)) for d in days]
    assert days_since(marks, 1) == 10


def test_a_mark_that_covers_less_than_the_one_before_adds_nothing() -> None:
    kept = Marks()
    assert kept.add(Mark("w", 9, START))
    assert not kept.add(Mark("w", 4, START + dt.timedelta(days=9)))
    assert kept.days_since(1) == 0
