"""How a form is written: a page may hold a hundred inputs, so a plain one needs no template."""

from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

WIDGETS = "django/forms/widgets"
PLAIN = {f"{WIDGETS}/{kind}.html" for kind in ("checkbox", "hidden", "number", "text")}
OPTIONS = {f"{WIDGETS}/{kind}_option.html" for kind in ("checkbox", "radio")}


class Renderer(DjangoTemplates):
    """Django's own, which writes the very same inputs by four templates each."""

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        """Write a plain input here, and everything else by its template."""
        widget = context.get("widget", {})
        is_bare = template_name in OPTIONS and not widget.get("wrap_label")
        if is_bare or template_name in PLAIN:
            return _input(widget)
        return super().render(template_name, context, request)


def _input(widget: dict[str, Any]) -> SafeString:
    value = widget["value"]
    # Also True and False are text here: only among the attributes do they say whether.
    written = {} if value is None else {"value": value if isinstance(value, str) else str(value)}
    attrs = {"type": widget["type"], "name": widget["name"], **written, **widget["attrs"]}
    shown = (_attribute(name, attr) for name, attr in attrs.items() if attr is not False)
    return mark_safe(f"<input{''.join(shown)}>")  # noqa: S308 - each attribute is escaped


def _attribute(name: str, value: Any) -> str:
    return f" {name}" if value is True else f' {name}="{conditional_escape(value)}"'
