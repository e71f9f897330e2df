"""How dates are read, in steps: words of the calendar → moments → periods → values in their context.

line          the sentence as these readers walk it
vocabulary    months, weekdays, units and the words around them
year_words    what tells a year from any other number
moments       what one date says, before its context fills the gaps
years         years, decades, centuries, eras
days          months and days in all their spellings
seasons       seasons, quarters, halves, fiscal years, "the end of …"
holidays      days with a name
relative      "last month", "two weeks later", weekdays
periods       one moment or a range of two
relations     the preposition that governs a period
context       the year, month or day that the text leaves to its reader
"""
