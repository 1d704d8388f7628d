"""Standings that are kept current: those of a full run, and on top what was scored anew since.

To take in what was scored anew costs by how many that were; the whole table is put together only for
whoever asks for it.
"""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from evenhand.kernel.ids import SubjectId
from evenhand.scoring.score import STANDINGS


class CurrentStandings:
    """The standings of one scheme on one day, each subject once."""

    def __init__(self, standings: pa.Table) -> None:
        self._base = standings
        self._since = STANDINGS.empty_table()
        self._asked = pa.array([], pa.int64())

    def take(self, asked: pa.Array, anew: pa.Table) -> None:
        """Take in what was scored anew.

        Args:
            asked: The numbers of everybody whose standing may be another now.
            anew: The standings of those among them who have one; the others have none any more.
        """
        kept = pc.invert(pc.is_in(self._since["subject"], value_set=asked))
        self._since = pa.concat_tables([self._since.filter(kept), anew]).combine_chunks()
        self._asked = pc.unique(pa.concat_arrays([self._asked, asked]))

    def of(self, subject: SubjectId) -> pa.Table:
        """The standing of one subject, as a table of one row or none."""
        number = pa.scalar(int(subject), pa.int64())
        there = pc.is_in(pa.array([number.as_py()], pa.int64()), value_set=self._asked)
        table = self._since if there[0].as_py() else self._base
        return table.filter(pc.equal(table["subject"], number))

    def whole(self, known: int) -> pa.Table:
        """All standings in order of subjects, as a full run by what is known at a microsecond says them."""
        rest = pc.invert(pc.is_in(self._base["subject"], value_set=self._asked))
        both = pa.concat_tables([self._base.filter(rest), self._since]).sort_by("subject")
        moments = pa.repeat(pa.scalar(known, pa.int64()), both.num_rows)
        return both.set_column(STANDINGS.names.index("known"), "known", moments).cast(STANDINGS)
