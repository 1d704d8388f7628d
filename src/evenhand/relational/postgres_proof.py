"""Whether the ledger's PostgreSQL database is still made as this program made it.

Triggers keep everybody from changing what was recorded by a slip. Whoever owns the database can drop
one, switch it off or empty its function: the chain of digests shows what was changed then, and this
shows that something was laid open, even before anything is changed (threat T5).
"""

from __future__ import annotations

import re
from typing import Final

from evenhand.kernel.errors import ProofFailed
from evenhand.kernel.text import Text
from evenhand.relational.postgres import TABLES, Connection

_FUNCTION = re.compile(r"CREATE FUNCTION (\w+)\(\).*?AS \$\$(.*?)\$\$", re.DOTALL)
_TRIGGER = re.compile(r"CREATE TRIGGER (\w+) .*? ON (\w+) .*?EXECUTE FUNCTION (\w+)\(\)")

_BODIES: Final = dict(_FUNCTION.findall(TABLES))
_WANTED: Final = {
    name: (table, function, "O", _BODIES[function])
    for name, table, function in _TRIGGER.findall(TABLES)
}
"""For each trigger its table, its function, that it fires in ordinary sessions, what the function does."""

_THERE: Final = """
SELECT t.tgname, c.relname, p.proname, t.tgenabled::text, p.prosrc
FROM pg_catalog.pg_trigger t
JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
WHERE NOT t.tgisinternal AND n.nspname = current_schema()
"""


def prove_triggers(connection: Connection) -> None:
    """Prove that every trigger is there, fires, and does what it was made to do.

    Raises:
        ProofFailed: At the first that is missing, extra, off or altered.
    """
    there = {name: tuple(map(str, rest)) for name, *rest in connection.execute(_THERE)}
    for name in sorted(_WANTED.keys() | there.keys()):
        if _WANTED.get(name) != there.get(name):
            raise ProofFailed(
                Text(
                    zh=f"账本的结构被改动：trigger {name} 缺失、停用、多余或被改。"
                    "内容没有因此改变的，请用备份恢复或重新迁移账本。",
                    en=f"The ledger's make was changed: trigger {name} is missing, off, extra or altered. "
                    "Find out who did it; then restore from a backup, or move the ledger to a new database.",
                )
            )
