"""Who hears of what: watching, notifications, their e-mails, and saved views."""
