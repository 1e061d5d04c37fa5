"""Templates that are all empty: for tests that ask who may open pages, and draw none of them."""

from django.template import Origin
from django.template.loaders.base import Loader


class Blank(Loader):
    """Finds every template, and nothing in it."""

    def get_template_sources(self, template_name):
        yield Origin(name=template_name, template_name=template_name, loader=self)

    def get_contents(self, origin):
        return ""
