"""Two people have changed one claim: what was there before, what stands there now, and what was typed, part by part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from claims.models.vocabulary import Comparator, Form, Kind
from claims.web.editvalues import Values
from sources.text.anchors import read_changes

Runs = list[tuple[str, str]]
State = Literal["same", "theirs", "yours", "both", "alike"]

ROWS: dict[str, tuple[str, tuple[str, ...]]] = {
    "figure": ("Figure", ("figure_text", "figure_comparator", "figure_low", "figure_high", "figure_form",
                          "figure_per")),
    "counted": ("Counted", ("figure_unit", "figure_counted")),
    "when": ("When", ("date_text", "date_edtf", "date_relation", "date_qualifier", "date_inferred")),
    "where": ("Where", ("place_text", "place_name", "place_country", "place_precision")),
    "who": ("Who says so", ("attribution_text", "attribution_agent", "attribution_cue", "attribution_mode",
                            "attribution_through")),
    "kind": ("Kind", ("kind",)),
    "statement": ("Statement", ("statement",)),
    "citations": ("Cites", ("citations",)),
}  # fmt: skip
SIDES = ("theirs", "yours")
LEAST_SHARED = 0.5  # of the longer one; where less is the same, words struck through among new ones cannot be read


@dataclass(frozen=True, slots=True)
class Row:
    """One part: its words before, and what each of the two made of them, as runs of (same | removed | added, words)."""

    name: str
    label: str
    state: State
    before: str
    theirs: Runs
    yours: Runs

    @property
    def chosen(self) -> str:
        """What only one side changed is chosen already; where both did, somebody has to say."""
        return {"theirs": "theirs", "yours": "yours"}.get(self.state, "")


def read_rows(before: Values, theirs: Values, yours: Values) -> list[Row]:
    """All parts that anybody has, or has changed."""
    rows = []
    for name, (label, fields) in ROWS.items():
        sides = [{field: values[field] for field in fields} for values in (before, theirs, yours)]
        if any(_is_said(side) for side in sides):
            said = [say(name, side) for side in sides]
            rows.append(Row(name, label, _state(*sides), said[0], _runs(said[0], said[1]), _runs(said[0], said[2])))
    return rows


def resolved(picks: Mapping[str, str], theirs: Values, yours: Values) -> Values:
    """What somebody typed, with their parts where those were picked."""
    values = dict(yours)
    for name, (_, fields) in ROWS.items():
        if picks.get(f"pick-{name}") == "theirs":
            values |= {field: theirs[field] for field in fields}
    return values


def unpicked(picks: Mapping[str, str], rows: list[Row]) -> list[Row]:
    """Parts that both have changed and nobody has chosen."""
    return [row for row in rows if row.state == "both" and picks.get(f"pick-{row.name}") not in SIDES]


def say(name: str, side: Values) -> str:
    """A part in words, for a person to compare."""
    return " · ".join(dict.fromkeys(piece for piece in WORDS[name](side) if piece)) or "nothing"


def _is_said(side: Values) -> bool:
    return any(value for field, value in side.items() if field != "figure_form")


def _state(before: Values, theirs: Values, yours: Values) -> State:
    if theirs == yours:
        return "same" if before == theirs else "alike"
    if before == theirs:
        return "yours"
    return "theirs" if before == yours else "both"


def _runs(before: str, after: str) -> Runs:
    """The words after, with what was there before struck through."""
    if before == after:
        return [("same", after)]
    runs: Runs = []
    for piece in read_changes(before, after):
        old, new = before[piece.old_start : piece.old_end], after[piece.new_start : piece.new_end]
        runs += [("same", new)] if piece.kind == "same" else [("removed", old), ("added", new)]
    shared = sum(len(words) for kind, words in runs if kind == "same")
    if shared < LEAST_SHARED * max(len(before), len(after)):
        runs = [("removed", before), ("added", after)]
    return [(kind, words) for kind, words in runs if words]


def _label(choices: Any, value: str) -> str:
    return str(dict(choices).get(value, value)).lower()


def _figure(side: Values) -> list[str]:
    if not side["figure_comparator"]:
        return []
    bounds = " – ".join(one for one in (side["figure_low"], side["figure_high"]) if one)
    form = "" if side["figure_form"] in ("", Form.AMOUNT) else f"a {side['figure_form']}"
    per = f"per {side['figure_per']}" if side["figure_per"] else ""
    return [side["figure_text"], f"{_label(Comparator.choices, side['figure_comparator'])} {bounds}", form, per]


def _when(side: Values) -> list[str]:
    context = "from the context" if side["date_inferred"] else ""
    return [
        side["date_text"],
        side["date_edtf"],
        side["date_relation"].replace("_", " "),
        side["date_qualifier"],
        context,
    ]


def _where(side: Values) -> list[str]:
    name = ", ".join(one for one in (side["place_name"], side["place_country"]) if one)
    return [side["place_text"], name, side["place_precision"]]


def _who(side: Values) -> list[str]:
    through = ", ".join(side["attribution_through"].split("\n"))
    cue = f"“{side['attribution_cue']}”" if side["attribution_cue"] else ""
    passed = f"by way of {through}" if through else ""
    return [side["attribution_text"], side["attribution_agent"], side["attribution_mode"], cue, passed]


WORDS: dict[str, Any] = {
    "figure": _figure,
    "counted": lambda side: [side["figure_counted"], side["figure_unit"]],
    "when": _when,
    "where": _where,
    "who": _who,
    "kind": lambda side: [_label(Kind.choices, side["kind"])],
    "statement": lambda side: [side["statement"]],
    "citations": lambda side: [" ".join(f"[{one}]" for one in side["citations"].split(",") if one)],
}
