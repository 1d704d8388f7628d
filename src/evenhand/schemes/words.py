"""The keywords of the scheme language: those that the shape knows, and those of later versions.

A keyword of a later version is refused by its name, so that nobody believes a rule to be in force
that this version would not carry out.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from typing import Any, Final

from evenhand.schemes.shape import ExampleRecordPart, Part, SchemePart
from evenhand.sources.strict_yaml import Path

LATER_KEYS: Final[Mapping[str, str]] = {
    "ceilings": "direct_grades",
    "components": "factors",
    "emergency": "in_force",
    "event": "document",
    "exposure": "share",
    "fade": "within",
    "framework": "legal_basis",
    "from_finality": "within",
    "gains": "at_most",
    "half_life": "within",
    "losses": "at_most",
    "mended": "repair",
    "not_above": "direct_grades",
    "peer_group": "grades",
    "per_day": "per_year",
    "per_month": "per_year",
    "percentile": "from",
    "ratio": "share",
    "rolling": "per_year",
    "stages": "lists",
    "steps": "within",
    "valid_from": "within",
    "weights": "within",
}
"""Keywords that later versions may know, each with the nearest one of this version."""

LATER_WORDS: Final[Mapping[str, str]] = {
    "framework": "official",
    "once_a_month": "latest",
    "once_a_year": "latest",
    "once_in": "latest",
}
"""Values of keywords that later versions may know, each with the nearest one of this version."""


def keys_of(path: Path) -> tuple[str, ...]:
    """List the keywords that may stand in the map at a path.

    Steps that are no keywords (indices, names of forms) are passed over.
    """
    models: tuple[type[Any], ...] = (SchemePart,)
    for step in path:
        inner = tuple(m for model in models for m in _inner(model, step))
        models = inner or models
    return tuple(dict.fromkeys(key for model in models for key in _keys(model)))


def all_keys() -> frozenset[str]:
    """Every keyword of the language."""
    seen: set[type[Any]] = set()
    waiting: list[type[Any]] = [SchemePart]
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen.add(model)
            waiting.extend(
                m for field in model.model_fields.values() for m in _parts(field.annotation)
            )
    return frozenset(key for model in seen for key in _keys(model))


def _keys(model: type[Any]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield field.alias or name


def _inner(model: type[Any], step: str | int) -> Iterator[type[Any]]:
    for name, field in model.model_fields.items():
        if (field.alias or name) == step:
            yield from _parts(field.annotation)


def _parts(annotation: Any) -> Iterator[type[Any]]:
    """The parts inside an annotation, through tuples, dicts, unions and annotations."""
    if isinstance(annotation, type) and issubclass(annotation, (Part, ExampleRecordPart)):
        yield annotation
    for inner in typing.get_args(annotation):
        yield from _parts(inner)
