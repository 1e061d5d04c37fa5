"""The language that a file is written in: that of the page it was asked for on."""

from django.utils.translation import get_language


def language_and_region() -> tuple[str, str]:
    """Give the language now spoken, and its region in capitals or nothing."""
    language, _hyphen, region = (get_language() or "en-gb").partition("-")
    return language, region.upper()


def language_tag() -> str:
    """Name the language now spoken as files do (BCP 47)."""
    return "-".join(filter(None, language_and_region()))
