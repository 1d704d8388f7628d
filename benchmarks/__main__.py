"""``make bench``: every benchmark in turn, each in a process of its own.

Seconds depend on the machine; what each prints as a ratio is measured side by side in one run.
``python -m benchmarks scoring`` runs one of them.
"""

from __future__ import annotations

import subprocess
import sys

BENCHMARKS = (
    "stages",
    "receive",
    "intake",
    "scoring",
    "workload",
    "arrival",
    "explain",
    "comparing",
    "publish",
    "redress",
    "memory",
    "growth",
    "real",
)


def main(wanted: tuple[str, ...]) -> int:
    """Run the wanted benchmarks, all when none is named; the exit code counts failures."""
    failed = 0
    for name in wanted or BENCHMARKS:
        print(f"\n## {name}", flush=True)
        done = subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False)
        failed += done.returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:])))
