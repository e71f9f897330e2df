"""Web pages: their encoding, what of them is the article, and what they say about themselves."""
