"""A register comes back from its backup and a copy of its vault, and says the same."""

from __future__ import annotations

import hashlib
import shutil
import tarfile
from pathlib import Path

import pytest

from tests.world import PENALTIES, World, company, penalty


@pytest.fixture
def backup(published: World) -> Path:
    file = published.folder / "register.backup"
    done = published.must("backup", file)
    assert "The vault is not in it" in done.out
    return file


def vault_of(town: World) -> Path:
    """A copy of the vault, as its keeper has it."""
    copy = town.folder / "vault-copy"
    shutil.copytree(town.register / "vault", copy)
    return copy


def standings(town: World, register: Path, out: Path) -> str:
    done = town.call("standing", "linhe-compliance", "--out", out, "--register", register)
    assert done.code == 0, done.err
    return hashlib.sha256(out.read_bytes()).hexdigest()


def test_a_restored_register_is_whole_and_gives_the_same_bytes(
    published: World, backup: Path, tmp_path: Path
) -> None:
    place = tmp_path / "restored"
    vault = vault_of(published)
    before = standings(published, published.register, tmp_path / "before.csv")
    told = published.must("explain", "linhe-compliance", company(1)).out
    head, case = published.head(), published.only_case()
    shutil.rmtree(published.register)
    done = published.call("restore", backup, "--vault", vault, "--register", place)
    assert done.code == 0, done.err
    assert published.call("check", "--register", place).code == 0
    assert standings(published, place, tmp_path / "after.csv") == before
    shutil.copytree(place, published.register)
    assert published.must("explain", "linhe-compliance", company(1)).out == told
    assert (published.head(), published.look()) == (head, {case: "in_effect"})
    assert published.publish()["number"] == 2


def test_the_backup_holds_no_vault_and_outside_of_editions_nobody(
    published: World, backup: Path
) -> None:
    with tarfile.open(backup) as archive:
        for member in archive:
            assert "vault" not in member.name
            opened = archive.extractfile(member)
            if opened is None or member.name.startswith("editions/"):
                continue
            data = opened.read()
            for told in (company(1), "临禾第1化工有限公司", "临环罚〔2026〕1号"):
                assert told.encode() not in data, member.name


def test_a_backup_is_not_written_over_a_file(published: World, backup: Path) -> None:
    before = backup.read_bytes()
    done = published.say("backup", backup)
    assert (done.code, done.out) == (2, "")
    assert backup.read_bytes() == before


def test_nothing_is_restored_over_a_register_or_without_its_vault(
    published: World, backup: Path, tmp_path: Path
) -> None:
    vault = vault_of(published)
    over = published.say("restore", backup, "--vault", vault)
    assert over.code == 2
    bare = published.call(
        "restore", backup, "--vault", tmp_path / "none", "--register", tmp_path / "new"
    )
    assert bare.code in (1, 2)
    assert "vault" in bare.err
    assert not (tmp_path / "new").exists()


def test_a_backup_with_one_flipped_bit_is_refused(
    published: World, backup: Path, tmp_path: Path
) -> None:
    data = bytearray(backup.read_bytes())
    data[len(data) // 2] ^= 1
    bent = tmp_path / "bent"
    bent.write_bytes(bytes(data))
    new = tmp_path / "new"
    done = published.call("restore", bent, "--vault", vault_of(published), "--register", new)
    assert (done.code, done.out) == (3, "")
    assert not new.exists()


def test_the_check_names_what_was_changed_in_place(published: World) -> None:
    (receipt,) = (published.register / "receipts").iterdir()
    receipt.write_bytes(receipt.read_bytes().replace(b"stored", b"stOred"))
    done = published.say("check")
    assert done.code == 3
    assert receipt.stem in done.err
    assert "1 place is damaged" in done.out


def test_the_check_opens_the_bytes_that_are_kept_while_rows_wait(town: World) -> None:
    town.deliver(PENALTIES, penalty(1), penalty(2, decided_on="昨天"))
    (kept,) = (town.register / "deliveries").iterdir()
    assert town.must("check").code == 0
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    done = town.say("check")
    assert done.code == 3
    assert f"The delivered bytes of {kept.name} are missing, do not open" in done.err
    kept.unlink()
    assert town.say("check").code == 3
