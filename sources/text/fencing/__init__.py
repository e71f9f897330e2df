"""What of a text is no part of it, told by the shape of its lines: the steps of `sources.text.fences`."""
