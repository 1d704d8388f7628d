"""Hypothesis without the numbers that it finds in the source of loaded modules.

Hypothesis now and then draws a constant that stands in the project's own code. Which code it has
seen depends on the tests that ran before, so the same seed makes other schemes in another run.
"""

from __future__ import annotations

from typing import Any

from hypothesis.internal.conjecture.providers import HypothesisProvider


class Steady(HypothesisProvider):
    """Draws from its seed alone."""

    def _maybe_draw_constant(self, *_: Any, **__: Any) -> None:
        """Never draw a constant of the source."""
