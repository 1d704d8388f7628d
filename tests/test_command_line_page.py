"""The reference of the command line is made from the help of every command."""

from __future__ import annotations

from collections.abc import Iterator

from cyclopts import App

from evenhand.cli.main import COMMANDS, application
from tests.conftest import ROOT
from tests.golden import check_golden

PAGE = ROOT / "docs" / "reference" / "command-line.md"

HEAD = """\
# The command line

Made from the help of every command by `make golden`. `evenhand COMMAND --help` says the same.

Results go to stdout, progress and messages to stderr. Progress is a bar on a terminal, otherwise a line every
ten seconds. `NO_COLOR` is respected, and nothing depends on colour.

## Options of every command

| option | what it does |
| --- | --- |
| `--lang zh` or `--lang en` | language of what is printed; else `EVENHAND_LANG`, `LC_ALL`, `LANG`, English |
| `--json` | the result as one JSON value, where the command has one |
| `--plain` | tables without lines, progress without bars |
| `--quiet` | no progress, no messages; results and refusals are still printed |
| `--strict` | for `evenhand receive`: exit code 2 when rows were held |
| `--help` | what a command does, with its options |
| `--version` | of the program |

`EVENHAND_REGISTER` names the register's folder where `--register` is left out; without either it is
`register` in the folder where you stand.

## Exit codes

| code | meaning |
| --- | --- |
| 0 | done, also when rows were held |
| 1 | our fault: a disk that did not keep what was written, or an error of the program |
| 2 | bad input, wrong usage, a delivery or scheme refused, or a step that a case does not allow now |
| 3 | a proof, example or self-check failed |
| 4 | this person may not |
| 130 | stopped from the keyboard |

A refusal says the code of what is wrong where there is one; `evenhand explain-error CODE` explains it, and
[errors](errors.md) lists all. What the words mean is in the [glossary](glossary.md).
"""


def commands() -> Iterator[tuple[str, App]]:
    """Every command that somebody can type, with its part of the tree."""
    app = application()
    for name, where, _ in COMMANDS:
        part = app[name]
        if not where.endswith(":app"):
            yield name, part
            continue
        if part.default_command is not None:
            yield name, part
        for inner in sorted(part):
            if not inner.startswith("-"):
                yield f"{name} {inner}", part[inner]


def section(name: str, app: App) -> Iterator[str]:
    """One command: name, synopsis, description, arguments and options with help and default."""
    collection = app.assemble_argument_collection(parse_docstring=True)
    given = [a for a in collection if a.field_info.is_positional]
    options = [a for a in collection if a not in given]
    words = []
    for one in given:
        many = one.field_info.kind is one.field_info.VAR_POSITIONAL
        words.append(one.names[0].upper() + ("..." if many else ""))
    words += [f"{o.names[0]} {kind(o)}".strip() for o in options if o.required]
    if any(not o.required for o in options):
        words.append("[OPTIONS]")
    depth = "###" if " " in name else "##"
    yield f"{depth} `evenhand {name}`\n\n```\n{' '.join(['evenhand', name, *words])}\n```\n\n"
    function = app.default_command
    if function is not None and function.__doc__:
        text = function.__doc__.split("Args:")[0]
        yield "\n".join(line.strip() for line in text.strip().splitlines()) + "\n\n"
    if collection:
        yield "| | default | what it is |\n| --- | --- | --- |\n"
    for one in (*given, *options):
        shown = one.names[0].upper() if one in given else f"{one.names[0]} {kind(one)}".strip()
        yield f"| `{shown}` | {default(one)} | {help_of(one)} |\n"
    yield "\n" if collection else ""


def kind(option: object) -> str:
    """What stands after an option."""
    hint = option.hint  # type: ignore[attr-defined]
    choices = option.get_choices(force=True)  # type: ignore[attr-defined]
    if choices:
        return "\\|".join(choices)
    return "" if hint is bool else "PATH" if "Path" in str(hint) else "TEXT"


def default(argument: object) -> str:
    """What holds where it is left out."""
    if argument.required:  # type: ignore[attr-defined]
        return "required"
    value = argument.field_info.default  # type: ignore[attr-defined]
    return "" if value in (None, "", (), False) or isinstance(value, type) else f"`{value}`"


def help_of(argument: object) -> str:
    """What it is for."""
    said = argument.parameter.help or ""  # type: ignore[attr-defined]
    env = argument.parameter.env_var or ()  # type: ignore[attr-defined]
    return " ".join([said, *(f"Environment: `{name}`." for name in env)]).strip()


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    groups = {name: what for name, where, what in COMMANDS if where.endswith(":app")}
    for name, part in commands():
        noun = name.split()[0]
        if name == noun:
            groups.pop(noun, None)
        if noun in groups:
            parts.append(f"\n## `evenhand {noun}`\n\n{groups.pop(noun)}\n")
        parts.append("\n" + "".join(section(name, part)).rstrip("\n") + "\n")
    return "".join(parts)


def test_the_page_says_what_the_help_says() -> None:
    check_golden(PAGE, page())
