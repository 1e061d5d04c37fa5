"""A wire between the site and a server behind it, which can be cut, held or slowed."""

import contextlib
import socket
import threading
import time
from enum import Enum, auto

from tests.faults.ports import free_port

PIECE = 65_536


class Wire(Enum):
    """What becomes of the bytes."""

    OPEN = auto()
    # Connections are refused, and those that were open break.
    CUT = auto()
    # Whoever calls is heard and never answered: the worst fault, since nothing says that it is one.
    SILENT = auto()
    SLOW = auto()


class Relay:
    """Passes what comes to a port of its own on to a server, and back, as its wire allows."""

    def __init__(self, target, slow_seconds=0.0):
        self.target = target
        self.slow_seconds = slow_seconds
        self.port = free_port()
        self.wire = Wire.OPEN
        self.ends = set()
        # How often a caller has said something.
        self.heard = 0
        self.listener = None
        self.open()

    def open(self):
        """Let everything through, on new connections: those of a silent time stay dead."""
        self._hang_up()
        self.wire = Wire.OPEN
        self._listen()

    def cut(self):
        """Refuse callers and break what is open."""
        self.wire = Wire.CUT
        self._stop_listening()
        self._hang_up()

    def hush(self):
        """Go on taking calls and bytes, and pass nothing on."""
        self.wire = Wire.SILENT

    def slow(self):
        """Pass everything on, each piece late."""
        self.wire = Wire.SLOW

    def close(self):
        """Leave no socket open."""
        self.cut()
        while self.ends:
            time.sleep(0.01)

    def _listen(self):
        if self.listener is None:
            self.listener = socket.create_server(("127.0.0.1", self.port), backlog=512)
            self.taking = threading.Thread(target=self._take, args=(self.listener,), daemon=True)
            self.taking.start()

    def _stop_listening(self):
        if self.listener is not None:
            # Wakes the thread that waits for a call.
            self.listener.shutdown(socket.SHUT_RDWR)
            self.taking.join()
            self.listener.close()
            self.listener = None

    def _hang_up(self):
        for end in list(self.ends):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _take(self, listener):
        while True:
            try:
                caller, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=self._connect, args=(caller,), daemon=True).start()

    def _connect(self, caller):
        if self.wire is Wire.SILENT:
            self._hold([caller], [])
            return
        try:
            server = self._server()
        except OSError:
            caller.close()
            return
        self._hold([caller, server], [(caller, server, True), (server, caller, False)])

    def _hold(self, ends, ways):
        """Keep these sockets until they are hung up, by either side or by us."""
        self.ends |= set(ends)
        passing = [threading.Thread(target=self._pass_on, args=way, daemon=True) for way in ways]
        for thread in passing:
            thread.start()
        for thread in passing:
            thread.join()
        if not passing:
            self._drain(ends[0])
        for end in ends:
            self.ends.discard(end)
            end.close()

    def _server(self):
        if isinstance(self.target, int):
            return socket.create_connection(("127.0.0.1", self.target))
        server = socket.socket(socket.AF_UNIX)
        server.connect(str(self.target))
        return server

    def _drain(self, caller):
        with contextlib.suppress(OSError):
            while caller.recv(PIECE):
                self.heard += 1

    def _pass_on(self, source, sink, is_callers):
        with contextlib.suppress(OSError):
            while piece := source.recv(PIECE):
                self.heard += is_callers
                if self.wire is Wire.SLOW:
                    time.sleep(self.slow_seconds)
                if self.wire is not Wire.SILENT:
                    sink.sendall(piece)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
