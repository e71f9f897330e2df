"""Reading the claims of a text: sentences, figures, dates, places, voices, and what cites what.

A pure library: text in, frozen values out. No Django, no database, no clock,
no network; the article's date is an argument. The pipeline, file by file:

    words        a sentence cut into tokens
    sentences    a text cut into sentences, a mark with the sentence before it
    segments     what each run of marks governs
    dates        → parts.Date
    figures      → parts.Figure
    places       → parts.Place
    attribution  → parts.Attribution
    claims       parts + segments → claims
    reading      the whole of it: read(text, today) → Reading
    extractor    the plug that the rules and any other extractor fit
"""
