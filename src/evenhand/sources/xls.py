"""Read an xls through the limited worker; nothing of the file is parsed in this process."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import IO, Final

from evenhand.sources.extent import refuse_extent
from evenhand.sources.grid import trimmed
from evenhand.sources.reading_findings import READER_STOPPED, UNREADABLE
from evenhand.sources.refusal import refused
from evenhand.sources.sheet import Sheet
from evenhand.sources.xls_guard import counts_from_1904
from evenhand.sources.xls_worker import SECONDS
from evenhand.sources.xls_worker import UNREADABLE as EXIT_UNREADABLE

_WORKER: Final = ("-I", "-m", "evenhand.sources.xls_worker")
_MOST_OUTPUT: Final = 256 * 1024 * 1024


def read_xls(data: bytes, name: str) -> tuple[tuple[Sheet, ...], bool]:
    """Return the sheets of an xls that passed the guard, and whether its days count from 1904.

    Hidden rows and columns and formulas are not looked for: ``checked`` is False.

    Raises:
        DeliveryRefused: When the worker cannot read it within its limits.
    """
    code, output = _run(data)
    if code == EXIT_UNREADABLE:
        raise refused(UNREADABLE, name)
    if code or len(output) > _MOST_OUTPUT:
        raise refused(READER_STOPPED, name)
    sheets = []
    for title, hidden, packed, merged in json.loads(output):
        refuse_extent([(title, len(packed), len(packed[0]) if packed else 0, 10**9)], name)
        rows, width = trimmed([[_value(cell) for cell in row] for row in packed], (), name)
        areas = tuple(sorted((top, left, bottom, right) for top, left, bottom, right in merged))
        sheets.append(Sheet(title, rows, width, hidden=hidden, merged=areas, checked=False))
    return tuple(sheets), counts_from_1904(data)


def _run(data: bytes) -> tuple[int, bytes]:
    """Run the worker; stop it when it takes too long or says too much."""
    with subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
        (sys.executable, *_WORKER),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={},
    ) as worker:
        if worker.stdin is None or worker.stdout is None:
            raise RuntimeError("the worker has no pipes")
        limit = threading.Timer(SECONDS + 10, worker.kill)
        writing = threading.Thread(target=_write, args=(worker.stdin, data), daemon=True)
        limit.start()
        writing.start()
        try:
            output = worker.stdout.read(_MOST_OUTPUT + 1)
            if len(output) > _MOST_OUTPUT:
                worker.kill()
            return worker.wait(), output
        finally:
            limit.cancel()


def _write(pipe: IO[bytes], data: bytes) -> None:
    with contextlib.suppress(OSError), pipe:
        pipe.write(data)


def _value(packed: object) -> object:
    if not isinstance(packed, list):
        return packed
    return _unpacked(packed)


def _unpacked(packed: Sequence[object]) -> object:
    match packed:
        case ["datetime", str(text)]:
            return dt.datetime.fromisoformat(text)
        case ["date", str(text)]:
            return dt.date.fromisoformat(text)
        case ["time", str(text)]:
            return dt.time.fromisoformat(text)
        case ["timedelta", int(days), int(seconds), int(micro)]:
            return dt.timedelta(days, seconds, micro)
    raise ValueError("the worker speaks another language")
