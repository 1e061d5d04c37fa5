"""What is missing for a backup is said before one is made, in words that help."""

import fcntl
import os
import stat

import pytest
from django.core.management import CommandError, call_command
from pyrage import x25519

from ttl.keeping import postgresql, secrets_copy
from ttl.keeping.sealing import private_key


@pytest.fixture
def folders(tmp_path, settings):
    settings.BACKUP_RECIPIENTS = [str(x25519.Identity.generate().to_public())]
    made = tmp_path / "backups", tmp_path / "secrets"
    for folder in made:
        folder.mkdir()
    return made


def refusal(folder, secrets):
    with pytest.raises(CommandError) as told:
        call_command("backup", str(folder), "--secrets", str(secrets))
    return str(told.value)


def test_without_a_public_key_it_says_how_to_make_one(folders, settings):
    settings.BACKUP_RECIPIENTS = []

    assert "`new_backup_key` makes one" in refusal(*folders)


def test_what_is_no_public_key_is_named_by_its_place(folders, settings):
    settings.BACKUP_RECIPIENTS.append("AGE-SECRET-KEY-1")

    assert refusal(*folders) == (
        "BACKUP_RECIPIENTS: key 2 is not a public key that begins with age1."
    )


def test_a_place_for_the_secrets_that_is_not_mounted_is_noticed_now(folders):
    folders[1].rmdir()

    assert refusal(*folders) == f"{folders[1]} is no folder. Make it, or mount it."
    assert list(folders[0].iterdir()) == []


@pytest.mark.parametrize("inside", ["", "secrets"])
def test_secrets_are_not_kept_with_the_backups(folders, inside):
    place = folders[0] / inside
    place.mkdir(exist_ok=True)

    assert refusal(folders[0], place).startswith("The secrets must be kept apart")


def test_a_second_backup_at_the_same_time_waits_for_another_day(folders):
    descriptor = os.open(folders[0], os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)

    told = refusal(*folders)

    os.close(descriptor)
    assert told == f"Another backup is being written into {folders[0]}."


def test_the_copy_of_the_secrets_is_made_once_and_again_when_it_is_damaged(folders, settings):
    keys = [x25519.Identity.generate().to_public()]

    first, is_new = secrets_copy.keep(folders[1], keys)
    assert (is_new, stat.S_IMODE(first.stat().st_mode)) == (True, 0o600)
    assert secrets_copy.keep(folders[1], keys) == (first, False)

    first.write_bytes(first.read_bytes()[:-1])
    second, is_new = secrets_copy.keep(folders[1], keys)
    assert (is_new, second == first) == (True, False)


def test_new_secrets_get_a_copy_of_their_own(folders, settings):
    keys = [x25519.Identity.generate().to_public()]
    secrets_copy.keep(folders[1], keys)
    settings.PLAN_SECRETS = {"2": "newer", **settings.PLAN_SECRETS}

    assert secrets_copy.keep(folders[1], keys)[1]
    assert len(list(folders[1].iterdir())) == 2


def test_a_private_key_is_made_once_and_for_its_owner(tmp_path, capsys):
    file = tmp_path / "backup.key"
    call_command("new_backup_key", str(file))
    line = capsys.readouterr().out.strip()

    with pytest.raises(CommandError, match="File exists"):
        call_command("new_backup_key", str(file))

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert line == f"BACKUP_RECIPIENTS={private_key(file).to_public()}"


def test_without_postgresqls_programs_it_says_which_package_brings_them(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(postgresql, "DEBIAN_FOLDERS", "/nowhere")

    with pytest.raises(postgresql.ProgramMissing, match="apt-get install postgresql-client"):
        postgresql.find("pg_dump")
