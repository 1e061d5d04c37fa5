"""Rows for the tests of articles, ready to be shown unless the test says otherwise."""

from datetime import date, timedelta
from decimal import Decimal

from django.contrib.auth.models import Group, User
from django.utils import timezone
from PIL import Image as Pillow

from articles.models import (
    AppliesTo,
    Article,
    Citation,
    Claim,
    Faq,
    Image,
    Rating,
    Source,
    Takeaway,
    Topic,
)


def make_article(slug: str = "lifting-and-mood", **fields: object) -> Article:
    """Save an article that is published since yesterday."""
    defaults = {
        "title": slug.replace("-", " ").capitalize(),
        "summary": "What lifting does for mood.",
        "body": "Lifting helps some people.",
        "rating": Rating.LIMITED,
        "published_at": timezone.now() - timedelta(days=1),
    }
    return Article.objects.create(slug=slug, **(defaults | fields))


def make_draft(slug: str = "not-yet", **fields: object) -> Article:
    return make_article(slug, published_at=None, **fields)


def make_scheduled(slug: str = "tomorrow", **fields: object) -> Article:
    return make_article(slug, published_at=timezone.now() + timedelta(days=1), **fields)


def make_topic(slug: str = "sleep", **fields: object) -> Topic:
    return Topic.objects.create(slug=slug, **({"name": slug.capitalize()} | fields))


def make_source(key: str = "doe-2020", **fields: object) -> Source:
    defaults = {
        "label": f"Label of {key}",
        "citation": f"Citation of {key}.",
        "design": "Trial",
        "finding": f"Finding of {key}.",
        "doi": "10.1000/example",
    }
    return Source.objects.create(key=key, **(defaults | fields))


def make_claim(key: str = "doe-2020-mood", **fields: object) -> Claim:
    """Save a row of a source of the same name: 0.50 better (0.30 to 0.70), printed with a minus."""
    defaults = {
        "outcome": "Mood",
        "population": f"People of {key}",
        "measure": "smd",
        "estimate": Decimal("-0.50"),
        "low": Decimal("-0.70"),
        "high": Decimal("-0.30"),
        "interval": "confidence",
        "level": 95,
        "better": "lower",
        "checked_date": date(2026, 11, 23),
    }
    if "source" not in fields:
        fields["source"] = make_source(f"source-of-{key}")
    claim = Claim(key=key, **(defaults | fields))
    claim.save()
    return claim


def make_image(key: str = "walking", **fields: object) -> Image:
    """Save a green picture of two sizes with its words."""
    defaults = {"alt": "Two people walk uphill.", "credit": "TTL"}
    image = Image.objects.create(key=key, **(defaults | fields))
    image.show(Pillow.new("RGB", (1000, 500), "green"))
    return image


def make_faq(slug: str = "how-often", **fields: object) -> Faq:
    defaults = {"question": f"Question {slug}?", "answer": f"Answer {slug}.", "on_site_page": True}
    return Faq.objects.create(slug=slug, **(defaults | fields))


def fill_article(article: Article, parts: int) -> Article:
    """Give an article so many of each of its parts."""
    for number in range(1, parts + 1):
        name = f"{article.slug}-{number}"
        article.topics.add(make_topic(name))
        AppliesTo.objects.create(article=article, label=name, position=number)
        Takeaway.objects.create(article=article, text=name, position=number)
        Citation.objects.create(article=article, source=make_source(name), position=number)
        make_faq(name, article=article, position=number)
    return article


def make_staff(role: str, name: str = "") -> User:
    """Save somebody who may open the desk in one role."""
    user = User.objects.create_user(name or role.lower(), is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user
