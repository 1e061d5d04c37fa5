"""Whatever could let a text act stands here by name, with the reason why it cannot."""

import ast
import re

import pytest

from tests.ttl.test_house_rules import SOURCES, TEMPLATES, name_of

RISKY = {
    *("mark_safe", "SafeText", "html_safe", "RawSQL", "extra", "raw", "cursor", "execute"),
    *("executescript", "eval", "exec", "compile", "__import__", "import_module", "system", "popen"),
    *("Popen", "check_output", "check_call", "run_module", "csrf_exempt", "loads", "load"),
}
# Modules whose readers run what they read, and those that start programs.
RISKY_MODULES = {"pickle", "marshal", "shelve", "dill", "yaml", "subprocess", "pty", "ctypes"}
ALLOWED = {
    "articles/templatetags/article_tags.py mark_safe": "cleaned by nh3 the moment before",
    "articles/templatetags/page_tags.py mark_safe": "nothing at all, or JSON without < > and &",
    "articles/models/published.py RawSQL": "our own statement; keys of rows go in as parameters",
    "articles/search/match.py compile": "an expression of Django's, into SQL",
    "ttl/staff/views.py mark_safe": "a picture drawn here, from squares",
    "articles/views/review.py csrf_exempt": "the link is the key, and no cookie speaks for anybody",
    "planner/private.py csrf_exempt": "the link is the key, and no cookie speaks for anybody",
    "ttl/load/management/commands/make_load.py cursor": "one word, no text of a visitor",
    "ttl/load/management/commands/make_load.py execute": "one word, no text of a visitor",
    "planner/disk.py cursor": "settings of SQLite, no text of a visitor",
    "planner/disk.py execute": "settings of SQLite, no text of a visitor",
    "planner/exports/typeset.py compile": "typst on our own layout; every text goes in as data",
    "planner/exports/pdf.py subprocess": "our own file, with nothing of a visitor in the command",
    "safety/views.py csrf_exempt": "no cookie speaks for a visitor; the origin is checked",
    "ttl/edge/triggers.py execute": "tables by names of our own, in migrations",
    "ttl/counting.py eval": "our own script inside Redis; key and numbers go in as arguments",
    "ttl/counting.py execute": "our own statements; keys are hashes and go in as parameters",
    "ttl/keeping/census.py execute": "names of our own tables, quoted",
    "ttl/keeping/postgresql.py cursor": "statements of ours about the whole database",
    "ttl/keeping/postgresql.py execute": "statements of ours about the whole database",
    "ttl/keeping/postgresql.py subprocess": "pg_dump and pg_restore on files of the operator",
    "ttl/keeping/sqlite.py cursor": "VACUUM INTO a file of the operator, as a parameter",
    "ttl/keeping/sqlite.py execute": "VACUUM INTO a file of the operator, as a parameter",
    "ttl/readiness.py cursor": "SELECT 1",
    "ttl/readiness.py execute": "SELECT 1",
    "ttl/inputs.py mark_safe": "an input whose every value is escaped the moment before",
    "ttl/replica.py cursor": "one question of ours, without parameters",
    "ttl/replica.py execute": "one question of ours, without parameters",
    "ttl/staff/management/commands/migrate.py cursor": "locks and limits of PostgreSQL",
    "ttl/staff/management/commands/migrate.py execute": "locks and limits of PostgreSQL",
    "ttl/watching.py execute": "passes on what Django asks, and counts it",
}
# What writes a pattern or reads plain data, whoever is asked for it.
HARMLESS = {"re.compile", "json.loads", "json.load", "tomllib.loads", "tomllib.load", "struct.load"}
NO_SITE = {"tests", "bench"}
SITE = [source for source in SOURCES if name_of(source).partition("/")[0] not in NO_SITE]
UNESCAPED = re.compile(r"\|\s*(?:safe|safeseq)\b|autoescape\s+off|\{%\s*debug")


def words_of(node):
    """The name by which something is asked for, with what it is asked of."""
    if isinstance(node, ast.Attribute):
        return f"{words_of(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def risks_in(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            modules = [each.name for each in node.names] + [getattr(node, "module", "") or ""]
            yield from {module.partition(".")[0] for module in modules} & RISKY_MODULES
        names = [node.func] if isinstance(node, ast.Call) else getattr(node, "decorator_list", [])
        for words in map(words_of, names):
            if words.rpartition(".")[2] in RISKY and words not in HARMLESS:
                yield words.rpartition(".")[2]


def test_every_risky_call_is_one_of_those_with_a_reason():
    found = {
        f"{name_of(source)} {risk}"
        for source in SITE
        for risk in risks_in(ast.parse(source.read_text()))
    }

    assert found == set(ALLOWED)


@pytest.mark.parametrize(
    ("code", "risks"),
    [
        ("import pickle\npickle.loads(x)", ["loads", "pickle"]),
        ("from subprocess import run", ["subprocess"]),
        ("Article.objects.extra(where=[x])", ["extra"]),
        ("Article.objects.raw(x)", ["raw"]),
        ("yaml.load(x)", ["load"]),
        ("eval(x)", ["eval"]),
        ("@csrf_exempt\ndef view(): pass", ["csrf_exempt"]),
        ("re.compile(x), json.loads(x)", []),
    ],
)
def test_the_search_sees_each_kind(code, risks):
    assert sorted(risks_in(ast.parse(code))) == risks


def html_without_a_plain_pattern(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and words_of(node.func) in {
            "format_html",
            "format_html_join",
        }:
            pattern = node.args[words_of(node.func) == "format_html_join"]
            if not isinstance(pattern, ast.Constant):
                yield ast.unparse(pattern)


def test_markup_is_made_from_patterns_that_stand_in_the_code():
    found = {
        f"{name_of(source)} {pattern}"
        for source in SITE
        for pattern in html_without_a_plain_pattern(ast.parse(source.read_text()))
    }

    # Each of them is a plain text of the lines just above.
    assert sorted(found) == ["articles/admin/image.py words", "articles/admin/versions.py words"]


def test_no_template_shows_a_text_unescaped():
    assert {name_of(path) for path in TEMPLATES if UNESCAPED.search(path.read_text())} == set()
    assert UNESCAPED.search("{{ title|safe }}")
    assert UNESCAPED.search("{% autoescape off %}")
