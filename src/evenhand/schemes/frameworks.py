"""Where frameworks are found: among the shipped schemes, or in a folder."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import Scheme
from evenhand.sources.catalogue import Catalogue

_MARK = b"\nkind: framework"
"""What a framework's file says on a line of its own; other files are not read."""


def shipped_frameworks(catalogue: Catalogue) -> dict[tuple[str, str], Scheme]:
    """The frameworks that come with the software, by scheme and version."""
    shipped = files("evenhand").joinpath("shipped", "schemes")
    found = [
        (part.name, part.read_bytes())
        for folder in sorted(shipped.iterdir(), key=lambda one: one.name)
        if folder.is_dir()
        for part in sorted(folder.iterdir(), key=lambda one: one.name)
        if part.name.endswith(".yaml")
    ]
    return _frameworks(found, catalogue)


def frameworks_in(folder: Path, catalogue: Catalogue) -> dict[tuple[str, str], Scheme]:
    """The frameworks in a folder, by scheme and version.

    Raises:
        SchemeRefused: When one of them cannot be read.
    """
    found = ((str(path), path.read_bytes()) for path in sorted(folder.glob("*.yaml")))
    return _frameworks(found, catalogue)


def _frameworks(
    of: Iterable[tuple[str, bytes]], catalogue: Catalogue
) -> dict[tuple[str, str], Scheme]:
    schemes = [read_scheme(data, name, catalogue) for name, data in of if _MARK in data]
    return {
        (scheme.scheme, scheme.version): scheme for scheme in schemes if scheme.kind == "framework"
    }
