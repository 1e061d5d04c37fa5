"""A release is known by its files, so that no page of another is shown."""

import pytest

from ttl.edge.release import release_id


@pytest.fixture
def base(tmp_path, settings):
    for name in ("ttl/a.py", "templates/b.html", "static/c.css", "requirements.lock"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("first")
    settings.BASE_DIR = tmp_path
    return tmp_path


def test_the_same_files_are_the_same_release(base):
    assert release_id() == release_id()


@pytest.mark.parametrize(
    "name", ["ttl/a.py", "templates/b.html", "static/c.css", "requirements.lock"]
)
def test_another_file_is_another_release(base, name):
    before = release_id()

    (base / name).write_text("second")

    assert release_id() != before


def test_a_file_by_another_name_is_another_release(base):
    before = release_id()

    (base / "ttl/a.py").rename(base / "ttl/z.py")

    assert release_id() != before


def test_what_python_writes_beside_its_files_is_no_part_of_a_release(base):
    before = release_id()

    (base / "ttl/a.pyc").write_bytes(b"compiled")

    assert release_id() == before
