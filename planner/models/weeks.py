"""Dates are kept by the week: a day would say too much."""

from datetime import date, datetime, timedelta


def week_of(moment: datetime) -> date:
    """Return the Monday of a week."""
    return moment.date() - timedelta(days=moment.weekday())
