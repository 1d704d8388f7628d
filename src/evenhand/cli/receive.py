"""``evenhand receive``: take a delivered worksheet, and give back its receipt and a marked-up copy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from evenhand.cli.edge import chance, now, open_at
from evenhand.cli.options import HERE, MaybeKey, MaybePerson, RegisterAt
from evenhand.cli.voice import Voice, speaking
from evenhand.kernel.errors import BadInput, DeliveryRefused
from evenhand.kernel.ids import PersonId, SourceId
from evenhand.kernel.text import Text
from evenhand.keys.signing import PrivateKey
from evenhand.pipeline.intake import Incoming, Taken, receive_delivery
from evenhand.pipeline.opened import Opened
from evenhand.sources.guard import LARGEST
from evenhand.sources.receive import digest_of, signed_message

STUDY = PersonId("nobody")
"""Who delivers in a register of study, where nobody has to sign."""


def receive(
    source: str,
    file: Path,
    /,
    *,
    as_: MaybePerson = None,
    key: MaybeKey = None,
    signature: Annotated[
        Path | None,
        Parameter(help="Detached signature of the clerk, in place of their key: 64 bytes."),
    ] = None,
    copy: Annotated[
        Path | None, Parameter(help="Where to write the marked-up copy; it is not kept.")
    ] = None,
    register: RegisterAt = HERE,
) -> int:
    """Take a worksheet: every row is stored, held or refused, each with its reason.

    Delivering the same file again changes nothing and gives the same receipt.

    Args:
        source: The source, as its contract names it.
        file: The worksheet.
    """
    voice = speaking()
    data = _bytes_of(file)
    named = SourceId.parse(source)
    with open_at(register) as opened:
        signed = _signed(opened, named, digest_of(data), key, signature)
        who = PersonId.parse(as_) if as_ else STUDY
        incoming = Incoming(named, file.name, data, who, signed)
        try:
            with voice.progress(voice.pick("接收", "Receive")) as advance:
                taken = receive_delivery(opened, incoming, now(opened), chance)
                advance(taken.rows, taken.rows)
        except DeliveryRefused as refused:
            _refused(voice, refused)
            return 2
        if copy is not None:
            _mark(voice, data, taken, copy)
    _print(voice, taken)
    held = taken.fates["held"]
    return 2 if held and voice.strict else 0


def _bytes_of(file: Path) -> bytes:
    """Read a file that is no larger than the guard allows; a larger one is not read at all."""
    if file.stat().st_size > LARGEST:
        raise BadInput(
            Text(
                zh=f"{file.name} 超过 {LARGEST >> 20} MiB，未读取。请分成几个文件报送。",
                en=f"{file.name} is larger than {LARGEST >> 20} MiB and was not read. Deliver it in parts.",
            )
        )
    return file.read_bytes()


def _signed(
    opened: Opened, source: SourceId, digest: str, key: Path | None, signature: Path | None
) -> bytes:
    if signature is not None:
        return signature.read_bytes()
    if key is not None:
        return PrivateKey.read(key).sign(signed_message(digest, source))
    if opened.register.settings.kind == "reproduction":
        return b""
    raise BadInput(
        Text(
            zh="报送须由该机关的报送员签名：--as 账号 --key 文件，或 --signature 文件。",
            en="A clerk of the authority signs each delivery: --as ACCOUNT --key FILE, or --signature FILE.",
        )
    )


def _refused(voice: Voice, refused: DeliveryRefused) -> None:
    if voice.as_json:
        voice.result(
            {
                "refused": {"zh": refused.said_in("zh"), "en": refused.said_in("en")},
                "findings": [
                    {
                        "code": finding.kind.code,
                        "place": str(finding.place),
                        "what": {"zh": finding.sentence("zh"), "en": finding.sentence("en")},
                        "mend": {"zh": finding.kind.mend.zh, "en": finding.kind.mend.en},
                    }
                    for finding in refused.findings
                ],
            }
        )
        return
    voice.findings(refused.findings)
    voice.tell(refused.said_in(voice.language))


def _mark(voice: Voice, data: bytes, taken: Taken, copy: Path) -> None:
    from evenhand.sources.marked_copy import marked_copy

    if taken.opened is None:
        voice.tell(
            voice.pick(
                "同一文件已经报送过；标注副本只在第一次给出，未予保存。",
                "Delivered before: a marked-up copy is given once and not kept.",
            )
        )
    else:
        copy.write_bytes(marked_copy(data, taken.opened.workbook, taken.findings, voice.language))
        voice.tell(f"{voice.pick('标注副本', 'Marked-up copy')}: {copy}")


def _print(voice: Voice, taken: Taken) -> None:
    if voice.as_json:
        voice.result(taken.receipt)
        return
    if taken.again:
        voice.tell(
            voice.pick(
                "同一文件已经报送过，没有改变任何内容。",
                "This file was delivered before; nothing changed.",
            )
        )
    voice.findings(taken.findings)
    counts = taken.fates
    heads = ("批次", *counts) if voice.language == "zh" else ("delivery", *counts)
    voice.table(heads, [(taken.delivery, *(f"{n:,}" for n in counts.values()))], "lrrr")
    quality = taken.receipt["quality"]
    shares = quality if isinstance(quality, dict) else {}
    names = {
        "load": voice.pick("入库率", "taken of the rows of data"),
        "completeness": voice.pick("完整率", "required cells filled"),
        "timeliness": voice.pick("7个工作日内报送", "within 7 working days of the decision"),
    }
    for name, title in names.items():
        if isinstance(share := shares.get(name), int):
            voice.say(f"{share / 100:6.2f} %  {title}")
