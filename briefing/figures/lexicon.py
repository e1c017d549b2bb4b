"""The words that decide what a number is about: act classes, families of nouns, function words.

Every table is a set of everyday news vocabulary. A word is looked up by its ``stem``; two words of one family
have the same ``concept``, and only families marked exclusive can contradict one another.
"""

from __future__ import annotations

from functools import lru_cache


def words_of(text: str) -> frozenset[str]:
    """Return the words of ``text`` as a set; it keeps the tables below readable."""
    return frozenset(text.split())


_IRREGULAR = dict(
    pair.split(":")
    for pair in (
        [
            "died:die",
            "dying:die",
            "dies:die",
            "dead:dead",
            "laid:lay",
            "men:man",
            "women:woman",
            "children:child",
            "people:person",
            "persons:person",
            "policemen:policeman",
            "policewomen:policewoman",
            "firemen:fireman",
            "fishermen:fisherman",
            "lives:life",
            "wives:wife",
            "wolves:wolf",
            "feet:foot",
            "teeth:tooth",
            "mice:mouse",
            "crises:crisis",
            "analyses:analysis",
            "rose:rise",
            "risen:rise",
            "fell:fall",
            "fallen:fall",
            "grew:grow",
            "grown:grow",
            "sank:sink",
            "sunk:sink",
            "shrank:shrink",
            "shrunk:shrink",
            "lost:lose",
            "lent:lend",
            "spent:spend",
            "sent:send",
            "built:build",
            "bought:buy",
            "sold:sell",
            "held:hold",
            "led:lead",
            "left:leave",
            "kept:keep",
            "met:meet",
            "won:win",
            "ran:run",
            "took:take",
            "taken:take",
            "gave:give",
            "given:give",
            "made:make",
            "paid:pay",
            "said:say",
            "told:tell",
            "found:find",
            "began:begin",
            "begun:begin",
            "came:come",
            "became:become",
            "went:go",
            "gone:go",
            "got:get",
            "saw:see",
            "seen:see",
            "stood:stand",
            "struck:strike",
            "stricken:strike",
            "shot:shoot",
            "drew:draw",
            "drawn:draw",
            "drove:drive",
            "driven:drive",
            "flew:fly",
            "flown:fly",
            "broke:break",
            "broken:break",
            "beat:beat",
            "beaten:beat",
            "hit:hit",
            "cut:cut",
            "put:put",
            "set:set",
            "shut:shut",
            "hurt:hurt",
            "cost:cost",
            "spread:spread",
            "knew:know",
            "known:know",
            "thought:think",
            "caught:catch",
            "taught:teach",
            "brought:bring",
            "fought:fight",
            "sought:seek",
            "wrote:write",
            "written:write",
            "spoke:speak",
            "spoken:speak",
            "chose:choose",
            "chosen:choose",
            "swore:swear",
            "swept:sweep",
            "slept:sleep",
            "fled:flee",
            "bred:breed",
            "fed:feed",
            "drowned:drown",
            "froze:freeze",
            "frozen:freeze",
            "hid:hide",
            "hidden:hide",
            "stole:steal",
            "stolen:steal",
            "threw:throw",
            "thrown:throw",
            "wore:wear",
            "worn:wear",
            "borne:bear",
            "born:born",
            "sworn:swear",
            "was:be",
            "were:be",
            "is:be",
            "are:be",
            "been:be",
            "being:be",
            "has:have",
            "had:have",
            "news:news",
            "series:series",
            "species:species",
            "gas:gas",
            "bus:bus",
            "buses:bus",
            "years:year",
            "this:this",
            "its:its",
            "his:his",
            "us:us",
            "plus:plus",
            "campus:campus",
            "virus:virus",
            "census:census",
            "bonus:bonus",
            "data:data",
            "media:media",
            "wounded:wound",
            "unwounded:unwound",
            "binding:bind",
            "slain:slay",
            "slew:slay",
            "ate:eat",
            "eaten:eat",
            "planes:plane",
            "buried:bury",
        ]
    )
    for pair in pair.split()
)

_UNDOUBLE = frozenset("bdgmnprt")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a crude stem of a lower-case English word: plural, tense and final ``e`` taken off."""
    word = word.replace("’", "'")
    if word.endswith("'s"):
        word = word[:-2]
    word = word.strip("'")
    known = _IRREGULAR.get(word)
    if known is not None:
        word = known
    elif len(word) > 3:
        word = _without_ending(word)
    return word[:-1] if len(word) > 3 and word.endswith("e") and not word.endswith("ee") else word


def _without_ending(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    for ending, least in (("ing", 6), ("ed", 5)):
        if word.endswith(ending) and len(word) >= least and not word.endswith("eed"):
            base = word[: -len(ending)]
            if not any(c in "aeiouy" for c in base):
                return word
            if len(base) > 3 and base[-1] == base[-2] and base[-1] in _UNDOUBLE:
                base = base[:-1]
            return base
    return word


# ------------------------------------------------------------------ what happened: classes that exclude each other

ACTS: dict[str, str] = {
    "killed": "kill killing die dead death deadly fatality fatal perish slay slain massacre murder drown toll "
    "succumb executed lethal shot-dead claimed-lives corpse body bodies dying lost-lives",
    "injured": "injure injury wound wounded hurt maim maimed casualty-wounded burned-injured hospitalise hospitalize "
    "stabbed concussed",
    "missing": "missing unaccounted disappear vanish untraced",
    "arrested": "arrest arrested detain detainee detention custody apprehend jailed-in round-up",
    "displaced": "displace displaced homeless evacuate evacuation evacuee flee refugee uproot fled",
    "rescued": "rescue rescued survivor survive pulled-alive saved airlifted freed-alive alive",
    "infected": "infect infection infected tested-positive case-infection contracted",
    "recovered": "recovered-patient discharged",
    "fired": "layoff laid-off redundancy redundant sack dismiss dismissal axe axed fired-job shed",
    "hired": "hire hiring recruit recruitment",
    "sold": "sell sale",
    "bought": "buy purchase acquire acquisition",
    "charged": "charge charged indict indictment",
    "convicted": "convict conviction guilty",
    "acquitted": "acquit acquittal cleared",
    "sentenced": "sentence jail imprison",
    "kidnapped": "kidnap abduct hostage abduction captive",
    "released": "release free freed",
    "won": "win victory winner beat defeat triumph edge thrash overcome trounce outplay",
    "lost": "lose loser",
    "opened": "open opened opening reopen",
    "closed": "close closed closure shut shutdown",
    "built": "build construct construction",
    "destroyed": "destroy destruction demolish raze flatten level wreck gut",
    "damaged": "damage damaged",
    "vaccinated": "vaccinate vaccination inoculate jab",
    "voted for": "voted-for favour favor support back backed",
    "voted against": "oppose opposed against",
    "abstained": "abstain abstention",
    "born": "born birth",
    "added": "add gain create creation",
    "lent": "lend loan",
    "borrowed": "borrow debt owe",
    "export": "export",
    "import": "import",
    "arrive": "arrive arrival",
    "depart": "depart departure leave",
    "start": "start begin kick-off commence launch",
    "end": "end finish conclude",
    "reject": "reject refuse decline-offer",
    "accept": "accept approve approval pass-bill adopt",
}

# Acts whose count runs on over days: a later report may replace an earlier one.
CUMULATIVE = frozenset(("killed", "injured", "missing", "arrested", "displaced", "rescued", "infected"))

# Pairs of classes that no careful reader takes for one another. Classes not paired are merely different words.
_EXCLUSIVE_GROUPS: tuple[tuple[str, ...], ...] = (
    ("killed", "injured", "missing", "arrested", "rescued", "infected", "recovered", "vaccinated", "born"),
    ("killed", "displaced", "kidnapped", "released", "hired", "fired"),
    ("injured", "displaced", "kidnapped"),
    ("missing", "arrested", "displaced"),
    ("arrested", "displaced", "infected"),
    ("hired", "fired"),
    ("fired", "arrested"),
    ("sold", "bought"),
    ("charged", "convicted", "acquitted"),
    ("arrested", "convicted", "acquitted"),
    ("arrested", "charged"),
    ("won", "lost"),
    ("opened", "closed"),
    ("destroyed", "damaged"),
    ("destroyed", "built"),
    ("voted for", "voted against", "abstained"),
    ("lent", "borrowed"),
    ("export", "import"),
    ("arrive", "depart"),
    ("start", "end"),
    ("reject", "accept"),
    ("added", "fired"),
    ("kidnapped", "released"),
)
EXCLUSIVE: frozenset[tuple[str, str]] = frozenset(
    (a, b) for group in _EXCLUSIVE_GROUPS for a in group for b in group if a != b
)

ACT_OF: dict[str, str] = {}
for _act, _words in ACTS.items():
    for _word in _words.split():
        ACT_OF.setdefault(stem(_word), _act)

# Words that state an act of a person by standing next to the number: "nine dead", "12 missing".
STATES: frozenset[str] = words_of(
    "dead killed injured wounded hurt missing homeless displaced arrested detained infected trapped hospitalised "
    "hospitalized unaccounted evacuated rescued stranded fired sacked jailed charged convicted hostage alive "
    "vaccinated unemployed jobless sick ill wounded drowned"
)

# ------------------------------------------------------------------ what was counted: families of nouns

NOUNS: dict[str, str] = {
    "person": "person people human individual soul victim casualty someone those others head-person member-public",
    "civilian": "civilian noncombatant",
    "resident": "resident inhabitant villager townspeople local-resident citizen islander population",
    "child": "child kid toddler infant baby youngster minor teenager schoolchild youth teen newborn",
    "boy": "boy schoolboy",
    "girl": "girl schoolgirl",
    "adult": "adult grown-up",
    "man": "man male gentleman husband",
    "woman": "woman female lady wife",
    "soldier": "soldier troop serviceman servicewoman marine infantryman conscript guardsman",
    "fighter": "fighter militant rebel gunman insurgent terrorist guerrilla extremist attacker",
    "police": "police policeman policewoman constable officer",
    "firefighter": "firefighter fireman",
    "passenger": "passenger traveller traveler commuter rider",
    "crew": "crew crewman sailor seaman",
    "pilot": "pilot",
    "driver": "driver motorist",
    "worker": "worker employee staff staffer workforce labourer laborer colleague personnel",
    "job": "job position post role redundancy layoff",
    "miner": "miner",
    "student": "student pupil undergraduate schoolchild",
    "teacher": "teacher lecturer tutor",
    "doctor": "doctor physician medic surgeon gp",
    "nurse": "nurse midwife",
    "patient": "patient",
    "prisoner": "prisoner inmate detainee convict",
    "refugee": "refugee migrant asylum-seeker",
    "protester": "protester demonstrator marcher protestor",
    "voter": "voter elector electorate",
    "fan": "fan spectator supporter crowd audience attendance onlooker viewer attendee",
    "customer": "customer client shopper user subscriber buyer consumer",
    "shareholder": "shareholder investor stockholder",
    "lawmaker": "lawmaker legislator mp senator congressman deputy councillor councilor parliamentarian delegate",
    "judge": "judge magistrate justice",
    "player": "player footballer athlete competitor runner cyclist",
    "tourist": "tourist visitor holidaymaker guest",
    "hostage": "hostage captive",
    "volunteer": "volunteer participant",
    "farmer": "farmer grower",
    "house": "house home household dwelling residence",
    "apartment": "apartment flat",
    "building": "building structure premise block",
    "room": "room bedroom",
    "bed": "bed",
    "school": "school",
    "hospital": "hospital clinic",
    "shop": "shop store outlet branch supermarket",
    "factory": "factory plant mill",
    "car": "car vehicle automobile auto",
    "lorry": "lorry truck",
    "bus": "bus coach",
    "train": "train locomotive",
    "ship": "ship vessel boat ferry trawler freighter",
    "plane": "plane aircraft jet airliner aeroplane airplane helicopter",
    "flight": "flight",
    "missile": "missile rocket",
    "drone": "drone",
    "strike": "strike attack raid airstrike bombing bombardment",
    "bomb": "bomb explosive device",
    "earthquake": "earthquake quake tremor",
    "storm": "storm hurricane typhoon cyclone",
    "fire": "fire blaze wildfire inferno",
    "flood": "flood flooding",
    "dollar": "dollar",
    "price": "price cost fare fee tariff toll-charge charge-price",
    "fine": "fine penalty",
    "revenue": "revenue sale turnover takings receipt",
    "profit": "profit earnings net-income",
    "deficit": "deficit shortfall gap",
    "surplus": "surplus",
    "loss": "loss",
    "debt": "debt liability borrowing",
    "wage": "wage salary pay",
    "tax": "tax levy duty",
    "budget": "budget spending expenditure",
    "investment": "investment",
    "damage": "damage",
    "grant": "grant subsidy funding aid donation",
    "loan": "loan credit mortgage",
    "dividend": "dividend payout",
    "share": "share stock",
    "bond": "bond gilt",
    "rate": "rate",
    "inflation": "inflation",
    "unemployment": "unemployment joblessness",
    "turnout": "turnout participation",
    "growth": "growth expansion",
    "economy": "economy gdp output",
    "goal": "goal",
    "point": "point",
    "try": "tries",
    "run": "run-score",
    "wicket": "wicket",
    "match": "match game fixture",
    "set": "set",
    "season": "season campaign",
    "medal": "medal",
    "title": "title trophy championship",
    "win": "win victory triumph",
    "defeat": "defeat",
    "draw": "draw",
    "seat": "seat",
    "vote": "vote ballot",
    "case": "case infection",
    "death": "death fatality",
    "injury": "injury",
    "arrest": "arrest",
    "test": "test screening",
    "dose": "dose shot jab vaccination",
    "count": "count charge offence offense",
    "complaint": "complaint grievance",
    "call": "call",
    "tree": "tree",
    "animal": "animal",
    "dog": "dog",
    "cow": "cow cattle livestock",
    "sheep": "sheep lamb",
    "fish": "fish",
    "bird": "bird",
    "country": "country nation state",
    "city": "city",
    "town": "town",
    "village": "village hamlet settlement",
    "company": "company firm business corporation",
    "team": "team side squad club",
    "year": "year",
    "month": "month",
    "week": "week",
    "day": "day",
    "hour": "hour",
    "sentence": "sentence term",
    "age": "age",
    "bridge": "bridge",
    "road": "road street highway motorway",
    "pump": "pump",
    "turbine": "turbine",
    "well": "well",
    "book": "book",
    "film": "film movie",
    "page": "page",
    "capacity": "capacity",
    "temperature": "temperature",
    "floor": "floor storey story level",
}

NOUN_OF: dict[str, str] = {}
for _noun, _words in NOUNS.items():
    for _word in _words.split():
        NOUN_OF.setdefault(stem(_word), _noun)

PERSONS: frozenset[str] = words_of(
    "person civilian resident child boy girl adult man woman soldier fighter police firefighter passenger crew pilot driver "
    "worker miner student teacher doctor nurse patient prisoner refugee protester voter fan customer shareholder "
    "lawmaker judge player tourist hostage volunteer farmer"
)

# A more general noun stands for a special one: "people" for any person, "civilian" for resident, child, woman …
WIDER: dict[str, tuple[str, ...]] = {
    "person": (*sorted(PERSONS), "case"),
    "civilian": (
        "resident",
        "child",
        "woman",
        "man",
        "adult",
        "tourist",
        "passenger",
        "worker",
        "student",
        "patient",
    ),
    "resident": ("child", "man", "woman", "adult", "civilian", "person"),
    "worker": (
        "miner",
        "teacher",
        "doctor",
        "nurse",
        "firefighter",
        "job",
        "farmer",
        "crew",
        "driver",
        "police",
    ),
    "building": ("house", "apartment", "school", "hospital", "shop", "factory"),
    "house": ("apartment",),
    "car": ("lorry", "bus"),
    "animal": ("dog", "cow", "sheep", "fish", "bird"),
    "fighter": ("soldier",),
    "player": ("man", "woman"),
    "company": ("shop",),
}

# ------------------------------------------------------------------ other families: only help overlap

FAMILIES: dict[str, str] = {
    "rise": "rise grow increase up climb jump surge gain soar widen expand higher growth raise improve swell add "
    "strengthen accelerate quicken mount escalate advance rally more bigger larger longer heavier taller rebound hike lift",
    "fall": "fall drop decline decrease down slip sink shrink slump lower fewer less plunge tumble narrow reduce "
    "reduction cut ease contract weaken slow dip trim smaller cheaper lighter shorter halve slide",
    "begin": "begin start commence open launch kick-off onset",
    "end": "end finish conclude close expire",
    "control": "control contain extinguish",
    "help": "help aid assist assistance",
    "use": "use utilise utilize",
    "get": "get receive obtain",
    "show": "show reveal indicate display",
    "need": "need require",
    "large": "large big huge major",
    "make": "make produce manufacture production output",
    "company": "company firm business corporation",
    "approve": "approve pass adopt back endorse ratify approval",
    "reject": "reject refuse turn-down veto",
    "fire": "fire blaze wildfire inferno flame",
    "attack": "attack strike raid assault airstrike bombing blast explosion",
    "crash": "crash collision accident pile-up derail derailment wreck",
    "quake": "earthquake quake tremor",
    "storm": "storm hurricane typhoon cyclone gale",
    "cost": "cost price charge pay",
    "value": "value worth valuation",
    "plan": "plan intend propose proposal",
    "forecast": "forecast expect predict project estimate anticipate projection expectation",
    "money": "money cash fund funding sum",
    "place": "site location place venue",
    "last": "last final",
    "previous": "previous earlier former prior ago before past",
    "next": "next following coming later",
    "annual": "annual yearly year",
    "monthly": "monthly month",
    "weekly": "weekly week",
    "daily": "daily day",
    "quarterly": "quarterly quarter",
    "average": "average mean",
    "trial": "trial study",
    "part": "part portion share section",
    "play": "play perform",
    "score": "score net",
    "talk": "talk negotiation discuss discussion meet meeting",
    "speed": "speed pace",
    "rain": "rain rainfall downpour",
    "win": "win victory beat defeat triumph lose",
    "election": "election poll ballot vote",
    "swim": "swim",
    "power": "power electricity",
    "law": "law legislation bill act",
    "court": "court tribunal",
    "parliament": "parliament assembly senate congress house chamber council",
    "president": "president",
    "crowd": "crowd attendance spectator",
    "area": "area region district",
    "weight": "weigh weight heavy",
    "length": "long length",
    "height": "tall height high",
    "width": "wide width",
    "depth": "deep depth",
    "distance": "distance far away",
    "old": "old aged age",
    "work": "work employ employment employee staff worker job",
    "name": "name call",
    "train": "train rail",
    "hurt": "hurt injure injury wound",
    "sign": "sign agree deal agreement accord treaty",
    "offer": "offer bid",
    "join": "join join",
    "return": "return back",
    "remain": "remain still stay rest",
    "home": "home house household",
    "stage": "round stage leg phase",
    "complete": "complete finish done",
    "total": "total altogether combined all overall whole",
    "travel": "travel journey trip tour",
    "vaccine": "vaccine vaccination jab dose",
    "delay": "delay postpone",
    "cancel": "cancel scrap call-off",
    "save": "save rescue",
    "own": "own owner possess",
    "born": "born birth",
    "pay": "pay wage salary",
    "member": "member",
    "measure": "measure",
    "hold": "hold keep",
    "leave": "leave depart quit exit",
    "decide": "decide decision rule ruling",
    "replace": "replace change swap",
    "repair": "repair fix rebuild restore renovation renovate",
    "half": "half halve",
    "double": "double twice",
    "occur": "occur happen",
    "launch": "launch unveil release",
    "cover": "cover span",
    "study": "study survey research report",
}

FAMILY_OF: dict[str, str] = {}
for _family, _words in FAMILIES.items():
    for _word in _words.split():
        FAMILY_OF.setdefault(stem(_word), _family)


@lru_cache(maxsize=65536)
def concept(word_stem: str) -> str:
    """Return the family a stem belongs to, or the stem itself: words of one family compare equal."""
    act = ACT_OF.get(word_stem)
    if act in _OVERLAPPING_ACTS:
        return "act:" + act
    family = FAMILY_OF.get(word_stem)
    if family is not None:
        return "family:" + family
    noun = NOUN_OF.get(word_stem)
    return "noun:" + noun if noun is not None else word_stem


_OVERLAPPING_ACTS = words_of(
    "killed injured missing arrested displaced rescued infected fired hired sold bought charged convicted acquitted "
    "sentenced kidnapped released destroyed damaged vaccinated abstained export import"
)

# ------------------------------------------------------------------ function words


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.split())


DETERMINERS = words_of("a an the this that these those his her its their our my your some any each every no")
PREPOSITIONS = words_of(
    "of in on at by for from with to into onto over under after before during since until till against between among "
    "amongst through across per about above below near around within without towards toward upon off behind beyond "
    "despite via versus than as like inside outside along past throughout amid"
)
CONJUNCTIONS = words_of("and or but nor while whereas although though because if unless so yet & plus")
CONTRASTS = words_of("while whereas but although though versus compared against")
RELATIVES = words_of("who which that whom whose where when what why how")
AUXILIARIES = words_of(
    "is are was were be been being am has have had do does did will would can could may might shall should must "
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't"
)
PRONOUNS = words_of(
    "he she it they we i you him them me us who whom someone anyone everyone nobody himself herself itself "
    "themselves"
)
ADVERBS = words_of(
    "not also still now then there here already again just only even ever never very too soon later earlier ago "
    "however meanwhile once often always almost nearly about around roughly approximately some least most more less "
    "fewer up down out both all another other others further so far yet well today nearly exactly "
    "instead altogether therefore thus nevertheless rather quite much many several few"
)
SAYING = words_of("say tell report announc add claim accord stat confirm believ warn not argu estimat")
_LIGHT = _stems(
    "be have do make take get give go come put see say tell report add accord announc will would can could may also "
    "still now then there here more most some other such one thing way time new official statement spokesman "
    "spokeswoman"
)
STOPWORDS: frozenset[str] = (
    DETERMINERS | PREPOSITIONS | CONJUNCTIONS | RELATIVES | AUXILIARIES | PRONOUNS | ADVERBS
) - words_of("against total together more less fewer up down earlier later before after ago")


def is_light(word_stem: str) -> bool:
    """Return whether the stem says too little to tell two figures apart (say, make, official)."""
    return word_stem in _LIGHT


# Verbs of level and change, whose number is about their subject: "the toll rose to 12", "growth was 2 %".
LINKING = _stems(
    "be stand reach hit total rise fall grow climb jump drop declin increas decreas surg slump remain becom averag "
    "amount exce top slip sink shrink soar plung tumbl widen narrow cost weigh measur number com run cut rais lower "
    "eas doubl halv tripl swell put estimat forecast expect estimat account mak pass"
)

# Common verbs by stem, so that a noun phrase is known to end where its verb begins.
VERBS: frozenset[str] = _stems(
    "kill die injur wound hurt arrest detain displac evacuat rescu infect fir lay hir sell buy charg convict acquit "
    "sentenc jail kidnap releas win lose open clos build destroy damag vaccinat oppos back support abstain add creat "
    "lend borrow export import arriv depart leav start begin end finish reject accept approv say tell report announc "
    "claim confirm believ warn rise fall grow climb jump drop declin increas decreas surg slump remain becom averag "
    "reach hit total stand take get give go come put see make hold keep bring carry send spend pay cost earn raise "
    "rais lower reduc cut expand employ work live stay vot elect agre attend join enter us run lead move mov meet "
    "play scor beat defeat draw lose strik attack bomb shoot fight seiz captur ground sink crash collid derail burn "
    "spread flood sweep fell cross flee return travel fly driv drown break collaps explod blast find discover search "
    "look call ask seek want need requir expect plan intend propos offer order provid receiv get fac show reveal "
    "suggest indicat includ contain cover measur weigh own serv treat test recover suffer face receiv complain "
    "sign launch unveil replac repair restor complet cancel delay postpon travel visit watch produc manufactur "
    "generat deliver suppl ship store collect recal recogniz remov reopen transfer operat protest march demonstrat "
    "gather camp surviv escap disappear vanish register record rank lag trail overtak exceed doubl tripl halv reopen "
    "back welcom prais criticis blam accus su fin ban suspend dismiss sack appoint resign retir succeed lost pull "
    "board admit lie lay block close evacuat hospitalis hospitaliz trap strand turn pick drop plung soar slip tumbl "
    "widen narrow shrink swell improv worsen amount account surpass outnumber span stretch last date sit sail land "
    "took swear vow pledg donat award grant borrow owe issu publish print writ read teach learn study train graduat "
    "grew came went became said threw caught held kept met got knock score net hand feed plant harvest catch sow "
    "concern affect benefit lack miss share own deal trade swap withdraw deploy patrol guard"
)
