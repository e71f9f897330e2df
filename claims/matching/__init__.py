"""Claims held against other words: a new text of their article, and the text of a source that they cite.

A pure library, as `claims.extraction` is: texts and readings in, frozen values out.

    revisions     what became of each claim when its article got another text
    figures       the figures of some words as values that can be compared
    differences   one claim before and after, in the words of a claim-level diff

    support       does this source say what this claim says? (the front; all below is behind it)
    answers       what comes back: finding, relation, hedge, proofs, receipt
    source        the text of a source, indexed once, its sentences read on demand
    heard         one sentence of it
    question      a claim prepared to be asked of sources
    candidates    which sentences are worth reading for it
    intervals     values as intervals, and how one lies to another
    conversions   units of measure brought to a common one
    hedges        how the words beside a number changed
    things        what a figure counts
    fates         what became of those who are counted
    names         names that can be compared
    subject_words nouns and verbs by sense, by hand
    subjects      whether two figures count the same thing
    context       what the sentences around speak of
    negation      what is denied, asked, owed, possible or only planned
    retractions   what a sentence tells only to take it back
    answered      what the words right behind a sentence make of it
    predicates    the verb that a figure stands with
    cases         a figure of a source beside that of a claim
    owners        whose, where and when
    roles         who did it to whom
    composites    "an hour and a half", "5 feet 6 inches"
    contrasts     words that exclude each other
    senses        what a word may mean, with kin (words used for each other) and stems
    writing       whether two figures are written alike
    figure_support  figures held against a figure
    statements    which sentences speak of a claim without a figure
    events        dates, places and statements
    phrasals      verbs of two words by the one that says the same
    deeds         the verb that a claim's date or place stands with
    times         dates by interval
    moments       which of the times that a source holds against each other a figure is of
    whereabouts   places by containment
    beside        the date and the place of a claim
"""
