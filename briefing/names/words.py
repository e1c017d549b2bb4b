"""Words around names: titles, connectors, places with irregular adjectives, and names known by several forms."""

from __future__ import annotations

from briefing.figures.vocabulary.numberwords import MONTHS, NUMBER_WORDS, WEEKDAYS
from briefing.wordsets import word_set

TITLES = word_set(
    "mr mrs ms miss dr prof professor sir dame lord lady baron baroness president vice prime minister chancellor "
    "secretary general chief executive chairman chairwoman chair director governor mayor senator sen rep congressman "
    "congresswoman mp judge justice king queen prince princess duke duchess pope cardinal bishop archbishop rev reverend "
    "father sister brother imam sheikh ayatollah gen lt col maj capt sgt cpl lieutenant colonel major captain sergeant "
    "admiral commander inspector detective superintendent constable officer commissioner ambassador deputy foreign "
    "defence defense finance interior home attorney spokesman spokeswoman spokesperson leader coach manager ceo cfo coo "
    "former acting jr sr ii iii iv phd md obe mbe cbe head councillor premier first lieutenant-general major-general "
    "vice-president secretary-general deputy-leader midfielder striker goalkeeper defender captain st"
)

CONNECTORS = word_set("of the de del della di da du des la le las los el van von der den bin ibn al y e") - {
    "e",
    "y",
}

MONTHS_AND_DAYS = (
    frozenset(MONTHS)
    | frozenset(WEEKDAYS)
    | word_set("am pm gmt utc bst est edt cst cdt mst mdt pst pdt cet cest ist jst ad bc ce bce")
)
# Units that are written with a capital and are no names.
_UNITS = word_set("usd eur gbp km kg mw gw mph kmh celsius fahrenheit once")
NOT_NAMES = MONTHS_AND_DAYS | NUMBER_WORDS | _UNITS

# Words that open sentences and are in no other table.
COMMON = word_set(
    "authorities officials ministers critics analysts experts campaigners residents witnesses police nobody everybody "
    "everyone someone anybody nothing something everything police army government parliament council court ministry "
    "official spokesman spokeswoman forecasters scientists researchers investigators prosecutors lawyers engineers "
    "economists opponents supporters survivors relatives families parents neighbours rescuers emergency state local "
    "national international global public private political economic social military federal central northern southern "
    "eastern western heavy strong early late new old young big small high low good bad best worst main major minor many "
    "several few most more less least such same different another other others next last previous former current recent "
    "earlier later meanwhile however therefore thus hence instead moreover furthermore besides otherwise nevertheless "
    "nonetheless still yet also again already perhaps maybe probably possibly certainly clearly obviously indeed "
    "together overall altogether almost nearly about around roughly approximately some any all both each every either "
    "neither despite following according amid given though although because since while when where why how what which "
    "who whose whom whether if unless until before after during without within across between among against under over "
    "above below near inside outside beyond behind beside toward towards upon onto into out up down off back away here "
    "there now then today tomorrow yesterday tonight soon ever never always often sometimes usually rarely too very "
    "quite rather just only even not no yes please thank thanks sorry hello dear breaking update live watch read photo "
    "image video exclusive analysis opinion editorial correction summary headline background sources source said "
    "turnout profits revenue sales shares prices rates inflation unemployment growth exports imports temperatures rain "
    "snow winds floods storms fires schools hospitals roads trains flights ferries power water gas oil crews troops "
    "forces soldiers firefighters medics doctors nurses teachers students pupils workers employees staff drivers "
    "passengers tourists visitors voters fans players children women men people victims patients prisoners migrants "
    "refugees protesters farmers miners investors shareholders customers users hundreds thousands dozens organisers "
    "organizers volunteers owners members leaders candidates delegates lawmakers senators councillors deputies rebels "
    "militants gunmen attackers suspects damage damages losses costs spending funding budget debt net gross total "
    "median average annual quarterly monthly weekly daily construction production output demand supply trade talks "
    "negotiations elections voting counting results figures data statistics numbers studies tests trials research "
    "doing having being going coming seeing "
    "traffic weather music energy football rugby cricket golf athletics bread meat fruit sugar salt coffee tea beer "
    "tobacco insulin blood cancer diabetes dementia flu measles cholera malaria obesity exercise health childcare "
    "welfare violence bribery abuse arson terrorism bail parole evidence testimony umpire spacecraft wheat barley "
    "maize rice corn soya cotton wool timber steel iron copper gold silver aluminium lithium coal uranium solar "
    "nuclear hydrogen plastic sewage hail ice fog thunder poetry television radio software hardware chairmen forestry "
    "retail hospitality logistics security ombudsmen geese mice bacteria skin teeth homework cargo freight mail "
    "asylum citizenship residency identity culture religion faith history science technology knowledge wisdom truth "
    "gossip hope fear anger grief joy confidence trust doubt uncertainty confusion panic calm mathematics "
    "physics chemistry biology darkness silence sunshine sunlight moonlight daylight dusk midnight noon spring "
    "winter christmas easter ramadan half quarter entry admission parking membership access attendance "
    "audience crowd staff personnel management leadership ownership competition consumption capacity coverage damage "
    "debris rubble dust ash lava mud sand smoke steam gas heat cold warmth humidity visibility cloud rainwater "
    "seawater groundwater soil turf grass hay straw seed seeds fertiliser compost manure butter cheese cream "
    "yoghurt chocolate cocoa spice poultry pork beef lamb bacon seafood shellfish lobster crab oyster "
    "salad soup pasta pizza lunch dinner breakfast supper food cash credit debt money change rent mortgage luggage "
    "baggage equipment machinery furniture clothing jewellery theatre drama comedy opera ballet jazz pop "
    "film cinema fashion design photography literature fiction"
)

_PLACES = (
    "france:french france:frenchman france:frenchmen france:frenchwoman germany:german britain:british britain:briton "
    "britain:britons britain:uk england:english england:englishman wales:welsh scotland:scottish scotland:scots "
    "scotland:scot ireland:irish netherlands:dutch holland:dutch belgium:belgian denmark:danish denmark:dane denmark:danes "
    "sweden:swedish sweden:swede sweden:swedes norway:norwegian finland:finnish finland:finn finland:finns "
    "poland:polish poland:pole poland:poles spain:spanish spain:spaniard portugal:portuguese greece:greek switzerland:swiss "
    "turkey:turkish turkey:turk turkey:turks turkey:turkiye cyprus:cypriot czechia:czech czech:czechia slovakia:slovak "
    "serbia:serb hungary:hungarian croatia:croat iceland:icelandic china:chinese japan:japanese taiwan:taiwanese "
    "thailand:thai philippines:filipino philippines:philippine philippines:filipinos myanmar:burmese burma:burmese "
    "afghanistan:afghan pakistan:pakistani iraq:iraqi israel:israeli lebanon:lebanese yemen:yemeni qatar:qatari "
    "kuwait:kuwaiti oman:omani bahrain:bahraini uzbekistan:uzbek kazakhstan:kazakh kyrgyzstan:kyrgyz tajikistan:tajik "
    "turkmenistan:turkmen somalia:somali sudan:sudanese congo:congolese senegal:senegalese togo:togolese "
    "madagascar:malagasy niger:nigerien ghana:ghanaian peru:peruvian argentina:argentine argentina:argentinian "
    "canada:canadian brazil:brazilian ecuador:ecuadorean ecuador:ecuadorian barbados:barbadian ukraine:ukrainian "
    "vietnam:vietnamese lisbon:lisboeta moscow:muscovite naples:neapolitan venice:venetian florence:florentine "
    "vienna:viennese europe:european africa:african asia:asian america:american america:usa america:us "
    "arabia:saudi arabia:saudis arabia:arabian kyiv:kiev mumbai:bombay "
    "australia:aussie australia:australian zealand:zealander monaco:monegasque liverpool:liverpudlian glasgow:glaswegian "
    "kenya:kenyan laos:laotian libya:libyan syria:syrian jordan:jordanian serbia:serbian croatia:croatian kosovo:kosovar "
    "korea:korean india:indian azerbaijan:azerbaijani azerbaijan:azeri honduras:honduran panama:panamanian malta:maltese "
    "mozambique:mozambican cameroon:cameroonian gabon:gabonese mauritius:mauritian texas:texan london:londoner "
    "catalonia:catalan chechnya:chechen cuba:cuban iran:iranian chad:chadian rome:roman romania:romanian nigeria:nigerian"
)
DEMONYMS: dict[str, str] = {}
for _pair in _PLACES.split():
    _place, _adjective = _pair.split(":")
    DEMONYMS[_adjective] = DEMONYMS.get(_place, _place)
    DEMONYMS.setdefault(_place, _place)

_GROUPS = (
    ("us", "usa", "united states", "america", "american", "united states of america"),
    ("uk", "united kingdom", "britain", "great britain", "british"),
    ("un", "united nations"),
    ("eu", "european union"),
    ("uae", "united arab emirates", "emirati"),
    ("drc", "democratic republic of congo", "democratic republic congo"),
    ("who", "world health organization", "world health organisation"),
    ("imf", "international monetary fund"),
    ("fed", "federal reserve"),
    ("nato", "north atlantic treaty organization", "north atlantic treaty organisation"),
    ("ivory coast", "cote d'ivoire", "ivorian"),
)
ALIASES: dict[str, tuple[str, ...]] = {
    form: tuple(other for other in group if other != form) for group in _GROUPS for form in group
}


# What is written in small letters where it is spelt out, so that no name of a source tells: "2.8 percent of GDP".
SPELLED_OUT = {
    "gdp": "gross domestic product|economy|economic output", "gnp": "gross national product", "cpi": "consumer price index", "vat": "value added tax|value-added tax",
    "ipo": "initial public offering", "fdi": "foreign direct investment", "icu": "intensive care", "ev": "electric vehicle|electric car",
    "evs": "electric vehicles|electric cars", "ai": "artificial intelligence", "lng": "liquefied natural gas", "ngo": "non-governmental organi",
    "ngos": "non-governmental organi", "gp": "general practitioner|family doctor", "gps": "general practitioners|family doctors",
    "cctv": "closed-circuit television", "uv": "ultraviolet", "tv": "television", "mp": "member of parliament", "mps": "members of parliament",
    "hgv": "heavy goods vehicle", "hgvs": "heavy goods vehicles", "suv": "sport utility vehicle", "rna": "ribonucleic acid",
}  # fmt: skip
