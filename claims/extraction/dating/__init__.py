"""How dates are read, in steps: words of the calendar → moments → periods → values in their context.

line          the sentence as these readers walk it
vocabulary    months, weekdays, units and the words around them
year_words    what tells a year from any other number
moments       what one date says, before its context fills the gaps
numerals      "3rd", "twenty-first", "two"
years         is this number a year?
eras          what may hang on a year: eras, quarters, decades, centuries
days          months and days with a word in them
numeric       dates in figures alone
seasons       seasons, quarters, halves, fiscal years
holidays      days with a name
relative      "last month", "two weeks later", weekdays
phrases       one moment whatever it starts with; "late …", "the end of …", "circa …" around one
periods       one moment or a range of two
relations     the preposition that governs a period
context       the year, month or day that the text leaves to its reader
"""
