"""The files of the pictures in the texts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from articles.models import ImageCopy


@require_safe
@cache_control(public=True, max_age=31_536_000, immutable=True)
def image(request: HttpRequest, key: str, digest: str) -> HttpResponse:
    """Send one size of a picture; other content would have another address."""
    copy = get_object_or_404(ImageCopy, image__key=key, digest=digest)
    return HttpResponse(bytes(copy.content), content_type="image/webp")
