"""What no form of ours could have sent gets a plain, clear page, and nothing is changed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import path

from ttl import urls


def echo(request):
    return HttpResponse(",".join(request.POST))


def files(request):
    return HttpResponse(f"{','.join(request.POST)} and {len(request.FILES)} files")


urlpatterns = [
    path("files/", files),
    path("echo/", echo),
    *urls.urlpatterns,
]
handler400 = "ttl.views.bad_request"

pytestmark = pytest.mark.urls(__name__)


@pytest.fixture
def client(client):
    client.raise_request_exception = False
    return client


def test_a_body_as_large_as_a_form_can_be_is_read(client):
    page = client.post("/echo/", {"note": "x" * 60_000})

    assert (page.status_code, page.content) == (200, b"note")


def test_a_huge_body_is_refused_before_it_is_read(client):
    page = client.post("/echo/", {"note": "x" * 70_000})

    assert page.status_code == 413
    assert "We could not read that request" in page.content.decode()


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"--broken", "multipart/form-data"),
        (b"--x\r\nContent-Disposition: form-data", "multipart/form-data; boundary=\xff"),
        (b"a=1", "application/x-www-form-urlencoded; charset=utf-16"),
        ("&".join(f"f{number}=1" for number in range(2_001)), "application/x-www-form-urlencoded"),
    ],
    ids=["no boundary", "a boundary that is no text", "another encoding", "too many fields"],
)
def test_a_malformed_body_is_refused_in_plain_words(client, body, content_type):
    page = client.post("/echo/", body, content_type=content_type)

    assert page.status_code == 400
    assert "We could not read that request" in page.content.decode()
    assert "Traceback" not in page.content.decode()


@pytest.mark.parametrize("length", ["many", "-1", "1e3"])
def test_a_length_that_is_no_number_is_refused(client, length):
    page = client.post("/echo/", b"a=1", "application/x-www-form-urlencoded", CONTENT_LENGTH=length)

    assert page.status_code == 400


@pytest.mark.parametrize("address", ["/no%00where/", "/?q=%00"])
def test_a_null_character_in_an_address_is_refused(client, address):
    assert client.get(address).status_code == 400


def test_another_host_name_is_refused_in_plain_words(client):
    page = client.get("/", headers={"host": "elsewhere.example"})

    assert page.status_code == 400
    assert "We could not read that request" in page.content.decode()


@pytest.mark.parametrize("address", ["/?q=%00", "/echo/"])
def test_refusing_needs_no_database_and_no_session(client, address):
    """Without the `django_db` mark any query is an error, and a session is a query."""
    page = client.post(address, {"note": "x" * 70_000})

    assert not page.cookies
    assert "Vary" not in page.headers


def test_staff_may_save_a_long_article(admin_client):
    page = admin_client.post("/admin/auth/group/add/", {"name": "x" * 500_000})

    assert page.status_code == 200
    assert "at most 150 characters" in page.content.decode()


@pytest.mark.parametrize(("length", "status"), [("12000000", 200), ("12000001", 413)])
def test_a_request_to_the_desk_is_at_most_a_large_picture(client, length, status):
    page = client.post("/admin/login/", b"a=1", "text/plain", CONTENT_LENGTH=length)

    assert page.status_code == status


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/help/", "/articles/"])
def test_a_method_that_a_page_does_not_know_is_answered_in_plain_words(client, address):
    page = client.post(address)

    assert page.status_code == 405
    assert page["Allow"] == "GET, HEAD"
    assert "That does not work here" in page.content.decode()
    assert 'href="/help/"' in page.content.decode()


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "QUERY"])
@pytest.mark.parametrize("address", ["/", "/plan/", "/admin/login/", "/no-such-page/", "/livez"])
def test_no_method_but_three_is_let_in(client, method, address):
    page = client.generic(method, address)

    assert (page.status_code, page["Allow"]) == (405, "GET, HEAD, POST")
    assert "That does not work here" in page.content.decode()


def form_of(fields):
    return "&".join(f"f{number}=1" for number in range(fields))


@pytest.mark.parametrize(("fields", "status"), [(500, 200), (501, 400)])
def test_a_visitors_form_has_as_many_fields_as_our_largest_and_to_spare(client, fields, status):
    sent = client.post("/echo/", form_of(fields), "application/x-www-form-urlencoded")
    asked = client.get(f"/echo/?{form_of(fields)}")

    assert (sent.status_code, asked.status_code) == (status, status)


@pytest.mark.parametrize(("length", "status"), [(8_186, 200), (8_187, 400)])
def test_an_address_has_an_end(client, length, status):
    assert client.get("/echo/", QUERY_STRING="x" * length).status_code == status


def test_no_page_but_the_one_for_a_saved_plan_takes_a_file(client):
    file = SimpleUploadedFile("a.txt", b"a" * 9_000)

    page = client.post("/files/", {"note": "x", "file": file, "last": "y"})

    assert page.content == b"note,last and 0 files"


@pytest.mark.parametrize("lone", ["%ED%A0%80", "%FF", "%C3", "%F4%90%80%80"])
def test_what_is_no_text_becomes_a_mark_that_can_be_stored(client, lone):
    page = client.post("/echo/", f"a{lone}=1", "application/x-www-form-urlencoded")

    assert page.status_code == 200
    assert "\N{REPLACEMENT CHARACTER}" in page.content.decode()
