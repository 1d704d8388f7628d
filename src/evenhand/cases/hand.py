"""The noun Hand: somebody who acts, and how they sign."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass

from evenhand.kernel.ids import PersonId
from evenhand.relational.events import Draft, signed_bytes


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody who acts, and how they sign: 64 bytes over a message."""

    person: PersonId
    sign: Callable[[bytes], bytes]

    def signed(self, draft: Draft) -> str:
        """Sign a draft; base64."""
        message = signed_bytes(draft.kind, draft.topic, draft.actor, draft.body)
        return base64.b64encode(self.sign(message)).decode()
