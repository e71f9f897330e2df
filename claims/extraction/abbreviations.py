"""Words that end in a full stop without ending a sentence, and words that begin one.

All in small letters and without their last stop. Lists called `…_NAMES` count
only where the text has a capital: "Art. 5", but "the state of the art."
"""

from __future__ import annotations

# ruff: noqa: SIM905 -- words are read and edited as words, not as a column of quotes

# What follows belongs to it: never the end of a sentence.
TITLE_NAMES = frozenset(
    """mr mrs ms mx dr drs prof gen lt col maj capt cpt cmdr cdr adm sgt cpl pvt brig pres sen sens rep reps gov amb
    rev fr msgr hon supt insp det messrs mme mlle hr sra srta dipl mgr bp abp pte sqn flt asst assoc dep md mohd
    atty sec-gen""".split()
)
LINKS = frozenset("vs v cf eg ie e.g i.e viz approx appx esp incl excl ca resp i.a".split())

# The end of a sentence unless a number follows: "No. 10", "Oct. 7", "pp. 3–4".
COUNTED = frozenset("no nos nr p pp pg vol vols fig figs ch chap sec sect para paras ed eds est c b d fl".split())
COUNTED_NAMES = frozenset(
    """art arts par op ver ser pt pts eq app ref res reg cl ex
    jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)

# The end of a sentence only where a word follows that begins one: "Acme Inc. The", but "Acme Inc. Chairman".
EITHER = frozenset("inc ltd llc plc bros corp dept esq phd al et ibid tel avg".split())
EITHER_NAMES = frozenset(
    """co cos univ assn intl natl govt admin mfg jr sr st ste mt mts ft ave blvd rd hwy sq bldg rm
    ala ariz ark calif colo conn del fla ga ill ind kan ky la mass mich minn miss mo mont neb nev okla ore pa penn
    tenn tex va vt wash wis wyo ont que alta""".split()
)

# The end of a sentence before most capitals: "at 9 p.m. Police said", "guns, etc. Police said".
CLOCK = frozenset({"a.m", "p.m", "am", "pm"})
AFTER_CLOCK = frozenset(
    """est edt cst cdt mst mdt pst pdt gmt utc bst cet cest eet eest msk ist jst kst et ct mt pt trt local eastern
    central pacific monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec""".split()
)

STARTERS = frozenset(
    """the this that these those a an he she it they we i you his her its their our my
    in on at by for from with as after before since during while when whenever although though however but and or if
    unless until upon within without under over between among against across along around about above behind beyond
    despite because thus therefore hence then there here once so yet nor
    some many most several such other others another both each every all any few more less much
    according also additionally moreover furthermore meanwhile nevertheless nonetheless instead later earlier
    today yesterday tomorrow now recently eventually finally initially
    what who whom whose why how where which not no neither either
    one two three four five six seven eight nine ten following based given to of out up""".split()
)

# A letter behind one of these is a number or a sort, and ends a sentence like any word: "World War I. Germany …"
NUMBERED = frozenset("war part phase type class grade act level stage group vitamin hepatitis plan section".split())

SIGNED_NAMES = frozenset({"yahoo", "jeopardy"})  # names that end in a sign of their own

SPEAKING = frozenset(
    """said says asked asks replied replies answered shouted shouts cried cries added adds wrote writes told tells
    wondered yelled screamed declared warned exclaimed joked tweeted posted quipped recalled insisted""".split()
)
