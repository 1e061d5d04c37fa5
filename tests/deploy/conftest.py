"""A real TTL behind the nginx of deploy/, made once for the tests of a file."""

import pytest

from tests.deploy.proxy import NAME, Proxy
from tests.faults.site import Site


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site that believes its proxy."""
    folder = tmp_path_factory.mktemp("site")
    made = Site(
        folder,
        f"sqlite:///{folder / 'ttl.sqlite3'}",
        HTTPS="true",
        BEHIND_PROXY="true",
        ALLOWED_HOSTS=f"{NAME},127.0.0.1",
    )
    for command in ("migrate", "collectstatic"):
        made.manage(command, "--no-input", "--verbosity", "0")
    yield made.start()
    made.stop()


@pytest.fixture
def proxies(tmp_path):
    """Makes proxies in front of a port; they are ended after the test."""
    made = []

    def make(app_port):
        made.append(Proxy(tmp_path, app_port))
        return made[-1].start()

    yield make
    for proxy in made:
        proxy.stop()


@pytest.fixture
def proxy(proxies, site):
    """The proxy in front of the site."""
    return proxies(site.port)
