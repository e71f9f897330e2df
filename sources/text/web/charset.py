"""The characters of a web page: its byte order mark, what it really is, what it says, in this order."""

from __future__ import annotations

import codecs
import re

from sources.text.decoding import BYTE_ORDER_MARKS, decode
from sources.text.document import Note
from sources.text.unreadable import NulCharacter, Unreadable

HEAD = 4_096  # bytes in which a page declares its encoding
META = re.compile(rb"<meta[^>]{0,300}?charset\s{0,20}=\s{0,20}[\"']?\s{0,20}([\w.:-]{1,40})", re.IGNORECASE)
XML = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,20}=\s{0,20}[\"']([\w.:-]{1,40})", re.IGNORECASE)
HEADER = re.compile(r"charset\s{0,20}=\s{0,20}[\"']?([\w.:-]{1,40})", re.IGNORECASE)
# Browsers read these by other names than they are called (WHATWG Encoding).
READ_AS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "utf-16": "utf-8",  # it could not be read as ASCII if it were true
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
    "utf-32": "utf-8",
}
ENCODING = re.compile(
    r"cp\d{3,4}|iso(?:8859-|2022_)\w{1,8}|koi8-[rut]|mac[-_]?\w{1,12}|tis-620|big5\w{0,6}|gb\w{1,6}|hz|"
    r"johab|euc\w{1,10}|shift\w{1,10}|utf-\d+\w{0,3}|ascii"
)


def decode_page(data: bytes, name: str, media_type: str = "") -> tuple[str, tuple[Note, ...]]:
    """The page as it was written, and a note where it declares another encoding than it has."""
    if data.startswith(tuple(mark for mark, _, _ in BYTE_ORDER_MARKS)):
        return decode(data, name), ()
    if (at := data.find(b"\0")) >= 0:
        raise NulCharacter(at)
    declared = _declared(data, media_type)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _otherwise(data, name, declared)
    if declared in (None, "utf-8") or (data.isascii() and not declared.startswith("iso2022")):
        return text, ()
    return text, (_wrong(declared, "utf-8"),)


def _declared(data: bytes, media_type: str) -> str | None:
    """The encoding that the server or the page names, as Python calls it; None for none that is known."""
    for match in (HEADER.search(media_type), META.search(data, 0, HEAD), XML.search(data, 0, HEAD)):
        if match:
            label = match[1] if isinstance(match[1], str) else match[1].decode("ascii", "replace")
            try:
                found = codecs.lookup(label).name
            except (LookupError, ValueError):
                continue
            found = READ_AS.get(found, found)
            if ENCODING.fullmatch(found):  # not "rot13", which is one for Python
                return found
    return None


def _otherwise(data: bytes, name: str, declared: str | None) -> tuple[str, tuple[Note, ...]]:
    if declared and declared != "utf-8":
        try:
            return data.decode(declared), ()
        except (UnicodeDecodeError, ValueError):
            pass
    try:
        text = decode(data, name)
    except Unreadable:
        # Pages are put together from parts: with a few bad bytes among many good ones, a browser shows a sign for each.
        text = data.decode("utf-8", errors="replace")
        damaged = text.count("\ufffd")
        if damaged * 1_000 > len(text):
            raise
        words = f"{damaged:,} characters of the page are damaged, and a “\ufffd” stands in their place."
        return text, (Note("damaged_characters", words),)
    return text, (_wrong(declared, "Windows-1252"),) if declared and declared != "cp1252" else ()


def _wrong(declared: str | None, real: str) -> Note:
    return Note("wrong_encoding", f"The page says that it is written in {declared}, but it is {real}, and was read so.")
