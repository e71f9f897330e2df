"""Dates in EDTF."""

from claims.extraction.edtf import parse as parse
