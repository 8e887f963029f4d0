# Everything that this project does, by name; `make` alone lists it.
# The first of these that really runs (a shim may stand for a Python that is not there) and is new enough.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$p"; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: help demo test lint check bench bench-short pictures sample format clean

help: ## this list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; install it and call make again."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "The module venv is missing (Debian: apt-get install python3-venv); install it and call make again."; rm -rf $(VENV); exit 1; }

$(VENV)/.run: $(VENV)/bin/python pyproject.toml requirements.lock
	@$(PIP) install -c requirements.lock -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run
	@$(PIP) install -c requirements.lock -e '.[dev]'
	@touch $@

demo: $(VENV)/.run ## the guide on a throw-away sample district (without a terminal: overview and one summary)
	@$(BIN)/xjtui demo

test: $(VENV)/.dev ## all tests
	@$(BIN)/python -m pytest

lint: $(VENV)/.dev ## format, lint, types, floors of the house
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

check: lint test ## lint and all tests

bench: $(VENV)/.dev ## measured goals, as ratios against yardsticks of the same run
	@$(BIN)/python -m benchmarks

bench-short: $(VENV)/.dev ## the benchmark in seconds, to see that it runs
	@$(BIN)/python -m benchmarks --short

pictures: $(VENV)/.dev ## the pictures in docs/pictures, from the real screens
	@$(BIN)/python -m tools.pictures

sample: $(VENV)/.run ## writes sample_data/ anew
	@$(BIN)/python -m xjtui.sample write sample_data

format: $(VENV)/.dev ## formats the code
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

clean: ## removes what make made
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
