"""Tags of the page frame, the same for every app."""
