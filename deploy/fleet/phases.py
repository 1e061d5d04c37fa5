"""What is done to the fleet while people read and write, one after the other."""

import time

from deploy.fleet.machines import Fleet


def nothing(fleet: Fleet, seconds: int) -> None:
    """Nothing is done."""
    time.sleep(seconds)


def kill_a_process(fleet: Fleet, seconds: int) -> None:
    """One web process is killed, and started again later."""
    site = fleet.sites[0]
    time.sleep(seconds / 4)
    site.kill()
    time.sleep(seconds / 4)
    site.start()
    time.sleep(seconds / 2)


def restart_the_cache(fleet: Fleet, seconds: int) -> None:
    """The cache is killed, and starts again empty."""
    time.sleep(seconds / 4)
    fleet.cache.kill()
    time.sleep(seconds / 4)
    fleet.cache.start()
    time.sleep(seconds / 2)


def stop_the_copy(fleet: Fleet, seconds: int) -> None:
    """The copy of the database is stopped, and started again."""
    time.sleep(seconds / 4)
    fleet.copy.stop("immediate")
    time.sleep(seconds / 4)
    fleet.copy.start()
    time.sleep(seconds / 2)


def restart_the_pooler(fleet: Fleet, seconds: int) -> None:
    """PgBouncer is killed, and started again."""
    time.sleep(seconds / 4)
    fleet.pooler.kill()
    time.sleep(1)
    fleet.pooler.start()
    time.sleep(seconds * 3 / 4 - 1)


def replace_every_process(fleet: Fleet, seconds: int) -> None:
    """Every web process is asked to end, one after the other, and another takes its place."""
    until = time.monotonic() + seconds
    for site in fleet.sites:
        site.stop()
        site.start()
    time.sleep(max(0, until - time.monotonic()))


PHASES = (
    nothing,
    kill_a_process,
    restart_the_cache,
    stop_the_copy,
    restart_the_pooler,
    replace_every_process,
)
