"""Whatever is sent to whichever address, the answer is one of ours and keeps every promise.

A fault prints the number of its visit. `FUZZ_SEED=… FUZZ_VISIT=… pytest tests/fuzz` repeats it.
"""

import os

import pytest

from tests.fuzz.addresses import routes
from tests.fuzz.visits import REQUESTS_OF_A_VISIT, Fuzz
from tests.fuzz.world import make_world

SIZES = {"default": 3_000, "ci": 100_000, "sweep": 100_000}
SIZE = int(os.environ.get("FUZZ_REQUESTS", SIZES[os.environ.get("HYPOTHESIS_PROFILE", "default")]))
SEED = os.environ.get("FUZZ_SEED", "ttl")
SHARES = 2 if SIZE < 10_000 else 8
FAULTS_SHOWN = int(os.environ.get("FUZZ_FAULTS", "5"))


@pytest.fixture
def fuzz(db, settings):
    # The real one is slow on purpose, and guessing passwords is not what is tried here.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return Fuzz(make_world(), SEED)


@pytest.mark.parametrize("share", range(SHARES))
def test_whatever_is_asked_the_answer_keeps_every_promise(fuzz, share):
    visits = range(share, SIZE // REQUESTS_OF_A_VISIT, SHARES)
    if only := os.environ.get("FUZZ_VISIT"):
        visits = [int(only)]
    faults = []
    for number in visits:
        faults += fuzz.visit(number)
        if len(faults) >= FAULTS_SHOWN:
            break
    print(dict(fuzz.statuses), sum(fuzz.statuses.values()))
    if faults:
        pytest.fail("\n\n".join(faults[:FAULTS_SHOWN]), pytrace=False)
