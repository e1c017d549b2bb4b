"""Words that take a number into a name, and names that hold one. Data only."""

from __future__ import annotations

from briefing.wordsets import word_set

HEADS = word_set(
    "article articles section sections chapter clause rule regulation regulations resolution directive amendment protocol annex title schedule "
    "highway route motorway autobahn interstate road junction exit line terminal gate platform runway pier berth lane "
    "channel radio studio formula group pool class grade year tier league division band phase stage level category type "
    "flight boeing airbus apollo soyuz artemis voyager falcon starship vega ariane long-march airbus cessna embraer antonov ilyushin "
    "windows iphone galaxy pixel playstation xbox android ios version model mark mk series generation gen tesla audi bmw porsche mazda peugeot "
    "room ward block unit sector zone district precinct area camp building house tower floor apartment apt suite flat door bay "
    "page pages volume vol chapter verse psalm book episode part lesson question figure table item act scene track opus symphony "
    "task squadron regiment battalion brigade company platoon unit army engine ladder "
    "super lottery lotto operation project plan agenda vision expo euro euros uefa olympics paris tokyo london rio sochi beijing "
    "fortune forbes ftse s&p nikkei dax cac russell dow asx stoxx nasdaq sensex nifty kospi hang ibex top hot "
    "case file docket bill proposition prop measure ordinance decree no number nr nos issue edition "
    "carbon uranium plutonium strontium caesium cesium cobalt iodine omega vitamin interleukin coenzyme "
    "lot pier slip hole heat court post zip postcode box bus tram train k2 world war"
)


PLAIN_HEADS = word_set(
    "article section chapter clause rule resolution directive amendment protocol annex highway route motorway interstate junction exit "
    "terminal gate platform runway channel flight room ward page pages volume verse episode type phase stage level category version "
    "model grade box iphone ipad ios macos uranium carbon psalm apartment suite proposition bus line"
)


WEAK_HEADS = word_set(
    "group company army team house post court world bus train radio paris london tokyo rio sochi beijing year case class part top hot line "
    "camp building district zone area heat hole page pages level grade floor tower book figure question item operation project plan"
)


ORDINAL_NOUNS = word_set(
    "minister lady world avenue street amendment circuit army fleet division reich republic nations bank citizens infantry airborne "
    "battalion brigade regiment corps squadron cavalry marines district congress parliament symphony international estate "
    "commandment crusade temple baptist church dynasty intifada gulf punic balkan chechen boer congo ward precinct fleet"
)


STREET = word_set(
    "street st avenue ave road rd lane boulevard blvd drive square place terrace crescent way close court downing row quay parkway"
)


FIXED = {
    ("9", "/", "11"): (), ("7", "-", "eleven"): (), ("50", "cent"): ("C",), ("world", "war", "two"): (), ("world", "war", "one"): (),
    ("group", "of", "seven"): (), ("group", "of", "20"): (), ("group", "of", "eight"): (), ("big", "four"): ("B",), ("big", "three"): ("B",),
    ("big", "ten"): ("B",), ("final", "four"): ("F",), ("three", "mile", "island"): (), ("six", "nations"): ("N",), ("five", "eyes"): ("E",),
    ("twenty20",): (), ("7", "/", "7"): (), ("gang", "of", "four"): ("G",), ("big", "12"): ("B",), ("ocean", "'", "s", "eleven"): (),
    ("group", "of", "twenty"): (), ("group", "of", "7"): (), ("forty", "-", "niners"): (), ("49ers",): (), ("76ers",): (), ("three", "gorges"): (),
    ("five", "star", "movement"): (), ("10", "downing", "street"): (), ("20th", "century", "fox"): (), ("20", "th", "century", "fox"): (), ("737", "max"): (), ("catch", "-", "22"): (), ("catch", "22"): (), ("world", "war", "2"): (),
    ("hundred", "years", "'", "war"): (), ("first", "world", "war"): (), ("second", "world", "war"): (), ("third", "world", "war"): (),
    ("six", "-", "day", "war"): (), ("one", "nation"): ("N",), ("rule", "of", "two"): (), ("sixth", "form"): (), ("5", "live"): ("L",),
    ("two", "sessions"): ("S",), ("quad", "9"): (), ("number", "10"): (), ("number", "11"): (), ("7", "eleven"): (), ("twelfth", "night"): (),
}  # fmt: skip


SUFFIXES = word_set(
    "st nd rd th s am pm yo ish odd plus fold bn mn tn trn mln bln tln mil mio k x hrs hr mins min secs sec yrs yr mths wks pt pts pp ppt bps pc "
    "pct cr lakh crore gmt utc ut bst est edt et pst million billion trillion hundred thousand percent year day week month hour minute ft lb"
)


NOT_HEADS = word_set(
    "in on at by from to of the a an and or but with for as if then than when while after before since until about over under some all "
    "he she it they we you i his her its their our my this that these those there here who which what where how why not only just "
    "nearly almost around up down out off into onto per plus minus between among another more less fewer least most only even both said "
    "police officials authorities government us uk eu un killed injured dead at-least exactly roughly approximately last next yesterday today "
    "tomorrow monday tuesday wednesday thursday friday saturday sunday meanwhile however also still now today "
    "party parties alliance coalition bloc democrats republicans socialists liberals conservatives greens"
)
