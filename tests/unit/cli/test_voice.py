"""The voice of a call: its options anywhere, results to stdout, messages to stderr, nothing eaten."""

from __future__ import annotations

import pytest

from evenhand.cli.voice import Voice, voice_from
from evenhand.kernel.errors import BadInput
from evenhand.kernel.findings import Finding, Place, found
from evenhand.kernel.text import Text
from evenhand.sources.guard_findings import KINDS


def test_options_of_every_command_stand_anywhere() -> None:
    voice, rest = voice_from(
        ["--lang", "zh", "run", "--json", "--as-of", "2026-03-02", "--quiet"], {}
    )
    assert (voice.language, voice.as_json, voice.quiet, voice.plain) == ("zh", True, True, False)
    assert rest == ["run", "--as-of", "2026-03-02"]
    assert voice_from(["--lang=zh"], {})[0].language == "zh"


def test_what_follows_two_hyphens_is_no_option() -> None:
    voice, rest = voice_from(["receive", "--", "--json"], {})
    assert (voice.as_json, rest) == (False, ["receive", "--", "--json"])


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "C", "EVENHAND_LANG": "zh"}, "zh"),
    ],
)
def test_the_language_is_that_of_the_machine_unless_said(
    environment: dict[str, str], language: str
) -> None:
    assert voice_from([], environment)[0].language == language


@pytest.mark.parametrize("arguments", [["--lang", "fr"], ["--lang=fr"], ["--lang"]])
def test_another_language_is_refused(arguments: list[str]) -> None:
    with pytest.raises(BadInput, match="Write --lang zh or --lang en"):
        voice_from(arguments, {})


def test_square_brackets_and_long_heads_are_printed_as_they_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    name = "[bold]临禾[/bold]第一化工有限公司" * 5
    Voice().table(("名称", "[x]"), [(name, "[ok]")])
    printed = capsys.readouterr().out
    assert "[ok]" in printed
    assert "[x]" in printed
    assert "…" not in printed
    assert "".join(printed.replace("[ok]", "").split()).count("[bold]") == 5


def test_a_quiet_call_tells_nothing_and_still_says_its_result(
    capsys: pytest.CaptureFixture[str],
) -> None:
    voice = Voice(quiet=True)
    voice.tell("a message")
    voice.say("a result")
    with voice.progress("Work") as advance:
        advance(1, 2)
    assert capsys.readouterr() == ("a result\n", "")


def test_findings_are_grouped_by_code_with_where_and_how_to_mend(
    capsys: pytest.CaptureFixture[str],
) -> None:
    kind = KINDS[0]
    values = {"read": "x", "allowed": "y"}
    same: list[Finding] = [found(kind, Place(file=f"{n}.xlsx"), **values) for n in range(3)]
    Voice().findings(same)
    told = capsys.readouterr().err
    assert told.startswith(f"0.xlsx and 2 more  {kind.code}  ")
    assert "    fix: " in told
    Voice(language="zh").findings(same)
    assert f"0.xlsx，另 2 处  {kind.code}  " in capsys.readouterr().err


def test_a_text_is_said_with_its_places_filled() -> None:
    assert Voice()(Text(zh="共 {n} 条", en="{n} in all"), n=3) == "3 in all"
    assert Voice(language="zh")(Text(zh="共 {n} 条", en="{n} in all"), n=3) == "共 3 条"
