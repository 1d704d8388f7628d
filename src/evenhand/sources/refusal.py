"""Refuse a delivered file whole, in words for the clerk who sent it."""

from __future__ import annotations

import unicodedata

from evenhand.kernel.errors import DeliveryRefused
from evenhand.kernel.findings import Finding, Kind, Place, found
from evenhand.kernel.text import Text


def refused(kind: Kind, name: str, **values: object) -> DeliveryRefused:
    """Make the exception that refuses a file for one reason; the caller raises it."""
    finding = found(kind, Place(file=shown_name(name)), **values)
    return DeliveryRefused(
        Text(zh=_sentence(finding, "zh"), en=_sentence(finding, "en")), (finding,)
    )


def shown_name(name: str) -> str:
    """Return a file's name as it may be shown: its last part, without control or hidden characters."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(c if unicodedata.category(c)[0] != "C" else "\ufffd" for c in last)
    return shown[:200] or "?"


def _sentence(finding: Finding, language: str) -> str:
    if language == "zh":
        return f"{finding.place.file}：{finding.sentence('zh')}{finding.kind.mend.zh}"
    return f"{finding.place.file}: {finding.sentence('en')} {finding.kind.mend.en}"
