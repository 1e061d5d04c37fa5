# TTL in a container. Build: docker build -t ttl .    Run and migrate: docs/operations.md
FROM python:3.13-slim-bookworm

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /app

COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes --only-binary :all: --requirement requirements.lock

COPY manage.py ./
COPY ttl ttl
COPY articles articles
COPY planner planner
COPY templates templates
COPY static static

# These secrets live for this one line: hashing and compressing static files needs none.
RUN SECRET_KEY=$(python -c 'import secrets; print(secrets.token_urlsafe(48))') \
    PLAN_SECRETS=1:$(python -c 'import secrets; print(secrets.token_urlsafe(48))') \
    python manage.py collectstatic --no-input --verbosity 0

RUN useradd --system --uid 10001 --home-dir /app ttl && install -d -o ttl -g ttl /data
USER ttl
# Where SQLite lives unless DATABASE_URL says otherwise.
VOLUME /data
ENV DATABASE_URL=sqlite:////data/ttl.sqlite3

EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s CMD ["python", "-c", \
    "import os, urllib.request as u; host = os.environ.get('ALLOWED_HOSTS', 'localhost').split(',')[0]; u.urlopen(u.Request('http://127.0.0.1:8000/livez', headers={'Host': host}), timeout=2)"]

# No access log: the path of a private plan is the key that opens it.
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", \
     "--blocking-threads", "4", "--no-ws", "--no-access-log", "--respawn-failed-workers", \
     "--log-level", "warning", "ttl.wsgi:application"]
