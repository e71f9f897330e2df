"""Texts that know what was done to them: every character remembers where it came from.

`Edited` takes a text and is edited at random; `Truth` then tells by
construction where a quote of the old text went, so that no anchor is judged
by the rules it was made with.
"""

from __future__ import annotations

import re

from sources.text.marks import read_marks
from sources.text.spans import blanked

Char = tuple[str, int, bool]  # the character, its old offset or -1, is it a copy

_NUMBERS = "two three four five six seven nine eleven twelve fifteen twenty thirty forty sixty ninety dozen"
NUMBERS = _NUMBERS.split()
COMPARATORS = ["at least", "some", "about", "more than", "up to", "nearly", "fewer than", "around", "exactly", "over"]
_INSERTED = (
    "reportedly not local late alleged quietly former no heavy never southern wooden perhaps about second also the "
    "Marenka Toldas minister"
)
INSERTED = _INSERTED.split()
EMOJI = ["😀", "👩‍👧", "🇺🇦", "✂️", "🚢", "\u0301", "\u0323", "\u20dd", "\u200b"]
NEAR = 90  # characters in which the three words beside a quote stand
SHAPES = {'"': "“”", "'": "’", "-": "–", "–": "—", "—": "-", "“": '"', "”": '"', "’": "'"}


class Edited:
    """A text as paragraphs of sentences of characters."""

    def __init__(self, text, sentences, rng):
        self.old, self.rng = text, rng
        self.paragraphs = []
        last = 0
        for start, end in sentences:
            if not self.paragraphs or "\n" in text[last:start]:
                self.paragraphs.append([])
            self.paragraphs[-1].append([(text[at], at, False) for at in range(start, end)])
            last = end

    # ── the edits ───────────────────────────────────────────────────────────────────────────────

    def edit(self, kind):
        if any(self.paragraphs):
            getattr(self, kind)()
            self.paragraphs = [paragraph for paragraph in self.paragraphs if paragraph]

    def _pick(self):
        paragraph = self.rng.choice(self.paragraphs)
        return paragraph, self.rng.randrange(len(paragraph))

    def _words(self, sentence, pattern=r"\w+"):
        return list(re.finditer(pattern, "".join(char for char, *_ in sentence)))

    def _replace(self, paragraph, at, start, end, words):
        sentence = paragraph[at]
        paragraph[at] = sentence[:start] + [(char, -1, False) for char in words] + sentence[end:]

    def insert_sentence(self):
        paragraph, at = self._pick()
        made = made_sentence(self.rng)
        while made.partition(".")[0] in self.old:  # put in for one that was taken out, it would be the same sentence
            made = made_sentence(self.rng)
        paragraph.insert(at, [(char, -1, False) for char in made])

    def delete_sentence(self):
        paragraph, at = self._pick()
        del paragraph[at]

    def insert_word(self):
        paragraph, at = self._pick()
        if found := self._words(paragraph[at]):
            start = self.rng.choice(found).start()
            self._replace(paragraph, at, start, start, self.rng.choice(INSERTED) + " ")

    def delete_word(self):
        paragraph, at = self._pick()
        if len(found := self._words(paragraph[at], r"\w+ ?")) > 1:
            match = self.rng.choice(found)
            self._replace(paragraph, at, match.start(), match.end(), "")

    def replace_word(self):
        paragraph, at = self._pick()
        if found := self._words(paragraph[at]):
            match = self.rng.choice(found)
            self._replace(paragraph, at, match.start(), match.end(), self.rng.choice(INSERTED))

    def swap_sentences(self):
        (one, at), (other, to) = self._pick(), self._pick()
        if plain_words(typed(one[at])) != plain_words(typed(other[to])):  # nobody could tell
            one[at], other[to] = other[to], one[at]

    def duplicate_sentence(self):
        (one, at), (other, to) = self._pick(), self._pick()
        other.insert(to, [(char, origin, True) for char, origin, _ in one[at]])

    def move_paragraph(self):
        paragraph = self.paragraphs.pop(self.rng.randrange(len(self.paragraphs)))
        self.paragraphs.insert(self.rng.randint(0, len(self.paragraphs)), paragraph)

    def change_digit(self):
        self._change(r"\d", lambda found: self.rng.choice([d for d in "123456789" if d != found]))

    def change_number_word(self):
        self._change(rf"\b(?:{'|'.join(NUMBERS)})\b", lambda found: self.rng.choice([w for w in NUMBERS if w != found]))

    def change_comparator(self):
        self._change("|".join(COMPARATORS), lambda found: self.rng.choice([w for w in COMPARATORS if w != found]))

    def change_name(self):
        self._change(r"(?<=\w )[A-Z]\w+", lambda _: self.rng.choice(["Orlun", "Besk", "Tavria Nova", "Quell"]))

    def renumber_mark(self):
        self._change(r"\[\d+\]", lambda _: f"[{self.rng.randint(1, 99)}]")

    def insert_mark(self):
        self._change(r"(?<=\w) (?=\w)", lambda _: f" [{self.rng.randint(1, 99)}] ")

    def insert_emoji(self):
        paragraph, at = self._pick()
        to = self.rng.randint(0, len(paragraph[at]))
        self._replace(paragraph, at, to, to, self.rng.choice(EMOJI))

    def change_blanks(self):
        self._change(" ", lambda _: self.rng.choice(["  ", "\u00a0", " \t", "\u2009"]))

    def change_shapes(self):
        self._change("[\"'“”’–—-]", lambda found: SHAPES[found][0])

    def split_sentence(self):
        paragraph, at = self._pick()
        if found := self._words(paragraph[at], r", and (?=[a-z])"):
            match = self.rng.choice(found)
            cut = match.end()
            first = paragraph[at][cut]
            self._replace(paragraph, at, match.start(), cut + 1, ". " + first[0].upper())

    def join_sentences(self):
        paragraph, at = self._pick()
        if at + 1 < len(paragraph) and paragraph[at][-1][0] == ".":
            char, *rest = paragraph[at + 1][0]
            behind = [(char.lower() if char == "T" else char, *rest), *paragraph[at + 1][1:]]
            paragraph[at] = paragraph[at][:-1] + [(char, -1, False) for char in ", and "] + behind
            del paragraph[at + 1]

    def _change(self, pattern, made):
        paragraph, at = self._pick()
        if found := self._words(paragraph[at], pattern):
            match = self.rng.choice(found)
            self._replace(paragraph, at, match.start(), match.end(), made(match[0]))

    # ── the truth ───────────────────────────────────────────────────────────────────────────────

    def characters(self):
        found = []
        for number, paragraph in enumerate(self.paragraphs):
            found += [("\n", -1, False)] * (2 if number else 0)
            for at, sentence in enumerate(paragraph):
                found += [(" ", -1, False)] * bool(at)
                found += sentence
        return found


def typed(sentence):
    return "".join(char for char, *_ in sentence)


EDITS = [name for name in vars(Edited) if not name.startswith("_") and name not in ("edit", "characters")]


class Truth:
    """The new text with the origin of each character, ready to be asked."""

    def __init__(self, edited):
        self.old, self.chars = edited.old, edited.characters()
        self.new = "".join(char for char, *_ in self.chars)
        self.originals, self.copies = {}, {}
        for at, (_, origin, is_copy) in enumerate(self.chars):
            if origin >= 0:
                (self.copies if is_copy else self.originals).setdefault(origin, []).append(at)

    def overlap(self, quote, start, end):
        """The share of the span's letters that came from the quote; the share of the quote's that stand in the span.

        Where little is left of the quote itself, a copy of it is as good. Where the
        same words stand between the quote's own neighbours, nobody could tell.
        """
        unchanged = plain_words(self.old[quote.start : quote.end]) == plain_words(self.new[start:end])
        if unchanged and self._between_its_neighbours(quote, start, end):
            return 1.0, 1.0
        origins = self._origins(quote)
        letters = [at for at in range(start, end) if self.new[at].isalnum()]
        inside = {origins[at] for at in letters if at in origins}
        shared = sum(1 for at in letters if at in origins)
        return shared / max(1, len(letters)), len(inside) / max(1, len(set(origins.values())))

    def _between_its_neighbours(self, quote, start, end):
        before, behind = self.old[max(0, quote.start - NEAR) : quote.start], self.old[quote.end : quote.end + NEAR]
        new_before, new_behind = self.new[max(0, start - NEAR) : start], self.new[end : end + NEAR]
        return (
            plain_words(before)[-3:] == plain_words(new_before)[-3:]
            and plain_words(behind)[:3] == plain_words(new_behind)[:3]
        )

    def _origins(self, quote):
        """Where letters of the quote stand now, each with its old offset."""
        letters = [origin for origin in range(quote.start, quote.end) if self.old[origin].isalnum()]
        own = {place: origin for origin in letters for place in self.originals.get(origin, ())}
        if 2 * len(own) >= len(letters):
            return own
        return own | {place: origin for origin in letters for place in self.copies.get(origin, ())}

    def untouched(self, quote):
        """Where the quote stands whole, with nothing put into it or right beside it; None where it does not."""
        places = [self.originals.get(origin, [-9])[0] for origin in range(quote.start, quote.end)]
        if places != list(range(places[0], places[0] + len(places))) or places[0] < 0:
            return None
        end = places[-1] + 1
        before, behind = places[0] - 1, end
        while before >= 0 and self.chars[before][0].isspace():
            before -= 1
        while behind < len(self.chars) and self.chars[behind][0].isspace():
            behind += 1
        beside = [self.chars[at] for at in (before, behind) if 0 <= at < len(self.chars)]
        return None if any(origin < 0 for _, origin, _ in beside) else (places[0], end)

    def has_twin(self, quote):
        words = self.old[quote.start : quote.end]
        return self.old.count(words) > 1 or self.new.count(words) > 1


def plain_words(text):
    """The words of a text as anyone would count them, marks left out."""
    return re.findall(r"[%$€£]|[^\W_]+", blanked(text, read_marks(text)).replace("\u200b", "").casefold())


# ── text to edit ────────────────────────────────────────────────────────────────────────────────

_TOWNS = "Orsava Belmont Trevik Lindau Cassel Dorna Halvik Petrona Quarto Estrel Gavle Norrby"
_PEOPLE = "Harbour Office|mayor of Lindau|River Authority|Rescue Service|Ministry of Works|Trevik Hospital"
_NOUNS = "people families soldiers houses boats cattle workers vehicles pupils containers"
_DEEDS = "were moved|were counted|were killed|were wounded|were reported missing|were sheltered|were paid|were lost"
_ENDS = "after the flood|in the old port|before the winter|by the night train|near the northern gate|without warning"
_MONTHS = "January March April May June August October November"
TOWNS, NOUNS, MONTHS = _TOWNS.split(), _NOUNS.split(), _MONTHS.split()
PEOPLE, DEEDS, ENDS = _PEOPLE.split("|"), _DEEDS.split("|"), _ENDS.split("|")
HEDGES = ["", "", "at least ", "some ", "more than ", "about ", "up to ", "nearly ", "fewer than "]


def made_sentence(rng):
    """An invented sentence; a few of them differ in a number or a name only."""
    number = rng.choice([str(rng.randint(2, 99)), f"{rng.randint(1, 90)},{rng.randint(100, 999)}", rng.choice(NUMBERS)])
    what = f"{rng.choice(HEDGES)}{number} {rng.choice(NOUNS)} {rng.choice(DEEDS)}"
    end, town, voice = rng.choice(ENDS), rng.choice(TOWNS), rng.choice(PEOPLE)
    mark = rng.choice(["", "", f"[{rng.randint(1, 40)}]", f" [{rng.randint(1, 40)}]"])
    return rng.choice(
        [
            f"On {rng.randint(1, 28)} {rng.choice(MONTHS)}, {what} in {town}.{mark}",
            f"According to the {voice}, {what} {end}.{mark}",
            f"In {town} {what} {end}, and the {voice} said that “nobody had seen it coming”.{mark}",
            f"The {voice} denied that {what}{mark}, and {rng.choice(HEDGES)}{rng.randint(3, 60)} went home.",
            f"The road to {town} was closed {end}.{mark}",
            f"No change was reported from {town}.{mark}",
            f"It wasn't the first time - the {voice} had warned of it in {rng.randint(1950, 2024)} {end}.{mark}",
            f"{town} rose by {rng.randint(2, 30)}% to €{rng.randint(2, 90)} million {end}, the {voice} found.{mark}",
        ]
    )


def made_text(rng, sentences=30):
    text, spans = "", []
    for at in range(sentences):
        if at:
            text += "\n\n" if rng.random() < 0.2 else " "
        sentence = made_sentence(rng)
        if spans and rng.random() < 0.05:  # the same sentence again
            start, end = rng.choice(spans)
            sentence = text[start:end]
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence
    return text, spans


def quotes_of(text, spans):
    """What a reader of claims would quote: sentences and their cited pieces, without marks."""
    found = []
    marks = read_marks(text)
    for start, end in spans:
        edges = [start, *(edge for mark in marks if start <= mark.start < end for edge in (mark.start, mark.end)), end]
        for a, b in zip(edges[::2], edges[1::2], strict=False):
            words = text[a:b]
            a, b = a + len(words) - len(words.lstrip(" ,")), b - len(words) + len(words.rstrip())
            if any(char.isalnum() for char in text[a:b]):
                found.append((a, b))
    return found
