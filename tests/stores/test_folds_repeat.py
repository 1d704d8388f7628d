"""Whoever folds the ledger anew, under any seed, zone or locale, knows the same (E2, F30)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.stores import golden_register as golden

ASKED = """
import json, sys
from pathlib import Path
from evenhand.cases.monitors import violations
from evenhand.pipeline.opened import Opened
with Opened(Path(sys.argv[1])) as opened:
    ledger = opened.register.ledger
    said = list(opened.desk.states)
    held = sorted(opened.desk.people.tenures)
    found = violations(ledger.read(), opened.founders, opened.zone)
    knowledge = opened.knowledge()
    print(json.dumps([list(ledger.head()), len(said), list(knowledge.schemes), held, found]))
    for case in opened.desk.states.values():
        print(case.status, case.effect, case.content, case.openings, sorted(case.suppliers))
"""


def test_folds_in_other_surroundings_say_the_same(tmp_path: Path) -> None:
    folder = golden.KEPT / "0.1.0"
    town = golden.unpack(folder, tmp_path)
    said = set()
    for seed, zone, locale, threads in (
        ("0", "UTC", "C", "1"),
        ("1", "Pacific/Kiritimati", "C.UTF-8", "2"),
        ("77", "America/St_Johns", "zh_CN.UTF-8", "4"),
    ):
        done = subprocess.run(
            [sys.executable, "-c", ASKED, str(town.register)],
            env=os.environ
            | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "OMP_NUM_THREADS": threads},
            capture_output=True,
            text=True,
            check=True,
        )
        said.add(done.stdout)
    assert len(said) == 1
    (only,) = said
    assert "in_effect" in only
