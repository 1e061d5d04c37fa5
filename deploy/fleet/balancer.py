"""nginx in front of many processes: whoever does not answer is passed over."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

from tests.faults.site import free_port

SETTINGS = """\
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/nginx.log; {user}
events {{ worker_connections 2048; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  upstream ttl {{
    least_conn;
{servers}
    keepalive 64;
  }}
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_pass http://ttl;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $host;
      proxy_connect_timeout 1s;
      # What saves is not sent to a second process: nobody knows what became of it at the first.
      proxy_next_upstream error timeout http_503;
      proxy_next_upstream_tries 3;
    }}
  }}
}}
"""


class Balancer:
    """One nginx that keeps no page, so that the processes have all the work."""

    def __init__(self, folder: Path, ports: list[int]):
        self.port = free_port()
        self.settings = folder / "nginx.conf"
        servers = [f"    server 127.0.0.1:{port} max_fails=1 fail_timeout=2s;" for port in ports]
        user = "user root;" if os.geteuid() == 0 else ""
        told = {"folder": folder, "user": user, "servers": "\n".join(servers), "port": self.port}
        self.settings.write_text(SETTINGS.format(**told))
        self.process = None

    def start(self):
        program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
        if program is None:
            raise SystemExit("There is no nginx here: bin/deploy-tools --install")
        self.process = subprocess.Popen([program, "-c", str(self.settings)])
        time.sleep(0.5)
        return self

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()
