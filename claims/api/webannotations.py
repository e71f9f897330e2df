"""An article's notes as a W3C Annotation Collection, for programs that know nothing of this desk."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request

from claims.exports.webannotations import MEDIA_TYPE, collection_json, page_json
from claims.models import Annotation
from claimtracker.core.addresses import Addresses
from claimtracker.core.exports import json_line
from claimtracker.core.filters import BIGGEST_ID
from claimtracker.core.records import Records
from sources.models import Article

PAGE = 200  # threads


class WebAnnotations(Records):
    """`?after=` is the last thread of the page before; without it the collection comes, with its first page."""

    paged = False

    @extend_schema(exclude=True)
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Any:
        article = get_object_or_404(Article.objects.visible_to(request.user), pk=kwargs["article"])
        notes = Annotation.objects.visible_to(request.user).threads().standing().of_article(article.pk)
        given = request.query_params.get("after", "")
        after = min(int(given), BIGGEST_ID) if given.isascii() and given.isdigit() and len(given) < 20 else 0
        found = list(notes.filter(pk__gt=after).with_thread().order_by("pk")[: PAGE + 1])
        addresses, address = Addresses.of(request), request.build_absolute_uri(request.path)
        page = page_json(address, found[:PAGE], after, len(found) > PAGE, addresses)
        body = page if after else collection_json(address, f"Notes on {article.title}", notes.count(), page)
        return HttpResponse(json_line(body), content_type=MEDIA_TYPE)
