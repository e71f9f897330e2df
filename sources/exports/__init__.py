"""Articles, citations and sources as they leave the house: JSON shapes and tables."""
