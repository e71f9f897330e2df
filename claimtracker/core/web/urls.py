"""Addresses of the pages that belong to no domain: signing in, appearance, help."""

from django.urls import path

from claimtracker.core.web import accounts, feeds, guide, notifications, preferences, views, watching

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
    path("notifications/", notifications.notifications, name="notifications"),
    path("notifications/<int:pk>/", notifications.open_notice, name="open_notice"),
    path("notifications/read/", notifications.read, name="read_notices"),
    path("notifications/settings/", notifications.choose, name="notice_settings"),
    path("watching/", watching.watching, name="watching"),
    path("unsubscribe/<str:token>/", watching.stop_mail, name="stop_mail"),
    path("claims/<int:pk>/changes.atom", feeds.changes, {"kind": "claim"}, name="claim_feed"),
    path("articles/<int:pk>/changes.atom", feeds.changes, {"kind": "article"}, name="article_feed"),
    path("sources/<int:pk>/changes.atom", feeds.changes, {"kind": "source"}, name="feed_of_source"),
    path("views/", views.views, name="views"),
    path("views/add/", views.add, name="add_view"),
    path("views/<slug:slug>/", views.view, name="saved_view"),
    path("views/<slug:slug>.atom", feeds.view, name="view_feed"),
    path("views/<slug:slug>/edit/", views.edit, name="edit_view"),
    path("views/<slug:slug>/delete/", views.delete, name="delete_view"),
    path("help/", guide.words, name="help"),
    path("help/errors/", guide.errors, name="help_errors"),
]
