"""Which keywords of the language a scheme uses, read off its nouns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

from evenhand.kernel.text import Text
from evenhand.schemes.scheme import (
    Caps,
    CeilingGrade,
    Component,
    Condition,
    ConstantPoints,
    Dated,
    DirectGrade,
    Exposure,
    Factor,
    FadeStep,
    GiveBack,
    Grade,
    HalfLifeFade,
    Limits,
    Line,
    LinearFade,
    ListRule,
    Look,
    Mended,
    OfEach,
    OnAccumulation,
    OnGradeHeld,
    OnRecord,
    PeerGroup,
    RatedPoints,
    RollingCap,
    Scale,
    Scheme,
    SharePoints,
    Stage,
    Stages,
    StepFade,
    TabledPoints,
)

NOUNS: tuple[type, ...] = (
    *(Scale, Factor, ConstantPoints, RatedPoints, TabledPoints, SharePoints, Caps, Limits),
    *(RollingCap, StepFade, FadeStep, LinearFade, HalfLifeFade, Mended, GiveBack, Component),
    *(Exposure, PeerGroup, OfEach, Grade, Look, DirectGrade, CeilingGrade, Stage, Stages),
    *(ListRule, OnRecord, OnAccumulation, OnGradeHeld, Condition, Dated),
)
"""Every noun of the language that a standing or a ground is made of."""
SILENT = {
    *("ListRule.legal_basis", "ListRule.repair", "ListRule.measures", "ListRule.decided_by"),
    *(
        "Dated.references",
        "Grade.title",
        "Grade.costs",
        "ListRule.visibility",
        "ListRule.successors",
    ),
}
"""What is said to people or to other stages and leads to no points, grades or grounds."""
WORDS = {
    "year_end": "GiveBack.by is year_end",
    "next_year_end": "GiveBack.by is next_year_end",
}


def keywords() -> set[str]:
    """Every keyword: nouns, their parts, and the words that a part may hold."""
    found = {"a number with a history", "GiveBack.by is a span", *WORDS.values()}
    for noun in NOUNS:
        found.add(noun.__name__)
        hints = get_type_hints(noun)
        for part in fields(noun):
            found.add(f"{noun.__name__}.{part.name}")
            words = [word for word in get_args(hints[part.name]) if isinstance(word, str)]
            found |= {f"{noun.__name__}.{part.name} is {word}" for word in words}
    closed = {f"{name} is {word}" for name, word in _closed()}
    return {name for name in found | closed if not _silent(name)}


def _closed() -> Iterator[tuple[str, str]]:
    """Rules of a list whose kind is a word of the kernel, and the four forms of a gains cap."""
    yield from (("ListRule.kind", kind) for kind in ("red", "black"))


def _silent(name: str) -> bool:
    return any(name == silent or name.startswith(f"{silent} is ") for silent in SILENT)


def used(scheme: Scheme) -> set[str]:
    """The keywords that one scheme uses."""
    return {name for name in _used(scheme) if not _silent(name)}


def _used(noun: Any) -> Iterator[str]:
    """Walk a noun with all its parts."""
    if isinstance(noun, tuple):
        for part in noun:
            yield from _used(part)
        return
    if not is_dataclass(noun) or isinstance(noun, Text | Line):
        return
    name = type(noun).__name__
    yield name
    if isinstance(noun, Dated) and len(noun.history) > 1:
        yield "a number with a history"
    if isinstance(noun, GiveBack):
        yield WORDS.get(str(noun.by), "GiveBack.by is a span")
    for part in fields(noun):
        held = getattr(noun, part.name)
        if held is None or held == ():
            continue
        yield f"{name}.{part.name}"
        if isinstance(held, str):
            yield f"{name}.{part.name} is {held}"
        yield from _used(held)
