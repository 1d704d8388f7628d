"""The ledger's PostgreSQL database: its tables, how it is opened, and what its errors mean to people.

One database holds one ledger. Every writer takes the row ``head`` first, in a SERIALIZABLE
transaction, so that there is one order of events and a decision is made on what is true when it is
recorded. Triggers refuse every change but an append at the end; they guard against slips, the chain
of digests against intent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final, TypeAlias

import psycopg
from psycopg import errors

from evenhand.kernel.errors import Conflict, EvenhandError, RegisterDamaged
from evenhand.kernel.text import Text

Connection: TypeAlias = psycopg.Connection[tuple[Any, ...]]

FORM: Final = 1
SECONDS_TO_WAIT: Final = 30

TABLES: Final = """
CREATE TABLE form (number integer NOT NULL, move integer NOT NULL);
CREATE TABLE event (
  seq bigint PRIMARY KEY,
  at text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  topic text COLLATE "C" NOT NULL,
  actor text COLLATE "C" NOT NULL,
  body text NOT NULL,
  signature text NOT NULL,
  once text NOT NULL,
  previous text NOT NULL,
  digest text NOT NULL
);
CREATE TABLE once (key text COLLATE "C" PRIMARY KEY, seq bigint NOT NULL REFERENCES event);
CREATE TABLE head (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  seq bigint NOT NULL,
  digest text NOT NULL,
  at text COLLATE "C"
);
CREATE INDEX event_topic ON event (topic, seq);
CREATE INDEX event_kind ON event (kind, seq);
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION at_the_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq IS DISTINCT FROM (SELECT seq + 1 FROM head) OR NEW.previous <> (SELECT digest FROM head) THEN
    RAISE EXCEPTION 'an event goes to the end of the ledger' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  UPDATE head SET seq = NEW.seq, digest = NEW.digest, at = NEW.at;
  RETURN NEW;
END $$;
CREATE FUNCTION head_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' OR pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'the head follows the events' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER event_next BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION at_the_end();
CREATE TRIGGER event_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON event EXECUTE FUNCTION append_only();
CREATE TRIGGER once_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON once EXECUTE FUNCTION append_only();
INSERT INTO head (seq, digest, at) VALUES (0, repeat('0', 64), NULL);
CREATE TRIGGER head_follows BEFORE UPDATE OR DELETE ON head FOR EACH ROW EXECUTE FUNCTION head_follows();
"""


def create_tables(
    where: str, move: int = 0, fill: Callable[[Connection], None] | None = None
) -> None:
    """Make a ledger in an empty database, in one transaction with what fills it.

    Args:
        where: How to reach the database, as libpq reads it: ``postgresql://host/name``.
        move: The number of the move that makes it; 0 for a new register.
        fill: Puts the first events in.

    Raises:
        Conflict: When the database holds tables already.
    """
    with explained(), psycopg.connect(where, connect_timeout=SECONDS_TO_WAIT) as connection:
        found = connection.execute(
            "SELECT count(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
            " ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relkind = 'r'"
        ).fetchone()
        if found is None or found[0]:
            raise Conflict(
                Text(
                    zh="数据库中已有数据表，不会覆盖。请另建空数据库。",
                    en="The database holds tables already; they are never overwritten. "
                    "Make an empty database.",
                )
            )
        connection.execute(TABLES)
        connection.execute("INSERT INTO form VALUES (%s, %s)", (FORM, move))
        if fill is not None:
            fill(connection)


def connect(where: str) -> Connection:
    """Open a ledger that is there.

    Raises:
        RegisterDamaged: When the database has no ledger of the form that this program reads, or
            acknowledges what is not on its disk.
        EvenhandError: When the database cannot be reached.
    """
    with explained():
        connection = psycopg.connect(where, autocommit=True, connect_timeout=SECONDS_TO_WAIT)
        try:
            found = connection.execute("SELECT to_regclass('form')").fetchone()
            form = (
                connection.execute("SELECT number FROM form").fetchone()
                if found and found[0]
                else None
            )
            if form != (FORM,):
                raise _no_ledger()
            for name in ("fsync", "full_page_writes", "synchronous_commit"):
                if connection.execute("SELECT current_setting(%s)", (name,)).fetchone() == ("off",):
                    raise _careless(name)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def explained() -> Iterator[None]:
    """Turn what PostgreSQL says into what it means here.

    Raises:
        Conflict: When another process is writing for longer than we wait.
        RegisterDamaged: When the database refuses what a whole ledger would take.
        EvenhandError: When it cannot be reached, or its disk is full: nothing was acknowledged.
    """
    try:
        yield
    except psycopg.Error as fault:
        raise _meaning(fault) from fault


def _meaning(fault: psycopg.Error) -> EvenhandError:
    if isinstance(
        fault, errors.SerializationFailure | errors.DeadlockDetected | errors.LockNotAvailable
    ):
        return Conflict(
            Text(
                zh="另一个命令正在写入登记库。请稍后重试；本次没有登记任何内容。",
                en="Another command is writing to the register. Try again; nothing was recorded.",
            )
        )
    if isinstance(fault, errors.DiskFull):
        return EvenhandError(
            Text(
                zh="数据库的磁盘已满，没有登记任何内容。腾出空间后请重试。",
                en="The database's disk is full; nothing was recorded. Make room, then try again.",
            )
        )
    said = str(fault).strip().split("\n", maxsplit=1)[0]
    if isinstance(fault, errors.OperationalError) and not isinstance(fault, errors.InternalError):
        return EvenhandError(
            Text(
                zh=f"无法使用数据库：{said}。不得视为已登记；请检查数据库后重试。",
                en=f"The database cannot be used: {said}. "
                "Take nothing for recorded; look at it, then try again.",
            )
        )
    return RegisterDamaged(
        Text(
            zh=f"数据库中的账本有问题：{said}。请运行 evenhand check。",
            en=f"The ledger in the database is not sound: {said}. Run evenhand check.",
        )
    )


def _no_ledger() -> RegisterDamaged:
    return RegisterDamaged(
        Text(
            zh="数据库中没有本版本可读的账本。",
            en="The database has no ledger that this version reads.",
        )
    )


def _careless(name: str) -> RegisterDamaged:
    return RegisterDamaged(
        Text(
            zh=f"数据库的 {name} 已关闭：它会确认尚未落盘的内容。请打开后再使用。",
            en=f"The database has {name} off: it acknowledges what is not on its disk. Turn it on first.",
        )
    )
