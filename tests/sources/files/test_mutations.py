"""Five hundred damaged files of each kind: each is read or refused in words, soon, and nothing else ever happens."""

import random
import signal

import pytest

from sources.text.files import read_file
from sources.text.unreadable import Unreadable

from .pdfs import column, pdf
from .words import docx, footnote, notes, p, raised

SEED = 20_240_506
MOST_SECONDS = 10
PDF = pdf(
    *[
        column(72, 700, [f"Some {n} boats sank in the har-", "bour of Lorn.[1]", "", "References", "[1] Port."])
        for n in range(3)
    ]
)
WORD = docx(
    p("Some 40 boats", raised("2"), footnote(1))
    + f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc></w:tr></w:tbl>"
    + p("x", number="1"),
    word__footnotes=notes(n1="Port of Lorn."),
)


def mutated(data, rng):
    """A few bytes flipped, doubled, taken out or put in; sometimes a piece of it copied elsewhere."""
    found = bytearray(data)
    for _ in range(rng.choice([1, 1, 2, 5, 20])):
        at = rng.randrange(len(found))
        deed = rng.randrange(5)
        if deed == 0:
            found[at] ^= 1 << rng.randrange(8)
        elif deed == 1:
            found[at : at + rng.randrange(1, 30)] = b""
        elif deed == 2:
            found[at:at] = rng.randbytes(rng.randrange(1, 9))
        elif deed == 3:
            found[at : at + 1] = rng.choice([b"0", b"9", b"-", b"<", b">", b"[", b"(", b"/", b" ", b"\xff"])
        else:
            other = rng.randrange(len(found))
            found[at:at] = found[other : other + rng.randrange(1, 200)]
        found = found or bytearray(b" ")
    return bytes(found)


@pytest.fixture
def alarm():
    """Whatever takes too long is ended, and shown where it was."""

    def ring(*_):
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, ring)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("part", range(5))
@pytest.mark.parametrize("whole", [PDF, WORD], ids=["pdf", "docx"])
def test_a_damaged_file_is_read_or_refused_in_words(whole, part, alarm):
    outcomes = set()
    for number in range(part * 100, part * 100 + 100):
        data = mutated(whole, random.Random(SEED + number))
        signal.setitimer(signal.ITIMER_REAL, MOST_SECONDS)
        try:
            outcomes.add(read_file(data, "boats").format)
        except Unreadable as found:
            assert str(found).endswith("."), number  # noqa: PT017 -- every one of them
            outcomes.add(found.code)
        except Exception as error:
            raise AssertionError(f"file {number}: {error!r}") from error
    signal.setitimer(signal.ITIMER_REAL, 0)
    assert len(outcomes) > 1
