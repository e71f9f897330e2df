"""Articles, their revisions, marks and citations, what they were made from, and the sources that they cite."""

from .arrival import Arrival
from .article import Article, Revision
from .citation import Citation, Identified, Mark
from .reading import Reading
from .source import Source

__all__ = ["Arrival", "Article", "Citation", "Identified", "Mark", "Reading", "Revision", "Source"]
