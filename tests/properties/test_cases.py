"""Whatever people and time do to cases, in any order, the monitors find nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evenhand.cases.case import Cause, State
from evenhand.cases.commands import (
    Answer,
    Appeal,
    AskForRepair,
    Command,
    Decide,
    DecideAppeal,
    DecideRepair,
    DeclareConflict,
    Expire,
    Lapse,
    Lighten,
    Notify,
    Object,
    Open,
    Overdue,
    Propose,
    Reconsider,
    RecordDelivery,
    Refuse,
    RepairPath,
    TakeEffect,
    Waive,
)
from evenhand.cases.fold import fold, fold_all
from evenhand.cases.guards import GUARDS
from evenhand.cases.monitors import violations
from evenhand.cases.transitions import LAWFUL, name_of
from evenhand.kernel.errors import NotLawfulNow, NotPermitted
from evenhand.kernel.periods import Day, Span
from evenhand.relational.events import Event
from tests.unit.cases.town import CONTENT, PAPER, REASONS, STAFF, ZONE, Town, facts, founders

EVERYBODY = [*STAFF, "steward-one", "auditor", "nobody"]
OTHER = "e" * 64

people = st.sampled_from(EVERYBODY)
decisions = st.builds(
    Decide,
    stage=st.sampled_from(["first", "second", "review_first", "review_second"]),
    outcome=st.sampled_from(["list", "list", "do_not_list", "stands", "ends"]),
    reasons=st.sampled_from([REASONS, "no"]),
    content=st.sampled_from([CONTENT, CONTENT, OTHER]),
    objections=st.sampled_from([(), ("O-1",), ("O-1", "O-2")]),
)
spoken = st.one_of(
    decisions,
    decisions,
    st.builds(Open, content=st.sampled_from([CONTENT, CONTENT, OTHER]), dossier=st.just(OTHER)),
    st.builds(Object, text=st.sampled_from(["We paid.", " "]), paper=st.just(PAPER)),
    st.builds(
        Answer,
        objection=st.sampled_from(["O-1", "O-2"]),
        reasons=st.sampled_from([REASONS, "no"]),
    ),
    st.builds(Waive, paper=st.sampled_from([PAPER, OTHER, "oral"])),
    st.builds(DeclareConflict, why=st.just("kin")),
    st.builds(Appeal, text=st.sampled_from(["We sold it.", " "]), paper=st.just(PAPER)),
    st.builds(
        DecideAppeal,
        appeal=st.sampled_from(["A-1", "A-2"]),
        outcome=st.sampled_from(["upheld", "lifted"]),
        reasons=st.sampled_from([REASONS, "no"]),
        content=st.sampled_from([CONTENT, OTHER]),
    ),
    st.builds(AskForRepair, paper=st.just(PAPER)),
    st.builds(
        DecideRepair,
        repair=st.just("P-1"),
        outcome=st.sampled_from(["ends", "refused"]),
        reasons=st.just(REASONS),
    ),
    st.builds(Refuse, paper=st.sampled_from([PAPER, ""])),
)
kinds_of_time = st.one_of(
    st.just(TakeEffect()),
    st.just(Lapse()),
    st.just(Expire()),
    st.just(Overdue()),
    st.just(Lighten("2027.1", None)),
    st.just(Notify(CONTENT)),
    st.builds(Reconsider, cause=st.sampled_from(get_args(Cause)), records=st.just(())),
)

starts = st.sampled_from(
    ["proposed", "noticed", "delivered", "heard", "decided_once", "decided", "in_effect"]
)
moves = st.one_of(
    st.tuples(st.just("lawful"), st.none()),
    st.tuples(st.just("lawful"), st.none()),
    st.tuples(st.just("lawful"), st.none()),
    st.tuples(st.just("lawful"), st.none()),
    st.tuples(st.just("lawful"), st.none()),
    st.tuples(st.just("say"), st.tuples(people, spoken, st.booleans())),
    st.tuples(st.just("run"), kinds_of_time),
    st.tuples(st.just("wait"), st.sampled_from([0, 1, 2, 14, 15, 16, 29, 30, 31, 91, 400, 1200])),
    st.tuples(st.just("minutes"), st.sampled_from([1, 3, 60])),
    st.tuples(st.just("doubt"), st.booleans()),
    st.tuples(st.just("revoke"), st.sampled_from(list(STAFF))),
    st.tuples(
        st.just("script"),
        st.sampled_from(
            ["waive", "review", "early", "correct", "over", "missed", "repair", "milder"]
        ),
    ),
    st.tuples(
        st.just("script"),
        st.sampled_from(
            ["waive", "review", "early", "correct", "over", "missed", "repair", "milder"]
        ),
    ),
    st.tuples(st.just("other case"), st.sampled_from([1, 2, 3])),
)


Moves = list[tuple[str, Any]]
NAMES = {guard.name for guard in GUARDS}


def move(town: Town, what: str, how: Any) -> None:
    """One move; a refusal is part of life."""
    try:
        if what == "lawful":
            lawful(town)
        elif what == "say":
            person, command, signed = how
            town.say(person, command, signed)
        elif what == "run":
            town.run(with_records(town, how))
        elif what == "wait":
            town.later(days=how)
        elif what == "minutes":
            town.later(minutes=how)
        elif what == "doubt":
            town.doubt(town.state.facts.records[0], settled=not how)
        elif what == "script":
            script(town, how)
        elif what == "revoke":
            if town.people.tenure(how, town.at) is not None:
                town.revoke(how)
        else:
            other(town, how)
    except (NotLawfulNow, NotPermitted) as refused:
        named, said = refused.guard in NAMES, bool(refused.text.zh)
        assert (named, said) == (True, True)  # a refusal is one of the moves


def with_records(town: Town, command: Command) -> Command:
    if isinstance(command, Reconsider):
        return replace(command, records=town.state.facts.records)
    return command


def other(town: Town, number: int) -> None:
    """Work on another case; open it when there is none, on a document that another may have."""
    made = facts(number, documents=facts(1 + number // 3).documents)
    if made.case in town.states:
        town.case = made.case
        return
    taken = [
        s.facts.case
        for s in town.states.values()
        if set(s.facts.documents) & set(made.documents)
        and not (s.status == "closed" and s.why == "evidence")
    ]
    before = town.case
    town.case = made.case
    try:
        town.run(Propose(made), known_case=taken[0] if taken else None)
    except NotLawfulNow:
        town.case = before
        raise


def lawful(town: Town) -> None:
    """The next step of a case that runs as it should."""
    state = town.state
    if state.status == "proposed":
        town.notice()
    elif state.status == "noticed":
        town.deliver()
    elif state.open_objections:
        town.say("officer-four", Answer(state.open_objections[0], REASONS))
    elif state.status == "delivered" and not state.window_over(town.today):
        town.later(days=16)
    elif state.status == "delivered":
        town.first()
    elif state.status == "decided_once":
        town.second()
    elif state.status == "decided":
        town.effect()
    elif state.suspension is not None:
        stage = "review_second" if state.reviews else "review_first"
        town.sign("officer-three" if stage == "review_first" else "officer-four", stage, "stands")


def script(town: Town, name: str) -> None:
    """Several moves that seldom follow one another by chance."""
    records = town.state.facts.records
    if name == "waive":
        town.say("clerk-one", Waive(PAPER))
        town.say("clerk-two", Waive(PAPER))
    elif name == "review":
        town.doubt(records[0])
        town.run(Reconsider("doubted", records))
        town.doubt(records[0], settled=True)
        town.sign("officer-three", "review_first", "stands")
        town.sign("officer-four", "review_second", "stands")
    elif name == "early":
        town.sign("officer-one", "review_first", "ends")
        town.sign("officer-two", "review_second", "ends")
    elif name == "missed":
        town.say("clerk-two", Appeal("We had sold it.", PAPER))
        town.later(days=31).run(Overdue())
        town.say("reviewer", DecideAppeal("A-1", "lifted", REASONS, CONTENT))
    elif name == "repair":
        town.repair = RepairPath(Span(1, "day"), ())
        town.later(days=2).say("clerk-two", AskForRepair(PAPER))
        town.say("officer-two", DecideRepair("P-1", "ends", REASONS))
    elif name == "milder":
        town.run(Lighten("2027.1", Span(12, "month")))
    elif name == "correct":
        town.run(Reconsider("corrected", records))
        town.sign("officer-two", "review_first", "ends")
    else:
        town.later(days=1200).run(Expire())


def lived(start: str, steps: Moves, kind: str = "black") -> Town:
    """A life that begins lawfully up to a stage, and then goes as it goes."""
    town = Town()
    town.until(start) if kind == "black" else town.propose(kind=kind)
    for what, how in steps:
        move(town, what, how)
    return town


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(start=starts, steps=st.lists(moves, max_size=40), red=st.booleans())
def test_no_life_of_a_case_breaks_an_invariant(start: str, steps: Moves, red: bool) -> None:
    town = lived(start, steps, kind="red" if red else "black")
    assert violations(town.events, founders(), ZONE) == []


@settings(max_examples=60, deadline=None)
@given(start=starts, steps=st.lists(moves, max_size=40))
def test_a_fold_from_the_beginning_is_the_fold_step_by_step(
    start: str,
    steps: Moves,
) -> None:
    town = lived(start, steps)
    of_cases = [e for e in town.events if e.topic in town.states]
    assert fold_all(of_cases) == town.states
    for case, state in town.states.items():
        assert fold(e for e in of_cases if e.topic == case) == state


@settings(max_examples=120, deadline=None)
@given(start=starts, steps=st.lists(moves, max_size=40))
def test_an_entry_in_force_stands_on_two_people_and_has_a_last_day(
    start: str,
    steps: Moves,
) -> None:
    for state in lived(start, steps).states.values():
        if state.status == "in_effect":
            assert len({d.by for d in state.decisions}) == 2
            assert state.effect is not None
            assert state.effect.last is not None
            assert not state.serves_on(state.effect.stop)  # type: ignore[arg-type]
            assert state.serves_on(state.effect.start) == (state.suspension is None)


@settings(max_examples=150, deadline=None)
@given(
    steps=st.lists(moves, max_size=40),
    pair=st.sampled_from(
        [
            {"officer-one", "tax-clerk"},
            {"officer-one", "officer-two"},
            {"clerk-one", "officer-one"},
            {"officer-one", "officer-one-again"},
            {"tax-clerk", "clerk-as-officer"},
        ]
    ),
)
def test_no_two_people_bring_about_an_entry(steps: Moves, pair: set[str]) -> None:
    """Everybody else does nothing: of three natural persons at least one is missing (G1)."""
    town = Town().propose()
    town.run(Notify(CONTENT))
    for what, how in steps:
        if what == "say" and how[0] not in pair:
            continue
        if what != "lawful":
            move(town, what, how)
            continue
        for person in sorted(pair):
            move(town, "say", (person, RecordDelivery("acknowledged", town.today, PAPER), True))
            move(town, "say", (person, Open(CONTENT, OTHER), True))
            town.later(days=16)
            for stage in ("first", "second"):
                move(town, "say", (person, town.decision(stage, "list"), True))
            move(town, "run", TakeEffect())
    assert not any(e.kind == "case.took_effect" for e in town.events)


@settings(max_examples=100, deadline=None)
@given(start=starts, steps=st.lists(moves, max_size=30), turn=spoken, by=people)
def test_what_is_over_stays_over(start: str, steps: Moves, turn: Command, by: str) -> None:
    town = lived(start, steps)
    if town.state.status not in ("ended", "closed"):
        return
    with pytest.raises(NotLawfulNow, match="at this stage it is not possible") as refused:
        town.say(by, turn)
    assert refused.value.guard == "order"


@settings(max_examples=100, deadline=None)
@given(start=starts, steps=st.lists(moves, max_size=40))
def test_the_register_alone_only_helps(start: str, steps: Moves) -> None:
    """D10: each event of the register's own leaves the subject no worse, but for an effect signed."""
    town = lived(start, steps)
    states: dict[str, State] = {}
    for event in town.events:
        if event.topic not in town.states:
            continue
        before = states.get(event.topic)
        after = fold(e for e in town.events if e.topic == event.topic and e.seq <= event.seq)
        states[event.topic] = after
        if before is None or event.actor != "system":
            continue
        worse = not before.serves_on(after_day(event)) and after.serves_on(after_day(event))
        assert not worse or event.kind in ("case.took_effect", "case.resumed")


def after_day(event: Event) -> Day:
    return event.at.astimezone(ZONE).date()


def test_every_command_is_in_the_table() -> None:
    town = Town().propose()
    for command in (Notify(CONTENT), TakeEffect(), Lapse(), town.decision("second", "list")):
        assert name_of(command) in LAWFUL
