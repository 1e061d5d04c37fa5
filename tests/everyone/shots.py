"""Take a picture of every page in every width and theme, and lay them out on sheets to look at.

Usage: python -m tests.everyone.shots FOLDER [WORDS]        WORDS: only pages whose name has them
"""

import subprocess
import sys
from pathlib import Path

import tests.environment  # noqa: F401 - before Django reads its settings

WIDTHS, THEMES = (320, 768, 1280), ("light", "dark")
LAUNCH = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
TILE, TILES, COLUMNS = (300, 620), 12, 6


def main(folder: Path, words: str = "") -> None:
    """Make the album on an empty database of its own, and photograph it."""
    from django.test.runner import DiscoverRunner  # noqa: PLC0415 - once Django is set up
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    from tests.everyone.everything import every_page  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    runner = DiscoverRunner(verbosity=0)
    runner.setup_test_environment(debug=False)
    databases = runner.setup_databases()
    album = every_page(folder)
    runner.teardown_databases(databases)
    path = subprocess.run(["bin/chromium"], capture_output=True, text=True, check=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path.stdout.strip(), args=LAUNCH)
        for width in WIDTHS:
            for theme in THEMES:
                taken = photograph(browser, album, folder / f"{width}-{theme}", words)
                lay_out(taken, folder, f"{width}-{theme}")
        browser.close()


def photograph(browser, album, folder: Path, words: str) -> list[Path]:
    """Take the whole of each page in one width and one theme."""
    from tests.everyone.stand_in import StandIn  # noqa: PLC0415

    folder.mkdir(exist_ok=True)
    width, _, theme = folder.name.partition("-")
    view = {"width": int(width), "height": 800}
    stand_in, taken = StandIn(browser, album, viewport=view, color_scheme=theme), []
    for page in album:
        if words in page.name:
            stand_in.opens(page)
            taken.append(folder / f"{page.name.replace('/', ', ')}.png")
            stand_in.tab.screenshot(path=taken[-1], full_page=True)
    stand_in.closes()
    return taken


def lay_out(pictures: list[Path], folder: Path, name: str) -> None:
    """Put the tops of the pages side by side, twelve on a sheet, with their names."""
    from PIL import Image, ImageDraw  # noqa: PLC0415

    for first in range(0, len(pictures), TILES):
        some = pictures[first : first + TILES]
        size = (COLUMNS * (TILE[0] + 10), -(-len(some) // COLUMNS) * (TILE[1] + 30))
        sheet = Image.new("RGB", size, "white")
        for place, path in enumerate(some):
            with Image.open(path) as picture:
                small = picture.resize((TILE[0], picture.height * TILE[0] // picture.width))
            x, y = place % COLUMNS * (TILE[0] + 10), place // COLUMNS * (TILE[1] + 30)
            sheet.paste(small.crop((0, 0, *TILE)), (x, y + 20))
            ImageDraw.Draw(sheet).text((x, y + 4), path.stem, "black")
        sheet.save(folder / f"sheet-{name}-{first // TILES + 1:02}.png")


if __name__ == "__main__":
    import os

    os.environ["DJANGO_SETTINGS_MODULE"] = "ttl.settings"
    import django

    django.setup()
    main(Path(sys.argv[1]), *sys.argv[2:3])
