"""A small site with everything on it that an address can name, and everybody who may ask."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from articles import publishing, upkeep
from articles.models import (
    AppliesTo,
    Article,
    ChangeNotice,
    Citation,
    LinkCheck,
    Synonym,
    Takeaway,
    Term,
    Version,
)
from articles.roles import ROLES
from planner.models import PrivatePlan
from tests.articles.builders import (
    make_article,
    make_claim,
    make_draft,
    make_faq,
    make_image,
    make_scheduled,
    make_source,
    make_staff,
    make_topic,
)
from tests.fuzz.addresses import Route
from tests.planner.hostile import noted
from tests.planner.logs import kept, trained
from tests.planner.people import Visitor, finished, walked

VISITOR, SUPERUSER = "a visitor", "a superuser"
NOTE = "canary-note-that-only-one-link-opens"


@dataclass(slots=True, kw_only=True)
class World:
    """Who may ask and with which cookie, which names exist, and what nobody else may ever see."""

    cookies: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    rows: dict[str, list[str]] = field(default_factory=dict)
    secrets: list[str] = field(default_factory=list)

    def known(self, route: Route) -> dict[str, list[str]]:
        """Return what the varying parts of a route can name."""
        app, _, model = route.text.removeprefix(settings.ADMIN_PATH).partition("/")
        ids = self.rows.get(f"{app}.{model.partition('/')[0]}", ["1"])
        token = self.tokens.get(route.text.removeprefix("es/").partition("/")[0], [])
        return (
            self.names | dict.fromkeys(("object_id", "id", "pk", "row_id"), ids) | {"token": token}
        )

    @property
    def keys(self) -> list[str]:
        """Return every key of a private page, none of which a log may hold."""
        return [token for tokens in self.tokens.values() for token in tokens]


def make_world() -> World:
    """Fill the database."""
    world = World()
    _people(world)
    _library(world, User.objects.get(username="superuser"))
    _plans(world)
    for model in apps.get_models():
        ids = model._default_manager.values_list("pk", flat=True)
        world.rows[model._meta.label_lower] = [str(pk) for pk in ids]
    return world


def _people(world: World) -> None:
    staff = {role: make_staff(role) for role in ROLES}
    staff["staff without a role"] = User.objects.create_user("nobody", is_staff=True)
    staff[SUPERUSER] = User.objects.create_superuser("superuser", password=None)
    half = User.objects.create_superuser("half", password=None)
    half.password = make_password("canary")
    half.save()
    TOTPDevice.objects.create(user=half, name="phone", key="ca" * 20, confirmed=True)
    staff["somebody before the second step"] = half
    world.secrets += [half.password, "ca" * 20]
    for name, user in staff.items():
        client = Client()
        client.force_login(user)
        world.cookies[name] = client.cookies[settings.SESSION_COOKIE_NAME].value


def _library(world: World, editor: User) -> None:
    claim, topic = make_claim(), make_topic()
    picture, source = make_image(), make_source()
    text = f"Lifting helps [[{claim.key}]].\n\n[[image:{picture.key}]]\n\nMood matters."
    article = make_article(body="Opening words.", what_the_evidence_says=text)
    article.topics.add(topic)
    Citation.objects.create(article=article, source=source)
    Takeaway.objects.create(article=article, text="Remember this.")
    AppliesTo.objects.create(article=article, label="Low mood")
    draft, gone = make_draft(), make_draft("gone")
    rows = [claim, topic, picture, source, make_faq(article=article), make_faq("of-no-page")]
    rows += [Term.objects.create(name="Mood", slug="mood", words="mood", meaning="How one feels.")]
    rows += [Synonym.objects.create(typed="spirits", means="mood")]
    upkeep.all_changed([*rows, article, draft, gone, make_scheduled()], by=editor)
    article.title = "Lifting and mood, again"
    article.save()
    upkeep.changed(article, by=editor)
    upkeep.will_be_removed(gone, by=editor)
    gone.delete()
    _reviews(world, Article.objects.get(pk=article.pk), Article.objects.get(pk=draft.pk), editor)
    world.names |= {
        "slug": ["lifting-and-mood", "not-yet", "tomorrow", "sleep", "mood"],
        "key": [source.key, claim.key, picture.key],
        "digest": list(picture.copies.values_list("digest", flat=True)),
        "version_id": [str(pk) for pk in Version.objects.values_list("pk", flat=True)],
        "content_type_id": ["1", "5", "9"],
        "app_label": ["articles", "auth"],
        "url": ["", "articles", "no/such/page"],
        "exercise": ["bodyweight-squat", "dead-bug", "farmer-carry"],
        "number": ["1", "2", "3", "4", "5", "12"],
        "place": ["1", "2", "3"],
    }


def _reviews(world: World, article: Article, draft: Article, editor: User) -> None:
    publishing.ask_for_review(draft, by=editor, note="Please read.")
    offers = [
        publishing.offer_to_expert(each, by=editor, name="Dr Kim", profession="GP", days=14)
        for each in (article, draft, draft, draft, draft)
    ]
    publishing.withdraw_link(draft, number=offers[2].pk)
    offers[3].expires_at = timezone.now() - timedelta(days=1)
    offers[3].save()
    said = {"outcome": "changes", "name": "Dr Kim", "profession": "GP", "comment": "Shorter."}
    verdict = publishing.Verdict(**said, registration="1", fingerprint=offers[4].fingerprint)
    publishing.decide(draft, verdict, link=offers[4])
    why = {"about": "dose", "summary": "Less.", "reason": "An error.", "reviewer": "Dr Kim, GP"}
    for _ in range(2):
        ChangeNotice.objects.create(article=article, made_by=editor, was_public=True, **why)
    LinkCheck.objects.create(
        url="https://a.example/", problem="no answer", checked_at=timezone.now()
    )
    world.tokens["review"] = [offer.token for offer in offers]


def _plans(world: World) -> None:
    owner = trained(3, conditions=["high_blood_pressure"], pain_sites=["knee"])
    owner.post("calendar/", {"time": "18:00", "reminder": "on"})
    owner.post("share/", {})
    owner.post("calendar/link/", {})
    canary = kept(noted(NOTE))
    canary.post("share/", {})
    refused = finished(conditions=["stroke_or_tia"])
    people = [owner, walked(age=70), Visitor(), refused]
    world.tokens["plan"] = [owner.token] * 3 + [each.token for each in people[1:]]
    world.tokens["shared"] = [owner.state.links.share]
    world.tokens["calendar"] = [owner.state.links.calendar]
    world.secrets += [NOTE, canary.token, canary.state.links.share]
    erased = finished()
    PrivatePlan.objects.erase(erased.token)
    world.tokens["plan"].append(erased.token)
