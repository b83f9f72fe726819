# make: sets up .venv · make run: the reader · make test: all tests · make check: format, lint, types, floors · make pages FOLDER=…: the report card
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install -q
WORKERS ?= 4

.PHONY: setup run test check messages pictures pins bench pages page-rules clean

setup: .venv/develop

run: .venv/run
	@if [ -t 1 ]; then $(BIN)/zjreader; else $(BIN)/zjreader guide; fi

test: .venv/develop
	@rm -f .coverage .coverage.*
	@$(BIN)/coverage run -m pytest -q -n $(WORKERS)
	@$(BIN)/coverage combine -q
	@$(BIN)/coverage report --omit 'src/zjreader/tui/*' --fail-under 100 > .report.txt || (cat .report.txt; false)
	@$(BIN)/coverage report --include 'src/zjreader/tui/*' --fail-under 90 > .report.txt || (cat .report.txt; false)

check: .venv/develop
	@$(BIN)/ruff format --check -q .
	@$(BIN)/ruff check -q .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --verbose > .report.txt || (cat .report.txt; false)

messages: .venv/develop
	@$(BIN)/pybabel -q extract -k later -k _ -k _n:1,2 --no-location --sort-output --omit-header -o .report.pot src
	@for name in zh_CN zh_TW; do $(BIN)/pybabel -q update -D zjreader -i .report.pot -d src/zjreader/locale -l $$name --no-fuzzy-matching --ignore-obsolete; done
	@$(PIP) --no-deps --no-build-isolation -e . >&2

pictures: .venv/develop
	@$(BIN)/python docs/pictures.py

bench: .venv/develop
	@for name in feeds journal typesetting words; do $(BIN)/python benchmarks/$$name.py; done
	@if [ -n "$(CORPUS)" ]; then \
	  for name in commands library store; do $(BIN)/python benchmarks/$$name.py "$(CORPUS)"; done; \
	else echo "make bench CORPUS=FILE.jsonl measures library and image too"; fi

pages: .venv/develop
	@$(BIN)/python benchmarks/pages.py "$(FOLDER)"

page-rules: .venv/develop
	@$(BIN)/python -m benchmarks.page_rules "$(FOLDER)" tests/parse/sites

pins:
	@$(BIN)/python -m pip install -q uv
	@for name in run build develop; do \
	  $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url \
	  $$([ $$name = build ] || echo pyproject.toml) $$([ $$name = run ] || echo requirements/$$name.in) -o requirements/$$name.txt; done

.venv/run: requirements/run.txt requirements/build.txt pyproject.toml hatch_build.py $(wildcard src/zjreader/locale/*/LC_MESSAGES/zjreader.po)
	@$(PYTHON) -m venv .venv >&2
	@$(PIP) --require-hashes -r requirements/run.txt >&2
	@$(PIP) --require-hashes -r requirements/build.txt >&2
	@$(PIP) --no-deps --no-build-isolation -e . >&2
	@touch $@

.venv/develop: .venv/run requirements/develop.txt
	@$(PIP) --require-hashes -r requirements/develop.txt >&2
	@touch $@

clean:
	@rm -rf .venv .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis dist
