"""The door to the interpreter of schemes in plain Python, which lies in ``tests/reference``."""

from __future__ import annotations

from tests.reference.interpreter import Interpreter
from tests.reference.lists import grounds
from tests.reference.world import Answer, Told, World

__all__ = ["Answer", "Interpreter", "Told", "World", "grounds"]
