"""Where a rule of the floor is kept outside a scheme's file: read off the marks themselves.

The marks ``@enforces("RF-…")`` are found in the text of the package, so that nothing has to be loaded,
and nothing can be said here that is not marked there.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

STAGES: Final = (
    *("records", "identity", "scoring", "cases", "lists", "publication", "pipeline", "sources"),
    "schemes.passes",
)
"""Where marks stand that are not the checker's own."""


@lru_cache(maxsize=1)
def places() -> dict[str, tuple[str, ...]]:
    """The functions outside the checker that keep each rule, ``module.function``, sorted."""
    found: dict[str, set[str]] = {}
    for stage in STAGES:
        folder = files("evenhand").joinpath(*stage.split("."))
        for part in folder.iterdir():
            if part.name.endswith(".py"):
                for rule, name in _marks(part):
                    module = f"{stage}.{part.name.removesuffix('.py')}"
                    found.setdefault(rule, set()).add(f"{module}.{name}")
    return {rule: tuple(sorted(names)) for rule, names in found.items()}


def _marks(part: Traversable) -> Iterator[tuple[str, str]]:
    text = part.read_text(encoding="utf-8")
    if "@enforces(" not in text:
        return
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.FunctionDef | ast.ClassDef):
            continue
        for mark in node.decorator_list:
            if isinstance(mark, ast.Call) and getattr(mark.func, "id", "") == "enforces":
                for rule in mark.args:
                    if isinstance(rule, ast.Constant):
                        yield str(rule.value), node.name
