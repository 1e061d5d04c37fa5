# Every command of TTL. `make help` lists them; whatever needs more than two lines stands in bin/.

PYTHON ?= python3
VENV ?= .venv
ADDRESS ?= 127.0.0.1
PORT ?= 8000
PYTEST_OPTIONS ?= -n 2 --dist loadgroup
# They bring what they need, or need no database: no other one, and no other Python, changes their result.
BY_THEMSELVES = --ignore=tests/faults --ignore=tests/deploy --ignore=tests/everyone
POSTGRES_TESTS ?= --ignore=tests/planner/engine $(BY_THEMSELVES)

RUN = $(VENV)/bin/python
MANAGE = $(RUN) manage.py
# Development tools read no .env and touch no database file: production's settings, thrown-away secrets.
AS_PRODUCTION = ENV_FILE=/dev/null DATABASE_URL=sqlite://:memory: bin/with-secrets

export PYTHON VENV

.DEFAULT_GOAL := help
.PHONY: help run dev install install-dev env migrate content test test-quick test-postgres \
        test-python test-elsewhere sweep checked drills fuzz rehearse bench growth lighthouse icons shots check \
        lint deploy-check audit sbom fix messages lock fleet

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' Makefile

run: install env migrate content var/static/staticfiles.json ## Serve TTL on http://localhost:8000 (another port: make run PORT=8001)
	@bin/serve "$(ADDRESS)" "$(PORT)"

dev: install env migrate content ## Serve with reloading and Django's debug pages, for work on the code
	DEBUG=true $(MANAGE) runserver $(ADDRESS):$(PORT)

install: ## Make .venv and install what TTL runs on
	@bin/install requirements.lock

install-dev: install ## Install the tools for tests and checks too
	@bin/install requirements-dev.lock

env: install ## Write .env with fresh secrets, if there is none
	@bin/make-env

migrate: install env ## Bring the database to the newest tables
	@$(MANAGE) migrate --no-input --verbosity 0

content: migrate ## Load the shipped articles; staff edits stay as they are
	@$(MANAGE) load_content

# Hashing and compressing takes seconds, so only when a file or a package has changed.
var/static/staticfiles.json: requirements.lock $(shell find static -type f) | install env
	@$(MANAGE) collectstatic --no-input --verbosity 0

test: install-dev ## Run every test: in a real Chromium, with servers to break and a proxy in front
	@bin/postgres --install >/dev/null
	@bin/pgbouncer --install >/dev/null
	@bin/redis --install >/dev/null
	@bin/deploy-tools --install >/dev/null
	@bin/vnu --install >/dev/null
	CHROMIUM="$$(bin/chromium --install)" $(RUN) -m pytest $(PYTEST_OPTIONS)

test-quick: install-dev ## Run the tests that need no browser
	@echo "Leaving out the tests of a browser, of deploy/ and the drills; make test runs them too."
	$(RUN) -m pytest $(PYTEST_OPTIONS) -m "not browser" $(BY_THEMSELVES)

test-postgres: install-dev ## Run the tests that need no browser on a temporary PostgreSQL
	bin/with-postgres $(RUN) -m pytest $(PYTEST_OPTIONS) -m "not browser" $(POSTGRES_TESTS)

test-python: ## Run the tests that need no browser on another Python: make test-python PYTHON=python3.13
	@$(MAKE) --no-print-directory test-quick VENV=".venv-$(notdir $(PYTHON))"

test-elsewhere: ## Both at once, another Python and PostgreSQL: make test-elsewhere PYTHON=python3.13
	@$(MAKE) --no-print-directory test-postgres VENV=".venv-$(notdir $(PYTHON))" POSTGRES_TESTS="$(BY_THEMSELVES)"

sweep: install-dev ## Check the planner's invariants over many more generated answers
	HYPOTHESIS_PROFILE=sweep $(RUN) -m pytest tests/planner/engine

checked: install-dev ## Run the long check of every promise and write down how much it looked at, for /safety/
	HYPOTHESIS_PROFILE=ci PLANNER_ANSWER_SETS=100000 PLANNER_LOGS=5000 RECORD_CHECK=safety/checked.toml \
	    $(RUN) -m pytest $(PYTEST_OPTIONS) tests/planner/engine

drills: install-dev ## Break a running site in every way we know and print what was lost
	DRILL_ROUNDS=$${DRILL_ROUNDS:-20} $(RUN) -m pytest tests/faults -n 0

fuzz: install-dev ## Send hostile requests to every address on both databases: make fuzz FUZZ_REQUESTS=1000000
	FUZZ_REQUESTS=$${FUZZ_REQUESTS:-100000} $(RUN) -m pytest tests/fuzz/test_every_address.py $(PYTEST_OPTIONS) -rP
	FUZZ_REQUESTS=$${FUZZ_REQUESTS:-100000} bin/with-postgres $(RUN) -m pytest tests/fuzz/test_every_address.py $(PYTEST_OPTIONS) -rP

rehearse: install-dev ## Carry out the Dockerfile in an empty Debian and run the result (root, minutes)
	bin/as-root $(RUN) -m deploy.rehearse

fleet: install-dev ## Run ten web processes, PostgreSQL with a copy, PgBouncer, a cache and nginx; break parts under load
	@bin/postgres --install >/dev/null
	@bin/pgbouncer --install >/dev/null
	@bin/redis --install >/dev/null
	@bin/deploy-tools --install >/dev/null
	@DJANGO_SETTINGS_MODULE=ttl.settings $(AS_PRODUCTION) $(RUN) -m deploy.fleet $(FLEET)

bench: install ## Measure every page beside a bare Django view, on a site of its own, into bench/results.md
	@$(RUN) -m bench

growth: install ## Say how much more each page costs on a large site: make growth SMALL=small.env LARGE=large.env
	@$(RUN) -m bench.growth $(SMALL) $(LARGE)

lighthouse: install-dev ## Ask Lighthouse (npm) about the main pages of a production server, into docs/lighthouse.md
	@ENV_FILE=/dev/null HTTPS=false bin/with-secrets $(RUN) bin/lighthouse

icons: install-dev ## Draw the pictures of the brand anew from their SVG
	@$(RUN) bin/make-icons

shots: install-dev ## Photograph every page in three widths and two themes, and lay them out: make shots SHOTS=var/shots
	$(RUN) -m tests.everyone.shots $(or $(SHOTS),var/shots) $(PAGES)

check: lint deploy-check audit test ## Check everything and change nothing: this is what CI runs

lint: install-dev ## Format, lint, templates, types, import contracts
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	find templates -name '*.html' -exec $(VENV)/bin/djade --check {} +
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

deploy-check: install-dev ## Django's deployment checks under production's settings; no migration missing
	$(AS_PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING
	$(AS_PRODUCTION) $(MANAGE) makemigrations --check --dry-run

audit: install-dev ## Ask whether a package has a known weakness (AUDIT=required fails without an answer)
	@$(RUN) bin/audit requirements.lock requirements-dev.lock

sbom: install-dev ## Write the list of what TTL is made of (CycloneDX) to var/sbom.json
	@mkdir -p var
	@$(VENV)/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible --output-file var/sbom.json

fix: install-dev ## Format and mend whatever a tool can mend
	-$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .
	find templates -name '*.html' -exec $(VENV)/bin/djade {} +

messages: install-dev ## Gather every text for visitors into the Spanish catalogues, and compile them
	@bin/deploy-tools --install >/dev/null
	@$(AS_PRODUCTION) bin/messages

lock: install-dev ## Recompile the locks after a change to requirements*.txt
	@bin/lock
