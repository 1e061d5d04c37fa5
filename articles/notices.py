"""Tells readers of each change of a published page that touches dose, safety or medicines."""

from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import history, reviewing
from articles.content.files import ContentError
from articles.models import Article, ChangeNotice, Claim, Faq, ReviewDecision, State, Version
from articles.sensitive import Touch, Value, kinds_in_words, touches


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is said of a change: in words for readers, and why, or which clinician checked it.

    Where nobody can be asked, the words name the places that were touched.
    """

    summary: str = ""
    reason: str = ""
    reviewer: str = ""
    can_be_asked: bool = True

    @property
    def is_enough(self) -> bool:
        return bool(self.summary and (self.reason or self.reviewer))


def unasked(note: str) -> Answer:
    """Answer for a command, a file or a button, by what it notes in the history."""
    return Answer(reason=note or _("No reason was given."), can_be_asked=False)


class AnswerNeeded(Exception):  # noqa: N818 - it reads as what is missing
    """The change touches what readers must be told of, and nobody has said what and why."""

    def __init__(self, touched: tuple[Touch, ...]) -> None:
        super().__init__(kinds_in_words(touched))
        self.touched = touched


def value_before(row: models.Model) -> Value | None:
    """Return how a row read when it was last kept, or nothing for a row without a past."""
    return _value(history.versions_of(row).first())


def follow(
    row: models.Model,
    before: Value | None,
    pages: list[Article],
    answer: Answer,
    by: User | None,
) -> list[Article | None]:
    """List a change that touches what matters on each page that shows it, and return the pages.

    Raises AnswerNeeded where more must be said.
    """
    if before is None or not isinstance(row, Article | Claim | Faq):
        return []
    touched = touches(before, history.SHELVES[type(row)].read(_fresh(row)))
    told = _told(row, pages) if touched else []
    if told and not answer.can_be_asked:
        answer = replace(answer, summary=_in_words(touched))
    answers = {page: _with_approval(page, answer) for page in told}
    if not all(said.is_enough for said in answers.values()):
        raise AnswerNeeded(touched)
    for page, said in answers.items():
        _list(page, said, kinds_in_words(touched), by)
    return told


def _with_approval(page: Article | None, answer: Answer) -> Answer:
    """Name whoever approved the very text that stands there now."""
    approval = page and ReviewDecision.objects.approval_of(page)
    return replace(answer, reviewer=approval.reviewer) if approval else answer


def seen_before(article: Article, taken_back: str) -> Value | None:
    """Return what readers last saw of an article that was taken back under this note."""
    return _value(history.versions_of(article).filter(note=taken_back).first())


def _value(version: Version | None) -> Value | None:
    try:
        return history.value_of(version) if version else None
    except ContentError:
        # A text of an older release that no longer fits; there is nothing to hold it against.
        return None


def _list(article: Article | None, answer: Answer, about: str, by: User | None) -> None:
    if article and not answer.reviewer:
        reviewing.discredit(article)
        reviewing.keep(article)
    state = article.state(timezone.now()) if article else State.PUBLISHED
    ChangeNotice.objects.create(
        article=article,
        made_by=by,
        about=about,
        summary=answer.summary,
        reason=answer.reason,
        reviewer=answer.reviewer,
        was_public=state == State.PUBLISHED,
    )


def _told(row: models.Model, pages: list[Article]) -> list[Article | None]:
    """Return the pages that have readers or soon will; None is the page of questions."""
    told: list[Article | None] = [page for page in pages if page.published_at]
    questions = Faq.objects.on_site_page().filter(article=None)
    if isinstance(row, Faq):
        questions = questions.filter(pk=row.pk)
    elif isinstance(row, Claim):
        questions = questions.filter(answer__contains=f"[[{row.key}")
    else:
        return told
    return [*told, None] if questions.exists() else told


def _fresh(row: models.Model) -> models.Model:
    return type(row)._default_manager.get(pk=row.pk)


def _in_words(touched: tuple[Touch, ...]) -> str:
    places = ", ".join(touch.where for touch in touched)
    return _("Changed: %(places)s.") % {"places": places}
