# Each recipe is a line that you could type yourself. `make help` lists what there is.
# Another Python: make site PYTHON=python3.12

PYTHON ?= python3
BIN := .venv/bin
# What is built, is built with the setuptools of the lock.
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --use-pep517

define ADVICE
This needs Python 3.11 or newer with its venv module, and `$(PYTHON)` is not that.
  Debian and Ubuntu:  sudo apt install python3-venv
  macOS:              brew install python
If yours has another name:  make PYTHON=python3.12
endef
export ADVICE

.PHONY: site serve check test lint types tests browser clients lock words sheet clean help

site: $(BIN)/radio ## build the station into public/
	$(BIN)/radio build

serve: $(BIN)/radio ## show it on this machine, and again after each change
	$(BIN)/radio serve

check: $(BIN)/radio ## say what is wrong with the station's files, as publishing would
	$(BIN)/radio check --strict

test: lint types tests ## run every check that there is

lint: .venv/test.stamp ## check how the code is written
	$(BIN)/ruff check && $(BIN)/ruff format --check

types: .venv/test.stamp ## check the code's types
	$(BIN)/mypy --strict plugins

tests: .venv/test.stamp browser clients ## run the tests alone
	$(BIN)/pytest --numprocesses=logical

browser: .venv/test.stamp ## find a browser for the tests, or install one
	PYTHONPATH=tests $(BIN)/python -m browser.get_browser

clients: tests/oracles/node_modules/.package-lock.json ## find podcast clients for the tests, or install them
	$(BIN)/python tests/get_programs.py

lock: .venv/test.stamp ## renew the four locks
	$(BIN)/uv pip compile --quiet --upgrade --group build --output-file requirements-build.lock
	$(BIN)/uv pip compile --quiet --upgrade pyproject.toml --output-file requirements.lock
	$(BIN)/uv pip compile --quiet --upgrade pyproject.toml --group test --group lock --constraint requirements.lock --output-file requirements-test.lock
	$(BIN)/npm --prefix tests/oracles update --package-lock-only

words: .venv/site.stamp ## bring the files of the interface's words up to date
	$(BIN)/python scripts/update_words.py

sheet: .venv/test.stamp browser ## take pictures of every kind of page in public/
	PYTHONPATH=tests $(BIN)/python scripts/take_screenshots.py

clean: ## go back to a fresh clone
	rm -rf .venv public .public-* .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis plugins/*.egg-info tests/oracles/node_modules

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' Makefile

# What is installed, and from what. A stamp is as old as the last installation.

$(BIN)/pip:
	@$(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "$$ADVICE" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/build.stamp: requirements-build.lock | $(BIN)/pip
	$(INSTALL) --require-hashes -r requirements-build.lock && touch $@

.venv/site.stamp: requirements.lock .venv/build.stamp
	$(INSTALL) --require-hashes -r requirements.lock && touch $@

$(BIN)/radio: pyproject.toml .venv/site.stamp
	$(INSTALL) --no-deps --editable . && touch $@

.venv/test.stamp: requirements-test.lock .venv/site.stamp | $(BIN)/radio
	$(INSTALL) --require-hashes -r requirements-test.lock && touch $@

# npm writes this file last. What it installs runs no script of its own: tests/oracles/.npmrc.
tests/oracles/node_modules/.package-lock.json: tests/oracles/package-lock.json | .venv/test.stamp
	$(BIN)/npm --prefix tests/oracles ci && touch $@
