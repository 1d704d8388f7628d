"""The distributed engine: Spark over the same evidence segments, read by Spark itself.

What it guards: it reads the files that it was given, whose digests the caller has checked; it writes
none; sums that do not fit 64 bits raise; days know no time zone. What it does not do: it locks nothing
down (whoever can reach the cluster can read what the cluster can read), and workers read the files
again after their digests were checked.

One session of Spark serves a process; each engine has a space of names of its own in it.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from os import environ
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self
from urllib.parse import urlsplit

import pyarrow as pa

from evenhand.kernel.errors import BadInput, EvenhandError, RegisterDamaged
from evenhand.kernel.text import Text
from evenhand.relational.columns import FIELD_PREFIX, SCORED
from evenhand.relational.engine import Query
from evenhand.relational.spark_moves import moved_once
from evenhand.relational.spark_view import records_view, superseded_view
from evenhand.relational.view import doubted_table, judged_table, withdrawn_table

if TYPE_CHECKING:
    from evenhand.relational.duckdb import Sources

JAVA: Final = 17
"""The version of Java that Spark 4 is run with here; later ones work too."""

_KIND = {"int64": "bigint", "string": "string", "date": "date", "bool": "boolean", "any": "string"}
_SETTINGS: Final[Mapping[str, str]] = {
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
_DIVIDE = (
    "CREATE OR REPLACE TEMPORARY FUNCTION divide(a BIGINT, b BIGINT) RETURNS BIGINT "
    "RETURN a DIV NULLIF(b, 0)"
)
_STACK: Final = "-Xss64m"
_PATIENCE: Final = 5.0


class SparkEngine:
    """Runs plans on a Spark cluster; keeps the protocol ``Engine``."""

    def __init__(self, sources: Sources, master: str = "local[2]") -> None:
        """Begin; starts the process's Spark session unless there is one.

        Raises:
            BadInput: When PySpark or Java is missing, or nothing answers at ``master``.
            RegisterDamaged: When the evidence cannot be read.
        """
        self._spark: Any = _session(master).newSession()
        for name, value in _SETTINGS.items():
            if name.startswith("spark.sql."):
                self._spark.conf.set(name, value)
        self._added: dict[str, str] = {}
        try:
            self._spark.sql(_DIVIDE)
            self._load(sources)
        except Exception as error:
            raise _damaged(error) from error

    @property
    def dialect(self) -> str:
        """The SQL dialect that it reads."""
        return "pyspark"

    @property
    def at_once(self) -> int | None:
        """None: workers spill to their disks, and to plan anew costs more than a large question."""
        return None

    def __enter__(self) -> Self:
        """Use the engine in a ``with`` block, which closes it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the engine."""
        self.close()

    def close(self) -> None:
        """Let go of the names; the session goes with the process."""
        for name in ("records", "evidence", "judged", "doubted", "withdrawn", "superseded"):
            self._spark.catalog.dropTempView(name)

    def run(self, query: Query, tables: Mapping[str, pa.Table]) -> pa.Table:
        """Run one query over the records and the given tables, and cast to what it promises.

        Raises:
            RegisterDamaged: When a field has another type in the evidence than the plan takes it
                for, or a sum does not fit 64 bits.
            EvenhandError: When the statement is not one that reads, or the cluster lost the work.
        """
        if not query.sql.lstrip("( \n").upper().startswith(("SELECT", "WITH")):
            raise EvenhandError(
                Text(
                    zh="引擎只运行一条读取语句。", en="The engine runs one statement, and it reads."
                )
            )
        self._admit_fields(query)
        for name, table in tables.items():
            self._told(table).createOrReplaceTempView(name)
        try:
            found: pa.Table = self._spark.sql(moved_once(query.sql)).toArrow()
            return found.select(query.schema().names).cast(query.schema())
        except Exception as error:
            raise _stopped(error) if _lost(error) else _damaged(error) from error
        finally:
            for name in tables:
                self._spark.catalog.dropTempView(name)

    def _load(self, sources: Sources) -> None:
        if sources.scored:
            read = self._spark.read.parquet(*(str(path.absolute()) for path in sources.scored))
        elif sources.rows is not None:
            read = self._told(sources.rows)
        else:
            read = self._told(pa.schema(SCORED).empty_table())
        read.createOrReplaceTempView("evidence")
        self._fields = {name: kind for name, kind in read.dtypes if name.startswith(FIELD_PREFIX)}
        for name, table in (
            ("judged", judged_table(sources.judgements)),
            ("doubted", doubted_table(sources.doubts)),
            ("withdrawn", withdrawn_table(sources.withdrawn)),
        ):
            self._told(table).createOrReplaceTempView(name)
        self._spark.sql(superseded_view())
        self._show_records()

    def _told(self, table: pa.Table) -> Any:  # a DataFrame of Spark
        return self._spark.createDataFrame(table)

    def _show_records(self) -> None:
        self._spark.sql(records_view(sorted(self._fields), sorted(self._added.items())))

    def _admit_fields(self, query: Query) -> None:
        """Show fields of the plan that no record has yet as null throughout."""
        for name, kind in query.fields:
            found = self._fields.get(name, _KIND[kind])
            if kind != "any" and found != _KIND[kind]:
                raise _other_type(name, found, _KIND[kind])
        wanted = {
            name: _KIND[kind]
            for name, kind in query.fields
            if name not in self._fields and (kind != "any" or name not in self._added)
        }
        if not wanted.items() <= self._added.items():
            self._added |= wanted
            self._show_records()


def _session(master: str) -> Any:  # a SparkSession
    """The process's session; made when there is none."""
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
    there = SparkSession.getActiveSession()
    if there is not None and there.sparkContext.master == master:
        return there
    _refuse_without_java()
    _refuse_unreachable(master)
    environ["PYSPARK_PYTHON"] = environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    settings = {**_SETTINGS, "spark.driver.extraJavaOptions": _STACK}
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
    said = _first_line(error)
    return BadInput(
        Text(
            zh=f"连接不上 Spark 主节点 {master}：{said}。"
            "请检查地址、端口和防火墙，或写 local[2] 在本机计算。",
            en=f"No Spark master answers at {master}: {said}. Check address, port and firewall, "
            "or write local[2] to run on this machine.",
        )
    )


def _lost(error: Exception) -> bool:
    said = str(error)
    return any(part in said for part in ("SparkContext was shut down", "ExecutorLost", "was lost"))


def _stopped(error: Exception) -> EvenhandError:
    said = _first_line(error)
    return EvenhandError(
        Text(
            zh=f"集群中途失去了计算节点，已停止，没有写入任何内容：{said}。请再运行一次。",
            en=f"The cluster lost what was computing; nothing was written: {said}. Run it again.",
        )
    )


def _other_type(name: str, found: str, taken: str) -> RegisterDamaged:
    field = name.removeprefix(FIELD_PREFIX)
    return RegisterDamaged(
        Text(
            zh=f"字段“{field}”在登记册中是{found}，而办法把它当作{taken}。同名字段在目录中只能有一种类型。",
            en=f'The field "{field}" is {found} in the register, and the scheme takes it for {taken}. '
            "A field's name has one kind throughout the catalogue.",
        )
    )


def _damaged(error: Exception) -> RegisterDamaged:
    said = _first_line(error)
    return RegisterDamaged(
        Text(zh=f"引擎无法读取登记册：{said}", en=f"The engine cannot read the register: {said}")
    )


def _first_line(error: Exception) -> str:
    return str(error).split("\n", maxsplit=1)[0]
