"""No text for visitors is left out of the Spanish catalogues."""

import shutil
import subprocess
import sys

import polib
import pytest

from tests.deploy.proxy import ROOT

TAKEN = ("bin", "ttl", "articles", "planner", "safety", "templates", "manage.py")
CATALOGUES = sorted(ROOT.glob("locale/es/**/django.po")) + sorted(
    ROOT.glob("*/locale/es/**/django.po")
)


def told(path):
    """The texts of a catalogue, which are there whether they are translated or not."""
    return {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in polib.pofile(path)}


@pytest.fixture(scope="module")
def gathered(tmp_path_factory):
    """A copy of the code, with its texts gathered anew."""
    folder = tmp_path_factory.mktemp("gathered")
    for name in TAKEN:
        take = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        take(ROOT / name, folder / name)
    (folder / ".venv").symlink_to(sys.prefix)
    done = subprocess.run(
        [folder / "bin/with-secrets", folder / "bin/messages"],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "ENV_FILE": "/dev/null", "DATABASE_URL": "sqlite://:memory:"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize(
    "path", [path.relative_to(ROOT) for path in CATALOGUES], ids=lambda path: str(path.parents[2])
)
def test_the_catalogue_holds_each_text_for_visitors_and_no_other(gathered, path):
    assert told(gathered / path) == told(ROOT / path)
