"""Who may open which page of the desk by which method, page by page, from rules in plain words.

The rules stand here a second time on purpose, as ADR 0017 and the roles tell them to people: the
test fails when a page, a right or a role is added without a word about it.
"""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.roles import ADMINISTRATOR, AUTHOR, EDITOR, REVIEWER
from tests.articles.builders import make_staff
from tests.ttl.staff.every_page import METHODS, outcome
from tests.ttl.staff.signing_in import PASSWORD, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("blank_pages")]

SUPERUSER = "Superuser"
ROLES = (AUTHOR, EDITOR, REVIEWER, ADMINISTRATOR, SUPERUSER)
LIBRARY = {"article", "claim", "faq", "image", "source", "synonym", "term", "topic"}
# An author writes these, in drafts; and deletes only what belongs to one draft alone.
WRITTEN, OF_ONE_DRAFT = {"article", "claim", "faq", "image", "source"}, {"article", "faq"}
PEOPLE = {"user", "group"}
# Whoever reads reports can pause plans; reports come from readers, and neither is deleted.
SAFETY = {"report", "pause"}

# Whoever is not named may not. What nobody may is in no set.
MAY_SEE = dict.fromkeys(ROLES, LIBRARY | SAFETY) | {
    AUTHOR: LIBRARY,
    ADMINISTRATOR: LIBRARY | SAFETY | PEOPLE | {"event"},
    SUPERUSER: LIBRARY | SAFETY | PEOPLE | {"event"},
}
MAY_WRITE = {
    AUTHOR: WRITTEN,
    EDITOR: LIBRARY | SAFETY,
    REVIEWER: SAFETY,
    ADMINISTRATOR: LIBRARY | SAFETY | PEOPLE,
    SUPERUSER: LIBRARY | SAFETY | PEOPLE,
}
MAY_DELETE = {
    AUTHOR: OF_ONE_DRAFT,
    EDITOR: LIBRARY,
    REVIEWER: set(),
    ADMINISTRATOR: LIBRARY | {"group"},
    SUPERUSER: LIBRARY | PEOPLE,
}
MAY_PUBLISH = {EDITOR, ADMINISTRATOR, SUPERUSER}
SEE, WRITE, DELETE, PUBLISH = "see", "write", "delete", "publish"
ALL, NOBODY, WRONG = "all", "nobody", "wrong method"

# What a page asks for when it is opened and when something is sent to it, by the end of its name.
ASKS = {
    "changelist": (SEE, SEE),
    "add": (WRITE, WRITE),
    "change": (SEE, WRITE),
    "history": (SEE, SEE),
    "delete": (DELETE, DELETE),
    "deleted": (SEE, SEE),
    "keep": (WRONG, WRITE),
    "restore": (WRONG, WRITE),
    "publication": (SEE, PUBLISH),
    "safety_report_add": (NOBODY, NOBODY),
    # A question of an article comes back with its article.
    "articles_faq_restore": (WRONG, NOBODY),
    "bring_in": (PUBLISH, PUBLISH),
    "preview_new": (WRONG, WRITE),
    "preview": (WRITE, WRITE),
    "paste": (WRONG, ALL),
    "short": (ALL, ALL),
    "auth_user_password_change": (WRITE, WRITE),
    "reset_second_step": (WRITE, WRITE),
    "autocomplete": (NOBODY, WRONG),
    "sign_out_everywhere": (WRONG, ALL),
    "logout": (WRONG, ALL),
    "review_due": (ALL, WRONG),
    "links": (ALL, WRONG),
    "gallery": (ALL, WRONG),
    "password_change_done": (ALL, WRONG),
    "jsi18n": (ALL, WRONG),
    **dict.fromkeys(
        ("second_step", "confirm", "second_step_code", "set_up_second_step", "index", "login"),
        (ALL, ALL),
    ),
    "password_change": (ALL, ALL),
    "view_on_site": (ALL, ALL),
}
# The one step of the page "Publication" that the rule above is about.
SENT = {"step": "publish"}


def asked(page):
    """What a page asks for: by its whole name, or by what its name ends in after the model's."""
    ending = page.name.partition(f"_{page.model}_")[2] if page.model else ""
    return ASKS.get(page.name) or ASKS[ending or page.name.removeprefix("articles_")]


def may(role, what, model):
    allowed = {
        SEE: model in MAY_SEE[role],
        WRITE: model in MAY_WRITE[role],
        DELETE: model in MAY_DELETE[role],
        PUBLISH: role in MAY_PUBLISH,
        ALL: True,
        NOBODY: False,
    }
    return WRONG if what == WRONG else ("opens" if allowed[what] else "refused")


def word(response):
    known = {403: "refused", 404: "no such row", 405: WRONG}
    return known.get(response.status_code, "opens")


def make_person(role):
    if role == SUPERUSER:
        return User.objects.create_superuser("root")
    return make_staff(role)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_what_the_rules_say_and_nothing_else(role, every_page):
    browser = Client()
    browser.force_login(make_person(role))

    found = {
        (page.name, page.address): tuple(
            word(outcome(browser, method, page.address, SENT if method == "post" else None))
            for method in ("get", "post")
        )
        for page in every_page
    }

    ruled = {
        (page.name, page.address): tuple(may(role, what, page.model) for what in asked(page))
        for page in every_page
    }
    assert {key: [found[key], ruled[key]] for key in ruled if found[key] != ruled[key]} == {}


def is_turned_away(response):
    """Say whether nothing was shown or done but where to sign in."""
    if response.status_code == 302:
        return response.url.startswith(("/admin/login/", "/admin/second-step/")) or (
            response.url == "/admin/"
        )
    return response.status_code in {403, 405}


def opened_to(browser, every_page):
    return {
        page.name
        for page in every_page
        for method in METHODS
        if not is_turned_away(outcome(browser, method, page.address))
    }


def test_nobody_who_is_not_signed_in_opens_anything_but_the_way_in(every_page):
    assert opened_to(Client(), every_page) == {"login"}


def test_a_password_alone_opens_nothing_but_the_page_of_the_code(protected, every_page):
    assert opened_to(sign_in(Client()), every_page) == {"login", "second_step_code"}


def test_a_newcomer_opens_nothing_but_the_page_that_sets_a_second_step_up(
    eve, every_page, settings, clock
):
    settings.SECOND_FACTOR_REQUIRED = True

    assert opened_to(sign_in(Client()), every_page) == {"login", "second_step"}


def test_an_account_that_is_not_of_staff_opens_nothing(every_page):
    browser = Client()
    browser.force_login(User.objects.create_user("visitor", password=PASSWORD))

    assert opened_to(browser, every_page) == {"login"}
