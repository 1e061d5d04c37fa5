"""Every kind of write that TTL does, each with what somebody sees of it.

A function here prepares the ground in an empty site and gives a Write, not done yet.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from articles import history
from articles.bundles import bundle_of, to_zip
from articles.models import Article, SearchEntry
from planner.exports.data import plan_file
from planner.kept import NO_LINKS, PlanLinks
from planner.models import ErasedPlan, PlanLink, PrivatePlan
from planner.pages import BY_QUESTION
from planner.vault import Use
from tests.articles.builders import fill_article, make_article, make_staff
from tests.articles.staff import desk_of, make_ready, press, send
from tests.planner.logs import trained
from tests.planner.people import Visitor, finished, html, somebody, typed, walked
from tests.planner.test_log import sent
from tests.planner.weeks import change, weeks_in

CALM = {"phq9_9": "0", "self_harm": "no"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """A request that saves, and what is to be seen before and after it."""

    send: Callable[[], object]
    seen: Callable[[], object]


def start() -> Write:
    return Write(send=Visitor, seen=PrivatePlan.objects.count)


def answer_a_page() -> Write:
    visitor = Visitor()
    return Write(send=lambda: visitor.answer(1, somebody()), seen=lambda: _told(visitor))


def call_for_help() -> Write:
    visitor = finished()
    return Write(
        send=lambda: visitor.post("questions/3/", {"self_harm": "yes"}),
        seen=lambda: _told(visitor),
    )


def make_my_plan() -> Write:
    visitor = walked()
    return Write(send=visitor.agree, seen=lambda: _told(visitor))


def log_a_session() -> Write:
    visitor = trained(2)
    form = sent(visitor, "session/3/", e1_effort="6", note="a good day")
    return Write(send=lambda: visitor.post("session/3/", form), seen=lambda: _told(visitor))


def log_in_one_press() -> Write:
    visitor = trained(2)
    return Write(
        send=lambda: visitor.post("session/3/press/", {"press": "tiny"}),
        seen=lambda: _told(visitor),
    )


def stop_at_a_warning_sign() -> Write:
    visitor = trained(2)
    form = sent(visitor, "session/3/stop/", stop_symptom="chest_pain")
    return Write(send=lambda: visitor.post("session/3/stop/", form), seen=lambda: _told(visitor))


def take_a_session_out() -> Write:
    visitor = trained(2)
    mark = typed(visitor.get("session/1/delete/"))["made_for"][0]
    return Write(
        send=lambda: visitor.post("session/1/delete/", {"made_for": mark}),
        seen=lambda: _told(visitor),
    )


def change_an_answer() -> Write:
    visitor = trained(2)
    changed = somebody(session_minutes="60")
    number = _page_of("session_minutes")
    return Write(send=lambda: visitor.answer(number, changed), seen=lambda: _told(visitor))


def take_the_changes() -> Write:
    visitor = trained(2)
    visitor.answer(_page_of("session_minutes"), somebody(session_minutes="60"))
    page = html(visitor.get("changes/"))
    [seal] = [each.get("value") for each in page.iter("input") if each.get("name") == "seal"]
    form = {"choice": "take", "seal": seal}
    return Write(send=lambda: visitor.post("changes/", form), seen=lambda: _told(visitor))


def make_a_share_link() -> Write:
    visitor = finished()
    return Write(send=lambda: visitor.post("share/", {}), seen=lambda: _told(visitor))


def withdraw_the_share_link() -> Write:
    visitor = finished()
    visitor.post("share/", {})
    return Write(
        send=lambda: visitor.post("share/", {"withdraw": "on"}), seen=lambda: _told(visitor)
    )


def make_a_calendar_link() -> Write:
    visitor = finished()
    visitor.post("calendar/", {"time": "18:00"})
    return Write(send=lambda: visitor.post("calendar/link/", {}), seen=lambda: _told(visitor))


def take_a_mood_check() -> Write:
    visitor = weeks_in(2)
    fields = typed(visitor.get("mood/")) | {"phq9_1": "1", "phq9_2": "1"} | CALM
    return Write(send=lambda: visitor.post("mood/", fields), seen=lambda: _told(visitor))


def erase() -> Write:
    visitor = finished()
    visitor.post("share/", {})
    return Write(
        send=lambda: visitor.post("erase/", {"erase": "on"}),
        seen=lambda: (
            visitor.get().status_code,
            ErasedPlan.objects.count(),
            PlanLink.objects.count(),
        ),
    )


def bring_a_saved_plan_back() -> Write:
    content = plan_file(trained(2).state, timezone.localdate())

    def bring() -> object:
        return Client().post("/plan/import/", {"file": SimpleUploadedFile("plan.json", content)})

    return Write(send=bring, seen=PrivatePlan.objects.count)


def save_an_article() -> Write:
    article = fill_article(make_article(), 2)
    desk, form = _desk(), f"/admin/articles/article/{article.pk}/change/"
    fields = {"title": "Squats and sleep", "body": "Squats help some people sleep."}
    told = {"change_summary": "Another topic.", "change_reason": "We wrote a new text."}
    return Write(send=lambda: send(desk, form, fields | told), seen=_read_all)


def publish_an_article() -> Write:
    article = make_ready()
    desk = _desk()
    return Write(send=lambda: press(desk, article, "publish"), seen=_read_all)


def bring_in_a_bundle() -> Write:
    article = fill_article(make_article(), 2)
    content = to_zip(bundle_of(Article.objects.all()))
    article.delete()
    desk = _desk()

    def bring() -> object:
        file = SimpleUploadedFile("ttl-articles.zip", content)
        return desk.post("/admin/articles/article/bring-in/", {"file": file})

    return Write(send=bring, seen=_read_all)


def make_a_link_in_two_parts() -> Write:
    """Stand for a mistake: two writes that belong together, and no transaction around them."""
    visitor = finished()

    def in_two_parts() -> None:
        link = PrivatePlan.objects.make_link(visitor.token, Use.SHARE)
        change(visitor, lambda state: replace(state, links=PlanLinks(share=link)))

    return Write(send=in_two_parts, seen=lambda: _told(visitor))


def _told(visitor: Visitor) -> object:
    """What the owner is told; of a link only whether it is there, and whether it opens."""
    state = visitor.state
    links = {"share": bool(state.links.share), "calendar": bool(state.links.calendar)}
    kept = {link.use for link in PlanLink.objects.all()}
    return replace(state, links=NO_LINKS), links, kept, visitor.get().status_code


def _read_all() -> object:
    """What readers and the desk find of all articles: text, versions, entry of the search, page."""
    return [
        (
            history.text_of(article),
            history.versions_of(article).count(),
            [(entry.title, entry.text) for entry in SearchEntry.objects.filter(article=article)],
            Client().get(article.get_absolute_url()).status_code,
        )
        for article in Article.objects.order_by("slug")
    ]


def _page_of(question: str) -> int:
    return BY_QUESTION[question].number


def _desk() -> Client:
    return desk_of(make_staff("Administrator"))
