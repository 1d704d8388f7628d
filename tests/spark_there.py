"""Whether Spark can run here: it fails where everything is installed, and is skipped on a laptop."""

from __future__ import annotations

import importlib.util
import os
import shutil

import pytest

THERE = shutil.which("java") is not None and importlib.util.find_spec("pyspark") is not None

needs_spark = pytest.mark.skipif(
    not THERE and "EVENHAND_CI" not in os.environ, reason="Java 17 or PySpark is missing"
)
"""Skips, saying so, where Java or PySpark is missing; never on a machine that has to have them."""
