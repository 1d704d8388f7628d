"""The first of two signatures under a scheme: its author proposes it, with reasons and a comparison.

The author is an officer of the scheme's authority, or a steward while that authority has no officer
in office. What they sign is the file by its digest, why it is made, until when everybody may comment,
and what it changes, as compared over the register. Nothing is public yet: that takes a steward, who is
another person (``founding.publish_scheme``), within thirty days, because the comparison ages.
"""

from __future__ import annotations

from dataclasses import dataclass

from evenhand.cases.hand import Hand
from evenhand.cases.people import Role
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import BadInput
from evenhand.kernel.findings import Finding
from evenhand.kernel.periods import Clocks, Day, Moment
from evenhand.kernel.text import Text
from evenhand.pipeline.accepting import acceptable
from evenhand.pipeline.acts import needed, signed_act
from evenhand.pipeline.compare import Advance, Compared, candidate, compare_schemes, draft_of
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.proposals import refuse_by_days, refuse_changed, refuse_unfit_kind
from evenhand.relational.ledger import SYSTEM, Draft
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import Scheme
from evenhand.scoring.comparison_tables import MOVED, MOVES, TOTAL


@dataclass(frozen=True, slots=True)
class Motives:
    """Why a scheme is made.

    Attributes:
        reasons: In sentences; they become public.
        comments_until: The last day of comments; None: as late as may be.
        instead_of: The scheme that it replaces, as ``compare`` names one; None: the version of the
            same scheme that is public, if there is one.
    """

    reasons: str
    comments_until: Day | None = None
    instead_of: str | None = None


def propose_scheme(
    opened: Opened,
    file: tuple[bytes, str],
    motives: Motives,
    at: Moment,
    hand: Hand | None,
    advance: Advance = lambda _done, _of: None,
) -> tuple[Scheme, Compared | None, tuple[Finding, ...]]:
    """Propose a scheme: hold it against the floor, compare it, record the author's signature.

    Args:
        opened: The register.
        file: The bytes of the scheme's file, and its name.
        motives: Why it is made.
        at: The register's clock.
        hand: The author, with their key.
        advance: Told of each step of the comparison.

    Returns:
        The scheme; how it compares, None for the first of its kind; what the checker warns of.

    Raises:
        SchemeRefused: With everything that the checker refuses, or the examples that do not hold.
        FloorRefusal: RF-13, by the days of notice, comments and emergencies.
        BadInput: When another file is public under this name and version, or no reason is given.
        NotPermitted: When nobody signs, or somebody who may not.
    """
    scheme = read_scheme(*file, opened.catalogue)
    refuse_unfit_kind(scheme, study=opened.register.settings.kind == "reproduction")
    refuse_changed(opened, scheme)
    findings = acceptable(opened, scheme)
    refuse_by_days(opened, scheme, opened.today(at), motives.comments_until)
    if not motives.reasons.strip():
        raise BadInput(
            Text(
                zh="请用 --reasons 写明制定或修改的理由；理由将公布。",
                en="Say with --reasons why it is made; the reasons become public.",
            )
        )
    by = _authors(opened, scheme, at), scheme.authority
    _refuse_stranger(opened, hand, by[0], at)
    compared = _compared(opened, scheme, motives, at, advance)
    until = motives.comments_until
    body: dict[str, Json] = {
        "scheme": scheme.scheme,
        "version": scheme.version,
        "digest": scheme.digest,
        "reasons": motives.reasons,
        "comments_until": None if until is None else until.isoformat(),
        "comparison": None if compared is None else comparison_said(compared),
    }
    with opened.register.lock():
        draft = Draft("scheme.proposed", scheme.scheme, SYSTEM, body)
        opened.register.ledger.append([signed_act(opened, hand, draft, at, by)], at)
    return scheme, compared, findings


def comparison_said(compared: Compared) -> dict[str, Json]:
    """What the ledger keeps of a comparison: its digest, and the counts that it comes to."""
    tables = compared.tables
    lists = tables["lists"]
    return {
        "digest": compared.digest(),
        "old": f"{compared.old.scheme.scheme}@{compared.old.scheme.version}",
        "as_of": compared.clocks.as_of.isoformat(),
        "moves": {way: str(tables["moves"].at(TOTAL, way)) for way in (*MOVES, MOVED, "same")},
        "proposals": {
            row: {fate: str(lists.at(row, fate)) for fate in ("appears", "vanishes")}
            for row in lists.rows
        },
        "cause": {"zh": compared.cause.zh, "en": compared.cause.en},
    }


def _authors(opened: Opened, scheme: Scheme, at: Moment) -> tuple[Role, ...]:
    """Who may write a scheme: officers of its authority; stewards only while there is none."""
    opened.desk.catch_up()
    now = opened.desk.now(at)
    if opened.desk.people.in_office("officer", scheme.authority, now):
        return ("officer",)
    return ("officer", "steward")


def _refuse_stranger(
    opened: Opened, hand: Hand | None, roles: tuple[Role, ...], at: Moment
) -> None:
    """Refuse before the long comparison who would be refused after it."""
    held = None if hand is None else opened.desk.people.tenure(hand.person, opened.desk.now(at))
    if held is None or held.role not in roles:
        raise needed(roles)


def _compared(
    opened: Opened, scheme: Scheme, motives: Motives, at: Moment, advance: Advance
) -> Compared | None:
    today, knowledge = opened.today(at), opened.knowledge()
    against = motives.instead_of
    if against is None:
        if all(made.scheme != scheme.scheme for made in knowledge.schemes.values()):
            return None
        against = str(scheme.scheme)
    old = candidate(opened, against, today)
    new = draft_of(opened, scheme)
    clocks = Clocks(today, knowledge.learned or at)
    return compare_schemes(opened, old, new, clocks, advance)
