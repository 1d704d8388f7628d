"""What a person signs when they act in a register: the canonical form, under a domain of its own."""

from __future__ import annotations

import base64
from collections.abc import Mapping

from evenhand.kernel.canonical import Json, canonical
from evenhand.keys.signing import PublicKey

_DOMAIN = b"evenhand/event/1\n"
_KEY_DOMAIN = b"evenhand/key/1\n"


def signed_bytes(kind: str, topic: str, actor: str, body: Mapping[str, Json]) -> bytes:
    """What a person signs: the canonical form of what is said, under a domain of its own."""
    said_so: Json = {"kind": kind, "topic": topic, "actor": actor, "body": body}
    return _DOMAIN + canonical(said_so)


def key_bytes(kind: str, origin: str, said: Mapping[str, Json]) -> bytes:
    """What a log's key signs about its own succession, under a domain that no head or event has."""
    named: Json = {"kind": kind, "origin": origin, "said": said}
    return _KEY_DOMAIN + canonical(named)


def verifies(key: PublicKey | None, message: bytes, signature: str) -> bool:
    """Say whether a signature in base64 over a message is by the holder of a key."""
    try:
        made = base64.b64decode(signature, validate=True)
    except ValueError:
        return False
    return key is not None and key.verifies(made, message)
