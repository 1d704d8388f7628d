"""Who has agreed to what: nothing on one clerk's word, nothing after leaving, whatever the order."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from evenhand.kernel.canonical import Json
from evenhand.kernel.ids import SchemeId, SubjectId
from evenhand.kernel.periods import Clocks, Moment
from evenhand.pipeline.agreed import Agreed
from evenhand.relational.ledger import Event

START = dt.datetime(2026, 3, 2, 1, tzinfo=dt.UTC)
WHO, SCHEME = str(SubjectId(8)), SchemeId("linhe-osmanthus")
ENTRY = "c" * 64


def at(days: int) -> Moment:
    return START + dt.timedelta(days=days)


def event(seq: int, kind: str, actor: str = "system", **body: Json) -> Event:
    return Event(seq, at(seq), f"consent.{kind}", SCHEME, actor, body, "", "", "", ())


def entered(seq: int, signed: int | None = None, entry: str = ENTRY, form: str = "f") -> Event:
    since = at(seq if signed is None else signed).date().isoformat()
    return event(
        seq, "entered", "clerk",
        subject=WHO, scheme=SCHEME, version="1", words="w", since=since, form=form, content=entry,
    )  # fmt: skip


def own(seq: int, kind: str) -> Event:
    since = at(seq).date().isoformat()
    return event(seq, kind, WHO, subject=WHO, scheme=SCHEME, version="1", words="w", since=since)


def holds(agreed: Agreed, day: int) -> bool:
    given = agreed.given.get((WHO, SCHEME))
    return given is not None and given.holds(Clocks(at(day).date(), at(day)))


def fold(*events: Event) -> Agreed:
    agreed = Agreed()
    for one in events:
        agreed.take(one)
    return agreed


def test_rf_1_one_clerk_alone_brings_nobody_in() -> None:
    agreed = fold(entered(1))
    assert not holds(agreed, 9)
    assert [c.person for c in agreed.waiting_of(WHO)] == [WHO]


def test_rf_1_it_counts_from_the_confirmation_and_not_from_the_signature() -> None:
    agreed = fold(entered(1), event(4, "confirmed", "second", entry=ENTRY, forms=1))
    assert not holds(agreed, 3)
    assert holds(agreed, 4)


def test_a_confirmation_of_something_else_confirms_nothing() -> None:
    agreed = fold(entered(1), event(4, "confirmed", "second", entry="d" * 64, forms=1))
    assert not holds(agreed, 9)


def test_rf_1_who_leaves_between_the_two_clerks_stays_out() -> None:
    confirmed = event(4, "confirmed", "second", entry=ENTRY, forms=1)
    assert not holds(fold(entered(1), own(2, "withdrawn"), confirmed), 9)


def test_an_undone_worksheet_confirms_nothing_and_gives_its_forms_back() -> None:
    agreed = fold(entered(1))
    agreed.undo(ENTRY)
    agreed.take(event(4, "confirmed", "second", entry=ENTRY, forms=1))
    assert not holds(agreed, 9)
    assert agreed.forms == set()


def test_own_acts_of_one_day_count_in_their_order() -> None:
    same_day = [own(1, kind) for kind in ("given", "withdrawn", "given")]
    assert holds(fold(*same_day), 1)
    assert not holds(fold(*same_day[:2]), 1)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("enter"), st.integers(0, 3), st.integers(0, 12)),
        st.tuples(st.just("confirm"), st.integers(0, 3), st.just(0)),
        st.tuples(st.just("leave"), st.just(0), st.just(0)),
        st.tuples(st.just("give"), st.just(0), st.just(0)),
    ),
    max_size=12,
)


@given(steps=STEPS)
@settings(max_examples=200)
def test_c1_nobody_takes_part_without_two_clerks_or_their_own_key_after_the_last_leaving(
    steps: list[tuple[str, int, int]],
) -> None:
    agreed, waiting, lawful = Agreed(), dict[int, list[int]](), False
    left: int | None = None
    for seq, (what, entry, signed) in enumerate(steps, start=1):
        name = f"{entry}" * 64
        if what == "enter":
            agreed.take(entered(seq, min(signed, seq), name, form=f"{seq}"))
            waiting.setdefault(entry, []).append(min(signed, seq))
        elif what == "confirm":
            agreed.take(event(seq, "confirmed", "second", entry=name, forms=1))
            signed_on = waiting.pop(entry, [])
            lawful |= any(left is None or day > left for day in signed_on)
        elif what == "leave":
            agreed.take(own(seq, "withdrawn"))
            left, lawful = seq, False
        else:
            agreed.take(own(seq, "given"))
            lawful = True
        assert holds(agreed, seq) <= lawful, steps[:seq]
