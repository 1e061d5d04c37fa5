"""People of the desk, by what they may do."""

from datetime import timedelta

from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from articles import upkeep
from articles.models import Article, Citation, State, with_reviews
from tests.articles.builders import make_article, make_source
from tests.articles.reading import values_on

# What the roles of the desk come down to in these tests.
PARTS = [
    f"{right}_{part}"
    for right in ("view", "add", "change", "delete")
    for part in ("citation", "takeaway", "faq")
]
AUTHOR = ("view_article", "add_article", "change_article", *PARTS)
EDITOR = (*AUTHOR, "publish_article", "view_claim", "change_claim")
CLINICIAN = ("view_article", "change_article", "approve_article")


# What is typed into the boxes of a step.
TYPED = {
    "decide": {"outcome": "approve", "name": "Dr Ada", "profession": "GP"},
    "offer": {"name": "Dr Kim", "profession": "", "days": "14"},
    "schedule": {"day": "2999-01-01", "hour": "09:00"},
}

# An answer to the question what a change is about.
WHY = {
    "change_summary": "Forty minutes, no longer ten.",
    "change_reason": "We misread the source.",
}


def make_person(name: str, *rights: str, **fields: object) -> User:
    user = User.objects.create_user(name, is_staff=True, **fields)
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    return user


def desk_of(user: User) -> Client:
    """Return a browser in which somebody is signed in."""
    browser = Client()
    browser.force_login(user)
    return browser


def make_ready(slug: str = "walking-and-sleep", by: User | None = None, **fields: object):
    """Save a draft that may be published, last changed by somebody."""
    article = make_article(slug, **({"published_at": None} | fields))
    Citation.objects.create(article=article, source=make_source(f"source-of-{slug}"))
    upkeep.changed(article, by=by)
    return Article.objects.get(pk=article.pk)


def page_of(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/publication/"


def press(desk: Client, article: Article, step: str, **typed: object):
    """Press a button of the page “Publication” with these boxes filled in."""
    boxes = {f"{step}-{name}": value for name, value in typed.items()}
    return desk.post(page_of(article), {"step": step} | boxes, follow=True)


def send(desk: Client, address: str, changes: dict[str, object]):
    """Save a form of the desk with these changes."""
    return desk.post(address, values_on(desk.get(address)) | changes)


def said(page) -> list[str]:
    """Return what the desk answered above the page."""
    return [str(message) for message in page.context["messages"]]


def state_of(article):
    return with_reviews(Article.objects.all()).get(pk=article.pk).state(timezone.now())


def fingerprint_on(desk, article):
    page = desk.get(page_of(article))
    return next(form for name, _step, form in page.context["offered"] if name == "decide")[
        "fingerprint"
    ].value()


def approve(desk, article):
    typed = TYPED["decide"] | {"fingerprint": fingerprint_on(desk, article)}
    return press(desk, article, "decide", **typed)


def put(article, state):
    """Bring a draft into a state without asking anybody."""
    now = timezone.now()
    columns = {
        State.SCHEDULED: {"published_at": now + timedelta(days=1)},
        State.PUBLISHED: {"published_at": now - timedelta(days=1)},
        State.ARCHIVED: {"archived_at": now},
    }.get(state, {})
    for name, value in columns.items():
        setattr(article, name, value)
    article.save()


def form_of(row):
    return f"/admin/articles/{row._meta.model_name}/{row.pk}/change/"


def errors_of(page):
    return page.context["adminform"].form.errors
