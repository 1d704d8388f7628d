"""How a command speaks: results to stdout, progress and messages to stderr, in one language.

Form follows ``docs/reference/command-line.md``: bars only on a terminal, otherwise one line every
ten seconds; ``NO_COLOR`` is respected; user data is printed as it is, never read as markup.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import BadInput
from evenhand.kernel.findings import Finding
from evenhand.kernel.text import Language, Text

if TYPE_CHECKING:
    from rich.console import Console


_WHOLE = 48
"""Up to so many places the first column of a table is never broken."""


class Advance(Protocol):
    """Tells a progress line how much is done, in its own unit."""

    def __call__(self, done: int, total: int | None = None) -> None:
        """Show that ``done`` of ``total`` is done."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The choices of one call: language and form of what is printed."""

    language: Language = "en"
    as_json: bool = False
    plain: bool = False
    quiet: bool = False
    strict: bool = False

    def __call__(self, text: Text, **values: object) -> str:
        """Say a text in the language of the call, with its places filled."""
        said = text.said_in(self.language)
        return said.format(**values) if values else said

    def pick(self, zh: str, en: str) -> str:
        """Choose between two sentences."""
        return zh if self.language == "zh" else en

    def say(self, line: str = "") -> None:
        """Print one line of the result to stdout."""
        sys.stdout.write(line + "\n")

    def tell(self, line: str) -> None:
        """Print one message to stderr, unless the call is quiet."""
        if not self.quiet:
            sys.stderr.write(line + "\n")

    def result(self, value: Json) -> None:
        """Print the result as JSON, one value, keys in order."""
        sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]], numbers: str = "") -> None:
        """Print a table to stdout; ``numbers`` has an ``r`` for each column to align right.

        The first column names things that people copy: it is broken last.
        """
        from rich import box
        from rich.cells import cell_len
        from rich.table import Table
        from rich.text import Text as Plain

        kept = list(rows)
        firsts = [row[0] for row in kept]
        table = Table(
            box=None if self.plain else box.SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0)
        )
        for index, head in enumerate(heads):
            right = numbers[index : index + 1] == "r"
            table.add_column(
                Plain(head),
                justify="right" if right else "left",
                overflow="fold",
                no_wrap=not index and max(map(cell_len, firsts), default=0) <= _WHOLE,
            )
        for row in kept:
            table.add_row(*(Plain(cell) for cell in row))
        console = self.console()
        with console.capture() as printed:
            console.print(table)
        sys.stdout.write(printed.get())

    def console(self, *, stderr: bool = False) -> Console:
        """A console that neither highlights numbers nor eats square brackets."""
        from rich.console import Console

        stream = sys.stderr if stderr else sys.stdout
        wide = None if stream.isatty() else int(os.environ.get("COLUMNS", "100"))
        return Console(file=stream, highlight=False, markup=False, width=wide, emoji=False)

    @contextmanager
    def progress(self, what: str) -> Iterator[Advance]:
        """Show long work on stderr: a bar on a terminal, else one line every ten seconds."""
        if self.quiet or self.as_json:
            yield lambda _done, _total=None: None
        elif self.plain or not sys.stderr.isatty():
            yield _every_ten_seconds(what)
        else:
            from rich.progress import (
                BarColumn,
                MofNCompleteColumn,
                Progress,
                TextColumn,
                TimeElapsedColumn,
            )

            columns = (
                TextColumn("{task.description:<28}", markup=False),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
            )
            with Progress(*columns, console=self.console(stderr=True)) as bar:
                task = bar.add_task(what, total=None)

                def advance(done: int, total: int | None = None) -> None:
                    bar.update(task, completed=done, total=total)

                yield advance

    def findings(self, findings: Sequence[Finding], most: int = 20) -> None:
        """Print findings to stderr, grouped by code: where, what, how to mend."""
        for line in _grouped(findings, self.language, most):
            sys.stderr.write(line + "\n")


def _every_ten_seconds(what: str) -> Advance:
    last = time.monotonic()

    def advance(done: int, total: int | None = None) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= 10:
            last = now
            sys.stderr.write(f"{what}: {done}{'' if total is None else f'/{total}'}\n")

    return advance


def _grouped(findings: Sequence[Finding], language: Language, most: int) -> Iterator[str]:
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.kind.code, []).append(finding)
    for shown, (code, same) in enumerate(by_code.items()):
        if shown == most:
            rest = len(by_code) - most
            yield f"… {rest} 类" if language == "zh" else f"… and {rest} more kinds"
            return
        first = same[0]
        more = (
            ""
            if len(same) == 1
            else (f"，另 {len(same) - 1} 处" if language == "zh" else f" and {len(same) - 1} more")
        )
        yield f"{first.place}{more}  {code}  {first.sentence(language)}"
        mend = first.kind.mend.said_in(language)
        example = first.kind.example
        tail = (
            "" if not example else (f"例：{example}" if language == "zh" else f"Example: {example}")
        )
        yield f"    {'改法' if language == 'zh' else 'fix'}: {mend}{' ' if tail else ''}{tail}"


def number_of(number: int, one: str) -> str:
    """Say a number of things in English: 1 case, 2 cases."""
    return f"{number:,} {one}{'' if number == 1 else 's'}"


_SPEAKING: ContextVar[Voice | None] = ContextVar("speaking", default=None)


def speaking() -> Voice:
    """The voice of the call that is under way."""
    return _SPEAKING.get() or Voice()


def speak_with(voice: Voice) -> None:
    """Set the voice of this call."""
    _SPEAKING.set(voice)


def voice_from(arguments: list[str], environment: dict[str, str]) -> tuple[Voice, list[str]]:
    """Take the options that every command knows out of the arguments, wherever they stand.

    Returns:
        The voice, and the arguments without those options.
    """
    local = (
        environment.get("EVENHAND_LANG") or environment.get("LC_ALL") or environment.get("LANG", "")
    )
    language: Language = "zh" if local.lower().startswith("zh") else "en"
    rest: list[str] = []
    flags = {"--json": False, "--plain": False, "--quiet": False, "--strict": False}
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            rest += ["--", *waiting]
        elif argument in flags:
            flags[argument] = True
        elif argument == "--lang" or argument.startswith("--lang="):
            chosen = argument.partition("=")[2] if "=" in argument else next(waiting, "")
            if chosen not in ("zh", "en"):
                raise _unknown_language(chosen)
            language = "zh" if chosen == "zh" else "en"
        else:
            rest.append(argument)
    return (
        Voice(language, flags["--json"], flags["--plain"], flags["--quiet"], flags["--strict"]),
        rest,
    )


def _unknown_language(chosen: str) -> BadInput:
    return BadInput(
        Text(
            zh=f"没有语言“{chosen}”。请写 --lang zh 或 --lang en。",
            en=f'There is no language "{chosen}". Write --lang zh or --lang en.',
        )
    )
