"""Fields of a record type as a scheme may use them, and their values, typed by the catalogue.

Besides its own fields every type has ``severity`` and ``violation_kind``; both come from the
catalogue by the article that a record's document cites, never from a cell (RF-8).
"""

from __future__ import annotations

from typing import Final

from pydantic_core import PydanticCustomError

from evenhand.kernel.errors import BadInput
from evenhand.kernel.periods import day
from evenhand.kernel.text import Text
from evenhand.schemes.scalars import thousandths
from evenhand.schemes.scheme import Value
from evenhand.sources.catalogue import FieldRule, TypeRule

SEVERITIES: Final = ("minor", "moderate", "serious")
SEVERITY: Final = "severity"
VIOLATION_KIND: Final = "violation_kind"
KIND: Final = "kind"
"""What ``violation_kind`` is called in the nouns and in the records' columns."""

_SEVERITY_TITLE: Final = Text(zh="严重程度", en="Severity")
_KIND_TITLE: Final = Text(zh="行为种类", en="Kind of conduct")


def field_rule(of: TypeRule, name: str) -> FieldRule | None:
    """Return the rule of a field as a scheme names it, or None when the type has no such field.

    The rule's own name is the one that nouns use: ``kind`` for ``violation_kind``.
    """
    if name == SEVERITY:
        return FieldRule(SEVERITY, _SEVERITY_TITLE, "code", codes=SEVERITIES)
    if name == VIOLATION_KIND:
        kinds = tuple(dict.fromkeys(article.kind for article in of.articles))
        return FieldRule(KIND, _KIND_TITLE, "code", codes=kinds)
    return of.field(name)


def field_names(of: TypeRule) -> tuple[str, ...]:
    """List the fields that a scheme may name for a type."""
    return (*(rule.field for rule in of.fields), SEVERITY, VIOLATION_KIND)


def typed(text: str, rule: FieldRule) -> Value | None:
    """Read a value of a field, or None when the text is no such value.

    Whole numbers stay as they are, amounts become thousandths of the catalogue's unit.
    """
    if rule.kind == "code":
        return text if text in rule.codes else None
    if rule.kind == "flag":
        return {"true": True, "false": False}.get(text)
    try:
        if rule.kind == "day":
            return day(text)
        number = thousandths(text)
    except (BadInput, PydanticCustomError):
        return None
    if rule.kind == "amount":
        return number
    return number // 1000 if number % 1000 == 0 and "." not in text else None


def allowed(rule: FieldRule) -> tuple[str, ...]:
    """Say what values of a field look like."""
    if rule.kind == "code":
        return rule.codes
    looks = {"flag": ("true", "false"), "day": ("2026-03-14", "…"), "integer": ("0", "20", "…")}
    return looks.get(rule.kind, ("0", "1500.5", "…"))
