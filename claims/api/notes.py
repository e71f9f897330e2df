"""Notes and their threads, for scripts."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from claims import permissions
from claims.annotating import add_note, reply
from claims.api.evidence import Kept, WithdrawIn
from claims.api.shapes import Person
from claims.exports.notes import note_json
from claims.models import Annotation, Claim
from claims.models.vocabulary import Motivation, Outcome
from claims.notefilters import NoteFilter
from claims.notekeeping import place_note, reopen, resolve, withdraw_note
from claimtracker.core.addresses import Addresses
from claimtracker.core.anytime import AtAnyTime
from claimtracker.core.records import Records, Shape
from claimtracker.core.refusals import require
from sources.api.writes import Closed, Text, checked
from sources.models import Article, Snapshot
from sources.models.snapshot import TEXT

LOCATION = OpenApiParameter("Location", str, OpenApiParameter.HEADER, response=[201])
AGAIN = "The same note was there: it had been sent twice."


class AnnotationQuote(serializers.Serializer[Any]):
    """The words that the note was written on, and where they stand now.

    Offsets are code points: of the article's current text, of the copy's text, of the claim's own words.
    """

    exact = serializers.CharField()
    prefix = serializers.CharField()
    suffix = serializers.CharField()
    start = serializers.IntegerField(allow_null=True)
    end = serializers.IntegerField(allow_null=True)
    revision = serializers.IntegerField(allow_null=True, help_text="Of an article: the number of its current text.")
    anchor = serializers.ChoiceField(Outcome.choices, allow_null=True, help_text="How they were found there.")
    candidates = serializers.ListField(
        child=serializers.ListField(child=serializers.IntegerField()), help_text="Where an orphan may belong."
    )


class SettledOut(serializers.Serializer[Any]):
    by = Person(allow_null=True)
    at = serializers.DateTimeField()
    reason = serializers.CharField()


class ReplyOut(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    uuid = serializers.UUIDField()
    url = serializers.URLField()
    by = Person()
    body = serializers.CharField(help_text="Markdown, as it was typed.")
    html = serializers.CharField(help_text="The same, sanitised.")
    mentions = serializers.ListField(child=serializers.IntegerField(), help_text="The ids of people it names.")
    withdrawn = SettledOut(allow_null=True)
    created_at = serializers.DateTimeField()


class AnnotationOut(Shape):
    """A note on a claim, an article or a copy, with its answers; exactly one of the three is not null."""

    id = serializers.IntegerField()
    uuid = serializers.UUIDField()
    url = serializers.URLField()
    page = serializers.URLField()
    parent = serializers.IntegerField(  # type: ignore[assignment]  # a field named so, not the serializer's own parent
        allow_null=True, help_text="Of an answer: the note that it answers."
    )
    claim = serializers.IntegerField(allow_null=True)
    article = serializers.IntegerField(allow_null=True)
    snapshot = serializers.IntegerField(allow_null=True)
    motivation = serializers.ChoiceField(Motivation.choices)
    by = Person()
    body = serializers.CharField(help_text="Markdown, as it was typed.")
    html = serializers.CharField(help_text="The same, sanitised.")
    mentions = serializers.ListField(child=serializers.IntegerField(), help_text="The ids of people it names.")
    quote = AnnotationQuote(allow_null=True)
    orphan = serializers.BooleanField(help_text="Its words are not in the article's current text.")
    replies = ReplyOut(many=True)
    resolved = SettledOut(allow_null=True)
    reopened = SettledOut(allow_null=True)
    withdrawn = SettledOut(allow_null=True)
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField(help_text="Also when it is answered or settled.")

    @staticmethod
    def shape(row: Any, addresses: Addresses) -> dict[str, Any]:
        return note_json(row, addresses)


class AnnotationQuoteIn(Closed):
    """Words: by their place, by themselves where they stand there once, or by both."""

    exact = Text(required=False, default="", help_text="The words, letter by letter.")
    start = serializers.IntegerField(required=False, allow_null=True, min_value=0)
    end = serializers.IntegerField(required=False, allow_null=True, min_value=1)
    revision = serializers.IntegerField(
        required=False, allow_null=True, min_value=1, help_text="Of an article: the text that the offsets count in."
    )


class AnnotationIn(Closed):
    body = Text(max_length=10_000, help_text="Markdown. “@name” tells the person.")
    motivation = serializers.ChoiceField(Motivation.choices, default=Motivation.COMMENTING.value)
    quote = AnnotationQuoteIn(required=False, allow_null=True, help_text="Without it the note is on the whole.")


class ReplyIn(Closed):
    body = Text(max_length=10_000, help_text="Markdown. “@name” tells the person.")


class ReasonIn(Closed):
    reason = Kept(max_length=2000, help_text="It stays on record.")


class PlaceAnnotationIn(Closed):
    """Words of the article's current text; offsets are code points, half-open."""

    revision = serializers.IntegerField(min_value=1, help_text="The number of the text that the offsets count in.")
    exact = Text(required=False, default="")
    start = serializers.IntegerField(required=False, allow_null=True, min_value=0)
    end = serializers.IntegerField(required=False, allow_null=True, min_value=1)


class Notes(AtAnyTime, Records):
    """Notes, each with its thread."""

    serializer_class: Any = AnnotationOut
    filterset_class: Any = NoteFilter

    def get_queryset(self) -> Any:
        notes = Annotation.objects.visible_to(self.request.user).with_thread()
        return notes.threads() if self.action == "list" else notes

    def _answer(self, pk: int) -> Response:
        return Response(self.get_serializer(self.get_queryset().get(pk=pk)).data)

    @extend_schema(request=ReplyIn, parameters=[LOCATION], responses={201: AnnotationOut, 200: AnnotationOut})
    def reply(self, request: Request, pk: int) -> Response:
        """Answer it; the whole thread comes back. An answer to an answer goes to the same thread."""
        require(permissions.can_annotate(request.user))
        answer, new = reply(self.get_object(), **checked(ReplyIn, request), by=request.user)
        body = self.get_serializer(self.get_queryset().get(pk=answer.parent_id)).data
        where = {"Location": Addresses.of(request).record("annotations", answer.pk)} if new else None
        return Response(body, status=201 if new else 200, headers=where)

    @extend_schema(request=ReasonIn, responses={200: AnnotationOut})
    def resolve(self, request: Request, pk: int) -> Response:
        """Say that it is dealt with, and why."""
        require(permissions.can_annotate(request.user))
        return self._answer(resolve(self.get_object(), **checked(ReasonIn, request), by=request.user).pk)

    @extend_schema(request=ReasonIn, responses={200: AnnotationOut})
    def reopen(self, request: Request, pk: int) -> Response:
        """Take it up again, with a reason."""
        require(permissions.can_annotate(request.user))
        return self._answer(reopen(self.get_object(), **checked(ReasonIn, request), by=request.user).pk)

    @extend_schema(request=WithdrawIn, responses={200: AnnotationOut})
    def withdraw(self, request: Request, pk: int) -> Response:
        """Take a note or an answer back; it stays on record. One's own, or as an editor anybody's."""
        require(permissions.can_annotate(request.user))
        return self._answer(withdraw_note(self.get_object(), **checked(WithdrawIn, request), by=request.user).pk)

    @extend_schema(request=PlaceAnnotationIn, responses={200: AnnotationOut})
    def place(self, request: Request, pk: int) -> Response:
        """Say on which words of the article's current text an orphan stands."""
        require(permissions.can_annotate(request.user))
        note = self.get_object()
        place_note(note, **checked(PlaceAnnotationIn, request), by=request.user)
        return self._answer(note.pk)


class NotesOn(Notes):
    """Notes on one thing; `_on` finds it."""

    column = ""

    def _on(self) -> Any:
        raise NotImplementedError

    def get_queryset(self) -> Any:
        return super().get_queryset().filter(**{self.column: self._on()})

    def _create(self, request: Request) -> Response:
        require(permissions.can_annotate(request.user))
        on, given = self._on(), checked(AnnotationIn, request)
        made, new = add_note(on, **given.pop("quote", {}), **given, by=request.user)
        body = self.get_serializer(self.get_queryset().get(pk=made.pk)).data
        return Response(body, status=201 if new else 200, headers={"Location": body["url"]} if new else None)


class ClaimNotes(NotesOn):
    """Notes on one claim."""

    column = "claim"

    def _on(self) -> Any:
        return get_object_or_404(Claim.objects.visible_to(self.request.user), pk=self.kwargs["claim"])

    @extend_schema(
        parameters=[LOCATION],
        request=AnnotationIn,
        responses={201: AnnotationOut, 200: OpenApiResponse(AnnotationOut, AGAIN)},
    )
    def create(self, request: Request, claim: int) -> Response:
        """Write a note on the claim, or on some of its own words."""
        return self._create(request)


class ArticleNotes(NotesOn):
    """Notes on one article and on words of it."""

    column = "article"

    def _on(self) -> Any:
        return get_object_or_404(Article.objects.visible_to(self.request.user), pk=self.kwargs["article"])

    @extend_schema(
        parameters=[LOCATION],
        request=AnnotationIn,
        responses={201: AnnotationOut, 200: OpenApiResponse(AnnotationOut, AGAIN)},
    )
    def create(self, request: Request, article: int) -> Response:
        """Write a note on the article, or on words of its current text.

        Words that stand there in several places are a 422 whose `places` has them.
        """
        return self._create(request)


class SnapshotNotes(NotesOn):
    """Notes on one copy of a source and on words of it."""

    column = "snapshot"

    def _on(self) -> Any:
        copies = Snapshot.objects.visible_to(self.request.user).defer(*TEXT)
        return get_object_or_404(copies, pk=self.kwargs["snapshot"])

    @extend_schema(
        parameters=[LOCATION],
        request=AnnotationIn,
        responses={201: AnnotationOut, 200: OpenApiResponse(AnnotationOut, AGAIN)},
    )
    def create(self, request: Request, snapshot: int) -> Response:
        """Write a note on the copy, or on words of its text."""
        return self._create(request)
