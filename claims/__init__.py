"""What is claimed, and what people said about it."""
