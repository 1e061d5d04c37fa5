"""Everything that runs, started in order and ended whatever happens."""

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from deploy.fleet.balancer import Balancer
from tests.faults.cache import Cache
from tests.faults.pooler import Pooler
from tests.faults.postgres import Cluster
from tests.faults.site import Client, Site
from tests.planner.people import Visitor


@dataclass(frozen=True, slots=True)
class Fleet:
    """What runs; `port` is where readers come in, as with a site."""

    primary: Cluster
    copy: Cluster
    pooler: Pooler
    cache: Cache
    sites: list[Site]
    balancer: Balancer

    @property
    def port(self):
        return self.balancer.port

    def visitor(self, token=None):
        """Somebody who comes in through the balancer."""
        return Visitor(token, client=Client(self.port))


@contextmanager
def fleet(folder: Path, processes: int, articles: int, plans: int):
    """Start all of it; the database has the shipped content and as much more as is asked for."""
    with ExitStack() as ending:

        def ended(each):
            ending.callback(each.remove)
            return each

        primary = ended(Cluster(max_wal_senders=4, shared_buffers="256MB")).create()
        # Migrating takes a lock that belongs to a session, so it does not go through the pooler.
        first = Site(_made(folder / "first"), primary.url)
        _fill(first, articles, plans)
        copy = ended(Cluster(max_standby_streaming_delay="5s")).standby_of(primary)
        pooler = ended(Pooler(primary, servers=12)).start()
        cache = ended(Cache(maxmemory="256mb", **{"maxmemory-policy": "allkeys-lru"})).start()
        sites = [
            _beside(first, folder / str(number), pooler.url, cache.url, copy.url)
            for number in range(processes)
        ]
        for site in sites:
            ending.callback(_end, site)
            site.start()
        balancer = Balancer(folder, [site.port for site in sites]).start()
        ending.callback(balancer.stop)
        yield Fleet(primary, copy, pooler, cache, sites, balancer)


def _fill(site: Site, articles: int, plans: int) -> None:
    site.manage("migrate", "--no-input", "--verbosity", "0")
    site.manage("collectstatic", "--no-input", "--verbosity", "0")
    site.manage("load_content")
    if articles or plans:
        site.manage("make_load", "--articles", str(articles), "--plans", str(plans), "--yes")


def _beside(first: Site, folder: Path, database: str, cache: str, copy: str) -> Site:
    """Make one more process of the same site: the same secrets, and a folder of its own."""
    (_made(folder) / "static").symlink_to(first.folder / "static")
    same = {name: first.environment[name] for name in ("SECRET_KEY", "PLAN_SECRETS")}
    return Site(folder, database, workers=1, CACHE_URL=cache, REPLICA_URL=copy, **same)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _end(site: Site) -> None:
    if site.process is not None:
        site.kill()
