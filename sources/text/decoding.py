"""An uploaded file as text: UTF-8, UTF-16 and Windows-1252 are read right, anything else is refused."""

from __future__ import annotations

import codecs
import re

from .unreadable import BrokenEncoding, NotText, NulCharacter, UnknownEncoding

# UTF-32 before UTF-16: its mark begins with the same two bytes.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
SIGNATURES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive, such as a DOCX or ODT document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (DOC, XLS or PPT)"),
    (b"{\\rtf", "a rich text document (RTF)"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, film or image file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MOST_CONTROLS = 0.01  # of all bytes

SAMPLE = 200_000
# In Western languages accented letters are few and stand between plain ones …
MOST_ACCENTED = 0.35  # of all letters
ACCENTED_RUN = re.compile(r"[^\W\d_a-zA-Z]{4}")
# … and signs do not stand inside words: that is another alphabet in disguise.
SIGN_IN_WORD = re.compile(r"[^\W\d_][¡¢£¤¥¦§¨©¬®¯±²³´µ¶¸¹¼½¾¿×÷†‡ˆ‰‹›˜™¨ºª][^\W\d_]")
# No Western language writes both, but Czech ("ø" stands for its "ř") and Croatian look so.
NEVER_TOGETHER = ("øè", "øì", "øù", "šè", "žè", "šæ", "žæ")


def decode(data: bytes, name: str) -> str:
    """The text of an uploaded file. Raises Unreadable with a plain sentence that names the file."""
    for mark, encoding, title in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, name, title)
    _refuse_binary(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_nearly_utf8(data):
            raise BrokenEncoding(name, "UTF-8", error.start) from None
    return _windows_1252(data, name)


def _strictly(data: bytes, encoding: str, name: str, title: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BrokenEncoding(name, title, error.start) from None


def _refuse_binary(data: bytes, name: str) -> None:
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise NotText(name, what)
    sample = data[:SAMPLE]
    if sample[::2].count(0) > len(sample) // 8 or sample[1::2].count(0) > len(sample) // 8:
        raise NotText(name, "a binary file, or UTF-16 without the byte order mark that would say so")
    if len(CONTROL.findall(sample)) > MOST_CONTROLS * len(sample):
        raise NotText(name, "a binary file")
    if (at := data.find(b"\0")) >= 0:
        raise NulCharacter(at)


def _is_nearly_utf8(data: bytes) -> bool:
    """More characters of several bytes than damaged ones: nobody writes that in any other encoding."""
    text = data[:SAMPLE].decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    return sum(not char.isascii() for char in text) - damaged > damaged


def _windows_1252(data: bytes, name: str) -> str:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise UnknownEncoding(name, f"byte {error.start:,} stands for nothing there") from None
    if _is_another_alphabet(text):
        raise UnknownEncoding(name, "its letters make no words, so it is probably in another alphabet")
    return text


def _is_another_alphabet(text: str) -> bool:
    letters = [char for char in text[:SAMPLE].lower() if char.isalpha()]
    accented = [char for char in letters if not char.isascii()]
    if len(accented) > MOST_ACCENTED * len(letters) or ACCENTED_RUN.search(text) or SIGN_IN_WORD.search(text):
        return True
    return any(set(pair) <= set(accented) for pair in NEVER_TOGETHER)
