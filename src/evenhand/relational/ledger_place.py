"""Where a register's ledger is: the file beside it, or a PostgreSQL database that a small file names.

The file ``ledger.json`` says how to reach the database, as libpq reads it. A password has no place in
it: libpq takes one from its own password file or from the environment.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from evenhand.kernel.canonical import Json, canonical
from evenhand.kernel.errors import BadInput, Conflict, RegisterDamaged
from evenhand.kernel.periods import Moment
from evenhand.kernel.text import Text
from evenhand.relational.durable import keep_names, remove_durably, write_durably
from evenhand.relational.events import SYSTEM, Draft, Event
from evenhand.relational.ledger import Ledger, SqliteLedger
from evenhand.relational.moved import MOVED, POSTGRESQL, SQLITE, last_of, number_of

LEDGER_FILE: Final = "ledger.sqlite"
PLACE_FILE: Final = "ledger.json"


def open_ledger(folder: Path) -> Ledger:
    """Open the ledger of a register, wherever it is.

    Raises:
        BadInput: When it is in PostgreSQL and the extra ``office`` is not installed.
        RegisterDamaged: When it is missing, or the file that names it cannot be read.
    """
    place = folder / PLACE_FILE
    if not place.exists():
        return SqliteLedger(folder / LEDGER_FILE)
    try:
        where = json.loads(place.read_bytes())["postgresql"]
        if not isinstance(where, str):
            raise TypeError
    except (OSError, ValueError, KeyError, TypeError):
        raise RegisterDamaged(
            Text(
                zh=f"{place} 无法读取：不知道账本在哪里。请用备份恢复。",
                en=f"{place} cannot be read: it should say where the ledger is. Restore it.",
            )
        ) from None
    return postgres_ledger(where)


def postgres_ledger(where: str) -> Ledger:
    """Open a ledger in PostgreSQL.

    Raises:
        BadInput: When the extra ``office`` is not installed.
    """
    _need_psycopg()
    from evenhand.relational.postgres_ledger import PostgresLedger

    return PostgresLedger(where)


def move_ledger(folder: Path, ledger: Ledger, where: str | None, at: Moment) -> Event:
    """Move a register's ledger; the caller holds the register's lock and opens it anew afterwards.

    Everything up to the event of the move is copied within the transaction that records it, so that
    no event falls between. The file that names the place is written before that transaction ends: a
    crash before leaves the old ledger in use, a crash after it the new one.

    Args:
        folder: The register.
        ledger: Its ledger, open.
        where: The PostgreSQL database, empty; None for the file beside the register.
        at: The moment of the move.

    Raises:
        Conflict: When the ledger is there already, or the database is not empty.
        BadInput: When the place holds a password, or the extra ``office`` is not installed.
    """
    there = (folder / PLACE_FILE).exists()
    if where is None and not there:
        raise _there_already(SQLITE)
    if where is not None:
        _need_psycopg()
        _refuse_password(where)
    with ledger.transaction(at) as opened:
        number = number_of(last_of(opened.read((MOVED,)))) + 1
        body: dict[str, Json] = {"to": SQLITE if where is None else POSTGRESQL, "number": number}
        (moved,) = opened.append([Draft(MOVED, "register", SYSTEM, body)])
        if where is None:
            _to_file(folder, opened.read())
        else:
            _to_database(folder, where, number, opened.read)
    return moved


def _to_database(
    folder: Path, where: str, number: int, read: Callable[[], Iterable[Event]]
) -> None:
    from evenhand.relational.postgres_ledger import PostgresLedger

    PostgresLedger.create(where, number, read()).close()
    write_durably(folder / PLACE_FILE, canonical({"postgresql": where}))


def _to_file(folder: Path, events: Iterable[Event]) -> None:
    fresh = folder / f"{LEDGER_FILE}.partial"
    remove_durably(fresh)
    copy = SqliteLedger.create(fresh)
    try:
        copy.take_over(events)
    finally:
        copy.close()
    for beside in ("-wal", "-shm"):
        remove_durably(folder / f"{LEDGER_FILE}{beside}")
    fresh.replace(folder / LEDGER_FILE)
    keep_names(folder)
    remove_durably(folder / PLACE_FILE)


def _need_psycopg() -> None:
    if find_spec("psycopg") is None:
        raise BadInput(
            Text(
                zh="账本在 PostgreSQL 中，缺少所需的库。请安装 evenhand[office]。",
                en="The ledger is in PostgreSQL, and its library is missing. Install evenhand[office].",
            )
        )


def _refuse_password(where: str) -> None:
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    try:
        named = conninfo_to_dict(where)
    except ProgrammingError as fault:
        said = str(fault).strip()
        raise BadInput(
            Text(
                zh=f"无法读懂数据库的位置：{said}。例如 postgresql://主机/库名。",
                en=f"The place of the database cannot be read: {said}. "
                "Write for example postgresql://host/name.",
            )
        ) from None
    if "password" in named:
        raise BadInput(
            Text(
                zh="不要在数据库的位置中写密码。请用 libpq 的密码文件（~/.pgpass）。",
                en="Write no password into the place of the database. "
                "Keep it in libpq's password file, ~/.pgpass.",
            )
        )


def _there_already(place: str) -> Conflict:
    return Conflict(Text(zh=f"账本已经在 {place} 中。", en=f"The ledger is in {place} already."))
