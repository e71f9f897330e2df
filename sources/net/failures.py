"""Why nothing was fetched: a class for programs, a code and a plain sentence for people.

The sentence is always ours: never the remote's words, headers or IP. A refused
address, a name that nobody has and a port that nobody answers share one code and one
sentence, so that no one can look around in the operator's network through us.
The class tells them apart; it is for the operator's log and not for pages.
"""

from __future__ import annotations

from typing import ClassVar

UNREACHABLE = (
    "Nothing could be fetched from this address. Check that it is written in full and leads to a public web page; "
    "if it does, try again later or paste the text instead."
)


class NotFetched(Exception):  # noqa: N818 named for what happened
    """Nothing was kept. `status` is the remote's HTTP status, where it answered."""

    code: ClassVar[str] = "not_fetched"
    sentence: ClassVar[str] = UNREACHABLE

    def __init__(self, status: int | None = None) -> None:
        super().__init__(self.sentence)
        self.status = status


class AddressRefused(NotFetched):
    """Not http or https, another port, a name or password in it, or not an address of the public internet."""

    code = "not_reachable"


class NameUnknown(NotFetched):
    """No such name."""

    code = "not_reachable"


class NoAnswer(NotFetched):
    """Closed, unreachable, or what answered does not speak HTTP."""

    code = "not_reachable"


class TooSlow(NotFetched):
    """The time was up."""

    code = "too_slow"
    sentence = "The site took too long to answer. Try again later, or paste the text instead."


class BrokeOff(NotFetched):
    """The answer ended before its end, or its framing or compression is broken."""

    code = "broke_off"
    sentence = "The site's answer broke off before its end, so nothing of it was kept. Try again later."


class TlsFailed(NotFetched):
    """The certificate is not valid for this host today, or no common protocol."""

    code = "tls_failed"
    sentence = (
        "The site's certificate could not be trusted, so nothing was read from it. "
        "Open the page in your browser and give its text or file here instead."
    )


class TooManyRedirects(NotFetched):
    code = "too_many_redirects"
    sentence = "The address leads from one place to the next without end. Look for the page's own address."


class TooLarge(NotFetched):
    code = "too_large"
    sentence = "What lies at this address is larger than this desk takes. Give the part that matters as text or file."


class Bomb(TooLarge):
    """Unpacks to far more than any real page does."""


class NotSupported(NotFetched):
    """A media type or a compression that was not asked for."""

    code = "not_supported"
    sentence = "What lies at this address is of a kind that this desk cannot read. Paste the text instead."


class SignInNeeded(NotFetched):
    """401, 403, 407, or led to a page for signing in."""

    code = "sign_in_needed"
    sentence = (
        "The site shows this page only to people it knows, or not to programs. "
        "Open it in your browser and give its text or file here instead."
    )


class NotThere(NotFetched):
    """404 or 410."""

    code = "not_there"
    sentence = "The site says that there is no such page. Check the address, or look for a copy in a web archive."


class Busy(NotFetched):
    """429 or 503. `retry_after` is in seconds, where the site named a time."""

    code = "busy"
    sentence = "The site is busy and asks for a pause. Try again later."

    def __init__(self, status: int | None = None, retry_after: float | None = None) -> None:
        super().__init__(status)
        self.retry_after = retry_after


class RemoteFailed(NotFetched):
    """Any other status that is no success."""

    code = "remote_failed"
    sentence = "The site answered with an error. Try again later, or paste the text instead."


class DisallowedByRobots(NotFetched):
    """The site's robots.txt says no (asked only where the policy wants it)."""

    code = "disallowed_by_robots"
    sentence = "The site asks programs not to read this page. Open it in your browser and give its text here instead."
