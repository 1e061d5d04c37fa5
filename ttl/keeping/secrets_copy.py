"""A sealed copy of the secrets, apart from the backups: without it no backed-up plan opens."""

import io
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from pyrage import x25519

from ttl.keeping import archive, sealing

MARK_LENGTH = 16


def keep(folder: Path, keys: Sequence[x25519.Recipient]) -> tuple[Path, bool]:
    """Make sure that a whole copy of the secrets in use is there; say whether it is a new one."""
    content = _lines()
    mark = sha256(b"ttl/secrets/1" + content).hexdigest()[:MARK_LENGTH]
    for file in folder.glob(f"secrets-{mark}-*.age"):
        # It cannot be opened here; its name holds its own checksum.
        if file.stem.endswith(archive.checksum_of(file)[:MARK_LENGTH]):
            return file, False
    fresh = folder / f".secrets-{mark}"
    fresh.unlink(missing_ok=True)
    passing = archive.write(fresh, content, None, keys)
    read_back = io.BytesIO()
    with fresh.open("rb") as sealed:
        sealing.open_sealed(sealed, read_back, passing)
    if read_back.getvalue() != content:
        raise archive.Refused("the copy of the secrets does not read back as it was written")
    file = folder / f"secrets-{mark}-{archive.checksum_of(fresh)[:MARK_LENGTH]}.age"
    archive.publish(fresh, file)
    return file, True


def _lines() -> bytes:
    secrets = ",".join(f"{version}:{each}" for version, each in settings.PLAN_SECRETS.items())
    return (
        f"PLAN_SECRETS={secrets}\nSECRET_KEY={settings.SECRET_KEY}\n"
        f"SECRET_KEY_FALLBACKS={','.join(settings.SECRET_KEY_FALLBACKS)}\n"
    ).encode()
