"""The forms of disputes: an objection to a claim, and how it is settled. They check shape; the deeds check rules."""

from __future__ import annotations

import re
from typing import Any

from django import forms

from claims.models import Claim, Dispute
from claims.models.vocabulary import Aspect, DisputeState, Ground, Rank
from claims.rivals import TAKES
from claims.web.numbers import whole
from claims.web.valuewords import LONGEST, NoValue, read_part
from sources.models import Citation
from sources.web.adding import Words

NUMBERED = re.compile(r"\[?(\d{1,4})\]?")
ASPECTS = {
    Aspect.FIGURE: "The figure",
    Aspect.DATE: "The date",
    Aspect.PLACE: "The place",
    Aspect.ATTRIBUTION: "Who says so",
    Aspect.CITATION: "The citation",
    Aspect.WORDING: "The wording",
    Aspect.DUPLICATE: "It is a duplicate",
}
GROUNDS = {
    Ground.CONTESTED: "Others say something else than the article",
    Ground.MISREAD: "This record misreads the article",
}
RANKS = {
    Rank.PREFERRED: "Preferred: the best known",
    Rank.NORMAL: "Normal",
    Rank.DEPRECATED: "Deprecated: kept, known to be worse",
}


class RaiseForm(forms.Form):
    aspect = forms.ChoiceField(
        label="What is wrong", choices=ASPECTS.items(), error_messages={"required": "Say which part is wrong."}
    )
    ground = forms.ChoiceField(label="Why it is wrong", choices=GROUNDS.items(), initial=Ground.CONTESTED)
    reason = Words(
        label="Reason",
        help_text="Stays on record.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what is wrong; the reason stays on record."},
    )
    value = forms.CharField(
        label="The other value",
        required=False,
        max_length=LONGEST,
        help_text="As an article would write it: about 600 · by April 2024 · Lima · the mayor.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    source = forms.CharField(
        label="Its source",
        required=False,
        max_length=5000,
        help_text="An address, a DOI, a reference, or the number of a source that the article cites.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    no_source = forms.CharField(
        label="Or why there is none", required=False, max_length=1000, widget=forms.TextInput(attrs={"size": 30})
    )
    duplicate_of = forms.CharField(
        label="The claim that says the same",
        required=False,
        max_length=200,
        help_text="Its number or its address.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    version = forms.IntegerField(required=False, min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, claim: Claim, initial: Any = None) -> None:
        super().__init__(data, auto_id="dispute_%s", initial=initial)
        self.claim = claim

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("aspect") == Aspect.DUPLICATE:
            given["ground"] = Ground.MISREAD
            self._read_other(given)
        else:
            given["duplicate_of"] = None
        given["rival"] = self._rival(given)
        return given

    @property
    def said(self) -> dict[str, Any]:
        """The arguments of the deed."""
        names = ("ground", "aspect", "reason", "version", "rival", "duplicate_of")
        return {name: self.cleaned_data[name] for name in names}

    def _read_other(self, given: dict[str, Any]) -> None:
        number = whole(given.get("duplicate_of", "").strip().rstrip("/").rpartition("/")[2].lstrip("#"))
        other = Claim.objects.filter(pk=number).first() if number else None
        if other is None:
            self.add_error("duplicate_of", "Give the number of the claim that says the same.")
        given["duplicate_of"] = other

    def _rival(self, given: dict[str, Any]) -> dict[str, Any] | None:
        part, words = given.get("aspect", ""), given.get("value", "").strip()
        if part not in TAKES:
            return None
        if not words:
            if given.get("source", "").strip():
                self.add_error("value", "Which value does this source give?")
            return None
        try:
            rival = {part: read_part(part, words, self.claim)}
        except NoValue as problem:
            self.add_error("value", str(problem))
            return None
        return rival | self._source(given.get("source", "").strip()) | {"no_source": given.get("no_source", "")}

    def _source(self, words: str) -> dict[str, Any]:
        if not words:
            return {}
        number = NUMBERED.fullmatch(words)
        if number is None:
            return {"reference": words}
        cited = Citation.objects.filter(revision=self.claim.article.revision_id, number=int(number[1])).first()
        if cited is None or cited.source_id is None:
            what = "is not identified yet" if cited else "is not in the article's list"
            self.add_error("source", f"[{number[1]}] {what}. Give the source's address.")
            return {}
        return {"source": cited.source_id}


class SettleForm(forms.Form):
    outcome = forms.ChoiceField(
        choices=[
            (DisputeState.UPHELD, "Upheld"),
            (DisputeState.PARTLY_UPHELD, "Partly upheld"),
            (DisputeState.DISMISSED, "Dismissed"),
        ],
        error_messages={"required": "Say how it ends."},
    )
    reason = Words(
        label="Reason",
        help_text="Stays on record beside the claim.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why; the reason stays on record."},
    )
    rank = forms.ChoiceField(label="How the other value ranks", choices=RANKS.items(), required=False)
    correction = forms.CharField(
        label="What the record should be",
        required=False,
        max_length=5000,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, data: Any = None, *, dispute: Dispute) -> None:
        super().__init__(data, auto_id="settle_%s")
        self.dispute = dispute
        self.fields["correction"].help_text = _how(dispute)
        if not corrects(dispute):
            del self.fields["correction"]
        if not ranks(dispute):
            del self.fields["rank"]

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        dismissed = given.get("outcome") == DisputeState.DISMISSED
        words = "" if dismissed else given.get("correction", "").strip()
        try:
            given["correction"] = _correction(self.dispute, words) if words else None
        except NoValue as problem:
            self.add_error("correction", str(problem))
        given["rank"] = "" if dismissed else given.get("rank", "")
        return given

    @property
    def said(self) -> dict[str, Any]:
        """The arguments of the deed."""
        return {name: self.cleaned_data[name] for name in ("outcome", "reason", "rank", "correction")}


def corrects(dispute: Dispute) -> bool:
    return dispute.ground == Ground.MISREAD and dispute.aspect != Aspect.DUPLICATE


def ranks(dispute: Dispute) -> bool:
    return dispute.ground == Ground.CONTESTED and dispute.rival is not None


def _how(dispute: Dispute) -> str:
    if dispute.aspect == Aspect.CITATION:
        return "The numbers that the article cites for it: 4, 5."
    if dispute.aspect == Aspect.WORDING:
        return "The claim as one sentence that stands alone."
    left = " Left empty: what the dispute proposes." if dispute.rival else " Left empty where it was corrected since."
    return f"In the article's own words.{left}"


def _correction(dispute: Dispute, words: str) -> dict[str, Any]:
    """In the shapes of API.md. Raises NoValue."""
    if dispute.aspect == Aspect.WORDING:
        return {"statement": words}
    if dispute.aspect == Aspect.CITATION:
        numbers = [whole(word.strip(" []")) for word in words.split(",")]
        if None in numbers:
            raise NoValue("Write the numbers with commas between them: 4, 5.")
        return {"citations": numbers}
    return {dispute.aspect: read_part(dispute.aspect, words, dispute.claim)}
