"""The file of the environment changes as a whole, keeps its rights, and only where it is in use."""

import stat

import pytest

from ttl.keeping import env_file

OLD = {"PLAN_SECRETS": "1:old", "SECRET_KEY": "old", "SECRET_KEY_FALLBACKS": ""}
NEW = {"PLAN_SECRETS": "2:new,1:old", "SECRET_KEY": "new", "SECRET_KEY_FALLBACKS": "old"}


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "env"
    made.write_text("# Ours\nHTTPS=false\nSECRET_KEY=old\nPLAN_SECRETS=1:old # kept twice\n")
    made.chmod(0o640)
    return made


def test_it_changes_what_it_is_told_and_leaves_the_rest(file):
    env_file.write(file, OLD, NEW)

    assert file.read_text() == (
        "# Ours\nHTTPS=false\nSECRET_KEY=new\nPLAN_SECRETS=2:new,1:old\nSECRET_KEY_FALLBACKS=old\n"
    )
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [each.name for each in file.parent.iterdir()] == ["env"]


def test_a_value_that_comes_from_elsewhere_is_not_written(file):
    before = file.read_text()

    with pytest.raises(env_file.NotInFile, match="does not hold the PLAN_SECRETS in use"):
        env_file.write(file, OLD | {"PLAN_SECRETS": "1:from the environment"}, NEW)

    assert file.read_text() == before


def test_without_a_file_it_says_so(tmp_path):
    with pytest.raises(env_file.NotInFile, match="PLAN_SECRETS and SECRET_KEY"):
        env_file.write(tmp_path / "none", OLD, NEW)
