"""Links from the words of a text to the glossary, each term once a page; pure.

It works on parsed Markdown, so what it adds is cleaned with everything else.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from markdown_it.token import Token

# Parts of a page that name something, where a link would distract or lead astray.
UNLINKED = {"heading_open": 1, "heading_close": -1, "th_open": 1, "th_close": -1}


class TermLinks:
    """The terms that one page may still link: each is spent at its first appearance.

    `addresses` are by word or words, as an editor writes them, in any case and in the singular.
    """

    def __init__(self, addresses: Mapping[str, str]) -> None:
        self._addresses = {
            form: address for word, address in addresses.items() for form in _forms(word.casefold())
        }
        self._linked: set[str] = set()

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
        for found in _pattern(frozenset(self._addresses)).finditer(text):
            # Some letters of other scripts match without being the same letter.
            address = self._addresses.get(found.group().casefold())
            if address and address not in self._linked:
                self._linked.add(address)
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
def _pattern(forms: frozenset[str]) -> re.Pattern[str]:
    """Match whole words only, the longest first, so that a term is not taken for a part of it."""
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    any_form = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return re.compile(rf"(?<![\w-])(?:{any_form})(?![\w-])", re.IGNORECASE)
