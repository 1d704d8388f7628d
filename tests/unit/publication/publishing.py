"""Publish a town's second edition as a command: ``python -m tests.unit.publication.publishing FOLDER``."""

from __future__ import annotations

import sys
from pathlib import Path

from evenhand.kernel.errors import EvenhandError
from evenhand.publication.publish import publish, read_past
from tests.unit.publication.town import NAMED, PUBLISHER, content


def main(target: Path) -> int:
    """Publish, and say so when it is done."""
    try:
        edition, report = publish(
            target, content(range(1, 6), number=2), PUBLISHER, read_past(target, 1, NAMED)
        )
    except EvenhandError as refused:
        sys.stderr.write(f"{refused}\n")
        return refused.exit_code
    sys.stdout.write(f"published {edition.number} with {report.entries}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
