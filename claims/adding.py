"""Adding a claim that the program missed: words of the article's current text, read anew, and corrected by a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction

from claims import permissions, rows
from claims.correcting import citations_of, kept_place, words_at
from claims.evidence import want_evidence
from claims.extraction.claims import Claim as Found
from claims.extraction.claims import Quote
from claims.extraction.parts import Figure
from claims.extraction.reading import read
from claims.models import Anchor, Claim, ClaimCitation
from claims.models.vocabulary import Kind, Origin, Stage
from claims.parts_in import Standing, read_changes
from claims.pinning import SeveralPlaces
from claims.placing import LONGEST_QUOTE, BadSpan, NotInThisText, cited_at, line_around
from claimtracker.core import history
from claimtracker.core.happenings import tell
from claimtracker.core.refusals import Refused, require
from sources.models import Article, Citation, Revision
from sources.models.work import WorkState
from sources.refusals import Withdrawn

MOST_PLACES = 20
SAME = ("figure_comparator", "figure_low", "figure_high", "figure_start")  # of two claims with the same words
MAY_NOT = "Only analysts, editors and admins add claims."


class ClaimExists(Refused):
    """These words with this figure are a claim already; `claim` is its id. Nothing was stored."""

    code = "claim_exists"
    title = "This is a claim already"


class NotReadYet(Refused):
    """The article is still being read. Nothing was stored; try again when it is ready."""

    code = "not_read_yet"
    title = "The article is still being read"


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a claim of these words would be: an unsaved one, what the reader found, and the entries it would cite."""

    claim: Claim
    found: Found | None
    citations: list[Citation]


def propose(article: Article, text: Revision, span: Span) -> Proposed:
    """For a form to begin with. Writes nothing, so its place is no row yet."""
    found = read_words(text.text, span, article.published, taken=_taken(article, span))
    claim = Claim(article=article, kind=Kind.STATEMENT, statement=text.text[span.start : span.end])
    if found:
        columns = rows.part_columns(replace(found, place=None), {})
        claim = Claim(article=article, kind=found.kind, statement=found.statement, **columns)
    if found and found.place:
        claim.place_text, claim.place_precision = found.place.text[:500], found.place.precision
    return Proposed(claim, found, _governing(text, span))


@transaction.atomic
def add_claim(
    article: Article,
    *,
    given: Mapping[str, Any],
    by: Any,
    exact: str = "",
    start: int | None = None,
    end: int | None = None,
    revision: int | None = None,
) -> Claim:
    """A claim by hand. The words are those from `start` to `end` of the current text, or `exact` where it stands once.

    `given` are parts, kind, statement and citations as in a correction; what is not given the reader fills in, and
    citations are those that govern the words. Raises NotAllowed, Withdrawn, NotReadYet, NotInThisText, BadSpan,
    SeveralPlaces, BadParts, ClaimExists.
    """
    require(permissions.can_correct(by), MAY_NOT)
    # Of two who add the same words at once the second sees the first's claim.
    held = Article.objects.select_for_update(of=("self",), no_key=True).get(pk=article.pk)
    text = current_text(held, revision)
    span = span_in(text.text, exact, start, end)
    found = read_words(text.text, span, held.published, taken=_taken(held, span))
    columns, numbers = _columns(given, text, span, found)
    _refuse_twin(held, span, columns)
    citations = _governing(text, span) if numbers is None else citations_of(text.pk, numbers)
    with history.action("claim.added", by=by):
        claim = Claim.objects.create(
            article=held,
            origin=Origin.BY_HAND,
            stage=Stage.OPEN,
            created_by=by,
            **quote_columns(text.text, span),
            **columns,
        )
        Anchor.objects.create(claim=claim, revision=text, start=span.start, end=span.end)
        links = [ClaimCitation(claim=claim, citation=one, position=at) for at, one in enumerate(citations)]
        ClaimCitation.objects.bulk_create(links)
    want_evidence({one.source_id for one in citations if one.source_id})
    about = [("claim", claim.pk), ("article", held.pk)]
    words = f"Claim {claim.pk} was added by hand: {claim.statement}"
    tell("claim.added", by=by, subjects=about, words=words, path=f"/claims/{claim.pk}/")
    return claim


def current_text(article: Article, revision: int | None = None) -> Revision:
    """The text that claims are added to. Raises Withdrawn, NotReadYet, NotInThisText."""
    if article.withdrawn_at:
        raise Withdrawn("This article was withdrawn. Nothing was stored; bring it back first.")
    if article.revision is None or article.revision.reading.state != WorkState.DONE:
        raise NotReadYet("The article is still being read, and has no claims yet. Try again when it is ready.")
    if revision is not None and article.revision.number != revision:
        number = article.revision.number
        raise NotInThisText(f"The article's current text is revision {number}. Look at the words again there.")
    current: Revision = article.revision
    return current


def span_in(text: str, exact: str, start: int | None, end: int | None) -> Span:
    """The words that are meant, without blanks at their ends. Raises BadSpan, SeveralPlaces."""
    if start is None or end is None:
        start, end = _only_place(text, exact)
    if not 0 <= start < end <= len(text) or (exact and text[start:end] != exact):
        raise BadSpan("These words do not stand there in the current text. Select them again.", pointer="/quote")
    words = text[start:end]
    if not words.strip() or len(words) > LONGEST_QUOTE:
        raise BadSpan(f"A claim's words are a piece of text of up to {LONGEST_QUOTE:,} characters.", pointer="/quote")
    return Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))


def _only_place(text: str, exact: str) -> tuple[int, int]:
    if not exact.strip():
        raise BadSpan("Say which words of the article you mean.", pointer="/quote")
    places: list[tuple[int, int]] = []
    at = text.find(exact)
    while at >= 0 and len(places) < MOST_PLACES:
        places.append((at, at + len(exact)))
        at = text.find(exact, at + 1)
    if not places:
        raise BadSpan("These words do not stand in the current text, letter by letter.", pointer="/quote/exact")
    if len(places) > 1:
        shown = [{"start": first, "end": last} for first, last in places]
        detail = "These words stand in several places of the article. Say which is meant, by start and end."
        raise SeveralPlaces(detail, pointer="/quote/exact", places=shown)
    return places[0]


def read_words(text: str, span: Span, published: str, *, taken: Sequence[int] = ()) -> Found | None:
    """What the reader makes of these words, its offsets counting in the line; None where it makes nothing.

    `taken` are starts of figures in the text that other claims have: the next figure is meant.
    """
    first, last = line_around(text, span.start, span.end)
    inside = Quote(span.start - first, span.end - first, text[span.start : span.end])
    shared = [(min(one.quote.end, inside.end) - max(one.quote.start, inside.start), one)
              for one in read(text[first:last], published or None).claims]  # fmt: skip
    fitting = [one for length, one in shared if length > 0]
    if not fitting:
        return None
    best = max(fitting, key=lambda one: _fitness(one, inside, {at - first for at in taken}))
    own = best.figure if best.figure and inside.start <= best.figure.start and best.figure.end <= inside.end else None
    statement = best.statement if best.quote == inside else inside.exact
    return replace(best, quote=inside, figure=own, statement=statement)


def read_figures_in(text: str, span: Span) -> list[Figure]:
    """The figures that stand in these words, their offsets counting in `text`."""
    first, last = line_around(text, span.start, span.end)
    found = (one.part for one in read(text[first:last]).figures)
    moved = (replace(one, start=one.start + first, end=one.end + first) for one in found)
    return [one for one in moved if span.start <= one.start and one.end <= span.end]


def _fitness(found: Found, inside: Quote, taken: set[int]) -> tuple[bool, bool, int, int]:
    """First a figure inside the words that no claim has, then most words in common, then the first."""
    figure = found.figure
    has_own = bool(figure and inside.start <= figure.start and figure.end <= inside.end)
    is_free = not (figure and figure.start in taken)
    common = min(found.quote.end, inside.end) - max(found.quote.start, inside.start)
    return has_own and is_free, is_free, common, -found.quote.start


def _governing(text: Revision, span: Span) -> list[Citation]:
    """The entries whose marks govern the words, in printed order."""
    numbers = cited_at(text.text, span.start, span.end)
    known = {one.number: one for one in Citation.objects.filter(revision=text, number__in=numbers)}
    return [known[number] for number in numbers if number in known]


def quote_columns(text: str, span: Span) -> dict[str, str]:
    return {
        "quote": text[span.start : span.end],
        "prefix": text[max(0, span.start - rows.CONTEXT) : span.start],
        "suffix": text[span.end : span.end + rows.CONTEXT],
    }


def _columns(
    given: Mapping[str, Any], text: Revision, span: Span, found: Found | None
) -> tuple[dict[str, Any], tuple[int, ...] | None]:
    """What the reader found, and over it what was given."""
    said = read_changes(given, Standing(words_at(text.pk, span.start, span.end)))
    quote = text.text[span.start : span.end]
    columns: dict[str, Any] = {"kind": Kind.STATEMENT, "statement": quote}
    if found:
        places = rows.place_rows([found.place] if found.place else [])
        columns = {"kind": found.kind, "statement": found.statement, **rows.part_columns(found, places)}
    columns |= said.columns
    if said.place:
        columns["place"] = kept_place(said)
    if "kind" not in said.columns and columns["kind"] == Kind.STATEMENT and columns.get("figure_comparator"):
        columns["kind"] = Kind.QUANTITY
    return columns, said.citations


def _taken(article: Article, span: Span) -> list[int]:
    """Where figures of claims stand that share these words."""
    anchors = Anchor.objects.filter(
        revision=article.revision_id, start__lt=span.end, end__gt=span.start, verbatim=True,
        claim__figure_start__isnull=False,
    ).exclude(claim__stage=Stage.REJECTED)  # fmt: skip
    return [start + figure for start, figure in anchors.values_list("start", "claim__figure_start")]


def _refuse_twin(article: Article, span: Span, columns: Mapping[str, Any]) -> None:
    anchors = Anchor.objects.filter(revision=article.revision_id, start=span.start, end=span.end)
    same = {name: columns.get(name) or ("" if name == "figure_comparator" else None) for name in SAME}
    twin = Claim.objects.filter(pk__in=anchors.values("claim"), **same).exclude(stage=Stage.REJECTED).first()
    if twin is not None:
        said = f"These words with this figure are claim {twin.pk} already. Nothing was stored; correct that one."
        raise ClaimExists(said, claim=twin.pk)
