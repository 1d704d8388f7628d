"""The noun Pair: two schemes that one plan compares, and the factors that both have."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from evenhand.kernel.text import Text
from evenhand.schemes.days import Days
from evenhand.schemes.factor import Caps, Factor, SharePoints
from evenhand.schemes.scheme import Line, Scheme

SCALE: Final = "(scale)"
"""The part of what no factor adds: base, floor, ceiling, division by exposure."""

_NO_WORDS: Final = Text(zh="-", en="-")

SIDES: Final = ("_old", "_new")
"""What the small tables of the two are told apart by."""


@dataclass(frozen=True)
class Pair:
    """Two schemes about the same subjects.

    The factors of both stand in one scheme, ``joined``, each once where both have the same: records
    face them together. What is then summed up, graded and looked at belongs to each of the two.
    """

    old: Scheme
    new: Scheme

    @property
    def both(self) -> tuple[Scheme, Scheme]:
        """The old one and the new one."""
        return self.old, self.new

    @property
    def alike(self) -> bool:
        """Whether records can face the factors of both together: points are good for the same."""
        return self.old.scale.better == self.new.scale.better

    def days(self) -> tuple[Days, Days]:
        """The days of each of the two."""
        old, new = (Days(one, side) for one, side in zip(self.both, SIDES, strict=True))
        return old, new

    @cached_property
    def joined(self) -> Scheme:
        """A scheme that is nothing but the factors of both."""
        scale = replace(self.old.scale, exposure=None, peers=None)
        return replace(
            self.old, factors=self._factors, scale=scale, grades=(), direct=(), lists=(), components=(),
            ceilings=(), stages=None, totals=(), examples=(),
        )  # fmt: skip

    @cached_property
    def slots(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Of each of the two, the numbers that its factors have in ``joined``."""
        places = {_rule(factor): place for place, factor in enumerate(self._factors)}
        old, new = (tuple(places[_rule(f)] for f in scheme.factors) for scheme in self.both)
        return old, new

    @cached_property
    def common(self) -> frozenset[int]:
        """The numbers in ``joined`` of the factors that both have."""
        old, new = self.slots
        return frozenset(old) & frozenset(new)

    @cached_property
    def spread(self) -> dict[int, tuple[int, ...]]:
        """Factors of ``joined`` whose records count for others too, which differ in simple caps alone.

        Each with all of them, itself the first. The others face no record.
        """
        groups: dict[Factor, list[int]] = {}
        for place, factor in enumerate(self._factors):
            if not isinstance(factor.points, SharePoints) and not factor.at_most.record_by_record:
                groups.setdefault(replace(_rule(factor), at_most=Caps()), []).append(place)
        return {ones[0]: tuple(ones) for ones in groups.values() if len(ones) > 1}

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """Parts as the new file orders them, then those that only the old one has, then the scale."""
        names = [
            part
            for scheme in (self.new, self.old)
            for part in (
                *(factor.factor for factor in scheme.factors),
                *(component.component for component in scheme.components),
            )
        ]
        return (*dict.fromkeys(names), SCALE)

    @cached_property
    def _factors(self) -> tuple[Factor, ...]:
        every = (*self.old.factors, *self.new.factors)
        return tuple({_rule(factor): factor for factor in every}.values())


def _rule(factor: Factor) -> Factor:
    """A factor without its words: what two must share to be the same."""
    return replace(factor, title=_NO_WORDS, article="", line=Line(0, 0))
