"""The vault: numbers for identifiers, keys for subjects, and what erasure leaves."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from evenhand.kernel.errors import BadInput, Conflict, RegisterDamaged
from evenhand.kernel.ids import DeliveryId, SubjectId
from evenhand.keys.vault import Vault, Wanted

Chance = Callable[[int], bytes]

ONE: Wanted = ("uscc", "91000000MA00000017", "enterprise")
TWO: Wanted = ("uscc", "91000000MA00000025", "enterprise")
RESIDENT: Wanted = ("resident", "ab" * 32, "resident")
DELIVERY = DeliveryId.of("c0ffee" * 11)


@pytest.fixture
def vault(tmp_path: Path, chance: Chance) -> Iterator[Vault]:
    made = Vault.create(tmp_path / "vault", chance)
    yield made
    made.close()


def test_only_its_owner_can_enter_it(vault: Vault) -> None:
    assert stat.S_IMODE(vault.folder.stat().st_mode) == 0o700
    for file in vault.folder.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_it_keeps_its_two_keys(vault: Vault) -> None:
    again = Vault.open(vault.folder)
    assert len(vault.pseudonym_key) == len(vault.document_key) == 32
    assert vault.pseudonym_key != vault.document_key
    assert (again.pseudonym_key, again.document_key) == (vault.pseudonym_key, vault.document_key)
    again.close()


def test_a_subject_is_enrolled_once(vault: Vault, chance: Chance) -> None:
    first = vault.enrol([ONE, TWO, ONE], chance)
    assert set(first) == {ONE[:2], TWO[:2]}
    assert vault.enrol([TWO, RESIDENT], chance)[TWO[:2]] == first[TWO[:2]]
    subject = first[ONE[:2]]
    assert vault.subject_of(*ONE[:2]) == subject
    assert vault.identifier_of(subject) == ONE
    assert len(vault.key_of(subject)) == 32
    assert vault.key_of(subject) != vault.key_of(first[TWO[:2]])


def test_numbers_say_nothing_of_the_identifier(tmp_path: Path) -> None:
    drawn: list[int] = []

    def chance(count: int) -> bytes:
        drawn.append(count)
        return len(drawn).to_bytes(count)

    vault = Vault.create(tmp_path / "vault", chance)
    before = len(drawn)
    subject = vault.enrol([RESIDENT], chance)[RESIDENT[:2]]
    assert drawn[before:] == [8, 32]
    assert subject == SubjectId(before + 1)
    vault.close()


def test_a_number_that_is_taken_is_drawn_again(vault: Vault) -> None:
    draws = iter([b"\0" * 7 + b"\1", b"k" * 32, b"\0" * 7 + b"\1", b"\0" * 7 + b"\2", b"l" * 32])
    enrolled = vault.enrol([ONE, TWO], lambda count: next(draws))
    assert list(enrolled.values()) == [SubjectId(1), SubjectId(2)]


def test_an_organisation_code_finds_the_one_code_that_contains_it(
    vault: Vault, chance: Chance
) -> None:
    subject = vault.enrol([ONE], chance)[ONE[:2]]
    assert vault.subject_of("organisation_code", ONE[1][8:17]) == subject
    hyphened = f"{ONE[1][8:16]}-{ONE[1][16]}"
    assert vault.subject_of("organisation_code", hyphened) == subject
    assert vault.subject_of("organisation_code", "999999999") is None


def test_an_organisation_code_in_two_codes_finds_none(vault: Vault, chance: Chance) -> None:
    other: Wanted = ("uscc", "12000000" + ONE[1][8:17] + "X", "public_body")
    vault.enrol([ONE, other], chance)
    assert vault.subject_of("organisation_code", ONE[1][8:17]) is None


def test_subjects_are_listed_by_kind_without_those_who_wait(vault: Vault, chance: Chance) -> None:
    waiting: Wanted = ("waiting", "R-0000000000001", "enterprise")
    enrolled = vault.enrol([ONE, TWO, RESIDENT, waiting], chance)
    assert vault.subjects("enterprise") == sorted([enrolled[ONE[:2]], enrolled[TWO[:2]]])
    assert vault.subjects("resident") == [enrolled[RESIDENT[:2]]]
    assert vault.subjects("public_body") == []


def test_many_are_looked_up_at_once_as_one_by_one(vault: Vault, chance: Chance) -> None:
    enrolled = vault.enrol([ONE, TWO, RESIDENT], chance)
    unknown = ("uscc", "91000000MA00000033")
    asked = [ONE[:2], unknown, RESIDENT[:2], ("resident", ONE[1]), ONE[:2]]
    found = vault.subjects_of(asked)
    assert found == {one: enrolled[one] for one in (ONE[:2], RESIDENT[:2])}
    assert all(vault.subject_of(*one) == found.get(one) for one in asked)
    keys = vault.keys_of(list(enrolled.values()))
    assert keys == {subject: vault.key_of(subject) for subject in enrolled.values()}
    assert vault.keys_of([]) == {}


def test_keys_of_many_are_refused_when_one_was_erased_or_never_was(
    vault: Vault, chance: Chance
) -> None:
    first, second = vault.enrol([ONE, TWO], chance).values()
    with pytest.raises(RegisterDamaged, match="is unknown"):
        vault.keys_of([first, SubjectId.from_chance(b"\x01" * 8)])
    vault.destroy(second)
    with pytest.raises(Conflict, match=f"Subject {second} was erased"):
        vault.keys_of([first, second])


def test_erasure_takes_key_and_identifier(vault: Vault, chance: Chance) -> None:
    enrolled = vault.enrol([ONE, RESIDENT], chance)
    subject = enrolled[RESIDENT[:2]]
    key = vault.key_of(subject)
    vault.destroy(subject)
    vault.destroy(subject)
    assert vault.subject_of(*RESIDENT[:2]) is None
    assert vault.subjects("resident") == []
    assert vault.key_lengths() == {subject: None, enrolled[ONE[:2]]: 32}
    for file in vault.folder.iterdir():
        assert key not in file.read_bytes()
        assert RESIDENT[1].encode() not in file.read_bytes()


def test_an_erased_subject_has_no_key_and_no_name(vault: Vault, chance: Chance) -> None:
    subject = vault.enrol([RESIDENT], chance)[RESIDENT[:2]]
    vault.destroy(subject)
    with pytest.raises(Conflict, match=f"{subject} was erased; its key is destroyed") as refused:
        vault.key_of(subject)
    assert "已被删除" in refused.value.said_in("zh")
    with pytest.raises(Conflict, match="was erased"):
        vault.identifier_of(subject)


def test_who_comes_back_after_erasure_is_somebody_new(vault: Vault, chance: Chance) -> None:
    first = vault.enrol([RESIDENT], chance)[RESIDENT[:2]]
    vault.destroy(first)
    assert vault.enrol([RESIDENT], chance)[RESIDENT[:2]] != first


def test_erasure_waits_for_who_is_reading(vault: Vault, chance: Chance) -> None:
    subject = vault.enrol([RESIDENT], chance)[RESIDENT[:2]]
    vault._connection.execute("PRAGMA busy_timeout = 50")
    reader = sqlite3.connect(vault.folder / "vault.sqlite", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM subject").fetchone()
    with pytest.raises(Conflict, match="may not be gone yet"):
        vault.destroy(subject)
    reader.execute("COMMIT")
    reader.close()
    vault.destroy(subject)
    assert vault.key_lengths() == {subject: None}


def test_a_subject_that_was_never_enrolled_is_damage(vault: Vault) -> None:
    with pytest.raises(RegisterDamaged, match="S-0000000000007 is unknown"):
        vault.key_of(SubjectId(7))


def test_an_unknown_scheme_is_refused_and_nothing_is_enrolled(vault: Vault, chance: Chance) -> None:
    with pytest.raises(ValueError, match='no identifier scheme "organisation_code"'):
        vault.enrol([ONE, ("organisation_code", "MA0000001", "enterprise")], chance)
    assert vault.subject_of(*ONE[:2]) is None


def test_chance_that_gives_too_little_is_refused(vault: Vault) -> None:
    with pytest.raises(ValueError, match="another number of bytes"):
        vault.enrol([ONE], lambda count: bytes(min(count, 8)))
    assert vault.key_lengths() == {}


def test_a_delivery_has_a_key_until_it_is_settled(vault: Vault, chance: Chance) -> None:
    key = vault.delivery_key(DELIVERY, chance)
    assert vault.delivery_key(DELIVERY, chance) == vault.delivery_key_of(DELIVERY) == key
    vault.destroy_delivery_key(DELIVERY)
    for file in vault.folder.iterdir():
        assert key not in file.read_bytes()
    with pytest.raises(Conflict, match="its sealed bytes stay shut"):
        vault.delivery_key(DELIVERY, chance)


def test_a_delivery_that_never_had_a_key_has_none(vault: Vault) -> None:
    with pytest.raises(Conflict, match=f"Delivery {DELIVERY} has no key"):
        vault.delivery_key_of(DELIVERY)


def test_a_vault_is_never_overwritten(vault: Vault, chance: Chance) -> None:
    with pytest.raises(Conflict, match="there already; it is never overwritten"):
        Vault.create(vault.folder, chance)
    with pytest.raises(Conflict, match="never overwritten"):
        vault.copy_to(vault.folder)


def test_a_missing_vault_is_said_to_be_kept_apart(tmp_path: Path) -> None:
    with pytest.raises(RegisterDamaged, match="is in no backup: put back the one kept apart"):
        Vault.open(tmp_path / "vault")


@pytest.mark.parametrize("mode", [0o750, 0o705, 0o777])
def test_a_vault_that_others_can_enter_is_refused(vault: Vault, mode: int) -> None:
    vault.folder.chmod(mode)
    with pytest.raises(BadInput, match=r"Others can enter the vault .* chmod -R go="):
        Vault.open(vault.folder)


@pytest.mark.parametrize("data", [b"", b"no database" * 100])
def test_a_file_that_is_no_vault_is_refused(tmp_path: Path, data: bytes) -> None:
    folder = tmp_path / "vault"
    folder.mkdir(0o700)
    (folder / "vault.sqlite").touch(0o600)
    (folder / "vault.sqlite").write_bytes(data)
    with pytest.raises(RegisterDamaged, match="The vault is damaged"):
        Vault.open(folder)


def test_a_vault_without_its_keys_is_refused(vault: Vault) -> None:
    vault._connection.execute("DELETE FROM secret WHERE name = 'document'")
    with pytest.raises(RegisterDamaged, match="a key of the register is missing"):
        Vault.open(vault.folder)


def test_a_copy_holds_the_same(vault: Vault, chance: Chance, tmp_path: Path) -> None:
    subject = vault.enrol([ONE], chance)[ONE[:2]]
    vault.copy_to(tmp_path / "copy")
    copy = Vault.open(tmp_path / "copy")
    assert copy.key_of(subject) == vault.key_of(subject)
    assert copy.document_key == vault.document_key
    copy.close()
