"""What a backup says about itself: enough to tell whether it is whole, ours and of use here."""

import hmac
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

import msgspec
from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from planner.rotation import Resting, resting_on_each_version
from ttl.keeping.census import Table

FORM = 1


class Refused(Exception):  # noqa: N818 - it reads as what happened
    """The backup is not to be restored here, for a reason told in plain words."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """The first line of a backup; the dump of the database follows it."""

    form: int = FORM
    made_at: datetime
    release: str
    database: str
    migrations: list[tuple[str, str]]
    tables: dict[str, Table]
    size_bytes: int
    checksum: str
    # By version of PLAN_SECRETS: only who has the secret can make or check a mark.
    marks: dict[str, str] = {}

    def marked(self, secrets: Mapping[str, str]) -> "Manifest":
        """Put the mark of every secret on it."""
        marks = {version: self._mark(secret) for version, secret in secrets.items()}
        return msgspec.structs.replace(self, marks=marks)

    def is_marked_by(self, version: str, secret: str) -> bool:
        """Say whether the one who made this backup had this secret."""
        return hmac.compare_digest(self.marks.get(version, ""), self._mark(secret))

    def _mark(self, secret: str) -> str:
        body = msgspec.json.encode(msgspec.structs.replace(self, marks={}))
        return hmac.new(b"ttl/backup/mark/1" + secret.encode(), body, sha256).hexdigest()


def secrets_needed() -> dict[str, str]:
    """Return the secrets that plans rest on, and the newest, which the next one will."""
    newest = next(iter(settings.PLAN_SECRETS))
    resting = resting_on_each_version()
    return {
        version: secret
        for version, secret in settings.PLAN_SECRETS.items()
        if version == newest or resting[version] != Resting()
    }


def describe(tables: dict[str, Table], size_bytes: int, checksum: str) -> Manifest:
    """Describe a dump of the database that is in use."""
    return Manifest(
        made_at=timezone.now(),
        release=settings.RELEASE,
        database=connection.vendor,
        migrations=sorted(applied_migrations()),
        tables=tables,
        size_bytes=size_bytes,
        checksum=checksum,
    )


def applied_migrations() -> set[tuple[str, str]]:
    """Return what the database has had; nothing where it has no tables."""
    return set(MigrationRecorder(connection).applied_migrations())


def check_use(manifest: Manifest, *, without_secrets: bool) -> None:
    """Refuse what this release, this database or these secrets cannot make use of."""
    if manifest.form != FORM:
        raise Refused(f"it has form {manifest.form}, and this release knows form {FORM}")
    if manifest.database != connection.vendor:
        raise Refused(f"it is of {manifest.database}, and the database here is {connection.vendor}")
    here = MigrationLoader(None, load=False)
    here.load_disk()
    if newer := sorted(set(manifest.migrations) - here.disk_migrations.keys()):
        names = ", ".join(".".join(each) for each in newer)
        raise Refused(f"a newer release made it, which knows {names}: install that release")
    if not without_secrets:
        _check_marks(manifest, settings.PLAN_SECRETS)


def _check_marks(manifest: Manifest, secrets: Mapping[str, str]) -> None:
    if not manifest.marks:
        raise Refused("nobody with our secrets made it")
    if missing := sorted(set(manifest.marks) - set(secrets)):
        raise Refused(
            f"PLAN_SECRETS lacks version {', '.join(missing)}, without which plans in it cannot be "
            "opened: take it from the sealed copy of the secrets"
        )
    for version in manifest.marks:
        if not manifest.is_marked_by(version, secrets[version]):
            raise Refused(
                f"version {version} of PLAN_SECRETS is not the one it was made with, or somebody "
                "else made this file"
            )
