"""Plans kept by the digest of what they were made of: in memory, and in a folder if one is given.

A file that is damaged, or that somebody changed without its digest, is as if it were not there: the
plan is made again, and is the same.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeAlias

from evenhand.kernel.canonical import canonical
from evenhand.relational.engine import Query

Queries: TypeAlias = Mapping[str, Query | None]
"""The queries of a plan by name; None for one that the plan has not."""

_KEPT: dict[str, Queries] = {}
_MOST_KEPT = 256


def kept(key: str, folder: Path | None, make: Callable[[], Queries]) -> Queries:
    """Return what is kept under a key, from memory, from the folder, or made anew.

    Args:
        key: A digest of all that the queries are made of.
        folder: Where plans are kept between runs.
        make: Makes them.
    """
    if key not in _KEPT:
        found = _read(folder, key) if folder else None
        if found is None:
            found = make()
            if folder:
                _write(folder, key, found)
        while len(_KEPT) >= _MOST_KEPT:
            del _KEPT[next(iter(_KEPT))]
        _KEPT[key] = found
    return _KEPT[key]


def _read(folder: Path, key: str) -> Queries | None:
    """Read what was kept; None when there is none or its file is damaged."""
    try:
        said = json.loads((folder / f"{key}.json").read_bytes())
        queries = said["queries"]
        if hashlib.sha256(canonical(queries)).hexdigest() != said["digest"]:
            return None
        return {name: _query(query) if query else None for name, query in queries.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _query(said: Mapping[str, Any]) -> Query:
    columns, fields = (tuple((a, b) for a, b in said[name]) for name in ("columns", "fields"))
    return Query(str(said["sql"]), columns, fields)


def _write(folder: Path, key: str, found: Queries) -> None:
    """Keep queries: written whole under another name, then renamed."""
    queries = {name: asdict(query) if query else None for name, query in found.items()}
    said = canonical({"digest": hashlib.sha256(canonical(queries)).hexdigest(), "queries": queries})
    part = folder / f"{key}.{os.getpid()}.part"
    with suppress(OSError):  # a plan that cannot be kept is made again, and is the same
        folder.mkdir(parents=True, exist_ok=True)
        part.write_bytes(said)
        part.replace(folder / f"{key}.json")
