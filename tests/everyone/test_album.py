"""The album holds every page that there is, so that what is true of it is true of the site."""

from django.conf import settings

TEMPLATES = settings.BASE_DIR / "templates"


def test_every_template_is_on_a_page_of_the_album(album):
    every = {str(each.relative_to(TEMPLATES)) for each in TEMPLATES.rglob("*.html")}

    assert album.no_pages == []
    assert len(album.pages) > 150
    assert sorted(every - album.templates) == []
