"""Why a text or a file was refused: one class for what happened, one sentence that says what to do."""

from __future__ import annotations


class Unreadable(ValueError):  # noqa: N818 -- errors are named for what happened
    """`code` never changes; `str(error)` is for people."""

    code = "unreadable"


class NulCharacter(Unreadable):
    code = "nul_character"

    def __init__(self, at: int) -> None:
        super().__init__(
            f"The text has a NUL character (U+0000) at position {at:,}, which no text can contain; "
            "remove it, or save the file as plain text (UTF-8) and try again."
        )


class LoneSurrogate(Unreadable):
    code = "lone_surrogate"

    def __init__(self, at: int) -> None:
        super().__init__(
            f"The character at position {at:,} is half of a pair (a lone surrogate) and stands for nothing; "
            "copy the text again from its source, or remove that character."
        )


class TooDeep(Unreadable):
    code = "too_deep"

    def __init__(self) -> None:
        super().__init__(
            "The Markdown has some fifty quotes or lists inside one another, and what is further in could not be read; "
            "take some levels out, or paste it as plain text."
        )


class NotText(Unreadable):
    code = "not_text"

    def __init__(self, name: str, what: str) -> None:
        super().__init__(f"“{name}” is not a text file but {what}; save it as plain text (UTF-8) and upload that.")


class UnknownEncoding(Unreadable):
    code = "unknown_encoding"

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            f"“{name}” is neither UTF-8 nor UTF-16, and it cannot be read as Windows-1252 either: {why}; "
            "open it in the program that made it, save it as UTF-8 and upload that."
        )


class BrokenEncoding(Unreadable):
    code = "broken_encoding"

    def __init__(self, name: str, encoding: str, at: int) -> None:
        super().__init__(
            f"“{name}” is {encoding}, but byte {at:,} of it is damaged or missing; get the file again, "
            "or save it as UTF-8 and upload that."
        )
