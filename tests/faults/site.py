"""A real TTL on this machine: a folder, a database, secrets of its own and server processes."""

import http.client
import os
import resource
import secrets
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

from tests.faults.ports import free_port
from tests.planner.people import Visitor

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 30
# A worker that dies sooner than this after the last one is taken for a loop, and granian ends.
CALM_SECONDS = 6


class NoAnswer(Exception):  # noqa: N818 - it reads as what happened
    """The server took the request and its answer never came, or nobody listened."""


class Site:
    """One TTL, served by granian as in production but for HTTPS."""

    # Where its code is; an earlier release lies elsewhere.
    code = ROOT

    def __init__(self, folder, database_url, workers=2, **environment):
        self.folder = folder
        self.socket = None
        # Where the site keeps its rows, unless they are in PostgreSQL.
        self.file = folder / "ttl.sqlite3"
        self.workers = workers
        self.port = free_port()
        self.process = None
        # What the server is started by, such as a program that takes a right away from it.
        self.started_by = ()
        self.environment = {
            "PATH": os.environ["PATH"],
            "VENV": sys.prefix,
            "ENV_FILE": os.devnull,
            "VAR_DIR": str(folder),
            "HTTPS": "false",
            "SECRET_KEY": secrets.token_urlsafe(48),
            "PLAN_SECRETS": f"1:{secrets.token_urlsafe(48)}",
            "DATABASE_URL": database_url,
            **environment,
        }

    def manage(self, *command, check=True, **environment):
        """Run `manage.py` to its end and give the finished process, its output as text."""
        return subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=self.code,
            env=self.environment | environment,
            capture_output=True,
            text=True,
            check=check,
        )

    def begin(self, *command):
        """Begin `manage.py` and give the process, which goes on by itself."""
        return subprocess.Popen(
            [sys.executable, "manage.py", *command], cwd=ROOT, env=self.environment
        )

    def start(self, *options, **environment):
        """Serve, with more options for granian, and come back once the process answers."""
        self.log = (self.folder / "server.log").open("ab")
        self.process = subprocess.Popen(
            [
                *(*self.started_by, *self._program()),
                *("--workers", str(self.workers), *self._place(), *options),
            ],
            cwd=self.code,
            env=self.environment | environment,
            stdout=self.log,
            stderr=self.log,
            start_new_session=True,
        )
        self.wait_for("/livez")
        return self

    def listen_on_a_socket(self):
        """Serve behind a file in place of a port, as behind a proxy on the same machine."""
        # The name of a socket has to be short, and a test's folder is long.
        self.socket = Path(tempfile.gettempdir()) / f"ttl-{self.port}.sock"
        return self

    def _program(self):
        script = self.code / "bin/granian"
        if script.exists():
            return script, "127.0.0.1", str(self.port)
        # A release from before that script.
        granian = (sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws")
        return *granian, "--port", str(self.port), "ttl.wsgi:application"

    def _place(self):
        return ("--uds", str(self.socket)) if self.socket else ()

    def client(self):
        """Somebody's program that asks this site."""
        return Client(self.port, socket=self.socket)

    def ask_to_start_anew(self):
        """Ask the server to replace its processes one by one, as after an upgrade."""
        self.process.send_signal(signal.SIGHUP)

    def kill(self):
        """End every process of the server as a power cut would: no signal that it could handle."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process = None
        self.log.close()

    def stop(self):
        """Ask the server to end, as systemd does, and give its exit status."""
        if self.process is None:
            return None
        self.process.terminate()
        try:
            status = self.process.wait(PATIENCE_SECONDS)
        finally:
            self.log.close()
            self.process = None
        return status

    def limit(self, what, number=resource.RLIM_INFINITY):
        """Limit a resource of each worker while it runs, or take the limit away."""
        for worker in self.workers_now():
            _soft, hard = resource.prlimit(worker, what)
            soft = hard if number == resource.RLIM_INFINITY else number
            resource.prlimit(worker, what, (soft, hard))

    def workers_now(self):
        """The processes that serve; their parent only watches over them."""
        found = subprocess.run(
            ["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True, check=False
        )
        return [int(number) for number in found.stdout.split()]

    def wait_for_workers(self):
        """Come back once every worker is there; fails after 30 seconds."""
        until = time.monotonic() + PATIENCE_SECONDS
        while len(self.workers_now()) < self.workers:
            assert time.monotonic() < until, f"no worker took another's place\n{self.printed}"
            time.sleep(0.1)

    def wait_for(self, address, status=200):
        """Ask until this address gives this status; fails after 30 seconds."""
        client, last = self.client(), None
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            # Somebody else's server could have our port, and answer for us.
            assert self.process.poll() is None, self.printed
            try:
                last = client.get(address).status_code
            except NoAnswer as error:
                last = error
            if last == status:
                return
            time.sleep(0.05)
        raise AssertionError(f"{address} did not become {status}: {last}\n{self.printed}")

    def empty_log(self):
        """Bring everything into the file of a stopped site, which may leave it beside."""
        with closing(sqlite3.connect(self.file)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def faults_in_file(self):
        """What SQLite finds wrong with the file of the site."""
        with closing(sqlite3.connect(self.file)) as database:
            found = database.execute("PRAGMA integrity_check").fetchall()
            return [row for row in found if row != ("ok",)]

    @property
    def printed(self):
        """What the server wrote."""
        return (self.folder / "server.log").read_text()

    def visitor(self, token=None):
        """Somebody who comes to this site with script off and no cookie."""
        return Visitor(token, client=self.client())


class Client:
    """Requests over a real socket, in the words of Django's test client."""

    def __init__(self, port, timeout=PATIENCE_SECONDS, socket=None):
        self.port, self.timeout, self.socket = port, timeout, socket

    def get(self, address, headers=()):
        return self.send("GET", address, None, dict(headers))

    def post(self, address, data="", content_type="application/x-www-form-urlencoded"):
        return self.send("POST", address, data, {"Content-Type": content_type})

    def send(self, method, address, body, headers):
        connection = self._connection()
        try:
            connection.request(method, address, body, headers)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        except (OSError, http.client.HTTPException) as error:
            raise NoAnswer(repr(error)) from error
        finally:
            connection.close()

    def _connection(self):
        if self.socket:
            return SocketConnection(self.socket, self.timeout)
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)


class SocketConnection(http.client.HTTPConnection):
    """HTTP to a file that a server listens on."""

    def __init__(self, path, timeout):
        super().__init__("localhost", timeout=timeout)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self.path))


class Answer(SimpleNamespace):
    """What came back; `answer["Location"]` is a header, as in Django's own."""

    def __init__(self, status_code, headers, content):
        super().__init__(status_code=status_code, headers=headers, content=content)

    def __getitem__(self, name):
        return self.headers[name]
