"""Readers by the hundred, from wrk; people who fill in, log and erase, from the drills."""

import re
import shutil
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SCRIPT = """\
local pages = {{{pages}}}
local turn = 0
request = function()
  turn = turn + 1
  return wrk.format("GET", pages[turn % #pages + 1], {{["Accept-Encoding"] = "gzip"}})
end
"""


@dataclass(frozen=True, slots=True)
class Read:
    """What readers got in one phase."""

    pages: int
    seconds: float
    median_ms: float
    worst_ms: float
    failed: int


class Readers:
    """Many open connections, each asking for one page after the other."""

    def __init__(self, folder: Path, port: int, pages: list[str], connections: int):
        if shutil.which("wrk") is None:
            raise SystemExit("There is no wrk here: apt-get install wrk")
        self.script = folder / "pages.lua"
        self.script.write_text(SCRIPT.format(pages=", ".join(f'"{page}"' for page in pages)))
        self.command = ["wrk", "-t1", f"-c{connections}", "--timeout", "5s", "--latency"]
        self.address = f"http://127.0.0.1:{port}"

    @contextmanager
    def reading(self, seconds: int, found: list[Read]):
        """Let readers ask while the block runs; what they got is put into the list."""
        command = [*self.command, f"-d{seconds}s", "-s", str(self.script), self.address]
        began = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            yield
        finally:
            said, _nothing = process.communicate()
            found.append(_read(said, time.monotonic() - began))


def _read(said: str, seconds: float) -> Read:
    """Take from the words of wrk what it counted; raises where it says none of it."""
    broken = re.search(r"connect (\d+), read (\d+), write (\d+), timeout (\d+)", said)
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    return Read(
        pages=int(re.search(r"(\d+) requests in", said)[1]),
        seconds=seconds,
        median_ms=_milliseconds(re.search(r"50%\s+(\S+)", said)[1]),
        worst_ms=_milliseconds(re.search(r"99%\s+(\S+)", said)[1]),
        failed=sum(int(number) for each in (broken, refused) if each for number in each.groups()),
    )


def _milliseconds(text: str) -> float:
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}[unit]
