"""The form that corrects a claim. It checks nothing itself: the deed says what is wrong, to pages and to scripts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from django import forms
from django.db.models import F

from claims.extraction.geography.gazetteer import fold, look_up
from claims.given import dates, places, voices
from claims.models.vocabulary import Comparator, Form, Kind
from claims.web.editvalues import FIELDS, Values
from sources.models import Citation

MOST_PLACES = 8
MOST_CITATIONS = 200  # boxes; of a longer list, those that are cited now and the first ones

RELATIONS = {
    "since": "since", "after": "after", "until": "until", "by": "by", "before": "before", "as_of": "as of",
}  # fmt: skip
KINDS_OF_PLACE = {name: name for name in places.PRECISIONS}


def words(label: str, help_text: str = "", *, lines: int = 0, **attrs: Any) -> forms.CharField:
    """Text as it is; how long it may be is for the deed to say."""
    widget = forms.Textarea(attrs={"rows": lines, **attrs}) if lines else forms.TextInput(attrs=attrs)
    field = forms.CharField(required=False, strip=False, label=label, help_text=help_text, widget=widget)
    field.validators = []
    return field


def choice(label: str, options: Iterable[tuple[str, str]], none: str = "", help_text: str = "") -> forms.CharField:
    """One of a list; a word that is none of it is for the deed to refuse."""
    listed = [("", none), *options] if none else list(options)
    return forms.CharField(required=False, label=label, help_text=help_text, widget=forms.Select(choices=listed))


def _plain(names: Iterable[str]) -> list[tuple[str, str]]:
    return [(name, name.replace("_", " ")) for name in names]


class EditForm(forms.Form):
    """Every field is a string, as `editvalues` has them."""

    statement = words("Statement", "The claim as one sentence that stands alone. Never a verdict.", lines=2)
    kind = choice("Kind", Kind.choices)

    figure_comparator = choice("The article says", Comparator.choices, "no figure")
    figure_low = words("Number, or from", inputmode="decimal", autocomplete="off")
    figure_high = words("to", inputmode="decimal", autocomplete="off")
    figure_text = words("The figure’s words", "As they stand in the sentence: “at least 3,000”.", autocomplete="off")
    figure_unit = words("Unit", "deaths, kilometres, %, US dollars", autocomplete="off")
    figure_counted = words("What is counted", "In the article's words.", autocomplete="off")
    figure_form = choice("It is", [(Form.AMOUNT, "an amount"), (Form.CHANGE, "a change"), (Form.SHARE, "a share"),
                                   (Form.RATIO, "a ratio")])  # fmt: skip
    figure_per = words("For each", "Of a rate: day, year, person.", autocomplete="off")

    date_text = words("The date’s words", "As they stand: “since February 2025”.", autocomplete="off")
    date_edtf = words(
        "Date", "2025, 2025-02 or 2025-02-14; 2025-02/.. is open, 2025-02/2025-05 a period, 195X the 1950s.",
        autocomplete="off",
    )  # fmt: skip
    date_relation = choice("Before it stands", RELATIONS.items(), "nothing")
    date_qualifier = choice("Narrowed to", _plain(dates.QUALIFIERS), "nothing")
    date_inferred = forms.CharField(
        required=False,
        label="In part taken from the context",
        widget=forms.CheckboxInput(check_test=lambda v: v == "on"),
    )

    place_text = words("The place’s words", autocomplete="off")
    place_name = words("Place", "Its name on the map.", autocomplete="off", list="places")
    place_country = words("Country", "Two letters: UA, FR.", autocomplete="off", size=4, maxlength=2)
    place_precision = choice("It is a", KINDS_OF_PLACE.items(), "as the map has it")

    attribution_text = words("The speaker’s words", autocomplete="off")
    attribution_agent = words("Who says so", "The name, or the office.", autocomplete="off")
    attribution_cue = words("By the word", "said, reported, according to", autocomplete="off")
    attribution_mode = choice("That is, it", _plain(voices.MODES), "is not said")
    attribution_through = words("By way of", "Who passes it on, one a line, the nearest first.", lines=2)

    citations = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    reason = words("Reason, for the history", autocomplete="off", maxlength=2000)

    def __init__(self, values: Values, *, entries: Sequence[Citation] = (), reason: str = "") -> None:
        # Bound from the begin, so that what a deed refuses stands beside its field with what was typed.
        data: dict[str, Any] = {**values, "reason": reason}
        data["citations"] = [one for one in values["citations"].split(",") if one]
        super().__init__(data)
        self.entries = entries
        boxes = cast(forms.MultipleChoiceField, self.fields["citations"])
        boxes.choices = [(str(one.number), str(one)) for one in entries]
        self._errors = forms.utils.ErrorDict()
        self.cleaned_data = {}

    def refuse(self, errors: Iterable[Mapping[str, str]]) -> None:
        """Each error beside its field; one that belongs to none above the form."""
        for error in errors:
            part, _, name = error["pointer"].removeprefix("/").partition("/")
            name = {"chain": "through", "start": "text", "end": "text"}.get(name.partition("/")[0], name)
            field = f"{part}_{name}" if part in FIELDS else part
            self.add_error(field if field in self.fields else None, error["detail"])

    def of(self, part: str) -> list[Any]:
        return [self[f"{part}_{name}"] for name in FIELDS[part]]

    @property
    def places(self) -> list[str]:
        """Places of the gazetteer with that name, for the list behind the field."""
        name = self.data.get("place_name") or self.data.get("place_text") or ""
        known = look_up(fold(name[:200])) if name else None
        entries = known.entries[:MOST_PLACES] if known else ()
        return [f"{entry.name}" for entry in entries]

    @property
    def cited(self) -> set[str]:
        return set(self.data["citations"])


def entries_of(revision: Any, cited: Iterable[int]) -> list[Citation]:
    """The entries that a form offers: all of a short list, of a long one those cited and the first."""
    rows = Citation.objects.filter(revision=revision).select_related("source").order_by("number")
    first = list(rows[:MOST_CITATIONS])
    missing = set(cited) - {one.number for one in first}
    further = list(rows.filter(number__in=missing).order_by(F("number"))) if missing else []
    return [*first, *further]
