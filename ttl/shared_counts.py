"""Keep what each process counts in files, so that any of them can tell the counts of all."""

import fcntl
import logging
import os
import struct
from itertools import count
from pathlib import Path

from prometheus_client import CollectorRegistry, values
from prometheus_client.mmap_dict import MmapedDict
from prometheus_client.multiprocess import MultiProcessCollector

logger = logging.getLogger(__name__)

# Files by kind of count. The space is taken from the disk at once: to write into a file that
# cannot grow would end the process. All our routes, methods and statuses need less.
FILE_BYTES = {"counter": 2**16, "histogram": 2**22}

# Held while this process lives; whoever comes after it goes on with its files.
_seat: int | None = None
_folder: Path | None = None


def share(folder: Path) -> None:
    """Let this process count in this folder; call it before anything is counted.

    Processes come and go and each takes a free seat, so that there are never more files than
    processes at one time. Where the folder cannot be used, the process counts for itself.
    """
    global _seat, _folder  # noqa: PLW0603 - one process has one seat
    try:
        folder.mkdir(parents=True, exist_ok=True)
        number, _seat = _free_seat(folder)
        for kind, size in FILE_BYTES.items():
            _prepare(folder / f"{kind}_{number}.db", size)
    except OSError as error:
        logger.warning("Each process counts for itself: %s", os.strerror(error.errno or 0))
        return
    _folder = folder
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)
    values.ValueClass = values.MultiProcessValue(lambda: number)


def of_all_processes(own: CollectorRegistry) -> CollectorRegistry:
    """Return what was counted by all processes that share, or else by this one."""
    if _folder is None:
        return own
    everybody = CollectorRegistry()
    MultiProcessCollector(everybody, str(_folder))
    return everybody


def _free_seat(folder: Path) -> tuple[int, int]:
    for number in count():
        # A bare descriptor, which is open until the process ends, however it does.
        seat = os.open(folder / f"{number}.seat", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(seat, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(seat)
        else:
            return number, seat
    raise AssertionError


def _prepare(file: Path, size: int) -> None:
    try:
        for _each in MmapedDict.read_all_values_from_file(file):
            pass
    except FileNotFoundError:
        pass
    except (RuntimeError, ValueError, struct.error):
        # Half written when the power went; counts may begin anew, the site must not end.
        file.unlink()
    with file.open("ab") as opened:
        os.posix_fallocate(opened.fileno(), 0, size)
