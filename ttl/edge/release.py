"""What this release is called by its own files: pages that other code made are none of ours."""

from hashlib import blake2b
from pathlib import Path

from django.conf import settings

CODE = ("ttl", "articles", "planner", "safety", "templates", "static", "requirements.lock")
KINDS = {".css", ".html", ".js", ".json", ".lock", ".md", ".py", ".svg", ".toml", ".txt"}
# What else the same code makes other pages or headers with.
SETTINGS = ("SITE_URL", "STATIC_URL", "HTTPS", "DESK_TIME_ZONE", "ADMIN_PATH", "LANGUAGE_CODE")


def release_id() -> str:
    """Hash every file that a page is made with, and the settings that change one."""
    found = blake2b(repr([getattr(settings, name) for name in SETTINGS]).encode(), digest_size=16)
    for file in _files(settings.BASE_DIR):
        found.update(f"{file.relative_to(settings.BASE_DIR)}\n".encode())
        found.update(file.read_bytes())
    return found.hexdigest()


def _files(base: Path) -> list[Path]:
    places = [base / name for name in CODE]
    inside = [file for place in places for file in (place, *place.rglob("*"))]
    return sorted(file for file in inside if file.suffix in KINDS and file.is_file())
