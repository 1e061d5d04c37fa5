"""The list of what TTL is made of (CycloneDX) is the lock, package for package."""

import json
import re
import subprocess

import pytest

from tests.deploy.proxy import ROOT


@pytest.fixture(scope="module")
def sbom(tmp_path_factory):
    """What `make sbom` writes; it holds the file against the schema of CycloneDX itself."""
    file = tmp_path_factory.mktemp("sbom") / "sbom.json"
    rule = re.search(r"^sbom:.*\n\t(.*)\n\t@(.*)", (ROOT / "Makefile").read_text(), re.MULTILINE)
    command = rule[2].replace("$(VENV)", ".venv").replace("var/sbom.json", str(file))
    subprocess.run(["sh", "-ec", command], cwd=ROOT, check=True, capture_output=True)
    return json.loads(file.read_text())


def locked():
    """The packages of the lock with their hashes."""
    for text in re.split(r"\n(?=\S)", (ROOT / "requirements.lock").read_text()):
        if found := re.match(r"([\w.-]+)(?:\[[^]]*\])?==([^\s;]+)", text):
            yield found[1], found[2], sorted(re.findall(r"sha256:(\w{64})", text))


def test_it_lists_the_packages_of_the_lock_with_their_hashes_and_no_other(sbom):
    listed = [
        (
            part["name"],
            part["version"],
            sorted(
                each["content"]
                for place in part["externalReferences"]
                for each in place.get("hashes", ())
            ),
        )
        for part in sbom["components"]
    ]

    assert len(listed) > 30
    assert sorted(listed) == sorted(locked())


def test_it_says_what_it_is_of_and_every_package_has_an_address(sbom):
    assert (sbom["bomFormat"], sbom["specVersion"]) == ("CycloneDX", "1.6")
    assert sbom["metadata"]["component"]["name"] == "ttl"
    assert [
        part["name"] for part in sbom["components"] if not part["purl"].startswith("pkg:pypi/")
    ] == []
