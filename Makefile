# Needs Python 3.11 or newer and make. uv is used where it is installed, and not missed where not.

PYTHON ?= python3
VENV ?= .venv
TEST_OPTIONS ?= -q
PORT ?= 8000
PY := $(VENV)/bin/python
MINUTES := $(VENV)/bin/minutes
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test check bench migration lock translations pictures vendor clean

help:
	@echo "make run        start Minutes on this machine with invented minutes in it (PORT=8000)"
	@echo "make test       run every test"
	@echo "make check      lint, types, import rules, migrations"
	@echo "make bench      measure reading, recognition and response times"
	@echo "make migration  write the step from the newest migration to the tables"
	@echo "make lock       pin the dependencies of setup.cfg again"
	@echo "make translations  collect the texts, and say which lack their English"
	@echo "make pictures   take the pictures of help again (needs chromium)"
	@echo "make vendor     fetch the front end files again (needs npm)"
	@echo "make clean      remove the virtual environment and what tools left behind"

# Where Python is told to keep no bytecode, every start would compile each module again.
unexport PYTHONDONTWRITEBYTECODE

# The links in mails and calendars lead to the same port.
run: export MINUTES_BASE_URL ?= http://127.0.0.1:$(PORT)
run: $(STAMP)
	@$(MINUTES) init
	@$(MINUTES) demo
	@exec $(MINUTES) serve --port $(PORT)

test: $(STAMP)
	@$(PY) -m pytest -n auto --dist loadfile --no-loadscope-reorder $(TEST_OPTIONS)

check: $(STAMP)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports
	$(MINUTES) database check

bench: $(STAMP)
	@for script in tests/benchmarks/bench_*.py; do echo "== $$script"; $(PY) $$script || exit 1; done

migration: $(STAMP)
	@test -n "$(NUMBER)" -a -n "$(NAME)" \
	  || { echo 'Say which: make migration NUMBER=0002 NAME="where a meeting was held"'; exit 1; }
	@$(PY) -c 'from alembic import command; from minutes import database; \
	  engine = database.make_engine("sqlite://"); database.upgrade(engine); \
	  command.revision(database.migrations_config(engine), "$(NAME)", rev_id="$(NUMBER)", autogenerate=True)'
	@$(PY) -m ruff format -q migrations && git status --short migrations

lock: $(STAMP)
	$(PY) -m uv --version >/dev/null 2>&1 || $(PY) -m pip install -q uv
	$(PY) -m uv pip compile setup.cfg --extra postgres --extra test --upgrade \
	  --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header --quiet --output-file requirements.lock

translations: $(STAMP)
	$(PY) .ci/translations.py

pictures: $(STAMP)
	$(PY) -m pytest -q -n0 --pictures tests/journeys/test_help_pictures.py

vendor:
	$(PYTHON) .ci/vendor.py minutes/static/vendor tests/vendor

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis \
	  .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(STAMP): requirements.lock setup.cfg pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	@echo "Setting up $(VENV) ..."
	@test -x $(PY) || $(PYTHON) -m venv $(VENV) \
	  || { rm -rf $(VENV); $(PYTHON) -m virtualenv -q $(VENV); } \
	  || { rm -rf $(VENV); echo "No virtual environment: apt-get install python3-venv"; exit 1; }
	@{ command -v uv >/dev/null && uv pip install -q --python $(PY) --require-hashes -r requirements.lock; } \
	  || $(PY) -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@$(PY) -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
