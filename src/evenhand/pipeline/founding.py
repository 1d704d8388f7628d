"""Make a register and put into it what it works by: catalogue, source contracts, schemes."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from evenhand.cases.hand import Hand
from evenhand.cases.people import Role
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import BadInput
from evenhand.kernel.findings import Finding
from evenhand.kernel.periods import Moment
from evenhand.kernel.text import Text
from evenhand.keys.vault import Chance
from evenhand.pipeline.accepting import acceptable
from evenhand.pipeline.acts import needed, signed_act
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.proposals import (
    refuse_by_days,
    refuse_changed,
    refuse_unfit_kind,
    standing_proposal,
)
from evenhand.pipeline.publicity import comments_on
from evenhand.relational.durable import write_durably
from evenhand.relational.ledger import SYSTEM, Draft
from evenhand.relational.register import create
from evenhand.relational.settings import Settings
from evenhand.rights.floor import enforces
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import Scheme
from evenhand.sources.contract import Contract
from evenhand.sources.read_calendar import calendar_of, shipped_calendar
from evenhand.sources.read_contract import read_contract

_APPROVERS: Final[tuple[Role, ...]] = ("steward",)


def found_register(folder: Path, settings: Settings, at: Moment, chance: Chance) -> Opened:
    """Make a register with the shipped catalogue.

    Raises:
        BadInput: When no calendar of working days is known for the jurisdiction.
        Conflict: When the folder is there already and not empty.
    """
    shipped_calendar(settings.calendar or calendar_of(_counting(settings)))
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


def _counting(settings: Settings) -> str:
    """The jurisdiction whose working days count; a register of study has no deadlines."""
    return "CN" if settings.kind == "reproduction" else settings.jurisdiction


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


@enforces("RF-6", "RF-13")
def publish_scheme(
    opened: Opened, data: bytes, file: str, at: Moment, hand: Hand | None = None
) -> tuple[Scheme, tuple[Finding, ...]]:
    """Make a scheme public that its author proposed; a steward, another person, approves it.

    What counts from then on is this day, not the file's word. In a register of study nobody signs.
    The same file once more changes nothing.

    Returns:
        The scheme, and what the checker warns of.

    Raises:
        SchemeRefused: With everything that the checker refuses, or the examples that do not hold.
        FloorRefusal: RF-13, by the days of notice, comments and emergencies.
        BadInput: When another file stands under this name and version or was proposed, or its kind
            does not fit.
        NotPermitted: When nobody, or somebody who may not approve it, signs.
    """
    scheme = read_scheme(data, file, opened.catalogue)
    study = opened.register.settings.kind == "reproduction"
    refuse_unfit_kind(scheme, study=study)
    if refuse_changed(opened, scheme) is not None:
        return scheme, ()
    today = opened.today(at)
    body: dict[str, Json] = {
        "scheme": scheme.scheme,
        "version": scheme.version,
        "digest": scheme.digest,
        "day": today.isoformat(),
    }
    findings = () if study else acceptable(opened, scheme)
    with opened.register.lock():
        if not study:
            body |= _approved(opened, scheme, at, hand)
        write_durably(opened.register.schemes / f"{scheme.scheme}@{scheme.version}.yaml", data)
        _append(opened, "scheme.published", scheme.scheme, body, at, hand)
    return scheme, findings


def shipped(*path: str) -> Traversable:
    """A file or folder that comes with the package."""
    there: Traversable = files("evenhand") / "shipped"
    for part in path:
        there = there / part
    return there


def _approved(opened: Opened, scheme: Scheme, at: Moment, hand: Hand | None) -> dict[str, Json]:
    """What a publication says beside the file: who wrote it and why, and until when to comment."""
    if hand is None:
        raise needed(_APPROVERS)
    opened.desk.catch_up()
    held = opened.desk.people.tenure(hand.person, opened.desk.now(at))
    if held is None or held.role not in _APPROVERS:
        raise needed(_APPROVERS)
    today = opened.today(at)
    refuse_by_days(opened, scheme, today, None)
    proposal = standing_proposal(opened, scheme, hand, at)
    comments = comments_on(scheme, today, proposal.comments_until)
    return {
        "author": proposal.author,
        "proposal": proposal.seq,
        "reasons": proposal.reasons,
        "comments": {"first": comments.first.isoformat(), "last": comments.last.isoformat()},
        "comparison": proposal.comparison,
    }


def _append(
    opened: Opened, kind: str, topic: str, body: dict[str, Json], at: Moment, hand: Hand | None
) -> None:
    """Record an act of a steward, signed; in a register of study nobody has to sign."""
    draft = Draft(kind, topic, SYSTEM, body)
    opened.register.ledger.append([signed_act(opened, hand, draft, at, (("steward",), None))], at)
