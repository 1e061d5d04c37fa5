"""Whatever a packed bundle holds, it comes in whole or is refused in words."""

import io
import zipfile
from contextlib import suppress

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.bundles import bring_in_zip, bundle_of, to_zip
from articles.content.files import ContentError
from articles.models import Article
from tests.articles.builders import make_article, make_claim, make_faq, make_topic
from tests.fuzz.payloads import PAYLOADS

pytestmark = pytest.mark.django_db

ODD = st.sampled_from(
    (*PAYLOADS, "\0", "\ud83d", "9" * 30, "nan", "0001-01-01", '"""', "+++", "[[")
)


@pytest.fixture
def files():
    make_topic()
    claim = make_claim()
    article = make_article(what_the_evidence_says=f"It helps [[{claim.key}]].")
    make_faq(article=article)
    return bundle_of(Article.objects.all())


def comes_in_or_is_refused(packed):
    """Bring it in and take it out again; anything but a refusal stops the test."""
    before = Article.objects.count()
    with transaction.atomic():
        with suppress(ContentError):
            bring_in_zip(packed, by=None, overwrite=True)
        transaction.set_rollback(True)
    assert Article.objects.count() == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_text_with_something_odd_in_it(files, data):
    name = data.draw(st.sampled_from(sorted(files)))
    place = data.draw(st.integers(0, len(files[name])))
    cut = data.draw(st.integers(0, 30))
    changed = files[name][:place] + data.draw(ODD) + files[name][place + cut :]

    comes_in_or_is_refused(packed_with(files, **{name: changed}))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_bundle_with_changed_bytes(files, data):
    packed = bytearray(to_zip(files))
    for _ in range(data.draw(st.integers(1, 4))):
        packed[data.draw(st.integers(0, len(packed) - 1))] = data.draw(st.integers(0, 255))

    comes_in_or_is_refused(bytes(packed[: data.draw(st.integers(0, len(packed)))]) or b"x")
    comes_in_or_is_refused(bytes(packed))


@pytest.mark.parametrize(
    "name",
    [
        "articles/" + "x" * 300 + ".md",
        "articles/\ufffe.md",
        "\U0001f4aa.toml",
        "articles/.md",
        ".toml",
    ],
    ids=["too long", "no letter", "emoji", "no name", "no name of a table"],
)
def test_a_file_with_an_odd_name(files, name):
    comes_in_or_is_refused(packed_with(files, **{name: "x"}))


@pytest.mark.parametrize("text", ["a = " + "[" * 9_000, "a = " + "{a=" * 9_000, "a." * 9_000])
def test_a_table_nested_too_deep(files, text):
    comes_in_or_is_refused(packed_with(files, **{"topics.toml": text}))


def packed_with(files, **changed):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in (files | changed).items():
            bundle.writestr(name, content.encode("utf-8", "surrogatepass"))
    return archive.getvalue()


def test_an_unknown_rating_of_a_published_article_is_refused_in_words(files):
    name = "articles/lifting-and-mood.md"
    changed = files[name].replace('rating = "limited"', 'rating = "certain"')

    with pytest.raises(ContentError, match=r"article lifting-and-mood: .*not a valid choice"):
        bring_in_zip(packed_with(files, **{name: changed}), by=None, overwrite=True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_value_of_another_type(files, data):
    name = data.draw(st.sampled_from(sorted(files)))
    lines = files[name].splitlines()
    place = data.draw(st.integers(0, len(lines) - 1))
    value = data.draw(st.sampled_from(("5", "-1", "true", "[]", "[5]", "{}", "nan", "2020-01-01")))
    lines[place] = f"{lines[place].partition(' = ')[0]} = {value}"

    comes_in_or_is_refused(packed_with(files, **{name: "\n".join(lines)}))
