"""What was written: articles, their numbered citations, the works cited, the copies we keep."""
