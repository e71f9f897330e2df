"""PDF documents: what is drawn where, which lines that makes, and which paragraphs."""
