"""``evenhand explain``: one standing with all that it is made of, and what is to come of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evenhand.cli.edge import clocks, now, open_at
from evenhand.cli.explain_json import as_json
from evenhand.cli.explain_lines import made_of
from evenhand.cli.explain_outlook import to_come
from evenhand.cli.explain_wrap import WIDTH, in_lines
from evenhand.cli.options import (
    HERE,
    KnownAt,
    MaybeKey,
    MaybePerson,
    OnDay,
    RegisterAt,
    maybe_hand,
)
from evenhand.cli.standing import Purpose
from evenhand.cli.voice import Voice, speaking
from evenhand.keys.signing import PrivateKey
from evenhand.pipeline.foresight import look_ahead
from evenhand.pipeline.inquiry import (
    Asker,
    Reckoning,
    reckon,
    refuse_strangers,
    scheme_in_force,
)
from evenhand.sources.catalogue import Catalogue


def explain(
    scheme: str,
    subject: str,
    /,
    *,
    as_of: OnDay = None,
    known_at: KnownAt = None,
    as_: MaybePerson = None,
    key: MaybeKey = None,
    purpose: Purpose = "",
    register: RegisterAt = HERE,
) -> int:
    """Every contribution with its record, document, authority, article, points and last day.

    Then the rules behind them in plain sentences, what falls away next and when, and what would
    change the level. Days to come are really scored, by what is known now. A resident's standing is
    read with their own key, or by the auditor, of which they are told.

    Args:
        scheme: The scheme.
        subject: A unified social credit code, a register number, or a subject's number S-…; a resident
            with their own key is "me".
    """
    voice = speaking()
    with open_at(register) as opened:
        asked = clocks(opened, as_of, known_at)
        named = None if subject == "me" else opened.subject_named(subject)
        in_force = scheme_in_force(opened, scheme, asked)
        asker = _asker(as_, key, purpose)
        who = refuse_strangers(opened, in_force, named, asker, (asked, now(opened)))
        reckoning = reckon(opened, scheme, who, asked)
        ahead = look_ahead(opened, reckoning)
        catalogue = opened.catalogue
    if voice.as_json:
        voice.result(as_json(reckoning, ahead, catalogue))
        return 0
    for line in in_lines(
        [*made_of(voice, reckoning, catalogue), *to_come(voice, reckoning, ahead)]
    ):
        voice.say(line)
    return 0


def _asker(person: str | None, key: Path | None, purpose: str) -> Asker:
    if person is None and key is not None:
        return Asker(own=PrivateKey.read(key))
    return Asker(maybe_hand(person, key), None, purpose)


def sentences(
    voice: Voice, reckoning: Reckoning, catalogue: Catalogue, width: int = WIDTH - 2
) -> Iterator[str]:
    """The lines of a standing for a page that indents them by two columns."""
    yield from in_lines(made_of(voice, reckoning, catalogue), width)
