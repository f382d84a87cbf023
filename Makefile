# make report   the bundled sample, audited: notebooks run, one page written
# make test     style, types and tests, in the same environment
# make lab      JupyterLab on a workspace of the notebooks
# make audit    the tables of TARGET (default: the bundled sample) in build/audit
#
# Everything happens in .venv, from the lock with hashes. pip's own configuration is used. The lock
# is complete, hence --no-deps: some versions of pip look past a pin for `name[extra]` and fail.

VENV ?= .venv
TARGET ?= data/samples
BUILD ?= build
BENCHMARK ?= data/samples/session.cpp -- -nostdinc -Idata/include -Idata/samples

bin := $(VENV)/bin
installed := $(VENV)/.installed
tested := $(VENV)/.installed-test
pip := $(bin)/python -m pip --disable-pip-version-check

.DEFAULT_GOAL := report
.PHONY: report test lab audit benchmark coverage lock clean

report: $(installed)
	@mkdir -p $(BUILD)
	$(bin)/auditkit report $(TARGET) -o $(BUILD)/report.html
	@echo "The report is $(abspath $(BUILD)/report.html): open it in a browser."

test: $(tested)
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/mypy --strict auditkit tests
	$(bin)/python -m pytest -q -rs

lab: $(installed)
	$(bin)/auditkit lab $(TARGET) -o workspace

audit: $(installed)
	$(bin)/auditkit audit $(TARGET) -o $(BUILD)/audit --csv

# CPU time beside clang's: make benchmark BENCHMARK="FILE -- FLAGS"
benchmark: $(tested)
	$(bin)/python benchmarks/audit.py $(BENCHMARK)

coverage: $(tested)
	$(bin)/python -m pytest -q -rs --cov --cov-report=term-missing

# The lock names no index: whoever installs uses the one that her pip is configured for.
lock: $(tested)
	$(bin)/python -m uv --version >/dev/null 2>&1 || $(pip) install -q uv
	$(bin)/python -m uv pip compile -q $(locking) --group build -o requirements.lock
	$(bin)/python -m uv pip compile -q $(locking) --group build --extra test \
	    -c requirements.lock -o requirements-test.lock

locking := pyproject.toml --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --no-emit-find-links --no-header --no-annotate

clean:
	rm -rf $(VENV) $(BUILD) .mypy_cache .pytest_cache .ruff_cache

$(bin)/python:
	@for python in $(PYTHON) python3 python3.11 python3.12 python3.13 python3.14; do \
	    if $$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
	        >/dev/null 2>&1; \
	    then echo "Making $(VENV) with $$($$python --version)"; \
	        exec $$python -m venv --clear $(VENV); fi; \
	done; \
	echo "No Python 3.11 or newer with venv was found. Install one (Debian: python3-venv)," \
	    "or name it: make PYTHON=/path/to/python3" >&2; exit 1

$(installed): requirements.lock pyproject.toml | $(bin)/python
	$(pip) install -q --no-deps --require-hashes -r requirements.lock
	$(pip) install -q --no-deps --no-build-isolation -e .
	@touch $@

$(tested): requirements-test.lock $(installed)
	$(pip) install -q --no-deps --require-hashes -r requirements-test.lock
	@touch $@
