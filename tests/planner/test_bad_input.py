"""What no page of ours would send: a clear refusal or the page again, never a crash or a change."""

import random
from urllib.parse import quote, urlencode

import pytest

from planner import vault
from planner.models import PrivatePlan
from planner.pages import BY_NUMBER
from tests.planner.engine.questions import MANY, NUMBERS, ONE
from tests.planner.people import EVERY_TAIL, FORM, Visitor, as_fields, finished, somebody, walked

pytestmark = pytest.mark.django_db

POSTED_TO = [tail for tail in EVERY_TAIL if tail.startswith(("check/", "safe/", "questions/"))]


@pytest.fixture
def visitor():
    visitor = finished(conditions=["high_blood_pressure"], pain_sites=["knee"], age=34)
    visitor.client.raise_request_exception = False
    return visitor


def dead_addresses(token):
    """A link altered or cut in every way."""
    swapped = token[:-2] + token[-1] + ("A" if token[-2] != "A" else "B")
    tokens = [vault.new_token(), token[:-1], f"{token}A", token.swapcase(), swapped, token[::-1]]
    tokens += ["A" * 43, "x", "%00" * 3, "..", quote("é" * 43), token + "%0A", f"{token}."]
    return [f"/plan/{each}/{tail}" for each in tokens for tail in ("", "check/", "questions/3/")]


def test_every_dead_link_gives_the_same_plain_page(visitor):
    before = list(PrivatePlan.objects.values())

    answers = {address: visitor.client.get(address) for address in dead_addresses(visitor.token)}

    odd = {address for address, answer in answers.items() if answer.status_code != 404}
    assert {address for address in odd if "%00" not in address} == set()
    assert {answers[address].status_code for address in odd} == {400}  # a null character
    assert len({answer.content for answer in answers.values() if answer.status_code == 404}) == 1
    assert visitor.token not in next(iter(answers.values())).content.decode()
    assert list(PrivatePlan.objects.values()) == before


@pytest.mark.parametrize("tail", ["questions/1/", "safe/", "check/", "erase/"])
def test_a_post_to_a_dead_link_gives_that_page_too(visitor, tail):
    nobody = Visitor(vault.new_token())

    answer = nobody.post(tail, {"age": 40, "safe": "yes", "consent": "on"})

    assert answer.status_code == 404
    assert answer.content == nobody.get().content


@pytest.mark.parametrize("number", ["0", "13", "99", "-1", "1.5", "9" * 50, "one", "%31%20"])
def test_a_page_that_does_not_exist_is_not_found(visitor, number):
    before = visitor.sealed

    for answer in (visitor.get(f"questions/{number}/"), visitor.post(f"questions/{number}/", {})):
        assert answer.status_code == 404
    assert visitor.sealed == before


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options", "trace"])
@pytest.mark.parametrize("tail", ["", "summary/", "check/", "safe/", "erase/", "questions/3/"])
def test_other_methods_are_refused(visitor, method, tail):
    before = visitor.sealed

    answer = getattr(visitor.client, method)(visitor.address(tail))

    assert answer.status_code == 405
    assert visitor.sealed == before


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
    ],
    ids=lambda headers: ", ".join(headers.values()),
)
def test_another_website_changes_nothing(visitor, headers):
    before = list(PrivatePlan.objects.values())
    stranger = Visitor(visitor.token, **headers)

    answers = [stranger.answer(1, somebody(age=70)), stranger.agree(), stranger.post("erase/", {})]
    answers += [stranger.post("safe/", {"safe": "yes"}), stranger.client.post("/plan/")]

    assert {answer.status_code for answer in answers} == {403}
    assert list(PrivatePlan.objects.values()) == before


def test_the_answers_of_one_page_never_land_in_another():
    """Each page's form is sent to each other page: only what stands on that page is read."""
    raw = somebody(age=70, pain_sites=["hip"], medicines=["glp1"], chair_stand="easily")
    visitor = walked(age=70, pain_sites=["hip"], medicines=["glp1"])
    other = as_fields(raw.keys() - {"consent"}, raw | {"pain_now": 6, "experience": "regular"})
    for number, page in BY_NUMBER.items():
        before = visitor.answers
        wrong = {name: value for name, value in other.items() if name not in page.questions}

        visitor.post(f"questions/{number}/", wrong)

        assert visitor.answers == before


def test_a_page_posted_twice_or_with_strange_extras_keeps_only_its_own_answers():
    visitor, raw = walked(), somebody()
    before = visitor.sealed
    extras = {"token": "x", "state": "{}", "plan": "1", "self_harm_asked": "1", "help_shown": "0"}

    for _ in range(2):
        visitor.post("questions/1/", as_fields(BY_NUMBER[1].questions, raw) | extras)

    assert visitor.sealed == before


STRANGE = {
    "an unknown option": "no such option",
    "a null character": "a\0b",
    "half a character": "\ud83d".encode("utf-8", "surrogatepass"),
    "no text at all": b"\xff\xfe\xfa",
    "right to left": "\u202eevil\u2066",
    "emoji": "\U0001f4aa\U0001f3fd" * 20,
    "markup": "</script><script>alert(1)</script>",
    "a template": "{{ settings.SECRET_KEY }}{% debug %}",
    "a huge number": "9" * 6_000,
    "a float": "1e308",
    "other digits": "\u0967\u0968\u0969\u096a\u096b",
    "a line end": "34\r\nSet-Cookie: a=b",
    "json": '{"$ne": null}',
    "sixty thousand letters": "x" * 60_000,
}


@pytest.mark.parametrize("value", STRANGE.values(), ids=STRANGE)
def test_a_strange_value_in_every_field_is_refused_or_asked_again(visitor, value):
    before = visitor.sealed
    names = [*ONE, *MANY, *NUMBERS, "phq9_1", "phq9_9", "gad7_7", "safe", "days_available"]
    fields = names if len(value) < 1_000 else ["age"]

    for tail in POSTED_TO:
        answer = visitor.post(tail, {name: [value] for name in fields})

        page = answer.content.decode()
        assert answer.status_code in {200, 302}
        assert visitor.sealed == before
        assert "<script>" not in page
        assert "only-for-tests" not in page


BODIES = {
    "three thousand fields": ("&".join(f"f{n}=1" for n in range(3_000)), FORM, 400),
    "ten thousand fields": ("&".join(f"f{n}=1" for n in range(10_000)), FORM, 413),
    "one field ten thousand times": ("&".join(["symptoms=none"] * 10_000), FORM, 413),
    "two megabytes": ("age=" + "1" * 2_000_000, FORM, 413),
    "no body": ("", FORM, 200),
    "JSON": ('{"age": 40}', "application/json", 200),
    "plain text": ("age=40", "text/plain", 200),
    "no content type": ("age=40", "", 200),
    "multipart without a boundary": ("age=40", "multipart/form-data", 400),
    "multipart cut short": (
        '--x\r\nContent-Disposition: form-data; name="age"',
        "multipart/form-data; boundary=x",
        200,
    ),
    "a file": (
        '--x\r\nContent-Disposition: form-data; name="age"; filename="a"\r\n\r\n40\r\n--x--\r\n',
        "multipart/form-data; boundary=x",
        200,
    ),
    "another encoding": ("age=40", f"{FORM}; charset=utf-16", 400),
    "an encoding that does not exist": ("age=40", f"{FORM}; charset=klingon", 200),
    "broken escapes": ("age=%zz%&%=&&;;==", FORM, 200),
    "not text": (b"\x00\xff\xfe" * 100, FORM, 200),
}


@pytest.mark.parametrize(("body", "kind", "status"), BODIES.values(), ids=BODIES)
@pytest.mark.parametrize("tail", ["questions/1/", "questions/5/", "check/"])
def test_a_strange_body_is_refused_or_asked_again(visitor, tail, body, kind, status):
    before = visitor.sealed

    answer = visitor.client.generic("POST", visitor.address(tail), body, content_type=kind)

    assert answer.status_code == status
    assert visitor.sealed == before


def test_several_hundred_random_posts_never_crash_a_page_nor_spoil_a_record():
    dice = random.Random("posts")  # noqa: S311 - not a secret
    visitor = Visitor()
    names = [*ONE, *MANY, *NUMBERS, "safe", "consent", "looked_again", "days_available"]
    names += [f"phq9_{n}" for n in range(1, 10)] + [f"gad7_{n}" for n in range(1, 8)]
    values = [code for codes in (*ONE.values(), *MANY.values()) for code in codes]
    values += ["none", "", "0", "1", "3", "17", "34", "90", "on", "mon", "thu", "-1", "x", "\0"]
    for _ in range(300):
        fields = [(name, dice.choice(values)) for name in dice.sample(names, dice.randint(0, 25))]
        right = as_fields(names, somebody(age=dice.choice((34, 70))))
        fields += [(name, right[name]) for name in dice.sample([*right], len(right) // 2)]
        body = urlencode(fields, doseq=True)

        answer = visitor.client.post(visitor.address(dice.choice(POSTED_TO)), body, FORM)

        assert answer.status_code in {200, 302}, body
        state = visitor.state  # it can still be read
        assert state.answers.self_harm is None
        assert not (state.help_shown and state.is_finished)
        assert visitor.get().status_code in {200, 302}
