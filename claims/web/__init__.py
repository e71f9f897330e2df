"""Pages that show claims: the desk, the lists, one claim, the reading view, one source."""
