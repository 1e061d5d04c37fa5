"""The way of an article to readers, one verb for each step; whoever is too late is told so."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles import exact, history, notices, reviewing, upkeep
from articles.checks import checks
from articles.models import Article, Outcome, ReviewDecision, ReviewLink, ReviewRequest, State

TAKEN_BACK = "Taken back"
AGAIN = "Published again, changed since it was taken back"


class Refused(Exception):  # noqa: N818 - it reads as what happened
    """This step cannot be taken now; the message says why and what to do."""


class TextChanged(Refused):
    """The text is no longer the one that was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a reviewer says of the text of this fingerprint."""

    outcome: Outcome
    name: str
    profession: str
    registration: str = ""
    comment: str = ""
    fingerprint: str


@transaction.atomic
def publish(article: Article, *, by: User) -> None:
    """Show an article to readers now."""
    _open_to_readers(article, timezone.now(), by, "Published")


@transaction.atomic
def schedule(article: Article, *, by: User, at: datetime) -> None:
    """Let an article appear by itself at a moment to come."""
    if at <= timezone.now():
        raise Refused("That time is past. Choose a time to come, or publish now.")
    _open_to_readers(article, at, by, f"Scheduled for {at:%Y-%m-%d %H:%M} UTC")


@transaction.atomic
def take_back(article: Article, *, by: User) -> None:
    """Make a published or scheduled article a draft again."""
    held = _held(article, State.PUBLISHED, State.SCHEDULED)
    was_public = held.state(timezone.now()) == State.PUBLISHED
    held.published_at = None
    _save(held, by, TAKEN_BACK if was_public else "No longer scheduled")


@transaction.atomic
def archive(article: Article, *, by: User) -> None:
    """Put an article away: out of readers' sight, out of the way of editors, but kept."""
    held = _held(article, *(state for state in State if state != State.ARCHIVED))
    was_public = held.state(timezone.now()) == State.PUBLISHED
    held.published_at, held.archived_at = None, timezone.now()
    if was_public:
        history.record(held, by=by, note=TAKEN_BACK)
    _save(held, by, "Archived")


@transaction.atomic
def bring_back(article: Article, *, by: User) -> None:
    """Make an archived article a draft."""
    held = _held(article, State.ARCHIVED)
    held.archived_at = None
    _save(held, by, "Brought back from the archive")


@transaction.atomic
def ask_for_review(article: Article, *, by: User, note: str = "") -> None:
    """Ask whoever may approve to read an article."""
    held = _held(article, *(state for state in State if state != State.ARCHIVED))
    if held.review_requests.filter(closed_at=None).exists():
        raise Refused("A review is asked for already.")
    ReviewRequest.objects.create(article=held, asked_by=by, note=note)


@transaction.atomic
def offer_to_expert(
    article: Article, *, by: User, name: str, profession: str, days: int
) -> ReviewLink:
    """Make a link with which an expert without an account decides on the text as it stands."""
    held = _held(article, *(state for state in State if state != State.ARCHIVED))
    return ReviewLink.objects.create(
        article=held,
        name=name,
        profession=profession,
        fingerprint=_fingerprint(held),
        made_by=by,
        expires_at=timezone.now() + timedelta(days=days),
    )


@transaction.atomic
def withdraw_link(article: Article, *, number: int) -> None:
    """End a link before its time; what was decided with it stays."""
    article.review_links.filter(pk=number, withdrawn_at=None, decision=None).update(
        withdrawn_at=timezone.now()
    )


@transaction.atomic
def decide(
    article: Article, verdict: Verdict, *, by: User | None = None, link: ReviewLink | None = None
) -> ReviewDecision:
    """Record what a reviewer said of the text they read, with that very text."""
    held = _held(article, *State)
    text = exact.exact_text(held)
    if history.fingerprint(text) != verdict.fingerprint:
        raise TextChanged("The text was changed while you read. Please read it again.")
    if link:
        _refuse_spent(link)
    if by and verdict.outcome == Outcome.APPROVE and held.edited_by == by:
        raise Refused("You made the last change to this text. Ask somebody else to approve it.")
    decision = ReviewDecision.objects.create(
        article=held,
        link=link,
        decided_by=by,
        name=verdict.name,
        profession=verdict.profession,
        registration=verdict.registration,
        outcome=verdict.outcome,
        comment=verdict.comment,
        text=text,
        fingerprint=verdict.fingerprint,
    )
    if verdict.outcome != Outcome.DECLINE:
        held.review_requests.filter(closed_at=None).update(closed_at=timezone.now())
    upkeep.changed(held, by=by, note=f"{decision}"[:300])
    return decision


def _open_to_readers(article: Article, at: datetime, by: User, note: str) -> None:
    held = _held(article, State.DRAFT, State.SCHEDULED)
    if missing := [check.missing for check in checks(held) if check.stops and check.missing]:
        raise Refused(" ".join(missing))
    held.published_at = at
    if held.changed_since_review:
        reviewing.discredit(held)
    before = notices.seen_before(held, TAKEN_BACK)
    _save(held, by, note)
    held.refresh_from_db()
    notices.follow(held, before, [held], notices.unasked(AGAIN), by)


def _held(article: Article, *states: State) -> Article:
    """Return the article as it stands, held until we are done, if it is in one of the states."""
    held = Article.objects.select_for_update().get(pk=article.pk)
    state = held.state(timezone.now())
    if state not in states:
        raise Refused(f"This article is {state.label.lower()} now, so this cannot be done.")
    return held


def _refuse_spent(link: ReviewLink) -> None:
    held = ReviewLink.objects.select_for_update().get(pk=link.pk)
    if held.is_over(timezone.now()) or ReviewDecision.objects.filter(link=held).exists():
        raise Refused("This link has ended, or a decision was recorded with it already.")


def _save(article: Article, by: User, note: str) -> None:
    article.save()
    upkeep.changed(article, by=by, note=note)


def _fingerprint(article: Article) -> str:
    return history.fingerprint(exact.exact_text(article))
