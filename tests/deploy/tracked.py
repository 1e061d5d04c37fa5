"""The files that are ours, also where the code came as a plain folder without its history."""

import os
import subprocess

from tests.deploy.proxy import ROOT

# What tools make beside the code, and what belongs to one machine.
MADE = ("__pycache__", "node_modules", "var")


def git(*words):
    """What git says, or nothing where this folder is no repository of its own."""
    if not (ROOT / ".git").exists():
        return ""
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, check=True)
    return done.stdout.decode(errors="replace")


def tracked():
    """The names of all files of ours, from the root of the project."""
    return git("ls-files").splitlines() or sorted(_files())


def _files():
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [each for each in folders if each not in MADE and not _of_a_tool(each)]
        place = os.path.relpath(folder, ROOT)
        yield from (os.path.normpath(f"{place}/{name}") for name in names if name != ".env")


def _of_a_tool(folder):
    return folder.startswith(".") and folder != ".ci"
