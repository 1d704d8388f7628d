"""A register as a folder: its settings, ledger, evidence, vault, and the paths of all else.

Whatever writes files holds the register's lock while it does: receiving, settling, running a day,
publishing, erasing, adding sources and schemes, backing up. What only appends to the ledger needs
none, for the ledger keeps its writers apart by itself: consents, enrolments, acts in a case.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from evenhand.kernel.canonical import canonical
from evenhand.kernel.errors import BadInput, Conflict, EvenhandError, ProofFailed
from evenhand.kernel.ids import DeliveryId
from evenhand.kernel.periods import Moment
from evenhand.kernel.text import Text
from evenhand.keys.vault import Chance, Vault
from evenhand.relational.durable import LEFTOVER, clear_leftovers, folder_written_durably
from evenhand.relational.evidence import EvidenceStore
from evenhand.relational.ledger import SYSTEM, Draft, Ledger, SqliteLedger
from evenhand.relational.ledger_place import LEDGER_FILE, PLACE_FILE, open_ledger
from evenhand.relational.settings import Settings

SETTINGS_FILE: Final = "register.json"
LOCK_FILE: Final = ".lock"
VAULT_FOLDER: Final = "vault"
FOLDERS: Final = (
    "evidence",
    "deliveries",
    "receipts",
    "held",
    "sources",
    "schemes",
    "catalogue",
    "editions",
    "letters",
)

_OWN: Final = frozenset(
    {SETTINGS_FILE, PLACE_FILE, LOCK_FILE, VAULT_FOLDER, *FOLDERS}
    | {LEDGER_FILE + suffix for suffix in ("", "-wal", "-shm", "-journal")}
)
_TRIES = 100
_PAUSE_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Register:
    """An open register."""

    folder: Path
    settings: Settings
    ledger: Ledger
    evidence: EvidenceStore
    vault: Vault

    @property
    def deliveries(self) -> Path:
        """Folder of delivered bytes, sealed until every row is settled."""
        return self.folder / "deliveries"

    @property
    def receipts(self) -> Path:
        """Folder of receipts."""
        return self.folder / "receipts"

    @property
    def held(self) -> Path:
        """Folder of held rows, sealed."""
        return self.folder / "held"

    @property
    def sources(self) -> Path:
        """Folder of source contracts in use."""
        return self.folder / "sources"

    @property
    def schemes(self) -> Path:
        """Folder of schemes in use."""
        return self.folder / "schemes"

    @property
    def catalogue(self) -> Path:
        """Folder of the catalogue in use."""
        return self.folder / "catalogue"

    @property
    def editions(self) -> Path:
        """Folder of published editions and the pointer to the current one."""
        return self.folder / "editions"

    @property
    def letters(self) -> Path:
        """Folder of letters to residents, each sealed under its addressee's key until it is sent."""
        return self.folder / "letters"

    def delivery_path(self, delivery: DeliveryId) -> Path:
        """Where a delivery's sealed bytes are."""
        return self.deliveries / delivery

    def receipt_path(self, delivery: DeliveryId) -> Path:
        """Where a delivery's receipt is."""
        return self.receipts / f"{delivery}.json"

    def held_path(self, delivery: DeliveryId) -> Path:
        """Where a delivery's held rows are."""
        return self.held / delivery

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Shut out every other command that writes files, and clear what a crash left behind.

        It must not be taken twice by one command.

        Raises:
            Conflict: When another command holds it for longer than ten seconds.
        """
        opened = os.open(self.folder / LOCK_FILE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            _wait_for(opened)
            for name in ("", *FOLDERS):
                clear_leftovers(self.folder / name)
            yield
        finally:
            os.close(opened)

    def close(self) -> None:
        """Let go of ledger and vault."""
        self.ledger.close()
        self.vault.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def create(folder: Path, settings: Settings, at: Moment, chance: Chance) -> Register:
    """Make a register with its first event, ``register.created``; it is there whole or not at all.

    Raises:
        Conflict: When the folder is there already and not empty.
        EvenhandError: When the disk did not keep it.
    """
    refuse_existing(folder)
    with folder_written_durably(folder) as made:
        for name in FOLDERS:
            (made / name).mkdir()
        Vault.create(made / VAULT_FOLDER, chance).close()
        said = settings.said()
        (made / SETTINGS_FILE).write_bytes(canonical(said))
        ledger = SqliteLedger.create(made / LEDGER_FILE)
        try:
            created = Draft("register.created", "register", SYSTEM, said, once=("register",))
            ledger.append([created], at)
        finally:
            ledger.close()
    return open_register(folder)


def open_register(folder: Path) -> Register:
    """Open a register that is there.

    Raises:
        BadInput: When the folder is no register, or others can enter its vault.
        ProofFailed: When its settings are not those of its first event.
        RegisterDamaged: When ledger or vault is missing or damaged.
    """
    try:
        data = (folder / SETTINGS_FILE).read_bytes()
    except OSError:
        raise BadInput(
            Text(
                zh=f"{folder} 不是登记库（没有 {SETTINGS_FILE}）。请先运行 evenhand init。",
                en=f"{folder} is no register (it has no {SETTINGS_FILE}). Run evenhand init first.",
            )
        ) from None
    settings = Settings.read(data)
    ledger = open_ledger(folder)
    try:
        first = next(ledger.read(), None)
        if first is None or first.kind != "register.created" or first.body != settings.said():
            raise ProofFailed(
                Text(
                    zh=f"{SETTINGS_FILE} 与账本的第一号事件不符，登记库不予打开。",
                    en=f"{SETTINGS_FILE} is not what the ledger's first event says; "
                    "the register is not opened.",
                )
            )
        vault = Vault.open(folder / VAULT_FOLDER)
    except EvenhandError:
        ledger.close()
        raise
    return Register(folder, settings, ledger, EvidenceStore(folder / "evidence"), vault)


def refuse_existing(folder: Path) -> None:
    """Refuse to make a register where something is.

    Raises:
        Conflict: When the folder is there and not empty, or is a file, or the name under which it
            would be made is taken by something else.
        BadInput: When the folder above it is missing.
    """
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise Conflict(
            Text(
                zh=f"{folder} 已存在且非空，登记库不会覆盖任何内容。请换一个文件夹。",
                en=f"{folder} is there and not empty; a register overwrites nothing. Name another folder.",
            )
        )
    unfinished = folder.with_name(folder.name + LEFTOVER)
    names = {path.name for path in unfinished.iterdir()} if unfinished.is_dir() else set()
    if names - _OWN:
        raise Conflict(
            Text(
                zh=f"{unfinished} 里有不属于登记库的内容。请把它移走。",
                en=f"{unfinished} holds what is not of a register. Move it away.",
            )
        )
    if not folder.absolute().parent.is_dir():
        raise BadInput(
            Text(
                zh=f"文件夹 {folder.absolute().parent} 不存在。",
                en=f"There is no folder {folder.absolute().parent}.",
            )
        )


def _wait_for(opened: int) -> None:
    for _ in range(_TRIES):
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_PAUSE_SECONDS)
        else:
            return
    raise Conflict(
        Text(
            zh="另一个命令正在写入登记库。请等它结束后重试；本次没有写入任何内容。",
            en="Another command is writing to the register. Try again when it has ended; "
            "nothing was written.",
        )
    )
