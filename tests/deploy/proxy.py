"""The nginx of deploy/, run for real on ports of its own with a certificate made for the test."""

import gzip
import http.client
import json
import os
import re
import signal
import socket
import ssl
import subprocess
import time
from pathlib import Path
from types import SimpleNamespace

from tests.faults.ports import free_port

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "deploy/nginx/ttl.conf"
NAME = "ttl.example.org"
# Root's own folders of tests are closed to the user that nginx would choose.
USER = "" if os.geteuid() else "user root;"
# What surrounds the file on a real machine; its own logs take all that comes.
AROUND = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log info;
events {{ worker_connections 256; }}
http {{
    types {{ text/html html; text/css css; }}
    access_log {folder}/access.log;
    error_log {folder}/error.log info;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/f;
    uwsgi_temp_path {folder}/u;
    scgi_temp_path {folder}/s;
    include {folder}/ttl.conf;
}}
"""


def program(name):
    """Where a program of bin/deploy-tools is."""
    found = subprocess.run(
        [ROOT / "bin/deploy-tools"], capture_output=True, text=True, check=True
    ).stdout.split()
    return next(path for path in found if path.endswith(name))


class Proxy:
    """One nginx in front of one port."""

    def __init__(self, folder, app_port):
        self.folder = folder
        self.port, self.plain_port = free_port(), free_port()
        self.certificate = folder / "own.pem"
        self.log = folder / "ttl.log"
        self._make_certificate()
        self._write(app_port)
        self.process = None

    def _make_certificate(self):
        key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
        subprocess.run(
            [
                *(program("openssl"), "req", "-x509", *key, "-days", "2", "-subj", f"/CN={NAME}"),
                *("-addext", f"subjectAltName=DNS:{NAME}"),
                *("-keyout", self.folder / "own.key", "-out", self.certificate),
            ],
            check=True,
            capture_output=True,
        )

    def _write(self, app_port):
        """Copy the example with the ports, paths and certificate of the test."""
        text = re.sub(r" +listen \[::\].*\n", "", EXAMPLE.read_text())
        live = f"/etc/letsencrypt/live/{NAME}"
        for old, new in (
            ("listen 80", f"listen 127.0.0.1:{self.plain_port}"),
            ("listen 443", f"listen 127.0.0.1:{self.port}"),
            (f"{live}/fullchain.pem", str(self.certificate)),
            (f"{live}/privkey.pem", str(self.folder / "own.key")),
            ("/var/log/nginx/ttl.log", str(self.log)),
            ("/var/cache/nginx/ttl", str(self.folder / "cache")),
            ("/var/www/ttl", str(self.folder / "www")),
            ("127.0.0.1:8000", f"127.0.0.1:{app_port}"),
            # The only limit of time that a test would otherwise have to wait for.
            ("client_body_timeout 10s", "client_body_timeout 1s"),
            ("client_header_timeout 10s", "client_header_timeout 1s"),
        ):
            assert old in text, f"the example no longer has {old!r}"
            text = text.replace(old, new)
        (self.folder / "ttl.conf").write_text(text)
        (self.folder / "nginx.conf").write_text(AROUND.format(folder=self.folder, user=USER))

    @property
    def command(self):
        return [program("nginx"), "-p", str(self.folder), "-c", str(self.folder / "nginx.conf")]

    def start(self):
        self.output = (self.folder / "output").open("wb")
        self.process = subprocess.Popen(self.command, stderr=self.output)
        for _ in range(600):
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return self
            except OSError:
                time.sleep(0.05)
        raise AssertionError((self.folder / "output").read_text())

    def stop(self):
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(10)
            self.output.close()
            self.process = None

    def connect(self, name=NAME):
        """A TLS connection to the proxy, which must show the certificate of this name."""
        trusted = ssl.create_default_context(cafile=str(self.certificate))
        raw = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        return trusted.wrap_socket(raw, server_hostname=name)

    def ask(self, address, method="GET", body=None, **headers):
        """One request over TLS, and its answer with all headers as they came."""
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection(NAME)
        connection.sock = self.connect()
        try:
            connection.request(method, address, body, headers)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def get(self, address):
        return self.ask(address)

    def post(self, address, data="", content_type="application/x-www-form-urlencoded"):
        return self.ask(address, "POST", data, Content_Type=content_type)

    def plainly(self, name):
        """What comes back over plain HTTP, as it comes."""
        with socket.create_connection(("127.0.0.1", self.plain_port), timeout=10) as connection:
            connection.sendall(f"GET /help/ HTTP/1.1\r\nHost: {name}\r\n\r\n".encode())
            try:
                return connection.recv(4096)
            except ConnectionResetError:
                return b""

    @property
    def lines(self):
        """What was logged, read back."""
        return [json.loads(line) for line in self.log.read_text().splitlines()]

    @property
    def written(self):
        """Every byte that nginx wrote into any file but the pages that it keeps."""
        files = (self.log, self.folder / "error.log", self.folder / "access.log")
        return "".join(file.read_text() for file in files if file.exists())


class Answer(SimpleNamespace):
    """What came back; `answer["Location"]` is a header, as in Django's own."""

    def __init__(self, status_code, headers, content):
        if headers.get("Content-Encoding") == "gzip":
            content = gzip.decompress(content)
        super().__init__(status_code=status_code, headers=headers, content=content)

    def __getitem__(self, name):
        return self.headers[name]
