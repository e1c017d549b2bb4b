"""The closed word classes by which a shortening is judged: what turns a statement, whose it is, what may go.

A *cue* changes how its statement is meant. Cues of one class may stand for each other ("not", "never"); no other may.
"""

from __future__ import annotations

from briefing.wordsets import word_set

_CLASSES = (
    "not no never none nobody nothing neither nor without cannot",
    "may might could possibly possible likely",
    "will would shall",
    "must should",
    "if unless provided whether",
    "until till",
    "except",
    "only",
    "alleged allegedly",
    "reportedly apparently",
    "suspected suspect suspects suspicion",
    "accused accuse accuses accusing",
    "claims claimed claim claiming",
    "believed",
    "deny denies denied denying",
    "refuse refused refuses refusing",
    "fail failed fails failing",
    "reject rejected rejects rejecting",
    "unlikely",
    "false",
    "halt halted",
    "expected expects expect",
    "plan plans planned planning",
    "proposed proposes proposing",
    "considering considers considered",
    "threatened threatens threatening",
    "hopes hoped hoping",
    "seeks sought seeking",
    "agreed agrees",
    "try tries tried trying attempted attempts",
    "can",
)
CUES = {word: number for number, line in enumerate(_CLASSES) for word in line.split()}
"""Every cue with the number of its class."""

NEGATIONS = word_set(_CLASSES[0])
NEGATING = NEGATIONS | word_set(" ".join(_CLASSES[14:21]))
"""Words that deny, also by what they mean; their absence from a sentence is as much a statement as their presence."""

CONDITIONS = word_set(" ".join(_CLASSES[4:8]))

SAYERS = word_set(
    "said says say saying told tell tells according claimed claims claim alleged alleges reportedly apparently "
    "believe believes believed think thinks thought warned warns suggested suggests estimated estimates appears "
    "appeared appear seems seemed argues argued insisted insists stated states testified wrote writes reports reported"
)
FOUND_BY = word_set(
    "showed shows shown found indicated indicates put revealed predicted predicts forecast feared fears described"
)
COMMENTS = SAYERS | FOUND_BY
"""Verbs by which a clause between commas says whose the rest of the sentence is."""

REPORTING = word_set("said says told added announced confirmed reported reports according stated reporters")

RELATIVES = word_set("who whom whose which that where when")
GO_ON = word_set("and or but nor so yet")
CONTRASTS = word_set("and but while although though whereas")
PREPOSITIONS = word_set(
    "in on at of for from with by to under over after before during since near about against among between into "
    "through across around behind beside beyond including without amid along inside outside above below towards off "
    "despite per within onto upon until"
)
LINKS = word_set("while as because when if where than")
SIDE_WORDS = PREPOSITIONS | RELATIVES | LINKS
DETERMINERS = word_set(
    "the a an its his her their our my your this that these those some many several all both each every any no another"
)
BE = word_set("is are was were be been being am gets got")
AUXILIARIES = word_set(
    "is are was were has have had will would may might could can must do does did should shall be been being"
)
ALL_OR_NONE = word_set("only no all every each any none most few nobody anyone everyone")
"""Quantifiers: what restricts their noun must not be dropped ("only residents with a permit")."""

DENYING = NEGATIONS | word_set("few fewer hardly barely rarely seldom")
LIKELIHOODS = word_set("probability chance chances likelihood odds risk")
TOP = word_set("most least first last worst best largest biggest")
"""Words of which the whole phrase counts, with the superlatives in -est; ``NO_TOP`` only look like these."""
NO_TOP = word_set(
    "protest arrest interest forest request contest northwest southwest midwest invest harvest modest honest suggest "
    "latest priest tempest conquest digest detest unrest manifest behest bequest earnest disinterest reforest"
)

WHEN = word_set(
    "monday tuesday wednesday thursday friday saturday sunday late early morning afternoon evening night week month "
    "year yesterday today last next"
)
PLACES = word_set(
    "town city village state province region port county island capital district suburb hamlet republic country month "
    "year area neighbourhood neighborhood municipality"
)
"""Nouns that only say what kind of thing the name after "of" is."""

AMOUNTS = word_set("number series range group total couple variety handful dozen")
ADVERBS = word_set("hard fast again back also even just still then later earlier instead abroad")

TITLES = word_set(
    "minister president premier chancellor senator governor mayor chairman chairwoman chief director secretary "
    "ambassador spokesman spokeswoman lawyer leader judge general actor actress singer player coach captain"
)

_PRONOUNS = (
    "he him his himself",
    "she her hers herself",
    "they them their theirs themselves",
    "it its itself",
)
PRONOUNS = {word: number for number, line in enumerate(_PRONOUNS) for word in line.split()}
SUBJECTS = word_set("he she they it who we i you")

IRREGULAR = word_set(
    "rose fell won lost led found made took saw hit struck began broke sank put met left held kept paid sold spent sent "
    "grew gave went came ran cut shot bit fled stole drove flew wore tore swore told thought brought bought caught "
    "fought built felt hurt set quit burst burnt beat became chose drew drank ate forgot froze hid knew laid lay lent "
    "meant read rode rang said sang sat shook shut slept spoke spread stood stuck swam taught threw understood woke "
    "withdrew wrote shown shows says believes thinks knows fears hopes expects suggests plans remains faces includes "
    "needs wants means makes takes gives comes goes begins ends runs holds keeps calls leaves lies seems appears denies"
)
PARTICIPLES = word_set(
    "shot hit hurt held found left cut sold told sent caught brought built lost won paid made seen given taken driven "
    "stolen beaten broken chosen known shown thrown withdrawn written torn hidden frozen fought led met put set struck"
)
"""Past participles that don't end in -ed or -en."""
