"""Which form a register's settings are written in, and how an older form becomes today's.

The form counts up when a register written before can no longer be read as it is. A migration changes how
something is written, never what is true: it records no event and touches no entry, so that no release
brings back an effect that was over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

from evenhand.kernel.errors import BadInput
from evenhand.kernel.text import Text

FIRST: Final = 1
Migration: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]
"""Gives settings of one form as settings of the next; the form itself is written by ``migrated``."""

MIGRATIONS: Final[tuple[Migration, ...]] = ()
"""The first makes form 2 of form 1, and so on; there is none yet."""

_WRITTEN: Final = re.compile(r"evenhand/register/([1-9][0-9]{0,3})", re.ASCII)


def written(number: int) -> str:
    """How a form is written in ``register.json``."""
    return f"evenhand/register/{number}"


def migrated(read: dict[str, Any], migrations: Sequence[Migration] = MIGRATIONS) -> dict[str, Any]:
    """Bring settings to today's form.

    Raises:
        ValueError: When they name no form at all.
        BadInput: When their form is newer than this version reads.
    """
    named = _WRITTEN.fullmatch(str(read.get("form")))
    if named is None:
        raise ValueError("no form of a register")
    number, newest = int(named[1]), FIRST + len(migrations)
    if number > newest:
        raise BadInput(
            Text(
                zh=f"登记库的格式是第 {number} 版，本程序只能读到第 {newest} 版。"
                "请用写入它的新版 Evenhand 打开；没有改动任何内容。",
                en=f"The register is of form {number}; this version reads up to form {newest}. "
                "Open it with the newer Evenhand that wrote it; nothing was changed.",
            )
        )
    for step in migrations[number - FIRST :]:
        read = step(dict(read))
    return {**read, "form": written(newest)}
