"""Django's admin, for people and policy only: it goes around the deeds."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.http import HttpRequest
from pghistory.admin import EventsAdmin

from claimtracker.core import permissions
from claimtracker.core.models import ApiToken, Desk, User

admin.site.site_header = admin.site.site_title = "Claimtracker: people and policy"
admin.site.has_permission = lambda request: permissions.can_administer(request.user)  # type: ignore[method-assign]  # as Django says to do it


class HiddenAdmin(EventsAdmin):
    """pghistory's page over all events is not for the admin: history has pages of its own."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


admin.site.unregister(Group)  # the four roles are made by a migration, and are no more and no fewer


class ForAdmins:
    """Admins may look and change; nobody deletes: a person is deactivated, a token revoked."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return permissions.can_administer(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return permissions.can_administer(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return permissions.can_administer(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return permissions.can_administer(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(User)
class PersonAdmin(ForAdmins, UserAdmin):  # type: ignore[type-arg]  # takes no parameter at run time
    """People. Their role is the group they are in; finer rights than roles do not exist here."""

    list_display = ("username", "email", "first_name", "last_name", "is_active", "last_login")
    list_filter = ("is_active", "groups")
    filter_horizontal = ("groups",)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": ("first_name", "last_name", "email")}),
        ("Role", {"fields": ("is_active", "groups")}),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    )
    readonly_fields = ("last_login", "date_joined")


@admin.register(ApiToken)
class TokenAdmin(ForAdmins, admin.ModelAdmin):  # type: ignore[type-arg]  # takes no parameter at run time
    """Look at tokens and revoke them; a new one is made by `manage.py create_token`."""

    list_display = ("prefix", "user", "scope", "expires_at", "revoked_at", "last_used_at")
    list_select_related = ("user",)
    fields = ("prefix", "user", "scope", "expires_at", "revoked_at", "last_used_at")
    readonly_fields = ("prefix", "user", "scope", "last_used_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(Desk)
class DeskAdmin(ForAdmins, admin.ModelAdmin):  # type: ignore[type-arg]  # takes no parameter at run time
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
