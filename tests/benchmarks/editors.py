"""Editors as the desk meets them: a script with a token, or a person with a browser's session. HTTP and nothing else.

Each request that writes has an id of its own (X-Request-ID), which the desk keeps with what it wrote: so that the
ledger can ask of every answer whether it is in the history, and of every row of the history who was told so.
"""

from __future__ import annotations

import datetime as dt
import html
import http.client
import json
import random
import re
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

FORM = re.compile(
    r"<form\b[^>]{0,500}\baction=\"(?P<action>[^\"]{0,300})\"[^>]{0,200}>(?P<inside>.*?)</form>", re.DOTALL
)
ATTRIBUTE = re.compile(r"([\w-]{1,40})(?:=\"([^\"]{0,5000})\")?")
OPTION = re.compile(r"<option value=\"([^\"]{0,200})\" selected")


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True, slots=True)
class Attempt:
    """One edit that was tried. `seen`: the version it was made for; `said`: what it wanted to be written."""

    request: str
    door: str  # api or page
    deed: str
    claim: int
    seen: int
    said: str
    outcome: str  # applied · stale · refused · failed
    status: int
    seconds: float
    words: str = ""


class Desk:
    """The way to the desk, with the keys of one person."""

    def __init__(self, base: str, *, token: str, session: str) -> None:
        at = urlsplit(base)
        self.host, self.port = str(at.hostname), int(at.port or 80)
        self.token, self.session = token, session
        self.csrf = uuid.uuid4().hex

    def script(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        given = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json", **headers}
        return self._ask(method, f"/api/v1/{path}", None if body is None else json.dumps(body).encode(), given)

    def browser(self, method: str, path: str, form: dict[str, Any] | None = None, **headers: str) -> Answer:
        cookies = f"session={self.session}; csrftoken={self.csrf}"
        given = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded", **headers}
        body = None if form is None else urlencode({**form, "csrfmiddlewaretoken": self.csrf}, doseq=True).encode()
        return self._ask(method, path, body, given)

    def page(self, path: str) -> str:
        answer = self.browser("GET", path)
        if answer.status != 200:
            raise ValueError(f"GET {path} was answered with {answer.status}.")
        return answer.text

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        connection = http.client.HTTPConnection(self.host, self.port, timeout=120)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            named = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, named, answer.read())
        finally:
            connection.close()


# What an editor may do, how often of a hundred times, and where.
DEEDS = {
    "patch": (30, "/api/v1/claims/{id}/", "patch"),
    "move": (15, "/api/v1/claims/{id}/transitions/", "post"),
    "judge": (10, "/api/v1/claims/{claim}/reviews/", "post"),
    "assign": (10, "/api/v1/claims/{id}/assign/", "post"),
    "edit_page": (14, "", ""),
    "step_page": (11, "", ""),
    "assign_page": (10, "", ""),
}
NOBODY = "nobody"


def offered(desk: Desk, claim: int) -> list[str]:
    """Which of these the desk has."""
    paths = desk.script("GET", "openapi.json").json["paths"]
    found = [name for name, (_, path, method) in DEEDS.items() if method in paths.get(path, ())]
    page = f"/claims/{claim}/"
    pages = {"edit_page": f"{page}edit/", "step_page": page, "assign_page": page}
    return found + [name for name, path in pages.items() if desk.browser("GET", path).status != 404]


class Editor:
    """Somebody at work: reads a claim, and changes it as they saw it."""

    def __init__(
        self, name: str, desk: Desk, claims: list[int], chance: random.Random, colleagues: Sequence[str]
    ) -> None:
        self.name, self.desk, self.claims, self.chance, self.colleagues = name, desk, claims, chance, colleagues
        self.deeds = offered(desk, claims[0])

    def edit(self) -> Attempt:
        (deed,) = self.chance.choices(self.deeds, weights=[DEEDS[name][0] for name in self.deeds])
        claim = self.chance.choice(self.claims)
        try:
            attempt: Attempt = getattr(self, deed)(claim)
        except (OSError, ValueError, LookupError, http.client.HTTPException) as trouble:
            # No answer, or a page without what is on it: a fault of the desk, and no reason to go home.
            door = "page" if deed.endswith("_page") else "api"
            return Attempt(uuid.uuid4().hex, door, deed, claim, 0, "", "failed", 0, 0.0, repr(trouble)[:300])
        return attempt

    # By the API

    def patch(self, claim: int) -> Attempt:
        said = f"Statement {uuid.uuid4().hex}."
        return self._write("correct", "PATCH", claim, "", {"statement": said}, said=said)

    def move(self, claim: int) -> Attempt:
        steps = self.desk.script("GET", f"claims/{claim}/transitions/").json
        to = [one["to"] for one in steps["transitions"] if one["allowed"]]
        body = {"to": self.chance.choice(to or ["open"]), "reason": "As agreed."}
        return self._write("move", "POST", claim, "transitions/", body, seen=steps["version"])

    def judge(self, claim: int) -> Attempt:
        body = {"verdict": self.chance.choice(["supported", "contradicted"]), "rationale": "Read again."}
        return self._write("judge", "POST", claim, "reviews/", body)

    def assign(self, claim: int) -> Attempt:
        to, due = self._wish()
        said = f"{to or NOBODY} {due or ''}".strip()
        return self._write("assign", "POST", claim, "assign/", {"to": to, "due": due}, said=said)

    def _wish(self) -> tuple[str | None, str | None]:
        """Take it, give it to a colleague with a day by which it is to be done, or let it go."""
        colleague = self.chance.choice(self.colleagues)
        day = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=self.chance.randint(1, 99))
        return self.chance.choice([(self.name, None), (colleague, day.isoformat()), (None, None)])

    def _write(
        self, deed: str, method: str, claim: int, path: str, body: Any, *, said: str = "", seen: int = 0
    ) -> Attempt:
        seen = seen or self.desk.script("GET", f"claims/{claim}/").json["version"]
        request, begun = uuid.uuid4().hex, time.monotonic()
        headers = {"If-Match": f'"{seen}"', "X-Request-ID": request}
        if method == "POST":
            headers["Idempotency-Key"] = request
        answer = self.desk.script(method, f"claims/{claim}/{path}", body, **headers)
        taken = time.monotonic() - begun
        outcome = outcome_of(answer.status, stale=(412,))
        words = answer.text[:300] if outcome == "failed" else ""
        return Attempt(request, "api", deed, claim, seen, said, outcome, answer.status, taken, words)

    # By the pages

    def edit_page(self, claim: int) -> Attempt:
        said = f"Statement {uuid.uuid4().hex}."
        form = fields_of(self.desk.page(f"/claims/{claim}/edit/"), "statement") | {"statement": said}
        return self._send("correct", claim, f"/claims/{claim}/edit/", form, said, "Corrected.")

    def step_page(self, claim: int) -> Attempt:
        page = self.desk.page(f"/claims/{claim}/")
        steps = [one for one in FORM.finditer(page) if one["action"].endswith(f"/claims/{claim}/step/")]
        if not steps:
            return self.judge(claim)
        form = controls(self.chance.choice(steps)["inside"]) | {"reason": "As agreed."}
        return self._send("move", claim, f"/claims/{claim}/step/", form, "", "Done; the history has it")

    def assign_page(self, claim: int) -> Attempt:
        path, (to, due) = f"/claims/{claim}/assign/", self._wish()
        forms = [one for one in FORM.finditer(self.desk.page(f"/claims/{claim}/")) if one["action"].endswith(path)]
        if not forms:  # nobody works on a closed claim
            return self.assign(claim)
        form = controls(forms[0]["inside"]) | {"to": to or "", "due": due or ""}
        done = "It is with " if to else "It is free for all now."
        return self._send("assign", claim, path, form, f"{to or NOBODY} {due or ''}".strip(), done)

    def _send(self, deed: str, claim: int, path: str, form: dict[str, Any], said: str, done: str) -> Attempt:
        request, begun = uuid.uuid4().hex, time.monotonic()
        answer = self.desk.browser("POST", path, form, **{"X-Request-ID": request})
        taken = time.monotonic() - begun
        outcome, words = outcome_of(answer.status, stale=(409, 412)), ""
        if outcome == "applied":
            outcome, words = self._told(answer, done)
        elif outcome == "failed":
            words = answer.text[:300]
        seen = int(form.get("version") or 0)
        return Attempt(request, "page", deed, claim, seen, said, outcome, answer.status, taken, words)

    def _told(self, answer: Answer, done: str) -> tuple[str, str]:
        """A page says on the next one what came of it; a person reads it there."""
        cookies = answer.headers.get("set-cookie", "")
        kept = re.search(r"messages=([^;]{0,4000})", cookies)
        header = {"Cookie": f"session={self.desk.session}; messages={kept[1]}"} if kept else {}
        page = html.unescape(self.desk.browser("GET", urlsplit(answer.headers["location"]).path, **header).text)
        if done in page:
            return "applied", ""
        return ("stale" if "Nothing was changed: look at what is new" in page else "refused"), ""


def outcome_of(status: int, *, stale: tuple[int, ...]) -> str:
    if status < 400:
        return "applied"
    return "stale" if status in stale else "failed" if status >= 500 else "refused"


def fields_of(page: str, named: str) -> dict[str, Any]:
    """What the form with a field of that name would send."""
    for form in FORM.finditer(page):
        if f'name="{named}"' in form["inside"]:
            return controls(form["inside"])
    raise ValueError(f"No form of this page has a field “{named}”.")


def controls(inside: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in re.finditer(r"<input\b([^>]{0,2000})>|<button\b([^>]{0,500})>", inside):
        said = dict(ATTRIBUTE.findall(one[1] or one[2]))
        if "name" not in said or (said.get("type") in ("checkbox", "radio") and "checked" not in said):
            continue
        if said["name"] != "csrfmiddlewaretoken":
            found.setdefault(said["name"], []).append(html.unescape(said.get("value", "")))
    for one in re.finditer(r"<textarea\b([^>]{0,2000})>([^<]{0,50000})</textarea>", inside):
        said = dict(ATTRIBUTE.findall(one[1]))
        found[said["name"]] = [html.unescape(one[2]).removeprefix("\n")]
    for one in re.finditer(r"<select\b([^>]{0,2000})>(.{0,20000}?)</select>", inside, re.DOTALL):
        said, chosen = dict(ATTRIBUTE.findall(one[1])), OPTION.search(one[2])
        found[said["name"]] = [html.unescape(chosen[1]) if chosen else ""]
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}
