"""The front of the API: what there is, its description, its documentation, and an address without its last slash."""

from __future__ import annotations

import functools
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.csrf import csrf_exempt
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from claimtracker.api.authentication import Session
from claimtracker.api.manual import read_manual
from claimtracker.core.records import Private

FRONT = {
    "articles": "api_articles",
    "claims": "api_claims",
    "claims_facets": "api_facets",
    "citations": "api_citations",
    "sources": "api_sources",
    "snapshots": "api_snapshots",
    "notifications": "api_notifications",
    "subscriptions": "api_subscriptions",
    "views": "api_views",
    "openapi": "api_document",
    "docs": "api_docs",
}


class Index(Private, APIView):
    """What there is."""

    @extend_schema(responses=inline_serializer("Index", {name: serializers.URLField() for name in FRONT}))
    def get(self, request: Request) -> Response:
        """The addresses of v1."""
        return Response({name: request.build_absolute_uri(reverse(route)) for name, route in FRONT.items()})


class AsItIs(DefaultContentNegotiation):
    """One form, whatever is asked for."""

    def select_renderer(self, request: Request, renderers: Any, format_suffix: str | None = None) -> Any:
        return renderers[0], renderers[0].media_type


class Open(APIView):
    """For everybody: it says how to ask, and nothing of what the desk holds."""

    authentication_classes = []
    permission_classes = [AllowAny]
    content_negotiation_class = AsItIs
    schema = None


class Document(Open):
    def get(self, request: Request) -> JsonResponse:
        return JsonResponse(described(), json_dumps_params={"ensure_ascii": False})


class Docs(Open):
    authentication_classes = [Session]  # the page's frame greets whoever is signed in

    def get(self, request: Request) -> HttpResponse:
        manual = read_manual(described(), request.build_absolute_uri("/").rstrip("/"))
        return render(request._request, "api/docs.html", {"manual": manual, "public": settings.PUBLIC_READ})


@functools.cache
def described() -> dict[str, Any]:
    """The OpenAPI document; the same for everybody, and worked out once a process."""
    schema: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)
    return schema


@csrf_exempt  # changes nothing
def slash(request: HttpRequest) -> HttpResponse:
    """Sends on to the same address with a slash. 308 keeps the method and the body: a POST is not turned into a GET."""
    try:
        resolve(f"{request.path_info}/")
    except Resolver404 as problem:
        raise Http404 from problem
    answer = HttpResponseRedirect(request.get_full_path(force_append_slash=True))
    answer.status_code = 308
    return answer
