"""The form that writes a note: on the whole, or on words that were selected, pasted, or typed by their two ends."""

from __future__ import annotations

from typing import Any

from django import forms

from claims.annotating import LONGEST_BODY
from claims.models.vocabulary import Motivation
from claims.notewords import LONGEST
from claims.web.lookup import same_words
from claims.web.numbers import whole
from claims.web.quoted import find_quote
from sources.web.adding import Words

NOWHERE = "These words do not stand in the text. Only blanks may differ; or write how they begin … and how they end."
FOR = {
    Motivation.COMMENTING: "Comment",
    Motivation.QUESTIONING: "Question",
    Motivation.EDITING: "Edit",
    Motivation.ASSESSING: "Assessment",
}


class NoteForm(forms.Form):
    """`start` and `end` are where a selection stands; without them `words` are looked for, and none is the whole."""

    body = Words(
        label="Note",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Markdown. @name tells that person.",
        error_messages={"required": "Write something first."},
    )
    motivation = forms.ChoiceField(
        label="It is a", choices=list(FOR.items()), initial=Motivation.COMMENTING, widget=forms.RadioSelect
    )
    words = Words(
        label="On these words",
        required=False,
        widget=forms.Textarea(attrs={"class": "serif", "spellcheck": "false", "rows": 2}),
        help_text="As they stand there, or how they begin and end with three dots between. Empty: on the whole.",
    )
    start = forms.CharField(required=False, widget=forms.HiddenInput)
    end = forms.CharField(required=False, widget=forms.HiddenInput)
    place = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_body(self) -> str:
        body: str = self.cleaned_data["body"].replace("\r\n", "\n")
        if not body.strip():
            raise forms.ValidationError(self.fields["body"].error_messages["required"])
        if len(body) > LONGEST_BODY:
            raise forms.ValidationError(f"A note has at most {LONGEST_BODY:,} characters; this has {len(body):,}.")
        return body

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        if len(words) > LONGEST:
            raise forms.ValidationError(f"A note is on {LONGEST:,} characters at most. Choose the words that matter.")
        return words.strip()

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where the words stand: where they were selected or chosen, or else wherever they are found."""
        return places_of(text, self.cleaned_data)

    @property
    def said(self) -> dict[str, Any]:
        """The arguments of the deed that are not the place."""
        return {name: self.cleaned_data[name] for name in ("body", "motivation")}


class PlaceForm(forms.Form):
    """Where an orphan belongs: a place that was chosen, or words."""

    words = Words(
        label="On these words",
        required=False,
        widget=forms.Textarea(attrs={"class": "serif", "spellcheck": "false", "rows": 2}),
        help_text="As they stand in the current text, or how they begin and end with three dots between.",
    )
    place = forms.CharField(required=False, widget=forms.HiddenInput)
    revision = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def places(self, text: str) -> list[tuple[int, int]]:
        given = self.cleaned_data
        if (span := span_of(given["place"].split("-"))) and not given["words"].strip():
            return [span]
        return places_of(text, {**given, "start": "", "end": ""})


def places_of(text: str, given: dict[str, Any]) -> list[tuple[int, int]]:
    selected = span_of([given["start"], given["end"]])
    if selected and same_words(text[selected[0] : selected[1]], given["words"]):
        return [selected]
    found, chosen = find_quote(text, given["words"]), span_of(given["place"].split("-"))
    return [chosen] if chosen in found else found


def span_of(pair: list[str]) -> tuple[int, int] | None:
    numbers = [number for number in map(whole, pair) if number is not None]
    return (numbers[0], numbers[1]) if len(numbers) == 2 and numbers[0] < numbers[1] else None
