"""Draws that a seed decides and nothing else; each topic has a stream of its own.

Streams are named, so that one more draw in one part of the city moves nothing in another. Only
``Random.random`` is used, whose sequence Python keeps from version to version.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from typing import TypeVar

from evenhand.kernel.periods import ONE_DAY, Day

Item = TypeVar("Item")


class Chance:
    """A stream of draws, named by a seed and a topic."""

    def __init__(self, seed: int, topic: str) -> None:
        self._random = random.Random(f"{seed}/{topic}").random  # noqa: S311 - no secret is drawn

    def below(self, limit: int) -> int:
        """Draw a whole number from 0 up to, not including, a limit."""
        return int(self._random() * limit)

    def between(self, least: int, most: int) -> int:
        """Draw a whole number; both ends may come."""
        return least + self.below(most - least + 1)

    def happens(self, per_thousand: float) -> bool:
        """Say whether something with a rate per thousand happens this time."""
        return self._random() * 1000 < per_thousand

    def pick(self, items: Sequence[Item]) -> Item:
        """Draw one of several."""
        return items[self.below(len(items))]

    def weighted(self, items: Sequence[tuple[Item, int]]) -> Item:
        """Draw one of several pairs of item and weight."""
        left = self.below(sum(weight for _, weight in items))
        for item, weight in items:
            left -= weight
            if left < 0:
                return item
        raise ValueError("nothing to draw from")

    def sample(self, items: Sequence[Item], count: int) -> list[Item]:
        """Draw several different ones, in a random order.

        Raises:
            ValueError: When there are not so many.
        """
        if count > len(items):
            raise ValueError(f"{count} of {len(items)} cannot be drawn")
        if count * 8 < len(items):
            chosen: dict[int, Item] = {}
            while len(chosen) < count:
                index = self.below(len(items))
                chosen[index] = items[index]
            return list(chosen.values())
        left = list(items)
        for index in range(count):
            other = index + self.below(len(left) - index)
            left[index], left[other] = left[other], left[index]
        return left[:count]

    def day(self, first: Day, last: Day) -> Day:
        """Draw a day; both ends may come."""
        return first + self.below((last - first).days + 1) * ONE_DAY

    def working_day(self, first: Day, last: Day) -> Day:
        """Draw a day from Monday to Friday; a weekend moves back to its Friday, within the days."""
        drawn = self.day(first, last)
        moved = drawn - max(0, drawn.weekday() - 4) * ONE_DAY
        return moved if moved >= first else moved + dt.timedelta(days=3)
