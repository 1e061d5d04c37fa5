"""Content files that cannot be read say what to mend."""

import pytest

from articles.content.files import ContentError, read_article, read_content
from tests.articles.shipped import change


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("+++\nslug", "slug", r"lifting.md: the facts must stand"),
        ('title = "Lifting"', "title =", r"lifting.md: Invalid value"),
        ('title = "Lifting"', "", r"lifting.md: .*'title'"),
        ("## How it works", "## How it wroks", r"lifting.md: 'How it wroks'"),
    ],
    ids=["no fence", "bad TOML", "no title", "unknown heading"],
)
def test_a_broken_article_is_named_with_what_to_mend(folder, old, new, message):
    change(folder / "articles" / "lifting.md", old, new)

    with pytest.raises(ContentError, match=message):
        read_article(folder / "articles" / "lifting.md")


@pytest.mark.parametrize("name", ["topics", "sources", "faqs"])
def test_a_broken_table_names_its_file(folder, name):
    change(folder / f"{name}.toml", f"[[{name}]]", f"[[{name}]")

    with pytest.raises(ContentError, match=f"{name}.toml: "):
        read_content(folder)


def test_an_unknown_fact_names_its_file(folder):
    change(folder / "sources.toml", "design =", "desing =")

    with pytest.raises(ContentError, match=r"sources.toml: .*desing"):
        read_content(folder)
