"""The worker that reads an xls: bytes in, cells out as JSON, within limits that it sets on itself.

The old binary format has no parts that a guard could look through, so whatever goes wrong while it
is read goes wrong here: this process has little memory, little time, opens no file for writing and
starts nothing. Exit codes: 0 cells were written; ``UNREADABLE`` the file makes no sense; anything
else a limit was reached.
"""

from __future__ import annotations

import datetime as dt
import json
import resource
import sys
from typing import Final

from evenhand.sources.calamine_sheets import Unreadable, sheets_of

UNREADABLE: Final = 3
TOO_LARGE: Final = 4

MEMORY: Final = 768 * 1024 * 1024
SECONDS: Final = 20
MOST_CELLS: Final = 12_000_000


def main() -> int:
    """Read the workbook on standard input; write its sheets to standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    data = sys.stdin.buffer.read()
    cells = 0
    sheets = []
    try:
        for sheet in sheets_of(data):
            cells += sum(len(row) for row in sheet.rows)
            if cells > MOST_CELLS:
                return TOO_LARGE
            rows = [[_packed(value) for value in row] for row in sheet.rows]
            sheets.append([sheet.title, sheet.hidden, rows, sheet.merged])
    except Unreadable:
        return UNREADABLE
    sys.stdout.write(json.dumps(sheets))
    return 0


def _packed(value: object) -> object:
    """Make a cell fit for JSON; days and times become a list of their kind and their text."""
    match value:
        case str() | bool() | int() | float() | None:
            return value
        case dt.datetime():
            return ["datetime", value.isoformat()]
        case dt.date():
            return ["date", value.isoformat()]
        case dt.time():
            return ["time", value.isoformat()]
        case dt.timedelta():
            return ["timedelta", value.days, value.seconds, value.microseconds]
    return str(value)


if __name__ == "__main__":
    sys.exit(main())
