"""The fonts of a PDF as tables: which characters a string stands for, and how wide it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import DictionaryObject
from pypdf.generic._font import Font


@dataclass(slots=True)
class Face:
    """A font with its tables; for fonts of one byte a character they are made once."""

    font: Font
    simple: bool = False
    glyphs: list[str] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    known: dict[str, tuple[str, float]] = field(default_factory=dict)

    @classmethod
    def of(cls, resource: DictionaryObject) -> Face:
        font = Font.from_font_resource(resource)
        face = cls(font)
        if not isinstance(font.encoding, str):
            face.simple = True
            face.glyphs = [_glyph(font, font.encoding.get(byte, chr(byte))) for byte in range(256)]
            face.widths = [_width(font, chr(byte)) for byte in range(256)]
        return face

    def shown(self, string: str | bytes) -> tuple[str, float, int, int]:
        """The characters of a string, their width in thousandths, how many codes it has, and how many blanks."""
        data = string.encode("latin-1", "replace") if isinstance(string, str) else bytes(string)
        if self.simple:
            text = "".join(map(self.glyphs.__getitem__, data))
            return text, sum(map(self.widths.__getitem__, data)), len(data), data.count(b" ")
        codes = data.decode(str(self.font.encoding), "replace")
        found = [self._known(code) for code in codes]
        return "".join(glyph for glyph, _ in found), sum(width for _, width in found), len(codes), 0

    def _known(self, code: str) -> tuple[str, float]:
        if code not in self.known:
            self.known[code] = (_glyph(self.font, code), _width(self.font, code))
        return self.known[code]


def _glyph(font: Font, code: Any) -> str:
    return str(font.character_map.get(code, code))


def _width(font: Font, code: str) -> float:
    return float(font.space_width if code == font.space_char else font.get_text_width(code))
