"""The ZIP file that a Word document is: parts by name, counted while they are unpacked, since its headers may lie.

Nothing is ever written, so a part's name ("../../x") is a name and no path.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any
from xml.parsers import expat

from sources.text.unreadable import Damaged, Encrypted, Hostile, ParserLimit

MOST_PARTS = 2_000
MOST_BYTES = 200 * 1024 * 1024  # unpacked, of all parts that are read
MOST_TIMES = 200  # as large as it was packed
SMALL = 1024 * 1024  # a part may always unpack to this
CHUNK = 64 * 1024
DEEPEST = 2_000  # elements inside one another


@dataclass(slots=True)
class Package:
    """The parts of one document. Raises Hostile, Damaged and ParserLimit with the file's name."""

    archive: zipfile.ZipFile
    name: str
    read: int = 0  # bytes unpacked so far

    @classmethod
    def opened(cls, data: bytes, name: str) -> Package:
        try:
            archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
            raise Damaged(name, "the list of its parts is missing") from error
        if len(archive.infolist()) > MOST_PARTS:
            raise Hostile(name, f"it has {len(archive.infolist()):,} parts, and {MOST_PARTS:,} are more than any needs")
        if any(part.flag_bits & 1 for part in archive.infolist()):
            raise Encrypted(name)
        return cls(archive, name)

    def has(self, part: str) -> bool:
        return part in self.archive.NameToInfo

    def chunks(self, part: str) -> Iterator[bytes]:
        try:
            with self.archive.open(self.archive.NameToInfo[part]) as stream:
                while chunk := stream.read(CHUNK):
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
            raise Damaged(self.name, f"its part “{part}” cannot be unpacked") from error

    def weigh(self, part: str) -> None:
        """Unpack a part once without looking at it: a bomb is found before anything is made of it."""
        size, packed = 0, max(self.archive.NameToInfo[part].compress_size, 1)
        for chunk in self.chunks(part):
            size += len(chunk)
            self.read += len(chunk)
            if size > SMALL and size > MOST_TIMES * packed:
                why = f"its part “{part}” unpacks to more than {MOST_TIMES} times its size (a “zip bomb”)"
                raise Hostile(self.name, why)
            if self.read > MOST_BYTES:
                raise ParserLimit(self.name, f"unpacks to more than {MOST_BYTES // 1024 // 1024} MB")

    def parse(self, part: str, reader: Any) -> None:
        """Give the elements of an XML part to `reader` (`opens(name, attributes)`, `closes(name)`, `text(words)`).

        A part may have no document type (ECMA-376 Part 2), so there are no entities to expand and nothing to fetch.
        """
        self.weigh(part)
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_entities
        depth = 0

        def opens(name: str, found: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > DEEPEST:
                raise Hostile(self.name, f"its part “{part}” is nested more than {DEEPEST:,} deep")
            reader.opens(_short(name), {_short(key): value for key, value in found.items()})

        def closes(name: str) -> None:
            nonlocal depth
            depth -= 1
            reader.closes(_short(name))

        parser.StartElementHandler, parser.EndElementHandler = opens, closes
        parser.CharacterDataHandler = reader.text
        try:
            for chunk in self.chunks(part):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise Damaged(self.name, f"its part “{part}” breaks off or is no XML (line {error.lineno:,})") from error
        except LookupError as error:
            raise Damaged(self.name, f"its part “{part}” is in an unknown encoding") from error

    def _refuse_entities(self, *_: object) -> None:
        raise Hostile(self.name, "it declares a document type, which no Word document has and which entity bombs need")

    def relations(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """Of a part: by id the kind, the target (a part's name, or an address) and whether that lies outside."""
        folder, _, file = part.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels".lstrip("/")
        if not self.has(rels):
            return {}
        reader = _Relations(folder)
        self.parse(rels, reader)
        return reader.found


class _Relations:
    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.found: dict[str, tuple[str, str, bool]] = {}

    def opens(self, name: str, found: dict[str, str]) -> None:
        if name != "Relationship":
            return
        outside = found.get("TargetMode") == "External"
        target = found.get("Target", "")
        if not outside:
            target = posixpath.normpath(posixpath.join("/" + self.folder, target)).lstrip("/")
        self.found[found.get("Id", "")] = (found.get("Type", "").rpartition("/")[2], target, outside)

    def closes(self, name: str) -> None: ...

    def text(self, words: str) -> None: ...


# The namespaces of WordprocessingML, transitional and strict; those of what stands inside it keep a prefix.
PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
}


@lru_cache(maxsize=4096)
def _short(name: str) -> str:
    """ "w:p" for what the parser calls by its whole namespace; others keep their last part behind a "?"."""
    space, _, local = name.rpartition(" ")
    if not space:
        return local
    prefix = PREFIXES.get(space, "?")
    return f"{prefix}:{local}" if prefix else local
