"""``evenhand verify``: check an edition with public material alone.

It loads neither the register nor an engine.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from evenhand.cli.voice import speaking
from evenhand.kernel.errors import BadInput
from evenhand.kernel.periods import Moment, moment
from evenhand.kernel.text import Text
from evenhand.keys.signing import PublicKey
from evenhand.publication.cosignature import WitnessKey
from evenhand.publication.verify import ALONE, Trust, VerifyReport, read_key, verify_edition

_LARGEST = 65_536


def verify(
    edition: Path,
    /,
    *,
    key: Annotated[str, Parameter(help="The register's public key, or a file with it.")],
    at: Annotated[
        str | None, Parameter(help="Check it as of this moment, 2026-03-30T09:00:00Z; now.")
    ] = None,
    known: Annotated[
        tuple[Path, ...],
        Parameter(help="Checkpoints of this register that you kept from before.", negative=()),
    ] = (),
    witness: Annotated[
        tuple[str, ...],
        Parameter(help="Key of a witness that must have cosigned it, or a file.", negative=()),
    ] = (),
    keys: Annotated[
        Path | None, Parameter(help="The register's keys.json: keys replaced and revoked.")
    ] = None,
    steward: Annotated[
        tuple[str, ...],
        Parameter(help="Key of a steward of the register, ed25519:…, or a file.", negative=()),
    ] = (),
) -> int:
    """Check an edition with nothing but its folder and the register's public key.

    Args:
        edition: The edition's folder.
    """
    voice = speaking()
    now = moment(at) if at else dt.datetime.now(dt.UTC)
    trust = Trust(
        tuple(WitnessKey.parse(_key_text(one)) for one in witness),
        _read(keys, f"文件 {keys}", f"The file {keys}") if keys else b"",
        frozenset(PublicKey.parse(_key_text(one).strip()) for one in steward),
    )
    report = run(edition, key, now, known, trust)
    if voice.as_json:
        voice.result(
            {
                "number": report.manifest.number,
                "entries": report.entries,
                "log_size": report.head.size,
                "use_until": report.manifest.use_until.isoformat(),
                "cosigned": {one.witness.name: one.at.isoformat() for one in report.cosigned},
                "held": [voice(line) for line in report.lines],
                "notes": [voice(line) for line in report.notes],
            }
        )
        return 0
    for line in report.lines:
        voice.say(f"OK    {voice(line)}")
    for line in report.notes:
        voice.say(voice(line))
    return 0


def run(
    edition: Path,
    key: str | Path,
    now: Moment,
    known: Sequence[Path] = (),
    trust: Trust = ALONE,
) -> VerifyReport:
    """Check an edition.

    Args:
        edition: Its folder.
        key: The register's public key, or a file with it: ``name+hash+base64`` or ``ed25519:base64``.
        now: The moment for which it is checked.
        known: Files with checkpoints of this register that were kept from before.
        trust: Whose cosignature there must be, and what else is known about keys.

    Raises:
        BadInput: When a key or a kept checkpoint cannot be read.
        ProofFailed: Naming the first thing that is wrong with the edition.
    """
    kept = [_read(path, f"检查点文件 {path}", f"The checkpoint file {path}") for path in known]
    return verify_edition(edition, read_key(_key_text(key)), now, kept, trust)


def _key_text(key: str | Path) -> str:
    """A key as somebody typed it, or what stands in the file that they named."""
    if isinstance(key, str) and not Path(key).is_file():
        return key
    data = _read(Path(key), f"公钥文件 {key}", f"The key file {key}")
    return data.decode("utf-8", errors="backslashreplace")


def _read(path: Path, zh: str, en: str) -> bytes:
    """Read a small file that somebody named."""
    try:
        with path.open("rb") as opened:
            return opened.read(_LARGEST)
    except OSError as fault:
        raise BadInput(
            Text(
                zh=f"{zh} 无法读取：{fault.strerror}。",
                en=f"{en} cannot be read: {fault.strerror}.",
            )
        ) from None
