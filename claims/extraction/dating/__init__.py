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
counting      "two weeks ago", "a year and a month later"
relative      "last month", "the next day"
weekdays      weekdays and weeks
phrases       one moment whatever it starts with; "late …", "the end of …", "circa …" around one
periods       one moment or a range of two
relations     the preposition that governs a period
lending       years in names, which lend themselves to what is told of the event
tense         is what is told of still ahead, or before the last date?
telling       what a text has told so far, for a date to lean on
context       the year, month or day that the text leaves to its reader
shifting      … counted from an anchor
narrowing     … or cut out of a value: the second Sunday of May
"""
