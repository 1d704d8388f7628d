"""A day of the register on Spark: the same digests, and whole or not at all when a worker dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.spark_there import needs_spark
from tests.world import PENALTIES, World, minor_and_serious

pytestmark = [pytest.mark.slow, needs_spark]

CLUSTER = "local-cluster[2,1,1024]"
"""Two workers with processes of their own, one core and 1,024 MiB each."""


@pytest.fixture
def delivered(town: World) -> World:
    """A town with penalties delivered; no day was run on them yet."""
    town.deliver(PENALTIES, *minor_and_serious())
    return town


def twin(town: World) -> World:
    return town.copy(town.folder.with_name("twin"))


def kept(town: World) -> dict[str, bytes]:
    """The standings that the register shows."""
    folder = town.register / "standings"
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*"))}


def process(town: World) -> subprocess.Popen[str]:
    """The run on the cluster, in a process of its own and at the head of a group."""
    return process_of(
        [sys.executable, "-m", "evenhand.cli", "run", "--engine", "spark", "--master", CLUSTER,
         "--register", str(town.register)]
    )  # fmt: skip


def process_of(words: list[str]) -> subprocess.Popen[str]:
    """A process at the head of a group."""
    pipe = subprocess.PIPE
    return subprocess.Popen(words, stdout=pipe, stderr=pipe, text=True, start_new_session=True)


def workers(run: subprocess.Popen[str]) -> Iterator[int]:
    """The processes of Spark that compute for a run."""
    return spark_processes(run, b"CoarseGrainedExecutorBackend")


def spark_processes(run: subprocess.Popen[str], called: bytes) -> Iterator[int]:
    """The processes of a run that have a word in their command."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes()
            session = int((folder / "stat").read_text().rpartition(")")[2].split()[3])
        except (OSError, ValueError):  # it ended while we looked
            continue
        if session == run.pid and called in words:
            yield int(folder.name)


def killed(run: subprocess.Popen[str], most: int, computing: float) -> int:
    """Kill workers, each after it computed for some seconds; how many died before the run ended."""
    done: set[int] = set()
    until = time.monotonic() + 240
    while run.poll() is None and len(done) < most and time.monotonic() < until:
        for worker in list(workers(run)):
            if worker not in done and len(done) < most:
                time.sleep(computing)
                try:
                    os.kill(worker, signal.SIGKILL)
                except ProcessLookupError:
                    break
                done.add(worker)
        time.sleep(0.02)
    return len(done)


def ended(run: subprocess.Popen[str]) -> tuple[int, str]:
    try:
        _, err = run.communicate(timeout=240)
    finally:
        if run.poll() is None:
            os.killpg(run.pid, signal.SIGKILL)
    return run.returncode, err


def test_a_day_on_spark_is_the_day_on_duckdb(delivered: World) -> None:
    other = twin(delivered)
    here = delivered.run()
    there = other.must("run", "--engine", "spark", "--json").value
    assert there == here
    assert there["proposed"]
    assert other.head() == delivered.head()
    assert kept(other) == kept(delivered)
    again = other.run()
    assert again["repeated"], "the same day on the other engine is the same day"


def test_a_run_outlives_a_worker_that_is_killed(delivered: World) -> None:
    other = twin(delivered)
    delivered.run()
    run = process(other)
    assert killed(run, 1, 0.5) == 1
    code, err = ended(run)
    assert code == 0, err
    assert kept(other) == kept(delivered)
    assert other.head() == delivered.head()


def test_a_run_that_loses_what_plans_for_it_says_so_and_changes_nothing(delivered: World) -> None:
    before, head = kept(delivered), delivered.head()
    plans = delivered.register / "derived" / "plans"
    there = set(plans.glob("*"))
    run = process(delivered)
    while not set(plans.glob("*")) - there:  # the first thing that is done with the engine
        assert run.poll() is None, ended(run)
        time.sleep(0.05)
    (driver,) = spark_processes(run, b"org.apache.spark.deploy.SparkSubmit")
    os.kill(driver, signal.SIGKILL)
    code, err = ended(run)
    assert code == 1, err
    assert "The cluster lost what was computing; nothing was written: " in err, err
    assert "Run it again." in err
    assert "Traceback" not in err
    assert (kept(delivered), delivered.head()) == (before, head)
    assert delivered.run()["proposed"]


def test_a_run_that_dies_with_all_its_workers_changes_nothing(delivered: World) -> None:
    before, head = kept(delivered), delivered.head()
    run = process(delivered)
    while not list(workers(run)):
        assert run.poll() is None, ended(run)
        time.sleep(0.05)
    os.killpg(run.pid, signal.SIGKILL)
    assert ended(run)[0] == -signal.SIGKILL
    assert (kept(delivered), delivered.head()) == (before, head)
    assert delivered.run()["proposed"]


def test_a_master_without_spark_is_refused(town: World) -> None:
    done = town.say("run", "--master", "spark://here:7077")
    assert done.code == 2
    assert "--master is Spark's alone: write --engine spark beside it" in done.err
    chinese = town.say("--lang", "zh", "run", "--master", "spark://here:7077")
    assert "--master 只用于 Spark" in chinese.err


def test_memory_of_spark_is_refused_without_spark_and_when_it_is_no_amount(town: World) -> None:
    done = town.say("run", "--driver-memory", "8g")
    assert done.code == 2
    assert "--driver-memory is Spark's alone: write --engine spark beside it" in done.err
    much = town.say("run", "--engine", "spark", "--driver-memory", "much")
    assert much.code == 2
    assert '"much" is no amount of memory. Write a whole number and m or g' in much.err


def test_a_master_that_is_not_there_is_refused_and_nothing_changes(delivered: World) -> None:
    before, head = kept(delivered), delivered.head()
    done = delivered.say("run", "--engine", "spark", "--master", "spark://127.0.0.1:9")
    assert done.code == 2
    assert "No Spark master answers at spark://127.0.0.1:9" in done.err
    assert (kept(delivered), delivered.head()) == (before, head)
