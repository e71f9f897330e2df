"""Pages that belong to no domain: errors, sign-in, help."""
