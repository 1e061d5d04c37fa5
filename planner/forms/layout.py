"""Layout objects of the questionnaire that crispy-forms does not have."""

from crispy_forms.layout import LayoutObject
from crispy_forms.utils import TEMPLATE_PACK
from django.core.validators import EMPTY_VALUES
from django.forms import BoundField, Form
from django.template import Context
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.safestring import SafeString


class Details(LayoutObject):
    """Fields folded under a summary; unfolded when any of them has an answer or an error."""

    template = "%s/layout/details.html"

    def __init__(self, summary: str | Promise, *fields: str | LayoutObject, css_class: str = ""):
        self.summary = summary
        self.fields = list(fields)
        self.css_class = css_class

    def render(
        self, form: Form, context: Context, template_pack: str = TEMPLATE_PACK, **kwargs: object
    ) -> SafeString:
        """Render the fields inside a native fold, which works without script."""
        names = [pointer.name for pointer in self.get_field_names()]
        return render_to_string(
            self.get_template_name(template_pack),
            {
                "summary": self.summary,
                "css_class": self.css_class,
                "is_open": any(_needs_showing(form[name]) for name in names),
                "fields": self.get_rendered_fields(form, context, template_pack, **kwargs),
            },
        )


def _needs_showing(field: BoundField) -> bool:
    # An unticked box is False and says nothing, but 0 is an answer ("not at all").
    value = field.value()
    return bool(field.errors) or not (value is False or value in EMPTY_VALUES)


class Text(LayoutObject):
    """A paragraph between fields."""

    template = "%s/layout/text.html"

    def __init__(self, text: str | Promise) -> None:
        self.text = text
        self.fields: list[str] = []

    def render(
        self, form: Form, context: Context, template_pack: str = TEMPLATE_PACK, **kwargs: object
    ) -> SafeString:
        """Render the text, escaped."""
        return render_to_string(self.get_template_name(template_pack), {"text": self.text})
