"""Whatever is sent to whichever address, the answer is one of ours and keeps every promise.

A fault prints the number of its visit. `FUZZ_SEED=… FUZZ_VISIT=… pytest tests/fuzz` repeats it.
"""

import os
import sys

import pytest

from tests.fuzz.visits import REQUESTS_OF_A_VISIT, Fuzz
from tests.fuzz.world import make_world

SIZES = {"default": 3_000, "ci": 20_000, "sweep": 100_000}
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
    only = os.environ.get("FUZZ_VISIT")
    visits = [int(only)] if only else range(share, SIZE // REQUESTS_OF_A_VISIT, SHARES)
    faults = []
    for number in visits:
        faults += fuzz.visit(number)
        if len(faults) >= FAULTS_SHOWN:
            break
    sys.stdout.write(
        f"share {share} of seed {SEED}: {fuzz.statuses.total()} requests, {dict(fuzz.statuses)}\n"
    )
    if faults:
        pytest.fail("\n\n".join(faults[:FAULTS_SHOWN]), pytrace=False)
    is_small = only or SIZES["default"] > SIZE
    # Or nothing much was tried: most addresses, and answers beyond refusals.
    assert is_small or len(fuzz.asked) > 0.9 * len(fuzz.routes)
    assert is_small or fuzz.statuses[200] + fuzz.statuses[302] > 0.3 * fuzz.statuses.total()
