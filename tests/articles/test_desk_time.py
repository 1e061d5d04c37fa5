"""Times that editors type mean one moment, also on the two nights when clocks change."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from articles.desk_time import NoSuchMoment, in_words, moment

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("day", "hour", "at"),
    [
        (date(2027, 1, 3), time(9), datetime(2027, 1, 3, 9, tzinfo=UTC)),
        (date(2027, 5, 3), time(9), datetime(2027, 5, 3, 8, tzinfo=UTC)),
        (date(2027, 3, 28), time(0, 59), datetime(2027, 3, 28, 0, 59, tzinfo=UTC)),
        (date(2027, 3, 28), time(2), datetime(2027, 3, 28, 1, tzinfo=UTC)),
        (date(2027, 10, 31), time(0, 59), datetime(2027, 10, 30, 23, 59, tzinfo=UTC)),
        (date(2027, 10, 31), time(2), datetime(2027, 10, 31, 2, tzinfo=UTC)),
    ],
    ids=["winter", "summer", "before the gap", "after the gap", "before the twice", "after it"],
)
def test_a_time_of_london_is_one_moment(day, hour, at):
    assert moment(day, hour, LONDON) == at


@pytest.mark.parametrize("minute", [0, 30, 59])
def test_a_time_that_the_clocks_skip_is_refused_with_those_that_work(minute):
    with pytest.raises(NoSuchMoment) as refusal:
        moment(date(2027, 3, 28), time(1, minute), LONDON)

    assert str(refusal.value) == (
        f"01:{minute:02} is skipped on 28 March 2027, when the clocks of London change. "
        "Choose 00:59 or earlier, or 02:00 or later."
    )


def test_a_time_that_comes_twice_is_refused_with_those_that_work():
    with pytest.raises(NoSuchMoment) as refusal:
        moment(date(2027, 10, 31), time(1, 30), LONDON)

    assert str(refusal.value) == (
        "01:30 comes twice on 31 October 2027, when the clocks of London change. "
        "Choose 00:59 or earlier, or 02:00 or later."
    )


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("Europe/London", "3 May 2027, 09:00 London time (BST, UTC+1)"),
        ("America/New_York", "3 May 2027, 04:00 New York time (EDT, UTC-4)"),
        ("Asia/Kathmandu", "3 May 2027, 13:45 Kathmandu time (UTC+5:45)"),
        ("UTC", "3 May 2027, 08:00 UTC"),
    ],
)
def test_a_moment_is_said_with_the_zone_in_words(zone, words):
    assert in_words(datetime(2027, 5, 3, 8, tzinfo=UTC), ZoneInfo(zone)) == words


def test_in_winter_london_shows_utc():
    assert in_words(datetime(2027, 1, 3, 9, tzinfo=UTC), LONDON) == (
        "3 January 2027, 09:00 London time (GMT, UTC)"
    )
