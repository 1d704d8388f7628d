"""Every noun of the command line once, in both languages and as JSON, with the exit codes that it has."""

from __future__ import annotations

from pathlib import Path

import pytest

from evenhand.kernel.ids import AuthorityId
from tests.world import ENVIRONMENT, PENALTIES, STAFF, World, company, penalty

PRINTING = (
    ("source", "list"),
    ("scheme", "list"),
    ("held",),
    ("run",),
    ("standing", "linhe-compliance"),
    ("explain", "linhe-compliance", company(1)),
    ("case", "list"),
    ("officer", "list"),
    ("list", "sizes"),
    ("list", "show", "environment-serious"),
    ("check",),
)


@pytest.mark.parametrize("command", PRINTING, ids=" ".join)
def test_a_result_is_said_in_two_languages_and_as_json_without_escape_codes(
    noticed: World, command: tuple[str, ...]
) -> None:
    if command in (("held",), ("case", "list")):
        command = (*command, *noticed.acting("auditor"))
    english = noticed.must(*command)
    chinese = noticed.must(*command, "--lang", "zh")
    assert english.out != chinese.out
    assert "\x1b" not in english.out + english.err + chinese.out
    plain = noticed.must(*command, "--plain", "--quiet")
    assert "─" not in plain.out
    assert plain.err == ""
    assert noticed.must(*command, "--json", "--quiet").value is not None


def test_held_rows_are_no_failure_unless_the_caller_is_strict(town: World) -> None:
    file = town.file(PENALTIES, penalty(1, decided_on="昨天"))
    ways = ("receive", PENALTIES, file, *town.acting("clerk"))
    strict = town.say(*ways, "--strict")
    assert strict.code == 2
    assert "E-DATE" in strict.err
    assert town.must(*ways).code == 0


def test_what_was_found_is_said_with_its_cell_and_in_the_marked_copy(town: World) -> None:
    file = town.file(PENALTIES, penalty(1, decided_on="昨天"))
    copy = town.folder / "marked.xlsx"
    done = town.must(
        "receive", PENALTIES, file, *town.acting("clerk"), "--copy", copy, "--lang", "zh"
    )
    assert "!D2" in done.err
    assert "改法" in done.err
    assert copy.read_bytes()[:2] == b"PK"
    assert not list(town.register.rglob("marked*"))


def test_the_template_of_a_source_is_taken_back(town: World) -> None:
    out = town.folder / "empty.xlsx"
    town.must("source", "template", PENALTIES, "--out", out)
    done = town.say("receive", PENALTIES, out, *town.acting("clerk"))
    assert "E-COL" not in done.err
    near = town.say("source", "template", "linhe-enviroment-penalties", "--out", out)
    assert (near.code, PENALTIES in near.err) == (2, True)


def test_a_contract_is_shown_as_it_is_in_use_and_added_by_a_steward(town: World) -> None:
    shown = town.must("source", "show", PENALTIES).out
    file = town.folder / "contract.yaml"
    file.write_text(shown, encoding="utf-8")
    assert town.say("source", "add", file, *town.acting("officer-1")).code == 4
    assert PENALTIES in town.must("source", "add", file, *town.acting("steward-2")).out
    file.write_text(shown.replace("spellings", "spelings"), encoding="utf-8")
    wrong = town.say("source", "add", file, *town.acting("steward-1"))
    assert wrong.code == 2
    assert "spellings" in wrong.err


def test_a_scheme_is_checked_said_and_refused_with_its_line(town: World) -> None:
    file = town.folder / "scheme.yaml"
    (used,) = (town.register / "schemes").glob("linhe-compliance@*")
    text = used.read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    assert "accepted" in town.call("scheme", "check", file).out
    assert "食品安全" in town.call("scheme", "say", file, "--lang", "zh").out
    file.write_text(text.replace("counts: tax_penalty", "counts: tax_penalti"), encoding="utf-8")
    wrong = town.call("scheme", "check", file)
    assert wrong.code == 2
    assert f"{file}:" in wrong.err
    assert "tax_penalty" in wrong.err


def test_it_takes_two_stewards_the_auditor_and_a_week_to_make_an_officer(town: World) -> None:
    key = town.folder / "new.pem"
    public = town.call("officer", "key", key).out.strip()
    assert town.call("officer", "key", key).code == 2, "a key is never written over"
    wanted = ("officer-9", "--role", "officer", "--authority", ENVIRONMENT,
              "--natural", "n-nine", "--public-key", public)  # fmt: skip
    early = town.say("officer", "countersign", *wanted, *town.acting("auditor"))
    assert early.code == 2
    assert town.say("officer", "enrol", *wanted, *town.acting("officer-1")).code == 4
    town.must("officer", "enrol", *wanted, *town.acting("steward-1"))
    assert town.say("officer", "enrol", *wanted, *town.acting("steward-1")).code == 2
    town.must("officer", "enrol", *wanted, *town.acting("steward-2"))
    done = town.must("officer", "countersign", *wanted, *town.acting("auditor"))
    assert done.out == "It counts from 2026-03-09T01:00:00.000000Z.\n"
    people = {p["person"]: p for p in town.must("officer", "list", "--json").value}
    assert set(people) == {*STAFF, "officer-9", "steward-1", "steward-2", "auditor"}
    assert people["officer-9"]["since"] == "2026-03-09T01:00:00.000000Z"
    why = ("--why", "Enrolled for a test.")
    town.must("officer", "revoke", "officer-9", *why, *town.acting("steward-2"))
    assert "revoked" in town.must("officer", "list").out


def test_a_founder_is_enrolled_for_nothing_else(town: World) -> None:
    public = town.folder.joinpath("keys", "auditor.pem")
    assert public.exists()
    listed = town.must("officer", "list", "--json").value
    (auditor,) = (p for p in listed if p["person"] == "auditor")
    done = town.say(
        "officer", "enrol", "other", "--role", "officer", "--authority", AuthorityId(ENVIRONMENT),
        "--natural", "n-other", "--public-key", auditor["key"], *town.acting("steward-1"),
    )  # fmt: skip
    assert (done.code, done.out) == (2, "")


def test_a_key_that_others_can_read_is_not_used(town: World) -> None:
    key = town.key("clerk")
    key.chmod(0o644)
    file = town.file(PENALTIES, penalty(1))
    done = town.say("receive", PENALTIES, file, "--as", "clerk", "--key", key)
    assert done.code == 2
    assert f"chmod 600 {key}" in done.err
    half = town.say("scheme", "publish", file, "--as", "clerk")
    assert (half.code, half.err) == (
        2,
        "--as and --key go together: who acts, and with which key.\n",
    )


def test_an_official_register_is_founded_on_three_public_keys(tmp_path: Path, town: World) -> None:
    keys = [town.call("officer", "key", tmp_path / f"{n}.pem").out.strip() for n in range(3)]
    place = tmp_path / "register"
    named = ("--name-zh", "某市登记库", "--name-en", "Register", "--jurisdiction", "CN-X")
    few = town.call("init", "--register", place, *named, "--steward", keys[0], "--auditor", keys[2])
    assert few.code == 2
    assert "--steward KEY twice" in few.err
    same = ("--steward", keys[0], "--steward", keys[0], "--auditor", keys[2])
    assert town.call("init", "--register", place, *named, *same).code == 2
    assert not place.exists()
    three = ("--steward", keys[0], "--steward", keys[1], "--auditor", keys[2])
    assert town.call("init", "--register", place, *named, *three).code == 0
    again = town.call("init", "--register", place, *named, *three)
    assert (again.code, again.out) == (2, "")
    assert town.call("check", "--register", place).code == 0
    assert town.call("run", "--register", place).code == 0
    clock = ("register", "clock", "--to", "2030-01-01T00:00:00Z", "--register", place)
    moved = town.call(*clock)
    assert (moved.code, "Only a demonstration has a clock of its own." in moved.err) == (2, True)


def test_a_register_of_study_scores_and_can_publish_nothing(tmp_path: Path, town: World) -> None:
    place = tmp_path / "study"
    near = town.call("init", "--register", place, "--example", "highway-credits")
    assert (near.code, "highway-credit" in near.err) == (2, True)
    assert town.call("init", "--register", place, "--example", "highway-credit").code == 0
    published = town.call(
        "publish", "--key", town.key("publisher"), "--origin", "x.example/log", "--register", place
    )
    assert (published.code, published.err) == (2, "A register of study can publish nothing.\n")


def test_the_notice_and_the_dossier_come_as_one_file(ready: World) -> None:
    case = ready.only_case()
    letter, dossier = ready.folder / "letter.txt", ready.folder / "dossier.json"
    ready.must("case", "notice", case, "--out", letter, "--lang", "zh", *ready.acting("registrar"))
    assert "临禾第1化工有限公司" in letter.read_text(encoding="utf-8")
    assert ready.case("open", case, "officer-1", "--out", dossier).code == 0
    assert '"临环罚〔2026〕1号"' in dossier.read_text(encoding="utf-8")
    due = ready.must(
        "case", "list", "--due", "2026-03-27", "--json", *ready.acting("auditor")
    ).value
    assert due == []
    none = ready.say("case", "notice", "C-0000000000000000", *ready.acting("auditor"))
    assert (none.code, none.err) == (
        2,
        'There is no case "C-0000000000000000". See them all with `case list`.\n',
    )


def test_an_entry_of_an_unknown_company_is_refused_in_words(noticed: World) -> None:
    done = noticed.say("explain", "linhe-compliance", company(77))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("The register has no such subject.")
    assert company(77) not in done.err
    wrong = noticed.say("explain", "linhe-compliance", "S-nothing")
    assert (wrong.code, wrong.out) == (2, "")
