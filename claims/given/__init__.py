"""Parts of a claim as people and scripts give them: JSON objects, checked and made into columns. No database."""
