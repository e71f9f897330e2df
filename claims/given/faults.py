"""A JSON object as it came, read field by field. What is wrong is collected, so that all of it is said at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Context, Decimal
from typing import Any

from sources.refusals import BadValue

LARGEST = Decimal(10) ** 24  # the columns of bounds have thirty digits, six of them decimals
DECIMALS, FINEST, WIDE = 6, Decimal("0.000001"), Context(prec=60)
OF_SHAPE = ("unknown_field", "wrong_type", "required")


class BadParts(BadValue):
    """Something is wrong with what was given; `errors` has all of it. Nothing was stored."""

    def __init__(self, errors: Sequence[Mapping[str, str]]) -> None:
        first = errors[0]
        many = f"{len(errors)} things are wrong: " if len(errors) > 1 else ""
        super().__init__(many + first["detail"], pointer=first["pointer"], errors=list(errors))
        self.errors = list(errors)
        if any(error["code"] in OF_SHAPE for error in errors):
            self.status = 400


@dataclass(slots=True)
class Faults:
    """All that is wrong with one body, each with its place in it (RFC 6901)."""

    errors: list[dict[str, str]] = field(default_factory=list)

    def add(self, pointer: str, detail: str, code: str = "invalid") -> None:
        self.errors.append({"pointer": pointer, "detail": detail, "code": code})

    def settle(self) -> None:
        """Raises BadParts where there is anything."""
        if self.errors:
            raise BadParts(self.errors)


class Given:
    """One object of a body. Its getters give a value of the right type, or note a fault and give the empty one."""

    def __init__(self, data: Any, faults: Faults, fields: Iterable[str], pointer: str = "") -> None:
        self.pointer, self.faults, self.fields = pointer, faults, tuple(fields)
        self.data: Mapping[str, Any] = data if isinstance(data, Mapping) else {}
        if not isinstance(data, Mapping):
            faults.add(pointer, "This must be an object.", "wrong_type")
        legal = ", ".join(self.fields)
        for name in self.data:
            if name not in self.fields:
                self.refuse(str(name), f"There is no field “{name}”. Legal are: {legal}.", "unknown_field")

    def __contains__(self, name: str) -> bool:
        return self.data.get(name) is not None

    def refuse(self, name: str, detail: str, code: str = "invalid") -> None:
        self.faults.add(f"{self.pointer}/{name.replace('~', '~0').replace('/', '~1')}", detail, code)

    def text(self, name: str, size: int, *, needed: str = "") -> str:
        """A string as it is. `needed`: what to say where it is missing or blank."""
        value = self.data.get(name)
        if value is not None and not isinstance(value, str):
            self.refuse(name, "This must be a string.", "wrong_type")
            return ""
        if needed and not (value or "").strip():
            self.refuse(name, needed, "blank" if value else "required")
            return ""
        return self._kept(name, value or "", size)

    def _kept(self, name: str, value: str, size: int) -> str:
        if "\0" in value or not _is_storable(value):
            self.refuse(name, "There is a character in it that cannot be kept (a NUL, or half a character).")
        elif len(value) > size:
            self.refuse(name, f"This has at most {size:,} characters.", "too_long")
        else:
            return value
        return ""

    def word(self, name: str, words: Sequence[str], *, usual: str = "", needed: str = "") -> str:
        """One word of a closed list."""
        value = self.text(name, 40, needed=needed)
        if value and value not in words:
            self.refuse(name, f"“{value}” is none of {', '.join(words)}.", "unknown_word")
            return ""
        return value or usual

    def number(self, name: str) -> Decimal | None:
        """A number that the column keeps as it is."""
        value = self._some_number(name)
        if value is None:
            return None
        if value != value or not -LARGEST < value < LARGEST:  # the first: not a number
            self.refuse(name, "This number is too large to be kept.", "too_large")
            return None
        number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        if number != number.quantize(FINEST, context=WIDE):
            self.refuse(name, f"A number is kept with {DECIMALS} decimals; this one has more.", "too_fine")
            return None
        return number

    def _some_number(self, name: str) -> int | float | Decimal | None:
        value = self.data.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            self.refuse(name, "This must be a number.", "wrong_type")
            return None
        return value

    def coordinate(self, name: str, most: int) -> float | None:
        value = self._some_number(name)
        if value is None:
            return None
        if not -most <= value <= most:
            self.refuse(name, f"This goes from -{most} to {most}.", "out_of_range")
            return None
        return float(value)

    def whole(self, name: str) -> int | None:
        value = as_whole(self.data.get(name))
        if value is None and name in self:
            self.refuse(name, "This must be a whole number.", "wrong_type")
        return value

    def flag(self, name: str) -> bool:
        value = self.data.get(name)
        if value is not None and not isinstance(value, bool):
            self.refuse(name, "This must be true or false.", "wrong_type")
        return value is True


def as_whole(value: Any) -> int | None:
    """A whole number, also where JSON writes it as 4.0; None for anything else."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _is_storable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
