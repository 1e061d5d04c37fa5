"""A small set of content files, and how a test edits one."""

from pathlib import Path

TOPICS = """
[[topics]]
slug = "sleep"
name = "Sleep"
summary = "Old summary."
"""
SOURCES = """
[[sources]]
key = "doe-2020"
label = "Doe, 2020"
citation = "Doe J. A trial. 2020."
design = "Trial"
finding = "It helped."
doi = "10.1000/doe"
"""
CLAIMS = """
[[claims]]
key = "doe-2020-sleep"
source = "doe-2020"
outcome = "Sleep"
population = "Adults"
measure = "smd"
estimate = -0.50
low = -0.7
high = -0.30
interval = "confidence"
level = 95
better = "lower"
checked_date = 2026-11-23
"""
FAQS = """
[[faqs]]
slug = "how-often"
section = "start"
on_site_page = false
article = "lifting"
question = "How often?"
answer = "Twice a week."
"""
TERMS = """
[[glossary]]
slug = "repetition"
name = "Repetition"
words = "repetition, rep"
meaning = "One whole movement."
"""
SYNONYMS = """
[[synonyms]]
typed = "feeling low"
means = "depression, low mood"
"""
ARTICLE = """+++
slug = "lifting"
title = "Lifting"
summary = "On lifting."
topics = ["sleep"]
applies_to = ["Low mood"]
rating = "limited"
rating_reason = "Few trials."
takeaways = ["First.", "Second."]
citations = ["doe-2020"]
author_line = "Written by TTL's AI panel"
cta_label = "Build my free plan"
cta_target = "planner:start"
+++

Opening.

## How it works

Perhaps so.

## Clinical context

Beside care.
"""


def write_content(folder: Path) -> Path:
    (folder / "articles").mkdir()
    (folder / "topics.toml").write_text(TOPICS)
    (folder / "sources.toml").write_text(SOURCES)
    (folder / "claims.toml").write_text(CLAIMS)
    (folder / "faqs.toml").write_text(FAQS)
    (folder / "glossary.toml").write_text(TERMS)
    (folder / "synonyms.toml").write_text(SYNONYMS)
    (folder / "articles" / "lifting.md").write_text(ARTICLE)
    return folder


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))
