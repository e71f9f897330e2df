"""Files of references: BibTeX, RIS and CSL-JSON, and how their records are matched to an article's numbers."""
