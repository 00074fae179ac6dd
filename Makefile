# make demo    set everything up, read the shipped examples and compare two accounts
# make test    set everything up and run all tests
# make check   style, types, floors, tests, documentation, the built wheel, the quality gate
# make pins    resolve the dependencies anew (versions and hashes)
# make picture the README's picture anew, from the reader's real output
# make pages   the pictures of the pages anew, from the examples; needs Chromium

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq

.DEFAULT_GOAL := help
.PHONY: help setup demo test check style types floors docs smoke gate pins picture pages bench clean

help:
	@sed -n 's/^# //p' Makefile

setup: $(READY)

$(READY): constraints/dev.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Readout needs Python 3.11 or newer; set PYTHON=/path/to/python"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) (once; a minute or two)"
	@$(PIP) install --require-hashes -r constraints/dev.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

demo: $(READY)
	@rm -rf demo && mkdir -p demo
	@$(BIN)/readout read examples/call.txt
	@$(BIN)/readout read examples --format html --out demo
	@$(BIN)/readout read examples --format jsonl --out demo/records.jsonl
	@$(BIN)/readout compare examples/talks-iceland.txt examples/talks-mauritania.txt
	@$(BIN)/readout compare examples/talks-iceland.txt examples/talks-mauritania.txt --format html --out demo/compare.html
	@$(BIN)/readout ledger examples --format html --out demo/ledger.html
	@$(BIN)/readout timeline examples --format html --out demo/timeline.html
	@$(BIN)/readout new demo/examples.dossier
	@$(BIN)/readout add examples --to demo/examples.dossier
	@echo
	@echo "Read all $$(wc -l < demo/records.jsonl | tr -d ' ') examples. Open demo/index.html in a browser to see each text"
	@echo "beside what was read in it; demo/compare.html lays two accounts of one meeting side by side, demo/ledger.html"
	@echo "and demo/timeline.html gather the promises and the events. demo/records.jsonl holds the records, one a line."
	@echo "The same texts lie in a dossier: $(BIN)/readout serve demo/examples.dossier opens it in a browser."

test: $(READY)
	@$(BIN)/python -m pytest

check: style types floors test docs smoke gate
	@echo "All checks passed."

style: $(READY)
	@$(BIN)/ruff check .

types: $(READY)
	@$(BIN)/mypy

floors: $(READY)
	@$(BIN)/lint-imports

docs: $(READY)
	@$(BIN)/python -m pytest tests/test_docs.py

smoke: $(READY)
	@$(BIN)/python tests/smoke.py

gate: $(READY)
	@if test -f readout/evaluate/gate.py; then $(BIN)/python -m readout.evaluate.gate; \
	else echo "no quality gate yet"; fi

bench: $(READY)
	@$(BIN)/python bench/speed.py
	@$(BIN)/python bench/resolution.py

pins: $(READY)
	@test -x build/pins/bin/python || { $(PYTHON) -m venv build/pins && build/pins/bin/python -m pip install -q pip-tools; }
	@build/pins/bin/python constraints/pin.py

picture: $(READY)
	@$(BIN)/python docs/picture.py

pages: $(READY)
	@$(BIN)/python docs/pages.py

clean:
	@rm -rf demo dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
