"""The process's session of Spark: what it needs to begin, and what is said when it cannot.

The driver is the process that plans and to which standings come back; on one machine (``local[2]``) it
computes as well. Its memory has to be said before its Java process starts.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from os import environ
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from evenhand.kernel.errors import BadInput
from evenhand.kernel.text import Text
from evenhand.relational.engine import Cluster
from evenhand.relational.spark_failures import first_line, lost

JAVA: Final = 17
"""The version of Java that Spark 4 is run with here; later ones work too."""

SETTINGS: Final[Mapping[str, str]] = {
    "spark.sql.ansi.enabled": "true",  # an overflow raises
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.parquet.mergeSchema": "true",  # a segment lacks the fields that it does not hold
    "spark.sql.parquet.datetimeRebaseModeInRead": "CORRECTED",
    "spark.sql.caseSensitive": "true",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
}
_LOCAL: Final[Mapping[str, str]] = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "4",
}
_STACK: Final = "-Xss64m"
_PATIENCE: Final = 5.0
_MEMORY: Final = re.compile(r"[1-9][0-9]{0,6}[mg]")
_LEAST: Final = 1024
"""MiB of memory that a driver gets on the smallest machine, which is Spark's own default."""


def session(cluster: Cluster) -> Any:  # a SparkSession
    """The process's session; made when there is none.

    Raises:
        BadInput: When PySpark or Java is missing, memory is not said as Spark says it, or nothing answers.
        EvenhandError: When the session that this process had is gone.
    """
    memory = _memory(cluster.driver_memory)
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise BadInput(
            Text(
                zh="没有安装 PySpark，不能用 Spark 计算。请运行 pip install 'evenhand[spark]'。",
                en="PySpark is not installed, so nothing runs on Spark. "
                "Mend it: pip install 'evenhand[spark]'.",
            )
        ) from None
    master = cluster.master
    try:
        there = SparkSession.getActiveSession()
        if there is not None and there.sparkContext.master == master:
            return there
    except Exception as error:
        raise lost(error) from error
    _refuse_without_java()
    _refuse_unreachable(master)
    logging.getLogger().addFilter(_not_of_py4j)
    environ["PYSPARK_PYTHON"] = environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    settings = {**SETTINGS, **memory, "spark.driver.extraJavaOptions": _STACK}
    settings["spark.executor.extraJavaOptions"] = _STACK
    if master.startswith("local"):
        settings |= _LOCAL
    made = SparkSession.builder.appName("evenhand").master(master)
    for name, value in settings.items():
        made = made.config(name, value)
    try:
        return made.getOrCreate()
    except Exception as error:
        raise _no_master(master, error) from error


def _not_of_py4j(record: logging.LogRecord) -> bool:
    """A lost process is said in our words; py4j writes its trace to the root of all logs beside them."""
    return record.module not in ("java_gateway", "clientserver")


def _memory(asked: str | None) -> Mapping[str, str]:
    """The driver's memory: as asked, else as Spark's own files say, else half of this machine's."""
    if asked is not None and not _MEMORY.fullmatch(asked):
        raise BadInput(
            Text(
                zh=f"“{asked}”不是内存大小。请写整数加 m 或 g，如 4g。",
                en=f'"{asked}" is no amount of memory. Write a whole number and m or g, such as 4g.',
            )
        )
    if asked is None and _said_elsewhere():
        return {}
    return {"spark.driver.memory": asked or f"{max(_mebibytes_here() // 2, _LEAST)}m"}


def _said_elsewhere() -> bool:
    """Whether whoever keeps this machine told Spark how much memory a driver has."""
    if "SPARK_DRIVER_MEMORY" in environ or "driver-memory" in environ.get(
        "PYSPARK_SUBMIT_ARGS", ""
    ):
        return True
    home = environ.get("SPARK_HOME")
    folder = environ.get("SPARK_CONF_DIR") or (f"{home}/conf" if home else None)
    file = Path(folder) / "spark-defaults.conf" if folder else None
    lines = file.read_text(encoding="utf-8").splitlines() if file and file.is_file() else []
    return any(re.match(r"\s*spark\.driver\.memory[\s=:]", line) for line in lines)


def _mebibytes_here() -> int:
    """Memory of this machine, or of the container that this process is in."""
    there = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    limit = Path("/sys/fs/cgroup/memory.max")
    said = limit.read_text(encoding="ascii").strip() if limit.is_file() else ""
    return min(there, int(said) if said.isdigit() else there) // 1024**2


def _refuse_without_java() -> None:
    home = environ.get("JAVA_HOME")
    java = str(Path(home) / "bin" / "java") if home else shutil.which("java")
    said = ""
    if java is not None and Path(java).exists():
        told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)  # noqa: S603
        said = told.stderr.partition('"')[2].partition('"')[0]
    version = said.split(".")[0].split("-")[0]
    if not version.isdigit() or int(version) < JAVA:
        found = said or Text(zh="没有找到", en="none was found").en
        raise BadInput(
            Text(
                zh=f"Spark 需要 Java {JAVA} 或更新版本，这里是：{said or '没有'}。"
                f"请安装 openjdk-{JAVA}-jre-headless，或用 JAVA_HOME 指明。",
                en=f"Spark needs Java {JAVA} or later; here: {found}. "
                f"Install openjdk-{JAVA}-jre-headless, or say where it is with JAVA_HOME.",
            )
        )


def _refuse_unreachable(master: str) -> None:
    """Knock at a cluster's door first: Spark itself tries for a minute and says little."""
    if not master.startswith("spark://"):
        return
    try:
        there = urlsplit(master)
        socket.create_connection((there.hostname or "", there.port or 7077), _PATIENCE).close()
    except (OSError, ValueError) as error:
        raise _no_master(master, error) from error


def _no_master(master: str, error: Exception) -> BadInput:
    said = first_line(error)
    return BadInput(
        Text(
            zh=f"连接不上 Spark 主节点 {master}：{said}。"
            "请检查地址、端口和防火墙，或写 local[2] 在本机计算。",
            en=f"No Spark master answers at {master}: {said}. Check address, port and firewall, "
            "or write local[2] to run on this machine.",
        )
    )
