"""Read a scheme file: bytes to strict YAML, to its shape, to the nouns, or everything that is wrong.

What it guards: nothing in a file is passed over in silence. Every key is known, every name is in the
catalogue or in the file, every value fits its field.
What it does not do: it does not ask whether the rules are lawful or hang together (``check``).

    scheme = read_scheme(path.read_bytes(), path.name, catalogue)
    warnings = accept(scheme, catalogue)
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any, Final

from pydantic import ValidationError

from evenhand.kernel.errors import BadInput, SchemeRefused
from evenhand.kernel.findings import Finding, Place, found
from evenhand.kernel.text import Text
from evenhand.schemes.convert import Converter
from evenhand.schemes.field_references import Found, Wrong, wrong
from evenhand.schemes.findings import BY_CODE
from evenhand.schemes.references import References, names_twice
from evenhand.schemes.scalars import nearest
from evenhand.schemes.scheme import Line, Origin, Scheme
from evenhand.schemes.shape import SchemePart
from evenhand.schemes.shape_findings import (
    KEY_MISSING,
    KEY_UNKNOWN,
    LIST_EMPTY,
    SHAPE_WRONG,
    WORD_UNKNOWN,
)
from evenhand.schemes.words import keys_of
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.strict_yaml import Node, Path, positions, read_yaml

_LOOKS: Final = {
    "dict_type": "{…: …}",
    "model_type": "{…: …}",
    "model_attributes_type": "{…: …}",
    "tuple_type": "[…, …]",
}


def read_scheme(data: bytes, file: str, catalogue: Catalogue) -> Scheme:
    """Read a scheme.

    Args:
        data: The file's bytes.
        file: What findings call the file.
        catalogue: What the scheme's names are held against.

    Raises:
        SchemeRefused: With every finding, each with its line and column.
    """
    try:
        root = read_yaml(data, file)
    except BadInput as unreadable:
        raise refusal(file, unreadable.findings) from None
    plain: Any = root.plain()
    if not isinstance(plain, dict):
        raise refusal(
            file, [found(SHAPE_WRONG, Place(file, None, 1, 1), read="…", allowed="{…: …}")]
        )
    part, missed = None, list(names_twice(root))
    try:
        part = SchemePart.model_validate(plain, context=catalogue)
    except ValidationError as invalid:
        missed.extend(_shape(invalid))
    missed.extend(References(plain, catalogue).look())
    if missed or part is None:
        findings = {_placed(each, root, file) for each in missed}
        raise refusal(file, sorted(findings, key=lambda f: (f.place, f.kind.code, f.values)))
    lines = {path: Line(*at) for path, at in positions(root).items()}
    converter = Converter(catalogue, Origin(file, lines), hashlib.sha256(data).hexdigest())
    return converter.scheme(part)


def refusal(file: str, findings: Iterable[Finding]) -> SchemeRefused:
    """Make the refusal of a scheme file; the caller raises it."""
    told = tuple(findings)
    wrong_things = "one thing is" if len(told) == 1 else f"{len(told)} things are"
    return SchemeRefused(
        Text(
            zh=f"办法“{file}”不能使用，发现 {len(told)} 个问题。",
            en=f'The scheme "{file}" is refused; {wrong_things} wrong with it.',
        ),
        told,
    )


def _shape(invalid: ValidationError) -> Found:
    errors = invalid.errors(include_url=False)
    paths = [tuple(error["loc"]) for error in errors]
    for error in errors:
        path: Path = tuple(error["loc"])
        context, kind = error.get("ctx", {}), error["type"]
        last = _named(path)
        if kind in BY_CODE:
            at_key = last == "[key]"
            yield wrong(BY_CODE[kind], path[:-1] if at_key else path, at_key=at_key, **context)
        elif kind == "missing":
            yield wrong(KEY_MISSING, path[:-1], read=_owner(path), allowed=last)
        elif kind == "extra_forbidden":
            known = keys_of(path[:-1])
            yield wrong(KEY_UNKNOWN, path, at_key=True, read=last, nearest=nearest(last, known))
        elif kind == "literal_error":
            yield _word(path, error["input"], str(context["expected"]))
        elif kind == "too_short":
            if not any(len(p) > len(path) and p[: len(path)] == path for p in paths):
                yield wrong(LIST_EMPTY, path, read=last)
        else:
            yield wrong(SHAPE_WRONG, path, read=last, allowed=_LOOKS.get(kind, "…"))


def _named(path: Path) -> str:
    """The last step of a path that the file itself has; names of forms are none."""
    steps = [str(step) for step in path if not str(step).startswith("as ")]
    return steps[-1] if steps else ""


def _word(path: Path, said: object, expected: str) -> Wrong:
    """Say that a word is none of those that may stand there."""
    words = tuple(expected.replace(" or ", ", ").replace("'", "").split(", "))
    other_forms = ("{…: …}",) if str(path[-1]).startswith("as ") else ()
    if not isinstance(said, str):
        allowed = " | ".join((*words, *other_forms))
        return wrong(SHAPE_WRONG, path, read=_named(path), allowed=allowed)
    allowed = ", ".join((*words, *other_forms))
    return wrong(WORD_UNKNOWN, path, read=said, nearest=nearest(said, words), allowed=allowed)


def _owner(path: Path) -> str:
    named = [step for step in path[:-1] if isinstance(step, str) and not step.startswith("as ")]
    return named[-1] if named else "scheme"


def _placed(missed: Wrong, root: Node, file: str) -> Finding:
    """Put a finding where its path stands; steps that the file does not have are passed over."""
    node, at = root, (root.line, root.column)
    for step in missed.path:
        inside = node.value
        if isinstance(inside, dict) and step in inside:
            key = node.keys[str(step)]
            node = inside[str(step)]
            at = (node.line, node.column) if isinstance(node.value, str) else key
            if missed.at_key and step == missed.path[-1]:
                at = key
        elif isinstance(inside, list) and isinstance(step, int) and step < len(inside):
            node = inside[step]
            at = (node.line, node.column)
    return found(missed.kind, Place(file, None, *at), **dict(missed.values))
