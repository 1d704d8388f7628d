"""The terms of a plan of rows as Python source: three-valued, whole numbers of 64 bits, lazy cases.

What a scheme says enters as literals alone (``repr`` of a text, a whole number, a truth or a day), and
columns by their places; every other word of the source is written here. So nothing that a scheme says
can become code.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

Said: TypeAlias = Sequence[Any]
"""A term as the plan has it: its word, then its arguments."""

_LARGEST: Final = 2**63 - 1


class NoPlan(ValueError):
    """The text is no plan of rows; says which word is not known."""


class TooLarge(ArithmeticError):
    """A number does not fit 64 bits."""


def _fits(number: int) -> int:
    if -_LARGEST - 1 <= number <= _LARGEST:
        return number
    raise TooLarge(f"{number} does not fit 64 bits")


def _divided(number: int | None, by: int | None) -> int | None:
    """Whole division toward zero; by zero there is nothing."""
    if number is None or not by:
        return None
    whole = abs(number) // abs(by)
    return _fits(whole if (number < 0) == (by < 0) else -whole)


def _rest(number: int | None, by: int | None) -> int | None:
    """What a division leaves, with the sign of what was divided."""
    if number is None or not by:
        return None
    rest = abs(number) % abs(by)
    return -rest if number < 0 else rest


def _greatest(*values: Any) -> Any:
    return max((value for value in values if value is not None), default=None)


def _least(*values: Any) -> Any:
    return min((value for value in values if value is not None), default=None)


def _first_there(*values: Any) -> Any:
    return next((value for value in values if value is not None), None)


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return str(value).lower() if isinstance(value, bool) else str(value)


def _one_of(value: Any, *options: Any) -> bool | None:
    if value is None:
        return None
    return True if value in options else (None if None in options else False)


NAMES: Final[Mapping[str, Any]] = {
    "__builtins__": {},
    "_fits": _fits, "_divided": _divided, "_rest": _rest, "_greatest": _greatest, "_least": _least,
    "_first_there": _first_there, "_text": _text, "_one_of": _one_of, "_day": dt.date, "abs": abs,
    "zip": zip,
}  # fmt: skip
"""All that the source of a plan can name."""

_CALLS: Final = {
    "greatest": "_greatest", "least": "_least", "first_there": "_first_there", "in": "_one_of",
    "divide": "_divided", "rest": "_rest", "text": "_text",
}  # fmt: skip
_COMPARED: Final = {"eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
_RECKONED: Final = {"add": "+", "subtract": "-", "multiply": "*"}
_PARTS: Final = {"year": "year", "month": "month", "day": "day"}
_NEVER_NULL: Final = ("whole", "said", "day_of")


class Terms:
    """Writes terms as source; ``column`` says how a column is named."""

    def __init__(self, column: Callable[[Said], str]) -> None:
        self._column = column
        self._held = 0

    def source(self, said: Said) -> str:
        """One term.

        Raises:
            NoPlan: When a word is not known, or has other arguments.
        """
        word, *rest = said
        if word == "column":
            return self._column(said)
        if word in ("whole", "said", "day_of", "nothing"):
            return _literal(said)
        if word in _COMPARED or word in _RECKONED:
            return self._of_two(word, *rest)
        if word in ("and", "or"):
            return self._joined(word, *rest)
        if word == "case":
            return self._chosen(rest)
        if word in _CALLS:
            return f"{_CALLS[word]}({', '.join(self.source(one) for one in rest)})"
        if word in ("summed", "window"):
            return f"{word[0]}[{_place(rest[0])}]"
        return self._of_one(word, rest)

    def _of_one(self, word: str, rest: Sequence[Said]) -> str:
        if len(rest) != 1:
            raise NoPlan(word)
        of = self.source(rest[0])
        if word == "number":
            return of
        if word == "is_null":
            return f"({of} is None)"
        if word == "there":
            return f"({of} is not None)"
        held = self._hold()
        forms = {"not": f"not {held}", "negate": f"_fits(-{held})", "abs": f"_fits(abs({held}))"}
        forms |= {part: f"{held}.{name}" for part, name in _PARTS.items()}
        if word not in forms:
            raise NoPlan(str(word))
        return f"(None if ({held} := {of}) is None else {forms[word]})"

    def _of_two(self, word: str, left: Said, right: Said) -> str:
        names, nulls = [], []
        for side in (left, right):
            if side[0] in _NEVER_NULL:
                names.append(self.source(side))
            else:
                names.append(self._hold())
                nulls.append(f"({names[-1]} := {self.source(side)}) is None")
        sign = _COMPARED.get(word) or _RECKONED[word]
        result = f"{names[0]} {sign} {names[1]}"
        result = f"_fits({result})" if word in _RECKONED else result
        return f"(None if {' or '.join(nulls)} else {result})" if nulls else f"({result})"

    def _joined(self, word: str, left: Said, right: Said) -> str:
        """And, or: what decides ends it; nothing known on one side is decided by the other."""
        one, other = self._hold(), self._hold()
        stop, go = ("False", "True") if word == "and" else ("True", "False")
        return (
            f"({stop} if ({one} := {self.source(left)}) is {stop} else "
            f"({other} if ({other} := {self.source(right)}) is {stop} or {one} is {go} else None))"
        )

    def _chosen(self, rest: Sequence[Any]) -> str:
        *choices, otherwise = rest
        branches = "".join(
            f"{self.source(result)} if {self.source(condition)} is True else "
            for condition, result in choices
        )
        return f"({branches}{self.source(otherwise)})"

    def _hold(self) -> str:
        self._held += 1
        return f"h{self._held}"


def _place(said: Any) -> int:
    if type(said) is not int or said < 0:
        raise NoPlan("place")
    return said


def column_of_row(said: Said) -> str:
    """A column of the one row that is looked at."""
    return f"r[{_place(said[1])}]"


def column_of_joined(said: Said) -> str:
    """A column of one of the rows that were joined."""
    return f"j{_place(said[2])}[{_place(said[1])}]"


def _literal(said: Said) -> str:
    word = said[0]
    if word == "nothing":
        return "None"
    value = said[1]
    if word == "whole":
        return repr(int(value))
    if word == "day_of":
        day = dt.date.fromisoformat(value)
        return f"_day({day.year}, {day.month}, {day.day})"
    if type(value) not in (bool, str):
        raise NoPlan("said")
    return repr(value)
