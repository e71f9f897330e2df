"""Words that tell what a name in a reference stands for: an outlet, an organisation, or a person."""

from __future__ import annotations

import re

# A name with one of these is a newspaper's, a broadcaster's or an agency's …
_OUTLETS = """
    times post herald guardian telegraph news tribune gazette chronicle observer mail daily independent
    mirror star sun globe courier examiner dispatch sentinel inquirer newspaper magazine weekly
    broadcasting radio television tv wire reuters afp bloomberg politico axios economist newsweek bbc
    cnn npr nbc abc cbs cbc pbs itv dw tass xinhua yonhap interfax ukrinform nhk zeitung monde figaro
    spiegel stern repubblica corriere pais mundo newswire mercury standard advertiser argus echo
    examiner express gleaner ledger messenger press-telegram record register reporter today vanguard
    voice newsroom morning evening sunday
"""
OUTLET_WORDS = frozenset(_OUTLETS.split())
# … and so is each of these, which ordinary words make up.
OUTLETS = frozenset(
    {
        "associated press",
        "the associated press",
        "agence france-presse",
        "al jazeera",
        "deutsche welle",
        "sky",
        "ap",
        "vox",
    }
    | {
        "the hill",
        "the intercept",
        "bellingcat",
        "meduza",
        "kyiv independent",
        "the conversation",
        "the atlantic",
        "time",
    }
)
_ORGANISATIONS = """
    agency archives assembly association authority bank board bureau cabinet center centre centers
    church club college command commission committee community company confederation congress consortium
    convention corporation corps council court crescent cross department directorate division embassy
    federation force forces forum foundation fund government group house initiative inc inspectorate
    institute institution international laboratory league library llc ltd ministry mission monitor
    museum nations network observatory office organisation organization parliament party police press
    programme program project registry research rights school secretariat senate service services
    society staff state states statistics survey team treasury tribunal trust union university watch
    works world global national royal federal european united editors editorial human
"""
ORGANISATION_WORDS = frozenset(_ORGANISATIONS.split())
# Parts of a newspaper that stand where its name is looked for.
DEPARTMENTS = frozenset(
    {
        "opinion",
        "op-ed",
        "editorial",
        "analysis",
        "news",
        "world",
        "world news",
        "comment",
        "letters",
        "sport",
        "business",
    }
)
CONFERENCE = re.compile(r"\b(?:conference|conf\.|symposium|symp\.|workshop|congress)(?!\w)", re.IGNORECASE)
JOURNAL = re.compile(
    r"\b(?:journal|review|annals|letters|transactions|bulletin|quarterly|proceedings|acta|archives|j\.|rev\.|trans\.)(?!\w)",
    re.IGNORECASE,
)
_PARTICLES = """
    van von der den de del della di da dos das du la le el al bin ibn ben ter ten zu zur af av y e
"""
PARTICLES = frozenset(_PARTICLES.split())
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "jr.", "sr.", "ph.d.", "m.d."})


def is_outlet(name: str) -> bool:
    name = " ".join(name.lower().split()).strip(" .,")
    words = re.findall(r"[\w-]+", name)
    return name in OUTLETS or any(word in OUTLET_WORDS for word in words)


def is_organisation(name: str) -> bool:
    words = re.findall(r"[\w-]+", name.lower())
    return any(word in ORGANISATION_WORDS for word in words) or is_outlet(name)
