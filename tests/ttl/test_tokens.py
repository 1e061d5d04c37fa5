"""The tokens of the look: each is used, colours stand nowhere else, and they can be told apart."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

STYLES = Path(finders.find("css/ttl.css"))
EVERY_STYLE = "\n".join(
    sheet.read_text() for sheet in sorted((settings.BASE_DIR / "static").rglob("*.css"))
)


def test_every_token_that_is_used_is_set_and_every_token_set_is_used():
    style = "\n".join(sheet.read_text() for sheet in STYLES.parent.glob("*.css"))
    used = set(re.findall(r"var\(--([\w-]+)", style))
    named = set(re.findall(r"(?<![\w-])--([\w-]+):", style))

    assert (used - named, named - used) == (set(), set())


def test_colours_stand_among_the_tokens_and_nowhere_else():
    """Paper has inks of its own."""
    _tokens, rest = STYLES.read_text().split("@layer base {")
    screen = rest.partition("@layer print {")[0]

    assert re.findall(r"#[0-9a-f]{3,8}\b|rgb\(|hsl\(", screen) == []
    assert set(themes()["dark"]) <= set(themes()["light"])


@pytest.mark.parametrize(
    "theme",
    [
        "prefers-color-scheme: dark",
        "prefers-contrast: more",
        "forced-colors: active",
        "prefers-reduced-motion: no-preference",
        "print",
    ],
)
def test_the_style_answers_to_each_wish_of_a_reader(theme):
    assert theme in STYLES.read_text()


def test_nothing_moves_but_for_readers_who_have_not_asked_for_less_motion():
    still = re.sub(
        r"@media [^{]*prefers-reduced-motion: no-preference\) {(?:[^{}]*{[^{}]*})*[^{}]*}",
        "",
        EVERY_STYLE,
    )

    assert re.findall(r"\b(?:animation|transition|scroll-behavior)\s*:", still) == []


def luminance(colour):
    """Return the relative luminance of `#rrggbb`, as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def themes():
    """Return the colours of the light and of the dark theme by name."""
    blocks = re.findall(r":root {([^}]*--ink-soft[^}]*)}", STYLES.read_text())
    light, dark = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in blocks[:2])
    return {"light": light, "dark": dark}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_stands_out_from_what_it_is_written_on(theme):
    colour = themes()[theme]
    grounds = [
        name for name in colour if name in {"paper", "surface", "sunk"} or name.endswith("-soft")
    ]
    pairs = [
        (ink, ground)
        for ink in ("ink", "brand", "brand-deep")
        for ground in grounds
        if ground != "ink-soft"
    ]
    pairs += [
        ("ink-soft", ground) for ground in ("paper", "surface", "sunk", "brand-soft", "sun-soft")
    ]
    pairs += [(tone, f"{tone}-soft") for tone in ("info", "caution", "urgent", "success")]
    pairs += [("urgent", "paper"), ("urgent", "surface"), ("on-brand", "brand")]
    pairs += [("on-brand", "brand-deep")]
    # The sky behind the words of the front page, and the light around its sun.
    pairs += [(ink, ground) for ink in ("ink", "brand", "sun-ink") for ground in ("sky", "glow")]
    pairs += [("ink", "halo")]
    pairs += [(ink, "mark") for ink in ("ink", "brand", "brand-deep")]

    too_faint = [pair for pair in pairs if contrast(*(colour[name] for name in pair)) < 4.5]

    assert too_faint == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_edges_of_controls_and_the_focus_ring_can_be_seen(theme):
    colour = themes()[theme]
    pairs = [
        (line, ground)
        for line in ("line-strong", "focus", "brand", "urgent")
        for ground in ("paper", "surface", "sun-soft", "brand-soft")
    ]

    too_faint = [pair for pair in pairs if contrast(*(colour[name] for name in pair)) < 3]

    assert too_faint == []
