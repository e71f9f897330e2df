"""Reading a text as a text: its spans, its marks, its plain form.

A pure library: text in, frozen values out. No Django, no database, no clock,
no network.
"""
