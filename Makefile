# Two commands do everything: `make` opens the review of the example desk, `make test` runs every check.
# A virtual environment is made in .venv; PYTHON names the interpreter it is made with. The program is compiled at once, as
# pip compiles what it copies: else the first run does it, and each run where bytecode is not written.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

.PHONY: review test format bench pictures clean

review: $(READY)
	@$(BIN)/reconcile

test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY)
	$(BIN)/python -m tests.bench

pictures: $(READY)
	$(BIN)/python tests/pictures.py $(PNG)

clean:
	rm -rf .venv

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("reconcile needs Python 3.11 or newer; this is %d.%d: make PYTHON=python3.12" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	$(BIN)/python -m compileall -q reconcile
	@touch $@
