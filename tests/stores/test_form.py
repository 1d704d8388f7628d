"""A register says its form; a newer one is refused in words, an older one is brought to today's."""

from __future__ import annotations

import json

import pytest

from evenhand.kernel.errors import BadInput
from evenhand.relational.form import MIGRATIONS, migrated, written
from evenhand.relational.settings import Settings
from tests.world import World


def test_a_newer_form_is_refused_and_nothing_is_changed(town: World) -> None:
    file = town.register / "register.json"
    newer = json.loads(file.read_bytes()) | {"form": written(2)}
    file.write_text(json.dumps(newer), encoding="utf-8")
    done = town.say("check")
    assert (done.code, done.out) == (2, "")
    assert "The register is of form 2; this version reads up to form 1." in done.err
    assert json.loads(file.read_bytes()) == newer


@pytest.mark.parametrize(
    "form", ["evenhand/register/0", "evenhand/register/1 ", "another/1", "", None, 1]
)
def test_a_form_that_is_none_is_no_settings_file(town: World, form: object) -> None:
    said = json.loads((town.register / "register.json").read_bytes()) | {"form": form}
    with pytest.raises(BadInput, match=r"register\.json is not the settings of a register"):
        Settings.read(json.dumps(said).encode())


def test_an_older_form_goes_through_every_migration_in_order() -> None:
    steps = (
        lambda read: {**read, "steps": [*read["steps"], "to 2"]},
        lambda read: {**read, "steps": [*read["steps"], "to 3"]},
    )
    first = migrated({"form": written(1), "steps": []}, steps)
    assert first == {"form": written(3), "steps": ["to 2", "to 3"]}
    second = migrated({"form": written(2), "steps": []}, steps)
    assert second["steps"] == ["to 3"]
    assert migrated({"form": written(3), "steps": []}, steps)["steps"] == []


def test_there_is_no_migration_yet_and_settings_say_the_first_form(town: World) -> None:
    read = Settings.read((town.register / "register.json").read_bytes())
    assert (MIGRATIONS, read.said()["form"]) == ((), "evenhand/register/1")
