"""``evenhand explain-error``: what a code means, why it matters, how to mend it."""

from __future__ import annotations

import difflib
import importlib
import re
from collections.abc import Mapping

from evenhand.cli.voice import speaking
from evenhand.kernel.errors import BadInput
from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

HOMES: tuple[str, ...] = (
    "evenhand.sources.calendar_findings",
    "evenhand.sources.findings",
    "evenhand.records.findings",
    "evenhand.schemes.findings",
    "evenhand.cases.findings",
    "evenhand.relational.findings",
    "evenhand.publication.findings",
)
"""The modules that declare kinds of finding."""

_DOES = {
    "stops": Text(zh="整份文件停止", en="the whole file stops"),
    "refuses": Text(zh="该行拒收", en="the row is refused"),
    "holds": Text(zh="该行待核", en="the row is held"),
    "warns": Text(zh="提醒，不影响", en="a warning; nothing stops"),
    "notes": Text(zh="仅作记录", en="a note"),
}


def all_kinds() -> Mapping[str, Kind]:
    """Every kind of finding that any stage declares, by code."""
    kinds: dict[str, Kind] = {}
    for home in HOMES:
        for kind in importlib.import_module(home).KINDS:
            kinds[kind.code] = kind
    return dict(sorted(kinds.items()))


def explain_error(code: str, /) -> int:
    """Say what an error code means.

    Args:
        code: The code, for example E-DATE-02.
    """
    voice = speaking()
    kinds = all_kinds()
    kind = kinds.get(code.upper())
    if kind is None:
        near = difflib.get_close_matches(code.upper(), kinds, 3, 0.4)
        raise BadInput(
            Text(
                zh=f"没有代码“{code}”。相近的有：{'、'.join(near) or '无'}。",
                en=f'There is no code "{code}". Near it: {", ".join(near) or "none"}.',
            )
        )
    if voice.as_json:
        voice.result(
            {
                "code": kind.code,
                "does": kind.weight,
                "what": {"zh": kind.what.zh, "en": kind.what.en},
                "why": {"zh": kind.why.zh, "en": kind.why.en},
                "mend": {"zh": kind.mend.zh, "en": kind.mend.en},
                "example": kind.example,
                "floor": kind.floor,
            }
        )
        return 0
    voice.say(f"{kind.code}  {voice(_DOES[kind.weight])}")
    voice.say(re.sub(r"\{\w+\}", "…", voice(kind.what)))
    voice.say(voice(kind.why))
    voice.say(f"{voice.pick('改法', 'Fix')}: {voice(kind.mend)}")
    if kind.example:
        voice.say(f"{voice.pick('例', 'Example')}: {kind.example}")
    if kind.floor:
        voice.say(f"{voice.pick('权利底线', 'Rights floor')}: {kind.floor}")
    return 0
