"""The pages that one process keeps; those that nobody asked for longest go first."""

import threading
from collections import OrderedDict

from ttl.edge.page import Page

MOST_BYTES = 64 * 2**20

Key = tuple[str, str, str, str]


class Memory:
    """Pages by what was asked for, in so many bytes at the most."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self.most_bytes = most_bytes
        self.pages: OrderedDict[Key, Page] = OrderedDict()
        self.lock = threading.Lock()

    def get(self, key: Key) -> Page | None:
        """Return a page of whatever edition."""
        page = self.pages.get(key)
        if page is not None:
            with self.lock:
                if key in self.pages:
                    self.pages.move_to_end(key)
        return page

    def put(self, key: Key, page: Page) -> None:
        """Keep a page, and forget others where there is no more room."""
        with self.lock:
            self.pages[key] = page
            self.pages.move_to_end(key)
            size = sum(each.size for each in self.pages.values())
            while size > self.most_bytes:
                _key, gone = self.pages.popitem(last=False)
                size -= gone.size

    def clear(self) -> None:
        """Forget everything."""
        with self.lock:
            self.pages.clear()
