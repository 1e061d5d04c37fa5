"""The vocabulary of schema.org, and what of a page's structured data is not of it."""

import inspect
import json
import re
from collections.abc import Iterator

import msgspec_schemaorg.models

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
# What a plain value of JSON may stand for.
PLAIN = {str: {"str", "URL", "date", "datetime"}, int: {"int", "float"}}
# Properties whose plain value is the address of the thing that is meant.
ADDRESSES = {"item"}


def read_structured_data(html: str) -> list[dict[str, object]]:
    """Return the nodes of a page's graph."""
    graphs = [json.loads(found) for found in SCRIPT.findall(html)]
    assert all(graph["@context"] == "https://schema.org" for graph in graphs)
    return [node for graph in graphs for node in graph["@graph"]]


def faults(node: dict[str, object]) -> Iterator[str]:
    """Find properties that schema.org does not know there, or not with such a value."""
    for name, value in node.items():
        if not name.startswith("@"):
            yield from _faults_of(_kind(node), name, value)


def _kind(node: dict[str, object]) -> type:
    """Return the type of a node; one that schema.org does not know is an error."""
    return getattr(msgspec_schemaorg.models, str(node["@type"]))


def _faults_of(kind: type, name: str, value: object) -> Iterator[str]:
    allowed = _allowed(kind, name)
    if not allowed:
        yield f"{kind.__name__} has no {name}"
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            yield from faults(each)
            names = {base.__name__ for base in _kind(each).__mro__}
        else:
            names = PLAIN[type(each)] | ({"Thing"} if name in ADDRESSES else set())
        if not names & allowed:
            yield f"{name} of {kind.__name__} cannot be {each}"


def _allowed(kind: type, name: str) -> set[str]:
    """Return the names of what a property may hold, or nothing when the type has no such."""
    for base in kind.__mro__:
        if annotation := inspect.get_annotations(base).get(name):
            return set(re.findall(r"\w+", str(annotation)))
    return set()
