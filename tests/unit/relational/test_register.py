"""A register: made whole or not at all, opened only when it is what its first event says."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evenhand.kernel.canonical import canonical
from evenhand.kernel.errors import BadInput, Conflict, ProofFailed, RegisterDamaged
from evenhand.relational import register as module
from evenhand.relational.ledger import Draft
from evenhand.relational.register import create, open_register
from evenhand.relational.settings import AUDITOR, STEWARDS, Settings
from tests.conftest import ROOT
from tests.small_register import (
    AT,
    counted_chance,
    delivery_of,
    key,
    new_register,
    receive,
    settings,
)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_register_is_made_with_its_first_event(tmp_path: Path) -> None:
    with new_register(tmp_path / "register") as made:
        first = next(made.ledger.read())
        assert (first.kind, first.actor, first.at) == ("register.created", "system", AT)
        assert first.body == settings().said()
        assert made.settings == settings()
        assert made.ledger.verify() == 1
    assert names(tmp_path) == ["register"]
    assert json.loads((tmp_path / "register" / "register.json").read_bytes()) == settings().said()


def test_a_register_opens_as_it_was_made(tmp_path: Path) -> None:
    with new_register(tmp_path / "register") as made:
        event = receive(made, 1)
        pseudonym_key = made.vault.pseudonym_key
    with open_register(tmp_path / "register") as again:
        assert again.settings == settings()
        assert next(again.ledger.read(after=1)) == event
        assert again.vault.pseudonym_key == pseudonym_key


def test_paths_are_those_of_the_agreed_layout(tmp_path: Path) -> None:
    with new_register(tmp_path / "register") as made:
        delivery = delivery_of(1)
        there = {
            made.delivery_path(delivery): f"deliveries/{delivery}",
            made.receipt_path(delivery): f"receipts/{delivery}.json",
            made.held_path(delivery): f"held/{delivery}",
            made.sources: "sources",
            made.schemes: "schemes",
            made.catalogue: "catalogue",
            made.editions: "editions",
            made.evidence.folder: "evidence",
        }
        for path, wanted in there.items():
            assert path.relative_to(made.folder).as_posix() == wanted
            assert path.parent.is_dir()


def test_founders_have_the_three_keys() -> None:
    founders = settings().founders()
    assert list(founders) == [*STEWARDS, AUDITOR]
    assert founders[AUDITOR] == key("auditor").public


def test_settings_are_read_as_they_were_said() -> None:
    assert Settings.read(canonical(settings("reproduction").said())) == settings("reproduction")


def test_an_empty_folder_may_become_a_register(tmp_path: Path) -> None:
    (tmp_path / "register").mkdir()
    new_register(tmp_path / "register").close()
    open_register(tmp_path / "register").close()


def test_the_lock_clears_what_a_crash_left(tmp_path: Path) -> None:
    with new_register(tmp_path / "register") as made:
        (made.receipts / "D-1.json.partial").write_bytes(b"half")
        (made.folder / "ledger.partial").mkdir()
        with made.lock():
            assert names(made.receipts) == []
            assert not (made.folder / "ledger.partial").exists()


def test_the_lock_is_free_again_when_its_holder_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_register(tmp_path / "register").close()
    holder = (
        "import sys, pathlib; from evenhand.relational.register import open_register\n"
        "with open_register(pathlib.Path(sys.argv[1])) as register, register.lock():\n"
        "    print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(tmp_path / "register")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        with open_register(tmp_path / "register") as other:
            monkeypatch.setattr(module, "_TRIES", 2)
            with pytest.raises(Conflict, match="Another command is writing") as refused:
                other.lock().__enter__()
            assert "另一个命令正在写入登记库" in refused.value.said_in("zh")
            process.kill()
            process.wait()
            with other.lock():
                pass


# What is refused.


def test_a_register_is_never_made_over_another(tmp_path: Path) -> None:
    with new_register(tmp_path / "register") as made:
        head = made.ledger.head()
        with pytest.raises(Conflict, match="there and not empty; a register overwrites nothing"):
            new_register(tmp_path / "register")
        assert made.ledger.head() == head


@pytest.mark.parametrize("kind", ["file", "folder with a file"])
def test_a_register_is_not_made_over_anything(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "mine"
    if kind == "file":
        target.write_text("mine")
    else:
        target.mkdir()
        (target / "notes.txt").write_text("mine")
    with pytest.raises(Conflict, match="overwrites nothing") as refused:
        new_register(target)
    assert "不会覆盖任何内容" in refused.value.said_in("zh")


def test_nothing_of_mine_is_cleared_to_make_a_register(tmp_path: Path) -> None:
    mine = tmp_path / "register.partial"
    mine.mkdir()
    (mine / "notes.txt").write_text("mine")
    with pytest.raises(Conflict, match="holds what is not of a register"):
        new_register(tmp_path / "register")
    assert (mine / "notes.txt").read_text() == "mine"


def test_what_a_killed_founding_left_is_cleared(tmp_path: Path) -> None:
    new_register(tmp_path / "register.partial").close()
    new_register(tmp_path / "register").close()
    assert names(tmp_path) == ["register"]


def test_a_register_needs_a_folder_to_stand_in(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="There is no folder"):
        new_register(tmp_path / "none" / "register")


def test_a_register_whose_making_fails_is_not_there(tmp_path: Path) -> None:
    def chance(count: int) -> bytes:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        create(tmp_path / "register", settings(), AT, chance)
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    "keys",
    [
        ("a", "a", "b"),
        ("a", "b", "a"),
        ("a", "b", "b"),
        ("a", "a", "a"),
    ],
)
def test_fewer_than_three_keys_are_refused(keys: tuple[str, str, str]) -> None:
    one, two, three = (key(name).public for name in keys)
    with pytest.raises(BadInput, match="two stewards and an auditor, with three different") as no:
        replace(settings(), stewards=(one, two), auditor=three)
    assert "三把公钥各不相同" in no.value.said_in("zh")


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"kind": "test"}, 'setting kind of a register cannot be "test"'),
        ({"time_zone": "Asia/Linhe"}, "setting time_zone"),
        ({"time_zone": "../etc/passwd"}, "setting time_zone"),
        ({"time_zone": ""}, "setting time_zone"),
        ({"jurisdiction": " "}, "setting jurisdiction"),
    ],
)
def test_settings_that_no_register_can_have_are_refused(changed: dict[str, Any], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        replace(settings(), **changed)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"form":"evenhand/register/2"}',
        canonical({**settings().said(), "extra": 1}),
        canonical({**settings().said(), "stewards": [str(key("a").public)]}),
        canonical({**settings().said(), "name": "Linhe"}),
        canonical({**settings().said(), "auditor": 5}),
    ],
)
def test_a_file_that_is_no_settings_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput):
        Settings.read(data)


def test_a_folder_that_is_no_register_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"is no register \(it has no register\.json\)"):
        open_register(tmp_path)


def test_a_register_whose_steward_was_exchanged_is_not_opened(tmp_path: Path) -> None:
    new_register(tmp_path / "register").close()
    false = replace(settings(), stewards=(key("intruder").public, key("second steward").public))
    (tmp_path / "register" / "register.json").write_bytes(canonical(false.said()))
    with pytest.raises(ProofFailed, match="is not what the ledger's first event says"):
        open_register(tmp_path / "register")


def test_a_register_without_its_vault_is_not_opened(tmp_path: Path) -> None:
    new_register(tmp_path / "register").close()
    (tmp_path / "register" / "vault").rename(tmp_path / "elsewhere")
    with pytest.raises(RegisterDamaged, match="in no backup: put back the one kept apart"):
        open_register(tmp_path / "register")


def test_a_second_founding_is_refused_by_the_ledger(tmp_path: Path) -> None:
    with new_register(tmp_path / "register") as made:
        again = Draft("register.created", "register", "system", {}, once=("register",))
        with pytest.raises(Conflict, match="was recorded before"):
            made.ledger.append([again], AT + dt.timedelta(days=1))


def test_chance_is_asked_for_whole_keys(tmp_path: Path) -> None:
    asked: list[int] = []
    draw = counted_chance()

    def chance(count: int) -> bytes:
        asked.append(count)
        return draw(count)

    create(tmp_path / "register", settings(), AT, chance).close()
    assert asked == [32, 32]
