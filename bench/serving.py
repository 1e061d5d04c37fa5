"""Pages through the server that production has, beside a bare view and a file; where wrk is."""

import gzip
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TextIO

import brotli

from bench import bare
from bench.asking import ACCEPTS
from bench.rows import Row

ROOT = Path(__file__).parents[1]
HERE = "127.0.0.1"
CLIENTS, START_SECONDS = 8, 30
PAUSE, IDLE = 0.2, 0.2
TICKS = os.sysconf("SC_CLK_TCK")
FILE = "The article as a file, nginx"
NGINX = """\
daemon off; worker_processes 2; pid {folder}/nginx.pid; error_log stderr; {user}
events {{}}
http {{
  access_log off; client_body_temp_path {folder}; proxy_temp_path {folder};
  fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};
  server {{ listen {here}:{port}; root {folder}; default_type text/html; gzip_static on; }}
}}
"""


@dataclass(slots=True)
class Served:
    """One address of one server: requests a second and processor seconds for one, by round."""

    name: str
    url: str
    process: int
    headers: dict[str, str]
    rates: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return median(self.rates)

    @property
    def cost(self) -> float:
        return median(self.costs)


def served(rows: Sequence[Row], folder: Path, rounds: int, seconds: int) -> list[Served]:
    """Measure pages in turn, round after round; nothing where there is no wrk."""
    if shutil.which("wrk") is None:
        return []
    with ExitStack() as stack:
        log = stack.enter_context((folder / "servers.log").open("w"))

        def start(*command: str) -> tuple[str, int]:
            return stack.enter_context(_server(command, log))

        site = start(str(ROOT / "bin" / "granian"), HERE, "{port}")
        own = start(*_bare_granian())
        found = [
            Served(row.name, f"{base}{row.address}", process, row.headers)
            for row in rows
            for base, process in ([own] if row.address == bare.ADDRESS else [site])
            if row.is_served
        ]
        if shutil.which("nginx"):
            base, process = start(*_nginx(rows, folder))
            found.append(Served(FILE, f"{base}/article.html", process, {}))
        for _ in range(rounds):
            for each in found:
                _ask(each, seconds)
    return found


def _bare_granian() -> tuple[str, ...]:
    return (
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--http", "1", "--workers", "2"),
        *("--blocking-threads", "4", "--no-access-log", "--log-level", "warning", "--factory"),
        *("--host", HERE, "--port", "{port}", "bench.bare:served"),
    )


def _nginx(rows: Sequence[Row], folder: Path) -> tuple[str, ...]:
    """Write the article beside a configuration that gives it out as it lies there, compressed."""
    [act] = next(row for row in rows if row.name == "Article").acts(1)
    body = brotli.decompress(act().body)
    (folder / "article.html").write_bytes(body)
    (folder / "article.html.gz").write_bytes(gzip.compress(body))
    user = "user root;" if os.geteuid() == 0 else ""
    text = NGINX.format(folder=folder, user=user, here=HERE, port="PORT")
    (folder / "nginx.conf").write_text(text)
    start = f'sed -i "s/PORT/{{port}}/" {folder}/nginx.conf && exec nginx -c {folder}/nginx.conf'
    return "sh", "-c", start


@contextmanager
def _server(command: Sequence[str], log: TextIO) -> Iterator[tuple[str, int]]:
    """Start a server on a free port, wait until it listens, and end it with all its processes."""
    with socket.create_server((HERE, 0)) as free:
        port = free.getsockname()[1]
    filled = [part.replace("{port}", str(port)) for part in command]
    env = {**os.environ, "VENV": sys.prefix}
    started = subprocess.Popen(  # noqa: S603
        filled, cwd=ROOT, env=env, stderr=log, start_new_session=True
    )
    try:
        _wait_for(port, filled)
        yield f"http://{HERE}:{port}", started.pid
    finally:
        os.killpg(started.pid, signal.SIGTERM)
        started.wait(START_SECONDS)


def _wait_for(port: int, command: Sequence[str]) -> None:
    for _ in range(START_SECONDS * 10):
        with socket.socket() as probe:
            if probe.connect_ex((HERE, port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit(f"This server did not start: {' '.join(command)}")


def _ask(each: Served, seconds: int) -> None:
    told = {"Accept-Encoding": ACCEPTS, "Host": "localhost", **each.headers}
    headers = [part for name, value in told.items() for part in ("-H", f"{name}: {value}")]
    command = ["wrk", "-t1", f"-c{CLIENTS}", f"-d{seconds}s", *headers, each.url]
    _settle(each.process)
    before = _processor_seconds(each.process)
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
    spent = _processor_seconds(each.process) - before
    if "Non-2xx" in said:
        raise SystemExit(f"{each.name}: a server gave other answers than it should.\n{said}")
    requests = int(re.search(r"(\d+) requests in", said)[1])
    each.rates.append(float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]))
    each.costs.append(spent / max(requests, 1))


def _settle(process: int) -> None:
    """Wait until a server has worked off what the round before has left in its queue."""
    for _ in range(START_SECONDS * 5):
        before = _processor_seconds(process)
        time.sleep(PAUSE)
        if _processor_seconds(process) - before < IDLE * PAUSE:
            return


def _processor_seconds(session: int) -> float:
    """Add up what all processes of a server have taken so far."""
    total = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parts = stat.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(parts[3]) == session:
            total += int(parts[11]) + int(parts[12])
    return total / TICKS
