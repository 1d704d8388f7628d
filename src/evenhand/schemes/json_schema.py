"""A JSON Schema of scheme files, so that an editor completes them and underlines what cannot stand.

Made from the shape that the reader itself uses, with what each keyword means beside it and the names
of the catalogue as lists to choose from; once a record type is written, its own fields are offered.
An editor sees the form alone: whether the rules hang together and keep the floor is asked by
``evenhand scheme check``.

    schema = editor_schema(read_catalogue())
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, cast

from evenhand.kernel.canonical import Json
from evenhand.schemes.json_schema_forms import (
    DRAFT,
    Schema,
    any_of,
    example_record,
    forms,
    names_of_fields,
    ref,
    where,
)
from evenhand.schemes.meanings_of_outcomes import meaning
from evenhand.schemes.scalars import FORM
from evenhand.schemes.shape import SchemePart
from evenhand.sources.catalogue import Catalogue, TypeRule

_BY_TYPE: Final = {
    "FactorPart": "counts",
    "ExposurePart": "record",
    "LookPart": "record",
    "RecordTrigger": "record",
    "AccumulationPart": "record",
    "StagesPart": "taken_by",
}
"""The parts that use the fields of a record type, and the keyword that names the type."""


def editor_schema(catalogue: Catalogue) -> Schema:
    """The JSON Schema of a scheme file (draft 7) with the names of a catalogue."""
    made: dict[str, Any] = SchemePart.model_json_schema(ref_template="#/definitions/{model}")
    parts = made.pop("$defs")
    definitions: Schema = {name: _part(name, part) for name, part in parts.items()}
    definitions |= forms(catalogue)
    del definitions["ExampleRecordPart"]
    types: list[TypeRule] = sorted(catalogue.types.values(), key=lambda of: of.type)
    for of in types:
        definitions[f"where_{of.type}"] = where(of)
        definitions[f"record_{of.type}"] = example_record(of)
    definitions["records"] = {
        "type": "array",
        "items": {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": False,
            "properties": {of.type: _described(of, f"record_{of.type}") for of in types},
        },
    }
    for name, keyword in _BY_TYPE.items():
        part = cast("Schema", definitions[name])
        part["allOf"] = [_when(keyword, of, _of_type(name, of)) for of in types]
    head: Schema = {"$schema": DRAFT, "title": "Evenhand scheme"}
    return {**head, **_part("SchemePart", made), "definitions": definitions}


def _part(name: str, part: dict[str, Any]) -> Schema:
    """One part of the shape: its keywords with what they mean."""
    made: Schema = {"type": "object", "additionalProperties": False}
    properties: Schema = {}
    for keyword, form in part["properties"].items():
        said = meaning(name, keyword)
        inner = _form(form)
        if name == "ExamplePart" and keyword == "records":
            inner = ref("records")
        elif name == "ExamplePart" and keyword == "peers":
            inner = {"type": "array", "items": ref("records")}
        properties[keyword] = {"description": f"{said.en}\n{said.zh}", "allOf": [inner]}
        if "default" in form and isinstance(form["default"], str) and form["default"]:
            cast("Schema", properties[keyword])["default"] = form["default"]
    if part.get("required"):
        made["required"] = part["required"]
    return {**made, "properties": properties}


def _form(form: dict[str, Any]) -> Schema:
    """One form as an editor knows it: scalars by reference, without null, which no file holds."""
    if FORM in form:
        return ref(form[FORM])
    if "$ref" in form:
        return {"$ref": form["$ref"]}
    several = form.get("anyOf") or form.get("oneOf")
    if several:
        kept = [_form(each) for each in several if each.get("type") != "null"]
        return kept[0] if len(kept) == 1 else any_of(*kept)
    kept_as_it_is = ("type", "enum", "const", "minItems", "minProperties")
    made: Schema = {key: form[key] for key in kept_as_it_is if key in form}
    for key in ("items", "additionalProperties"):
        if isinstance(form.get(key), dict):
            made[key] = _form(form[key])
    return made


def _described(of: TypeRule, name: str) -> Schema:
    return {"description": f"{of.title.en}\n{of.title.zh}", "allOf": [ref(name)]}


def _when(keyword: str, of: TypeRule, then: Schema) -> Schema:
    named: Schema = {"properties": {keyword: {"const": of.type}}, "required": [keyword]}
    return {"if": named, "then": {"properties": then}}


def _of_type(name: str, of: TypeRule) -> Schema:
    """What the keywords of a part may say of a record of one type."""
    return dict(_narrowed(name, of))


def _narrowed(name: str, of: TypeRule) -> Iterator[tuple[str, Json]]:
    if name == "StagesPart":
        yield "field", names_of_fields(of, "code")
        return
    yield "where", ref(f"where_{of.type}")
    if name == "FactorPart":
        yield "unless", ref(f"where_{of.type}")
        yield "since", names_of_fields(of, "day")
        numbers: Schema = dict.fromkeys(("share", "of"), names_of_fields(of, "integer"))
        yield "points", {"properties": {"field": names_of_fields(of), **numbers}}
    elif name == "LookPart":
        yield "among", ref(f"where_{of.type}")
    elif name == "ExposurePart":
        yield "field", names_of_fields(of, "integer", "amount")
    elif name == "AccumulationPart":
        yield "same", names_of_fields(of)
