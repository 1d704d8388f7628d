"""Read a source contract from YAML, or refuse it with every finding at once.

Each finding names its line and column. Refused: a name that the catalogue lacks, a head that two
columns claim, a prohibited matter (RF-4), a layout without identifier, document number or day
(RF-5), an authority that may not issue such records, residents and organisations in one contract.

    contract = read_contract(path.read_bytes(), path.name, catalogue)
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Final

from pydantic import ValidationError

from evenhand.kernel.errors import BadInput, ContractRefused
from evenhand.kernel.findings import Finding, Place, found
from evenhand.kernel.ids import AuthorityId, RecordType, SchemeId, SourceId
from evenhand.kernel.periods import Span, day
from evenhand.kernel.text import Text
from evenhand.sources.catalogue import Catalogue, TypeRule
from evenhand.sources.contract import (
    GUIDE_SHEETS,
    ROLES,
    Column,
    Constants,
    Contract,
    Expectations,
    Layout,
    Role,
    SheetRule,
)
from evenhand.sources.contract_checks import (
    Flaw,
    column_flaws,
    contract_flaws,
    layout_flaws,
    sheet_flaws,
)
from evenhand.sources.contract_findings import SRC_MISSING, SRC_VALUE
from evenhand.sources.contract_shape import (
    SaidColumn,
    SaidConstants,
    SaidContract,
    SaidExpectations,
    SaidSheet,
    SaidText,
    shape_findings,
)
from evenhand.sources.strict_yaml import Path, position_of, positions, read_yaml

_LENGTHS: Final[dict[Role, int]] = {
    "name": 200,
    "document": 128,
    "identifier": 64,
    "article": 500,
    "text": 2000,
}
_USUAL_LENGTH: Final = 255


def read_contract(data: bytes, file: str, catalogue: Catalogue) -> Contract:
    """Read one contract.

    Args:
        data: The file's bytes.
        file: What findings call it.
        catalogue: Which authorities, record types and fields there are.

    Raises:
        ContractRefused: With every finding, each at its line and column.
    """
    try:
        node = read_yaml(data, file)
    except BadInput as wrong:
        raise _refused(file, wrong.findings) from None
    try:
        said = SaidContract.model_validate(node.plain())
    except ValidationError as wrong:
        raise _refused(file, shape_findings(wrong, node, file)) from None
    known = positions(node)
    contract = _contract(said, catalogue, hashlib.sha256(data).hexdigest())
    findings = [
        found(flaw.kind, Place(file, None, *position_of(flaw.path, known)), **flaw.values)
        for flaw in _flaws(said, contract, catalogue)
    ]
    if findings:
        raise _refused(file, findings)
    return contract


def _refused(file: str, findings: Iterable[Finding]) -> ContractRefused:
    listed = sorted(set(findings), key=lambda f: (f.place, f.kind.code, f.values))
    return ContractRefused(
        Text(
            zh=f"数据源合同“{file}”不能使用，发现 {len(listed)} 个问题。",
            en=f'The source contract "{file}" cannot be used; {len(listed)} things are wrong with it.',
        ),
        listed,
    )


def _flaws(said: SaidContract, contract: Contract, catalogue: Catalogue) -> Iterator[Flaw]:
    """Everything that is wrong, each with its path from the file's top."""
    if bool(said.sheets) == bool(said.record):
        yield Flaw(
            SRC_VALUE if said.record else SRC_MISSING,
            ("record",),
            {
                "read": "record" if said.record else str(contract.source),
                "allowed": "record | sheets",
            },
        )
    yield from contract_flaws(contract, catalogue)
    for index, sheet in enumerate(contract.sheets):
        path: Path = ("sheets", index) if said.sheets else ()
        yield from (flaw.under(path) for flaw in sheet_flaws(sheet, contract, catalogue))
        inherited = not (said.sheets and said.sheets[index].layouts)
        for number, layout in enumerate(sheet.layouts):
            at: Path = (*(() if inherited else path), "layouts", number)
            yield from (flaw.under(at) for flaw in layout_flaws(layout, sheet, contract))
            for place, column in enumerate(layout.columns):
                flaws = column_flaws(column, sheet, contract, catalogue)
                yield from (flaw.under((*at, "columns", place)) for flaw in flaws)


def _contract(said: SaidContract, catalogue: Catalogue, digest: str) -> Contract:
    sheets = said.sheets
    if not sheets and said.record:
        sheets = (SaidSheet(sheet=said.source, record=said.record, document_of=said.document_of),)
    return Contract(
        source=SourceId(said.source),
        title=_text(said.title),
        authority=AuthorityId(said.authority),
        kind=said.kind,
        subjects=said.subjects,
        sheets=tuple(_sheet(sheet, said, catalogue) for sheet in sheets),
        waived=said.waived,
        unused=said.unused,
        guides=(*GUIDE_SHEETS, *said.guides),
        every=Span.parse(said.cadence.every),
        grace=Span.parse(said.cadence.grace),
        expects=_expectations(said.expects),
        all_or_nothing=said.all_or_nothing == "true",
        version_cell=said.version_cell,
        made_up=_text(said.made_up) if said.made_up else None,
        digest=digest,
    )


def _sheet(sheet: SaidSheet, said: SaidContract, catalogue: Catalogue) -> SheetRule:
    """One sheet; it has the layouts and constants of the file's top unless it says its own."""
    rule = catalogue.types.get(RecordType(sheet.record))
    return SheetRule(
        sheet=sheet.sheet,
        names=sheet.names,
        record=RecordType(sheet.record),
        layouts=tuple(
            Layout(
                layout.version,
                tuple(_column(column, rule, said.subjects) for column in layout.columns),
            )
            for layout in sheet.layouts or said.layouts
        ),
        constants=_constants(sheet.constants, said.constants),
        optional=sheet.optional == "true",
        document_of=sheet.document_of,
    )


def _column(said: SaidColumn, rule: TypeRule | None, subjects: str) -> Column:
    """One column; its role is what it says, or what its name says, or a scored field."""
    by_name = next((role for role in ROLES if role == said.field), ROLES[0])
    role = said.role or by_name
    known = rule.field(said.field) if rule and role == "field" else None
    scheme = said.scheme
    if role == "identifier" and scheme is None:
        scheme = "resident" if subjects == "residents" else "uscc"
    return Column(
        field=said.field,
        role=role,
        spellings=said.spellings,
        required=said.required == "true",
        kind=known.kind if known else None,
        scheme=scheme,
        unit=said.unit,
        codes=dict(said.codes),
        dates=said.dates,
        max_length=int(said.max_length) if said.max_length else _LENGTHS.get(role, _USUAL_LENGTH),
        fines=said.fines,
    )


def _constants(own: SaidConstants, top: SaidConstants) -> Constants:
    authority = own.authority or top.authority
    legal_basis = own.legal_basis or top.legal_basis
    decided_on = own.decided_on or top.decided_on
    scheme = own.scheme or top.scheme
    return Constants(
        authority=AuthorityId(authority) if authority else None,
        article=own.article or top.article,
        legal_basis=_text(legal_basis) if legal_basis else None,
        decided_on=day(decided_on) if decided_on else None,
        scheme=SchemeId(scheme) if scheme else None,
    )


def _expectations(said: SaidExpectations) -> Expectations:
    low, high = said.rows.at_least, said.rows.at_most
    return Expectations(
        rows_at_least=int(low) if low else None,
        rows_at_most=int(high) if high else None,
        filled={name: _ten_thousandths(share) for name, share in said.filled.items()},
    )


def _ten_thousandths(share: str) -> int:
    whole, _, rest = share.partition(".")
    return int(whole) * 10_000 + int(rest.ljust(4, "0") or 0)


def _text(said: SaidText) -> Text:
    return Text(zh=said.zh, en=said.en)
