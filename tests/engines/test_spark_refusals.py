"""Spark that cannot begin says what is missing and how to mend it, in both languages."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from evenhand.kernel.errors import BadInput
from evenhand.relational import spark_session


def test_java_that_is_missing_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(BadInput, match="needs Java 17 or later; here: none was found") as refused:
        spark_session._refuse_without_java()
    assert "请安装 openjdk-17-jre-headless" in refused.value.text.zh


def test_java_that_is_too_old_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(BadInput, match=r"here: 11\.0\.2\. Install openjdk-17"):
        spark_session._refuse_without_java()


def test_a_master_that_does_not_answer_is_refused_before_spark_waits_for_it() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(
        BadInput, match=f"No Spark master answers at spark://127.0.0.1:{port}"
    ) as no:
        spark_session._refuse_unreachable(f"spark://127.0.0.1:{port}")
    assert "连接不上 Spark 主节点" in no.value.text.zh


def test_without_pyspark_it_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['pyspark'] = None\n"
        "from evenhand.relational.duckdb import Sources\n"
        "from evenhand.relational.spark import SparkEngine\n"
        "from evenhand.kernel.errors import BadInput\n"
        "try:\n    SparkEngine(Sources())\n"
        "except BadInput as no:\n    print(no.text.zh); print(no.text.en)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "没有安装 PySpark" in ran.stdout
    assert "pip install 'evenhand[spark]'" in ran.stdout
