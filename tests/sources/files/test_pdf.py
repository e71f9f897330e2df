"""PDF documents: lines become paragraphs, broken words whole, columns are read one after the other."""

import pytest

from sources.text.pdf.reading import read_pdf
from sources.text.references import read_references

from .pdfs import column, pdf, width, words


def read(*pages, **more):
    return read_pdf(pdf(*pages, **more), "boats.pdf")


def test_line_breaks_inside_a_paragraph_are_undone_and_those_between_two_are_kept():
    first = ["Some forty boats were lost in the harbour of Lorn when a", "storm came in over night from the north."]
    second = ["The coast guard has stopped its search for the crews, and", "will not take it up again."]
    text = read(column(72, 700, first) + column(72, 660, second)).text
    assert text == f"{' '.join(first)}\n\n{' '.join(second)}\n\n"


def test_a_sentence_goes_on_over_the_page():
    text = read(words(72, 80, "The search for the crew of the ferry was called off on"), words(72, 700, "Friday.")).text
    assert text == "The search for the crew of the ferry was called off on Friday.\n\n"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["lost in the har-", "bour of Lorn."], "lost in the harbour of Lorn."),
        (["a two-", "and three-year plan."], "a two- and three-year plan."),
        (["a state-run bank and a state-", "run port."], "a state-run bank and a state-run port."),
        (["the Lorn-", "Tarn line."], "the Lorn-Tarn line."),
        (["from 10-", "20 boats."], "from 10-20 boats."),
        (["it is self-", "made."], "it is self-made."),
        (["soft\xad", "ware for boats."], "software for boats."),
        (
            ["see https://lorn.example/long-", "path/to.html today."],
            "see https://lorn.example/long-path/to.html today.",
        ),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_where_only_the_line_has_put_it(lines, text):
    assert read(column(72, 700, lines)).text == text + "\n\n"


LEFT = [f"On the left the text of line {n} runs on and" for n in range(12)]
RIGHT = [f"while on the right line {n} says more of it and" for n in range(12)]


@pytest.mark.parametrize("by_row", [True, False])
def test_columns_are_read_one_after_the_other_however_they_are_drawn(by_row):
    if by_row:
        rows = zip(LEFT, RIGHT, strict=True)
        drawn = "".join(column(72, 700 - 12 * n, [a]) + column(320, 700 - 12 * n, [b]) for n, (a, b) in enumerate(rows))
    else:
        drawn = column(320, 700, RIGHT) + column(72, 700, LEFT)
    heading = words(72, 740, "A heading that stands over both columns of this page and is wide", 14)
    assert read(heading + drawn).text.split("\n\n")[1] == " ".join([*LEFT, *RIGHT])


def test_a_table_is_read_along_its_rows():
    rows = [("Lorn", "40", "12"), ("Tarn", "9", "3"), ("Port", "7", "1"), ("Bay", "5", "0"), ("Isle", "4", "2")]
    drawn = "".join(
        words(x, 700 - 30 * n, cell) for n, row in enumerate(rows) for x, cell in zip((72, 250, 400), row, strict=True)
    )
    assert read(drawn).text.replace("\n\n", "\n").splitlines() == ["\t".join(row) for row in rows]


def test_running_heads_and_page_numbers_are_left_out_and_said():
    pages = [
        words(72, 760, f"Coast Post, 2 May {n}", 8)
        + column(72, 700, [f"Page {'abcde'[n]} tells of other boats than the one before it."])
        + words(300, 30, f"- {n + 1} -", 8)
        for n in range(5)
    ]
    found = read(*pages)
    assert "Coast Post" not in found.text
    assert found.text.count("tells of other boats") == 5
    assert [note.code for note in found.notes] == ["running_heads"]


def test_a_raised_number_is_a_mark_or_an_exponent():
    def raised(before, number, after):
        return f"({before}) Tj /F1 6 Tf 4 Ts ({number}) Tj 0 Ts /F1 10 Tf ({after}) Tj "

    line = raised("At least 31 people died.", "4", " More than 10") + raised("", "6", " litres were lost.")
    assert (
        read(f"BT /F1 10 Tf 72 700 Td {line} ET").text
        == "At least 31 people died.[4] More than 10⁶ litres were lost.\n\n"
    )


def test_entries_of_a_reference_list_are_lines_of_their_own():
    lines = [
        "Boats sank.[1]",
        "",
        "References",
        "[1] Port of Lorn, report on the loss of forty boats in the",
        "storm, 2 May.",
    ]
    text = read(column(72, 700, [*lines, "[2] Coast guard."])).text
    assert [(e.number, e.text) for e in read_references(text)] == [
        (1, "Port of Lorn, report on the loss of forty boats in the storm, 2 May."),
        (2, "Coast guard."),
    ]


@pytest.mark.parametrize("cipher", ["RC4-40", "RC4-128", "AES-128", "AES-256-R5", "AES-256"])
def test_a_file_encrypted_against_printing_only_is_read(cipher):
    assert read(words(72, 700, "Some 40 boats."), password="", cipher=cipher).text == "Some 40 boats.\n\n"


def test_pages_that_hold_pictures_only_are_counted():
    picture = "q 100 0 0 100 72 600 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"
    found = read(words(72, 700, "Some 40 boats."), picture, picture)
    assert [note.words for note in found.notes] == ["2 of 3 pages hold pictures only; their words could not be read."]


def test_turned_text_is_left_out_and_said():
    found = read(words(72, 700, "Some 40 boats.") + "BT /F1 9 Tf 0 1 -1 0 30 300 Tm (Draft) Tj ET")
    assert found.text == "Some 40 boats.\n\n"
    assert [note.words for note in found.notes] == ["5 characters that are turned against their page were left out."]


@pytest.mark.parametrize(("title", "read_as"), [("Lost boats", "Lost boats"), ("boats_v3.docx", "")])
def test_a_title_that_is_a_file_name_is_none(title, read_as):
    assert read(words(72, 700, "Boats."), title=title).title == read_as


def test_what_is_drawn_by_a_form_is_read_and_a_form_that_draws_itself_ends():
    from io import BytesIO

    from pypdf.generic import DictionaryObject, NameObject, StreamObject

    from .pdfs import writer

    made = writer(words(72, 700, "Outside.") + "/X1 Do /X1 Do")
    page = made.pages[0]
    form = StreamObject()
    form.set_data((words(72, 600, "Inside.") + "/X1 Do").encode())
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/Resources")] = page["/Resources"]
    page["/Resources"][NameObject("/XObject")] = DictionaryObject({NameObject("/X1"): made._add_object(form)})
    out = BytesIO()
    made.write(out)
    assert read_pdf(out.getvalue(), "boats.pdf").text.count("Inside.") == 2


def test_heads_of_chapters_carry_the_number_of_their_page():
    chapters = ["Ships", "Ships", "Boats", "Rafts", "Oars"]
    pages = [
        words(72, 760, f"Chapter of {name}", 8)
        + words(500, 760, str(n + 7), 8)
        + words(72, 700, f"The {name} were lost.")
        for n, name in enumerate(chapters)
    ]
    assert read(*pages).text.replace("\n\n", " ") == "".join(f"The {name} were lost. " for name in chapters)


def test_a_raised_number_may_be_drawn_digit_by_digit():
    line = "(They died.) Tj /F1 6 Tf 4 Ts (1) Tj (0) Tj 0 Ts /F1 10 Tf ( All.) Tj"
    assert read(f"BT /F1 10 Tf 72 700 Td {line} ET").text == "They died.[10] All.\n\n"


def test_the_gaps_of_justified_text_are_no_table():
    lines = ["Some forty boats were lost in the harbour", "storm and search for all of them have ended"]
    edge = 72 + width(lines[1]) - width("night")
    stretched = "".join(words(x, 676, word) for x, word in ((72, "the"), (150, "great"), (edge, "night")))
    text = read(column(72, 700, lines) + stretched + column(72, 664, [lines[1]])).text
    assert text == f"{' '.join(lines)} the great night {lines[1]}\n\n"


def test_a_mark_at_the_start_of_a_line_is_no_entry():
    lines = [
        "Some forty boats were lost in the harbour of Lorn, says the guard.",
        "[4] On Friday nine came back to it.",
    ]
    assert read(column(72, 700, lines)).text == " ".join(lines) + "\n\n"
