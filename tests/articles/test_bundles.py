"""Articles go out as files with all that they rest on, and come in without loss."""

import io
import tempfile
import zipfile

import pytest
from django.core.management import CommandError, call_command

from articles import history
from articles.bundles import Outcome, bring_in, bring_in_zip, bundle_of, everything, to_zip
from articles.content.files import ContentError
from articles.loading import load_content
from articles.models import Article, Citation, Claim, Faq, Image, Source, Synonym, Term, Topic
from tests.articles.builders import fill_article, make_article, make_claim, make_draft, make_image

pytestmark = pytest.mark.django_db

KINDS = (Article, Claim, Faq, Image, Source, Synonym, Term, Topic)
NOTHING = {"topics": (), "sources": (), "claims": (), "faqs": (), "glossary": ()}


def site():
    """All content as it reads, and when articles are shown."""
    texts = {
        (kind.__name__, str(row)): history.text_of(row)
        for kind in KINDS
        for row in kind.objects.all()
    }
    return texts, dict(Article.objects.values_list("slug", "published_at"))


def empty():
    for kind in (Citation, *KINDS):
        kind.objects.all().delete()


def outcomes(brought):
    return {row.outcome for row in brought}


def test_the_whole_shipped_site_goes_out_and_comes_into_an_empty_one_without_loss(tmp_path):
    load_content()
    fill_article(make_draft(body="## A heading like our own\n\n+++"), 2)
    Faq.objects.update(position=7)
    make_image()
    before = site()

    call_command("export_content", tmp_path, verbosity=0)
    empty()
    call_command("import_content", tmp_path, verbosity=0)

    assert site() == before


def test_what_came_in_goes_out_to_the_letter():
    load_content()
    first = everything()
    empty()

    bring_in_zip(to_zip(first), by=None, publish=True)

    assert everything() == first


def test_a_bundle_of_one_article_has_all_that_it_rests_on_and_no_more():
    claim = make_claim()
    picture = make_image()
    text = f"It helps: [[{claim.key}]].\n\n{picture.marker}"
    article = fill_article(make_article(body=text), 1)
    make_image("unused")
    fill_article(make_article("other"), 1)
    before = [history.text_of(row) for row in (article, claim, picture)]
    files = bundle_of(Article.objects.filter(pk=article.pk))
    empty()

    bring_in_zip(to_zip(files), by=None)

    rows = (kind.objects.get() for kind in (Article, Claim, Image))
    assert [history.text_of(row) for row in rows] == before
    assert {row.key for row in Source.objects.all()} == {"lifting-and-mood-1", claim.source.key}


def test_a_new_article_comes_as_a_draft_unless_it_is_to_be_published():
    published_at = fill_article(make_article(), 1).published_at
    files = to_zip(everything())

    empty()
    bring_in_zip(files, by=None)
    assert Article.objects.get().published_at is None

    empty()
    bring_in_zip(files, by=None, publish=True)
    assert Article.objects.get().published_at == published_at


def test_what_differs_here_stays_unless_it_is_to_be_replaced():
    fill_article(make_article(body="As in the file."), 1)
    files = to_zip(everything())
    Article.objects.update(body="As it is here.")

    kept = bring_in_zip(files, by=None)
    assert (outcomes(kept), Article.objects.get().body) == (
        {Outcome.KEPT, Outcome.UNCHANGED},
        "As it is here.",
    )

    replaced = bring_in_zip(files, by=None, overwrite=True)
    assert (outcomes(replaced), Article.objects.get().body) == (
        {Outcome.UPDATED, Outcome.UNCHANGED},
        "As in the file.",
    )


def test_what_was_replaced_can_be_restored():
    article = fill_article(make_article(body="As in the file."), 1)
    files = to_zip(everything())
    Article.objects.update(body="As it is here.")
    bring_in_zip(files, by=None, overwrite=True)

    history.restore(history.versions_of(article)[1])

    article.refresh_from_db()
    assert article.body == "As it is here."


def test_bringing_in_does_not_pass_for_a_release():
    load_content()
    files = to_zip(everything())
    Topic.objects.update(summary="Staff wrote this.")
    bring_in_zip(to_zip(everything()), by=None, overwrite=True)

    load_content()

    assert set(Topic.objects.values_list("summary", flat=True)) == {"Staff wrote this."}
    assert bring_in_zip(files, by=None)


def test_it_is_all_or_nothing():
    fill_article(make_article(), 1)
    files = everything()
    files["sources.toml"] = "sources = []\n"
    empty()

    with pytest.raises(ContentError, match="cites lifting-and-mood-1, which is not there"):
        bring_in_zip(to_zip(files), by=None)

    assert [kind.objects.count() for kind in KINDS] == [0] * len(KINDS)


def test_a_row_that_breaks_a_rule_is_named_with_the_rule():
    make_article(clinical_context="Ask first.")
    files = everything()
    name = "articles/lifting-and-mood.md"
    files[name] = files[name].replace("Ask first.", "Lift instead of your tablets.")

    with pytest.raises(ContentError, match=r"article lifting-and-mood: .* give up a medicine"):
        bring_in_zip(to_zip(files), by=None, overwrite=True)


def test_no_article_comes_to_readers_without_references():
    make_article()
    files = to_zip(everything())
    empty()

    with pytest.raises(ContentError, match="article lifting-and-mood: Add at least one source"):
        bring_in_zip(files, by=None, publish=True)

    assert outcomes(bring_in_zip(files, by=None)) == {Outcome.CREATED}


def packed(**files):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as bundle:
        for name, content in files.items():
            bundle.writestr(name, content)
    return archive.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"no zip", "no ZIP file"),
        (packed(**{"topics.toml": b"\xff"}), "topics.toml: "),
        (packed(**{"topics.toml": b"[[topics]"}), "topics.toml: "),
        (packed(**{"articles/x.md": b"Hello"}), "x.md: the facts must stand"),
        (packed(**{"topics.toml": b"#" * 20_000_001}), "larger than 20 MB"),
    ],
    ids=["no zip", "no text", "no TOML", "no facts", "a bomb"],
)
def test_what_cannot_be_read_says_what_is_wrong(content, told):
    with pytest.raises(ContentError, match=told):
        bring_in_zip(content, by=None)


def test_a_file_that_points_out_of_the_folder_is_written_nowhere(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    brought = bring_in_zip(packed(**{"../topics.toml": b"x", "articles/../../x.md": b"x"}), by=None)

    assert (brought, list(tmp_path.iterdir())) == ((), [])


def test_an_empty_folder_brings_nothing(tmp_path):
    assert bring_in(tmp_path, by=None) == ()


def test_the_commands_say_what_is_not_there(tmp_path):
    with pytest.raises(CommandError, match="There is no folder"):
        call_command("import_content", tmp_path / "nowhere")
    with pytest.raises(CommandError, match="There is no article nothing"):
        call_command("export_content", tmp_path, article=["nothing"])
