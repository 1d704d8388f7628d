"""A register with everything that its ledger names: catalogue, contracts, schemes, calendar, desk.

Files in the register are read by the digest that the ledger recorded; one that was changed in place
is refused (threat T10).
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import pyarrow as pa

from evenhand.cases.desk import Desk
from evenhand.cases.people import Founder, Founders
from evenhand.kernel.calendars import Calendar
from evenhand.kernel.errors import BadInput, ProofFailed
from evenhand.kernel.findings import Finding
from evenhand.kernel.ids import RecordId, SchemeId, SourceId, SubjectId
from evenhand.kernel.periods import Day, Moment
from evenhand.kernel.text import Text
from evenhand.pipeline.evidence_index import EvidenceIndex, users
from evenhand.pipeline.knowledge import Fold, Knowledge, Publicised, known
from evenhand.relational.engine import Cluster, Engine
from evenhand.relational.facts import brought_by
from evenhand.relational.register import Register, open_register
from evenhand.relational.settings import AUDITOR, STEWARDS
from evenhand.relational.view import Doubted, Judged, Withdrawn
from evenhand.rights.floor import enforces
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import InForce, Scheme
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.contract import Contract
from evenhand.sources.read_calendar import calendar_of, shipped_calendar
from evenhand.sources.read_catalogue import read_catalogue
from evenhand.sources.read_contract import read_contract

_FEW: Final = 1_000
"""Up to so many rows an answer row by row comes sooner than a plan of DuckDB's."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What people found of records: whom waiting ones mean, which are in doubt, which are wrong."""

    judged: tuple[Judged, ...] = ()
    doubts: tuple[Doubted, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()


class Opened:
    """An open register, and what was read of it so far.

    Attributes:
        accepted: What was found of each scheme that the checker accepted, by digest of its file.
        spark: Where Spark scores; None: DuckDB does, here.
    """

    def __init__(self, folder: Path) -> None:
        self.register: Register = open_register(folder)
        self.zone = ZoneInfo(self.register.settings.time_zone)
        self.accepted: dict[str, tuple[Finding, ...]] = {}
        self.spark: Cluster | None = None
        self._schemes: dict[str, Scheme] = {}
        self._contracts: dict[str, Contract] = {}
        self._fold = Fold()
        self._index = EvidenceIndex(users(self.zone))

    def close(self) -> None:
        """Let go of the register."""
        self.register.close()

    def __enter__(self) -> Opened:
        """Use the register in a ``with`` block, which closes it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the register."""
        self.close()

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue in use."""
        return read_catalogue(self.register.catalogue)

    @cached_property
    def calendar(self) -> Calendar:
        """Working days of the register's jurisdiction, or those that its settings name.

        A register of study decides nothing; the sheets that it reads are Chinese unless it says so.
        """
        settings = self.register.settings
        if settings.calendar:
            return shipped_calendar(settings.calendar)
        study = settings.kind == "reproduction"
        return shipped_calendar("china" if study else calendar_of(settings.jurisdiction))

    @cached_property
    def desk(self) -> Desk:
        """The cases, kept up with the ledger."""
        return Desk(
            self.register.ledger, self.founders, self.zone, self.calendar, cache(shipped_calendar)
        )

    @cached_property
    def founders(self) -> Founders:
        """Stewards and auditor, each a natural person of their own."""
        settings = self.register.settings
        return Founders(
            tuple(
                Founder(person, str(person), key)
                for person, key in zip(STEWARDS, settings.stewards, strict=True)
            ),
            Founder(AUDITOR, str(AUDITOR), settings.auditor),
        )

    @property
    def plans(self) -> Path:
        """Folder of compiled plans; it may be thrown away."""
        return self.register.folder / "derived" / "plans"

    @property
    def standings(self) -> Path:
        """Folder of standings computed by daily runs; it may be thrown away."""
        return self.register.folder / "derived" / "standings"

    def today(self, at: Moment) -> Day:
        """The civil day of a moment in the register's zone."""
        return at.astimezone(self.zone).date()

    def knowledge(self, known_at: Moment | None = None) -> Knowledge:
        """What the register knew at a moment, or knows now."""
        now = self._fold.caught_up(self.register.ledger)
        if known_at is None or self._fold.last is None or known_at >= self._fold.last:
            return now
        return known(self.register.ledger, known_at)

    def index(self) -> EvidenceIndex:
        """What rests on what, kept up with the ledger."""
        return self._index.caught_up(self.register.ledger)

    def contract(self, source: SourceId, knowledge: Knowledge) -> Contract:
        """The contract of one source.

        Raises:
            BadInput: When there is no such source.
            ProofFailed: When the file is not the one that was added.
        """
        recorded = knowledge.sources.get(source)
        if recorded is None:
            raise unknown(source, tuple(knowledge.sources), Text(zh="数据源", en="source"))
        if recorded not in self._contracts:
            path = self.register.sources / f"{source}.yaml"
            data = _proved(path, recorded)
            self._contracts[recorded] = read_contract(data, path.name, self.catalogue)
        return self._contracts[recorded]

    def scheme(self, made: Publicised) -> Scheme:
        """One version of a scheme that was made public.

        Raises:
            ProofFailed: When the file is not the one that was made public.
        """
        if made.digest not in self._schemes:
            path = self.scheme_path(made)
            self._schemes[made.digest] = read_scheme(
                _proved(path, made.digest), path.name, self.catalogue
            )
        return self._schemes[made.digest]

    def scheme_path(self, made: Publicised) -> Path:
        """Where the file of a version is."""
        return self.register.schemes / f"{made.scheme}@{made.version}.yaml"

    def in_force(self, on: Day, knowledge: Knowledge) -> tuple[InForce, ...]:
        """Schemes in force on a day, each by the version made public last of those in force on it.

        A version counts from the day on which it became public; in a register of study, which asks
        about days long before it was made, all of them do. Nobody is scored by a framework. What has
        ended is not found, so that an emergency scheme dies without anybody doing anything.
        """
        study = self.register.settings.kind == "reproduction"
        chosen: dict[SchemeId, InForce] = {}
        for made in knowledge.schemes.values():
            if study or made.since <= on:
                applied = self.applied(made)
                if applied.scheme.kind != "framework" and on in applied.scheme.in_force:
                    chosen[made.scheme] = applied
        return tuple(chosen[name] for name in sorted(chosen))

    def applied(self, made: Publicised) -> InForce:
        """A version as the register applies it; a reproduction has no day from which it may count."""
        scheme = self.scheme(made)
        return InForce(scheme, None if scheme.kind == "reproduction" else made.since)

    @contextmanager
    def engine(
        self,
        knowledge: Knowledge,
        without: Collection[RecordId] = (),
        rows: pa.Table | None = None,
    ) -> Iterator[Engine]:
        """An engine over the live evidence, or over some of its rows; only who scores loads it.

        Args:
            knowledge: What is known.
            without: Records that count for nothing.
            rows: All the rows that the questions are about, where they are few (``rows_of``).
        """
        from evenhand.relational.duckdb import DuckDBEngine, Sources

        found = self.findings(knowledge, without)
        segments = knowledge.segments if rows is None else ()
        paths = tuple(self.register.evidence.scored_paths(segments))
        sources = Sources(paths, rows, found.judged, found.doubts, found.withdrawn)
        if self.spark is not None and rows is None:
            from evenhand.relational.spark import SparkEngine

            with SparkEngine(sources, self.spark) as spark:
                yield spark
            return
        if rows is not None and rows.num_rows <= _FEW:
            from evenhand.relational.rows_engine import RowsEngine

            yield RowsEngine(sources)
            return
        with DuckDBEngine(sources) as engine:
            yield engine

    @enforces("RF-1", "RF-16")
    def findings(self, knowledge: Knowledge, without: Collection[RecordId] = ()) -> Findings:
        """What people found of records, as an engine reads it; a retired source's are all in doubt.

        Records that their subject refused, and those that are to be left out, never counted.
        """
        stretches = {
            record: list(there) for record, there in sorted(knowledge.doubted.stretches().items())
        }
        retired = knowledge.doubted.retired
        brought = brought_by(self.register.evidence, knowledge.segments, tuple(retired))
        for record, delivery in sorted(brought.items()):
            there = (retired[delivery], knowledge.doubted.trusted(record))
            stretches.setdefault(record, []).append(there)
        return Findings(
            tuple((int(w), int(s), at) for w, s, at in knowledge.judged),
            tuple((int(r), a, b) for r, there in sorted(stretches.items()) for a, b in there),
            (
                *((int(r), at) for r, (at, _) in sorted(knowledge.withdrawn.items())),
                *((int(r), 0) for r in sorted({*knowledge.agreed.refused, *without})),
            ),
        )

    def subject_named(self, said: str) -> SubjectId:
        """Find a subject by its number, unified social credit code or register number.

        A resident is found by their number of the register (``S-…``) alone: nobody types a
        resident's identity number into a command line.

        Raises:
            BadInput: When there is none.
        """
        if said[:2].upper() == "S-":
            return SubjectId.parse(said)
        for scheme in ("uscc", "organisation_code", "register_number"):
            found = self.register.vault.subject_of(scheme, said)
            if found is not None:
                return self.knowledge().holders.now(found)
        raise BadInput(
            Text(
                zh="登记库中没有这个主体。请写统一社会信用代码；居民只用 S- 开头的主体编号，不写证件号。",
                en="The register has no such subject. Write a unified social credit code; a resident is "
                "named by their number that begins with S-, never by an identity number.",
            )
        )


def unknown(read: str, there: tuple[str, ...], what: Text) -> BadInput:
    """Refuse a name that is not there, with the nearest that is."""
    import difflib

    near = difflib.get_close_matches(read, [str(name) for name in there], 3, 0.4)
    return BadInput(
        Text(
            zh=f"没有{what.zh}“{read}”。相近的有：{'、'.join(near) or '无'}。",
            en=f'There is no {what.en} "{read}". Near it: {", ".join(near) or "none"}.',
        )
    )


def _proved(path: Path, recorded: str) -> bytes:
    try:
        data = path.read_bytes()
    except OSError:
        data = b""
    if hashlib.sha256(data).hexdigest() != recorded:
        raise ProofFailed(
            Text(
                zh=f"{path.name} 不是登记时的文件（摘要不符），不予使用。请从备份恢复。",
                en=f"{path.name} is not the file that was recorded (its digest differs) and is not used. "
                "Restore it from a backup.",
            )
        )
    return data
