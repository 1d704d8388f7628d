"""Many small segments become one: the same answers now, at earlier moments, after undoing and erasing."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evenhand.kernel.canonical import Json, canonical
from evenhand.kernel.errors import ProofFailed, RegisterDamaged
from evenhand.kernel.ids import SubjectId
from evenhand.kernel.periods import Moment, microseconds
from evenhand.relational import compaction
from evenhand.relational.compaction import TOGETHER, clear, compact, set_apart
from evenhand.relational.durable import write_durably
from evenhand.relational.erasure import erase, take_out
from evenhand.relational.evidence import EvidenceRow
from evenhand.relational.facts import brought_by, facts_of, records_about, subjects_in
from evenhand.relational.ledger import Draft
from evenhand.relational.live import KNOWN_UNTIL, LIVE_KINDS, live_deliveries, live_segments
from evenhand.relational.register import Register
from evenhand.relational.segment import BLOCK
from tests.small_register import AT, codes, delivery_of, new_register, received, rows_for, subjects

LATER = AT + dt.timedelta(days=400)


def moment_of(number: int) -> Moment:
    return AT + dt.timedelta(days=number)


def deliver(
    register: Register, number: int, count: int = 3, known: Moment | None = None, **more: int | str
) -> list[EvidenceRow]:
    """Receive a delivery on a day of its own; ``known`` when its rows say another moment."""
    at, delivery = moment_of(number), delivery_of(number)
    stamp = {"known": microseconds(known or at), **more}
    rows = [
        replace(row, scored={**row.scored, **stamp}) for row in rows_for(register, delivery, count)
    ]
    segment = register.evidence.write(rows, register.vault.key_of)
    receipt = canonical({"delivery": delivery, "findings": [], "stored": count})
    write_durably(register.receipt_path(delivery), receipt)
    register.ledger.append([received(delivery, receipt, [segment.name], count)], at)
    return rows


def undo(register: Register, number: int, at: Moment = LATER) -> None:
    """Undo a delivery in the order of the program."""
    delivery = delivery_of(number)
    body: dict[str, Json] = {"delivery": delivery, "reason": "Sent twice."}
    apart = set_apart(register, delivery)
    register.ledger.append([Draft("delivery.undone", delivery, "clerk-1", body), *apart], at)
    clear(register, register.ledger.read(kinds=LIVE_KINDS))


def live(register: Register, known_at: Moment | None = None) -> tuple[str, ...]:
    return live_segments(register.ledger.read(kinds=LIVE_KINDS), known_at)


def answers(register: Register, known_at: Moment | None = None) -> list[object]:
    """Everything that the stages above ask of the evidence, at one moment."""
    names, store = live(register, known_at), register.evidence
    whom = sorted(subjects_in(store, names))
    about = store.about(names, whom).to_pylist()
    facts = sorted(records_about(store, names, whom), key=lambda one: one.record)
    records = [one.record for one in facts]
    key_of = register.vault.key_of
    return [
        sorted(map(str, about)),
        facts,
        facts_of(store, names, records),
        brought_by(store, names, sorted({one.delivery for one in facts})),
        sorted(store.whose(names, records)),
        sorted((record, str(said)) for record, said in store.unseal(names, records, key_of)),
    ]


@pytest.fixture
def full(register: Register) -> Register:
    """As many deliveries as become one segment, one a day."""
    for number in range(TOGETHER):
        deliver(register, number)
    return register


def every_answer(register: Register) -> list[list[object]]:
    """Now, before everything, and after each delivery."""
    days = [moment_of(number) + dt.timedelta(hours=1) for number in range(-1, TOGETHER)]
    return [answers(register, at) for at in (None, *days)]


def test_sixteen_small_segments_become_one_and_no_answer_changes(full: Register) -> None:
    before = every_answer(full)
    assert compact(full, LATER) == TOGETHER
    (name,) = live(full)
    assert full.evidence.names() == [name]
    assert every_answer(full) == before
    assert full.evidence.check([name]) == ()
    assert codes(full) == []
    everything = answers(full)[1]
    assert isinstance(everything, list)
    assert len(everything) == 3 * TOGETHER


def test_an_earlier_moment_names_the_segment_with_that_moment(full: Register) -> None:
    compact(full, LATER)
    (name,) = live(full)
    third = moment_of(2)
    assert live(full, third) == (f"{name}{KNOWN_UNTIL}{microseconds(third)}",)
    assert live(full, moment_of(TOGETHER - 1)) == (name,)
    assert live(full, moment_of(-1)) == ()


def test_fifteen_stay_as_they_are_and_nothing_is_recorded(register: Register) -> None:
    for number in range(TOGETHER - 1):
        deliver(register, number)
    head, names = register.ledger.head(), register.evidence.names()
    assert compact(register, LATER) == 0
    assert (register.ledger.head(), register.evidence.names()) == (head, names)


def test_doing_it_again_changes_nothing(full: Register) -> None:
    compact(full, LATER)
    head, names = full.ledger.head(), full.evidence.names()
    assert compact(full, LATER) == 0
    assert (full.ledger.head(), full.evidence.names()) == (head, names)


def test_only_segments_of_about_one_size_become_one(register: Register) -> None:
    for number in range(TOGETHER):
        deliver(register, number, count=3 if number else 20)
    assert compact(register, LATER) == 0
    deliver(register, TOGETHER, count=3)
    assert compact(register, LATER) == TOGETHER
    assert len(live(register)) == 2


def test_a_large_segment_is_left_alone() -> None:
    """The largest that is made is of sixteen times less than one block, so that steps stay short."""
    assert TOGETHER * BLOCK < 1_000_000


def test_what_was_made_one_becomes_one_again(register: Register) -> None:
    numbers = itertools.count()
    for _ in range(TOGETHER):
        for _ in range(TOGETHER):
            deliver(register, number := next(numbers), count=1)
        before = answers(register), answers(register, moment_of(100))
        compact(register, moment_of(number))
    assert len(live(register)) == TOGETHER
    assert (answers(register), answers(register, moment_of(100))) == before
    assert compact(register, LATER) == TOGETHER
    assert len(live(register)) == 1
    assert (answers(register), answers(register, moment_of(100))) == before
    assert codes(register) == []


def test_a_delivery_that_was_made_one_with_others_can_be_undone(full: Register) -> None:
    earlier = [answers(full, moment_of(number)) for number in (2, 5, 9)]
    others = records_about(full.evidence, live(full), everybody(full))
    compact(full, LATER)
    undo(full, 5)
    left = records_about(full.evidence, live(full), everybody(full))
    assert sorted(one.record for one in left) == sorted(
        one.record for one in others if one.delivery != delivery_of(5)
    )
    assert [answers(full, moment_of(number)) for number in (2, 5, 9)] == earlier
    assert live_deliveries(full.ledger.read(kinds=LIVE_KINDS)).keys() == {
        delivery_of(number) for number in range(TOGETHER) if number != 5
    }
    assert codes(full) == []


def everybody(register: Register) -> list[SubjectId]:
    return sorted(subjects_in(register.evidence, live(register)))


def test_undoing_what_stands_alone_sets_nothing_apart(full: Register) -> None:
    assert set_apart(full, delivery_of(3)) == ()


def test_whoever_is_erased_is_absent_at_every_moment(full: Register) -> None:
    compact(full, LATER)
    (whom, *_) = rows_for(full, delivery_of(3), 3)
    assert erase(full, [whom.subject], LATER) > 1
    for at in (None, moment_of(4), moment_of(TOGETHER)):
        assert records_about(full.evidence, live(full, at), [whom.subject]) == []
    assert codes(full) == ["N-REG-15"]
    undo(full, 4)
    assert codes(full) == ["N-REG-15"]


def test_a_delivery_of_which_nothing_is_left_in_a_shared_segment_still_stands(
    full: Register,
) -> None:
    compact(full, LATER)
    own = [row.record for row in rows_for(full, delivery_of(7), 3)]
    assert take_out(full, LATER, own) == 3
    assert live_deliveries(full.ledger.read(kinds=LIVE_KINDS))[delivery_of(7)].rows == 0
    assert codes(full) == []
    undo(full, 7)
    assert codes(full) == []


def test_a_segment_whose_rows_say_another_moment_stays_by_itself(full: Register) -> None:
    deliver(full, TOGETHER, known=moment_of(2))
    assert compact(full, LATER) == TOGETHER
    assert len(live(full)) == 2
    for number in range(TOGETHER + 1, 2 * TOGETHER):
        deliver(full, number)
    before = answers(full, moment_of(3))
    assert compact(full, LATER) == 0  # fifteen, and one that says another moment
    assert answers(full, moment_of(3)) == before


def test_segments_whose_fields_have_other_types_stay_as_they_are(register: Register) -> None:
    for number in range(TOGETHER):
        deliver(register, number, f_unit="yuan" if number else 1)
    names = live(register)
    assert compact(register, LATER) == 0
    assert live(register) == names


def test_a_damaged_segment_is_never_made_one_with_others(full: Register) -> None:
    path = full.evidence.folder / live(full)[3] / "sealed.parquet"
    data = bytearray(path.read_bytes())
    data[50] ^= 1
    path.write_bytes(bytes(data))
    head = full.ledger.head()
    with pytest.raises(ProofFailed, match="does not fit its digest"):
        compact(full, LATER)
    assert full.ledger.head() == head


def test_a_missing_segment_is_said(full: Register) -> None:
    full.evidence.remove(live(full)[3])
    with pytest.raises(RegisterDamaged, match="Run evenhand check; restore from a backup"):
        compact(full, LATER)


def test_old_files_that_a_kill_left_are_warned_of_and_go_with_the_next_run(full: Register) -> None:
    old = live(full)[3]
    files = {path.name: path.read_bytes() for path in (full.evidence.folder / old).iterdir()}
    compact(full, LATER)
    (full.evidence.folder / old).mkdir()
    for name, data in files.items():
        (full.evidence.folder / old / name).write_bytes(data)
    assert codes(full) == ["W-REG-19"]
    assert compact(full, LATER) == 0
    assert codes(full) == []


def test_a_new_segment_that_no_event_names_yet_is_only_noted(full: Register) -> None:
    assert full.evidence.together(live(full)) is not None
    assert codes(full) == ["N-REG-16"]
    compact(full, LATER)
    assert codes(full) == []


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("deliver"), st.integers(1, 6)),
        st.tuples(st.just("deliver"), st.integers(1, 3)),
        st.tuples(st.just("undo"), st.integers(0, 20)),
        st.tuples(st.just("erase"), st.integers(0, 3)),
        st.tuples(st.just("take out"), st.integers(0, 20)),
    ),
    max_size=16,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=STEPS)
def test_a_register_that_is_compacted_after_each_step_answers_as_one_that_never_is(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    """Two are made one here instead of sixteen, so that a few deliveries are enough."""
    folder = tmp_path_factory.mktemp("two")
    moments = [None, *(moment_of(day) for day in range(0, len(steps), 3))]
    with (
        pytest.MonkeyPatch.context() as patched,
        new_register(folder / "never") as never,
        new_register(folder / "always") as always,
    ):
        patched.setattr(compaction, "TOGETHER", 2)
        town: list[int] = []
        for day, (what, number) in enumerate(steps):
            for one in (never, always):
                step(one, (what, number), day, town)
            if what == "deliver":
                town.append(day)
            elif what == "undo" and number in town:
                town.remove(number)
            compact(always, moment_of(day))
            for known_at in moments:
                assert plain(always, known_at) == plain(never, known_at)
            assert codes(always) == codes(never)


def plain(register: Register, known_at: Moment | None) -> list[tuple[object, ...]]:
    """Every row that counts at a moment, without numbers that chance drew."""
    names = live(register, known_at)
    rows = register.evidence.about(names, subjects_in(register.evidence, names)).to_pylist()
    return sorted((row["record"], row["known"], str(row["f_amount"])) for row in rows)


def step(register: Register, what: tuple[str, int], day: int, town: list[int]) -> None:
    """One thing that happens to a register on a day; ``town`` are the deliveries that stand."""
    kind, number = what
    if kind == "deliver":
        deliver(register, day, number)
    elif kind == "undo" and number in town:
        undo(register, number, moment_of(day))
    elif kind == "erase":
        (whom,) = subjects(register, [f"91000000MA{number:08d}"])
        erase(register, [whom], moment_of(day))
    elif kind == "take out" and number in town:
        rows = rows_for(register, delivery_of(number), 1)
        take_out(register, moment_of(day), [row.record for row in rows])
