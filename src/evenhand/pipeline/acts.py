"""Acts of people outside cases: signed by their own key, checked before they are recorded."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from evenhand.cases.guards import free_of_numbers
from evenhand.cases.hand import Hand
from evenhand.cases.people import TITLES, Role
from evenhand.kernel.errors import NotPermitted
from evenhand.kernel.ids import AuthorityId
from evenhand.kernel.periods import Moment
from evenhand.kernel.text import Text
from evenhand.keys.acts import verifies
from evenhand.pipeline.opened import Opened
from evenhand.relational.ledger import Draft, signed_bytes

CLERK: Final[tuple[Role, ...]] = ("clerk",)
"""Who enters, confirms and settles what was delivered."""


def signed_act(
    opened: Opened,
    hand: Hand | None,
    draft: Draft,
    at: Moment,
    by: tuple[tuple[Role, ...], AuthorityId | None],
) -> Draft:
    """Return a draft with its author's signature.

    Args:
        opened: The register; in one of study nobody has to sign.
        hand: Who acts, with their key.
        draft: What they say; its actor is replaced by them.
        at: The register's clock.
        by: Which roles may do this, and of which authority where that matters.

    Raises:
        NotPermitted: When nobody signs, the role is another, or the signature does not fit.
        NotLawfulNow: When a text holds a resident's number (RF-4).
    """
    if hand is None:
        if opened.register.settings.kind == "reproduction":
            return draft
        raise needed(by[0])
    opened.desk.catch_up()
    now = opened.desk.now(at)
    texts = [value for value in draft.body.values() if isinstance(value, str)]
    free_of_numbers(opened.desk.context(now), *texts)
    tenure = opened.desk.people.tenure(hand.person, now)
    roles, authority = by
    fits = tenure is not None and tenure.role in roles
    if fits and authority is not None and tenure is not None and tenure.authority is not None:
        fits = tenure.authority == authority
    own = replace(draft, actor=hand.person)
    signature = hand.signed(own)
    message = signed_bytes(own.kind, own.topic, own.actor, own.body)
    if not fits or tenure is None or not verifies(tenure.key, message, signature):
        raise needed(roles)
    return replace(own, signature=signature)


def needed(roles: Collection[Role]) -> NotPermitted:
    """Say whose signature an act needs."""
    zh = "或".join(TITLES[role].zh for role in sorted(roles))
    en = " or ".join(TITLES[role].en for role in sorted(roles))
    return NotPermitted(
        Text(
            zh=f"此事须由在任的{zh}用自己的密钥签名：--as 账号 --key 文件。",
            en=f"This needs the signature of {en} in office: --as ACCOUNT --key FILE.",
        )
    )
