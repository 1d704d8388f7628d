"""Make a register and put into it what it works by: catalogue, source contracts, schemes."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from evenhand.cases.hand import Hand
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import BadInput
from evenhand.kernel.findings import Finding
from evenhand.kernel.periods import ONE_DAY, Moment
from evenhand.kernel.text import Text
from evenhand.keys.vault import Chance
from evenhand.pipeline.acts import signed_act
from evenhand.pipeline.opened import Opened
from evenhand.relational.durable import write_durably
from evenhand.relational.ledger import SYSTEM, Draft
from evenhand.relational.register import create
from evenhand.relational.settings import Settings
from evenhand.rights.floor import enforces, refusal
from evenhand.schemes.check import accept
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import Scheme
from evenhand.sources.contract import Contract
from evenhand.sources.read_contract import read_contract

NOTICE_DAYS: Final = 30
"""A scheme is public this many days before it takes effect (RF-13; State Council 2020 No. 49)."""


def found_register(folder: Path, settings: Settings, at: Moment, chance: Chance) -> Opened:
    """Make a register with the shipped catalogue.

    Raises:
        Conflict: When the folder is there already and not empty.
    """
    create(folder, settings, at, chance).close()
    opened = Opened(folder)
    digests: dict[str, Json] = {}
    for file in sorted(shipped("catalogue").iterdir(), key=lambda f: f.name):
        data = file.read_bytes()
        write_durably(opened.register.catalogue / file.name, data)
        digests[file.name] = hashlib.sha256(data).hexdigest()
    opened.register.ledger.append(
        [Draft("catalogue.set", "catalogue", SYSTEM, {"files": digests})], at
    )
    return opened


def add_source(
    opened: Opened, data: bytes, file: str, at: Moment, hand: Hand | None = None
) -> Contract:
    """Put a source contract in use; a steward signs for it in a register that can decide.

    Raises:
        ContractRefused: With everything that is wrong with the file.
        NotPermitted: When nobody, or somebody who is no steward, signs.
    """
    contract = read_contract(data, file, opened.catalogue)
    kind = opened.register.settings.kind
    if (contract.kind == "reproduction") != (kind == "reproduction"):
        raise BadInput(
            Text(
                zh=f"{file} 的 kind 是 {contract.kind}，与登记库的类别 {kind} 不合。",
                en=f"{file} is {contract.kind}; this register is {kind}. A source of published data "
                "belongs into a register of study, and no other does.",
            )
        )
    digest = hashlib.sha256(data).hexdigest()
    with opened.register.lock():
        write_durably(opened.register.sources / f"{contract.source}.yaml", data)
        body: dict[str, Json] = {"source": contract.source, "digest": digest}
        _append(opened, "source.added", contract.source, body, at, hand)
    return contract


@enforces("RF-13")
def publish_scheme(
    opened: Opened, data: bytes, file: str, at: Moment, hand: Hand | None = None
) -> tuple[Scheme, tuple[Finding, ...]]:
    """Make a scheme public; what counts from then on is this day, not the file's word.

    Returns:
        The scheme, and what the checker warns of.

    Raises:
        SchemeRefused: With everything that the checker refuses.
        FloorRefusal: RF-13, when it would take effect within 30 days.
        BadInput: When another file stands under this name and version, or its kind does not fit.
        NotPermitted: When nobody, or somebody who is no steward, signs.
    """
    scheme = read_scheme(data, file, opened.catalogue)
    study = opened.register.settings.kind == "reproduction"
    _fitting(scheme, study)
    findings = () if study else accept(scheme, opened.catalogue)
    today = opened.today(at)
    if not study and scheme.in_force.start < today + NOTICE_DAYS * ONE_DAY:
        raise refusal(
            "RF-13",
            Text(
                zh=f"{file} 自 {scheme.in_force.start} 起生效，距公布日 {today} 不足{NOTICE_DAYS}天。",
                en=f"{file} takes effect on {scheme.in_force.start}, less than {NOTICE_DAYS} days after "
                f"{today}, on which it becomes public here.",
            ),
        )
    with opened.register.lock():
        known = opened.knowledge().schemes.get((scheme.scheme, scheme.version))
        if known is not None and known.digest != scheme.digest:
            raise BadInput(
                Text(
                    zh=f"{scheme.scheme} {scheme.version} 已经公布，内容不同。请改用新的版本号。",
                    en=f"{scheme.scheme} {scheme.version} is public with other content. Give it a new "
                    "version.",
                )
            )
        if known is None:
            name = f"{scheme.scheme}@{scheme.version}.yaml"
            write_durably(opened.register.schemes / name, data)
            body: dict[str, Json] = {
                "scheme": scheme.scheme,
                "version": scheme.version,
                "digest": scheme.digest,
                "day": today.isoformat(),
            }
            _append(opened, "scheme.published", scheme.scheme, body, at, hand)
    return scheme, findings


def shipped(*path: str) -> Traversable:
    """A file or folder that comes with the package."""
    there: Traversable = files("evenhand") / "shipped"
    for part in path:
        there = there / part
    return there


def _fitting(scheme: Scheme, study: bool) -> None:
    if (scheme.kind == "reproduction") != study:
        raise BadInput(
            Text(
                zh=f"{scheme.scheme} 是 {scheme.kind}：复现的办法只用于研究用的登记库，那里也只用它。",
                en=f"{scheme.scheme} is {scheme.kind}: a reproduction runs in a register of study and "
                "can be put in force in no other; nothing else runs there.",
            )
        )


def _append(
    opened: Opened, kind: str, topic: str, body: dict[str, Json], at: Moment, hand: Hand | None
) -> None:
    """Record an act of a steward, signed; in a register of study nobody has to sign."""
    draft = Draft(kind, topic, SYSTEM, body)
    opened.register.ledger.append([signed_act(opened, hand, draft, at, (("steward",), None))], at)
