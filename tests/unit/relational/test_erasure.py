"""Erasure: keys, names and rows go; what was recorded and published still holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import Conflict
from evenhand.kernel.ids import RecordId, SubjectId
from evenhand.relational.erasure import erase, take_out
from evenhand.relational.facts import facts_of
from evenhand.relational.ledger import Draft
from evenhand.relational.live import live_deliveries, live_segments, not_undone, rewritings
from evenhand.relational.register import Register
from tests.small_register import AT, codes, delivery_of, new_register, receive, rows_for


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path / "register") as made:
        receive(made, 1)
        receive(made, 2)
        receive(made, 3, 1)
        yield made


def live(register: Register) -> tuple[str, ...]:
    return live_segments(register.ledger.read())


def opened(register: Register, *records: RecordId) -> set[RecordId]:
    there = register.evidence.unseal(live(register), records, register.vault.key_of)
    return {record for record, _ in there}


def test_an_erased_subject_is_in_no_segment_and_the_ledger_still_holds(register: Register) -> None:
    rows = rows_for(register, delivery_of(1))
    head = register.ledger.head()
    assert erase(register, [rows[0].subject], AT) == 2  # one row in each of two deliveries
    assert opened(register, *(row.record for row in rows)) == {row.record for row in rows[1:]}
    assert sorted(live(register)) == register.evidence.names()
    assert register.ledger.verify() == head[0] + 1
    assert codes(register) == ["N-REG-15"]


def test_a_delivery_of_which_nothing_is_left_still_stands(register: Register) -> None:
    row = rows_for(register, delivery_of(3), 1)[0]
    assert erase(register, [row.subject], AT) == 1
    assert live_deliveries(register.ledger.read())[delivery_of(3)].segments == ()
    assert codes(register) == ["N-REG-15"]


def test_nothing_to_erase_records_nothing(register: Register) -> None:
    head = register.ledger.head()
    assert (erase(register, [], AT), take_out(register, AT)) == (0, 0)
    assert register.ledger.head() == head


def test_records_whose_time_is_over_go_without_their_subject(register: Register) -> None:
    row = rows_for(register, delivery_of(1))[2]
    assert take_out(register, AT, [row.record]) == 1
    assert opened(register, row.record) == set()
    assert len(register.vault.key_of(row.subject)) == 32
    assert codes(register) == []


def test_erasing_twice_changes_nothing_more(register: Register) -> None:
    whom = rows_for(register, delivery_of(1))[0].subject
    erase(register, [whom], AT)
    head, names = register.ledger.head(), register.evidence.names()
    assert erase(register, [whom], AT) == 0
    assert (register.ledger.head(), register.evidence.names()) == (head, names)


def test_an_erasure_that_was_cut_short_is_completed_by_the_next(register: Register) -> None:
    rows = rows_for(register, delivery_of(1))
    register.vault.destroy(rows[0].subject)
    assert codes(register) == ["N-REG-15", "W-REG-14"]
    assert take_out(register, AT) == 2
    assert codes(register) == ["N-REG-15"]


def test_old_files_that_a_kill_left_go_with_the_next(register: Register) -> None:
    whom = rows_for(register, delivery_of(1))[0].subject
    kept = {name: (register.evidence.folder / name) for name in live(register)}
    files = {
        name: {f.name: f.read_bytes() for f in folder.iterdir()} for name, folder in kept.items()
    }
    erase(register, [whom], AT)
    *_, last = register.ledger.read()
    old = rewritings(last)[0].old
    (register.evidence.folder / old).mkdir()
    for name, data in files[old].items():
        (register.evidence.folder / old / name).write_bytes(data)
    assert codes(register) == ["N-REG-15", "W-REG-19"]
    assert take_out(register, AT) == 0
    assert codes(register) == ["N-REG-15"]


def test_what_is_left_of_the_files_holds_nothing_of_the_erased(register: Register) -> None:
    row = rows_for(register, delivery_of(3), 1)[0]
    key, number = register.vault.key_of(row.subject), int(row.subject).to_bytes(8, "little")
    erase(register, [row.subject], AT)
    register.close()
    for path in register.folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert key not in data
            assert b"91000000MB" + str(delivery_of(3))[2:10].upper().encode() not in data
            assert number not in data or path.parent.name == "vault"


def test_an_erased_subject_cannot_be_brought_back_by_writing_again(register: Register) -> None:
    rows = rows_for(register, delivery_of(1))
    erase(register, [rows[0].subject], AT)
    with pytest.raises(Conflict, match="was erased; its key is destroyed"):
        register.evidence.write(rows, register.vault.key_of)


def undone(register: Register, number: int) -> None:
    body: dict[str, Json] = {"delivery": delivery_of(number), "reason": "Sent twice."}
    register.ledger.append([Draft("delivery.undone", delivery_of(number), "clerk-1", body)], AT)


def test_an_erasure_reaches_what_was_undone(register: Register) -> None:
    """Whoever asks about a moment before the undoing still reads these rows."""
    row = rows_for(register, delivery_of(3), 1)[0]
    undone(register, 3)
    assert erase(register, [row.subject], AT) == 1
    assert sorted(live(register)) == register.evidence.names()
    assert codes(register) == ["N-REG-15"]


def test_what_is_over_goes_from_what_was_undone_too(register: Register) -> None:
    rows = rows_for(register, delivery_of(1))
    undone(register, 1)
    before = live_segments(not_undone(register.ledger.read()))
    assert take_out(register, AT, [rows[0].record]) == 1
    after = live_segments(not_undone(register.ledger.read()))
    assert len(before) == len(after) == 3
    assert set(facts_of(register.evidence, after, [row.record for row in rows])) == {
        row.record for row in rows[1:]
    }
    assert codes(register) == []


def test_an_unknown_subject_erases_nobody(register: Register) -> None:
    assert erase(register, [SubjectId(5)], AT) == 0
    assert codes(register) == []
