"""How an entry of a reference list is read: the steps of `sources.text.entries`.

address → identifiers → access notes → pages → quoted title → date → names,
each of which takes out what it knew, so that the rest is title and container.
"""
