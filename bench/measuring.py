"""Rounds in which every row has its turn, so that a busy minute is shared by all of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median
from time import process_time

from django.db import connection

from bench.asking import Answer
from bench.rows import Row
from ttl.watching import Queries

FEWEST, MOST = 2, 400


@dataclass(slots=True)
class Measured:
    """One row with what it took: processor seconds for one time, in each round."""

    row: Row
    queries: int
    size: int | None
    often: int
    rounds: list[float] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        return median(self.rounds)

    @property
    def spread(self) -> float:
        """How far the rounds lie apart, as a share of the median."""
        return (max(self.rounds) - min(self.rounds)) / self.seconds


def measured(rows: Iterable[Row], rounds: int, seconds: float) -> list[Measured]:
    """Try every row once, then measure all of them in turn, round after round."""
    found = [_tried(row, seconds) for row in rows]
    for _ in range(rounds):
        for each in found:
            each.rounds.append(_taken(each.row, each.often))
    return found


def _tried(row: Row, seconds: float) -> Measured:
    """Look at one answer, warm, and work out how often it fits into the time of a round."""
    _taken(row, 1)
    answer, queries = check(row)
    often = int(seconds / max(_taken(row, FEWEST), 1e-6))
    size = len(answer.body) if answer else None
    return Measured(row, queries, size, min(max(often, FEWEST), MOST))


def check(row: Row) -> tuple[Answer | None, int]:
    """Do it once, count its queries, and end the run where the answer is not what the row says."""
    [act] = row.acts(1)
    queries = Queries()
    with connection.execute_wrapper(queries):
        answer = act()
    if answer and answer.status != row.status:
        raise SystemExit(f"{row.name}: answered {answer.status}, not {row.status}.")
    return answer, queries.number


def _taken(row: Row, often: int) -> float:
    first, *acts = row.acts(often + 1)
    # A page that is kept is looked after once a second; that is no part of what one costs.
    first()
    began = process_time()
    for act in acts:
        act()
    return (process_time() - began) / often
