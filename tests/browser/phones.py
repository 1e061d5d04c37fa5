"""A phone with its browser: what it shows with and without signal, and all that it keeps."""

import re

from playwright.sync_api import expect

KEEP, REMOVE = "Keep my plan on this phone", "Remove it from this phone"
NOTHING = {
    "caches": {},
    "databases": [],
    "local": {},
    "session": {},
    "cookies": "",
    "workers": [],
}
STORAGE = """async () => {
    const kept = {};
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        kept[name] = {};
        for (const request of await cache.keys()) {
            const bytes = new Uint8Array(await (await cache.match(request)).arrayBuffer());
            const letters = Array.from(bytes, (byte) => String.fromCharCode(byte));
            kept[name][request.url] = letters.join("");
        }
    }
    return {
        caches: kept,
        databases: await indexedDB.databases(),
        local: {...localStorage},
        session: {...sessionStorage},
        cookies: document.cookie,
        workers: (await navigator.serviceWorker.getRegistrations()).map((each) => each.scope),
    };
}"""
# Our Permissions-Policy names features that other browsers know; the rest is the want of signal,
# and answers that are no fault: a page that is gone, or to be asked for later.
EXPECTED = re.compile(
    r"Error with Permissions-Policy header: Unrecognized feature: .*"
    r"|Failed to load resource: (net::ERR_INTERNET_DISCONNECTED|.* status of (404|409|410|503) .*)"
)


class Phone:
    """One browser at a site; `complaints` is what its console says, but for what is expected."""

    def __init__(self, context, site):
        self.context, self.site = context, site
        self.complaints = []
        context.on("console", self._hear)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        self.page = context.new_page()

    def _hear(self, message):
        if not EXPECTED.fullmatch(message.text):
            self.complaints.append(message.text)

    def opens(self, address):
        """Go to an address of the site, and wait until its scripts have said what they say."""
        self.page.goto(f"{self.site}{address}")
        return self

    def keeps(self, visitor):
        """Open somebody's plan and ask this phone to keep it."""
        self.opens(visitor.address())
        self.presses(KEEP)
        expect(self.page.get_by_text("Your plan is kept on this phone.")).to_be_visible()
        return self

    def presses(self, button):
        self.page.get_by_role("button", name=button, exact=True).click()

    def has_signal(self, *, is_there):
        self.context.set_offline(not is_there)

    def sees(self, words):
        expect(self.page.locator("main")).to_contain_text(words)

    def is_headed(self, words):
        expect(self.page.locator("h1")).to_have_text(words)

    def waits_until(self, condition):
        """Wait for something that the worker does behind the page."""
        self.page.wait_for_function(condition)

    @property
    def heading(self):
        return self.page.locator("h1").inner_text()

    @property
    def storage(self):
        """Everything that the browser keeps for this site, as a page of it can see it."""
        return self.page.evaluate(STORAGE)
