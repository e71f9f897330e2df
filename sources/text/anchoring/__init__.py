"""Finding the words of an old text again in a new one, file by file.

words       a text cut into words that count, with the rims of its sentences
unchanged   sentences that stand in both texts for certain
alignment   the diff: which word of the old text is which of the new
seeds       where in a text a few words could stand
evidence    how strongly a place speaks for a quote
search      the best place, and whether it is better than every other
wording     what it means that words differ: typography, wording, figure
spans       words back to places in the text
changes     the diff as spans, for a page that shows it
"""
