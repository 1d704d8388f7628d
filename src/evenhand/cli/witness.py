"""``evenhand witness``: a witness's own process.

It loads neither register nor engine; what a register asks of one is in ``witness_asked``.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from evenhand.cli.machine import chance, machine_now
from evenhand.cli.voice import speaking
from evenhand.kernel.errors import BadInput, ProofFailed
from evenhand.kernel.periods import said
from evenhand.kernel.text import Text
from evenhand.keys.signing import PrivateKey
from evenhand.publication.cosignature import Cosignature
from evenhand.publication.sign import NoteKey
from evenhand.publication.witness import LEDGER, LONGEST_REQUEST, Refused
from evenhand.publication.witness_door import door
from evenhand.publication.witness_folder import Witness

app = App(
    name="witness",
    help="A witness with a key and a clock of its own, and what a register asks of one.",
)

for _name, _what in (
    ("enrol", "A steward enrols a register's witness; it takes two."),
    ("dismiss", "A steward dismisses a register's witness; it takes two."),
    ("ask", "Have the witness cosign a register's ledger and current edition."),
):
    app.command(f"evenhand.cli.witness_asked:{_name}", name=_name, help=_what)

LogKey = Annotated[
    str, Parameter(name="--log", help="The register's key for publishing, name+hash+base64.")
]


def _clock() -> int:
    return int(machine_now().timestamp())


@app.command
def init(folder: Path, /, *, name: str) -> int:
    """Make a witness: its key, and a folder for what it has seen. It prints the public key.

    Args:
        folder: Where it is kept; nothing may be there.
        name: Its name, such as witness.example/w1.
    """
    made = Witness.create(folder, name, PrivateKey.from_chance(chance(32)))
    speaking().say(str(made.key))
    return 0


@app.command
def trust(
    folder: Path,
    /,
    *,
    log: LogKey,
    no_more: Annotated[bool, Parameter(help="Take this key no more.", negative=())] = False,
) -> int:
    """Name a register's key for publishing, which signs its log and its ledger's heads.

    A register whose key was replaced has two for a while.

    Args:
        folder: The witness's folder.
    """
    witness = Witness(folder)
    key = NoteKey.parse(log)
    for name in (key.name, key.name + LEDGER):
        (witness.distrust if no_more else witness.trust)(NoteKey(name, key.public))
    return check(folder)


@app.command
def serve(folder: Path, /, *, port: int = 8642) -> int:
    """Answer on the loopback interface until it is stopped.

    Args:
        folder: The witness's folder.
        port: Where to listen; 0 takes any that is free.
    """
    voice = speaking()
    witness = Witness(folder)
    server = door(witness, port, _clock, lambda text: voice.tell(voice(text)))
    voice.say(f"http://{server.server_address[0]!s}:{server.server_address[1]}")
    sys.stdout.flush()
    with contextlib.suppress(KeyboardInterrupt):
        server.serve_forever()
    server.server_close()
    return 0


@app.command
def cosign(folder: Path, request: Path, /) -> int:
    """Answer one request in a file, such as an edition's `consistency`; prints the signature line.

    Args:
        folder: The witness's folder.
        request: The file.
    """
    with request.open("rb") as opened:
        data = opened.read(LONGEST_REQUEST + 1)
    outcome = Witness(folder).answer(data, _clock)
    if isinstance(outcome, Refused):
        raise refusal(outcome)
    speaking().say(outcome.cosignature.line())
    return 0


@app.command
def check(folder: Path, /) -> int:
    """Say what a witness knows: its key, each log, the last head that it cosigned, and when.

    Args:
        folder: The witness's folder.
    """
    voice = speaking()
    witness = Witness(folder)
    rows = [(origin, keys, witness.seen(origin)) for origin, keys in witness.logs().items()]
    if voice.as_json:
        voice.result(
            {
                "key": str(witness.key),
                "logs": [
                    {
                        "origin": origin,
                        "keys": [str(key) for key in keys],
                        "size": seen.size if seen else 0,
                        "root": seen.root.hex() if seen else None,
                        "seconds": seen.seconds if seen else None,
                    }
                    for origin, keys, seen in rows
                ],
            }
        )
        return 0
    voice.say(str(witness.key))
    for origin, _, seen in rows:
        if seen is None:
            voice.say(voice.pick(f"{origin}：尚未联署", f"{origin}: nothing cosigned yet"))
            continue
        at = said(Cosignature(witness.key, seen.seconds, b"").at)
        voice.say(
            voice.pick(
                f"{origin}：{seen.size} 行，最后联署于 {at}",
                f"{origin}: {seen.size} leaves, cosigned last at {at}",
            )
        )
    return 0


def refusal(refused: Refused) -> BadInput | ProofFailed:
    """The exception that says why a witness did not cosign."""
    text = Text(
        zh=f"{refused.status}：{refused.text.zh}", en=f"{refused.status}: {refused.text.en}"
    )
    return ProofFailed(text) if refused.status in (409, 422) else BadInput(text)
