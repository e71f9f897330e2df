"""All of v1 on one screen."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
