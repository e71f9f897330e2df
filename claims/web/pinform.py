"""The form that puts words of a copy beside a claim: by a selection, or by the words themselves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest

from claims import permissions
from claims.models import Claim, Evidence
from claims.models.vocabulary import Credibility, Stance, Standpoint
from claims.pinning import LONGEST, MOST_PLACES
from claims.web.lookup import find_words, same_words
from claims.web.numbers import asked, whole
from sources.models import Snapshot
from sources.web.adding import Words

MOST_PINNED = 20  # of one claim in one copy, on its page
NOWHERE = "These words do not stand in this copy. Copy them from its text as they are; only blanks may differ."


class PinForm(forms.Form):
    """`start` and `end` are where a selection stands; without them `words` are looked for."""

    words = Words(
        label="Words",
        widget=forms.Textarea(attrs={"class": "serif", "spellcheck": "false", "rows": 3}),
        help_text="Select words in the text, or paste the words you mean.",
        error_messages={"required": "Which words? Select them in the text, or paste them here."},
    )
    start = forms.CharField(required=False, widget=forms.HiddenInput)
    end = forms.CharField(required=False, widget=forms.HiddenInput)
    place = forms.CharField(required=False, widget=forms.HiddenInput)
    stance = forms.ChoiceField(
        label="What they say to the claim",
        choices=Stance.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Say what these words say to the claim."},
    )
    standpoint = forms.ChoiceField(
        label="How the source knows", choices=[("", "not said"), *Standpoint.choices], required=False
    )
    credibility = forms.TypedChoiceField(
        label="How credible it is",
        choices=[("", "not judged"), *Credibility.choices],
        coerce=int,
        empty_value=None,
        required=False,
        help_text="What is said, apart from who says it.",
    )
    note = forms.CharField(required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 2}))

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        if not words.strip():
            raise forms.ValidationError(self.fields["words"].error_messages["required"])
        if len(words) > LONGEST:
            raise forms.ValidationError(
                f"A quotation has at most {LONGEST:,} characters. Choose the words that matter."
            )
        return words

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where the words stand: where they were selected or chosen, or else wherever they are found."""
        given = self.cleaned_data
        for pair in (given["place"].split("-"), [given["start"], given["end"]]):
            numbers = [number for number in map(whole, pair) if number is not None]
            if len(numbers) == 2 and same_words(text[numbers[0] : numbers[1]], given["words"]):
                return [(numbers[0], numbers[1])]
        return find_words(text, given["words"], MOST_PLACES)

    @property
    def said(self) -> dict[str, Any]:
        """The arguments of the deed that are not the place."""
        return {name: self.cleaned_data[name] for name in ("stance", "standpoint", "credibility", "note")}


def read_pinning(
    request: HttpRequest, copy: Snapshot, form: PinForm | None = None, *, claim: int = 0
) -> dict[str, Any]:
    """The claim that is given or `?claim=` names, what of this copy is pinned to it, and the form for more."""
    pk = claim or asked(request, "claim")
    found = Claim.objects.visible_to(request.user).with_parts().filter(pk=pk).first() if pk else None
    if found is None:
        return {"claim": None}
    pinned = (
        Evidence.objects.standing().filter(claim=found, snapshot=copy).select_related("created_by").order_by("start")
    )
    rows = [(one, permissions.can_withdraw_evidence(request.user, one)) for one in pinned[:MOST_PINNED]]
    may_pin = permissions.can_pin_evidence(request.user) and bool(copy.characters)
    return {"claim": found, "pinned": rows, "may_pin": may_pin, "form": form or PinForm()}
