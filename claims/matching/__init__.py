"""Claims held against other words: a new text of their article.

A pure library, as `claims.extraction` is: texts and readings in, frozen values out.

    revisions     what became of each claim when its article got another text
    figures       the figures of some words as values that can be compared
    differences   one claim before and after, in the words of a claim-level diff
"""
