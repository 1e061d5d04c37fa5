"""Links to other sites are tried politely, and never inside a private network."""

import socket
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.management import call_command
from django.db import IntegrityError
from django.utils import timezone

from articles import reaching
from articles.models import LinkCheck
from articles.reaching import Answer, ask
from tests.articles.builders import make_article, make_source

HERE = ["127.0.0.1"]


class OtherSite(BaseHTTPRequestHandler):
    """A site that answers with the number in the address, or sends visitors on."""

    heard: list[tuple[str, str]]

    def answer(self) -> None:
        self.heard.append((self.command, self.path))
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to/"))
        elif self.path == "/no-head" and self.command == "HEAD":
            self.send_response(405)
        else:
            number = self.path.strip("/").partition("?")[0]
            self.send_response(int(number) if number.isdecimal() else 200)
        self.end_headers()

    do_GET = do_HEAD = answer  # noqa: N815 - the names that the library calls

    def log_message(self, *_arguments: object) -> None:
        """Say nothing in the tests' output."""


@pytest.fixture
def other_site():
    """A real site on this machine; it notes how it was asked."""
    OtherSite.heard = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), OtherSite)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "answer", "asked"),
    [
        ("/200", Answer(status=200), ["HEAD"]),
        ("/404", Answer(status=404), ["HEAD", "GET"]),
        ("/410", Answer(status=410), ["HEAD"]),
        ("/500", Answer(status=500), ["HEAD"]),
        ("/999", Answer(status=999), ["HEAD"]),
        ("/no-head", Answer(status=200), ["HEAD", "GET"]),
        ("/to//404", Answer(status=404), ["HEAD", "HEAD", "GET"]),
        ("/a page?x=ü#part", Answer(status=200), ["HEAD"]),
    ],
)
def test_the_last_answer_counts_and_the_short_question_comes_first(other_site, path, answer, asked):
    assert ask(f"{other_site}{path}", private_hosts=HERE) == answer
    assert [method for method, _path in OtherSite.heard] == asked


def test_a_circle_ends(other_site):
    answer = ask(f"{other_site}/to//to//to//to//to//to//to//200", private_hosts=HERE)

    assert answer == Answer(problem="It sends its visitors round in a circle.")
    assert len(OtherSite.heard) == reaching.MOST_REDIRECTS + 1


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "localhost", "10.0.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
        *("0.0.0.0", "2130706433", "[::1]", "[fd00::1]", "[fe80::1]", "[::ffff:127.0.0.1]"),  # noqa: S104
    ],
)
def test_a_private_address_is_never_called(host):
    answer = ask(f"http://{host}/")

    assert answer == Answer(problem="It leads into a private network, where we do not go.")


def test_a_site_cannot_send_us_into_a_private_network(other_site):
    inside = other_site.replace("127.0.0.1", "127.0.0.2")

    answer = ask(f"{other_site}/to/{inside}/200", private_hosts=HERE)

    assert answer == Answer(problem="It leads into a private network, where we do not go.")
    assert [path for _method, path in OtherSite.heard] == [f"/to/{inside}/200"]


def test_a_site_cannot_send_us_to_a_file(other_site):
    answer = ask(f"{other_site}/to/file:///etc/passwd", private_hosts=HERE)

    assert answer == Answer(problem="It leads to what is no page of a site.")


def test_what_cannot_be_reached_says_why():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        closed = taken.getsockname()[1]

    assert ask(f"http://127.0.0.1:{closed}/", private_hosts=HERE) == Answer(
        problem="It could not be reached."
    )
    assert ask("http://no-such-site.invalid/") == Answer(problem="There is no site of that name.")
    assert ask("http://[broken/") == Answer(problem="It could not be reached.")
    assert ask("http://127.0.0.1:99999/") == Answer(problem="It could not be reached.")


def test_a_site_that_never_answers_is_given_up():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        answer = ask(f"http://127.0.0.1:{port}/", private_hosts=HERE, seconds=0.2)

    assert answer == Answer(problem="It took too long to answer.")


def test_a_site_without_a_good_certificate_says_so(other_site):
    answer = ask(other_site.replace("http:", "https:"), private_hosts=HERE)

    assert answer == Answer(problem="Its certificate does not fit.")


def check_links(**options):
    call_command("check_links", private_host=HERE, pause=0, **options)


@pytest.mark.django_db
def test_the_command_keeps_what_each_link_answered(other_site, capsys):
    make_article(body=f"[a]({other_site}/200) [b]({other_site}/404) [c](/help/)")
    make_source(doi="", url=f"{other_site}/403")

    check_links()

    kept = dict(LinkCheck.objects.values_list("url", "status"))
    assert kept == {f"{other_site}/{number}": number for number in (200, 403, 404)}
    assert capsys.readouterr().out == "1 lead nowhere, 1 to look at by hand.\n"


@pytest.mark.django_db
def test_a_link_that_no_text_has_any_more_is_forgotten(other_site):
    LinkCheck.objects.create(url=f"{other_site}/404", status=404, checked_at=timezone.now())

    check_links()

    assert LinkCheck.objects.count() == 0
    assert OtherSite.heard == []


@pytest.mark.django_db
def test_new_links_are_tried_first_then_those_tried_longest_ago(other_site):
    body = " ".join(f"[x]({other_site}/{number})" for number in (201, 202, 203, 204))
    make_article(body=body)
    for number, days in ((201, 1), (202, 9), (203, 5)):
        LinkCheck.objects.create(
            url=f"{other_site}/{number}",
            status=500,
            checked_at=timezone.now() - timedelta(days=days),
        )

    check_links(most=2)

    assert [path for _method, path in OtherSite.heard] == ["/204", "/202"]


@pytest.mark.django_db
def test_the_command_never_calls_a_private_address_by_itself(other_site):
    make_article(body=f"[x]({other_site}/200)")

    call_command("check_links", pause=0)

    assert OtherSite.heard == []
    assert LinkCheck.objects.get().problem.startswith("It leads into a private network")


@pytest.mark.django_db
def test_two_calls_on_one_site_keep_their_distance(other_site):
    make_article(body=f"[x]({other_site}/200) [y]({other_site}/201)")
    started = timezone.now()

    call_command("check_links", private_host=HERE, pause=0.3)

    assert timezone.now() - started >= timedelta(seconds=0.3)
    assert len(OtherSite.heard) == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields", [{}, {"status": 200, "problem": "x"}, {"status": 99}, {"status": 1_000}]
)
def test_a_check_has_either_an_answer_or_a_problem(fields):
    with pytest.raises(IntegrityError):
        LinkCheck.objects.create(url="https://x.example/", checked_at=timezone.now(), **fields)
