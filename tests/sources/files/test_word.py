"""Word documents: lists, tables, notes as references, tracked changes; and what is left out is said."""

import pytest

from sources.text.docx import read_docx
from sources.text.references import read_references

from .words import SPACES, docx, footnote, notes, p, raised, relations, run


def read(body, **parts):
    return read_docx(docx(body, **parts), "boats.docx")


def codes(document):
    return [note.code for note in document.notes]


def test_footnotes_become_marks_and_references_in_the_order_in_which_they_are_called():
    found = read(
        p("Some 40 boats sank.", footnote(7)) + p("Nine came back.", footnote(3)),
        word__footnotes=notes(n3="Coast guard, 2 May.", n7="Port of Lorn."),
    )
    assert (
        found.text
        == "Some 40 boats sank.[1]\n\nNine came back.[2]\n\nReferences\n\n1. Port of Lorn.\n2. Coast guard, 2 May.\n"
    )
    assert [(e.number, e.text) for e in read_references(found.text)] == [
        (1, "Port of Lorn."),
        (2, "Coast guard, 2 May."),
    ]


def test_endnotes_go_on_with_the_numbers_of_footnotes():
    found = read(
        p("Boats.", footnote(1)) + p("Crews.", footnote(1, "endnote")),
        word__footnotes=notes(n1="Below."),
        word__endnotes=notes("endnote", n1="At the end."),
    )
    assert found.text.endswith("Boats.[1]\n\nCrews.[2]\n\nReferences\n\n1. Below.\n2. At the end.\n")


def test_notes_are_numbered_behind_the_references_that_the_text_has_itself():
    body = p("Boats sank.[1]", footnote(1)) + p("References") + p("[1] Port of Lorn.") + p("[2] Coast guard.")
    found = read(body, word__footnotes=notes(n1="Counted twice."))
    assert "Boats sank.[1][3]\n" in found.text
    assert found.text.endswith("Notes\n\n3. Counted twice.\n")
    assert "numbered from [3] on" in found.notes[-1].words
    assert [entry.number for entry in read_references(found.text)] == [1, 2, 3]


def test_the_address_behind_a_link_in_a_note_is_printed():
    linked = f'<w:hyperlink r:id="rId9">{run("Report")}</w:hyperlink>'
    part = f'<w:footnotes {SPACES}><w:footnote w:id="1">{p(linked)}</w:footnote></w:footnotes>'
    found = read(
        p("Boats.", footnote(1)),
        word__footnotes=part,
        **{"word/_rels/footnotes.xml.rels": relations(("rId9", "hyperlink", "https://lorn.example/a", True))},
    )
    assert "1. Report https://lorn.example/a\n" in found.text


def test_a_note_that_is_not_there_is_said():
    found = read(p("Boats.", footnote(5)))
    assert "Boats.[1]" in found.text
    assert codes(found) == ["missing_notes"]


NUMBERING = f"""<w:numbering {SPACES}>
<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="[%1]"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num></w:numbering>"""


def test_the_numbers_of_a_list_are_printed_as_word_prints_them():
    body = p("References") + p("Port.", number="1") + p("Guard.", number="1") + p("End.") + p("Dot.", number="2")
    found = read(body, word__numbering=NUMBERING)
    assert found.text == "References\n\n[1] Port.\n[2] Guard.\n\nEnd.\n\nDot.\n\n"


def test_a_list_may_get_its_numbers_from_its_style():
    styles = f"""<w:styles {SPACES}><w:style w:styleId="Entry"><w:basedOn w:val="List"/></w:style>
    <w:style w:styleId="List"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"""
    found = read(p("Port.", style="Entry") + p("Guard.", style="Entry"), word__numbering=NUMBERING, word__styles=styles)
    assert found.text == "[1] Port.\n[2] Guard.\n\n"


def test_a_row_of_a_table_is_a_line():
    def cell(*texts):
        return f"<w:tc>{''.join(map(p, texts))}</w:tc>"

    table = f"<w:tbl><w:tr>{cell('Port')}{cell('40', 'boats')}</w:tr><w:tr>{cell('Tarn')}{cell('9')}</w:tr></w:tbl>"
    assert read(p("Lost:") + table + p("End")).text == "Lost:\n\nPort\t40 boats\nTarn\t9\n\nEnd\n\n"


def test_tracked_changes_are_taken_as_accepted_and_said():
    body = p("Some ", f"<w:del><w:r><w:delText>30</w:delText></w:r></w:del><w:ins>{run('40')}</w:ins>", run(" boats."))
    found = read(body)
    assert found.text == "Some 40 boats.\n\n"
    assert codes(found) == ["tracked_changes"]


def test_hidden_text_is_left_out_and_said():
    mark = "<w:pPr><w:rPr><w:vanish/><w:vertAlign w:val='superscript'/></w:rPr></w:pPr>"
    found = read(p(mark, "Some 40 boats.", run("Not so.", "<w:vanish/>"), run(" All.", '<w:vanish w:val="0"/>')))
    assert found.text == "Some 40 boats. All.\n\n"
    assert [note.words for note in found.notes] == ["2 words of hidden text were left out."]


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
    choice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    shape = f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"
    assert read(p("Around it.", shape)).text.count("In the box.") == 1


@pytest.mark.parametrize(
    ("before", "number", "text"),
    [
        ("Boats sank.", "4", "Boats sank.[4]"),
        ("boats", "4,5", "boats[4,5]"),
        ("some 12 km", "2", "some 12 km²"),
        ("10", "6", "10⁶"),
        ("the 4", "th", "the 4th"),
        ("x", "2", "x²"),
    ],
)
def test_a_raised_number_is_a_mark_or_an_exponent(before, number, text):
    assert read(p(before, raised(number))).text == text + "\n\n"


def test_what_is_passed_over_is_said():
    body = p("Boats.", "<w:r><w:drawing/></w:r>", '<w:r><w:commentReference w:id="1"/></w:r>', "<w:r><w:object/></w:r>")
    head = f"<w:hdr {SPACES}>{p('Draft of May')}</w:hdr>"
    outside = relations(
        ("rId1", "header", "header1.xml", False),
        ("rId2", "image", "https://lorn.example/p.png", True),
        ("rId3", "attachedTemplate", "file:///c:/x.dotm", True),
    )
    found = read(
        body,
        word__header1=head,
        **{"word/_rels/document.xml.rels": outside, "word/vbaProject.bin": b"x"},
    )
    assert codes(found) == ["comments", "running_heads", "pictures", "objects", "outside_parts", "macros"]
    assert "2 parts outside itself" in found.notes[4].words
    assert found.text == "Boats.\n\n"


def test_title_and_author_come_from_its_properties():
    fields = "<dc:title>Lost boats</dc:title><dc:creator>Ann Lee</dc:creator>"
    core = f'<c:core xmlns:c="x" xmlns:dc="http://purl.org/dc/elements/1.1/">{fields}</c:core>'
    found = read(p("Boats."), docProps__core=core)
    assert (found.title, found.byline) == ("Lost boats", "Ann Lee")


def test_the_strict_form_of_the_format_is_read():
    inside = "<w:body><w:p><w:r><w:t>Boats</w:t></w:r></w:p></w:body>"
    strict = f"<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'>{inside}</w:document>"
    assert read("", **{"word/document.xml": strict}).text == "Boats\n\n"
