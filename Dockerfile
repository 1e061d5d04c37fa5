# TTL in a container. Build: docker build -t ttl .    Run: compose.yaml, or docs/operations.md
# A tag moves with Debian's security updates. To freeze it, write the digest behind it: trixie-slim@sha256:...
FROM debian:trixie-slim AS base
# No version is pinned here, so that each build takes Debian's newest security fixes. The client of PostgreSQL
# is for backups, and as new as the server in compose.yaml.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends postgresql-client python3 \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1

FROM base AS build
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends python3-venv \
    && rm -rf /var/lib/apt/lists/*
COPY requirements.lock ./
RUN python3 -m venv .venv \
    && pip install --no-cache-dir --require-hashes --only-binary :all: --requirement requirements.lock \
    && pip uninstall --yes pip
COPY manage.py ./
COPY bin bin
COPY ttl ttl
COPY articles articles
COPY planner planner
COPY safety safety
COPY locale locale
COPY templates templates
COPY static static
# Hashing and compressing static files needs secrets and keeps none. Bytecode is made here, since the root is read-only.
RUN bin/with-secrets python manage.py collectstatic --no-input --verbosity 0 \
    && python -m compileall -q ttl articles planner safety

FROM base
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin ttl \
    && install -d -m 0700 -o ttl -g ttl /data
COPY --from=build /app /app
USER 10001
# Where SQLite and the list of erasures live; nothing else is written, but for /tmp.
VOLUME /data
ENV DATABASE_URL=sqlite:////data/ttl.sqlite3 RUN_DIR=/tmp/ttl
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s CMD ["python", "-c", \
    "import os, urllib.request as u; host = os.environ.get('ALLOWED_HOSTS', 'localhost').split(',')[0].lstrip('.'); u.urlopen(u.Request('http://127.0.0.1:8000/livez', headers={'Host': host}), timeout=2)"]
# How TTL is served stands in bin/serve alone.
CMD ["bin/serve", "0.0.0.0", "8000"]
