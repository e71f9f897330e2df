"""Signing in and out, changing and resetting a password: Django's own views, with our words.

Every answer is the same whether or not an account exists (no list of who works here).
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth import views
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpResponse
from django.urls import reverse_lazy


class SignInForm(AuthenticationForm):
    error_messages = {
        "invalid_login": "That name and password do not belong together. Capitals count.",
        # Never shown by the usual backend, which answers an inactive person like an unknown one.
        "inactive": "That name and password do not belong together. Capitals count.",
    }


class Refusing:
    """A refused form comes back as 422, with everything typed but the passwords."""

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)  # type: ignore[attr-defined,no-any-return]  # of the view


class SignIn(Refusing, views.LoginView):
    form_class = SignInForm
    redirect_authenticated_user = True


class SignOut(views.LogoutView):
    http_method_names = ["post", "options"]


class ChangePassword(Refusing, views.PasswordChangeView):
    pass


class PasswordChanged(views.PasswordChangeDoneView):
    pass


class ResetPassword(Refusing, views.PasswordResetView):
    success_url = reverse_lazy("password_reset_done")


class ResetSent(views.PasswordResetDoneView):
    pass


class ChooseNew(Refusing, views.PasswordResetConfirmView):
    pass


class ResetDone(views.PasswordResetCompleteView):
    pass
