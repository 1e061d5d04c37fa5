"""The language of an answer: its address says which, and nothing else that a visitor sends."""

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from articles.addresses import language_of, language_tag
from ttl.middleware import Answer


def language_by_address(get_response: Answer) -> Answer:
    """Answer in the language of the address, errors too, and say on each page which it is."""

    def answer(request: HttpRequest) -> HttpResponse:
        language = language_of(request.path)
        with translation.override(language):
            response = get_response(request)
        if response.get("Content-Type", "").startswith("text/html"):
            response["Content-Language"] = language_tag(language)
        return response

    return answer
