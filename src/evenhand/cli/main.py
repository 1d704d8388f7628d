"""The command ``evenhand``: finds the module of the noun, says errors, returns the exit code.

Exit codes: 0 done, also when rows were held (``--strict`` gives 2); 1 our fault; 2 bad input, wrong
usage, or a scheme refused; 3 a proof, example or audit failed; 4 this person may not.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from evenhand import __version__
from evenhand.cli.voice import Voice, speak_with, voice_from
from evenhand.kernel.errors import BadInput, EvenhandError
from evenhand.kernel.text import Text

if TYPE_CHECKING:
    from cyclopts import App

COMMANDS: tuple[tuple[str, str, str], ...] = (
    ("init", "evenhand.cli.init:init", "Make a register, empty or from an example."),
    (
        "source",
        "evenhand.cli.source:app",
        "Source contracts: add, list, show, template, quality, retire.",
    ),
    (
        "scheme",
        "evenhand.cli.scheme:app",
        "Schemes: check, say, compare, propose, publish, list, show.",
    ),
    ("receive", "evenhand.cli.receive:receive", "Take a delivered worksheet."),
    ("held", "evenhand.cli.held:app", "Rows and identities that wait for a person."),
    (
        "record",
        "evenhand.cli.record:app",
        "Records: dispute, settle, correct; everything that rested on one.",
    ),
    (
        "identity",
        "evenhand.cli.identity:app",
        "Whom records mean: findings of people, and taking one back.",
    ),
    ("run", "evenhand.cli.run:run", "One day of the register."),
    ("standing", "evenhand.cli.standing:standing", "Standings under a scheme on a day."),
    ("explain", "evenhand.cli.explain:explain", "One standing, with all that it is made of."),
    (
        "consent",
        "evenhand.cli.consent:app",
        "Consent: its words, paper forms, a resident's own acts.",
    ),
    (
        "file",
        "evenhand.cli.file:app",
        "A subject's whole file; keys with which organisations prove themselves.",
    ),
    ("case", "evenhand.cli.case:app", "Cases: the officer's queue, dossiers, decisions."),
    (
        "officer",
        "evenhand.cli.officer:app",
        "People: keys, enrolment, revocation, the officer register.",
    ),
    ("list", "evenhand.cli.list:app", "Lists in force at a moment."),
    ("publish", "evenhand.cli.publish:publish", "Publish a signed edition."),
    ("verify", "evenhand.cli.verify:verify", "Check an edition with public material alone."),
    (
        "key",
        "evenhand.cli.key:app",
        "The register's own key for publishing: replace, revoke, confirm, list.",
    ),
    (
        "witness",
        "evenhand.cli.witness:app",
        "A witness with a key and a clock of its own, and what a register asks of one.",
    ),
    (
        "backup",
        "evenhand.cli.backup:backup",
        "Copy the register, without its vault, into one file.",
    ),
    (
        "restore",
        "evenhand.cli.backup:restore",
        "Bring a register back from a backup and its vault.",
    ),
    ("register", "evenhand.cli.register:app", "A register's ledger and clock."),
    ("check", "evenhand.cli.check:check", "Check everything that the register holds."),
    ("audit", "evenhand.cli.audit:audit", "Run the monitors of every invariant over the ledger."),
    ("demo", "evenhand.cli.demo:demo", "A made-up city, from worksheets to a verified edition."),
    ("explain-error", "evenhand.cli.explain_error:explain_error", "What an error code means."),
)


def application() -> App:
    """Build the command tree; each command is imported only when it is called."""
    from cyclopts import App

    app = App(
        name="evenhand",
        help="A register of public trust with due process. Options of every command: --lang zh|en, "
        "--json, --plain, --quiet, --strict.",
        version=__version__,
        result_action="return_value",
    )
    for name, where, what in COMMANDS:
        app.command(where, name=name, help=what)
    return app


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one call and leave with its exit code."""
    code = call(list(sys.argv[1:] if arguments is None else arguments))
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
    sys.exit(code)


def call(arguments: list[str]) -> int:
    """Run one call.

    Returns:
        The exit code.
    """
    if arguments == ["--version"]:
        sys.stdout.write(f"evenhand {__version__}\n")
        return 0
    voice = Voice()
    try:
        voice, rest = voice_from(arguments, dict(os.environ))
        speak_with(voice)
        return _run(rest)
    except EvenhandError as refused:
        _say(refused, voice)
        return refused.exit_code
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError) as fault:
        _say(_unreadable(fault), voice)
        return 2
    except BrokenPipeError:
        _drop_output()
        return 0
    except KeyboardInterrupt:
        return 130


def _drop_output() -> None:
    """Nobody reads any more; what is left to print goes nowhere, so that leaving does not fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: list[str]) -> int:
    from cyclopts import CycloptsError

    try:
        outcome = application()(arguments, exit_on_error=False, print_error=True)
    except CycloptsError:
        return 2
    return outcome if isinstance(outcome, int) else 0


def _unreadable(fault: OSError) -> BadInput:
    """A file that somebody named cannot be read or written; the register's own say so themselves."""
    return BadInput(
        Text(
            zh=f"{fault.filename}：{fault.strerror}。",
            en=f"{fault.filename}: {fault.strerror}.",
        )
    )


def _say(refused: EvenhandError, voice: Voice) -> None:
    if isinstance(refused, BadInput) and refused.findings:
        voice.findings(refused.findings)
    sys.stderr.write(refused.said_in(voice.language) + "\n")
