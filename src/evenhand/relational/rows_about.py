"""The scored rows of some subjects, out of all segments, without a scan.

What it guards: no row leaves before its block was held against its digest (``by_subject``), and a file
that was changed since is held against it again. A segment of form 1, which older versions wrote, has no
rows by subject: they are laid out in memory from its scored file when it is first asked. So is a segment
of which only what was known at a moment counts.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from evenhand.kernel.errors import RegisterDamaged
from evenhand.kernel.ids import RecordId, SubjectId
from evenhand.kernel.text import Text
from evenhand.relational.by_subject import BY_SUBJECT_FILE, BySubject, laid_out, unproved
from evenhand.relational.columns import SCORED
from evenhand.relational.live import KNOWN_UNTIL
from evenhand.relational.segment import FACTS_FILE, name_of

_Answer = TypeVar("_Answer")
State: TypeAlias = tuple[Path, int, int, int]
"""A file as it was when it was proved: its inode, size and time of change."""

_NO_ROWS = pa.schema(SCORED).empty_table()


class RowsAbout:
    """The segments of one folder, asked by subject.

    Args:
        folder: Where the segments are.
        scored: Gives the scored file of a segment after it was held against its digest.
    """

    def __init__(self, folder: Path, scored: Callable[[str], Path]) -> None:
        self._folder = folder
        self._scored = scored
        self._mapped: dict[str, tuple[State, BySubject]] = {}

    def about(self, names: Collection[str], subjects: Collection[SubjectId]) -> pa.Table:
        """All rows of some subjects, and those that take the place of one of theirs.

        Raises:
            RegisterDamaged: When a segment is missing, or a field has another type in another one.
            ProofFailed: When a block does not fit its digest.
        """
        wanted = sorted({int(subject) for subject in subjects})
        own = self._ask(names, lambda there: there.about(wanted))
        records: set[int] = set()
        if any(self._ask(names, lambda there: there.corrects)):
            records.update(number for table in own for number in table["record"].to_pylist())
        corrections = self._ask(names if records else (), lambda there: there.correcting(records))
        numbers = pa.array(wanted, pa.int64())
        of_others = [
            table.filter(pc.invert(pc.is_in(table["subject"], value_set=numbers)))
            for table in corrections
            if table.num_rows
        ]
        found = [*(table for table in own if table.num_rows), *of_others]
        try:
            return pa.concat_tables([_NO_ROWS, *found], promote_options="default")
        except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
            raise _other_types(error) from error

    def whose(self, names: Collection[str], records: Collection[RecordId]) -> set[SubjectId]:
        """Whose some records are; looks through the numbers of all records.

        Raises:
            RegisterDamaged: When a segment is missing.
            ProofFailed: When a block does not fit its digest.
        """
        wanted = {int(record) for record in records}
        found = self._ask(names if wanted else (), lambda there: there.subjects_of(wanted))
        return {SubjectId(subject) for subjects in found for subject in subjects}

    def forget(self, name: str) -> None:
        """Let go of a segment that is to be removed."""
        for known in [one for one in self._mapped if one.split(KNOWN_UNTIL)[0] == name]:
            del self._mapped[known]

    def _ask(self, names: Collection[str], ask: Callable[[BySubject], _Answer]) -> list[_Answer]:
        return [ask(self._by_subject(name)) for name in names]

    def _by_subject(self, name: str) -> BySubject:
        kept = self._mapped.get(name)
        try:
            if kept is not None and state_of(kept[0][0]) == kept[0]:
                return kept[1]
            part = KNOWN_UNTIL in name
            head = None if part else _facts(self._folder / name).get("by_subject")
            path = self._scored(name) if head is None else self._folder / name / BY_SUBJECT_FILE
            state = state_of(path)
            if head is None:
                data, head = laid_out(pq.read_table(path))
                made = BySubject(pa.py_buffer(data), name, head)
            else:
                with pa.memory_map(str(path)) as file:
                    made = BySubject(file.read_buffer(), name, str(head))
        except FileNotFoundError:
            raise missing(name) from None
        self._mapped[name] = state, made
        return made


def state_of(path: Path) -> State:
    """A file as it is now.

    Raises:
        FileNotFoundError: When it is not there.
    """
    now = path.stat()
    return path, now.st_ino, now.st_size, now.st_mtime_ns


def missing(name: str) -> RegisterDamaged:
    """Say that a segment or one of its files is missing."""
    return RegisterDamaged(
        Text(
            zh=f"证据段 {name} 缺失。请运行 evenhand check，并用备份恢复。",
            en=f"Evidence segment {name} is missing. Run evenhand check; restore from a backup.",
        )
    )


def _facts(folder: Path) -> Mapping[str, Any]:
    said = (folder / FACTS_FILE).read_bytes()
    if name_of(hashlib.sha256(said).hexdigest()) != folder.name:
        raise unproved(folder.name, FACTS_FILE)
    facts: Mapping[str, Any] = json.loads(said)
    return facts


def _other_types(error: Exception) -> RegisterDamaged:
    said = str(error).split("\n", maxsplit=1)[0]
    return RegisterDamaged(
        Text(
            zh=f"同名字段在不同证据段中类型不同，无法合并：{said}",
            en=f"A field has one type in one segment and another in the next: {said}",
        )
    )
