"""A small PDF out of lines of text: one font, as many sheets as it takes (ISO 32000-1, 7.5)."""

from __future__ import annotations

from collections.abc import Sequence

WIDTH, HEIGHT = 595, 842  # A4, in points
MARGIN, SIZE, LEADING = 72, 11, 15
ON_A_SHEET = (HEIGHT - 2 * MARGIN) // LEADING
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def pdf(title: str, lines: Sequence[str]) -> bytes:
    """The bytes of a file with these lines. Raises UnicodeEncodeError for what Windows-1252 does not have."""
    sheets = [lines[at : at + ON_A_SHEET] for at in range(0, len(lines), ON_A_SHEET)] or [[]]
    first = 5  # 1 the catalogue, 2 the sheets, 3 the font, 4 the title; then two objects a sheet
    pages = " ".join(f"{first + 2 * at} 0 R" for at in range(len(sheets)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{pages}] /Count {len(sheets)} >>".encode(),
        FONT,
        b"<< /Title (" + _escaped(title) + b") >>",
    ]
    for at, sheet in enumerate(sheets):
        objects += [_sheet(first + 2 * at + 1), _stream(_drawn(sheet))]
    return _file(objects)


def _sheet(contents: int) -> bytes:
    font = "/Resources << /Font << /F1 3 0 R >> >>"
    return f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] {font} /Contents {contents} 0 R >>".encode()


def _drawn(lines: Sequence[str]) -> bytes:
    start = f"BT /F1 {SIZE} Tf {LEADING} TL {MARGIN} {HEIGHT - MARGIN} Td\n".encode()
    return start + b"".join(b"(" + _escaped(line) + b") Tj T*\n" for line in lines) + b"ET\n"


def _escaped(words: str) -> bytes:
    return words.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")


def _stream(content: bytes) -> bytes:
    return f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"endstream"


def _file(objects: Sequence[bytes]) -> bytes:
    """The objects, numbered from 1, and the table of where each begins."""
    data, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {size}\n0000000000 65535 f \n".encode() + table + trailer.encode()
