"""What a body says of its letters, looked at before Django reads it."""

from django.utils.http import parse_header_parameters

NO_FORM = "application/octet-stream"


def text_only(environ: dict[str, object]) -> None:
    """Read nothing from a body in an encoding that is none of text, such as "hex".

    Django fails on one while it makes the request, before anything of ours is asked.
    """
    _kind, said = parse_header_parameters(str(environ.get("CONTENT_TYPE", "")))
    try:
        b"a".decode(said.get("charset", "utf-8"), "replace")
    except (LookupError, ValueError):
        environ["CONTENT_TYPE"] = NO_FORM
