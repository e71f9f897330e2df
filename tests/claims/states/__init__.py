"""A desk at play: random acts of random people on claims, held against a plain model."""
