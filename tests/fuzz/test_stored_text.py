"""No text that the site keeps acts on any page, in any file, or in any header that shows it."""

import os
from random import Random

import html5lib
import pytest
from django.conf import settings as site
from django.test import Client

from tests.fuzz.addresses import filled, routes
from tests.fuzz.promises import NO_SIGNS, Promises, acts, body_of
from tests.fuzz.stored import fill, fill_plan
from tests.fuzz.world import SUPERUSER, make_world
from tests.ttl.pages import read

TURNS = 10 if os.environ.get("HYPOTHESIS_PROFILE") == "ci" else 3
# Where a look at the bare address does not show what is kept.
LOOKS = {
    "search/": ["q=lifting", "q=zq9", "q=help+me+zq9"],
    "admin/articles/article/": ["q=zq9"],
    "admin/articles/article/<path:object_id>/history/": ["then=2&now=1"],
    "admin/autocomplete/": [
        "app_label=articles&model_name=citation&field_name=source&term=",
        "app_label=articles&model_name=article&field_name=topics&term=",
        "app_label=articles&model_name=faq&field_name=article&term=",
    ],
}


@pytest.fixture
def world(db):
    return make_world()


def answers(world, turn):
    """Every page and file that shows something, as whoever may see it."""
    visitor, staff, dice = Client(), Client(), Random(turn)  # noqa: S311 - not a secret
    staff.cookies[site.SESSION_COOKIE_NAME] = world.cookies[SUPERUSER]
    staff.handler = visitor.handler
    for route in routes():
        if "logout" in route.text or (route.text.endswith(".pdf") and turn):
            continue
        known = {part: some for part, some in world.known(route).items() if some}
        for each in range(max((len(known.get(part, "1")) for part in route.parts), default=1)):
            one = {part: [some[each % len(some)]] for part, some in known.items()}
            address = filled(route, one, dice, odd=0)
            for query in ("", *LOOKS.get(route.text, ())):
                client = staff if route.is_for_staff else visitor
                yield address, query, client.get(address, QUERY_STRING=query)


def faults_of(address, response, promises):
    yield from promises.broken(address, response)
    if response.get("Content-Type", "").startswith("text/html") and response.content:
        try:
            tree = read(NO_SIGNS.sub("", body_of(response).decode()))
        except html5lib.html5parser.ParseError as error:
            # Django's own page for a colleague's password ends a paragraph twice.
            if not address.endswith("/password/"):
                yield f"the HTML is broken: {error}"
            return
        yield from (
            f"<{each.tag} {each.attrib}> came from a text" for each in tree.iter() if acts(each)
        )


@pytest.mark.parametrize("turn", range(TURNS))
def test_no_stored_text_acts_wherever_it_is_shown(world, turn):
    marks = fill(turn) | fill_plan(world.tokens["plan"][0], turn)
    promises = Promises(world.secrets, most_shapes=0)
    shown, faults = {}, []
    for address, query, response in answers(world, turn):
        faults += [
            f"{address}?{query}: {fault}" for fault in faults_of(address, response, promises)
        ]
        content = body_of(response).decode("latin-1")
        for name, mark in marks.items():
            if mark in content:
                shown.setdefault(name, set()).add(address)

    assert faults == []
    # Or nothing would be tried at all.
    assert sorted(set(marks) - set(shown)) == []
