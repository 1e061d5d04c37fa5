"""The small world that the pages of articles are read in."""

import pytest
from django.contrib.auth.models import Permission, User

from articles.models import AppliesTo, Citation, Rating, Takeaway
from articles.roles import EDITOR
from tests.articles.builders import make_article, make_faq, make_source, make_staff, make_topic
from tests.articles.desk_page import is_complaint, log_in
from tests.articles.shipped import write_content
from tests.articles.staff import CLINICIAN, make_person


@pytest.fixture
def world():
    """One article, source, topic and question that know each other."""
    article = make_article(
        body="Opening words.",
        how_it_works="### Inner heading\n\nPossible reasons.",
        what_the_evidence_says="Who was studied.",
        clinical_context="Where it fits.",
        rating=Rating.MODERATE,
        rating_reason="Trials differ.",
    )
    article.topics.add(make_topic())
    Citation.objects.create(article=article, source=make_source())
    Takeaway.objects.create(article=article, text="Remember this.")
    AppliesTo.objects.create(article=article, label="Low mood")
    make_faq(article=article, on_site_page=True)
    return article


@pytest.fixture
def editor():
    user = User.objects.create_user("eve", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_article"))
    return user


@pytest.fixture
def folder(tmp_path):
    """A small set of content files."""
    return write_content(tmp_path)


@pytest.fixture
def ada():
    """A clinician who may approve."""
    return make_person("ada", *CLINICIAN)


@pytest.fixture
def eve():
    """An editor."""
    user = make_staff(EDITOR, "eve")
    user.set_password("a long enough password")
    user.save()
    return user


@pytest.fixture
def eves_desk(client, eve):
    """A browser without script in which Eve is logged in."""
    client.force_login(eve)
    return client


@pytest.fixture
def complaints(page):
    """What the browser finds to complain of: broken policies, failed scripts, missing files."""
    heard = []
    page.on("console", lambda message: is_complaint(message) and heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


@pytest.fixture
def eves_page(page, live_server, eve, complaints):
    """A page of Eve's browser, who leaves although there is unsaved text; it never complains."""
    log_in(page, live_server, eve)
    page.asked = []
    page.on("dialog", lambda dialog: (page.asked.append(dialog.type), dialog.accept()))
    yield page
    assert complaints == []
