"""Files of references: what each format gives, its limits, and files that mean harm. All works are invented."""

import json
import time

import pytest

from sources.text.bibliographies.latex import plain_latex
from sources.text.bibliography import read_bibliography
from sources.text.entries import Name
from sources.text.unreadable import Unreadable

BIBTEX = r"""@comment{made by a program}
@string{jw = "Journal of " # weather}
@string(weather2 = {Weather})

@article{lund_rain_2020,
	title = {Rain on the {Plain}: {Fj\"ord} wind -- and {\L}\'od\'z},
	volume = {12}, number = 3, pages = {45--67},
	doi = {10.1000/JW.12}, url = {https://doi.org/10.1000/jw.12},
	journal = jw # weather2, author = {Lund, Mari and van der Berg, Tom and {World Rain Office} and Jane Q. Doe},
	month = mar, year = {2020}, urldate = {2024-04-03}, file = {Full Text:files/1.pdf}, keywords = {rain}
}
@misc{ref5, title = "Levees {\&} dams", howpublished = {\url{https://harbour.example/levees_a}}, year = 2021}
@online{last, title = {Last}, date = {2024-03-12}, url = {https://x.example/a?b=1\&c=2}, note = {[7]}}
"""

RIS = """TY  - NEWS
TI  - Levees fail
AU  - Lund, Mari
AU  - Okoro, David
T2  - Harbour Times
DA  - 2021/09/03/
PY  - 2021
UR  - https://harbour.example/levees?a=1;b=2
SP  - A1
EP  - A4
Y2  - 2024/04/03/
ID  - 3
ER  -

TY - BOOK
T1 - The Wet Year,
a history of rain
A1 - Hale, Ruth
PB - Nordlys
CY - Bergen
PY - 2019///
SN - 978-0-00-123456-7
ER -
"""

CSL = [
    {
        "id": "http://zotero.org/users/1/items/ABCD",
        "type": "article-newspaper",
        "title": "Levees fail",
        "container-title": "Harbour Times",
        "author": [{"family": "Berg", "given": "Tom", "non-dropping-particle": "van der"}, {"literal": "Rain Office"}],
        "issued": {"date-parts": [["2021", 9, 3]]},
        "accessed": {"date-parts": [[2024, 4, 3]]},
        "URL": "https://harbour.example/levees",
        "DOI": "10.1000/X",
        "page": "A1",
        "citation-number": 4,
    },
    {"id": 2, "title": "Seasons", "issued": {"date-parts": [[2020]], "season": "2"}},
    {"id": "r", "title": "Range", "issued": {"date-parts": [[2020, 1], [2020, 3]]}},
    {"id": "l", "title": "Words", "issued": {"literal": "12 March 2020"}},
]


def read(text, name="refs"):
    return read_bibliography(text.encode() if isinstance(text, str) else text, name)


def test_bibtex_is_read():
    found = read(BIBTEX)
    assert (found.format, found.problems) == ("bibtex", ())
    first, second, last = (given.record for given in found.records)
    assert first.title == "Rain on the Plain: Fjörd wind – and Łódź"
    assert first.authors == (
        Name(family="Lund", given="Mari"),
        Name(family="van der Berg", given="Tom"),
        Name(literal="World Rain Office"),
        Name(family="Doe", given="Jane Q."),
    )
    assert (first.type, first.container, first.issued, first.doi) == (
        *("article-journal", "Journal of weatherWeather"),
        *("2020-03", "10.1000/jw.12"),
    )
    assert (first.csl["volume"], first.csl["issue"], first.csl["page"]) == ("12", "3", "45–67")
    assert first.csl["accessed"] == "2024-04-03"
    assert (second.title, second.address, second.issued) == (
        "Levees & dams",
        "https://harbour.example/levees_a",
        "2021",
    )
    assert (last.type, last.issued, last.address) == ("webpage", "2024-03-12", "https://x.example/a?b=1&c=2")
    assert [given.number for given in found.records] == [None, 5, 7]


def test_ris_is_read():
    found = read(RIS)
    assert (found.format, found.problems) == ("ris", ())
    news, book = found.records
    assert (news.number, news.record.type, news.record.title) == (3, "article-newspaper", "Levees fail")
    assert news.record.authors == (Name(family="Lund", given="Mari"), Name(family="Okoro", given="David"))
    assert (news.record.container, news.record.issued) == ("Harbour Times", "2021-09-03")
    assert news.record.address == "https://harbour.example/levees?a=1;b=2"
    assert (news.record.csl["page"], news.record.csl["accessed"]) == ("A1–A4", "2024-04-03")
    assert (book.record.title, book.record.issued) == ("The Wet Year, a history of rain", "2019")
    assert (book.record.publisher, book.record.csl["publisher-place"]) == ("Nordlys", "Bergen")
    assert book.record.csl["ISBN"] == "978-0-00-123456-7"


@pytest.mark.parametrize("wrapped", [CSL, {"items": CSL}, {"references": CSL}])
def test_csl_json_is_read(wrapped):
    found = read(json.dumps(wrapped))
    assert (found.format, found.problems) == ("csl-json", ())
    first = found.records[0]
    assert first.number == 4
    assert first.record.authors == (Name(family="van der Berg", given="Tom"), Name(literal="Rain Office"))
    assert (first.record.issued, first.record.csl["accessed"], first.record.doi) == (
        "2021-09-03",
        "2024-04-03",
        "10.1000/x",
    )
    assert [given.record.issued for given in found.records[1:]] == ["2020-22", "2020-01/2020-03", "2020-03-12"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "text",
    [
        "@book{a, title = {Über Regen}}\n",
        "TY  - BOOK\nTI  - Über Regen\nER  - \n",
        '[{"id": "a", "title": "Über Regen"}]\n',
    ],
)
def test_any_encoding_and_line_end_will_do(text, encoding, newline):
    found = read(text.replace("\n", newline).encode(encoding))
    assert [given.record.title for given in found.records] == ["Über Regen"]


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        (r"G{\"o}del, \'{E}mile, \v{C}apek, \c{c}a, \o re, {\ae}", "Gödel, Émile, Čapek, ça, øre, æ"),
        (r"na{\"\i}ve \={a} \H{o} {\'{\i}}", "naïve ā ő í"),
        (r"10\,\% of \$5 \& more\ldots", "10% of $5 & more…"),
        (r"\textit{Stern} and \emph{\textbf{Rain}}", "Stern and Rain"),
        (r"``so'' --- he said 1--2", "“so” — he said 1–2"),
        (r"a\input{/etc/passwd}b \write18{rm -rf x}c \href{https://x.example}{word}", "ab c word"),
        ("plain, it's semi-plain", "plain, it's semi-plain"),
        (r"$a_2$ \unknown{kept}", "a_2 kept"),
        ("\\", ""),
        (r"\'", "'"),
    ],
)
def test_latex_is_turned_to_text_and_never_carried_out(words, plain):
    assert plain_latex(words) == plain


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("@book{a, title={x}}\n@book{open, title = {never", "not closed"),
        ("@book{a, title={x}}\n@book{a, title={y}}", "stands twice"),
        ("@book{a, title={x}, title={y}}", "has a field twice"),
        ("@book{a, title={" + "x" * 5000 + "}}", "title of 5,000 characters"),
        ("@book{a, title={x}, url={javascript:alert(1)}}", "none of a web page"),
        ("TY  - BOOK\nTI  - x", "no end"),
        ("TY  - BOOK\nTI  - x\nTY  - BOOK\nTI  - y\nER  - ", "no end"),
        ("hello\nTY  - BOOK\nTI  - x\nER  - ", "belongs to no record"),
        ('[{"title": "x"}, 7]', "Item 2 is no record"),
        ("[]", "no record in the file"),
        ('[{"title": "x", "author": [' + ",".join(['{"family": "A", "given": "B"}'] * 600) + "]}]", "600 authors"),
    ],
)
def test_what_is_left_out_is_said(text, says):
    found = read(text)
    assert any(says in problem for problem in found.problems), found.problems
    assert len(found.records) == 2 * (
        "TY  - BOOK\nTI  - y" in text or ("title={y}}" in text and "{a, title={x}}" in text)
    ) or len(found.records) in (0, 1)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_a_bibliography"),
        (b"Lund, M. (2020). Rain.", "not_a_bibliography"),
        (b"{not json", "not_a_bibliography"),
        (b"[" * 1_000_000, "not_a_bibliography"),
        (b'{"a": ' * 400_000, "not_a_bibliography"),
        (b"[" + b"9" * 10_000 + b"]", "not_a_bibliography"),
        (b'{"hello": 1}', "not_a_bibliography"),
        (b"3", "not_a_bibliography"),
        (b"@book{a, title={x\0y" + b"rain " * 50 + b"}}", "nul_character"),
        (b"%PDF-1.7 @book{", "not_text"),
        (b"x" * 5_000_001, "bibliography_too_large"),
    ],
)
def test_what_is_none_of_the_three_is_refused(data, code):
    with pytest.raises(Unreadable) as refusal:
        read(data, "refs.bib")
    assert refusal.value.code == code
    assert "refs.bib" in str(refusal.value) or code == "nul_character"


def test_abbreviations_of_abbreviations_cannot_grow():
    bomb = '@string{a0 = "' + "x" * 100 + '"}\n'
    bomb += "".join(f"@string{{a{n} = {' # '.join([f'a{n - 1}'] * 50)}}}\n" for n in range(1, 30))
    bomb += "@string{r = r # r}\n@book{k, title = a29 # r}"
    found = read(bomb)
    assert len(found.records[0].record.title) == 1000


HOSTILE = {
    "open braces": b"@book{a, title = " + b"{" * 1_500_000,
    "closed braces": b"@book{a, title = " + b"{" * 700_000 + b"}" * 700_000 + b"}",
    "at signs": b"@book{a}\n" + b"@" * 1_500_000,
    "blocks begun": b"@book{a}\n" + b"@book{" * 250_000,
    "blocks begun on lines": b"@book{a,\n" * 150_000,
    "blanks behind at": b"@book{a}\n" + (b"@a" + b" " * 1000) * 1500,
    "many strings": b"".join(b"@string{a%d = {x}}\n" % n for n in range(60_000)) + b"@book{a, title = a1}",
    "hashes": b"@book{a, title = " + b"a # " * 400_000 + b"a}",
    "backslashes": b"@book{a, title = {" + b"\\" * 1_500_000 + b"}}",
    "accents": b"@book{a, title = {" + b"{\\'" * 400_000 + b"}}",
    "names": b"@book{a, author = {" + b"A and " * 250_000 + b"}}",
    "fields": b"@book{a, " + b"x = {1}, " * 150_000 + b"}",
    "ris goes on": b"TY  - BOOK\nTI  - x\n" + b"y\n" * 700_000 + b"ER  - ",
    "ris begins": b"TY  - BOOK\n" * 120_000,
    "ris names": b"TY  - BOOK\n" + b"AU  - A, B\n" * 120_000 + b"ER  - ",
    "json names": b'[{"title": "x", "author": [' + b'{"family": "A"},' * 90_000 + b'{"family": "A"}]}]',
    "json keys": b'[{"title": "x"' + b"".join(b', "k%d": "v"' % n for n in range(90_000)) + b"}]",
    "json records": b"[" + b'{"title": "x"},' * 90_000 + b'{"title": "x"}]',
    "unnamed accents": b'[{"title": "a' + "\u0301".encode() * 700_000 + b'"}]',
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_files_that_mean_harm_cost_little(data):
    began = time.process_time()
    try:
        found = read_bibliography(data, "refs")
    except Unreadable:
        found = None
    assert time.process_time() - began < 30
    assert found is None or len(found.records) <= 20_000
    assert found is None or len(found.problems) <= 52


def test_a_large_honest_file_is_read_whole():
    text = "".join(f"@article{{k{n}, title = {{Rain in town {n}}}, year = {{2020}}}}\n" for n in range(20_000))
    found = read(text)
    assert len(found.records) == 20_000
    assert found.problems == ()
    assert len(read(text + "@book{more, title = {x}}").records) == 20_000
