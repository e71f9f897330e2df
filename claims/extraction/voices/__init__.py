"""Who says so, word by word: the grammar behind `attribution`.

grammar, speakers, states, cues    vocabularies
tokens                             what one token can be
phrases → naming                   noun phrases, and who speaks in them
complements                        what follows a verb: a clause, a figure
subjects                           the phrase that a verb belongs to
verbs, passives, nouns,            the ways to name a source, one file each
prepositions, brackets
conjoined                          "A, B and C" taken apart
"""
