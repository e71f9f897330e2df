"""Addresses of the pages that belong to no domain: signing in, appearance, help."""

from django.urls import path

from claimtracker.core.web import accounts, guide, preferences

urlpatterns = [
    path("sign-in/", accounts.SignIn.as_view(), name="sign_in"),
    path("sign-out/", accounts.SignOut.as_view(), name="sign_out"),
    path("password/", accounts.ChangePassword.as_view(), name="password_change"),
    path("password/changed/", accounts.PasswordChanged.as_view(), name="password_change_done"),
    path("password/reset/", accounts.ResetPassword.as_view(), name="password_reset"),
    path("password/reset/sent/", accounts.ResetSent.as_view(), name="password_reset_done"),
    path("password/reset/<uidb64>/<token>/", accounts.ChooseNew.as_view(), name="password_reset_confirm"),
    path("password/reset/done/", accounts.ResetDone.as_view(), name="password_reset_complete"),
    path("preferences/", preferences.set_preferences, name="preferences"),
    path("help/", guide.words, name="help"),
    path("help/errors/", guide.errors, name="help_errors"),
]
