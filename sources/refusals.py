"""What the deeds of this app answer when they will not do what was asked."""

from __future__ import annotations

from claimtracker.core.refusals import Refused, Unacceptable


class EmptyText(Unacceptable):
    """There is no word in what was sent, or none is left of it as plain text. Nothing was stored."""

    code = "empty_text"
    title = "There is no text"


class BadText(Unacceptable):
    """The text holds what cannot be kept (a NUL, half a character) or cannot be read whole. Nothing was stored."""

    code = "bad_text"
    title = "The text cannot be stored"


class TooLong(Refused):
    """The text is longer than one article may be. Nothing was stored; split it and add the parts."""

    code = "too_long"
    status = 413
    title = "Too long"


class TooLarge(Refused):
    """The file has more bytes than one may have. Nothing was stored."""

    code = "too_large"
    status = 413
    title = "Too large"


class BadValue(Unacceptable):
    """A field has a value that cannot be; “errors” names it, and nothing was stored."""

    code = "invalid"


class AddressKnown(Refused):
    """Other text at a known address would be a new revision."""

    code = "address_known"
    title = "This address is known"


class NoAddress(Refused):
    """The article or source has no address that could be fetched. Nothing was changed."""

    code = "no_address"
    title = "No address is known"


class Withdrawn(Refused):
    """The article was withdrawn; it takes no new text. Nothing was stored."""

    code = "withdrawn"
    title = "This article was withdrawn"


class MergedAway(Refused):
    """This source was merged into another, “into”; that one is worked on in its place. Nothing was changed."""

    code = "merged"
    title = "This source was merged into another"


class BytesLost(Refused):
    """The storage does not have the bytes of this copy any more. Its text is kept."""

    code = "bytes_lost"
    status = 404
    title = "The bytes are gone"
