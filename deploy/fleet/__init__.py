"""Ten web processes and all that stands around them, on one machine: does the whole keep working?

nginx, ten server processes, PgBouncer in transaction mode, a PostgreSQL with a streaming copy, and
a Redis or Valkey, each from Debian's package and on loopback; see docs/scale.md.
"""
