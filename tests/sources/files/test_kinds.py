"""What a file is goes by its content; a wrong name is noted, and what is not read here is refused with what to do."""

import pytest

from sources.text.files import read_file
from sources.text.unreadable import Unreadable

from .pdfs import pdf, words
from .words import docx, p, zipped

TEXT = b"Some 40 boats sank."
CONTENT = {
    "text": TEXT,
    "html": b"<!DOCTYPE html><p>Some 40 boats sank.",
    "docx": docx(p("Some 40 boats sank.")),
    "pdf": pdf(words(72, 700, "Some 40 boats sank.")),
}
ENDINGS = {"text": "txt", "html": "html", "markdown": "md", "docx": "docx", "pdf": "pdf"}


@pytest.mark.parametrize("format", CONTENT)
@pytest.mark.parametrize("named", ENDINGS)
def test_the_content_decides_and_a_wrong_name_is_noted(format, named):
    found = read_file(CONTENT[format], f"boats.{ENDINGS[named]}")
    # Any text may be HTML or Markdown: there the name decides.
    right = named if format == "text" and named in ("html", "markdown") else format
    assert found.format == right
    assert found.text.strip() == "Some 40 boats sank."
    assert [note.code for note in found.notes] == ([] if named == right else ["other_format"])


@pytest.mark.parametrize(
    ("name", "media_type", "format"),
    [("", "text/html; charset=utf-8", "html"), ("a", "text/markdown", "markdown"), ("a.xyz", "image/png", "text")],
)
def test_without_a_telling_name_the_media_type_decides_between_kinds_of_text(name, media_type, format):
    assert read_file(TEXT, name, media_type).format == format


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "empty", "no words"),
        (b" \n\t ", "empty", "no words"),
        (b"{\\rtf1 boats}", "unknown_format", "a rich text document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "unknown_format", "an old Office document"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted", "without a password"),
        (zipped({"content.xml": "x", "META-INF/manifest.xml": "x"}), "unknown_format", "OpenDocument"),
        (zipped({"META-INF/container.xml": "x", "a.xhtml": "x"}), "unknown_format", "electronic book"),
        (zipped({"xl/workbook.xml": "x"}), "unknown_format", "Excel"),
        (zipped({"ppt/presentation.xml": "x"}), "unknown_format", "PowerPoint"),
        (zipped({"a.txt": "x"}), "unknown_format", "a ZIP archive"),
        (zipped({}), "unknown_format", "a ZIP archive"),
        (b"PK\x03\x04 and no more", "damaged", "archive"),
        (b"\x89PNG\r\n\x1a\n", "not_text", "a PNG image"),
        (b"GIF89a", "not_text", "a GIF image"),
        (b"\x1f\x8b\x08", "not_text", "compressed"),
        (b"MZ\x90\0", "not_text", "a program"),
        (bytes(range(256)) * 8, "not_text", "binary"),
        (b"boats " * 90 + b"\0", "nul_character", "NUL"),
    ],
)
def test_anything_else_is_refused_in_words(data, code, words):
    with pytest.raises(Unreadable) as refusal:
        read_file(data, "boats.docx")
    assert refusal.value.code == code
    assert words in str(refusal.value)
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize(
    ("data", "media_type", "text", "noted"),
    [
        ("<p>Café".encode(), "", "Café", []),
        ("<meta charset='windows-1251'><p>Лодки".encode("cp1251"), "", "Лодки", []),
        ("<p>Лодки".encode("koi8-r"), "text/html; charset=KOI8-R", "Лодки", []),
        ("<meta charset=iso-8859-1><p>“Café” – 5".encode("cp1252"), "", "“Café” – 5", []),
        ("<meta charset=shift_jis><p>船が沈没".encode("cp932"), "", "船が沈没", []),
        ("<meta charset=gb2312><p>船沉没".encode("gb18030"), "", "船沉没", []),
        ("<p>Café".encode("utf-16"), "", "Café", []),
        (b"\xef\xbb\xbf<p>Caf\xc3\xa9", "text/html; charset=latin1", "Café", []),
        ("<meta charset=latin1><p>Café".encode(), "", "Café", ["wrong_encoding"]),
        ("<meta charset=shift_jis><p>Café, naïve".encode("cp1252"), "", "Café, naïve", ["wrong_encoding"]),
        (b"<meta charset=rot13><p>Boats", "", "Boats", []),
        ("<meta charset=utf-16><p>Café".encode(), "", "Café", []),
        ("<meta charset=nonsense><p>Café – 5".encode("cp1252"), "", "Café – 5", []),
        (b"<p>" + "Café 🙂 ".encode() * 900 + b"\xff", "", "Café 🙂 ", ["damaged_characters"]),
    ],
)
def test_a_page_is_decoded_as_what_it_is(data, media_type, text, noted):
    found = read_file(data, "boats.html", media_type)
    assert found.text.strip().startswith(text.strip())
    assert [note.code for note in found.notes] == noted


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_plain_text_is_decoded(encoding):
    assert read_file("Café – 40 boats".encode(encoding), "boats.txt").text == "Café – 40 boats"
