"""Before a delivered file is read: who signed it, under which name it is read, what a refusal leaves."""

from __future__ import annotations

from contextlib import suppress
from pathlib import PurePath

from evenhand.cases.desk import Desk
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import AlreadyRecorded, Conflict, DeliveryRefused, NotPermitted
from evenhand.kernel.ids import DeliveryId, PersonId, SourceId
from evenhand.kernel.periods import Moment
from evenhand.kernel.text import Text
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.opened import Opened
from evenhand.records.personal_numbers import personal_numbers
from evenhand.relational.ledger import SYSTEM, Draft
from evenhand.rights.floor import enforces
from evenhand.sources.contract import Contract
from evenhand.sources.delivery import Delivery
from evenhand.sources.receive import Clerk, check_signature


@enforces("RF-5")
def clerk_who_signed(
    desk: Desk, person: PersonId, signature: bytes, of: tuple[str, Contract], at: Moment
) -> Clerk:
    """The clerk who signed a file, by the register of people.

    Args:
        desk: The register's desk, kept up with the ledger.
        person: Who says that they deliver.
        signature: What they signed with.
        of: SHA-256 of the file, and the contract that it is delivered under.
        at: The register's clock.

    Raises:
        NotPermitted: When the person is no clerk in office, or of another authority.
        DeliveryRefused: When the signature does not fit.
    """
    tenure = desk.people.tenure(person, desk.now(at))
    if tenure is None or tenure.role != "clerk" or tenure.authority is None:
        raise NotPermitted(
            Text(
                zh=f"{person} 不是在任的报送员。用 evenhand officer list 查看。",
                en=f"{person} is no clerk in office. See: evenhand officer list",
            )
        )
    digest, contract = of
    clerk = Clerk(person, tenure.authority, tenure.key)
    check_signature(clerk, signature, digest, contract)
    return clerk


@enforces("RF-4")
def name_to_read_by(name: str, contract: Contract) -> str:
    """The name under which a file is read, and which receipt and ledger keep.

    What a clerk calls a file about residents may name one; it is read under the name of its source.

    Raises:
        DeliveryRefused: When the name holds a personal number, which would stay for good.
    """
    if contract.about_residents:
        suffix = PurePath(name.replace("\\", "/")).suffix
        return f"{contract.source}{suffix if suffix.isascii() and len(suffix) <= 5 else ''}"
    _without_numbers(name)
    return name


@enforces("RF-4")
def refuse_numbered_sheets(taken: Delivery) -> None:
    """Refuse a file of which a sheet is called by a personal number.

    Raises:
        DeliveryRefused: When one is; the number is not quoted.
    """
    for sheet in taken.every_sheet():
        _without_numbers(sheet.name)


def refuse_undone(opened: Opened, delivery: DeliveryId) -> None:
    """Refuse the very file that was delivered before and undone.

    Raises:
        Conflict: When it was; it stays undone.
    """
    if any(opened.register.ledger.read(kinds=("delivery.undone",), topic=delivery)):
        raise Conflict(
            Text(
                zh=f"这份文件就是已撤销的批次 {delivery}。请改正后再报送；内容不变的，另存一次即可。",
                en=f"This very file is delivery {delivery}, which was undone. Deliver a corrected file; "
                "when nothing needs correcting, save it once more and deliver that.",
            )
        )


@enforces("RF-5")
def refuse_retired(knowledge: Knowledge, source: SourceId) -> None:
    """Refuse whatever comes from a source that is believed no longer.

    Raises:
        Conflict: When it was retired.
    """
    if source in knowledge.retired:
        raise Conflict(
            Text(
                zh=f"数据源 {source} 已停用，不再接收报送。",
                en=f"The source {source} is retired; nothing more is taken from it.",
            )
        )


def record_refusal(
    opened: Opened, contract: Contract, refused: DeliveryRefused, by: tuple[str, PersonId, Moment]
) -> None:
    """Record that a signed file was refused whole: its digest and the codes, once; nothing of it.

    Args:
        opened: The register.
        contract: The contract that it was delivered under.
        refused: Why.
        by: SHA-256 of the file, the clerk, the register's clock.
    """
    digest, clerk, at = by
    stopping = {f.kind.code for f in refused.findings if f.kind.weight == "stops"}
    codes: list[Json] = [*sorted(stopping)]
    body: dict[str, Json] = {
        "source": contract.source,
        "digest": digest,
        "clerk": clerk,
        "codes": codes,
    }
    once = (f"refused:{contract.source}:{digest}:{','.join(sorted(stopping))}",)
    draft = Draft("delivery.refused", contract.source, SYSTEM, body, once=once)
    with suppress(AlreadyRecorded):
        opened.register.ledger.append([draft], at)


def _without_numbers(name: str) -> None:
    if any(True for _ in personal_numbers(name)):
        raise DeliveryRefused(
            Text(
                zh="文件名或工作表名中有身份证号码或电话号码（RF-4）。请改名后再报送。",
                en="The name of the file or of a sheet holds a resident's number or a telephone number "
                "(RF-4). Rename it and deliver it again.",
            )
        )
