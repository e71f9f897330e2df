"""Articles, their revisions, marks and citations, and the sources that they cite."""

from .article import Article, Revision
from .citation import Citation, Mark
from .reading import Reading
from .source import Source

__all__ = ["Article", "Citation", "Mark", "Reading", "Revision", "Source"]
