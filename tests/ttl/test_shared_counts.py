"""What every process counted is told by any of them, and outlives each of them."""

import subprocess
import sys

import pytest

COUNT = """
import sys
from pathlib import Path
from ttl import shared_counts
shared_counts.share(Path(sys.argv[1]))
from prometheus_client import CollectorRegistry, Counter, generate_latest
own = CollectorRegistry()
counter = Counter("things", "Things.", ["kind"], registry=own)
counter.labels("a").inc()
print(generate_latest(shared_counts.of_all_processes(own)).decode(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def process(tmp_path):
    """Starts processes that count one each, and gives what each then knows of all."""
    started = []

    def start(folder=tmp_path / "run"):
        started.append(
            subprocess.Popen(
                [sys.executable, "-c", COUNT, str(folder)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        )
        for line in started[-1].stdout:
            if line.startswith("things_total"):
                return started[-1], line.rstrip()
        raise AssertionError("The process counted nothing.")

    yield start
    for each in started:
        each.kill()
        each.communicate()


def files(folder):
    return sorted(each.name for each in folder.glob("*.db"))


def test_each_process_knows_the_counts_of_all(process):
    told = [process()[1] for _ in "123"]

    assert told == [f'things_total{{kind="a"}} {number}.0' for number in (1, 2, 3)]


def test_a_process_goes_on_with_what_a_dead_one_counted_and_makes_no_more_files(process, tmp_path):
    for _ in "123":
        one, told = process()
        one.kill()
        one.wait()

    assert told == 'things_total{kind="a"} 3.0'
    assert files(tmp_path / "run") == ["counter_0.db", "histogram_0.db"]


@pytest.mark.parametrize("spoilt", [b"x" * 4096, b"\xff\xff\xff\x7f", b"ab", b""])
def test_a_file_that_was_half_written_ends_nothing(process, tmp_path, spoilt):
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "counter_0.db").write_bytes(spoilt)

    assert process()[1] == 'things_total{kind="a"} 1.0'


def test_the_space_of_a_file_is_taken_at_once(process, tmp_path):
    process()

    stats = [(tmp_path / "run" / name).stat() for name in files(tmp_path / "run")]
    assert [each.st_blocks * 512 >= each.st_size > 0 for each in stats] == [True, True]


def test_where_no_file_can_be_made_a_process_counts_for_itself(process, tmp_path):
    (tmp_path / "file").touch()

    told = [process(tmp_path / "file" / "run")[1] for _ in "12"]

    assert told == ['things_total{kind="a"} 1.0'] * 2
