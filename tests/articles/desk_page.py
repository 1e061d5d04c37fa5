"""How the browser tests of the desk use it."""

from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

KEPT = "() => Object.keys(localStorage).filter(key => key.startsWith('desk-text'))"


def is_complaint(message):
    # Browsers ask for this picture by themselves.
    return message.type == "error" and not message.location["url"].endswith("/favicon.ico")


def log_in(page, live_server, user):
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
    )


def open_form(desk, live_server, article):
    desk.goto(f"{live_server}/admin/articles/article/{article.pk}/change/")
    expect(desk.locator(".desk-stage--fitted")).to_be_visible()
    return desk


def previewed(desk):
    return desk.frame_locator(".desk-frame:not(.desk-frame--waiting)")


def type_and_wait(desk, field, words):
    desk.locator(field).fill(words)
    while not desk.evaluate(KEPT):
        desk.wait_for_timeout(100)
