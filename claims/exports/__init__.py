"""Claims as they leave the house: the JSON shape and the table."""
