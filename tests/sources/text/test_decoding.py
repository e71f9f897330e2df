"""Uploaded files: three encodings are read right, the rest is refused with a reason."""

import pytest

from sources.text.plain import Unreadable, decode


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"plain", "plain"),
        ("“smart” – café 🙂".encode(), "“smart” – café 🙂"),
        ("café".encode("utf-8-sig"), "café"),
        ("café 🙂".encode("utf-16"), "café 🙂"),
        (b"\xfe\xff" + "café".encode("utf-16-be"), "café"),
        ("“Smart” – café, £5".encode("cp1252"), "“Smart” – café, £5"),
        ("Die Straße führt über Brücken.".encode("cp1252"), "Die Straße führt über Brücken."),
        ("El niño comió piñas, ¿no?".encode("cp1252"), "El niño comió piñas, ¿no?"),
    ],
)
def test_a_file_is_read(data, text):
    assert decode(data, "a.txt") == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7 ...", "not_text"),
        (b"PK\x03\x04 word/document.xml", "not_text"),
        (b"\x89PNG\r\n", "not_text"),
        (b"{\\rtf1 text}", "not_text"),
        (bytes(range(256)) * 4, "not_text"),
        ("no mark".encode("utf-16-le") * 9, "not_text"),
        (b"a" * 500 + b"\0" + b"b" * 500, "nul_character"),
        ("Привет, как дела?".encode("cp1251"), "unknown_encoding"),
        ("Łódź leży w środku".encode("cp1250"), "unknown_encoding"),
        ("Kůň říká, že půjde později".encode("cp1250"), "unknown_encoding"),
        ("Čovjek šeće".encode("cp1250"), "unknown_encoding"),
        ("日本語のテキスト".encode("shift-jis"), "unknown_encoding"),
        (b"byte \x81 means nothing", "unknown_encoding"),
        ("Ünïcödé, cut in the middle of the last é".encode()[:-1], "broken_encoding"),
        (b"\xff\xfea", "broken_encoding"),
    ],
)
def test_any_other_file_is_refused(data, code):
    with pytest.raises(Unreadable) as refusal:
        decode(data, "notes.txt")
    assert refusal.value.code == code
    assert str(refusal.value).endswith(".")


def test_the_refusal_names_the_file_and_what_to_do():
    with pytest.raises(Unreadable, match=r"“report.txt” is not a text file but a PDF document; save it as plain text"):
        decode(b"%PDF-1.4", "report.txt")
