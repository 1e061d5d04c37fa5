"""One walk through thousands of generated people, shared by all tests that ask about it."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
import tomli_w

from planner.engine import RULES_VERSION
from tests.planner.engine.search import ANSWER_SETS, walk


@pytest.fixture(scope="session")
def verdicts():
    """What every check says of every generated answer set."""
    return walk()


def pytest_sessionfinish(session, exitstatus):
    """Write down how much a long check looked at, where it is asked to and nothing failed."""
    record = os.environ.get("RECORD_CHECK")
    is_worker = hasattr(session.config, "workerinput")
    if not record or is_worker or exitstatus != pytest.ExitCode.OK:
        return
    # Only here: the other modules of this folder are the engine's, and know no Django.
    from safety.promises import engine_digest  # noqa: PLC0415
    from tests.planner.engine.test_invariants_of_progress import JOURNEYS  # noqa: PLC0415

    found = {
        "day": datetime.now(UTC).date(),
        "rules_version": RULES_VERSION,
        "answer_sets": ANSWER_SETS,
        "logs": JOURNEYS,
        "engine": engine_digest(),
    }
    Path(record).write_text(tomli_w.dumps(found))
