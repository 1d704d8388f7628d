"""The keywords of the scheme language, as the shape knows them."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from typing import Any

from evenhand.schemes.shape import SchemePart
from evenhand.schemes.shape_parts import ExampleRecordPart, Part
from evenhand.sources.strict_yaml import Path


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
