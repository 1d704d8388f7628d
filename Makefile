# Each target makes what it needs from a fresh clone with Python 3.11 and pip.
SHELL := /bin/bash
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/.ready
BENCH := .venv/.bench
SEED ?= 2026
SIZE ?= M
export PYTHONHASHSEED := 0

.PHONY: demo test check bench golden golden-register install lock clean

demo: $(READY)  ## A made-up city, from worksheets to a verified edition, into ./linhe
	@rm -rf linhe
	@$(BIN)/evenhand demo --out linhe --seed $(SEED)

test: $(READY)  ## All tests
	@$(BIN)/pytest -q -n 2 --dist loadfile --no-loadscope-reorder

check: $(READY)  ## Style, types, import contracts, documentation
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/pytest -q tests/test_docs.py tests/test_map.py tests/test_floor.py tests/test_imports.py

bench: $(BENCH)  ## Ratios side by side, medians of several runs; SIZE=L does the largest
	@SIZE=$(SIZE) $(BIN)/python -m benchmarks

golden: $(READY)  ## Rewrite every golden file; read the difference before you commit it
	@EVENHAND_GOLDEN=write $(BIN)/pytest -q tests || true
	@git --no-pager diff --stat -- tests docs

golden-register: $(READY)  ## Keep a small register as this version writes it; never replaces one
	@$(BIN)/python -m tests.stores.golden_register

install: $(READY)

$(READY): requirements/dev.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Evenhand needs Python 3.11; say where: make PYTHON=/path/to/python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

$(BENCH): $(READY) requirements/bench.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.lock
	@touch $(BENCH)

lock:  ## Resolve the dependencies anew
	@$(BIN)/pip-compile --quiet --strip-extras --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links --extra dev -o requirements/dev.lock pyproject.toml
	@$(BIN)/pip-compile --quiet --strip-extras --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links --extra bench --extra dev -o requirements/bench.lock pyproject.toml
	@$(BIN)/pip-compile --quiet --strip-extras --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links -o requirements/base.lock pyproject.toml

clean:
	@rm -rf .venv linhe .mypy_cache .ruff_cache .hypothesis .import_linter_cache
