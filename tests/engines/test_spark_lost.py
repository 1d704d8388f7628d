"""What a person is told when Spark goes away in the middle of a question: lost, or out of memory.

Each Spark that is ended here belongs to a process of its own, so that the session of the other tests lives.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from evenhand.kernel.errors import EvenhandError
from evenhand.relational import spark_session
from evenhand.relational.duckdb import Sources
from evenhand.relational.engine import Cluster, Query
from evenhand.relational.spark import SparkEngine
from evenhand.relational.spark_failures import failed
from tests.spark_there import needs_spark

LONG = Query(
    "SELECT SUM(a.id * b.id % 7) AS n FROM range(2000000) a CROSS JOIN range(2000000) b",
    (("n", "int64"),),
)
LARGE = Query(
    "SELECT SIZE(COLLECT_LIST(CONCAT(CAST(id AS STRING), REPEAT('x', 500)))) AS n FROM range(20000000)",
    (("n", "int64"),),
)
SHORT = Query("SELECT CAST(1 AS BIGINT) AS n", (("n", "int64"),))


def say(error: EvenhandError) -> None:
    lines = (type(error).__name__, error.exit_code, error.text.en, error.text.zh)
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def ask(how: str) -> None:
    """Ask a question while Spark is ended, say what came, close, and ask once more."""
    engine = SparkEngine(Sources(), Cluster("local[1]", "512m" if how == "memory" else "1g"))
    context = engine._spark.sparkContext

    def end() -> None:
        while not context.statusTracker().getActiveJobsIds():
            time.sleep(0.05)
        time.sleep(0.5)
        if how == "stop":
            context.stop()
        else:
            os.kill(context._gateway.proc.pid, signal.SIGKILL)

    if how != "memory":
        threading.Thread(target=end).start()
    try:
        engine.run(LARGE if how == "memory" else LONG, {})
    except EvenhandError as error:
        say(error)
    engine.close()
    try:
        with SparkEngine(Sources(), Cluster("local[1]")) as again:
            sys.stdout.write(f"{again.run(SHORT, {}).num_rows}\n")
    except EvenhandError as error:
        say(error)


def told(how: str) -> list[str]:
    words = [sys.executable, "-m", "tests.engines.test_spark_lost", how]
    done = subprocess.run(words, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    return done.stdout.splitlines()


@pytest.mark.slow
@needs_spark
@pytest.mark.parametrize("how", ["stop", "kill"])
def test_who_loses_the_cluster_in_the_middle_is_told_so(how: str) -> None:
    kind, code, english, chinese, *after = told(how)
    assert (kind, code) == ("EvenhandError", "1")
    assert english.startswith("The cluster lost what was computing; nothing was written: ")
    assert english.endswith(". Run it again.")
    assert ".." not in english
    assert chinese.startswith("集群中途失去了计算节点，已停止，没有写入任何内容：")
    if how == "stop":
        assert after == ["1"], "a session that was stopped is begun anew"
    else:
        assert after[2].startswith("The cluster lost what was computing")


@pytest.mark.slow
@needs_spark
def test_a_driver_that_runs_out_of_memory_says_how_to_give_it_more() -> None:
    kind, code, english, chinese, *_ = told("memory")
    assert (kind, code) == ("EvenhandError", "1")
    assert english.startswith("Spark ran out of memory; nothing was written: ")
    assert "Give it more with --driver-memory (such as 8g)" in english
    assert "本机请用 --driver-memory 多给一些" in chinese


@pytest.mark.parametrize(
    ("said", "ended", "expected"),
    [
        ("Job 0 cancelled because SparkContext was shut down", None, "The cluster lost"),
        (
            "Task 3 failed 4 times: ExecutorLostFailure (executor 7 exited)",
            None,
            "The cluster lost",
        ),
        ("[Errno 111] Connection refused", -9, "The cluster lost"),
        ("[Errno 111] Connection refused", 52, "Spark ran out of memory"),
        ("java.lang.OutOfMemoryError: Java heap space", None, "Spark ran out of memory"),
        ("results bigger than spark.driver.maxResultSize (1024.0 MiB)", None, "Spark ran out of"),
        ("[PATH_NOT_FOUND] Path does not exist", None, "The engine cannot read the register"),
    ],
)
def test_every_way_to_fail_has_its_own_words(said: str, ended: int | None, expected: str) -> None:
    assert failed(Exception(said), ended).text.en.startswith(expected)


class Mute(Exception):
    """An error of a Java process that is gone: whoever asks what it says gets an error."""

    def __str__(self) -> str:
        raise ConnectionError("Answer from Java side is empty")


@pytest.mark.parametrize(
    ("ended", "expected"),
    [(52, "Spark ran out of memory"), (-9, "The cluster lost"), (0, "The cluster lost")],
)
def test_an_error_that_can_no_longer_say_what_it_was_is_told_by_how_spark_ended(
    ended: int, expected: str
) -> None:
    told = failed(Mute("An error occurred while calling o103.getResult", object()), ended).text.en
    assert told.startswith(f"{expected}")
    assert "An error occurred while calling o103.getResult" in told


@pytest.mark.parametrize("said", ["", "8", "0g", "-1g", "8 g", "8gb", "lots", "1.5g"])
def test_memory_that_is_no_amount_is_refused_before_anything_begins(said: str) -> None:
    with pytest.raises(EvenhandError, match="is no amount of memory") as refused:
        spark_session.session(Cluster(driver_memory=said))
    assert refused.value.exit_code == 2
    assert "请写整数加 m 或 g" in refused.value.text.zh


def test_half_of_the_machine_unless_somebody_said_otherwise(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("SPARK_DRIVER_MEMORY", "PYSPARK_SUBMIT_ARGS", "SPARK_HOME", "SPARK_CONF_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(spark_session, "_mebibytes_here", lambda: 24_000)
    assert spark_session._memory(None) == {"spark.driver.memory": "12000m"}
    assert spark_session._memory("3g") == {"spark.driver.memory": "3g"}
    monkeypatch.setattr(spark_session, "_mebibytes_here", lambda: 600)
    assert spark_session._memory(None) == {"spark.driver.memory": "1024m"}
    file = tmp_path / "spark-defaults.conf"
    monkeypatch.setenv("SPARK_CONF_DIR", str(tmp_path))
    for line, there in (
        ("# spark.driver.memory 9g\n", False),
        ("spark.driver.memoryOverhead 9g\n", False),
        ("spark.driver.memory   9g\n", True),
        ("spark.driver.memory=9g\n", True),
    ):
        file.write_text(line, encoding="utf-8")
        assert (spark_session._memory(None) == {}) is there, line
        assert spark_session._memory("2g") == {"spark.driver.memory": "2g"}


def test_this_machine_has_memory() -> None:
    assert 100 < spark_session._mebibytes_here() < 100_000_000


if __name__ == "__main__":
    ask(sys.argv[1])
