# Our image: Airflow with the pipeline in it, from the hashed lock, run by a user without rights.
FROM python:3.12.12-slim-bookworm

ENV PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PATH=/opt/dealwire/.venv/bin:$PATH

# curl loads Kibana's objects.
RUN apt-get update && apt-get install --yes --no-install-recommends curl && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 50000 --home-dir /var/lib/dealwire dealwire \
    && install --directory --owner=dealwire /opt/dealwire /var/lib/dealwire /run/dealwire/ours

WORKDIR /opt/dealwire
COPY deploy/requirements.lock ./
RUN python -m venv .venv && .venv/bin/pip install --no-deps --require-hashes --requirement requirements.lock

COPY pyproject.toml README.md LICENSE NOTICE ./
COPY pipeline pipeline
COPY schemas schemas
COPY dags dags
COPY config config
COPY deploy deploy
RUN .venv/bin/pip install --no-deps --no-build-isolation --editable .

USER dealwire
