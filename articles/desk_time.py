"""The clock on the editors' wall: moments from what is typed, and moments in words; pure."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

STEP = timedelta(minutes=1)
# The longest that clocks have jumped for is under a day.
FURTHEST = 24 * 60


class NoSuchMoment(ValueError):  # noqa: N818 - it reads as what is wrong
    """A time that the clocks skip or show twice on that day; says which times work."""


def moment(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """Return the moment at which clocks of a zone show this time, if there is just one."""
    typed = datetime.combine(day, hour)
    shown = _times_shown(typed, zone)
    if shown == 1:
        return typed.replace(tzinfo=zone).astimezone(UTC)
    before, after = _nearest(typed, zone, -STEP), _nearest(typed, zone, STEP)
    works = f"Choose {before:%H:%M} or earlier, or {after:%H:%M} or later."
    what = "is skipped" if shown == 0 else "comes twice"
    raise NoSuchMoment(
        f"{hour:%H:%M} {what} on {_day(typed)}, when the clocks of {place(zone)} change. {works}"
    )


def in_words(at: datetime, zone: ZoneInfo) -> str:
    """Say a moment with its zone, such as “3 May 2027, 09:00 London time (BST, UTC+1)”."""
    local = at.astimezone(zone)
    return f"{_day(local)}, {local:%H:%M} {_zone_in_words(local, zone)}"


def _zone_in_words(local: datetime, zone: ZoneInfo) -> str:
    if zone.key == "UTC":
        return "UTC"
    name, offset = local.tzname(), _offset(local.utcoffset())
    # Some zones have no letters of their own, only the offset again.
    known = f"{name}, {offset}" if name.isalpha() else offset
    return f"{place(zone)} time ({known})"


def _offset(offset: timedelta) -> str:
    minutes = abs(offset) // STEP
    size = f"{minutes // 60}:{minutes % 60:02}" if minutes % 60 else f"{minutes // 60}"
    return f"UTC{'-' if offset < timedelta() else '+'}{size}" if minutes else "UTC"


def place(zone: ZoneInfo) -> str:
    """Name the city of a zone."""
    return zone.key.rpartition("/")[2].replace("_", " ")


def _times_shown(local: datetime, zone: ZoneInfo) -> int:
    """Count how often clocks of the zone show this time: 0, 1 or 2."""
    moments = {local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return sum(at.astimezone(zone).replace(tzinfo=None, fold=0) == local for at in moments)


def _nearest(local: datetime, zone: ZoneInfo, step: timedelta) -> datetime:
    return next(
        local + step * steps
        for steps in range(1, FURTHEST)
        if _times_shown(local + step * steps, zone) == 1
    )


def _day(local: datetime) -> str:
    return f"{local.day} {local:%B %Y}"
