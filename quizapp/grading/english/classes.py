# ruff: noqa: SIM905, E501
"""Words by the part that they play in an answer, rather than by what they mean."""

ARTICLES = frozenset({"the", "a", "an"})

FUNCTION = frozenset(
    """
    the a an of in on at to for from by with and or as is are was were be been being am it its this
    that these those there here which who whom whose what when where why how he she they them his
    her him their theirs we us our you your i me my mine do does did done doing has have had having
    will would shall should can could may might must if then than so too also just only very quite
    rather really about into onto over under up down out off again both each some any all such
    same own because since while although though but nor yet until unless upon between among
    through during before after above below against within without per via toward towards ll re ve etc eg ie one ones
    """.split()
)
"""Words that carry no content of their own; an answer made of them alone is compared whole."""

SHARP = frozenset(
    """over under up down out off before after above below against without between within both all
    only""".split()
)
"""Function words that turn a sentence's meaning when they stand in the answer."""

FRAME = frozenset(
    """
    think believe guess suppose reckon say said says sure certain probably maybe perhaps possibly
    presumably likely definitely certainly surely obviously answer answers correct right called
    named known refers referred means meaning meant mean term name names would um uh er hmm well ok
    okay yes yeah please like basically essentially mainly mostly simply actually indeed something
    someone kind sort type number nr mr mrs ms miss dr sir lady lord dame prof professor
    """.split()
)
"""Words round an answer that say how it is given, not what it is."""

LIGHT = frozenset(
    """
    make makes made making travel travels moves get gets got getting give gives gave given giving take takes took taken
    taking go goes went gone going come comes came coming have use uses used using put puts become
    becomes became cause causes caused causing happen happens happened occur occurs occurred keep
    keeps kept let lets thing things way ways able
    more most less least many much mainly mostly often usually generally typically now still even
    further always case people person part parts place
    thing things object objects item items stuff anything everything something
    another other others various certain itself themselves
    """.split()
)
"""Words of little weight in a sentence."""

PRONOUNS = frozenset({"it", "he", "she", "they", "we", "you", "i", "him", "her", "them", "us"})

STANDING_IN = frozenset({"it", "this", "these", "they", "them"})
"""Words for what was spoken of before."""

BE = frozenset(
    "is are was were be been being am become becomes became get gets got feel feels felt".split()
)
"""Verbs that make a passive of a participle, or say what something is."""

DETERMINERS = frozenset(
    "the a an its their his her our your my this these those some any no every each".split()
)

VERB_PARTICLES = frozenset("up off away out down back in on".split())
"""Words behind a verb with which it is another: give up."""

PREPOSITIONS = frozenset(
    """
    of in on at to for from by with about into onto over under between among through during before
    after above below against within without via toward towards behind than instead across along
    round around past beyond since until as
    """.split()
)

ADVERBS = frozenset("back away together apart again once twice ago ever soon later".split())
"""Words that play no part in what is done, though they stand where one would."""

CONJUNCTIONS = frozenset({"since", "as", "after", "before", "until"})
"""Prepositions that may begin a clause."""

RELATIVES = frozenset({"which", "who", "that"})

SUBORDINATORS = frozenset(
    "that which who whom whose when where if because although though while whereas since so but".split()
)
"""Words that begin a clause of its own."""

WITHOUT_EXCEPTION = frozenset({"no", "none", "nobody", "nothing", "all", "every", "only", "any"})
EXCEPTING = frozenset({"except", "excepting", "excluding", "save", "barring"})
OPPOSITE_PARTICLES = (("on", "off"), ("up", "down"))
"""Particles that turn what a verb of little weight says."""

UNCHANGED = frozenset("cut put set hit let shut hurt cast cost spread split beat rid".split())
"""Verbs whose past is like their present."""

MAKING = frozenset(
    """
    make ask tell force allow want get cause order help lead enable persuade encourage push permit
    drive bring invite teach expect require compel convince press oblige warn advise urge leave need
    """.split()
)
"""Verbs by which somebody else does what an infinitive behind them says."""

LEAVING = frozenset("flee fled leave left quit abandon evacuate desert vacate".split())
"""Verbs of what somebody goes away from: "flee France", but "flee to France"."""

MEASURES = {
    **dict.fromkeys(("higher", "greater", "larger", "bigger", "more"), True),
    **dict.fromkeys(("lower", "smaller", "less"), False),
}
"""Comparatives of a quality that a noun names, and whether there is more of it."""

COMPARING = frozenset({"more", "less", "fewer", "rather", "better", "worse"})
"""Words that compare, besides those in -er."""

DEEDS = {
    "sale": "sell", "threat": "threaten", "gift": "give", "loss": "lose", "theft": "steal",
    "growth": "grow", "pursuit": "pursue", "belief": "believe", "proof": "prove", "choice": "choose",
    "death": "die", "birth": "bear", "flight": "fly", "rule": "rule", "seizure": "seize",
}  # fmt: skip
"""Nouns of what is done that are not made like most, and their verbs."""

TITLES = frozenset(
    """
    mr mrs ms miss dr doctor sir lady lord dame prof professor president king queen emperor empress
    prince princess archduke archduchess duchess tsar czar pope saint st general colonel captain admiral marshal senator governor
    chancellor premier minister prime chairman comrade duke count earl baron judge justice
    secretary chief leader director author poet writer composer painter artist physicist chemist
    scientist philosopher mathematician actor actress singer inventor explorer capt lt sgt col maj gen adm pres gov sen rev fr br hon msgr sultan emir shah
    caesar baroness countess marquis viscount tsarina kaiser ayatollah imam rabbi brother sister father
    lieutenant sergeant corporal commander brigadier commodore constable inspector detective officer
    mother archbishop cardinal bishop reverend mahatma astronaut architect economist senor senora monsieur madame herr frau signor signora maestro
    """.split()
)

PEOPLE = TITLES | frozenset(
    """
    skater boxer sculptor player footballer golfer runner sprinter swimmer cyclist driver racer
    jockey wrestler gymnast athlete champion winner coach goalkeeper striker quarterback pitcher
    batsman bowler dancer ballerina conductor pianist violinist soloist guitarist drummer rapper
    comedian novelist playwright dramatist essayist biographer historian economist sociologist
    psychologist biologist botanist zoologist geologist astronomer engineer surgeon nurse lawyer
    politician statesman mp traveller traveler sailor pilot aviator climber mountaineer soldier
    commander rebel spy criminal murderer assassin businessman businesswoman founder editor
    journalist broadcaster presenter chef cook designer photographer film-maker filmmaker producer
    screenwriter songwriter cartoonist illustrator theologian logician statistician linguist
    activist suffragette abolitionist reformer revolutionary dictator monarch sovereign man woman
    person hero heroine laureate researcher
    """.split()
)
"""Nouns for a person: "Which skater …?" asks for somebody."""

HEIGHTS = frozenset("mountain peak volcano summit hill".split())
"""What may be asked for where a name has "Mount"."""

ILLNESS = frozenset("virus disease syndrome fever".split())
"""Nouns that the name of an illness may go without: Ebola."""

NO_ANSWER = frozenset(
    """
    idk|dk|dunno|i dunno|no idea|no clue|not sure|im not sure|i am not sure|dont know|i dont know|
    i do not know|do not know|i have no idea|ive no idea|no answer|pass|skip|next|na|n a|
    none of the above|all of the above|unknown|i forgot|i forget|forgot|cant remember|
    i cant remember|i dont remember|dont remember|who knows|nothing comes to mind|no comment|
    i give up|give up|help|help me|tell me|tell me the answer|test|asdf|qwerty|hello|hi|lol|
    not a clue|havent a clue|i havent a clue|beats me|nobody knows|no one knows|who cares|question|answer|whatever|anything|something|
    blah|blah blah|blah blah blah|foo|bar|abc|xyz|i dont care|your guess is as good as mine
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
"""Whole responses that give no answer (unless they are the answer)."""

SYMMETRIC = frozenset("compar combin mix merg meet coincid correspond match resembl".split())
"""Stems of verbs that say the same with their sides exchanged."""

NEGATORS = frozenset(
    """not never no none nor neither without nobody nothing nowhere hardly barely scarcely""".split()
)

SCARCE = frozenset(
    {"little", "few", "less", "fewer", "enough", "short", "scarce", "rare", "rarely"}
)
"""Words by which there is hardly any of a thing, or not enough."""

PLENTY = frozenset({"lot", "lots", "plenty", "much", "many", "more", "enough", "always"})
"""Words by which there is a lot of a thing, or more of it."""

SPARING = frozenset({"spar", "escap", "pardon", "acquit", "evad", "dodg"})
"""Stems of verbs whose object is what did not happen."""

AUXILIARIES = frozenset(
    """is are was were be been being am do does did has have had will would shall should can could
    may might must need ought""".split()
)

GENERIC = frozenset(
    """
    sea ocean river lake canal mountain mountains mount mt desert strait straits gulf bay peninsula
    city town island islands isle valley bridge republic kingdom empire state country
    province county volcano falls airport station street road avenue tower building palace castle
    museum university college church cathedral temple stadium theory theorem law effect equation
    principle disease syndrome war battle treaty revolution period era age dynasty party company corporation
    inc ltd co group band orchestra team club film movie book novel play song album series magazine
    newspaper award prize cup trophy language alphabet process method system style movement
    planet moon star constellation galaxy comet element gas metal acid fighter jet aircraft plane
    missile rifle tank ship submarine vitamin gland bone muscle organ cell cells people army navy fleet forces troops treaty agreement pact convention act
    """.split()
)
"""Nouns of kind: beside a name they may be left out or added ("the Adriatic Sea")."""

MODIFIERS = frozenset(
    """
    new north south east west northern southern eastern western upper lower great greater lesser
    little mini micro macro anti non pre post ex half step vice deputy assistant pseudo quasi sub
    super ultra semi inner outer equatorial central former false fake counter co second third young
    younger elder old junior senior grand great step saint san santa de facto least
    """.split()
)
"""Words that, right before a name, make another name of it."""
CHOOSING = frozenset("or vs versus maybe perhaps possibly alternatively otherwise".split())
"""Words between two things of which one is meant."""
ADDING = frozenset("and plus also along together then well".split())
"""Words between two things that are both meant."""
BOTH = frozenset({"between", "either", "both"})
"""Words that announce two things."""
MODALS = frozenset({"could", "might", "may"})
ADJOINING = frozenset("between with by from under during signed named after".split())
"""Words that go on about what was just named."""
TWICE = frozenset({"more", "less", "fewer", "higher", "lower", "not", "both", "each", "same"})
"""Words that an answer has twice only if it means both: "the less …, the less …"."""
