"""What an answer's body comes to: taken piece by piece, unpacked by ourselves, counted at every step. Pure."""

from __future__ import annotations

import zlib

from sources.net.failures import Bomb, BrokeOff, TooLarge
from sources.net.policy import Limits

STEP = 262_144  # unpacked at once
GZIP = 16 + zlib.MAX_WBITS  # zlib's sign for gzip with its own header (RFC 1952)
MAGIC = b"\x1f\x8b"
MOST_MEMBERS = 1000  # a gzip file may be several in a row; a million empty ones are made to keep us busy


class Body:
    """Give it the pieces with `take`; `finish` returns the whole."""

    def __init__(self, limits: Limits, *, packed: bool) -> None:
        self._limits = limits
        self._packed = packed
        self._wire = 0
        self._members = 0
        self._unpacker = zlib.decompressobj(GZIP)
        self._whole = bytearray()

    def take(self, piece: bytes) -> None:
        """Raises TooLarge or Bomb as soon as a limit is passed, BrokeOff for what is no gzip."""
        self._wire += len(piece)
        if self._wire > self._limits.wire:
            raise TooLarge
        if self._packed:
            self._unpack(piece)
        else:
            self._add(piece)

    def finish(self) -> bytes:
        """All of it. Raises BrokeOff where the compression did not come to its end."""
        if self._packed and self._wire and not self._unpacker.eof:
            raise BrokeOff
        return bytes(self._whole)

    def _unpack(self, piece: bytes) -> None:
        while piece:
            if self._unpacker.eof and not self._next_member(piece):
                return
            try:
                self._add(self._unpacker.decompress(piece, STEP))
            except zlib.error as error:
                raise BrokeOff from error
            piece = self._unpacker.unconsumed_tail or self._unpacker.unused_data

    def _next_member(self, piece: bytes) -> bool:
        # Whatever else follows a gzip file is padding, which every browser passes over.
        if not MAGIC.startswith(piece[:2]):
            return False
        self._members += 1
        if self._members > MOST_MEMBERS:
            raise Bomb
        self._unpacker = zlib.decompressobj(GZIP)
        return True

    def _add(self, unpacked: bytes) -> None:
        self._whole += unpacked
        size = len(self._whole)
        if size > self._limits.ratio_from and size > self._limits.ratio * self._wire:
            raise Bomb
        if size > self._limits.decoded:
            raise TooLarge
