"""Which errors are faults of what TTL stands on, and no mistakes of ours."""

import errno

from django.db import (
    DataError,
    Error,
    IntegrityError,
    NotSupportedError,
    ProgrammingError,
)

# These say that we asked for something wrong; every other error says that nobody could answer.
MISTAKES = (DataError, IntegrityError, NotSupportedError, ProgrammingError)
# No space, no right to write, and no more open files: a moment later there may be.
DISK = {errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.EMFILE, errno.ENFILE}


def fault_behind(error: BaseException | None) -> str:
    """Say what failed, the database, the cache or the disk, or nothing for a mistake of ours."""
    while error is not None:
        if what := _fault(error):
            return what
        error = error.__cause__ or error.__context__
    return ""


def _fault(error: BaseException) -> str:
    if isinstance(error, Error):
        return "" if isinstance(error, MISTAKES) else "database"
    if isinstance(error, OSError) and error.errno in DISK:
        return "disk"
    # By its name: a site without this cache never loads the package.
    return "cache" if type(error).__module__.startswith("redis.") else ""
