"""Function words and the words that news says of numbers again and again.

Promise: tables only, in lower case or by stem; what words mean is in ``thesaurus``.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.figures.vocabulary.stems import stem, stem_set
from briefing.wordsets import word_set

# Words that state an act of a person by standing next to the number: "nine dead", "12 missing".
STATES: frozenset[str] = word_set(
    "dead killed injured wounded hurt missing homeless displaced arrested detained infected trapped hospitalised "
    "hospitalized unaccounted evacuated rescued stranded fired sacked jailed charged convicted hostage alive "
    "vaccinated unemployed jobless sick ill wounded drowned"
)
STATE_STEMS = frozenset(map(stem, STATES))
_GROUND = word_set("surface ground sea water street waterline seabed seafloor horizon earth floor deck")


def tells_of_height(words: Sequence[str]) -> bool:
    """Return whether three words tell a height or depth and no distance between figures: "below the surface"."""
    return words[0] in ("above", "below") and words[2 if words[1] == "the" else 1] in _GROUND


DETERMINERS = word_set("a an the this that these those his her its their our my your some any each every no")
PREPOSITIONS = word_set(
    "of in on at by for from with to into onto over under after before during since until till against between among "
    "amongst through across per about above below near around within without towards toward upon off behind beyond "
    "despite via versus than as like inside outside along past throughout amid"
)
CONJUNCTIONS = word_set("and or but nor while whereas although though because if unless so yet & plus")
EARLIER = word_set("before earlier previously previous until")
CONTRASTS = word_set("while whereas but although though versus compared against")
RELATIVES = word_set("who which that whom whose where when what why how")
AUXILIARIES = word_set(
    "is are was were be been being am has have had having do does did will would can could may might shall should must "
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't"
)
PRONOUNS = word_set(
    "he she it they we i you him them me us who whom someone anyone everyone nobody himself herself itself "
    "themselves"
) | frozenset(
    f"{pronoun}{mark}{verb}"
    for pronoun in ("i", "you", "he", "she", "it", "we", "they", "that", "there", "who")
    for mark in "'’"
    for verb in ("ll", "m", "ve", "re", "d", "s")
)
ADVERBS = word_set(
    "not also still now currently presently then there here already again just only even ever never very too soon later earlier ago "
    "however meanwhile once often always almost nearly about around roughly approximately some least most more less "
    "fewer up down out both all another other others further so far yet well today nearly exactly ashore aboard overboard abroad worldwide nationwide together alone apart downstream upstream overnight "
    "instead altogether therefore thus nevertheless rather quite much many several few"
)
IS_OR_BE = word_set("is are was were be")
BEING = IS_OR_BE | {"been", "being"}
BEING_OR_HAVING = frozenset(("", "be", "hav"))  # stems; no verb at all says no more
PLAIN_VERBS = BEING_OR_HAVING | {"do"}
SAYING = word_set("say tell report announc add claim accord stat confirm believ warn not argu estimat")
_LIGHT = stem_set(
    "be have do make take get give go come put see say tell report add accord announc will would can could may also "
    "still now then there here more most some other such one thing way time new official statement spokesman "
    "spokeswoman"
)
STOPWORDS: frozenset[str] = (
    word_set("according accordingly")
    | DETERMINERS
    | PREPOSITIONS
    | CONJUNCTIONS
    | RELATIVES
    | AUXILIARIES
    | PRONOUNS
    | ADVERBS
) - word_set("against total together more less fewer up down earlier later before after ago")


def is_light(word_stem: str) -> bool:
    """Return whether the stem says too little to tell two figures apart (say, make, official)."""
    return word_stem in _LIGHT


# Verbs of level and change, whose number is about their subject: "the toll rose to 12", "growth was 2 %".
LINKING = stem_set(
    "be stand reach hit total rise fall grow climb jump drop declin increas decreas surg slump remain becom averag "
    "amount exce top slip sink shrink soar plung tumbl widen narrow cost weigh measur number com run cut rais lower "
    "eas doubl halv tripl swell put estimat forecast expect estimat account mak pass"
)


def tells_no_deed(act: str) -> bool:
    """Return whether the stem of a verb says no more than that something is, has, or amounts to something."""
    return not act or act in _LIGHT or act in LINKING or act in AUXILIARIES


# Common verbs by stem, so that a noun phrase is known to end where its verb begins.
VERBS: frozenset[str] = stem_set(
    "kill die injur wound hurt arrest detain displac evacuat rescu infect fir lay hir sell buy charg convict acquit "
    "sentenc jail kidnap releas win lose open clos build destroy damag vaccinat oppos back support abstain add creat "
    "lend borrow export import arriv depart leav start begin end finish reject accept approv say tell report announc "
    "claim confirm believ warn rise fall grow climb jump drop declin increas decreas surg slump remain becom averag "
    "reach hit total stand take get give go come put see make hold keep bring carry send spend pay cost earn raise "
    "rais lower reduc cut expand dig employ work live stay vot elect agre attend join enter us run lead move mov meet "
    "play scor beat defeat draw lose strik attack bomb shoot fight seiz captur ground sink crash collid derail burn "
    "spread flood sweep fell cross flee return travel fly driv drown break collaps explod blast find discover search "
    "look call ask seek want need requir expect plan intend propos offer order provid receiv get fac show reveal "
    "suggest indicat includ contain cover measur weigh own serv treat test recover suffer face receiv complain "
    "sign launch unveil replac repair restor complet cancel delay postpon travel visit watch produc manufactur "
    "generat deliver suppl supply ship store collect recal recogniz remov reopen transfer operat protest march demonstrat "
    "gather camp surviv escap disappear vanish register record rank lag trail overtak exceed doubl tripl halv reopen "
    "back welcom prais criticis blam accus su fin ban suspend dismiss sack appoint resign retir succeed lost pull "
    "board admit lie lay block close evacuat hospitalis hospitaliz trap strand turn pick drop plung soar slip tumbl "
    "widen narrow shrink swell improv worsen amount account surpass outnumber span stretch last date sit sail land "
    "took swear vow pledg donat award grant borrow owe issu publish print writ read teach learn study train graduat "
    "grew came went became said threw caught held kept met got knock score net hand feed plant harvest catch sow "
    "sue speak axe shed scrap slash wipe hurl bring draw feel grant award owe hand forbid concern affect benefit lack miss share own deal eat drink sleep cook trade swap withdraw deploy patrol guard "
    "involve wear await allow enable enjoy occupy surround tow pursue promote violate celebrate resemble represent examine explore"
)

ABOVE = word_set(
    "more deeper longer higher larger bigger wider taller heavier older hotter warmer dearer costlier pricier better greater thicker "
    "stronger ahead above clear further farther steeper richer later up faster late"
)
"""Words for what exceeds another thing, as in "15 cm deeper"."""

BELOW = word_set(
    "fewer less lower smaller shorter lighter younger cooler colder cheaper worse below behind adrift short shy narrower thinner poorer weaker "
    "earlier down nearer closer slower early"
)
"""… and for what falls short of it."""
