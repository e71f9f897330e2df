"""Why a text or a file was refused: one class for what happened, one sentence that says what to do."""

from __future__ import annotations


class Unreadable(ValueError):  # noqa: N818 -- errors are named for what happened
    """`code` never changes; `str(error)` is for people."""

    code = "unreadable"

    @classmethod
    def again(cls, code: str, words: str) -> Unreadable:
        """A refusal as another process has made it."""
        named = {kind.code: kind for kind in [cls, *_kinds(cls)]}
        refusal = named.get(code, cls).__new__(named.get(code, cls))
        ValueError.__init__(refusal, words)
        refusal.code = code
        return refusal


def _kinds(cls: type[Unreadable]) -> list[type[Unreadable]]:
    return [kind for child in cls.__subclasses__() for kind in [child, *_kinds(child)]]


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


class Empty(Unreadable):
    code = "empty"

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” has no words in it; look whether it is the right file, or paste the text.")


class UnknownFormat(Unreadable):
    """A document that people have, in a format that is not read here."""

    code = "unknown_format"

    def __init__(self, name: str, what: str, instead: str) -> None:
        super().__init__(f"“{name}” is {what}, which cannot be read here; {instead}.")


class Encrypted(Unreadable):
    code = "encrypted"

    def __init__(self, name: str, why: str = "it opens with a password only") -> None:
        super().__init__(
            f"“{name}” is encrypted, and {why}; open it in the program that made it, save it without a password "
            "and upload that, or paste the text."
        )


class Damaged(Unreadable):
    code = "damaged"

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"“{name}” is damaged or was cut off: {why}; get the file again, or paste the text.")


class NeedsOcr(Unreadable):
    code = "needs_ocr"

    def __init__(self, name: str, pages: int) -> None:
        what = "its only page holds a picture" if pages == 1 else f"its {pages:,} pages hold pictures"
        super().__init__(
            f"“{name}” has no text, only pictures of text: {what}; run it through text recognition (OCR) first, "
            "or paste the text."
        )


class Hostile(Unreadable):
    """Something that no honest program writes, and that is there to do harm."""

    code = "hostile_file"

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            f"“{name}” was not opened: {why}; open it in the program that made it and save it anew, or paste the text."
        )


class ScriptOnly(Unreadable):
    code = "script_only"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” has no text of its own: the page is a program that fetches it; open it in a browser, "
            "and paste the text or upload the page as the browser saves it."
        )


class SignInNeeded(Unreadable):
    code = "sign_in_needed"

    def __init__(self, name: str, wall: str = "asks to sign in") -> None:
        super().__init__(
            f"“{name}” {wall} before it shows its text; open it in a browser where you may read it, and paste the text."
        )


class ParserLimit(Unreadable):
    code = "parser_limit"

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"“{name}” {why}; split it, or paste the part that you need.")


class ParserCrashed(Unreadable):
    code = "parser_crashed"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” made the program that reads files fall over; save it anew in the program that made it, "
            "or paste the text."
        )


class NotABibliography(Unreadable):
    code = "not_a_bibliography"

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            f"“{name}” is neither BibTeX nor RIS nor CSL-JSON: {why}; "
            "export the references again in one of these formats."
        )


class TooLargeABibliography(Unreadable):
    code = "bibliography_too_large"

    def __init__(self, name: str, size: int, largest: int) -> None:
        super().__init__(
            f"“{name}” has {size:,} bytes, and a file of references may have {largest:,}; "
            "export only those that the article cites."
        )
