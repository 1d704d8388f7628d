"""Numbers of the procedure that no list, setting or person can go below, each with its reason."""

from __future__ import annotations

import datetime as dt
from typing import Final

OBJECTION_DAYS_LEAST: Final = 15
"""Days to object after proven delivery (RF-10)."""

DECIDE_WITHIN: Final = dt.timedelta(days=30)
"""From the end of the time to object; past it the case closes without an entry (RF-11)."""

EFFECT_WITHIN: Final = dt.timedelta(days=7)
"""From the end of the time to decide: a signed decision that the register has not carried out by then,
for whatever reason, is not carried out any more. So no job that runs late can spring one on anybody."""

DELIVER_WITHIN: Final = dt.timedelta(days=90)
"""From the proposal to the proven delivery (or, for a red list, the decision): no proposal hangs
over anybody without end (RF-12)."""

REVIEW_WITHIN: Final = dt.timedelta(days=30)
"""From a suspension to the end of its review; past it the entry ends (RF-11)."""

APPEAL_WITHIN: Final = dt.timedelta(days=30)
"""From an appeal to its decision; past it the entry has no effect (RF-11). A last day that is no working
day does not move on: that reading is the shorter one for the authority."""

REPAIR_WORKING_DAYS: Final = 10
"""Working days from an application for repair to its decision, read the shorter way for the authority."""

REPAIR_LATEST: Final = dt.timedelta(days=30)
"""However many rest days lie between, a repair is decided within these (RF-11)."""

LONGEST_MONTHS: Final = 36
"""No adverse entry lasts longer (RF-8, RF-12)."""

DAILY_CAP: Final = 40
"""Decisions to list that one person can sign in a day: at twelve minutes a case, a full working day.
There is no door for listing in bulk; a decision not to list is not counted."""

READING: Final = dt.timedelta(minutes=3)
"""Between opening a dossier and deciding against its subject, on the register's clock: less than a
page of evidence and a page of reasons take to read (reliability, T15)."""

REASONS_LEAST: Final = 10
"""Characters of a reason, white space aside: one short sentence in Chinese."""
