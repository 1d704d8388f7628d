"""The standings of one scheme in a running process, kept current while deliveries come in.

New segments, corrections, identities that were judged and findings about records touch the subjects that
they are about; these are scored anew over their own rows. Whatever else an answer can depend on (another
day or version, consents, a retired source, a code issued again, evidence that was taken away) and any
scheme that ranks among peers is scored whole again. The answer is that of a full run either way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pyarrow as pa

from evenhand.kernel.ids import RecordId, SubjectId
from evenhand.kernel.periods import Clocks, Moment, microseconds
from evenhand.pipeline.inquiry import scheme_in_force
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.opened import Findings, Opened
from evenhand.pipeline.population import among, population, rows_of
from evenhand.pipeline.residents import Uncovered, records_uncovered, uncovered
from evenhand.relational.duckdb import Sources
from evenhand.relational.duckdb_kept import KeptEngine
from evenhand.relational.facts import touched_by
from evenhand.schemes.scheme import InForce
from evenhand.scoring.current import CurrentStandings
from evenhand.scoring.questions import ask
from evenhand.scoring.score import score

_FOLLOWED: Final = frozenset(
    {
        "delivery.received", "held.settled", "identity.judged", "document.conflict",
        "document.conflict_settled", "record.doubted", "record.doubt_settled", "record.corrected",
        "correction.made",
    }
)  # fmt: skip
"""Events after which those whom they touch are scored anew, and nobody else."""

_BESIDE: Final = ("case.", "conflict.", "edition.", "person.", "rows.", "file.", "run.", "clock.")
"""Events on which no standing of the same day depends; after any other, everybody is scored again."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the standings were made of, as far as a later look has to compare it.

    Attributes:
        uncovered: What no yes covers.
        followed: Whether everything since the look before is followed subject by subject.
    """

    in_force: InForce
    clocks: Clocks
    segments: tuple[str, ...]
    uncovered: Uncovered
    findings: Findings
    head: int
    at: Moment
    followed: bool


class Current:
    """The standings of one scheme, current as of the last ``catch_up``; close it after use.

    Args:
        opened: The register.
        scheme: The scheme's name.
        at: The register's clock.

    Raises:
        BadInput: When no such scheme is in force.
        ProofFailed: When evidence or a file does not fit its digest.
    """

    def __init__(self, opened: Opened, scheme: str, at: Moment) -> None:
        self._opened, self._scheme = opened, scheme
        self._engine = KeptEngine()
        self._seen = self._look(at, None)
        self._said_yes: frozenset[SubjectId] = frozenset()
        self._standings = self._full()

    def close(self) -> None:
        """Let go of the engine."""
        self._engine.close()

    def catch_up(self, at: Moment) -> tuple[SubjectId, ...] | None:
        """Take in what the register learned since.

        Returns:
            Who was scored anew, in order of their numbers; None: everybody was.

        Raises:
            BadInput: When the scheme is no longer in force.
            ProofFailed: When evidence or a file does not fit its digest.
        """
        before, self._seen = self._seen, self._look(at, self._seen)
        touched = self._touched(before, self._seen)
        if touched is None:
            self._standings = self._full()
            return None
        if touched:
            self._score_anew(touched)
        return tuple(sorted(touched))

    def standings(self) -> pa.Table:
        """All standings, as ``score`` gives them for everybody."""
        return self._standings.whole(microseconds(self._seen.clocks.known_at))

    def of(self, subject: SubjectId) -> pa.Table:
        """The standing of one subject, as a table of one row or none."""
        return self._standings.of(subject)

    def _look(self, at: Moment, before: _Seen | None) -> _Seen:
        opened = self._opened
        knowledge = opened.knowledge(at)
        followed = before is not None and not self._more_came(before.head)
        clocks = Clocks(opened.today(at), knowledge.learned or at)
        in_force = scheme_in_force(opened, self._scheme, clocks)
        if before is not None and followed and before.in_force == in_force:
            beyond = before.uncovered
        else:
            beyond = uncovered(opened, in_force, knowledge)
        findings = opened.findings(knowledge, records_uncovered(opened, beyond, knowledge))
        return _Seen(
            in_force, clocks, knowledge.segments, beyond, findings, knowledge.head, at, followed
        )

    def _full(self) -> CurrentStandings:
        opened, seen = self._opened, self._seen
        knowledge = opened.knowledge(seen.at)
        everybody = population(opened, seen.in_force, seen.clocks, knowledge)
        opt_in = seen.in_force.scheme.participation == "opt_in"
        self._said_yes = frozenset(everybody) if opt_in else frozenset()
        without = records_uncovered(opened, seen.uncovered, knowledge)
        with opened.engine(knowledge, without) as engine:
            asked = ask(everybody, seen.clocks)
            return CurrentStandings(score(engine, seen.in_force, asked, opened.plans))

    def _score_anew(self, touched: set[SubjectId]) -> None:
        opened, seen = self._opened, self._seen
        knowledge, found = opened.knowledge(seen.at), seen.findings
        there = self._among(touched, knowledge)
        rows = rows_of(opened, knowledge, there)
        self._engine.hold(Sources((), rows, found.judged, found.doubts, found.withdrawn))
        anew = score(self._engine, seen.in_force, ask(there, seen.clocks), opened.plans)
        self._standings.take(pa.array(sorted(map(int, touched)), pa.int64()), anew)

    def _among(self, touched: set[SubjectId], knowledge: Knowledge) -> list[SubjectId]:
        """Those of them whom the scheme may be asked about, in order of their numbers.

        Whoever said yes at the last full run still does: after any event about consents everybody is
        scored again.
        """
        seen = self._seen
        others = touched - self._said_yes
        new = among(self._opened, seen.in_force, seen.clocks, knowledge, others) if others else ()
        return sorted({*(touched & self._said_yes), *new})

    def _touched(self, before: _Seen, now: _Seen) -> set[SubjectId] | None:
        """Whose standing may be another; None where that is not looked for subject by subject."""
        same = (before.in_force, before.clocks.as_of) == (now.in_force, now.clocks.as_of)
        came = set(now.segments) - set(before.segments)
        if not same or set(before.segments) - set(now.segments) or not now.followed:
            return None
        if now.in_force.scheme.scale.peers is not None:
            return None if came or before.findings != now.findings else set()
        store = self._opened.register.evidence
        numbers, records = touched_by(store, came)
        records |= _changed(before.findings, now.findings)
        numbers |= store.whose(now.segments, records)
        judged = set(before.findings.judged) ^ set(now.findings.judged)
        numbers |= {SubjectId(one) for waiting, meant, _ in judged for one in (waiting, meant)}
        means = {(SubjectId(w), SubjectId(m)) for w, m, _ in now.findings.judged}
        return numbers | {meant for waiting, meant in means if waiting in numbers}

    def _more_came(self, head: int) -> bool:
        """Whether the ledger has an event after a number that is not followed subject by subject."""
        return any(
            event.kind not in _FOLLOWED and not event.kind.startswith(_BESIDE)
            for event in self._opened.register.ledger.read(after=head)
        )


def _changed(before: Findings, now: Findings) -> set[RecordId]:
    """Records that are in doubt, or found wrong, otherwise than before."""
    doubts = set(before.doubts) ^ set(now.doubts)
    wrong = set(before.withdrawn) ^ set(now.withdrawn)
    return {RecordId(r) for r, _, _ in doubts} | {RecordId(r) for r, _ in wrong}
