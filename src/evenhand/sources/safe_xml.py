"""Stream an xml part of a workbook through expat, refusing what the guard refuses and deep nesting.

Nothing is resolved, loaded or kept: handlers see start tags as they come. A document type stops the
parse, whatever the guard has seen; so does nesting deeper than a workbook ever nests.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import IO, Final, NoReturn
from xml.parsers import expat

StartTag = Callable[[str, dict[str, str]], None]
EndTag = Callable[[str], object]

DEEPEST: Final = 10_000
"""Open elements at the end of a piece; checked piece by piece, so that counting costs little."""

_PIECE: Final = 64 * 1024


class OddXml(ValueError):
    """The part is not well formed, declares a document type, or nests without measure."""


def parser(start: StartTag | None, end: EndTag | None = None) -> expat.XMLParserType:
    """Make a parser that calls back for start and end tags and refuses document types."""
    made = expat.ParserCreate()
    made.StartElementHandler = start
    made.EndElementHandler = end
    made.StartDoctypeDeclHandler = _refuse
    made.EntityDeclHandler = _refuse
    made.buffer_text = True
    return made


def feed(
    parsing: expat.XMLParserType, part: IO[bytes], depth: Callable[[], int] | None = None
) -> None:
    """Parse a part piece by piece.

    Args:
        parsing: A parser made by ``parser``.
        part: The part, opened for reading.
        depth: Says how many elements are open.

    Raises:
        OddXml: When the part is not well formed, or nests too deeply.
    """
    try:
        while piece := part.read(_PIECE):
            parsing.Parse(piece, False)
            if depth is not None and depth() > DEEPEST:
                raise OddXml("nested too deeply")
        parsing.Parse(b"", True)
    except expat.ExpatError as error:
        raise OddXml(str(error)) from None


def root_of(part: IO[bytes]) -> str:
    """Return the local name of a part's first element; empty when it is no xml."""
    found: list[str] = []
    parsing = parser(lambda tag, _: found.append(tag))
    try:
        while not found and (piece := part.read(4096)):
            parsing.Parse(piece, False)
    except (expat.ExpatError, OddXml):
        if not found:
            return ""
    return local(found[0]) if found else ""


def local(tag: str) -> str:
    """Return a tag's name without its prefix."""
    return tag.rpartition(":")[2]


def _refuse(*_: object) -> NoReturn:
    raise OddXml("a document type")
