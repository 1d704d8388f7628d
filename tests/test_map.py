"""The tree is the diagram: shapes and names of files, functions, folders."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "src" / "evenhand"
DRAWERS = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "tools"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_shape(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert path.stem not in DRAWERS, f"{path.stem} is a drawer, not a name"
    assert ast.get_docstring(tree), "a module says what it is"
    assert source.count("\n") <= 400, "a file has at most 400 lines"
    for function in functions(tree):
        length = (function.end_lineno or 0) - function.lineno + 1
        assert length <= 60, f"{function.name} has {length} lines"
        arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        count = len([a for a in arguments if a.arg not in ("self", "cls")])
        if "cli" not in path.parts:
            assert count <= 6, f"{function.name} has {count} arguments"
    if path.name == "__init__.py":
        rest = [n for n in tree.body if not isinstance(n, ast.Expr)]
        allowed = 1 if path.parent == PACKAGE else 0
        assert len(rest) <= allowed, "a stage's __init__ holds a docstring only"


def test_every_stage_is_on_the_map() -> None:
    page = (ROOT / "docs" / "explanation" / "map.md").read_text(encoding="utf-8")
    for folder in sorted(
        p for p in PACKAGE.iterdir() if p.is_dir() and (p / "__init__.py").exists()
    ):
        assert f"`{folder.name}/`" in page, f"{folder.name} is not on docs/explanation/map.md"


def test_every_stage_says_what_comes_in_goes_out_is_true_and_is_refused() -> None:
    for folder in sorted(p for p in PACKAGE.iterdir() if (p / "__init__.py").exists()):
        said = (
            ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
        )
        for needed in ("Comes in:", "Now true:", "Refuses:"):
            assert needed in said, f"{folder.name} does not say {needed}"
