"""An editor takes articles out of the desk as files, and brings such files in."""

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile

from articles import history
from articles.models import Article
from tests.articles.builders import fill_article, make_article
from tests.articles.reading import text_of
from tests.articles.test_bundles import empty

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    eve = User.objects.create_user("eve", is_staff=True)
    eve.user_permissions.set(Permission.objects.filter(content_type__app_label="articles"))
    client.force_login(eve)
    return client


def sent(desk, content, **ticks):
    file = SimpleUploadedFile("ttl-articles.zip", content)
    return desk.post("/admin/articles/article/bring-in/", {"file": file} | ticks)


def download(desk):
    chosen = {"action": "download_files", "_selected_action": [Article.objects.get().pk]}
    return desk.post("/admin/articles/article/", chosen)


def test_an_editor_downloads_an_article_and_brings_it_in_elsewhere(desk):
    before = history.text_of(fill_article(make_article(), 1))
    answer = download(desk)
    empty()

    page = text_of(sent(desk, answer.content))

    assert answer["Content-Disposition"] == 'attachment; filename="ttl-articles.zip"'
    assert "What happened" in page
    assert history.text_of(Article.objects.get()) == before
    assert history.versions_of(Article.objects.get()).first().made_by_name == "eve"


def test_only_looking_changes_nothing(desk):
    make_article()
    content = download(desk).content
    empty()

    page = text_of(sent(desk, content, only_look="on"))

    assert "What would happen. Nothing is changed yet." in page
    assert Article.objects.count() == 0


@pytest.mark.parametrize("content", [b"", b"no zip"], ids=["empty", "no zip"])
def test_a_file_that_is_no_bundle_is_told_at_the_field(desk, content):
    page = text_of(sent(desk, content))

    assert 'class="errorlist"' in page


def test_only_those_who_may_publish_bring_files_in(client):
    ida = User.objects.create_user("ida", is_staff=True)
    ida.user_permissions.set(Permission.objects.filter(codename="change_article"))
    client.force_login(ida)

    assert client.get("/admin/articles/article/bring-in/").status_code == 403
