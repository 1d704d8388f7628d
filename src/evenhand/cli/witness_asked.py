"""What a register asks of a witness: ``evenhand witness enrol``, ``dismiss`` and ``ask``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from evenhand.cases.stewards import dismiss_witness, enrol_witness
from evenhand.cases.witnessed import Enrolled
from evenhand.cli.edge import now, open_at
from evenhand.cli.options import HERE, KeyFile, Person, RegisterAt, hand
from evenhand.cli.voice import speaking
from evenhand.kernel.periods import said
from evenhand.keys.signing import PrivateKey
from evenhand.pipeline.edition import Imprint
from evenhand.pipeline.witnessing import ask_witness, ledger_origin
from evenhand.publication.cosignature import WitnessKey


def enrol(
    key: str,
    /,
    *,
    origin: Annotated[str, Parameter(help="Name of the public log, such as linhe.example/log.")],
    as_: Person,
    steward: Annotated[Path, Parameter(name="--key", help="File of that person's private key.")],
    register: RegisterAt = HERE,
) -> int:
    """A steward enrols a witness; it takes two. From then on windows run no faster than its clock.

    Args:
        key: The witness's public key, name+hash+base64 with algorithm byte 4.
    """
    read = WitnessKey.parse(key)
    witness = Enrolled(read.name, read.public, ledger_origin(origin))
    with open_at(register) as opened:
        event = enrol_witness(opened.desk, hand(as_, steward), witness, now(opened))
        counts = opened.desk.witnessed.enrolled == witness
    return _signed(event.seq, counts)


def dismiss(
    name: str,
    /,
    *,
    why: Annotated[str, Parameter(help="The reason, in a sentence.")],
    as_: Person,
    key: KeyFile,
    register: RegisterAt = HERE,
) -> int:
    """A steward dismisses the witness; it takes two. What began before still runs by what it saw.

    Args:
        name: Its name.
    """
    with open_at(register) as opened:
        event = dismiss_witness(opened.desk, hand(as_, key), name, why, now(opened))
        counts = opened.desk.witnessed.enrolled is None
    return _signed(event.seq, counts)


def ask(
    url: str,
    /,
    *,
    key: Annotated[Path, Parameter(help="File of the register's publication key.")],
    origin: Annotated[str, Parameter(help="Name of the log, such as linhe.example/log.")],
    register: RegisterAt = HERE,
) -> int:
    """Have the witness cosign the ledger's head and the current edition, and keep its answers.

    Ask once a day, and after each publication: without it nothing that runs against anybody goes on.

    Args:
        url: Where it listens, such as http://127.0.0.1:8642.
    """
    voice = speaking()
    with open_at(register) as opened:
        made = ask_witness(opened, url, Imprint(origin, PrivateKey.read(key)), now(opened))
    name, at = made.event.topic, said(made.ledger.at)
    if voice.as_json:
        voice.result(
            {
                "witness": name,
                "at": at,
                "events": made.size,
                "edition": made.edition is not None,
            }
        )
        return 0
    voice.say(
        voice.pick(
            f"{name} 于 {at} 联署了账本的 {made.size} 个事件"
            + ("，以及当前版次。" if made.edition else "。尚无版次。"),
            f"{name} cosigned {made.size} events of the ledger at {at}"
            + (", and the current edition." if made.edition else ". No edition is published."),
        )
    )
    return 0


def _signed(seq: int, counts: bool) -> int:
    voice = speaking()
    if counts:
        voice.say(
            voice.pick(f"两名管理员已签，事件 {seq}。", f"Both stewards signed, event {seq}.")
        )
        return 0
    voice.say(
        voice.pick(
            f"已签第 1 名管理员，事件 {seq}。另一名管理员签同样的内容后有效。",
            f"Signed by 1 of 2 stewards, event {seq}. It counts when the other signs the same.",
        )
    )
    return 0
