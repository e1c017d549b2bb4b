"""Set phrases whose number words count nothing.

Promise: the words of an idiom are returned as one span and never as a figure; what is listed here is only
what no reader takes for a number. A hyphen in a phrase also stands for a space, a ``~`` only for a hyphen.
"""

from __future__ import annotations

from briefing.figures.vocabulary.numberwords import NUMBER_WORDS
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

_PHRASES = """
no one|no-one's|any one|anyone|every one of|each one|one another|one by one|one-to-one|one-on-one|one-off|one-offs|one-sided|one-way|one-stop
one-size-fits-all|one day soon|one fine day|one thing|one and only|one and the same|one and all|one or the other|one way or another|one way or the other
on the one hand|on one hand|the one hand|one side|one-upmanship|one-man show|one-horse race|one-trick pony|one-liner|one-liners|one~party
one for the|one too many|one last time|one more time|back to square one|square one|day one|number one priority|at one|as one|all in one
one step ahead|one step closer|one foot in|one eye on|one or another|at one time|at one point|at any one time|for one thing|one thing is
for one ,|one~time|once or twice|one-two punch|one-two|one and done|one of a kind|one-in-a-million|one~note|one~shot|one-dimensional
in one go|one at a time|with one voice|one-night stand|one-track mind|in the first place|in the second place|the first place|first of all|at first
first things first|first and foremost|first-hand|firsthand|first-class|first-rate|first-aid|first-come|first served|first come|first-ever
first-name terms|first-past-the-post|first past the post|first-choice|first-line|first-time buyer
first reports|first report|first estimates|first estimate|first accounts|first-time buyers|first-timer|first-timers|first-time|first lady|first ladies|first minister|first ministers|first deputy|first secretary|first sea lord
first family|first nations|first responder|first responders|first light|first glance|first sight|first cousin|first cousins|first name|first names
first base|first refusal|first aider|first aiders|first-born|firstborn|first-team|first-quality|first instance|first floor plan
second thoughts|second thought|second nature|second-hand|secondhand|second-guess|second-guessing|second-guessed|second-rate|second-class|second wind
second home|second homes|second-best|second best|second fiddle|second to none|second in command|second-in-command|second sight|second lady
second chance|second language|second opinion|split-second|split second|second string|every second counts|in a second|for a second|second helping
second coming|second childhood|third-party|third parties|third party's|third world|third-world|third-rate|third-class|third way|third eye|third rail
third age|third sector|third wheel|third time lucky|third degree|fourth estate|fourth wall|fifth column|fifth columnist|fifth columnists
sixth sense|sixth form|sixth forms|sixth-form|sixth former|sixth formers|sixth-former|sixth-formers|seventh heaven|ninth degree|nth degree
eleventh-hour|eleventh hour|ten-fold|tenth muse|twelfth man|twelfth night|fifth wheel
two-way|two-faced|two-time|two-timing|two-tone|two-bit|two cents|two left feet|two sides of the same coin|in two minds|put two and two together
two and two together|two peas in a pod|two birds with one stone|two wrongs|two's company|two a penny|it takes two to tango|takes two to tango
two-edged sword|two-dimensional|three-dimensional|three cheers|three-ring circus|three-piece suit|three-legged race|three rs|four-letter word|four-letter words
four-star hotel|four corners of|four-square|foursquare|on all fours|all fours|four-wheel drive|four-by-four|4x4|high five|high-five|high fives|high-fives|high-fived
take five|five o'clock shadow|six feet under|six of one|half a dozen of the other|at sixes and sevens|sixes and sevens|deep six|deep-six|knocked for six|hit for six
seven seas|seven wonders|seventh-inning stretch|seven-year itch|seven deadly sins|behind the eight ball|one over the eight|cloud nine|dressed to the nines
the nines|whole nine yards|nine lives|on cloud nine|nine times out of ten|nine-to-five|9-to-5|nine to five|ten to one|ten a penny|perfect ten|hang ten|top ten hit
ten-gallon hat|ten commandments|eleven-plus|twelve-step|twelve days of christmas|baker's dozen|daily dozen|dozen or the other|sweet sixteen|catch-twenty-two
twenty-twenty hindsight|20/20 hindsight|twenty-twenty vision|20/20 vision|20/20|forty winks|fifty-fifty|fifty shades|ninety-nine percent of the time
a hundred and ten percent|110 percent effort|a hundred times no|one hundred percent sure|thousand cuts|a thousand words|million-dollar question|thanks a million
one in a million|a million miles away|feel like a million dollars|looks a million dollars|million and one|thousand and one|a thousand times
zero-sum|zero tolerance|zero-tolerance|ground zero|zero hour|zero hours|zero-hours|zero-hour|zero in on|zeroed in|zeroing in|zero in|day zero|zero-day
patient zero|net-zero|net zero|absolute zero|sub-zero|subzero|zero-emission|zero-emissions|zero-carbon|year zero|zero-rated|zero gravity|zero-covid|zero covid
less than zero|zero-waste|from zero
half-time|halftime|half-hearted|half-heartedly|half-baked|half-brother|half-brothers|half-sister|half-sisters|half-mast|half-life|half-term|half-way|halfway
half-truth|half-truths|half-empty|half-full|half the battle|half-measures|half-back|half-backs|half-century|half-centuries|half-volley|half-marathon|half-marathons
half-light|half-moon|half-naked|half-staff|better half|other half|too clever by half|half-finished|half-built|half-open|half-closed|half-asleep|half-dressed|half-board
half-pint|half-sibling|half-siblings|half-timbered|half-wit|fly-half|scrum-half|centre-half|fly-halves|scrum-halves|half-cocked|half-eaten|half-yearly|half-year|half-hourly|half-dead|half-buried|half-forgotten
second-half|first-half|half past caring|half-cut|half-pipe|halfpipe|half-price|half price|half-fit|half-jokingly|half-japanese|half-back
quarter-final|quarter-finals|quarter-finalist|quarter-finalists|quarterfinal|quarter-century|french quarter|latin quarter|old quarter|no quarter|quarter-back
close quarters|living quarters|sleeping quarters|some quarters|all quarters|other quarters|many quarters|certain quarters|senior quarters|crew quarters
at close quarters|winter quarters|officers' quarters
double-decker|double-deckers|double standard|double standards|double-cross|double-crossed|double-check|double-checked|double-edged|double agent|double agents|double act
double bass|double-barrelled|double-bed|double bed|double beds|double room|double rooms|double-header|double-headers|double bill|double take|double vision|double down
doubled down|doubles down|doubling down|double whammy|double jeopardy|double murder|double murders|double dip|double-dip|double-glazing|double glazing|double click
double fault|double faults|double-faulted|double bogey|double bogeys|double check|double checks|double life|double lives|double-entry|double-sided|double-parked
mixed doubles|men's doubles|women's doubles|doubles title|doubles final|doubles partner|doubles champion|doubles champions|doubles match|at the double|body double
on the double|double-lock|double meaning|double negative|double-breasted|double play|double plays|double-team|double-handed|double homicide|double gold|double blow
double espresso|double helix|double trouble|double yellow|double-fronted|double-digit inflation
triple jump|triple-jump|triple jumper|triple bypass|triple lock|triple-lock|triple crown|triple threat|triple play|triple bogey|triple-a|triple whammy|triple murder
treble clef|triple homicide|triple-double|triple-double|double-double|quadruple bypass|triple talaq|triple axel|triple-header
hundred days' war|hundred years' war|hundred percent|million man march|four seasons|two by two|in twos and threes|twos and threes|ones and twos|loved ones|loved one
little ones|little one|young ones|the ones|old ones|new ones|wrong ones|right ones|big ones|small ones|bad ones|good ones|only ones|ones
oneself|two-fer|five-a-day|one-armed bandit|three musketeers|three wise men|three strikes and|four horsemen|fifth amendment rights|first blood|first blush|first draft of history
threesome|foursome|foursomes|twosome|hundred-to-one|thousand-yard stare|a fifth of whisky|million-to-one|sixty-four-thousand-dollar question
twenty questions|one hit wonder|one-hit wonder|double-quick|give me one|one day|one night|one afternoon|one evening|one morning|once in a|second hand|seconds out|third man theme
24/7|24-7|twenty-four seven|50-50|50/50|fifty/fifty|eleventh commandment|nine-days' wonder|first fruits|first strike capability|first-past the post|sixth-sense
two-up two-down|point one|third-place play-off|a second time around|in the half|for the half|during the half|over the half|first world problem|first world problems|second spring|third base|first~person|second~person|third~person
"""
_EXTRA = word_set("ones twos threes nines sixes sevens fives fours firsthand secondhand foursome")
TRIGGER_EXTRA = word_set(
    "ones twos threes fours fives sixes sevens nines tens secondly firstly thirdly fourthly firsthand secondhand"
)
_BY_WORD: dict[str, list[tuple[int, tuple[str, ...]]]] = {}


def _register(words: tuple[str, ...]) -> None:
    for at, word in enumerate(words):
        if word in NUMBER_WORDS or word in _EXTRA or word[0].isdecimal():
            entry = (at, words)
            if entry not in _BY_WORD.setdefault(word, []):
                _BY_WORD[word].append(entry)


def _variants(phrase: str) -> list[tuple[str, ...]]:
    out: list[tuple[str, ...]] = []
    plain = (
        phrase.replace("/", " / ").replace("'s", " ' s").replace("' ", " ' ")
        if "o'clock" not in phrase
        else phrase
    )
    spaced = plain if phrase[0].isdecimal() else plain.replace("-", " ")
    for text in {plain.replace("-", " - "), spaced}:
        out.append(tuple(text.replace("~", " - ").split()))
    return sorted(set(out))


for _phrase in _PHRASES.replace("\n", "|").split("|"):
    if _phrase.strip():
        for _words in _variants(_phrase.strip()):
            _register(_words)
for _entries in _BY_WORD.values():
    _entries.sort(key=lambda entry: (-len(entry[1]), entry[0], entry[1]))

_COUNTING_DAY = word_set("later after before earlier ago and or of in per longer")
_DAY_BEFORE = word_set(
    "in for than just only within least after over of during to last lasts lasted lasting takes took"
)


_AFTER_A_PERIOD = word_set("to from and as after but against compared while with")


def _counts_on(t: Tokens, end: int) -> bool:
    """Return whether "the half" is not the half-year: "for the half who voted"."""
    return t.word(end).isalpha() and t.word(end) not in _AFTER_A_PERIOD


def idiom_at(t: Tokens, i: int) -> tuple[int, int] | None:
    """Return the token span of the longest set phrase that holds token ``i``, or ``None``."""
    for at, words in _BY_WORD.get(t.low[i], ()):
        begin = i - at
        if begin < 0 or tuple(t.low[begin : begin + len(words)]) != words:
            continue
        end = begin + len(words)
        if _not_set_phrase(t, begin, end, words) or (words[1:] == ("the", "half") and _counts_on(t, end)):
            continue
        return begin, end
    return None


def _not_set_phrase(t: Tokens, begin: int, end: int, words: tuple[str, ...]) -> bool:
    """Where the same words do count something: one day later, one side (of two), the first time since."""
    last = words[-1]
    if words[0] == "one" and last in {"day", "night", "afternoon", "evening", "morning"}:
        return t.word(end) in _COUNTING_DAY or t.word(begin - 1) in _DAY_BEFORE
    if words[:2] == ("first", "time") and len(words) == 2:
        return True
    if words == ("at", "one") or words == ("as", "one"):
        return t.word(end) in {"of", "person", "point"} or t.word(end).isalpha()
    if words == ("from", "zero"):
        return t.word(end) in {"to", "-"}
    if last == "second" and words[-2:] == ("a", "second"):
        return t.word(end).isalpha() and t.word(end) not in {"and", "but", "that", "did", "as"}
    if words == ("ones",) or words == ("less", "than", "zero"):
        return False
    if words == ("the", "first", "place") or words == ("first", "hand"):
        return t.word(begin - 1) not in {"in", "at"} and words[0] == "the"
    if words in {
        ("half", "year"),
        ("hundred", "percent"),
        ("first", "half"),
        ("second", "half"),
        ("point", "one"),
    }:
        return True
    if words in {("two", "time"), ("one", "time")} and t.word(end) in {
        "champion",
        "winner",
        "champions",
        "winners",
        "defending",
    }:
        return True
    if words == ("one", "side"):
        return t.word(begin - 1) in {"only", "than"}
    if words in {("nine", "to", "five"), ("ten", "to", "one")}:
        return t.word(begin - 1) in {"from", "between", "by", "vote", "votes", "won", "lost"} or t.word(
            end
        ) in {"vote", "votes", "percent", "million"}
    return False
