"""Say how much more each page costs on a large site than on a small one.

Name the file of variables (ENV_FILE) of each: `python -m bench.growth SMALL.env LARGE.env`. Both
were filled by `make_load` before. They take turns, so that a busy minute is shared by both.
"""

import os
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from statistics import median
from typing import TypeVar

import msgspec

ROOT = Path(__file__).parents[1]
LINE = "| {} | {:.2f} | {:.2f} | {:.2f} | {:.2f} | {:.2f} | {:.2f} |\n"
HEAD = (
    "|  | Processor, ms: small | large | Growth | By the clock, ms: small | large | Growth |\n"
    "| --- | --: | --: | --: | --: | --: | --: |\n"
)
# Of each row, in one round: processor seconds and seconds by the clock.
Round = dict[str, tuple[float, float]]
T = TypeVar("T")


class Site:
    """A process that measures one round whenever it is told to."""

    def __init__(self, variables: Path, seconds: float) -> None:
        inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        self.process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", "bench.rounds", str(seconds)],
            cwd=ROOT,
            env={**inherited, "ENV_FILE": str(variables.resolve())},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self.size = self._answer(str)
        self.rounds: list[Round] = []

    def take_turn(self) -> None:
        self.process.stdin.write(b"\n")
        self.process.stdin.flush()
        self.rounds.append(self._answer(Round))

    def medians(self, row: str) -> list[float]:
        """Give the two medians of a row, in milliseconds."""
        taken = zip(*(each[row] for each in self.rounds), strict=True)
        return [1000 * median(times) for times in taken]

    def end(self) -> None:
        self.process.stdin.close()
        self.process.wait()

    def _answer(self, kind: type[T]) -> T:
        if not (line := self.process.stdout.readline()):
            raise SystemExit("A site could not be measured; what it said stands above.")
        return msgspec.json.decode(line, type=kind)


def main() -> None:
    """Measure both in turn and print the table."""
    parser = ArgumentParser(prog="bench.growth", description=__doc__)
    parser.add_argument("small", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=0.1, help="for each page in each round")
    options = parser.parse_args()
    sites = [Site(file, options.seconds) for file in (options.small, options.large)]
    for _ in range(options.rounds):
        for site in sites:
            site.take_turn()
    small, large = sites
    sys.stdout.write(f"{small.size}, then {large.size}; medians of {options.rounds}.\n\n{HEAD}")
    for row in small.rounds[0]:
        pairs = list(zip(small.medians(row), large.medians(row), strict=True))
        told = [number for few, many in pairs for number in (few, many, many / few)]
        sys.stdout.write(LINE.format(row, *told))
    for site in sites:
        site.end()


if __name__ == "__main__":
    main()
