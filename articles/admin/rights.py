"""Which rows somebody who may not publish has to leave to those who may."""

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import Model
from django.utils import timezone

from articles.ledger import SOURCE_LINK, texts
from articles.models import Article, Claim, Faq, Image, Source, State
from articles.picture_blocks import IMAGE
from articles.rendering import markers

PUBLISH = "articles.publish_article"
LEAVE_IT = (
    "You can read this page, but not change it: readers can see it, or soon will. Ask an editor "
    "to change it, or to take it back first."
)


class RightsDesk(admin.ModelAdmin):
    """Leaves what readers can see to those who publish, and says so on the page."""

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not is_left_to_editors(
            request.user, obj
        )

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not is_left_to_editors(
            request.user, obj
        )

    def get_form(self, request, obj=None, **options):
        form = super().get_form(request, obj, **options)
        # What a form may say depends on who fills it in.
        form.user = request.user
        return form

    def render_change_form(self, request, context, *arguments, obj=None, **options):
        if super().has_change_permission(request, obj) and is_left_to_editors(request.user, obj):
            messages.warning(request, LEAVE_IT)
        return super().render_change_form(request, context, *arguments, obj=obj, **options)


def is_left_to_editors(user: User, row: Model | None) -> bool:
    """Say whether a row is with readers, and this person is not one who publishes."""
    return row is not None and not user.has_perm(PUBLISH) and is_with_readers(row)


def is_with_readers(row: Model) -> bool:
    """Say whether readers can see a row, or will as soon as its time comes."""
    match row:
        case Article():
            return row.state(timezone.now()) is not State.DRAFT
        case Faq():
            return row.article is None or is_with_readers(row.article)
        case Source():
            return bool(row.rulebook_id) or _is_used(row)
        case Claim():
            # The page of its source shows it.
            return is_with_readers(row.source)
        case Image():
            return _is_shown({f"{IMAGE}{row.key}"})
    return True


def _is_used(source: Source) -> bool:
    """Say whether readers meet a source: in references, by a link, or by a figure."""
    if any(is_with_readers(article) for article in source.articles.all()):
        return True
    rows = set(source.claims.values_list("key", flat=True))
    return _is_shown(rows) or any(
        source.key in SOURCE_LINK.findall(text.markdown)
        for text in texts()
        if is_with_readers(text.row)
    )


def _is_shown(keys: set[str]) -> bool:
    return any(
        keys & {key for key, _form in markers(text.markdown)}
        for text in texts()
        if is_with_readers(text.row)
    )
