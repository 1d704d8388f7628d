"""Read YAML as a tree of texts with their places, and refuse whatever has two readings.

The one reader of YAML: schemes, source contracts, catalogues, calendars. Every scalar is text and
is typed later by the rules of the file. Refused, all of them at once: anchors and references, tags,
duplicate keys (also when two only look the same), keys that are no text, directives and second
documents, characters that nobody sees. A file has at most 256 KiB, 20 levels and 20,000 parts, and
lines end with LF or CR LF. The tree is built from the parser's events without recursion, so that no
file can exhaust the stack.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import yaml
from yaml import MarkedYAMLError, YAMLError, events

from evenhand.kernel.errors import BadInput
from evenhand.kernel.findings import Finding, Kind, Place, found
from evenhand.kernel.text import Text
from evenhand.sources.yaml_findings import (
    YAML_ANCHOR,
    YAML_CONTROL,
    YAML_DUPLICATE,
    YAML_EMPTY,
    YAML_KEY,
    YAML_NOT_TEXT,
    YAML_SEVERAL,
    YAML_SYNTAX,
    YAML_TAB,
    YAML_TAG,
    YAML_TOO_DEEP,
    YAML_TOO_LARGE,
    YAML_TOO_MANY,
)

LARGEST: Final = 256 * 1024
DEEPEST: Final = 20
MOST: Final = 20_000

Plain: TypeAlias = str | list["Plain"] | dict[str, "Plain"]
Path: TypeAlias = tuple[str | int, ...]
Position: TypeAlias = tuple[int, int]

_UNSEEN: Final = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""Unicode categories of what nobody sees: control and format characters, other ends of lines."""
_MAY_STAND: Final = frozenset("\n\t")
_LINE_END: Final = re.compile(r"\r\n|\n|\r")

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where it is, an order of magnitude faster; only its events are used, so that none of
YAML 1.1's readings of plain words ever happens."""


@dataclass(frozen=True, slots=True)
class Node:
    """A text, list or map of a YAML file, and where it begins; lines and columns from 1.

    Attributes:
        keys: For a map, where each key stands.
    """

    value: str | list[Node] | dict[str, Node]
    line: int
    column: int
    keys: dict[str, Position] = field(default_factory=dict)

    def plain(self) -> Plain:
        """Return the content alone, as nested texts, lists and dicts."""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, list):
            return [item.plain() for item in self.value]
        return {key: item.plain() for key, item in self.value.items()}


def read_yaml(data: bytes, file: str) -> Node:
    """Read one YAML file.

    Args:
        data: The file's bytes.
        file: What findings call it.

    Raises:
        BadInput: With every finding: size, encoding, syntax, or what the strict form forbids.
    """
    if len(data) > LARGEST:
        top = Place(file, None, 1, 1)
        raise _refused(file, [found(YAML_TOO_LARGE, top, read=len(data), allowed=LARGEST)])
    text = _text(data, file)
    tree = _Tree(file, _unseen(text, file))
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            tree.take(event)
            if tree.too_much:
                break
    except YAMLError as wrong:
        tree.add(_syntax(wrong, file, text))
    if tree.root is None and not tree.findings:
        tree.add(found(YAML_EMPTY, Place(file, None, 1, 1)))
    if tree.root is None or tree.findings:
        raise _refused(file, tree.findings)
    return tree.root


def _text(data: bytes, file: str) -> str:
    """Read bytes as UTF-8, with or without a byte order mark.

    Raises:
        BadInput: At the first byte that is none.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        at = _position(wrong.object[: wrong.start].decode("utf-8-sig"))
        raise _refused(file, [found(YAML_NOT_TEXT, Place(file, None, *at))]) from None


def _position(before: str) -> Position:
    """The line and column that come after a text."""
    lines = _LINE_END.split(before)
    return (len(lines), len(lines[-1]) + 1)


def _is_unseen(character: str) -> bool:
    return character not in _MAY_STAND and unicodedata.category(character) in _UNSEEN


def _unseen(text: str, file: str) -> dict[str, Finding]:
    """The characters that nobody sees, each with the place where it first stands, remarks too."""
    found_here: dict[str, Finding] = {}
    plain = text.replace("\r\n", " \n")
    for character in sorted(filter(_is_unseen, set(plain))):
        place = Place(file, None, *_position(plain[: plain.index(character)]))
        found_here[character] = found(YAML_CONTROL, place, read=f"U+{ord(character):04X}")
    return found_here


def positions(node: Node) -> dict[Path, Position]:
    """Return where each part stands, by its path of keys and indices.

    A text stands where it begins; a list or map of a key stands at its key.
    """
    return dict(_walk(node, (), (node.line, node.column)))


def position_of(path: Path, known: Mapping[Path, Position]) -> Position:
    """Return where a path stands, or the longest part of it that the file has.

    A path may hold steps that are not in the file, such as a missing key or a validator's own name.
    """
    for length in range(len(path), -1, -1):
        if path[:length] in known:
            return known[path[:length]]
    return (1, 1)


def _walk(node: Node, path: Path, at: Position) -> Iterator[tuple[Path, Position]]:
    yield path, at
    if isinstance(node.value, list):
        for index, item in enumerate(node.value):
            yield from _walk(item, (*path, index), (item.line, item.column))
    elif isinstance(node.value, dict):
        for key, item in node.value.items():
            stands = (item.line, item.column) if isinstance(item.value, str) else node.keys[key]
            yield from _walk(item, (*path, key), stands)


class _Tree:
    """The tree while it grows: the open lists and maps, and what was found wrong."""

    def __init__(self, file: str, unseen: Mapping[str, Finding]) -> None:
        self.file = file
        self.root: Node | None = None
        self.findings: list[Finding] = list(unseen.values())
        self.too_much = False
        self._unseen = unseen
        self._parts = 0
        self._open: list[tuple[Node, list[tuple[str | None, Position]], dict[str, Position]]] = []
        self._documents = 0

    def take(self, event: Any) -> None:
        """Take the parser's next event."""
        at = (event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, events.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1 or event.version or event.tags:
                self._find(YAML_SEVERAL, at)
        elif isinstance(event, events.AliasEvent):
            self._find(YAML_ANCHOR, at, read=f"*{event.anchor}")
            self._put(Node("", *at))
        elif isinstance(event, (events.ScalarEvent, events.CollectionStartEvent)):
            if event.anchor:
                self._find(YAML_ANCHOR, at, read=f"&{event.anchor}")
            if event.tag:
                self._find(YAML_TAG, at, read=event.tag)
            self._take_node(event, at)
        elif isinstance(event, (events.SequenceEndEvent, events.MappingEndEvent)):
            self._put(self._open.pop()[0])

    def _take_node(self, event: Any, at: Position) -> None:
        self._parts += 1
        if self._parts > MOST:
            self.too_much = True
            self._find(YAML_TOO_MANY, at, allowed=MOST)
        if isinstance(event, events.ScalarEvent):
            text = str(event.value)
            for character in sorted(filter(_is_unseen, set(text))):
                if character not in self._unseen:  # written as an escape
                    self._find(YAML_CONTROL, at, read=f"U+{ord(character):04X}")
            self._put(Node(text, *at))
            return
        if len(self._open) >= DEEPEST:
            self.too_much = True
            self._find(YAML_TOO_DEEP, at, allowed=DEEPEST)
        empty: list[Node] | dict[str, Node] = (
            [] if isinstance(event, events.SequenceStartEvent) else {}
        )
        self._open.append((Node(empty, *at), [], {}))

    def _put(self, node: Node) -> None:
        """Put a finished node into what is open, in a map as a key and then as its value."""
        if not self._open:
            self.root = self.root or node
            return
        into, waiting, keys = self._open[-1]
        at = (node.line, node.column)
        if isinstance(into.value, list):
            into.value.append(node)
        elif isinstance(into.value, dict) and not waiting:
            waiting.append((self._key(node, keys, at), at))
        elif isinstance(into.value, dict):
            key, stands = waiting.pop()
            if key is not None:
                into.value[key] = node
                into.keys[key] = stands

    def _key(self, node: Node, keys: dict[str, Position], at: Position) -> str | None:
        if not isinstance(node.value, str):
            self._find(YAML_KEY, at)
            return None
        looks = unicodedata.normalize("NFC", node.value)
        if looks in keys:
            self._find(YAML_DUPLICATE, at, read=node.value, first=keys[looks][0])
            return None
        keys[looks] = at
        return node.value

    def add(self, finding: Finding) -> None:
        """Add what was found, once."""
        if finding not in self.findings:
            self.findings.append(finding)

    def _find(self, kind: Kind, at: Position, **values: object) -> None:
        self.findings.append(found(kind, Place(self.file, None, *at), **values))


def _syntax(wrong: YAMLError, file: str, text: str) -> Finding:
    """Say where the parser stopped; an unreadable character is named, not printed."""
    if isinstance(wrong, MarkedYAMLError) and wrong.problem_mark is not None:
        line, column = wrong.problem_mark.line, wrong.problem_mark.column
        place = Place(file, None, line + 1, column + 1)
        lines = _LINE_END.split(text)
        said = lines[line] if line < len(lines) else ""
        if said[column : column + 1] == "\t" and not said[:column].strip():
            return found(YAML_TAB, place)
        return found(YAML_SYNTAX, place, read=wrong.problem or "")
    before = text[: getattr(wrong, "position", 0)]
    character = getattr(wrong, "character", "")
    code = character if isinstance(character, int) else ord(character[:1] or "\ufffd")
    return found(YAML_CONTROL, Place(file, None, *_position(before)), read=f"U+{code:04X}")


def _refused(file: str, findings: list[Finding]) -> BadInput:
    return BadInput(
        Text(
            zh=f"文件“{file}”无法读取，发现 {len(findings)} 个问题。",
            en=f'The file "{file}" cannot be read; {len(findings)} things are wrong with it.',
        ),
        findings,
    )
