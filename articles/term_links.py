"""Links from the words of a text to the glossary, each term once a page; pure.

It works on parsed Markdown, so what it adds is cleaned with everything else.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from markdown_it.token import Token

# Parts of a page that name something, where a link would distract or lead astray.
UNLINKED = {"heading_open": 1, "heading_close": -1, "th_open": 1, "th_close": -1}


# By word or words, as an editor writes them, in any case and in the singular.
Addresses = tuple[tuple[str, str], ...]


class TermLinks:
    """The terms that one page may still link: each is spent at its first appearance."""

    def __init__(self, addresses: Addresses, linked: Iterable[str] = ()) -> None:
        self.addresses, self.linked = addresses, set(linked)

    def __bool__(self) -> bool:
        return bool(self.addresses)

    def link(self, tokens: Sequence[Token]) -> None:
        """Link the words of a parsed text, but for those in headings, links and code."""
        named = 0
        for token in tokens:
            named += UNLINKED.get(token.type, 0)
            if token.children and not named:
                token.children = list(self._linked_children(token.children))

    def _linked_children(self, children: Sequence[Token]) -> Iterator[Token]:
        in_link = 0
        for child in children:
            in_link += {"link_open": 1, "link_close": -1}.get(child.type, 0)
            if child.type == "text" and not in_link:
                yield from self._pieces(child.content)
            else:
                yield child

    def _pieces(self, text: str) -> Iterator[Token]:
        place = 0
        pattern, by_form = _matching(self.addresses)
        for found in pattern.finditer(text):
            # Some letters of other scripts match without being the same letter.
            address = by_form.get(found.group().casefold())
            if address and address not in self.linked:
                self.linked.add(address)
                yield Token("text", "", 0, content=text[place : found.start()])
                yield Token("link_open", "a", 1, attrs={"href": address})
                yield Token("text", "", 0, content=found.group())
                yield Token("link_close", "a", -1)
                place = found.end()
        yield Token("text", "", 0, content=text[place:])


def _forms(word: str) -> tuple[str, str]:
    """Return a word and its plural."""
    if word.endswith("sis"):
        return word, f"{word[:-2]}es"
    if re.search(r"[^aeiou]y$", word):
        return word, f"{word[:-1]}ies"
    return word, f"{word}es" if re.search(r"(?:s|x|ch|sh)$", word) else f"{word}s"


@lru_cache(maxsize=8)
def _matching(addresses: Addresses) -> tuple[re.Pattern[str], dict[str, str]]:
    """Match whole words only, the longest first, so that a term is not taken for a part of it."""
    by_form = {form: address for word, address in addresses for form in _forms(word.casefold())}
    longest_first = sorted(by_form, key=lambda form: (-len(form), form))
    any_form = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return re.compile(rf"(?<![\w-])(?:{any_form})(?![\w-])", re.IGNORECASE), by_form
