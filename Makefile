# Two commands are all a fresh machine needs: `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
STACK_READY := $(VENV)/.ready-stack
MODEL_VENV := .venv-llm
MODEL_READY := $(MODEL_VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help env run stack test test-stack test-llm check format format-check lint types architecture golden docs eval weights bench bench-projection bench-latency lock clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

env: $(READY) ## Make the environment in .venv from the hashed lock

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Dealwire needs Python 3.11 or newer: make PYTHON=python3.12 env"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
		|| { echo "Python cannot make environments here. On Debian: sudo apt-get install python3-venv"; exit 1; }
	@echo "Making the environment in $(VENV) (about 1.5 GB, a few minutes, once) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

run: env ## Start Airflow with the DAGs, feed it the seeds, print events and alerts; Ctrl-C ends it
	@$(BIN)/python -m pipeline.launcher

$(STACK_READY): $(READY) deploy/requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement deploy/requirements.lock
	@touch $(STACK_READY)

stack: $(STACK_READY) ## Start what docker-compose.yml says as plain processes; Ctrl-C ends it
	@$(BIN)/python -m deploy.stack

test-stack: $(STACK_READY) ## Try that stack: 505 articles, a worker killed, Elasticsearch away for a while
	@$(BIN)/python -m deploy.stack.check

test: env ## Run the whole test suite
	@$(BIN)/python -m pytest

$(MODEL_READY): tests/llm_server.lock
	@echo "Making the environment of a small model in $(MODEL_VENV) (llama.cpp is compiled, some minutes, once) ..."
	@$(PYTHON) -m venv $(MODEL_VENV)
	@$(MODEL_VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement tests/llm_server.lock
	@touch $(MODEL_READY)

test-llm: env $(MODEL_READY) ## Ask a real model: a small one, behind a server on this machine
	@$(BIN)/python -m pytest -m llm --log-cli-level=INFO tests/acceptance/test_local_model.py

check: format-check lint types architecture test ## Everything CI checks

format: env ## Rewrite the code in the one format
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix --exit-zero --quiet .

format-check: env ## Is the code in the one format?
	@$(BIN)/ruff format --check .

lint: env ## Ruff, all rules with stated exceptions
	@$(BIN)/ruff check .

types: env ## Strict types
	@$(BIN)/mypy

architecture: env ## Imports run dags → pipeline → schemas, never back
	@$(BIN)/lint-imports

golden: env ## Rewrite the golden files; review the difference like code
	@$(BIN)/python -m pytest -q tests/golden --rewrite-golden

docs: env ## Rewrite the generated reference pages
	@$(BIN)/python -m pipeline.console.reference > docs/cli.md

weights: env ## Train the learned core anew (needs ../shared and an environment of torch; one to six hours, by processor); see the model card
	@training/make_weights.sh

eval: env ## Score against the labelled sets (needs ../shared); writes docs/quality.md
	@$(BIN)/python -m evaluation

bench: env ## Articles a second and memory, beside a floor script
	@$(BIN)/python benchmarks/throughput.py

bench-projection: env ## Events a second into a real Elasticsearch, beside a bare bulk of the same documents
	@$(BIN)/python benchmarks/projection.py

bench-latency: env ## Seconds from a dropped file to its alert, in a running Airflow
	@$(BIN)/python benchmarks/latency.py

MODEL_LOCK := uv pip compile --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-annotate --no-header --quiet
LOCK := $(MODEL_LOCK) pyproject.toml

lock: env ## Resolve the dependencies anew: for one machine, the production stack, training and the small model (needs uv)
	@$(LOCK) --extra airflow --extra llm --group dev --output-file requirements.lock
	@$(LOCK) --extra airflow --extra llm --extra celery --extra postgres --group build --constraint requirements.lock \
		--output-file deploy/requirements.lock
	@$(LOCK) --extra training --constraint requirements.lock --output-file training/requirements.lock
	@$(MODEL_LOCK) --group llm-server --output-file tests/llm_server.lock

clean: ## Remove the environment and caches; state in DEALWIRE_HOME stays
	@rm -rf $(VENV) $(MODEL_VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
