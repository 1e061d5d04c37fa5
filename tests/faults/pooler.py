"""A PgBouncer of its own in front of a PostgreSQL, to be killed and started again."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

from tests.faults.postgres import ROOT, owner

PORT = 6432
SETTINGS = """\
[databases]
* = host={host} user=ttl
[pgbouncer]
listen_port = {port}
unix_socket_dir = {folder}
auth_type = any
pool_mode = transaction
max_client_conn = 500
default_pool_size = {servers}
server_reset_query_always = 1
ignore_startup_parameters = extra_float_digits
"""


class Pooler:
    """One in transaction mode: few connections to the server, each given out for a transaction."""

    def __init__(self, cluster, servers=4):
        found = subprocess.run(
            [ROOT / "bin" / "pgbouncer"], capture_output=True, text=True, check=False
        )
        if found.returncode:
            pytest.fail(found.stderr, pytrace=False)
        self.program = found.stdout.strip()
        # A short path: it becomes the name of a socket.
        self.folder = Path(tempfile.mkdtemp(prefix="ttl-pb-", dir="/tmp"))
        self.settings = self.folder / "pgbouncer.ini"
        told = {"host": cluster.folder, "port": PORT, "folder": self.folder, "servers": servers}
        self.settings.write_text(SETTINGS.format(**told))
        if os.geteuid() == 0:
            shutil.chown(self.folder, user=owner())
        self.process = None

    @property
    def url(self):
        """The address of the database named ttl, for DATABASE_URL."""
        return f"postgresql://ttl@{str(self.folder).replace('/', '%2F')}:{PORT}/ttl"

    def start(self):
        """Pool, and come back once somebody listens."""
        command = [self.program, "-q", str(self.settings)]
        user = owner() if os.geteuid() == 0 else None
        self.process = subprocess.Popen(command, user=user, stderr=subprocess.DEVNULL)
        socket = self.folder / f".s.PGSQL.{PORT}"
        until = time.monotonic() + 10
        while not socket.exists():
            assert time.monotonic() < until, "the pooler did not start"
            time.sleep(0.05)
        return self

    def kill(self):
        """End it, and with it every transaction under way."""
        self.process.kill()
        self.process.wait()
        self.process = None
        (self.folder / f".s.PGSQL.{PORT}").unlink()

    def remove(self):
        """Stop if it runs, and leave nothing behind."""
        if self.process is not None:
            self.kill()
        shutil.rmtree(self.folder)
