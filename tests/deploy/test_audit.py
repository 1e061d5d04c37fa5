"""The audit fails where a weakness is known, and is loud, not silent, where nobody could say."""

import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.deploy.proxy import ROOT
from tests.faults.ports import free_port

LOCK = "six==1.17.0 --hash=sha256:" + "0" * 64 + "\n"
WEAKNESS = {
    "id": "TTL-TEST-1",
    "modified": "2026-01-01T00:00:00Z",
    "affected": [
        {
            "package": {"ecosystem": "PyPI", "name": "six"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.18.0"}]}],
        }
    ],
}


class Service(BaseHTTPRequestHandler):
    """A stand-in for the service of known weaknesses."""

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        body = json.dumps(self.server.answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def service():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def audit(tmp_path):
    """Runs the audit of one locked package against a service on a port."""
    (tmp_path / "own.lock").write_text(LOCK)

    def run(port, **environment):
        return subprocess.run(
            [sys.executable, ROOT / "bin/audit", "own.lock"],
            cwd=tmp_path,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(tmp_path),
                "VULNERABILITIES": f"http://127.0.0.1:{port}/v1/query",
                **environment,
            },
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_a_lock_without_a_known_weakness_passes(audit, service):
    service.answer = {}

    done = audit(service.server_port, AUDIT="required")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "own.lock: 1 packages, no known weakness.\n"


def test_a_known_weakness_fails_and_is_named_with_its_mend(audit, service):
    service.answer = {"vulns": [WEAKNESS]}

    done = audit(service.server_port)

    assert done.returncode == 1
    assert done.stderr == "six 1.17.0: TTL-TEST-1 (1.18.0)\n"


@pytest.mark.parametrize(("asked", "status"), [({}, 0), ({"AUDIT": "required"}, 1)])
def test_a_service_that_does_not_answer_is_told_loudly(audit, asked, status):
    done = audit(free_port(), **asked)

    assert done.returncode == status
    assert "NOT AUDITED" in done.stderr
    assert "no known weakness" not in done.stdout
