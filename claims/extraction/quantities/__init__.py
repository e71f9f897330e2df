"""The grammar of figures, file by file: numbers, their units, what they count, and what is no figure.

phrases        fixed phrases, looked up token by token
digits         "13,000", "2 1/2", "1.3×10^6"
numbers        the same in words: "two and a half million", "tens of thousands"
units          "km", "-day", "US dollars", "per day"
operands       a number with its currency or unit
ranges         two numbers that make one: "10,000–12,000"
comparators    "at least", "or so"
nouns          what is counted, found without a lexicon
counting       the unit that other words of the sentence name
rows           figures side by side that share one
persons        people, counted by what became of them
ages           years of life, where no word says so
designations   numbers that count nothing: T-72, Room 40, 2019
results        of matches and votes: "3–2"
senses         words that can be numbers and often are not: "one", "half", "double"
"""
