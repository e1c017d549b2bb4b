"""The words that decide whether a full stop ends an English sentence: tables for ``split`` and nothing else.

All in lower case and without their last full stop.
"""

from __future__ import annotations

from briefing.wordsets import word_set

# A name, or a word that belongs to the same phrase, always follows these.
TITLES = word_set(
    """
    mr mrs ms mx messrs mme mlle dr drs prof profs rev revd hon fr sr br msgr
    sen sens rep reps gov govs pres amb atty cllr ald supt insp det asst assoc dep
    gen lt lieut col maj capt cmdr cdr sgt cpl pvt pfc adm brig wo cpo ens comdr sqn flt
    spc const sfc ssgt msgt tsgt pte lcpl amn dist
    st ste mt mts ft pt
    vs v approx appx est ca cf viz e.g i.e eg ie incl excl sq cu dept univ
    """
)

# A number follows these: "No. 10", "Art. 5", "pp. 3". "No." alone is an answer.
NUMBERED = word_set(
    "no nos art arts fig figs sec secs vol vols ch chap p pp para paras op ser ver eq tel ext rte hwy"
)

# What a company's name ends with; a sentence may end with it too.
COMPANY = word_set("inc corp co cos ltd plc llc bros mfg intl jr sr esq bhd pty pvt s.p.a s.a n.v")

# Other abbreviations that may stand at the end of a sentence; a common first word then decides.
MAY_END = word_set(
    """
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri
    ave blvd rd st hwy pl ct sq al ph.d ph m.d b.a m.a b.sc m.sc ll.b d.phil r.n
    bn tn mn temp govt natl assn
    """
)

# Before a day these go on in any case: "feb. 10".
MONTHS = word_set("jan feb mar apr jun jul aug sep sept oct nov dec")

# Newspaper forms of the states of the United States. After "Springfield, Ill." a capital starts a sentence.
STATES = word_set(
    """
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore
    pa tenn tex vt va wash wis wyo n.h n.j n.m n.y n.c n.d r.i s.c s.d w.va d.c ont que alta sask
    """
)

# After "5 p.m." these words still belong to the time.
TIME_WORDS = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    gmt utc bst est edt et cst cdt ct mst mdt mt pst pdt pt cet cest eet eest msk ist jst kst hkt sgt wib
    aest aedt acst awst nzst nzdt sast wat eat cat akst akdt hst ast adt nst z
    eastern central mountain pacific greenwich local
    """
)

# Words with which a sentence begins far more often than a name goes on: after "in the U.S." they decide.
STARTERS = word_set(
    """
    the a an this that these those there here it he she they we you i his her their its our my your
    in on at by from with without within after before during since until while when where why how what who which
    as if though although because but and or so yet nor for to of under over between among across
    both each every some many most few several all no not one two three four five six seven eight nine ten
    however meanwhile moreover instead then now still also later earlier again once only even just perhaps
    according despite following asked about nearly more less other others another such
    has have had is are was were do does did would can could should yesterday today tomorrow last next
    don't didn't it's he's she's they're we're i'm that's there's what's who's isn't wasn't can't won't
    """
)

# Subjects of news sentences, which decide likewise except in capitals ("U.S. OFFICIALS SAID").
SUBJECTS = word_set(
    """
    officials police authorities witnesses residents analysts investors shares stocks critics experts
    scientists researchers prosecutors lawyers lawmakers voters protesters people hundreds thousands dozens
    """
)

# Verbs that tie the name after a quotation to it: '"Why now?" Ms Oduya asked.'
SAYING = word_set(
    """
    said says asked asks told wrote writes added adds shouted cried tweeted posted wondered replied replies
    demanded exclaimed joked quipped recalled
    """
)

# Names that are written with an exclamation mark.
NAMED_WITH_BANG = word_set("yahoo jeopardy oklahoma yum mamma taboola")
