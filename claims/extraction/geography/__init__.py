"""How places are read, in steps: capitals → names → toponyms → where they are.

gazetteer        names and where they are, from gazetteer_data/; build_gazetteer makes that
capitals         the capitalised runs of a sentence
names            who is who in a text: its people and its countries
surroundings     what stands around a name: "in X", "the village of X", "X, Texas"
shut_names       organisations, events, works and posts, and the places that they shut in
toponyms         whether a run is a place that the gazetteer knows
constructions    whether it is built as one, or shown to be one
placing          which of the places of one name is meant
ambiguity        names that are places and something else
name_words, place_words    the vocabularies
"""
