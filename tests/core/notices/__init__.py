"""Watching, notifications, their mails and saved views."""
