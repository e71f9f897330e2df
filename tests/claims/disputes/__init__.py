"""Disputes and rivals."""
