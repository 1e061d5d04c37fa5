"""Drills: a real site, a fault, and an account of what was lost, printed as one table."""

import os
import shutil
from dataclasses import dataclass

import pytest

from tests.faults.postgres import Cluster
from tests.faults.site import Site

# How often each drill repeats its fault; `make drills` asks for more.
ROUNDS = int(os.environ.get("DRILL_ROUNDS", "2"))
COLUMNS = ("drill", "what was done", "tried", "acknowledged", "lost", "doubled")


@dataclass
class Drill:
    """What a drill reports: counts of writes, and in words what was done to the site."""

    done: str = ""
    tried: int = 0
    acknowledged: int = 0
    lost: int = 0
    doubled: int = 0


@pytest.fixture
def rounds():
    """How often to repeat the fault."""
    return ROUNDS


@pytest.fixture
def drill():
    """The account of this drill; the test fails when an acknowledged write was lost or doubled."""
    return Drill()


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem):
    """Hold every drill to its own account, so that none can forget to."""
    result = yield
    if account := pyfuncitem.funcargs.get("drill"):
        pyfuncitem.user_properties.append(("drill", vars(account)))
        assert account.done, "a drill says what was done"
        assert account.tried, "a drill that tried nothing shows nothing"
        assert (account.lost, account.doubled) == (0, 0), account
    return result


@pytest.fixture(scope="session")
def migrated_site(tmp_path_factory):
    """A site, never started, whose SQLite file has every table and no row of ours."""
    folder = tmp_path_factory.mktemp("migrated")
    site = Site(folder, f"sqlite:///{folder / 'ttl.sqlite3'}")
    site.manage("migrate", "--no-input", "--verbosity", "0")
    site.manage("collectstatic", "--no-input", "--verbosity", "0")
    return site


@pytest.fixture(scope="session")
def migrated(migrated_site):
    """A folder with a SQLite file that has every table and no row of ours, and static files."""
    return migrated_site.folder


@pytest.fixture
def sites(migrated):
    """Makes sites that are ended after the test, whatever became of them."""
    made = []

    def make(folder, database_url, **options):
        (folder / "static").symlink_to(migrated / "static")
        made.append(Site(folder, database_url, **options))
        return made[-1]

    yield make
    for site in made:
        if site.process is not None:
            site.kill()


@pytest.fixture
def site(sites, migrated, tmp_path):
    """A site on a SQLite file of its own, not started yet."""
    file = tmp_path / "ttl.sqlite3"
    shutil.copy(migrated / "ttl.sqlite3", file)
    return sites(tmp_path, f"sqlite:///{file}")


@pytest.fixture(scope="session")
def migrated_cluster(tmp_path_factory):
    """A PostgreSQL with every table and no row of ours, stopped; to be copied."""
    made = Cluster()
    try:
        site = Site(tmp_path_factory.mktemp("migrated-postgres"), made.create().url)
        site.manage("migrate", "--no-input", "--verbosity", "0")
        made.stop()
        yield made
    finally:
        made.remove()


@pytest.fixture
def clusters():
    """Makes PostgreSQL servers, not started yet, that are gone after the test."""
    made = []

    def make(**options):
        made.append(Cluster(**options))
        return made[-1]

    yield make
    for each in made:
        each.remove()


@pytest.fixture
def cluster(clusters, migrated_cluster):
    """A PostgreSQL with every table and no row of ours."""
    return clusters().copy_of(migrated_cluster)


@pytest.fixture
def postgres_site(sites, cluster, tmp_path):
    """A site on a PostgreSQL of its own, migrated, not started yet."""
    return sites(tmp_path, cluster.url)


def pytest_terminal_summary(terminalreporter):
    rows = [
        (report.nodeid.rpartition("::")[2].removeprefix("test_").replace("_", " "), account)
        for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed")
        for name, account in report.user_properties
        if name == "drill" and report.when == "call"
    ]
    if not rows:
        return
    terminalreporter.section("drills")
    table = [COLUMNS, *((name, *map(str, account.values())) for name, account in rows)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        terminalreporter.write_line("  ".join(cells).rstrip())
