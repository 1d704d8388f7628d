"""Two schemes over the whole register, before one of them is law: counts of who would move, and why.

Both are asked by one engine about the same subjects, on the same day, by the same knowledge, and as
if public since the same day: the rules are compared, not the days on which they became known. A
comparison is no list: it names nobody, hides small counts, and records nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyarrow as pa

from evenhand.kernel.canonical import Json, digest
from evenhand.kernel.errors import BadInput
from evenhand.kernel.grounds import Ground
from evenhand.kernel.ids import RecordType, SubjectId
from evenhand.kernel.periods import Clocks, Day, said
from evenhand.kernel.text import Text
from evenhand.pipeline.knowledge import Knowledge, Publicised
from evenhand.pipeline.opened import Opened, unknown
from evenhand.pipeline.population import population
from evenhand.relational.engine import Engine
from evenhand.rights.floor import enforces
from evenhand.schemes.check import accept
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import InForce, Scheme
from evenhand.scoring.beside import beside
from evenhand.scoring.compare import Where, compare
from evenhand.scoring.comparison_tables import Table, tables_of
from evenhand.scoring.comparison_words import main_cause_said, said_of, unheard_said
from evenhand.scoring.grounds import grounds
from evenhand.scoring.questions import ask

Advance = Callable[[int, int], None]

PERSONS: Final = ("resident", "sole_trader")
FORM: Final = "evenhand/comparison/1"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A scheme that is compared; ``public`` is None while it is a draft."""

    scheme: Scheme
    public: Publicised | None

    def said(self) -> dict[str, Json]:
        """Which scheme it is, as a canonical value."""
        return {
            "scheme": self.scheme.scheme,
            "version": self.scheme.version,
            "digest": self.scheme.digest,
            "kind": self.scheme.kind,
            "public_since": None if self.public is None else self.public.since.isoformat(),
        }


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison that may be shown.

    Attributes:
        as_if_public_since: The day since which both are taken to be public; None: every record
            counts.
        whose: Who was compared, in a sentence.
        tables: Counts, small ones hidden.
        sentences: What the tables come to.
        cause: The sentence among them that names the main cause.
        unheard: Record types that one of the two looks at and no source of the register delivers.
        said_of_unheard: The same in a sentence; None where every type is delivered.
    """

    old: Candidate
    new: Candidate
    clocks: Clocks
    as_if_public_since: Day | None
    whose: Text
    tables: Mapping[str, Table]
    sentences: tuple[Text, ...]
    cause: Text
    unheard: tuple[RecordType, ...] = ()
    said_of_unheard: Text | None = None

    def as_json(self) -> dict[str, Json]:
        """The whole comparison as a canonical value."""
        since = self.as_if_public_since
        return {
            "form": FORM,
            "old": self.old.said(),
            "new": self.new.said(),
            "as_of": self.clocks.as_of.isoformat(),
            "known_at": said(self.clocks.known_at),
            "as_if_public_since": None if since is None else since.isoformat(),
            "subjects": self.new.scheme.subjects,
            "not_delivered": [str(kind) for kind in self.unheard],
            "whose": {"zh": self.whose.zh, "en": self.whose.en},
            "sentences": [{"zh": text.zh, "en": text.en} for text in self.sentences],
            "tables": {name: _said(table) for name, table in self.tables.items()},
        }

    def digest(self) -> str:
        """SHA-256 of its canonical form; the same question gives the same."""
        return digest(self.as_json())


def candidate(opened: Opened, named: str, on: Day, *, public_only: bool = False) -> Candidate:
    """Find a scheme: a file, or ``name`` or ``name@version`` of one that is public.

    A name without a version is the version in force on the day, or else the one made public last.

    Raises:
        BadInput: When there is none.
        SchemeRefused: When a file is refused by the checker.
    """
    schemes = opened.knowledge().schemes
    path = Path(named)
    if path.is_file() and not public_only:
        return draft_of(opened, read_scheme(path.read_bytes(), named, opened.catalogue))
    name, _, version = named.partition("@")
    made = [m for m in schemes.values() if m.scheme == name and version in ("", m.version)]
    if not made:
        names = tuple(str(m.scheme) for m in schemes.values()) if not version else ()
        versions = tuple(f"{m.scheme}@{m.version}" for m in schemes.values())
        raise unknown(
            named, names or versions, Text(zh="文件或公开的办法", en="file or public scheme")
        )
    chosen = sorted(made, key=lambda m: m.since)
    there = [m for m in chosen if on in opened.scheme(m).in_force and m.since <= on]
    last = (there or chosen)[-1]
    return Candidate(opened.scheme(last), last)


def draft_of(opened: Opened, scheme: Scheme) -> Candidate:
    """A scheme that was read from a file; the very file may be public.

    Raises:
        SchemeRefused: When it is a draft that the checker refuses.
    """
    public = opened.knowledge().schemes.get((scheme.scheme, scheme.version))
    if public is not None and public.digest == scheme.digest:
        return Candidate(scheme, public)
    accept(scheme, opened.catalogue)
    return Candidate(scheme, None)


def compare_schemes(
    opened: Opened,
    old: Candidate,
    new: Candidate,
    clocks: Clocks,
    advance: Advance = lambda _done, _of: None,
) -> Compared:
    """Compare two schemes over the register.

    Args:
        opened: The register.
        old: The scheme that stands.
        new: The scheme that would take its place.
        clocks: The day asked about, and how much was known.
        advance: Told of each step.

    Raises:
        BadInput: When the two are about different subjects, one is a framework, or a number of one
            has no value on that day.
        ProofFailed: When evidence or a file does not fit its digest.
    """
    _comparable(opened, old, new)
    knowledge = opened.knowledge(clocks.known_at)
    subjects, whose = _whom(opened, old, new, clocks, knowledge)
    since = next((c.public.since for c in (old, new) if c.public is not None), None)
    if opened.register.settings.kind == "reproduction":
        since = None
    asked, cache, steps = ask(subjects, clocks), opened.plans, 3
    one, other = (InForce(candidate.scheme, since) for candidate in (old, new))
    advance(0, steps)
    with opened.engine(knowledge) as engine:
        told = beside(engine, one, other, asked, cache)
        advance(1, steps)
        met = (
            _grounds(engine, one, asked, clocks, cache),
            _grounds(engine, other, asked, clocks, cache),
        )
    advance(2, steps)
    found = compare(told, met, _where(opened, subjects, new.scheme))
    tables = tables_of(found)
    advance(steps, steps)
    sentences = said_of(old.scheme, new.scheme, tables)
    cause = main_cause_said(old.scheme, new.scheme, tables["causes"], tables["moves"])
    unheard = _unheard(opened, old, new, knowledge)
    said = unheard_said(unheard, opened.catalogue) if unheard else None
    return Compared(old, new, clocks, since, whose, tables, sentences, cause, unheard, said)


def _unheard(
    opened: Opened, old: Candidate, new: Candidate, knowledge: Knowledge
) -> tuple[RecordType, ...]:
    """What the two look at and no source delivers: a rule about it moves nobody here."""
    looked_at = old.scheme.reads() | new.scheme.reads()
    heard = {
        rule.record
        for source in knowledge.sources
        if source not in knowledge.retired
        for rule in opened.contract(source, knowledge).sheets
    }
    return tuple(sorted(looked_at - heard))


@enforces("RF-1")
def _whom(
    opened: Opened, old: Candidate, new: Candidate, clocks: Clocks, knowledge: Knowledge
) -> tuple[list[SubjectId], Text]:
    """Who is compared: of residents nobody without a consent in force."""
    subjects = population(opened, InForce(old.scheme, None), clocks, knowledge)
    if new.scheme.participation != "opt_in" and old.scheme.participation != "opt_in":
        return subjects, Text(
            zh="比较的是登记库中有信息记录的全部此类主体。",
            en="Compared is every such subject that the register has a record about.",
        )
    name = old.scheme.scheme
    if new.scheme.scheme != name and new.public is not None:
        both = set(population(opened, InForce(new.scheme, None), clocks, knowledge))
        return [subject for subject in subjects if subject in both], Text(
            zh=f"只比较当日对 {name} 和 {new.scheme.scheme} 的同意都有效的居民。",
            en=f"Compared are only those whose consents to {name} and to {new.scheme.scheme} are both in "
            "force.",
        )
    if new.public is not None:
        return subjects, Text(
            zh=f"只比较当日对 {name} 的同意有效的居民。",
            en=f"Compared are only those whose consent to {name} is in force.",
        )
    return subjects, Text(
        zh=f"只比较当日对 {name} 的同意有效的居民；对尚未公布的新办法，还没有人能表示同意。",
        en=f"Compared are only those whose consent to {name} is in force; nobody could consent to a "
        "scheme that is not public yet.",
    )


@enforces("RF-1")
def _comparable(opened: Opened, old: Candidate, new: Candidate) -> None:
    if old.scheme.subjects != new.scheme.subjects:
        raise BadInput(
            Text(
                zh=f"{old.scheme.scheme} 评价的是 {old.scheme.subjects}，{new.scheme.scheme} 评价的是 "
                f"{new.scheme.subjects}：主体类别不同，无法比较。",
                en=f"{old.scheme.scheme} is about {old.scheme.subjects}, {new.scheme.scheme} about "
                f"{new.scheme.subjects}: schemes about different subjects cannot be compared.",
            )
        )
    study = opened.register.settings.kind == "reproduction"
    for one in (old, new):
        if one.scheme.kind == "framework":
            raise BadInput(
                Text(
                    zh=f"{one.scheme.scheme} 是框架，不据以评价任何主体，无法比较。",
                    en=f"{one.scheme.scheme} is a framework: nobody is scored by it, and there is nothing "
                    "to compare.",
                )
            )
        persons = one.scheme.subjects in PERSONS
        if one.scheme.kind == "reproduction" and persons and not study:
            raise BadInput(
                Text(
                    zh=f"{one.scheme.scheme} 是复现的居民办法：只在研究用的登记库中比较。",
                    en=f"{one.scheme.scheme} is a reproduction about residents: it is compared in a register "
                    "of study and in no other.",
                )
            )


def _grounds(
    engine: Engine, in_force: InForce, asked: pa.Table, clocks: Clocks, cache: Path
) -> Sequence[Ground]:
    """What a scheme would propose; nothing where it has no list."""
    if not in_force.scheme.lists:
        return ()
    return grounds(engine, in_force, clocks, asked, cache=cache)


def _where(
    opened: Opened, subjects: Sequence[SubjectId], scheme: Scheme
) -> Where | dict[int, Where]:
    """Kind and district; a person has no district here, an organisation that of its code."""
    if scheme.subjects in PERSONS:
        return Where(scheme.subjects, None)
    found: dict[int, Where] = {}
    for subject in subjects:
        named, value, kind = opened.register.vault.identifier_of(subject)
        found[int(subject)] = Where(kind, value[2:8] if named == "uscc" else None)
    return found


def _said(table: Table) -> dict[str, Json]:
    return {
        "rows": list(table.rows),
        "columns": list(table.columns),
        "counts": [[_cell(table, row, column) for column in table.columns] for row in table.rows],
    }


def _cell(table: Table, row: str, column: str) -> Json:
    shown = table.at(row, column)
    return shown.mark or shown.count
