"""Dates in English, with whole names of months."""

DATE_FORMAT = "j F Y"
