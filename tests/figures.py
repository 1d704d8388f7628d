"""Figures that tests found, printed at the end of ``make test``, by workers too."""

from __future__ import annotations

import pytest

FIGURE = "figure"


def note(record_property: object, line: str) -> None:
    """Let the summary of the run say a line.

    Args:
        record_property: The fixture of that name; it travels from a worker with the test's report.
        line: One figure, in words.
    """
    assert callable(record_property)
    record_property(FIGURE, line)


def print_figures(reporter: pytest.TerminalReporter) -> None:
    """Print what tests noted, in the order of the words."""
    lines = {
        str(value)
        for reports in reporter.stats.values()
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == FIGURE
    }
    if lines:
        reporter.section("figures")
        for line in sorted(lines):
            reporter.line(line)
