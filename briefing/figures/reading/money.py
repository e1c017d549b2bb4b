"""Currencies: symbols, codes and names → ISO 4217 codes.

Promise: a sum keeps its currency; minor units become major ones exactly (230 pence is 2.30 GBP), and no
currency is ever taken for another. A plain dollar is USD, a plain pound GBP.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import by_word, word_set

_ONE, _HUNDREDTH = Decimal(1), Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency as written: ``factor`` of ``code``; ``name`` is the unit's own name."""

    code: str
    name: str
    factor: Decimal = _ONE


CODES = word_set(
    "usd eur gbp jpy cny inr aud cad nzd chf sek nok dkk pln czk huf ron bgn rub uah try ils egp zar ngn kes ghs "
    "brl mxn ars clp cop pen krw twd hkd sgd thb idr myr php vnd pkr bdt lkr npr aed sar qar kwd bhd omr jod lbp "
    "irr iqd lyd mad dzd tnd rmb kzt gel amd azn isk xaf xof cdf etb ugx tzs zmw mwk"
)
_SYMBOLS = {
    "$": "USD", "\u00a3": "GBP", "\u20ac": "EUR", "\u00a5": "JPY", "\u20b9": "INR", "\u20a9": "KRW", "\u20bd": "RUB",
    "\u20aa": "ILS", "\u20ab": "VND", "\u20b4": "UAH", "\u20a6": "NGN", "\u0e3f": "THB", "\u20ba": "TRY", "\u20b1": "PHP",
    "\u20a1": "CRC", "\u20be": "GEL", "\u20ad": "LAK", "\u20b8": "KZT", "\u20b5": "GHS", "\u20a8": "INR", "元": "CNY",
    "円": "JPY", "\u20bf": "BTC", "\u20b2": "PYG",
}  # fmt: skip
_DOLLAR_PREFIX = {
    "us": "USD", "u.s": "USD", "a": "AUD", "au": "AUD", "aus": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD", "nz": "NZD",
    "hk": "HKD", "s": "SGD", "sg": "SGD", "r": "BRL", "nt": "TWD", "tt": "TTD", "j": "JMD", "mx": "MXN", "z": "ZWD", "n": "NAD",
}  # fmt: skip
_LETTER_SIGNS = {
    "rs": "INR", "rm": "MYR", "rp": "IDR", "kr": "SEK", "zl": "PLN", "fr": "CHF", "sfr": "CHF", "ksh": "KES", "sh": "KES",
    "tk": "BDT", "dh": "AED", "dhs": "AED", "r": "ZAR", "ft": "HUF", "lei": "RON", "sen": "JPY", "₨": "INR", "shs": "KES",
    "naira": "NGN", "rmb": "CNY",
}  # fmt: skip

_NAMES: dict[tuple[str, ...], Currency] = {}


def _name(code: str, names: str, factor: Decimal = _ONE) -> None:
    for spelling in names.split("|"):
        words = tuple(spelling.split())
        _NAMES[words] = Currency(code, names.split("|")[0], factor)


_name(
    "USD",
    "dollar|dollars|us dollar|us dollars|u . s . dollars|u . s . dollar|american dollars|united states dollars|buck|bucks|greenbacks",
)
for _code, _adjectives in (
    ("AUD", "australian aussie"), ("CAD", "canadian"), ("NZD", "zealand kiwi"), ("HKD", "kong"), ("SGD", "singapore singaporean"),
    ("TWD", "taiwan taiwanese"), ("JMD", "jamaican"), ("ZWD", "zimbabwean zimbabwe"), ("NAD", "namibian"), ("BMD", "bermudian"),
):  # fmt: skip
    for _adjective in _adjectives.split():
        _lead = {"zealand": "new zealand", "kong": "hong kong"}.get(_adjective, _adjective)
        _name(_code, f"{_lead} dollar|{_lead} dollars")
_name("USD", "cent|cents|us cents|u . s . cents", _HUNDREDTH)
_name("EUR", "euro cent|euro cents|eurocents", _HUNDREDTH)
_name("EUR", "euro|euros")
_name("GBP", "pound sterling|pounds sterling|british pounds|british pound|sterling|quid")
_name("GBP", "pence|penny|pennies", _HUNDREDTH)
for _code, _adjective in (
    ("EGP", "egyptian"),
    ("LBP", "lebanese"),
    ("SYP", "syrian"),
    ("SSP", "sudanese"),
    ("IEP", "irish"),
):
    _name(_code, f"{_adjective} pound|{_adjective} pounds")
_name("JPY", "yen|japanese yen")
_name("CNY", "yuan|renminbi|rmb|chinese yuan")
_name("INR", "rupee|rupees|indian rupee|indian rupees")
_name("INR", "paise|paisa", _HUNDREDTH)
_name("franc", "centime|centimes", _HUNDREDTH)
_name("CHF", "rappen", _HUNDREDTH)
_name("krone", "øre", _HUNDREDTH)
_name("krona", "öre", _HUNDREDTH)
_name("RUB", "kopeck|kopecks|kopek|kopeks", _HUNDREDTH)
_name("DEM", "pfennig|pfennigs", _HUNDREDTH)
_name("PLN", "grosz|groszy", _HUNDREDTH)
for _code, _adjective in (
    ("PKR", "pakistani pakistan"),
    ("LKR", "lankan"),
    ("NPR", "nepali nepalese"),
    ("IDR", "indonesian"),
):
    for _word in _adjective.split():
        _lead = "sri lankan" if _word == "lankan" else _word
        _name(_code, f"{_lead} rupee|{_lead} rupees|{_lead} rupiah")
_name("IDR", "rupiah|rupiahs")
_name("CHF", "swiss franc|swiss francs")
_name("franc", "franc|francs")
_name("FRF", "french franc|french francs")
_name("BEF", "belgian franc|belgian francs")
_name("RUB", "rouble|roubles|ruble|rubles|russian roubles|russian rubles")
_name("KRW", "won|south korean won")
_name("krona", "krona|kronor")
_name("krone", "krone|kroner")
_name("SEK", "swedish krona|swedish kronor|swedish crowns")
_name("NOK", "norwegian krone|norwegian kroner|norwegian crowns")
_name("DKK", "danish krone|danish kroner|danish crowns")
_name("ISK", "icelandic krona|icelandic kronur")
_name("CZK", "czech crowns|czech koruna|koruna|crowns")
_name("PLN", "zloty|zlotys|zlotych|polish zloty|polish zlotys")
_name("HUF", "forint|forints|hungarian forints")
_name("UAH", "hryvnia|hryvnias")
_name("TRY", "lira|liras|turkish lira|turkish liras")
_name("ITL", "lire|italian lire|italian lira")
_name("ILS", "shekel|shekels|new israeli shekels")
_name("ZAR", "rand|rands")
_name("NGN", "naira|nairas")
_name("KES", "kenyan shillings|kenyan shilling")
_name("shilling", "shilling|shillings")
_name("peso", "peso|pesos")
_name("MXN", "mexican peso|mexican pesos")
_name("PHP", "philippine peso|philippine pesos")
_name("ARS", "argentine peso|argentine pesos")
_name("CLP", "chilean peso|chilean pesos")
_name("COP", "colombian peso|colombian pesos")
_name("ESP", "peseta|pesetas|spanish pesetas")
_name("DEM", "mark|marks|deutsche mark|deutsche marks|deutschemarks|german marks")
_name("FIM", "finnish markka|finnish marks|markka|markkaa")
_name("NLG", "dutch guilder|dutch guilders|guilder|guilders")
_name("ATS", "schilling|schillings|austrian schillings")
_name("BRL", "real|reais|reals|brazilian reais|brazilian reals")
_name("THB", "baht")
_name("VND", "dong")
_name("MYR", "ringgit|malaysian ringgit")
_name("BDT", "taka")
_name("dinar", "dinar|dinars")
_name("IQD", "iraqi dinar|iraqi dinars")
_name("KWD", "kuwaiti dinar|kuwaiti dinars")
_name("LYD", "libyan dinar|libyan dinars")
_name("dirham", "dirham|dirhams")
_name("riyal", "riyal|riyals|saudi riyals|rial|rials")
_name("GHS", "cedi|cedis")
_name("BTC", "bitcoin|bitcoins|btc")
_name("KZT", "tenge")
_name("RON", "lei")
_name("BGN", "lev|leva")
_BY_FIRST = by_word(_NAMES.items(), 0)
_POUNDS = Currency("GBP", "pound")


def currency_before(t: Tokens, i: int) -> tuple[Currency, int] | None:
    """Return the currency whose sign or code ends just before token ``i``, and the index it begins at."""
    word = t.word(i - 1)
    if not word or i <= 0:
        return None
    code = _SYMBOLS.get(word)
    if code is not None:
        return _with_prefix(t, i - 1, code)
    if word == "cop" and t.glued(i):
        return None  # COP28
    if (
        word in CODES
        and (t.raw(i - 1).isupper() or t.raw(i - 1).islower())
        and word not in {"try", "all", "top"}
    ):
        return Currency(_iso(word), _iso(word)), i - 1
    if word == "." and t.word(i - 2) in {"rs", "kr"} and t.glued(i - 1):
        return Currency(_LETTER_SIGNS[t.word(i - 2)], t.word(i - 2)), i - 2
    if word in _LETTER_SIGNS and (t.raw(i - 1)[0].isupper() or word in {"sen", "kr"}):
        if word in {"r", "fr", "ft", "sh", "lei"} and not t.glued(i):
            return None
        return Currency(_LETTER_SIGNS[word], word), i - 1
    return None


def _iso(word: str) -> str:
    return "CNY" if word == "rmb" else word.upper()


_LOOSE_PREFIXES = word_set("a us s can r j z n")


def _with_prefix(t: Tokens, k: int, code: str) -> tuple[Currency, int]:
    """US$, C$, HK$, u.s $; a code that stands before its sign (USD $5)."""
    before = t.word(k - 1)
    if code == "USD":
        prefix = _DOLLAR_PREFIX.get(before)
        if (
            prefix
            and (t.glued(k) or len(before) > 1 or before == "c")
            and not (before in _LOOSE_PREFIXES and not _prefixes(t, k))
        ):
            if before == "s" and t.word(k - 3) == "u":
                return Currency("USD", "dollar"), k - 3
            return Currency(prefix, "dollar"), k - 1
        if before == "." and t.word(k - 2) == "s" and t.word(k - 4) == "u":
            return Currency("USD", "dollar"), k - 4
        if before == "s" and t.word(k - 2) == "." and t.word(k - 3) == "u":
            return Currency("USD", "dollar"), k - 3
    if before in CODES and t.raw(k - 1).isupper():
        return Currency(_iso(before), _iso(before)), k - 1
    if code == "JPY" and before in {"cn", "rmb"}:
        return Currency("CNY", "yuan"), k - 1
    return Currency(code, code), k


def _prefixes(t: Tokens, k: int) -> bool:
    """Whether the letter before a dollar sign belongs to it: glued, or "US $"."""
    return t.glued(k) or (t.word(k - 1) == "us" and (t.raw(k - 1) == "US" or t.raw(k - 1) == "us"))


def currency_after(t: Tokens, j: int) -> tuple[Currency, int] | None:
    """Return the currency named at token ``j`` (dollars, Swiss francs, EUR, ¢, p), and the index after it."""
    word = t.word(j)
    for words, currency in _BY_FIRST.get(word, ()):
        if all(t.word(j + n) == w for n, w in enumerate(words)):
            return currency, j + len(words)
    if word in _SYMBOLS and (t.glued(j) or not t.is_digits(j + 1)):
        return Currency(_SYMBOLS[word], _SYMBOLS[word]), j + 1
    if word == "\u00a2":
        return Currency("USD", "cent", _HUNDREDTH), j + 1
    if word == "p" and t.glued(j) and t.raw(j) == "p" and t.is_digits(j - 1):
        return Currency("GBP", "pence", _HUNDREDTH), j + 1
    if word in CODES and (t.raw(j).isupper() or word == "rmb") and word != "top":
        return Currency(_iso(word), _iso(word)), j + 1
    if word == "rs" and t.raw(j) == "Rs":
        return Currency("INR", "rupee"), j + 1
    if word == "ரூ" or word.startswith("\u0bb0"):
        return Currency("LKR", "rupee"), j + 1
    return None


def pounds(t: Tokens, j: int) -> tuple[Currency, int]:
    """Return the pound as money, at token ``j``, with "sterling" where it follows."""
    return _POUNDS, j + 1
