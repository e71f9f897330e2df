"""Word files made to do harm, or broken: refused in words, and nothing outside the file is ever touched."""

import zipfile
from io import BytesIO

import pytest

from sources.parsing import Limits, parse
from sources.text.files import read_file
from sources.text.unreadable import ParserLimit, Unreadable

from .words import SPACES, document, docx, p, relations, zipped


def refusal(data):
    with pytest.raises(Unreadable) as found:
        read_file(data, "boats.docx")
    assert str(found.value).endswith(".")
    return found.value


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'


@pytest.mark.parametrize(
    "prologue",
    [
        BOMB,
        '<!DOCTYPE x [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "https://lorn.example/x.dtd">',
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "https://lorn.example/p"> %p;]>',
    ],
)
@pytest.mark.parametrize("part", ["word/document.xml", "word/footnotes.xml", "docProps/core.xml"])
def test_entities_are_refused_before_any_is_expanded(prologue, part):
    content = f"<w:document {SPACES}><w:body>{p('&l9;')}</w:body></w:document>"
    found = refusal(docx(p("Boats."), **{part: prologue + content}))
    assert found.code == "hostile_file"
    assert "document type" in str(found)


def test_a_zip_bomb_is_given_up_while_it_is_unpacked():
    found = refusal(docx("", **{"word/document.xml": document(p("boats " * 8_000_000))}))
    assert (found.code, "zip bomb" in str(found)) == ("hostile_file", True)


def test_a_header_that_lies_about_the_size_changes_nothing():
    data = bytearray(docx("", **{"word/document.xml": document(p("boats " * 1_000_000))}))
    entry = data.rfind(b"word/document.xml") - 46
    data[entry + 24 : entry + 28] = (100).to_bytes(4, "little")  # its unpacked size
    assert refusal(bytes(data)).code in ("hostile_file", "damaged")


def test_a_file_of_many_parts_is_refused():
    many = {f"word/media/{n}.png": "" for n in range(2_001)}
    assert "2,003 parts" in str(refusal(docx(p("Boats."), **many)))


def test_a_part_whose_name_is_a_path_is_only_a_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = read_file(docx(p("Boats."), **{"../../evil.txt": "x", "/etc/evil.txt": "x"}), "boats.docx")
    assert found.text == "Boats.\n\n"
    assert list(tmp_path.iterdir()) == []


def test_an_encrypted_archive_is_refused():
    data = bytearray(docx(p("Boats.")))
    for at in range(len(data)):
        if data[at : at + 4] == b"PK\x01\x02":
            data[at + 8] |= 1
        elif data[at : at + 4] == b"PK\x03\x04":
            data[at + 6] |= 1
    assert refusal(bytes(data)).code == "encrypted"


def test_parts_outside_are_never_fetched_and_said():
    outside = relations(("r1", "image", "https://127.0.0.1:1/x.png", True), ("r2", "image", "file:///dev/zero", True))
    found = read_file(docx(p("Boats."), **{"word/_rels/document.xml.rels": outside}), "boats.docx")
    assert [note.code for note in found.notes] == ["outside_parts"]


def test_a_million_rows_end_at_a_limit():
    row = "<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>"
    body = document(f"<w:tbl>{row * 1_000_000}</w:tbl>")
    packed = zipped({"word/document.xml": body})
    loose = zipped({"word/document.xml": body}, zipfile.ZIP_STORED)
    assert refusal(packed).code == "hostile_file"
    with pytest.raises(ParserLimit):
        parse(loose, "boats.docx", limits=Limits(cpu_seconds=3))


def test_depth_is_refused_beyond_what_any_document_needs():
    found = refusal(docx("<w:sdt>" * 3_000 + p("Boats.") + "</w:sdt>" * 3_000))
    assert (found.code, "2,000 deep" in str(found)) == ("hostile_file", True)


def test_deep_tables_are_read():
    deep = "<w:tbl><w:tr><w:tc>" * 150 + p("Boats.") + "</w:tc></w:tr></w:tbl>" * 150
    assert read_file(docx(deep), "boats.docx").text.strip() == "Boats."


@pytest.mark.parametrize(
    "body",
    ["<w:p><w:r><w:t>no end", "</w:p>", "<w:p>&nbsp;</w:p>", "<x:p/>", "\x00", "<w:p a=1/>"],
)
def test_broken_xml_is_damaged(body):
    assert refusal(docx("", **{"word/document.xml": f"<w:document {SPACES}><w:body>{body}"})).code == "damaged"


@pytest.mark.parametrize(
    "body",
    [p("x", number="999999999999"), "<w:p><w:pPr><w:ilvl w:val='-1'/></w:pPr></w:p>" + p("x"), "<w:tc/>" + p("x")],
)
def test_odd_values_are_put_up_with(body):
    assert read_file(docx(body), "boats.docx").text == "x\n\n"


def test_a_file_cut_off_anywhere_is_refused():
    data = docx(p("Some 40 boats sank.") * 50)
    for length in range(5, len(data) - 1, max(1, len(data) // 60)):
        assert refusal(data[:length]).code in ("damaged", "unknown_format")


def test_a_part_with_a_wrong_checksum_is_damaged():
    data = docx(p("Boats."))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        at = archive.getinfo("word/document.xml").header_offset + 30 + len("word/document.xml")
    assert refusal(data[: at + 60] + b"\xff\xff\xff" + data[at + 63 :]).code == "damaged"


def test_a_document_without_its_main_part_is_no_document():
    assert refusal(zipped({"word/styles.xml": "<x/>"})).code == "unknown_format"
