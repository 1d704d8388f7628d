"""What a witness signs when it cosigns a head (C2SP tlog-cosignature, ``cosignature/v1``).

The message is a header, the witness's time in whole seconds since 1970, and the whole text of the
head. It does not name the witness, so a witness's key is used for nothing else.
"""

from __future__ import annotations

from evenhand.keys.signing import PublicKey

LATEST_SECONDS = 2**63 - 1
"""No cosignature has a greater time."""


def cosigned_message(text: str, seconds: int) -> bytes:
    """Make the bytes under a cosignature.

    Args:
        text: The head as its note has it, up to and with its last newline, without signatures.
        seconds: When it was cosigned, by the witness's clock.

    Raises:
        ValueError: When the time is none that a cosignature can have.
    """
    if not 0 <= seconds <= LATEST_SECONDS:
        raise ValueError(f"{seconds} is no time of a cosignature")
    return f"cosignature/v1\ntime {seconds}\n{text}".encode()


def cosigned(key: PublicKey, text: str, seconds: int, signature: bytes) -> bool:
    """Say whether the holder of a key cosigned a head at a time."""
    try:
        message = cosigned_message(text, seconds)
    except ValueError:
        return False
    return key.verifies(signature, message)
