"""Persons under their whole names: who "Prado" is, where an article introduces "Ines Prado, a diver".

Only what an article itself shows to be a person counts: a role, a title or an age beside the whole name, or "Ms Prado" later on.
Promise: a surname that two persons of an article share has no whole name, and nothing inside quotation marks is touched.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from briefing.figures.vocabulary.lexicon import STOPWORDS
from briefing.names.words import COMMON, DEMONYMS, NOT_NAMES, TITLES
from briefing.wordsets import word_set

_WORD = r"[A-Z][\w’'-]*[a-z]|[A-Z][a-z]"
_RUN = re.compile(
    rf"(?<![\w&/.-])(?:[A-Z][a-z]{{1,5}}\. )?(?:{_WORD})(?: (?:(?:de|del|der|la|van|von|bin|al|di|da) )?(?:[A-Z]\.|{_WORD}))+(?![\w&-])"
)
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|(?<!\w)‘[^’]*’(?!\w)")
_ROLES = (
    r"(?:spokes(?:man|woman|person)|director|president|chief|chair(?:man|woman)?|professor|lawyer|attorney|judge|analyst|economist|scientist|"
    r"researcher|astronomer|physicist|biologist|doctor|surgeon|nurse|teacher|principal|minister|secretary|senator|governor|mayor|council(?:lor|man|woman|or)|"
    r"lawmaker|officer|detective|sergeant|sheriff|deputy|captain|commander|general|coach|manager|player|striker|boxer|singer|actor|actress|"
    r"author|writer|editor|reporter|producer|filmmaker|founder|owner|executive|head|leader|member|resident|witness|victim|suspect|neighbou?r|"
    r"husband|wife|father|mother|son|daughter|brother|sister|friend|student|farmer|driver|pilot|engineer|designer|artist|photographer|activist|"
    r"investor|expert|specialist|statistician|investigator|prosecutor|ambassador|envoy|bishop|pastor|priest|veteran|star|champion|investor|"
    r"agent|publicist|consultant|adviser|advisor|partner|inspector|fellow|lecturer|man|woman|boy|girl)"
)
_ROLE_BEFORE = re.compile(rf"(?:\b{_ROLES}|\b\d{{1,3}}-year-old),? $")
_ROLE_AFTER = re.compile(
    rf",? (?:\d{{1,3}}[,.;]|CEO\b|CFO\b|MP\b|\(\d{{1,3}}\)|who\b|whose\b|(?:an?|the|its|his|her|their)? ?(?:[\w’'-]+ ){{0,4}}?{_ROLES}\b)"
)
_MAKER_OF = re.compile(
    r"['’]s (?:[\w-]+ ){0,2}(?:film|documentary|book|novel|album|song|play|wife|husband|mother|father|son|daughter|lawyer|attorney|family|death|career)\b"
)
_SPEAKS_BEFORE = re.compile(r"\b(?:said|says|added|explained|told) $")
_SPEAKS_AFTER = re.compile(
    r",? (?:said|says|told|tells|wrote|writes|added|explained|tweeted|argued|noted|recalled|testified)\b"
)
_HE_OR_SHE = re.compile(r"\b(?:he|she|his|her)\b", re.IGNORECASE)
_NEAR_CHARACTERS = 250
_HONORIFIC = r"(?:Mr|Mrs|Ms|Miss)\.? "
# What a capital word may be besides a first name or a surname.
_NO_PERSON = (
    COMMON
    | NOT_NAMES
    | STOPWORDS
    | frozenset(DEMONYMS)
    | frozenset(DEMONYMS.values())
    | word_set(
        "air north south east west new san santa los las el great united royal national saint st port fort mount lake river "
        "storm hurricane typhoon street avenue road park house court bank party university college school hospital church county city island "
        "islands airport station stadium arena centre center club council union group company corporation inc ltd association "
        "foundation institute society agency department office service services board commission committee league times post news press journal "
        "valley beach hill hills bay sea ocean state states kingdom republic world cup awards award day night war act bill law week flight flights solutions lottery family coalition "
        "airlines airways republican democrat democratic uncle aunt century science studies wire magazine tonight show"
    )
)


@dataclass(frozen=True, slots=True)
class Person:
    """A whole name as an article introduces it, without title, and where it stands there."""

    name: str
    start: int
    end: int

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.rsplit(" ", 1)[-1]


def persons(text: str, proven: Collection[str] = ()) -> Mapping[str, Person]:
    """Return the persons whom ``text`` introduces by their whole names, by surname; none whose surname is another's too.

    ``proven`` are whole names that other articles of the story show to be persons'.
    """
    found: dict[str, Person] = {}
    initials: dict[str, set[str]] = defaultdict(set)
    for person, titled in _whole_names(text):
        initials[person.surname].add(person.name[0])
        if person.surname not in found and (titled or person.name in proven or _is_person(text, person)):
            found[person.surname] = person
    return {surname: person for surname, person in found.items() if len(initials[surname]) == 1}


def _whole_names(text: str) -> Iterator[tuple[Person, bool]]:
    """Yield each run of capital words that may be a person's name, and whether a title stands before it."""
    for run in _RUN.finditer(text):
        words = run.group().split(" ")
        titles = [
            n for n, word in enumerate(words) if word.rstrip(".").lower() in TITLES and n < len(words) - 1
        ]
        first = titles[-1] + 1 if titles else 0  # "Modoc County Sheriff's Deputy Ines Prado"
        titled = first > 0
        name = words[first:]
        if first == 0 and name[0].lower() in STOPWORDS:  # "When Ines Prado …"
            name = name[1:]
        if not 2 <= len(name) <= 4 or any(re.sub(r"['’]s$", "", w).lower() in _NO_PERSON for w in name):
            continue
        whole = re.sub(r"['’]s$", "", " ".join(name))
        start = run.end() - len(" ".join(name))
        yield Person(whole, start, start + len(whole)), titled


def _is_person(text: str, person: Person) -> bool:
    if _ROLE_BEFORE.search(text, max(0, person.start - 40), person.start):
        return True
    if _ROLE_AFTER.match(text, person.end) or _MAKER_OF.match(text, person.end):
        return True
    speaks = _SPEAKS_BEFORE.search(text, max(0, person.start - 12), person.start) or _SPEAKS_AFTER.match(
        text, person.end
    )
    if speaks and _goes_by_surname(text, person):
        return _HE_OR_SHE.search(text, person.end, person.end + _NEAR_CHARACTERS) is not None
    return re.search(rf"\b{_HONORIFIC}{re.escape(person.surname)}\b", text) is not None


def _goes_by_surname(text: str, person: Person) -> bool:
    """Return whether the surname alone stands more often than the first word alone: a firm goes by its first."""
    first, last = (
        len(re.findall(rf"(?<![\w-])(?<![A-Z]\. ){re.escape(word)}(?!\w|,? [A-Z])", text))
        for word in (person.name.split(" ", 1)[0], person.surname)
    )
    return last - 1 >= first  # the whole name ends in one


def introduced(
    text: str, known: Mapping[str, Person], said: Collection[str]
) -> tuple[str, tuple[Person, ...]]:
    """Return ``text`` with each person's surname that stands alone at first put in whole, and who these are.

    ``known`` are persons by surname, ``said`` what the reader was told before. Who has been named in whole, or
    is named so in ``text`` itself, stays as he is; so does "Judge Prado".
    """
    put: list[tuple[int, int, Person]] = []
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    before = " ".join(said)
    for surname, person in known.items():
        if surname not in text or re.search(rf"[A-Z][\w.’'-]* {re.escape(surname)}\b", _plain(before)):
            continue
        alone = _alone(surname).search(text)
        while alone and (
            any(start <= alone.start() < end for start, end in quoted) or _is_listed(text, alone)
        ):
            alone = _alone(surname).search(text, alone.end())
        if alone and not re.search(rf"[A-Z][\w.’'-]* {re.escape(surname)}\b", _plain(text)):
            put.append((alone.start(), alone.end(), person))
    for start, end, person in sorted(put, key=lambda one: -one[0]):
        text = text[:start] + person.name + text[end:]
    return text, tuple(person for _, _, person in sorted(put, key=lambda one: one[0]))


def _is_listed(text: str, alone: re.Match[str]) -> bool:
    """Return whether a surname stands among names, as a firm's does: "Holm, Prado, Lind and Brandt"."""
    before, after = text[: alone.start()], text[alone.end() :]
    return (
        re.search(r"[A-Z][\w’'-]*(?:,| and| &) $", before) is not None
        and re.match(r",? (?:and |& )?[A-Z]", after) is not None
    )


def _alone(surname: str) -> re.Pattern[str]:
    """Return what finds a surname with no name, title or article before it and no name after it."""
    return re.compile(
        rf"(?<![\w’'.&/-])(?<![Tt]he )(?<!\b[Aa] )(?<![A-Z] )(?:{_HONORIFIC})?{re.escape(surname)}(?![\w&/-]| [A-Z])"
    )


def _plain(text: str) -> str:
    """Return ``text`` without "Mr" and "Ms", which introduce nobody."""
    return re.sub(rf"\b{_HONORIFIC}", "", text)
