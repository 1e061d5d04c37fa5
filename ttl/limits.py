"""What no form or link of ours could have sent is refused before anything acts on it."""

from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import BadRequest, RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.loader import render_to_string

from articles.addresses import plain
from planner.private import PLAN_FILE_ADDRESS
from ttl.middleware import Answer, is_for_staff
from ttl.views import bad_request

METHODS = ("GET", "HEAD", "POST")
PLAN_FILE_PATH = f"/{PLAN_FILE_ADDRESS}"
FORM = "application/x-www-form-urlencoded"


class NoFiles(FileUploadHandler):
    """Keeps nothing of a file; the fields beside it are read, for one may be a call for help."""

    def new_file(self, *_args: object, **_kwargs: object) -> None:
        """Leave out the whole file."""
        raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Never reached."""

    def file_complete(self, file_size: int) -> None:
        """Never reached."""


def request_limits(get_response: Answer) -> Answer:
    """Refuse what is too large, of another kind or not text, before anything reads it."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS, _page(request))
        _check_length(request)
        query = request.META.get("QUERY_STRING", "")
        # PostgreSQL cannot store it, and no browser sends it.
        if "\0" in request.path or "%00" in query:
            raise BadRequest("The address has a null character.")
        if not is_for_staff(request.path):
            _check_visitor(request, query)
        return get_response(request)

    return answer


def plain_errors(get_response: Answer) -> Answer:
    """Give the answer to a wrong method a page, which Django leaves empty."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.content:
            response.content = _page(request)
        return response

    return answer


def storable_numbers(get_response: Answer) -> Answer:
    """Take a number that SQLite cannot even compare for what it is: a request of no page of ours.

    PostgreSQL finds nothing under such a number; Django guards single ones, and no lists.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_exception(request: HttpRequest, error: Exception) -> HttpResponse | None:
        is_too_large = isinstance(error, OverflowError) and "SQLite INTEGER" in str(error)
        return bad_request(request, error) if is_too_large else None

    answer.process_exception = process_exception
    return answer


def body_limit(path: str) -> int:
    """Say how many bytes may come to this address."""
    if is_for_staff(path):
        return settings.STAFF_BODY_LIMIT
    # A file of this size stays in memory: no health answer is written to a temporary file.
    if plain(path) == PLAN_FILE_PATH:
        return min(settings.DATA_UPLOAD_MAX_MEMORY_SIZE, settings.FILE_UPLOAD_MAX_MEMORY_SIZE)
    return settings.VISITOR_BODY_LIMIT


def _check_length(request: HttpRequest) -> None:
    # Django reads no further than the stated length, and nothing where none is stated.
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdecimal()):
        raise BadRequest("The length of the body is not a number.")
    if int(length) > body_limit(request.path):
        raise RequestDataTooBig("The body is larger than any of our forms.")


def _check_visitor(request: HttpRequest, query: str) -> None:
    if len(request.path) + len(query) > settings.VISITOR_ADDRESS_LIMIT:
        raise BadRequest("The address is longer than any of ours.")
    if query.count("&") >= settings.VISITOR_FIELD_LIMIT:
        raise BadRequest("The address has more parts than any of ours.")
    is_form = request.method == "POST" and request.content_type == FORM
    if is_form and request.body.count(b"&") >= settings.VISITOR_FIELD_LIMIT:
        raise BadRequest("The form has more fields than any of ours.")
    if plain(request.path) != PLAN_FILE_PATH:
        request.upload_handlers = [NoFiles(request)]


def _page(request: HttpRequest) -> str:
    return render_to_string("405.html", request=request)
