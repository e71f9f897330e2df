"""Every address of the program: pages by app, the API, and the data beside the pages."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from claimtracker import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("admin/", admin.site.urls),
    path("api/v1/", include("claimtracker.api.urls")),
    path("", include("claimtracker.api.beside")),
    path("", include("claims.web.urls")),
    path("", include("sources.web.urls")),
    path("", include("claimtracker.core.web.urls")),
]

handler400 = "claimtracker.core.web.errors.bad_request"
handler403 = "claimtracker.core.web.errors.forbidden"
handler404 = "claimtracker.core.web.errors.not_found"
handler500 = "claimtracker.core.web.errors.server_error"
