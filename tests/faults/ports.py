"""Ports that nobody else is given while a test needs them."""

import contextlib
import os
import socket
from itertools import chain, cycle

# Below those that the machine hands out by itself, for in some drills a site or a wire is away for
# a while and comes back; each process that runs tests has some of its own.
EACH = 2_000
WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
FIRST, BEGINS = 20_000 + WORKER * EACH, os.getpid() % EACH
PORTS = cycle(chain(range(FIRST + BEGINS, FIRST + EACH), range(FIRST, FIRST + BEGINS)))


def free_port():
    """Give the next port that nobody listens on."""
    for port in PORTS:
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise AssertionError("there is no port left")
