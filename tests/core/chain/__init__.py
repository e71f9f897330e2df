"""The chain over the history, made and tampered with."""
