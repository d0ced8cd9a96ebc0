# What a newcomer runs. `make` alone lists it.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
# The page that `make thread` sends, the policy that it is judged by.
PAGE ?= tests/policies/page.json
MODERATION_POLICY_OF_PAGE ?= policies/sites/asbarez.yaml
# Where labelled comments lie, for `make model`.
DATA ?= data

# What the tests of the WordPress plugin run on, and how to install it.
DEBIAN := wordpress php-cli php-mysql php-xml php-curl php-mbstring mariadb-server
AS_ROOT := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.DEFAULT_GOAL := help
.PHONY: help serve demo test browser lint thread bench soak doctor screenshots model clients libraries wordpress plugin clean

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(VENV)/installed ## install what is missing, and serve on 127.0.0.1:8000
	@exec $(BIN)/moderation serve

demo: $(VENV)/installed ## fill the database with two weeks of an invented newsroom
	@$(BIN)/moderation demo

doctor: $(VENV)/installed ## what is configured, what works, what does not, what to do
	@$(BIN)/moderation doctor

test: lint ## linters, types, import contracts, and the whole test suite
	$(BIN)/pytest -n 2 --cov --cov-report=term-missing:skip-covered

browser: ## install Debian's Chromium, for the tests of the pages, where there is no browser
	@for name in "$$CHROMIUM" chromium chromium-browser google-chrome google-chrome-stable; do \
	  if [ -n "$$name" ] && command -v "$$name" >/dev/null; then echo "The pages are tested in $$name."; exit 0; fi; done; \
	as_root=; [ "$$(id -u)" = 0 ] || as_root=sudo; \
	$$as_root apt-get update -qq && $$as_root apt-get install -y -qq --no-install-recommends chromium || { \
	  echo "Chromium could not be installed; install it by hand, or say where it is in CHROMIUM." >&2; exit 1; }

lint: $(VENV)/installed-for-tests ## linters, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

thread: $(VENV)/installed ## send a page through a server (PAGE=path), expected beside given
	@MODERATION_POLICY=$${MODERATION_POLICY:-$(MODERATION_POLICY_OF_PAGE)} $(BIN)/moderation thread $(PAGE)

bench: $(VENV)/installed ## measure how fast it is here, beside a bare endpoint
	@$(BIN)/moderation bench

soak: $(VENV)/installed-for-tests ## crash the server for a long time, and look for what was lost
	MODERATION_TEST_SOAK=1 $(BIN)/pytest tests/server -x -q -m server --durations=5

screenshots: $(VENV)/installed-for-tests ## take the pictures of the README anew, in a real browser
	@$(BIN)/python docs/screenshots.py

model: $(VENV)/installed ## train the model anew (DATA=folder with train/ and eval/)
	$(BIN)/moderation model train --data $(DATA)
	$(BIN)/moderation model evaluate --data $(DATA)

clients: libraries wordpress ## install the real clients that tests try, where they can be had

libraries: $(VENV)/installed-for-tests ## install libraries that talk to Perspective, Akismet and OpenAI (npm, PyPI)
	@$(PIP) install --no-deps --upgrade --target tests/clients/python python-akismet==0.4.3
	@if command -v npm >/dev/null; then cd tests/clients && npm ci --ignore-scripts --no-audit --no-fund --silent; \
	else echo "There is no npm here: install Node.js 20 for the libraries of JavaScript." >&2; fi

wordpress: ## install WordPress, PHP and MariaDB (Debian packages), for the tests of the plugin
	@dpkg -s $(DEBIAN) >/dev/null 2>&1 || command -v apt-get >/dev/null || { \
		echo "Install with your own package manager: $(DEBIAN)" >&2; exit 1; }
	@dpkg -s $(DEBIAN) >/dev/null 2>&1 || $(AS_ROOT) sh -c 'apt-get -qq update && \
		DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends -y $(DEBIAN)'

plugin: ## pack the WordPress plugin as build/moderation-desk.zip
	@mkdir -p build && rm -f build/moderation-desk.zip
	@cd integrations/wordpress && $(PYTHON) -m zipfile -c ../../build/moderation-desk.zip moderation-desk
	@echo build/moderation-desk.zip

clean: ## remove the environment and what tools left behind; the database stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage*

$(VENV)/installed: pyproject.toml constraints.txt
	$(require-python)
	@echo "Installing into $(VENV) (once; some 30 seconds with a warm cache) ..." >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/installed-for-tests: $(VENV)/installed
	@echo "Installing what tests need (once) ..." >&2
	@$(PIP) install -c constraints.txt -e '.[test]'
	@touch $@

define require-python
@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	echo "Python 3.11 or newer is needed, and '$(PYTHON)' is $$($(PYTHON) --version 2>&1 || echo not there)." >&2; \
	echo "Name another with: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
endef
