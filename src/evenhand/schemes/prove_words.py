"""What a proof says to people: verdicts, ways, made-up records as they would stand under ``examples``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from evenhand.kernel.periods import Day
from evenhand.kernel.text import Text
from evenhand.schemes.scalars import decimal_text
from evenhand.schemes.scheme import ExampleRecord, Value
from evenhand.schemes.verdict import Means, Outcome, Shown
from evenhand.sources.catalogue import Catalogue

OUTCOMES: Final[Mapping[Outcome, Text]] = {
    "proved": Text(zh="已证明", en="proved"),
    "refuted": Text(zh="已推翻", en="refuted"),
    "not_checkable": Text(zh="无法验证", en="not checkable"),
    "kept": Text(zh="由登记系统遵守", en="kept by the register"),
}

MEANS: Final[Mapping[Means, Text]] = {
    "solver": Text(zh="对任何信息", en="for any records"),
    "arithmetic": Text(zh="比较数值", en="by arithmetic"),
    "membership": Text(zh="查封闭目录", en="by the closed catalogues"),
    "structure": Text(zh="由语言的结构", en="by the structure of the language"),
}


def example_lines(shown: Shown, catalogue: Catalogue) -> list[str]:
    """Made-up records as examples, one or two, in the form of the file."""
    runs = [shown.records] if shown.more is None else [shown.records, shown.more]
    lines = []
    for number, records in enumerate(runs, 1):
        name = "made up" if len(runs) == 1 else f"made up {number}"
        said = _records(records, catalogue)
        lines.append(f"- {{name: {name}, on: {shown.on}, records: [{said}]}}")
    return lines


def _records(records: Sequence[ExampleRecord], catalogue: Catalogue) -> str:
    documents = [record.document for record in records]
    return ", ".join(
        _record(record, catalogue, named=documents.count(record.document) > 1) for record in records
    )


def _record(record: ExampleRecord, catalogue: Catalogue, *, named: bool) -> str:
    rule = catalogue.types[record.type]
    parts = [f"on: {record.on}"]
    parts += [f"document: {record.document}"] if named and record.document else []
    parts += [f"cites: {record.cites}"] if record.cites else []
    for name, value in record.fields:
        field = rule.field(name)
        parts.append(
            f"{name}: {_value(value, amount=field is not None and field.kind == 'amount')}"
        )
    return f"{{{record.type}: {{{', '.join(parts)}}}}}"


def _value(value: Value, *, amount: bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Day):
        return value.isoformat()
    return decimal_text(value) if amount and isinstance(value, int) else str(value)
