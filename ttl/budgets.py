"""What a network, and a plan by its own link, may do in a time; reading pages is never counted.

A network is many people: a school, a clinic, a mobile carrier. Whoever has a plan behind a crowded
one falls back on what is set aside for their link.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest

from articles.views.search import calls_for_help as searches_for_help
from planner.views import checks, exports, log, questionnaire
from ttl.counting import Rate

READS = frozenset({"GET", "HEAD"})
POSTS = frozenset({"POST"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What one network may do, and beyond that one link; without `link` there is no more."""

    name: str
    network: Rate
    link: Rate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Which requests to a page are counted, and which of these get their answer all the same."""

    budget: Budget
    methods: frozenset[str] = POSTS
    unless: Callable[..., object] | None = None


# A day of one network: 120 plans and one more each half minute, so 3,000 rows at the most.
NEW_PLANS = Budget(name="plans", network=Rate(burst=120, seconds=30))
# A link that opens is never counted here; 60 slips an hour are a whole clinic of tired people.
DEAD_LINKS = Budget(name="dead links", network=Rate(burst=60, seconds=10))
SEARCHES = Budget(name="searches", network=Rate(burst=300, seconds=0.5))
SAVES = Budget(name="saves", network=Rate(burst=600, seconds=0.2), link=Rate(burst=60, seconds=5))
MOOD_CHECKS = Budget(
    name="mood checks", network=Rate(burst=200, seconds=2), link=Rate(burst=10, seconds=60)
)
REPORTS = Budget(name="reports", network=Rate(burst=20, seconds=60))
FILES = Budget(name="files", network=Rate(burst=200, seconds=1), link=Rate(burst=10, seconds=30))

A_FILE = Counted(budget=FILES, methods=READS)
# By the name of the page. Any other post to an address with a key is a save.
COUNTED = {
    "planner:start": Counted(budget=NEW_PLANS),
    "planner:import": Counted(budget=NEW_PLANS, unless=exports.calls_for_help),
    "articles:search": Counted(budget=SEARCHES, methods=READS, unless=searches_for_help),
    "safety:report": Counted(budget=REPORTS),
    "planner:question": Counted(budget=SAVES, unless=questionnaire.calls_for_help),
    "planner:mood": Counted(budget=MOOD_CHECKS, unless=checks.calls_for_help),
    **dict.fromkeys(
        ("planner:log", "planner:log-tiny", "planner:log-stop"),
        Counted(budget=SAVES, unless=log.calls_for_help),
    ),
    **dict.fromkeys(
        (
            "planner:plan-pdf",
            "planner:summary-pdf",
            "planner:data",
            "planner:log-table",
            "planner:health-record",
            "planner:calendar-file",
            "planner:calendar-feed",
        ),
        A_FILE,
    ),
}
A_SAVE = Counted(budget=SAVES)
# "Are you safe now?" is never made to wait.
NEVER_COUNTED = frozenset({"planner:safe"})


def counted(request: HttpRequest) -> Counted | None:
    """Find what this request is counted as, if it is counted at all."""
    match = request.resolver_match
    found = COUNTED.get(match.view_name)
    if found is None and "token" in match.kwargs and match.view_name not in NEVER_COUNTED:
        found = A_SAVE
    if found is None or request.method not in found.methods:
        return None
    return found
