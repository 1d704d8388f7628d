"""One canonical byte form and one digest for each value.

The form is RFC 8785 (JSON Canonicalization Scheme) narrowed to what Evenhand may say: objects with
text keys, arrays, texts, true, false, null and integers of at most 2^53 - 1. Binary floating point
is refused, so that no number depends on who prints it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = bool | int | str | Sequence["Json"] | Mapping[str, "Json"] | None

_LARGEST = 2**53 - 1

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def canonical(value: Json) -> bytes:
    """Return the canonical bytes of a value: UTF-8, keys sorted by UTF-16 units, no white space.

    Raises:
        TypeError: When the value holds a float, a key that is no text, or another type.
        ValueError: When an integer is beyond 2^53 - 1.
    """
    return _ENCODER.encode(_checked(value)).encode()


def digest(value: Json) -> str:
    """Return the SHA-256 of a value's canonical bytes, in hexadecimal."""
    return hashlib.sha256(canonical(value)).hexdigest()


def _checked(value: Json) -> Json:
    kind = type(value)
    if kind is str or value is None or kind is bool:
        return value
    if kind is dict:  # the usual kinds first: this runs for every value that the register keeps
        return {key: _checked(value[key]) for key in _in_order(value)}  # type: ignore[index, arg-type, call-overload]
    if kind is list or kind is tuple:
        return [_checked(item) for item in value]  # type: ignore[union-attr]
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int):
        if abs(value) > _LARGEST:
            raise ValueError(f"{value} is beyond 2^53 - 1; write it as text")
        return int(value)
    if isinstance(value, Mapping):
        return {key: _checked(value[key]) for key in _in_order(value)}
    if isinstance(value, (list, tuple)):
        return [_checked(item) for item in value]
    raise TypeError(f"{kind.__name__} has no canonical form")


def _in_order(value: Mapping[str, Json]) -> list[str]:
    """The keys by their UTF-16 units; below U+D800 that is the order of characters."""
    try:
        if "".join(value).isascii():
            return sorted(value)
        return sorted(value, key=lambda key: key.encode("utf-16-be"))
    except (AttributeError, TypeError):
        raise TypeError("a canonical object has text keys only") from None
