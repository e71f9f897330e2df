"""Wiring: introduces the apps to the outside. Holds no domain words; nothing imports it, core aside."""
