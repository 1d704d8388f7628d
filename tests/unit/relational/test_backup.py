"""Backups: the whole register without its vault, and back; what is false is refused."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import stat
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from evenhand.kernel.canonical import canonical
from evenhand.kernel.errors import BadInput, Conflict, EvenhandError, ProofFailed, RegisterDamaged
from evenhand.relational.backup import backup
from evenhand.relational.ledger import Draft
from evenhand.relational.register import Register, open_register
from evenhand.relational.restore import restore
from evenhand.relational.self_check import check_register
from tests.small_register import AT, delivery_of, new_register, receive, rows_for


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path / "register") as made:
        receive(made, 1)
        receive(made, 2, 3)
        (made.schemes / "linhe.yaml").write_bytes("办法".encode())
        (made.editions / "1").mkdir()
        (made.editions / "1" / "checkpoint").write_bytes(b"signed")
        yield made


@pytest.fixture
def archive(register: Register, tmp_path: Path) -> Path:
    backup(register, tmp_path / "backup.tar")
    return tmp_path / "backup.tar"


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file but ledger and vault, which are compared by what they say."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.parent.name != "vault"
        and not path.name.startswith(("ledger.sqlite", ".lock"))
    }


def test_a_register_comes_back_as_it_was(register: Register, tmp_path: Path) -> None:
    made = backup(register, tmp_path / "backup.tar")
    assert (made.events, made.head) == register.ledger.head()
    found = restore(tmp_path / "backup.tar", tmp_path / "again", register.vault.folder)
    assert [finding.kind.code for finding in found] == ["N-REG-22"]
    with open_register(tmp_path / "again") as again:
        assert tuple(again.ledger.read()) == tuple(register.ledger.read())
        assert again.vault.key_lengths() == register.vault.key_lengths()
        assert again.vault.document_key == register.vault.document_key
        assert check_register(again) == ()
        receive(again, 3)
    assert files_of(tmp_path / "again").items() >= files_of(register.folder).items()


def test_the_same_state_gives_the_same_bytes(register: Register, tmp_path: Path) -> None:
    one = backup(register, tmp_path / "one.tar")
    two = backup(register, tmp_path / "two.tar")
    assert (tmp_path / "one.tar").read_bytes() == (tmp_path / "two.tar").read_bytes()
    assert one.manifest == two.manifest


def test_a_backup_holds_no_vault_no_name_and_no_key(register: Register, archive: Path) -> None:
    with tarfile.open(archive) as tar:
        members = tar.getnames()
    assert members[0] == "manifest.json"
    assert members[1:] == sorted(members[1:])
    assert {"ledger.sqlite", "register.json", "schemes/linhe.yaml"} < set(members)
    assert not [name for name in members if "vault" in name or name.endswith(".partial")]
    data = archive.read_bytes()
    row = rows_for(register, delivery_of(1))[0]
    for secret in (
        register.vault.key_of(row.subject),
        register.vault.pseudonym_key,
        b"91000000MA",
        "食品有限公司".encode(),
    ):
        assert secret not in data


def test_what_a_crash_left_deep_inside_is_not_backed_up(register: Register, tmp_path: Path) -> None:
    (register.editions / "1" / "half.partial").write_bytes(b"half")
    backup(register, tmp_path / "backup.tar")
    with tarfile.open(tmp_path / "backup.tar") as tar:
        assert not [name for name in tar.getnames() if name.endswith(".partial")]
    restore(tmp_path / "backup.tar", tmp_path / "again", register.vault.folder)


def test_a_backup_can_be_read_by_its_owner_alone(archive: Path) -> None:
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600


def test_nothing_is_left_lying_about(register: Register, archive: Path, tmp_path: Path) -> None:
    restore(archive, tmp_path / "again", register.vault.folder)
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"register", "backup.tar", "again"}
    assert not list(register.folder.glob("*.partial"))


def test_what_was_erased_since_stays_erased(register: Register, tmp_path: Path) -> None:
    """Threat T29: last week's backup, this week's vault."""
    row = rows_for(register, delivery_of(1))[0]
    backup(register, tmp_path / "backup.tar")
    head = register.ledger.head()
    register.vault.destroy(row.subject)
    found = restore(tmp_path / "backup.tar", tmp_path / "again", register.vault.folder)
    assert [finding.kind.code for finding in found] == ["N-REG-15", "W-REG-14", "N-REG-22"]
    with open_register(tmp_path / "again") as again:
        assert again.ledger.head() == head
        names = again.evidence.names()
        with pytest.raises(Conflict, match="was erased"):
            list(again.evidence.unseal(names, [row.record], again.vault.key_of))


@hypothesis(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(deliveries=st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), max_size=4))
def test_any_register_survives_the_round_trip(
    deliveries: list[tuple[int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("round")
    with new_register(folder / "register") as made:
        for number, rows in dict(deliveries).items():
            receive(made, number, rows)
        backup(made, folder / "backup.tar")
        restore(folder / "backup.tar", folder / "again", made.vault.folder)
        with open_register(folder / "again") as again:
            assert tuple(again.ledger.read()) == tuple(made.ledger.read())
            assert files_of(again.folder) == files_of(made.folder)


# What is refused.


def test_a_damaged_register_is_not_backed_up(register: Register, tmp_path: Path) -> None:
    register.receipt_path(delivery_of(1)).write_bytes(b"{}")
    with pytest.raises(RegisterDamaged, match="damaged in 1 places and was not backed up") as no:
        backup(register, tmp_path / "backup.tar")
    assert "没有备份" in no.value.said_in("zh")
    assert not (tmp_path / "backup.tar").exists()


def test_a_register_with_a_link_in_it_is_not_backed_up(register: Register, tmp_path: Path) -> None:
    (register.sources / "passwd").symlink_to("/etc/passwd")
    with pytest.raises(RegisterDamaged, match="passwd is no plain file"):
        backup(register, tmp_path / "backup.tar")


def test_a_backup_overwrites_nothing_and_does_not_go_into_the_register(
    register: Register, archive: Path, tmp_path: Path
) -> None:
    with pytest.raises(Conflict, match="a backup never overwrites it"):
        backup(register, archive)
    for target in (register.editions / "backup.tar", register.folder / "x" / ".." / "backup.tar"):
        with pytest.raises(BadInput, match="missing, or within the register"):
            backup(register, target)
    with pytest.raises(BadInput, match="missing, or within"):
        backup(register, tmp_path / "none" / "backup.tar")


def test_a_register_is_not_restored_over_anything(register: Register, archive: Path) -> None:
    with pytest.raises(Conflict, match="overwrites nothing"):
        restore(archive, register.folder, register.vault.folder)


def test_a_missing_backup_or_vault_is_named(
    register: Register, archive: Path, tmp_path: Path
) -> None:
    with pytest.raises(BadInput, match=r"no backup file .*none\.tar"):
        restore(tmp_path / "none.tar", tmp_path / "again", register.vault.folder)
    with pytest.raises(RegisterDamaged, match=r"vault .* is missing"):
        restore(archive, tmp_path / "again", tmp_path / "none")
    assert not (tmp_path / "again").exists()


def test_another_registers_vault_is_refused(
    archive: Path, register: Register, tmp_path: Path
) -> None:
    with (
        new_register(tmp_path / "other") as other,
        pytest.raises(ProofFailed, match="does not know subject"),
    ):
        restore(archive, tmp_path / "again", other.vault.folder)
    assert not (tmp_path / "again").exists()


Member = tuple[str, bytes]


def members(archive: Path) -> list[Member]:
    with tarfile.open(archive) as tar:
        return [(m.name, tar.extractfile(m).read()) for m in tar.getmembers()]  # type: ignore[union-attr]


def packed(path: Path, content: list[Member], kind: bytes = tarfile.REGTYPE) -> Path:
    """Pack members; the last one gets another type when one is given."""
    with tarfile.open(path, "w") as tar:
        for name, data in content:
            member = tarfile.TarInfo(name)
            member.size = len(data)
            if kind != tarfile.REGTYPE and name == content[-1][0]:
                member.type, member.linkname, member.size = kind, "/etc/passwd", 0
            tar.addfile(member, io.BytesIO(data))
    return path


def listed_too(content: list[Member], name: str, data: bytes) -> list[Member]:
    """The same backup with one more file, in its manifest as well: what a forger would make."""
    manifest: dict[str, Any] = json.loads(content[0][1])
    entry = {"path": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    manifest["files"].append(entry)
    return [("manifest.json", canonical(manifest)), *content[1:], (name, data)]


@pytest.mark.parametrize(
    "name",
    [
        "../outside",
        "/outside",
        "receipts/../../outside",
        "receipts//outside",
        "./receipts/outside",
        "vault/vault.sqlite",
        "outside",
        "other/outside",
        ".lock",
        "evidence/outside.partial",
        "receipts",
    ],
)
def test_a_member_that_has_no_place_in_a_register_is_refused(
    register: Register, archive: Path, tmp_path: Path, name: str
) -> None:
    forged = packed(tmp_path / "forged.tar", listed_too(members(archive), name, b"x"))
    with pytest.raises(ProofFailed, match="has no place in a register") as refused:
        restore(forged, tmp_path / "again", register.vault.folder)
    assert "没有写入任何内容" in refused.value.said_in("zh")
    assert not [*tmp_path.rglob("outside*"), *tmp_path.parent.glob("outside*")]
    assert not Path("/outside").exists()
    assert not list(tmp_path.glob("again*"))


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE]
)
def test_a_member_that_is_no_plain_file_is_refused(
    register: Register, archive: Path, tmp_path: Path, kind: bytes
) -> None:
    content = listed_too(members(archive), "receipts/link", b"x")
    forged = packed(tmp_path / "forged.tar", content, kind)
    with pytest.raises(ProofFailed, match="has no place in a register"):
        restore(forged, tmp_path / "again", register.vault.folder)


def dropped(content: list[Member]) -> list[Member]:
    return [member for member in content if member[0] != "schemes/linhe.yaml"]


def changed(content: list[Member]) -> list[Member]:
    return [(n, b"x" * len(d) if n == "schemes/linhe.yaml" else d) for n, d in content]


def longer(content: list[Member]) -> list[Member]:
    return [(n, d + b"x" if n == "schemes/linhe.yaml" else d) for n, d in content]


def added(content: list[Member]) -> list[Member]:
    return [*content, ("receipts/extra.json", b"{}")]


def doubled(content: list[Member]) -> list[Member]:
    return [*content, content[-1]]


def without_manifest(content: list[Member]) -> list[Member]:
    return content[1:]


def other_form(content: list[Member]) -> list[Member]:
    return [("manifest.json", b'{"form":"evenhand/backup/2","files":[]}'), *content[1:]]


def other_head(content: list[Member]) -> list[Member]:
    manifest = json.loads(content[0][1]) | {"head": "0" * 64}
    return [("manifest.json", canonical(manifest)), *content[1:]]


@pytest.mark.parametrize(
    ("forge", "says"),
    [
        (dropped, r"schemes/linhe\.yaml is missing"),
        (changed, r"schemes/linhe\.yaml does not fit its digest"),
        (longer, r"schemes/linhe\.yaml does not fit its digest"),
        (added, r'"receipts/extra\.json" in it is not in the manifest'),
        (doubled, "in it is not in the manifest"),
        (without_manifest, "it begins with no manifest"),
        (other_form, "its manifest cannot be read"),
        (other_head, "its ledger is not the one of the manifest"),
    ],
)
def test_a_backup_that_does_not_fit_its_manifest_is_refused(
    register: Register,
    archive: Path,
    tmp_path: Path,
    forge: Callable[[list[Member]], list[Member]],
    says: str,
) -> None:
    forged = packed(tmp_path / "forged.tar", forge(members(archive)))
    with pytest.raises(ProofFailed, match=says):
        restore(forged, tmp_path / "again", register.vault.folder)
    assert not list(tmp_path.glob("again*"))


def test_a_backup_with_a_consistent_lie_fails_the_self_check(
    register: Register, archive: Path, tmp_path: Path
) -> None:
    """Receipt and manifest were rewritten alike; the ledger knows the receipt's digest."""
    name = f"receipts/{delivery_of(1)}.json"
    content = [member for member in members(archive) if member[0] != name]
    manifest = json.loads(content[0][1])
    manifest["files"] = [file for file in manifest["files"] if file["path"] != name]
    content[0] = ("manifest.json", canonical(manifest))
    forged = packed(tmp_path / "forged.tar", listed_too(content, name, b'{"stored":9}'))
    with pytest.raises(ProofFailed, match="does not fit the digest in the ledger"):
        restore(forged, tmp_path / "again", register.vault.folder)
    assert not list(tmp_path.glob("again*"))


@pytest.mark.parametrize("data", [b"", b"no tar at all" * 100])
def test_a_file_that_is_no_backup_is_refused(
    register: Register, tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "backup.tar"
    path.write_bytes(data)
    with pytest.raises(ProofFailed, match=r"it cannot be read|no manifest"):
        restore(path, tmp_path / "again", register.vault.folder)


def test_a_cut_off_or_flipped_backup_is_never_restored_wrongly(
    register: Register, archive: Path, tmp_path: Path
) -> None:
    data = archive.read_bytes()
    events = tuple(register.ledger.read())
    broken = [data[: len(data) * part // 7] for part in range(1, 7)]
    for place in range(40_001, len(data) * 8, len(data) * 8 // 25):
        flipped = bytearray(data)
        flipped[place // 8] ^= 1 << place % 8
        broken.append(bytes(flipped))
    refused = 0
    for number, bad in enumerate(broken):
        path, target = tmp_path / f"{number}.tar", tmp_path / f"again-{number}"
        path.write_bytes(bad)
        try:
            restore(path, target, register.vault.folder)
        except EvenhandError:
            refused += 1
            assert not target.exists()
        else:
            with open_register(target) as again:
                assert tuple(again.ledger.read()) == events
            assert files_of(target) == files_of(register.folder)
            shutil.rmtree(target)
    assert refused >= 25


def test_events_after_the_backup_are_not_in_it(register: Register, tmp_path: Path) -> None:
    backup(register, tmp_path / "backup.tar")
    register.ledger.append([Draft("rows.read", "t", "system", {})], AT)
    restore(tmp_path / "backup.tar", tmp_path / "again", register.vault.folder)
    with open_register(tmp_path / "again") as again:
        assert again.ledger.head()[0] == register.ledger.head()[0] - 1
