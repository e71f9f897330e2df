"""LaTeX in a field as plain text: accents, dashes and signs; every other command is left out, none is carried out.

A walk over the text, without recursion: depth costs nothing.
"""

from __future__ import annotations

import re
import unicodedata

ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    '"': "\u0308",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "k": "\u0328",
    "r": "\u030a",
    "d": "\u0323",
    "b": "\u0331",
}
LETTERS = {
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "ss": "ß",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "th": "þ",
    "TH": "Þ",
    "dj": "đ",
    "DJ": "Đ",
    "ng": "ŋ",
    "NG": "Ŋ",
    "textendash": "–",
    "textemdash": "—",
    "textquoteright": "’",
    "textquoteleft": "‘",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textellipsis": "…",
    "ldots": "…",
    "dots": "…",
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textunderscore": "_",
    "textregistered": "®",
    "texttrademark": "™",
    "copyright": "©",
    "pounds": "£",
    "textsterling": "£",
    "texteuro": "€",
    "euro": "€",
    "S": "§",
    "P": "¶",
    "guillemotleft": "«",
    "guillemotright": "»",
    "textdegree": "°",
    "degree": "°",
    "times": "×",
    "pm": "±",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "slash": "/",
    "quad": " ",
    "qquad": " ",
    "par": " ",
    "newline": " ",
    "glqq": "„",
    "grqq": "“",
}
COMMAND = re.compile(r"\\([A-Za-z]{1,40})\*?|\\(.)", re.DOTALL)
PIECE = re.compile(r"[^\\{}$~`'-]+")
DASHES = {"---": "—", "--": "–"}
# Their argument is the name of something, not words.
SILENT = frozenset({"label", "cite", "ref", "input", "include", "write", "immediate", "def", "let", "href"})


def plain_latex(text: str) -> str:
    """The text without LaTeX. Linear; "\\input" and its like do nothing and leave nothing."""
    if not any(sign in text for sign in "\\{}$~-`'"):
        return text
    out: list[str] = []
    at, accent, skipped = 0, "", 0
    while at < len(text):
        sign = text[at]
        if sign == "\\":
            at, accent, skipped = _command(text, at, out, accent, skipped)
            continue
        if skipped:
            skipped = _skip(sign, skipped)
        elif sign in "{}$":
            pass
        elif accent:
            out.append(_accented(sign, accent))
            accent = "" if not sign.isspace() else accent
        elif sign == "~":
            out.append(" ")
        elif pair := next((pair for pair in ("---", "--", "``", "''") if text.startswith(pair, at)), ""):
            out.append({**DASHES, "``": "“", "''": "”"}[pair])
            at += len(pair)
            continue
        elif match := PIECE.match(text, at):
            out.append(match[0])
            at = match.end()
            continue
        else:
            out.append(sign)
        at += 1
    return unicodedata.normalize("NFC", "".join(out)) if text.isascii() else "".join(out)


def _command(text: str, at: int, out: list[str], accent: str, skipped: int) -> tuple[int, str, int]:
    """Past a command: where it ends, the accent it leaves open, and whether its argument is to be skipped."""
    match = COMMAND.match(text, at)
    if not match:
        return at + 1, accent, skipped
    name, end = match[1] or match[2], match.end()
    if skipped:
        return end, accent, skipped
    if name in LETTERS and not (accent and name in "ij"):
        out.append(LETTERS[name])
        return _past_blank(text, end, match[1]), "", 0
    if name in ACCENTS and _has_letter(text, end, name):
        return _past_blank(text, end, match[1]), ACCENTS[name], 0
    if name in SILENT:
        return end, accent, -1
    if accent and name in "ij":
        out.append(_accented(name, accent))
        return _past_blank(text, end, match[1]), "", 0
    if match[2]:
        out.append(" " if name.isspace() or name == "\\" else "" if name in "/-!@," else name)
        return end, accent, 0
    return _past_blank(text, end, match[1]), accent, 0


def _has_letter(text: str, at: int, name: str) -> bool:
    """Whether an accent has something to stand on; those named by a letter need a brace or a blank behind them."""
    following = text[at : at + 2].lstrip(" {")[:1]
    apart = not name.isalpha() or text[at : at + 1] in ("{", " ", "\\")
    return apart and (following.isalpha() or text[at : at + 3].lstrip(" {")[:1] == "\\")


def _accented(sign: str, accent: str) -> str:
    return unicodedata.normalize("NFC", sign + accent) if sign.isalpha() else sign


def _past_blank(text: str, at: int, word: str | None) -> int:
    return at + 1 if word and text[at : at + 1] == " " else at


def _skip(sign: str, depth: int) -> int:
    """Through one argument in braces: -1 before it, then its depth, 0 behind it."""
    if depth < 0:
        return 1 if sign == "{" else depth if sign.isdigit() or sign.isspace() else 0
    return depth + (sign == "{") - (sign == "}")
