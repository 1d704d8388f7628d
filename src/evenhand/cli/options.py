"""Options that several commands share, each said once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from evenhand.cases.hand import Hand
from evenhand.kernel.errors import BadInput
from evenhand.kernel.ids import PersonId
from evenhand.kernel.text import Text
from evenhand.keys.signing import PrivateKey

if TYPE_CHECKING:
    from evenhand.pipeline.reading import Reader

RegisterAt = Annotated[
    Path,
    Parameter(name="--register", env_var="EVENHAND_REGISTER", help="Folder of the register."),
]

Person = Annotated[str, Parameter(name="--as", help="Account of the person who acts.")]
KeyFile = Annotated[Path, Parameter(name="--key", help="File of that person's private key.")]
MaybePerson = Annotated[str | None, Parameter(name="--as", help="Account of the person who acts.")]
MaybeKey = Annotated[
    Path | None, Parameter(name="--key", help="File of that person's private key.")
]
OnDay = Annotated[str | None, Parameter(name="--as-of", help="The day asked about, 2026-03-14.")]
KnownAt = Annotated[
    str | None,
    Parameter(name="--known-at", help="Only what was known by then, 2026-03-14T09:00:00Z."),
]
OutFile = Annotated[Path, Parameter(name="--out", help="File to write.")]
MaybeOut = Annotated[Path | None, Parameter(name="--out", help="File to write.")]

HERE = Path("register")
"""Where a register is looked for when nobody says."""


def hand(person: str, key: Path) -> Hand:
    """Somebody with their key at hand.

    Raises:
        BadInput: When the file is no private key, or others can read it.
    """
    return Hand(PersonId.parse(person), PrivateKey.read(key).sign)


def maybe_hand(person: str | None, key: Path | None) -> Hand | None:
    """Somebody with their key, or nobody; one without the other is refused.

    Raises:
        BadInput: When only one of the two was given.
    """
    if person is None and key is None:
        return None
    if person is None or key is None:
        raise BadInput(
            Text(
                zh="--as 和 --key 要同时写：谁，以及用哪把密钥。",
                en="--as and --key go together: who acts, and with which key.",
            )
        )
    return hand(person, key)


def reader(person: str | None, key: Path | None, purpose: str = "") -> Reader:
    """Who asks to read: somebody in office (--as and --key), a subject (--key alone), or nobody.

    Raises:
        BadInput: When somebody named an account without a key.
    """
    from evenhand.pipeline.reading import Reader

    if person is None:
        return Reader() if key is None else Reader(own=PrivateKey.read(key))
    return Reader(hand=maybe_hand(person, key), purpose=purpose)
