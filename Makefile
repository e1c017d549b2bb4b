# Two commands matter: `make brief` and `make test`. Both set up .venv by themselves; a second run installs nothing.
# The first Python that runs and is new enough; a shim that names one that is not there does not count.
PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13; do \
            $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV   := .venv
BIN    := $(VENV)/bin
IN     ?= seeds
WORDS  ?= 100
MODEL  ?= embedded
DATA   ?= ../shared/data
JOBS   ?= 2

.PHONY: brief test samples quality bench lint clean
.DEFAULT_GOAL := help

help:
	@echo "make brief     a brief of the articles in seeds/ (IN=folder WORDS=100 MODEL=embedded)"
	@echo "make test      the whole test suite, with lint and types (JOBS=2 at a time)"
	@echo "make samples   write samples/ anew from seeds/"
	@echo "make quality   measure quality on $(DATA), into docs/quality.md"
	@echo "make bench     measure speed, into docs/bench.md"

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "briefing needs Python 3.11 or newer: install it, or name it with PYTHON="; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install -qq --disable-pip-version-check -e .
	@touch $@

$(VENV)/.installed-test: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install -qq --disable-pip-version-check -e '.[test]'
	@touch $@ $(VENV)/.installed

brief: $(VENV)/.installed
	@$(BIN)/briefing models get $(MODEL)
	@$(BIN)/briefing make $(IN) --words $(WORDS) --model $(MODEL)

lint: $(VENV)/.installed-test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

test: lint
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile

samples: $(VENV)/.installed
	$(BIN)/python -m measure samples

$(VENV)/.installed-measure: $(VENV)/.installed-test
	$(BIN)/python -m pip install -qq --disable-pip-version-check -e '.[test,measure]'
	@touch $@

quality: $(VENV)/.installed-measure
	$(BIN)/python -m measure quality --data $(DATA)

bench: $(VENV)/.installed-measure
	$(BIN)/python -m measure bench --data $(DATA)

clean:
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
