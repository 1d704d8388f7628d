"""The self-check finds each kind of damage, and calls a sound register sound."""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from evenhand.kernel.canonical import Json, canonical
from evenhand.kernel.findings import Finding, Kind
from evenhand.kernel.ids import DeliveryId
from evenhand.kernel.text import LANGUAGES
from evenhand.keys.sealing import seal
from evenhand.relational import findings
from evenhand.relational.ledger import Draft, SqliteLedger
from evenhand.relational.register import Register
from evenhand.relational.self_check import check_register, damage
from tests.small_register import (
    AT,
    counted_chance,
    delivery_of,
    new_register,
    receive,
    received,
    rows_for,
)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path / "register") as made:
        receive(made, 1)
        receive(made, 2)
        yield made


def codes(found: tuple[Finding, ...]) -> list[str]:
    return [finding.kind.code for finding in found]


def said(found: tuple[Finding, ...], code: str) -> str:
    return next(f.sentence("en") for f in found if f.kind.code == code)


def record(register: Register, kind: str, body: Mapping[str, Json], topic: str = "t") -> None:
    register.ledger.append([Draft(kind, topic, "system", body)], AT)


def record_delivery(register: Register, number: int, **changed: Json) -> DeliveryId:
    """Record a delivery of three rows that were written, with some of what it says changed."""
    delivery = delivery_of(number)
    segment = register.evidence.write(rows_for(register, delivery, 3), register.vault.key_of)
    receipt = canonical({"delivery": delivery})
    register.receipt_path(delivery).write_bytes(receipt)
    draft = received(delivery, receipt, [segment.name], 3)
    body = {key: value for key, value in (dict(draft.body) | changed).items() if value is not None}
    record(register, draft.kind, body, draft.topic)
    return delivery


def only_segment(register: Register, number: int) -> Path:
    return register.evidence.folder / register.evidence.names()[number]


def test_a_sound_register_has_no_finding(register: Register) -> None:
    assert check_register(register) == ()


def test_progress_is_told_from_nothing_to_all(register: Register) -> None:
    told: list[tuple[str, int, int]] = []
    check_register(register, lambda step, done, total: told.append((step, done, total)))
    assert told[0] == ("ledger", 0, 1)
    for step, total in (("ledger", 1), ("segments", 2), ("deliveries", 2)):
        assert (step, total, total) in told


def test_every_kind_is_declared_once_with_its_own_code() -> None:
    codes = [kind.code for kind in findings.KINDS]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[EWN]-REG-\d\d", code) for code in codes)
    declared = {value for value in vars(findings).values() if isinstance(value, Kind)}
    assert declared == set(findings.KINDS)


def test_what_a_crash_leaves_is_noted_and_no_damage(register: Register) -> None:
    orphan = register.evidence.write(rows_for(register, delivery_of(9), 2), register.vault.key_of)
    (register.receipts / "D-00000000000000aa.json").write_bytes(b"{}")
    (register.held / "D-00000000000000bb.partial").write_bytes(b"")
    found = check_register(register)
    assert codes(found) == ["N-REG-16", "N-REG-17", "N-REG-18"]
    assert damage(found) == ()
    assert orphan.name in said(found, "N-REG-16")
    assert "receipts/D-00000000000000aa.json" in said(found, "N-REG-17")


def test_a_source_about_residents_may_hold_fewer_rows_than_it_processed(
    register: Register,
) -> None:
    counts: dict[str, Json] = {"rows": 9, "processed": 7, "held": 1, "refused": 1, "stored": None}
    sheet: dict[str, Json] = {"rows": 9, "processed": 7, "held": 1, "refused": 1, "sheet": "月报"}
    record_delivery(register, 3, **counts, sheets=[sheet])
    assert check_register(register) == ()


def test_an_undone_delivery_needs_no_rows_any_more(register: Register) -> None:
    delivery = record_delivery(register, 3)
    record(register, "delivery.undone", {"delivery": delivery})
    assert check_register(register) == ()


def test_erased_rows_are_warned_of_until_their_segment_is_rewritten(register: Register) -> None:
    whom = rows_for(register, delivery_of(1))[0].subject
    register.vault.destroy(whom)
    found = check_register(register)
    assert codes(found) == ["N-REG-15", "W-REG-14"]
    assert "hold 2 rows of subjects that were erased" in said(found, "W-REG-14")
    changes: list[Json] = []
    old = register.evidence.names()
    for name in old:
        made, _ = register.evidence.without(name, [whom])
        assert made is not None
        changes.append({"old": name, "new": made.name, "rows": 1})
    record(register, "evidence.rewritten", {"replaced": changes})
    found = check_register(register)
    assert codes(found) == ["N-REG-15", "W-REG-19", "W-REG-19"]
    assert "its old files are still there" in said(found, "W-REG-19")
    for name in old:
        register.evidence.remove(name)
    assert codes(check_register(register)) == ["N-REG-15"]


# Damage.


def test_a_changed_event_is_found(register: Register) -> None:
    connection = sqlite3.connect(register.folder / "ledger.sqlite")
    connection.execute("DROP TRIGGER event_stays")
    connection.execute("UPDATE event SET actor = 'clerk-2' WHERE seq = 2")
    connection.execute(
        "CREATE TRIGGER event_stays BEFORE UPDATE ON event\n"
        "  BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END"
    )
    connection.commit()
    connection.close()
    found = check_register(register)
    assert codes(found) == ["E-REG-01"]
    assert "Event 2 of the ledger does not fit its chain" in said(found, "E-REG-01")
    assert "第 2 号事件" in found[0].sentence("zh")


def test_a_broken_ledger_does_not_hide_a_broken_segment(register: Register) -> None:
    assert isinstance(register.ledger, SqliteLedger)
    register.ledger._connection.execute("DROP TRIGGER event_stays")
    (only_segment(register, 0) / "segment.json").write_bytes(b"{}")
    assert codes(check_register(register)) == ["E-REG-01", "E-REG-03"]


def test_a_missing_segment_is_found(register: Register) -> None:
    name = only_segment(register, 1).name
    shutil.rmtree(only_segment(register, 1))
    found = check_register(register)
    assert codes(found) == ["E-REG-02"]
    assert f"Segment {name} is missing" in said(found, "E-REG-02")


def test_a_segment_that_an_operator_rewrote_is_found(register: Register) -> None:
    """A whole forged segment under the old name: files and facts fit each other, not the name."""
    target = only_segment(register, 0)
    forged = register.evidence.write(rows_for(register, delivery_of(7), 6), register.vault.key_of)
    for file in target.iterdir():
        file.write_bytes((register.evidence.folder / forged.name / file.name).read_bytes())
    register.evidence.remove(forged.name)
    assert codes(check_register(register)) == ["E-REG-03"]


def test_a_flipped_bit_in_a_segment_is_found_with_its_rows(register: Register) -> None:
    path = only_segment(register, 0) / "sealed.parquet"
    data = bytearray(path.read_bytes())
    data[len(data) // 3] ^= 1
    path.write_bytes(data)
    found = check_register(register)
    assert codes(found) == ["E-REG-04"]
    assert "sealed.parquet" in said(found, "E-REG-04")


def test_a_record_in_two_segments_is_found(register: Register) -> None:
    delivery = delivery_of(1)
    twice = rows_for(register, delivery, 2)
    segment = register.evidence.write(twice, register.vault.key_of)
    body: dict[str, Json] = {"delivery": delivery, "segments": [segment.name], "stored": 2}
    record(register, "held.settled", body)
    found = check_register(register)
    assert codes(found) == ["E-REG-06"]
    assert str(min(row.record for row in twice)) in said(found, "E-REG-06")
    assert "(2 such records)" in said(found, "E-REG-06")


@pytest.mark.parametrize("stored", [2, 4])
def test_more_or_fewer_rows_than_recorded_are_found(register: Register, stored: int) -> None:
    counts: dict[str, Json] = {"rows": stored + 2, "stored": stored, "held": 1, "refused": 1}
    record_delivery(register, 3, **counts, sheets=[{"sheet": "月报", **counts}])
    found = check_register(register)
    assert codes(found) == ["E-REG-07"]
    assert f"recorded {stored} stored rows, and the segments hold 3" in said(found, "E-REG-07")


def test_rows_of_another_delivery_do_not_make_up_for_lost_ones(register: Register) -> None:
    other = register.evidence.write(rows_for(register, delivery_of(8), 3), register.vault.key_of)
    record_delivery(register, 3, segments=[other.name])
    assert codes(damage(check_register(register))) == ["E-REG-07"]


def test_more_rows_about_residents_than_were_processed_are_found(register: Register) -> None:
    counts: dict[str, Json] = {"rows": 4, "processed": 2, "held": 1, "refused": 1}
    sheets: Json = [{"sheet": "月报", **counts}]
    record_delivery(register, 3, **counts, stored=None, sheets=sheets)
    assert codes(check_register(register)) == ["E-REG-07"]


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"rows": 6}, "delivery"),
        ({"held": 2}, "delivery"),
        ({"sheets": [{"sheet": "月报", "rows": 5, "stored": 3, "held": 0, "refused": 1}]}, "月报"),
        ({"sheets": [{"sheet": "月报", "rows": 4, "stored": 3, "held": 0, "refused": 1}]}, "held"),
        ({"sheets": []}, "sheets, rows"),
    ],
)
def test_rows_that_do_not_add_up_are_found(
    register: Register, changed: dict[str, Json], where: str
) -> None:
    record_delivery(register, 3, **changed)
    found = check_register(register)
    assert set(codes(found)) == {"E-REG-08"}
    assert any(where in finding.sentence("en") for finding in found)


@pytest.mark.parametrize(
    "changed",
    [{"sheets": None}, {"sheets": [{"rows": 1}]}, {"rows": "5"}, {"held": -1}, {"refused": None}],
)
def test_a_delivery_without_its_counts_is_found(
    register: Register, changed: dict[str, Json]
) -> None:
    record_delivery(register, 3, **changed)
    found = check_register(register)
    assert codes(found) == ["E-REG-11"]
    assert "Event 4 (delivery.received) lacks" in said(found, "E-REG-11")


def test_a_delivery_without_segments_is_found(register: Register) -> None:
    record_delivery(register, 3, segments=None)
    assert codes(check_register(register)) == ["E-REG-11"]


def test_a_missing_receipt_is_found(register: Register) -> None:
    register.receipt_path(delivery_of(1)).unlink()
    found = check_register(register)
    assert codes(found) == ["E-REG-09"]
    assert f"The receipt of delivery {delivery_of(1)} is missing" in said(found, "E-REG-09")


def test_a_changed_receipt_is_found(register: Register) -> None:
    register.receipt_path(delivery_of(1)).write_bytes(b"{}")
    assert codes(check_register(register)) == ["E-REG-10"]


def test_a_subject_whom_the_vault_does_not_know_is_found(register: Register) -> None:
    whom = rows_for(register, delivery_of(1))[0].subject
    register.vault._connection.execute("DELETE FROM subject WHERE number = ?", (int(whom),))
    found = check_register(register)
    assert codes(found) == ["E-REG-12"]
    assert f"does not know subject {whom}" in said(found, "E-REG-12")
    assert "a vault that is kept apart" not in said(found, "E-REG-12")


def test_a_key_of_another_length_is_found(register: Register) -> None:
    whom = rows_for(register, delivery_of(1))[0].subject
    cut = "UPDATE subject SET key = substr(key, 1, 31) WHERE number = ?"
    register.vault._connection.execute(cut, (int(whom),))
    found = check_register(register)
    assert codes(found) == ["E-REG-13"]
    assert "has 31 bytes instead of 32" in said(found, "E-REG-13")


def held(register: Register, number: int, data: bytes | None = None) -> DeliveryId:
    """A delivery whose event names the digest of its held rows, with its sealed bytes."""
    delivery = delivery_of(number)
    key = register.vault.delivery_key(delivery, counted_chance("held"))
    whole = seal(key, data or f"workbook {number}".encode(), f"delivery {delivery}".encode())
    register.delivery_path(delivery).write_bytes(whole)
    register.held_path(delivery).write_bytes(b"sealed rows")
    digest = hashlib.sha256(b"sealed rows").hexdigest()
    kept = hashlib.sha256(whole).hexdigest()
    record_delivery(register, number, held_digest=digest, kept_digest=kept)
    return delivery


def lose(path: Path) -> None:
    path.unlink()


def change(path: Path) -> None:
    path.write_bytes(b"other rows")


@pytest.mark.parametrize("harm", [lose, change])
def test_held_rows_are_kept_until_they_are_settled(
    register: Register, harm: Callable[[Path], None]
) -> None:
    delivery = held(register, 3)
    assert check_register(register) == ()
    harm(register.held_path(delivery))
    assert codes(check_register(register)) == ["E-REG-20"]
    register.vault.destroy_delivery_key(delivery)
    assert check_register(register) == ()


@pytest.mark.parametrize("harm", [lose, change])
def test_delivered_bytes_are_kept_until_all_rows_are_settled(
    register: Register, harm: Callable[[Path], None]
) -> None:
    delivery = held(register, 3)
    harm(register.delivery_path(delivery))
    found = check_register(register)
    assert codes(found) == ["E-REG-23"]
    assert f"The delivered bytes of {delivery} are missing" in said(found, "E-REG-23")
    register.vault.destroy_delivery_key(delivery)
    register.delivery_path(delivery).unlink(missing_ok=True)
    assert check_register(register) == ()


def test_bytes_of_another_delivery_are_found(register: Register) -> None:
    held(register, 3, b"another workbook")
    assert codes(check_register(register)) == ["E-REG-23"]


def recorded_file(register: Register, folder: str, kind: str, data: bytes) -> Path:
    path = register.folder / folder / "file.yaml"
    path.write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    record(register, kind, {"digest": digest, "files": {"file.yaml": digest}}, "linhe-market")
    return path


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("schemes", "scheme.published"),
        ("sources", "source.added"),
        ("catalogue", "catalogue.set"),
    ],
)
def test_a_scheme_or_source_edited_in_place_is_found(
    register: Register, folder: str, kind: str
) -> None:
    path = recorded_file(register, folder, kind, b"first")
    assert check_register(register) == ()
    path.write_bytes(b"quietly other")
    found = check_register(register)
    assert codes(found) == ["E-REG-21"]
    assert f"No file in the folder {folder} has the digest" in said(found, "E-REG-21")


def test_a_source_may_be_replaced_and_a_published_scheme_may_not(register: Register) -> None:
    recorded_file(register, "sources", "source.added", b"first")
    recorded_file(register, "sources", "source.added", b"second")
    assert check_register(register) == ()
    recorded_file(register, "schemes", "scheme.published", b"first")
    recorded_file(register, "schemes", "scheme.published", b"second")
    assert codes(check_register(register)) == ["E-REG-21"]


def test_findings_quote_nothing_of_the_vault(register: Register) -> None:
    register.vault._connection.execute("UPDATE subject SET key = x'00'")
    for finding in check_register(register):
        for language in LANGUAGES:
            assert "91000000" not in finding.sentence(language)
