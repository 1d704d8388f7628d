"""Golden files: what a test made, held against the file that was read and committed before.

``make golden`` (``EVENHAND_GOLDEN=write``) rewrites them; ``git diff`` is then read by a person.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path


def check_golden(path: Path, text: str) -> None:
    """Hold a text against its golden file, or write the file when ``EVENHAND_GOLDEN`` is ``write``.

    Raises:
        AssertionError: When the file is absent or says something else; shows the difference.
    """
    if os.environ.get("EVENHAND_GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
        return
    if not path.exists():
        raise AssertionError(f"{path} is missing; write it with `make golden` and read it")
    kept = path.read_bytes().decode("utf-8")
    if kept == text:
        return
    difference = difflib.unified_diff(
        kept.splitlines(keepends=True), text.splitlines(keepends=True), str(path), "made now", n=2
    )
    raise AssertionError(
        "made now differs from the golden file (`make golden` rewrites it)\n"
        + "".join(list(difference)[:200])
    )
