"""Every text that the site keeps, filled with what tries to act when it is shown."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from django.apps import apps
from django.contrib.auth.models import User
from django.db import models
from django.utils.timezone import localdate

from articles import upkeep
from articles.models import (
    Article,
    ChangeNotice,
    Claim,
    Faq,
    Image,
    LinkCheck,
    Source,
    Synonym,
    Term,
    Topic,
)
from planner.kept import Agreement, IfThen
from planner.models import PrivatePlan
from planner.state import decode, encode
from tests.fuzz.payloads import PAYLOADS, fitting

# Made by the site itself, or a code: nobody types what stands there.
MADE_HERE = {
    *("reviewed_fingerprint", "fingerprint", "digest", "kind", "key", "title_stems", "text_stems"),
    *("session_key", "session_data", "password", "codename", "app_label", "model", "word", "stem"),
    *("initial", "rulebook_id", "doi", "pmid", "typed", "cta_target", "url", "text", "release"),
}
# A column called "text" is a takeaway's; elsewhere it is a copy, which follows its row.
TYPED_AFTER_ALL = {
    *("articles.takeaway.text", "articles.synonym.typed"),
    "articles.source.url",
}
FOLLOWED = (Topic, Source, Claim, Image, Term, Synonym, Faq, Article)
APPS = ("articles", "auth")
# Made anew from their rows, or by Django.
COPIES = {"searchentry", "searchword", "permission"}


def columns() -> Iterator[tuple[type[models.Model], models.Field]]:
    """List every column of a text that somebody types."""
    for app in APPS:
        for model in apps.get_app_config(app).get_models():
            for column in model._meta.concrete_fields:
                if _is_typed(model, column):
                    yield model, column


def _is_typed(model: type[models.Model], column: models.Field) -> bool:
    name = f"{model._meta.label_lower}.{column.name}"
    is_text = isinstance(column, models.CharField | models.TextField) and not column.choices
    is_made_here = isinstance(column, models.SlugField) or column.name in MADE_HERE
    is_made_here = is_made_here or model._meta.model_name in COPIES
    return is_text and not column.primary_key and (not is_made_here or name in TYPED_AFTER_ALL)


def marked(payload: str, number: int) -> str:
    """Give a payload a mark of its own, so that a page tells which text it shows."""
    return payload.replace("zq9", f"zq9x{number:03}")


def fill(turn: int) -> dict[str, str]:
    """Put another payload into every column and return the mark of each; checks are passed by."""
    marks = {}
    day = localdate()
    Article.objects.filter(archived_at=None).update(
        reviewer_name="Dr Kim", reviewed_date=day, next_review_date=day + timedelta(days=9)
    )
    for number, (model, column) in enumerate(columns()):
        for row in model._default_manager.all():
            text = _text(turn, number, row, column)
            model._default_manager.filter(pk=row.pk).update(**{column.name: text})
        marks[f"{model._meta.label_lower}.{column.name}"] = f"zq9x{number:03}"
    # An answer is shown beside the link that gave it, a reason where no clinician looked.
    LinkCheck.objects.update(url=Source.objects.exclude(url="").earliest("pk").url)
    ChangeNotice.objects.filter(pk=ChangeNotice.objects.latest("pk").pk).update(reviewer="")
    editor = User.objects.filter(is_superuser=True).first()
    upkeep.all_changed([row for model in FOLLOWED for row in model.objects.all()], by=editor)
    return marks


def _text(turn: int, number: int, row: models.Model, column: models.Field) -> str:
    """Return what is put into one column of one row, which must still be a row."""
    known, is_long = str(getattr(row, column.name)), column.max_length is None
    payload = marked(
        fitting(turn * 41 + number * 7, column.max_length and column.max_length - 24), number
    )
    if is_long and turn % 2:
        payload = "\n\n".join(marked(each, number) for each in PAYLOADS[turn % 7 :: 7])
    if column.name.endswith("url"):
        return f"https://{row.pk}.example/{payload}"
    if column.unique:
        return f"{row.pk}{payload}"
    # The markers of figures and pictures stay, so that theirs are shown.
    return f"{known}\n\n{payload}" if "[[" in known and is_long else payload


def fill_plan(token: str, turn: int) -> dict[str, str]:
    """Put payloads into the person's own words of a plan and return the mark of each."""
    names = ("plan.note", "plan.cue", "plan.obstacle", "plan.limits")
    note, cue, obstacle, limits = (
        marked(fitting(turn * 41 + number, 120), number) for number in range(900, 904)
    )
    with PrivatePlan.objects.edit(token) as draft:
        state = decode(draft.payload)
        [*before, last] = state.chapters
        noted = tuple(replace(each, note=note) for each in last.sessions)
        draft.payload = encode(
            replace(
                state,
                chapters=(*before, replace(last, sessions=noted)),
                if_then=IfThen(cue=cue, obstacle=obstacle),
                agreement=Agreement(who="doctor", month=localdate().replace(day=1), limits=limits),
            )
        )
    return dict(zip(names, (f"zq9x{number}" for number in range(900, 904)), strict=True))
