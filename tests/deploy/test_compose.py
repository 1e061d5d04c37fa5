"""compose.yaml: what it says is sound, and nobody but the proxy reaches anything in it."""

import re
import subprocess
import sys

import pytest
from ruamel.yaml import YAML

from tests.deploy.proxy import ROOT

FILE = ROOT / "compose.yaml"


@pytest.fixture(scope="module")
def services():
    return YAML(typ="safe").load(FILE)["services"]


def test_it_follows_the_specification_of_compose():
    checked = subprocess.run(
        [
            *(sys.executable, "-m", "check_jsonschema"),
            *("--builtin-schema", "vendor.compose-spec", FILE),
        ],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (checked.returncode, checked.stderr) == (0, "")


def test_every_service_is_held_back_in_the_same_way(services):
    held = {
        name: (
            service["read_only"],
            service["cap_drop"],
            service["security_opt"],
            "cap_add" in service or "privileged" in service,
        )
        for name, service in services.items()
    }

    assert held == dict.fromkeys(services, (True, ["ALL"], ["no-new-privileges:true"], False))


def test_only_the_site_is_published_and_only_to_this_machine(services):
    published = {name: service["ports"] for name, service in services.items() if "ports" in service}

    assert published == {"web": ["127.0.0.1:8000:8000"]}
    assert {name for name, each in services.items() if each["networks"] != ["inside"]} == {"web"}


def test_the_site_starts_after_its_tables_and_its_tables_after_the_database(services):
    assert services["web"]["depends_on"]["migrate"] == {
        "condition": "service_completed_successfully"
    }
    assert services["migrate"]["depends_on"]["database"] == {"condition": "service_healthy"}
    assert services["migrate"]["restart"] == "no"
    assert [name for name in ("database", "cache") if "healthcheck" not in services[name]] == []


def test_every_image_of_others_has_a_tag_and_no_secret_stands_in_the_file(services):
    images = {service["image"] for service in services.values()} - {"ttl"}
    text = FILE.read_text()

    assert len(images) == 2
    assert [image for image in images if not re.search(r":\d[\w.-]*$", image)] == []
    assert [name for name in re.findall(r"(\w*PASSWORD): (.*)", text) if "${" not in name[1]] == []
    assert all(each.get("env_file") == ".env" for each in services.values() if "build" in each)
