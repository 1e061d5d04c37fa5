"""Run what the rehearsal has built as the container would: migrate, serve, ask, stop."""

import os
import secrets
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

PATIENCE_SECONDS = 60


def say(text):
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def serve(image):
    """Migrate, load the content, serve, ask, and stop, all as the container would."""
    volume = Path(f"{image.root}.volume")
    shutil.rmtree(volume, ignore_errors=True)
    volume.mkdir(mode=0o700)
    os.chown(volume, int(image.user), int(image.user))
    own = {
        "SECRET_KEY": secrets.token_urlsafe(48),
        "PLAN_SECRETS": f"1:{secrets.token_urlsafe(48)}",
        "ALLOWED_HOSTS": "ttl.example.org",
        "BEHIND_PROXY": "true",
    }
    for command in ("migrate --no-input --verbosity 0", "load_content"):
        image.run(["python", "manage.py", *command.split()], live=True, **own)
    refused = subprocess.run(image.inside(["touch", "/app/x"], live=True), stderr=-3, check=False)
    server = subprocess.Popen(image.inside(image.command, live=True, **own))
    try:
        answers = [
            ask(server, address) for address in ("/livez", "/readyz", "/help/", "/articles/")
        ]
        check = [*image.check[:2], image.check[2].replace("'localhost'", "'ttl.example.org'")]
        healthy = subprocess.run(into(server, check), check=False).returncode
    finally:
        # Process 1 of the container: `unshare` itself does not pass the signal on.
        os.kill(first_process(server), signal.SIGTERM)
        status = server.wait(PATIENCE_SECONDS)
    say(f"answers: {answers}; health check: {healthy}; writing refused: {refused.returncode != 0}")
    say(f"ended with {status}; left in the volume: {sorted(os.listdir(volume))}")
    return (answers, healthy, status) == ([200] * 4, 0, 0) and refused.returncode != 0


def into(server, command):
    """Run a command of this machine in the network of the server."""
    return ["nsenter", f"--net=/proc/{first_process(server)}/ns/net", *command]


def first_process(server):
    """The number, on this machine, of the first process in the container."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children")
    return int(children.read_text().split()[0])


ASKING = """
import sys, urllib.error, urllib.request as u
headers = {"Host": "ttl.example.org", "X-Forwarded-Proto": "https"}
try:
    print(u.urlopen(u.Request("http://127.0.0.1:8000" + sys.argv[1], headers=headers)).status)
except urllib.error.HTTPError as error:
    print(error.code)
except OSError:
    print(0)
"""


def ask(server, address):
    """Ask until somebody listens, and give the status."""
    until = time.monotonic() + PATIENCE_SECONDS
    status = 0
    while not status and time.monotonic() < until:
        time.sleep(0.5)
        asked = into(server, [sys.executable, "-c", ASKING, address])
        status = int(subprocess.run(asked, capture_output=True, check=True).stdout)
    return status
