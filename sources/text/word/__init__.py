"""Word documents (DOCX): the package they come in, their text, their notes."""
