"""The steps of an article on its way to readers: who may take each, when, and what it asks."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib.auth.models import User

from articles import publishing
from articles.forms import LinkForm, ReviewRequestForm, ScheduleForm, StaffDecisionForm
from articles.models import Article, State

UNPUBLISHED = (State.DRAFT, State.REVIEW, State.APPROVED)
KEPT = (*UNPUBLISHED, State.SCHEDULED, State.PUBLISHED)
PUBLISH, APPROVE = "articles.publish_article", "articles.approve_article"
CHANGE = "articles.change_article"


class ConfirmForm(forms.Form):
    """Nothing to fill in: the button says it all."""


class WithdrawForm(forms.Form):
    """Which link is meant."""

    number = forms.IntegerField(widget=forms.HiddenInput)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One button of the page: who may press it, when, what it asks and what it does."""

    label: str
    words: str
    done: str
    right: str
    states: tuple[State, ...]
    take: Callable[..., object]
    form: type[forms.Form] = ConfirmForm

    def is_open_to(self, user: User, state: State) -> bool:
        return state in self.states and user.has_perm(self.right)


def _schedule(article: Article, form: forms.Form, user: User) -> None:
    publishing.schedule(article, by=user, at=form.at)


def _decide(article: Article, form: forms.Form, user: User) -> None:
    publishing.decide(article, form.verdict, by=user)


def _offer(article: Article, form: forms.Form, user: User) -> None:
    publishing.offer_to_expert(article, by=user, **form.cleaned_data)


def _withdraw(article: Article, form: forms.Form, _user: User) -> None:
    publishing.withdraw_link(article, number=form.cleaned_data["number"])


def _ask(article: Article, form: forms.Form, user: User) -> None:
    publishing.ask_for_review(article, by=user, note=form.cleaned_data["note"])


def _plainly(verb: Callable[..., None]) -> Callable[..., None]:
    return lambda article, _form, user: verb(article, by=user)


STEPS = {
    "ask": Step(
        label="Ask for a review",
        words="Tell the clinicians of this site that the text is ready to be read.",
        done="A review is asked for.",
        right=CHANGE,
        states=KEPT,
        form=ReviewRequestForm,
        take=_ask,
    ),
    "decide": Step(
        label="Record my decision",
        words="As a clinician, approve the text as it stands now or ask for changes. Read it first "
        "with “View on site”. Readers see the name and profession of whoever approves.",
        done="Your decision is recorded.",
        right=APPROVE,
        states=KEPT,
        form=StaffDecisionForm,
        take=_decide,
    ),
    "offer": Step(
        label="Make a link for an expert",
        words="An expert without an account reads the exact text and its figures through a link, "
        "and approves it or not, once. The link ends when the text changes.",
        done="The link is ready. Copy it below and send it to the expert only.",
        right=PUBLISH,
        states=KEPT,
        form=LinkForm,
        take=_offer,
    ),
    "publish": Step(
        label="Publish now",
        words="Readers see it at once.",
        done="Published. Readers see it now.",
        right=PUBLISH,
        states=(*UNPUBLISHED, State.SCHEDULED),
        take=_plainly(publishing.publish),
    ),
    "schedule": Step(
        label="Schedule",
        words="It appears by itself at this time.",
        done="Scheduled. It will appear by itself.",
        right=PUBLISH,
        states=(*UNPUBLISHED, State.SCHEDULED),
        form=ScheduleForm,
        take=_schedule,
    ),
    "take_back": Step(
        label="Take back",
        words="Make it a draft again. Readers no longer find it.",
        done="Taken back. It is a draft again.",
        right=PUBLISH,
        states=(State.SCHEDULED, State.PUBLISHED),
        take=_plainly(publishing.take_back),
    ),
    "archive": Step(
        label="Archive",
        words="Put it away. Readers no longer find it, and it can be brought back.",
        done="Archived.",
        right=PUBLISH,
        states=KEPT,
        take=_plainly(publishing.archive),
    ),
    "bring_back": Step(
        label="Bring back from the archive",
        words="It becomes a draft.",
        done="Brought back. It is a draft.",
        right=PUBLISH,
        states=(State.ARCHIVED,),
        take=_plainly(publishing.bring_back),
    ),
    "withdraw": Step(
        label="Withdraw",
        words="The link ends now; what was decided with it stays.",
        done="The link is withdrawn.",
        right=PUBLISH,
        states=KEPT,
        form=WithdrawForm,
        take=_withdraw,
    ),
}
