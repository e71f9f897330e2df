"""Who can say something: nouns for speaking people and bodies, for documents, and names that are neither."""

# ruff: noqa: SIM905 -- words are read and edited as words, not as a column of quotes
from __future__ import annotations


def _with_plurals(*singular: str) -> frozenset[str]:
    words = [word for group in singular for word in group.split()]
    return frozenset(words) | {_plural(word) for word in words}


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


PEOPLE = _with_plurals(
    # Offices
    "official officer spokesman spokeswoman spokesperson spokespersons president chancellor minister premier secretary "
    "governor mayor senator congressman congresswoman lawmaker legislator deputy councillor councilor ambassador envoy "
    "diplomat delegate representative commissioner chairman chairwoman chairperson chair director head chief leader "
    "ruler administrator superintendent inspector sheriff prosecutor attorney lawyer solicitor barrister judge justice "
    "magistrate coroner ombudsman auditor regulator treasurer king queen prince princess emperor sultan emir pope "
    "bishop "
    "archbishop cardinal imam cleric pastor priest rabbi monk mp adviser advisor aide negotiator mediator counsel "
    "rapporteur",
    # Arms
    "general colonel major captain lieutenant sergeant admiral commander commandant brigadier marshal soldier veteran "
    "fighter militant rebel insurgent defector deserter spy agent guard serviceman policeman detective investigator",
    # Learning
    "researcher scientist scholar historian economist analyst expert specialist professor lecturer academic "
    "sociologist "
    "anthropologist archaeologist archeologist demographer statistician psychologist philosopher theorist physicist "
    "chemist biologist geologist seismologist meteorologist climatologist astronomer epidemiologist virologist "
    "ecologist botanist zoologist paleontologist palaeontologist linguist engineer mathematician author coauthor "
    "writer "
    "biographer chronicler forecaster pollster modeller modeler critic reviewer commentator checker pundit blogger",
    # News
    "journalist reporter correspondent editor columnist broadcaster newspaper magazine journal outlet daily weekly "
    "tabloid agency newswire channel station network publication website portal media press",
    # Trades
    "doctor physician surgeon nurse medic paramedic psychiatrist pathologist dentist pharmacist farmer "
    "manager executive founder cofounder owner producer developer publisher banker trader broker investor coach "
    "trainer "
    "player captain pilot driver organiser organizer activist campaigner advocate lobbyist monitor observer watchdog "
    "rescuer firefighter responder volunteer worker contractor operator supervisor curator firm",
    # Everybody
    "witness eyewitness survivor victim resident local villager neighbour neighbor relative parent mother father "
    "brother "
    "sister widow family patient refugee prisoner detainee captive hostage defendant suspect plaintiff opponent "
    "supporter proponent protester protestor demonstrator source insider informant whistleblower critic skeptic "
    "sceptic "
    "respondent participant subscriber user consumer teacher student person group member citizen colleague",
)
BODIES = _with_plurals(
    "government administration ministry department agency authority office bureau directorate secretariat commission "
    "committee council court tribunal parliament congress senate assembly house cabinet kremlin embassy consulate "
    "mission "
    "inquiry panel board body union federation confederation league association society organisation organization "
    "institute institution university college school hospital clinic laboratory foundation fund trust charity ngo "
    "nonprofit party coalition alliance bloc front movement opposition junta regime military army navy force "
    "command police constabulary brigade division regiment battalion corps militia headquarters staff general "
    "company corporation firm bank manufacturer airline carrier retailer insurer operator service observatory "
    "survey centre center club team franchise exchange lab taskforce defence defense state city county municipality "
    "church vatican palace pentagon intelligence leadership side collective consortium guild chamber initiative "
    "programme program project thinktank tank command country nation lawyer campaign brand maker studio label "
    "regulator "
    "registry rebels ally counterpart television radio wing branch consultancy startup newsroom tv",
) | frozenset("police media people troops forces personnel crew intelligence".split())
SPEAKERS = (PEOPLE | BODIES) - frozenset("house houses states cities tanks".split())

# Plain words that can head the subject of "say" too, but never of a weaker verb.
LOOSE = frozenset(
    """
    people person persons student students teacher teachers house states cities tank user users patient patients
    player players country countries
    """.split()
)

# Whose findings are figures: "statisticians found only 26 million", but rescuers find bodies.
LEARNED = _with_plurals(
    "researcher scientist historian economist analyst demographer statistician epidemiologist geologist auditor "
    "pollster ecologist biologist climatologist sociologist census study survey audit poll review inquiry"
)

DOCUMENTS = _with_plurals(
    "report study survey poll census paper article document memo memorandum cable letter dossier indictment "
    "lawsuit filing complaint affidavit transcript testimony communique communiqué statement bulletin briefing "
    "investigation inquiry audit review analysis assessment index ranking database book memoir biography textbook "
    "encyclopedia encyclopaedia dictionary chronicle record archive inscription manuscript diary log image photo "
    "photograph video "
    "footage recording satellite map documentary editorial blog post tweet website trial experiment meta-analysis "
    "account history poll questionnaire dataset almanac yearbook edition tracker dashboard interview release "
    "newsletter leaflet brochure "
    "manual draft version forecast scan test sample excavation research file ledger logbook excerpt",
) | frozenset("dating research footage imagery media studies analyses indices data images".split())

# Documents that say nothing of themselves: they need a name or a kind beside them ("official figures", "UN estimates").
FAINT = _with_plurals(
    "estimate figure evidence data statistic result finding number calculation analysis projection forecast fact "
    "sample "
    "test record account history index assessment review trial experiment image map model post statement letter "
    "article "
    "website paper book review",
) | frozenset("data statistics evidence information findings analyses indices".split())
KINDS_OF_SOURCE = frozenset(
    """
    official government ministry police census satellite video photographic forensic medical hospital court
    intelligence radar seismic aerial press media news state military army church tax company industry election
    internal leaked declassified classified archaeological archeological genetic dna fossil clinical academic
    scientific peer reviewed epidemiological contemporary historical archival independent unofficial preliminary
    confidential open drone cctv eyewitness survey polling trade customs immigration health union bank
    opposition local regional national provisional published diplomatic security rebel radiocarbon recent new
    latest early previous later earlier
    """.split()
)
# A kind that dates a source but does not name it: "recent estimates" come from nobody.
UNNAMED = frozenset(
    """
    recent new latest early previous later earlier independent preliminary provisional published contemporary
    """.split()
)

# Capitalised heads that do not speak.
SILENT = frozenset(
    """
    war wars battle hurricane typhoon cyclone storm earthquake tsunami flood floods river street road avenue
    highway bridge airport station stadium park mountain lake sea ocean island operation offensive campaign
    disaster massacre genocide uprising revolution crisis famine pandemic epidemic outbreak virus covid disease
    plague eruption attack attacks bombing bombings shooting explosion fire crash accident game match series
    season cup olympics championship tournament album song film movie table figure chapter section article tank
    missile rocket conflict drought blast january february march april may june july august september october
    november december monday tuesday wednesday thursday friday saturday sunday christmas easter ramadan spring
    summer autumn winter cases deaths casualties losses sales prices exports imports incidents crimes injuries
    infections symptoms damage temperatures profits earnings revenues births sightings events effects problems
    changes levels rates results insurance inflation turnout unemployment growth production demand output wages
    costs fighting tensions violence shelling strikes protests
    """.split()
)

PRONOUNS = frozenset(
    """
    i you he she it we they one who which that this these those there me him her us them himself herself itself
    themselves someone somebody anyone anybody everyone everybody nobody none others another both all some many
    most few several each either neither what
    """.split()
)

# Before a name, in small letters: "former president", "then acting director".
PREFIXES = frozenset(
    """
    former then acting vice senior junior outgoing incoming late current ex fellow chief deputy newly prime
    first lead assistant associate veteran retired exiled jailed ousted co self neighbouring neighboring nearby
    """.split()
)
PARTICLES = frozenset(
    """
    de da do dos du del della der den van von bin ibn bint al el ul la le les ter ten y e und di san abu
    """.split()
)
TITLES = frozenset(
    """
    dr fr br mr mrs ms md prof gen lt col sgt capt maj sen rep gov rev st adm hon jr sr pres cmdr brig mt no vs
    inc co corp ltd
    """.split()
)

# Who passes on what others told them: "officials told Reuters".
OUTLETS = frozenset(
    """
    reuters afp bbc cnn tass interfax xinhua yonhap bloomberg politico axios guardian times post journal npr pbs
    nbc abc cbs sky jazeera economist telegraph independent spiegel monde figaro kyodo nhk novosti izvestia
    kommersant meduza ukrinform unian suspilne pravda haaretz anadolu irna fars press news dpa ansa efe newsweek
    forbes associated agence itar
    """.split()
)
