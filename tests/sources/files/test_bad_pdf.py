"""PDF files made to do harm, or broken: refused in words or read in part, always said."""

import zlib
from io import BytesIO

import pytest
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from sources.text.files import read_file
from sources.text.limits import Limits
from sources.text.unreadable import Unreadable

from .pdfs import pdf, words, writer


def refusal(data, **more):
    with pytest.raises(Unreadable) as found:
        read_file(data, "boats.pdf", **more)
    assert str(found.value).endswith(".")
    return found.value


BOATS = words(72, 700, "Some 40 boats sank.")


def raw(*objects, root=1):
    """A file of these objects, numbered from 1, with a correct table."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, root, start))


def test_a_password_is_asked_for_in_words():
    found = refusal(pdf(BOATS, password="secret"))
    assert (found.code, "without a password" in str(found)) == ("encrypted", True)


def test_pictures_of_text_need_text_recognition():
    found = refusal(pdf("q BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q", ""))
    assert (found.code, "(OCR)" in str(found)) == ("needs_ocr", True)


def test_fifty_thousand_pages_are_refused_before_one_is_read():
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 50_003))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    data = raw(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 50000/Kids[" + kids + b"]>>", *[page] * 50_000)
    found = refusal(data)
    assert (found.code, "50,000 pages" in str(found)) == ("parser_limit", True)


def test_one_page_named_fifty_thousand_times_is_refused():
    kids = b"3 0 R " * 50_000
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    data = raw(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[" + kids + b"]>>", page)
    assert refusal(data).code in ("parser_limit", "damaged", "needs_ocr")


@pytest.mark.parametrize(
    "pages",
    [
        b"<</Type/Pages/Count 1/Kids[2 0 R]>>",
        b"<</Type/Pages/Count 9/Kids[]>>",
        b"<</Type/Pages/Count -1/Kids[3 0 R]>>",
        b"<</Type/Pages/Count 1/Kids[99 0 R]>>",
        b"<</Type/Pages/Parent 2 0 R/Count 1/Kids[3 0 R]>>",
        b"[]",
        b"null",
        b"[" * 5_000,
        b"<<" * 5_000,
    ],
)
def test_a_broken_tree_of_pages_ends(pages):
    assert refusal(raw(b"<</Type/Catalog/Pages 2 0 R>>", pages)).code in ("damaged", "needs_ocr")


def test_a_table_that_points_at_itself_ends():
    loop = b"%PDF-1.7\nxref\n0 0\ntrailer<</Size 1/Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF"
    assert refusal(loop).code == "damaged"


def test_a_stream_that_unpacks_without_end_is_given_up():
    packed = zlib.compress(b" " * 200_000_000, 9)
    content = b"<</Filter/FlateDecode/Length %d>>stream\n" % len(packed) + packed + b"\nendstream"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>"
    data = raw(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>", page, content)
    assert refusal(data).code == "damaged"


@pytest.mark.parametrize("kind", ["Launch", "JavaScript"])
def test_scripts_and_attachments_are_never_looked_at(kind):
    made = writer(BOATS)
    made.add_attachment("evil.exe", b"MZ")
    action = {"/S": NameObject(f"/{kind}"), "/F": TextStringObject("evil.exe"), "/JS": TextStringObject("app.alert(1)")}
    made._root_object[NameObject("/OpenAction")] = DictionaryObject({NameObject(k): v for k, v in action.items()})
    out = BytesIO()
    made.write(out)
    assert read_file(out.getvalue(), "boats.pdf").text == "Some 40 boats sank.\n\n"


@pytest.mark.parametrize(
    "content",
    [
        "BT /F1 10 Tf (a) Tj",
        "/F1 Tf (a) Tj 1 Td Tm cm [ (b) /x 1 ] TJ",
        "Q Q Q ET " + "q " * 50_000,
        "BT /F9 10 Tf (a) Tj ET /X9 Do",
        "1e400 0 0 1e400 0 0 cm BT /F1 1e300 Tf (a) Tj ET",
        "<< " * 300,
        "(no end",
    ],
)
def test_operators_that_make_no_sense_are_passed_over(content):
    found = read_file(pdf(content, BOATS), "boats.pdf")
    assert found.text.strip().endswith("Some 40 boats sank.")


def test_a_page_that_draws_too_much_is_read_in_part_and_said():
    found = read_file(pdf("BT /F1 10 Tf 72 700 Td " + "(a) Tj " * 100_010 + "ET"), "boats.pdf")
    assert "crowded_pages" in [note.code for note in found.notes]


def test_more_text_than_allowed_is_refused():
    assert refusal(pdf(BOATS, BOATS), limits=Limits(text=30)).code == "parser_limit"


def test_a_file_cut_off_anywhere_is_refused_or_mended():
    data = pdf(*[BOATS] * 3)
    for length in range(8, len(data) - 1, max(1, len(data) // 60)):
        assert outcome(data[:length]) in ("read", "damaged", "needs_ocr")


def outcome(data):
    try:
        return "read" if "40 boats" in read_file(data, "boats.pdf").text else "lost"
    except Unreadable as found:
        return found.code
