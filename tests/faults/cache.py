"""A Redis or Valkey of its own, to be stopped, filled, spoilt and started again."""

import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import pytest
import redis

from tests.faults.ports import free_port
from tests.faults.site import ROOT
from ttl import cache

LONG_SECONDS = 60


def be_patient(monkeypatch):
    """Let a busy machine keep the cache waiting: for tests of what it holds, not of how soon."""
    for name in ("socket_timeout", "socket_connect_timeout"):
        monkeypatch.setitem(cache.CONNECTION, name, LONG_SECONDS)
    monkeypatch.setattr(cache, "SLOW_SECONDS", LONG_SECONDS)


class Cache:
    """One server that keeps nothing on the disk."""

    def __init__(self, **options):
        found = subprocess.run(
            [ROOT / "bin" / "redis"], capture_output=True, text=True, check=False
        )
        if found.returncode:
            pytest.fail(found.stderr, pytrace=False)
        self.program = found.stdout.strip()
        self.folder = Path(tempfile.mkdtemp(prefix="ttl-cache-", dir="/tmp"))
        self.port = free_port()
        self.options = options
        self.process = None

    @property
    def url(self):
        """The address for CACHE_URL."""
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self):
        """Serve, and come back once it answers."""
        chosen = {"port": self.port, "bind": "127.0.0.1", "dir": self.folder, "save": ""}
        words = []
        for name, value in (chosen | self.options).items():
            words += [f"--{name}", str(value)]
        self.process = subprocess.Popen([self.program, *words], stdout=subprocess.DEVNULL)
        client = self.client()
        for _ in range(600):
            try:
                client.ping()
            except redis.ConnectionError:
                time.sleep(0.05)
            else:
                return self
        raise AssertionError("the cache did not start")

    def client(self):
        """A client for what a drill itself does to the cache."""
        return redis.Redis(port=self.port)

    def kill(self):
        """End it with all that it held."""
        self.process.kill()
        self.process.wait()
        self.process = None

    def remove(self):
        """Stop if it runs, and leave nothing behind."""
        if self.process is not None:
            self.kill()
        shutil.rmtree(self.folder)
