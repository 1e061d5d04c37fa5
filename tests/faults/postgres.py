"""A PostgreSQL server of its own, to be stopped, killed and started again."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TRUST = ("-U", "ttl", "-A", "trust", "-E", "UTF8", "--locale", "C", "--no-sync")


class Cluster:
    """One server with its data, reached by a socket in its folder and by no network.

    It flushes what it commits, as in production: what a drill kills must be safe on the disk.
    """

    def __init__(self, **options):
        found = subprocess.run(
            [ROOT / "bin" / "postgres"], capture_output=True, text=True, check=False
        )
        if found.returncode:
            pytest.fail(found.stderr, pytrace=False)
        self.programs = Path(found.stdout.strip())
        # A short path: it becomes the name of a socket.
        self.folder = Path(tempfile.mkdtemp(prefix="ttl-pg-", dir="/tmp"))
        self.data = self.folder / "data"
        self.options = {"listen_addresses": "", "unix_socket_directories": self.folder, **options}
        if os.geteuid() == 0:
            shutil.chown(self.folder, user=owner())

    @property
    def url(self):
        """The address of the database named ttl, for DATABASE_URL."""
        return self.url_of("ttl")

    def url_of(self, database):
        return f"postgresql://ttl@{str(self.folder).replace('/', '%2F')}/{database}"

    def copy_of(self, other):
        """Take over the data of another server, which is stopped, and start."""
        shutil.copytree(other.data, self.data)
        if os.geteuid() == 0:
            subprocess.run(["chown", "-R", owner(), self.data], check=True)
        return self.start()

    def standby_of(self, primary):
        """Become a copy of another server that follows what it does, and start."""
        place = f"host={primary.folder} user=ttl application_name=copy"
        self.run("pg_basebackup", "-d", place, "-D", self.data, "-R", "-X", "stream", "-c", "fast")
        return self.start()

    def create(self):
        """Make the data folder, start, and make the database named ttl."""
        self.run("initdb", "-D", self.data, *TRUST)
        self.start()
        self.run("createdb", "-h", self.folder, "-U", "ttl", "ttl")
        return self

    def start(self):
        settings = " ".join(f"-c {name}={value}" for name, value in self.options.items())
        log = self.folder / "log"
        self.run("pg_ctl", "start", "-s", "-w", "-D", self.data, "-l", log, "-o", settings)
        return self

    def stop(self, mode="fast"):
        self.run("pg_ctl", "stop", "-s", "-D", self.data, "-m", mode)

    def kill(self):
        """End the server and all its workers with no chance to tidy up."""
        leader = int((self.data / "postmaster.pid").read_text().split()[0])
        # Stopped first, so that it starts no new worker while the others die.
        os.kill(leader, signal.SIGSTOP)
        found = subprocess.run(
            ["pgrep", "-P", str(leader)], capture_output=True, text=True, check=True
        )
        workers = [int(number) for number in found.stdout.split()]
        for process in (*workers, leader):
            os.kill(process, signal.SIGKILL)
        while any(map(_lives, (*workers, leader))):
            time.sleep(0.01)
        # In a container nobody may bury the dead, and PostgreSQL takes one for a running server.
        (self.data / "postmaster.pid").unlink()
        (self.folder / ".s.PGSQL.5432.lock").unlink()

    def sql(self, statement, database="ttl"):
        """Run one statement and give its output, unaligned and without headings."""
        return self.run(
            "psql", "-h", self.folder, "-U", "ttl", "-d", database, "-XAtc", statement
        ).strip()

    def reload(self):
        """Have the settings read anew, and come back once every new session has them."""
        loaded = "SELECT pg_conf_load_time()"
        before = self.sql(loaded)
        self.sql("SELECT pg_reload_conf()")
        until = time.monotonic() + 60
        while self.sql(loaded) == before:
            assert time.monotonic() < until, "the settings were not read anew"
            time.sleep(0.05)

    def run(self, program, *arguments):
        """Run one of PostgreSQL's programs as an ordinary user; it refuses to run as root."""
        command = [str(self.programs / program), *map(str, arguments)]
        if os.geteuid() == 0:
            command = ["runuser", "-u", owner(), "--", *command]
        done = subprocess.run(
            command,
            cwd="/",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{program} failed: {done.stdout}"
        return done.stdout

    def remove(self):
        """Stop if it runs, and leave nothing behind."""
        if (self.data / "postmaster.pid").exists():
            self.stop("immediate")
        shutil.rmtree(self.folder)


def _lives(process):
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def owner():
    """The ordinary user whom the programs of PostgreSQL run as where we are root."""
    names = {each.pw_name for each in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"
