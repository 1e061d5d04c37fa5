"""No tracked file holds a secret, and none ever did: what was committed once is known to all."""

import re

import pytest
from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class
from detect_secrets.plugins.base import RegexBasedDetector
from detect_secrets.plugins.ip_public import IPPublicDetector
from detect_secrets.plugins.keyword import KeywordDetector

from tests.deploy.proxy import ROOT
from tests.deploy.tracked import git, tracked

# Guesses by the name of a variable or the look of a text are left out: the first are ruff's (S105
# to S107), and the second would only find hashes. What stays knows the shape of a real secret; an
# address of a network is none.
DETECTORS = [
    kind()
    for kind in get_mapping_from_secret_type_to_class().values()
    if issubclass(kind, RegexBasedDetector) and kind not in {IPPublicDetector, KeywordDetector}
]
# TTL's own: what token_urlsafe gives for a private link (43) and for the secrets of .env (64), and
# the private key of a backup.
OWN = re.compile(
    r"(?<![\w-])(?=[\w-]*[A-Z])(?=[\w-]*[a-z])(?=[\w-]*\d)(?:[\w-]{43}|[\w-]{64})(?![\w-])"
    r"|AGE-SECRET-KEY-1[A-Z0-9]{58}"
)
ALLOWED = {
    "password",  # of an example, in .env.example
    "ghs",  # the end of "weighs", read as the name of a cloud's account
    "aB3_-dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hJ6kM9nP",  # a link that opens nothing, in tests of logs
    "0123456789-_abcdefghijklmnopqrstuvwxyzABCDE",  # and one in alphabetical order
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",  # the alphabet of base64url
}


def secrets_in(text):
    """Every secret in a text, by the shapes that we know."""
    known = {secret for detector in DETECTORS for secret in detector.analyze_string(text)}
    return (known | set(OWN.findall(text))) - ALLOWED


def test_no_file_of_ours_holds_a_secret():
    names = [name for name in tracked() if (ROOT / name).is_file()]
    found = {name: secrets_in((ROOT / name).read_text(errors="replace")) for name in names}

    assert len(names) > 100
    assert {name: secrets for name, secrets in found.items() if secrets} == {}


def test_no_commit_ever_brought_one():
    log = git("log", "-p", "-U0", "--no-color", "--no-ext-diff", "--format=", "--", ".", ":!*.lock")
    added = "\n".join({line[1:] for line in log.splitlines() if line.startswith("+")})

    # A plain folder has no history: its files, which the test above reads, are all there is.
    assert len(added) > 100_000 or not log
    assert secrets_in(added) == set()


def test_no_file_of_secrets_is_tracked():
    assert [name for name in tracked() if re.search(r"(^|/)\.env$|\.(pem|key|age)$", name)] == []


@pytest.mark.parametrize(
    "secret",
    [
        "AKIA" + "IOSFODNN7EXAMPLF",
        "ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a",
        "-----BEGIN " + "RSA PRIVATE KEY-----",
        "postgresql://ttl:" + "opensesame@db/ttl",
        "kP3_-dE6gH9jK2mN5pQ8sT1vW4yZ7bC0" + "eF3hJ6kM9nQ",
        "AGE-SECRET-KEY-1" + "Q" * 58,
    ],
)
def test_a_secret_would_be_found(secret):
    assert secrets_in(f"before\nvalue = '{secret}'\nafter") != set()
