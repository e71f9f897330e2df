"""Citation lint."""
