"""The wording of invented events: beats, each with who, does, more, asides, openings and tails that fit together.

Gaps in braces are filled by ``invented``. Every ``does`` goes with every ``who`` of its beat, and each ``more``
after every ``does``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Beat:
    """One beat's phrases; ``who`` and ``does`` are the core, the rest is what a short form leaves out."""

    who: tuple[str, ...]
    does: tuple[str, ...]
    more: tuple[str, ...]
    aside: tuple[str, ...]
    opening: tuple[str, ...]
    tail: tuple[str, ...]
    source: tuple[str, ...]
    source_aside: tuple[str, ...]
    headline: tuple[str, ...]


_POLICE = ("police", "a police spokeswoman", "prosecutors", "the sheriff's office")
_POLICE_MORE = (
    ", who has led the inquiry since {year},",
    ", which covers most of {region},",
    ", speaking at a news conference in {place},",
)

_SPEAKS = (
    ", speaking after a meeting in {place},",
    ", who asked not to be named,",
    ", in an interview with local radio,",
)

# fmt: off
BEATS: tuple[Beat, ...] = (
    Beat(
        ("A man", "A {age}-year-old man", "A former soldier", "{person}", "A student from {place}", "A bus driver"),
        ("was arrested after {few} people were stabbed", "was charged with the murder of {other}", "was shot dead by officers", "pleaded guilty to robbing a bank", "has been found guilty of fraud", "was sentenced to {few} years in prison"),
        (" in the centre of {place}", " at a hearing that lasted less than an hour", " in front of dozens of witnesses", " outside a block of flats in the northern part of the city", " near the main railway station in {place}"),
        (", who was not named,", ", who had been released from prison only weeks before,", ", a father of {few},", ", whose trial had been put off twice,"),
        ("In the early hours of the morning, ", "After a search that went on for {few} days, ", "Shortly after midnight, "),
        (", in a case that has shocked the town", ", bringing to an end one of the longest inquiries in the region", ", while neighbours watched from their windows", ", adding that the inquiry would continue"),
        _POLICE, _POLICE_MORE,
        ("{person} arrested after stabbing in {place}", "Man held over attack in {place}", "Police arrest man in {place}"),
    ),
    Beat(
        ("{firm}", "The carmaker", "The airline", "The bank", "{firm}", "The retailer"),
        ("will cut {thousand} jobs", "reported a profit of {money}", "has agreed to buy {rival} for {money}", "will close its plant in {place}", "posted a loss of {money} for the quarter", "recalled {thousand} of its products", "raised its offer to {money}"),
        (" as part of a plan to bring down costs", " in a deal that still needs the approval of regulators", " over the next {few} years", " despite a fall in demand from abroad", " amid growing competition in its home market", " to make up for the higher price of fuel"),
        (", the largest employer in {region},", ", which was founded in {year},", ", based in {place},", ", whose shares have fallen by {percent} since the spring,", ", a unit of {rival} Holdings,"),
        ("In a surprise move, ", "After months of talks, ", "In a bid to calm investors, ", "Under the plan, "),
        (", sending its shares up by {percent}", ", the latest in a series of such steps", ", a decision that unions called a disgrace", ", as it tries to win back customers", ", adding that more details would follow"),
        ("the company", "chief executive {person}", "a spokesman", "analysts"), (", who took over in {year},", ", in a letter to staff,", ", on a call with investors,"),
        ("{firm} to cut {thousand} jobs", "{firm} agrees to buy {rival} for {money}", "{firm} posts loss of {money}"),
    ),
    Beat(
        ("Shares", "The index", "Oil prices", "The currency", "Stocks", "House prices"),
        ("fell by {percent}", "rose {percent}", "closed {percent} lower", "dropped to their lowest level since {year}", "gained {percent} to {thousand}"),
        (" after the central bank left its rate unchanged", " in early trading in {place}", " as investors weighed the outlook for growth", " on fears of a slowdown abroad", " for the third day in a row"),
        (", which had been rising for weeks,", ", a measure that is closely watched by traders,"),
        ("After a day of nervous trading, ", "Despite the good figures, ", "In {place}, "),
        (", wiping out the gains of the month", ", led by banks and miners", ", while bonds hardly moved", ", making it the worst day of the year"),
        ("traders", "dealers", "the exchange"), (", who asked not to be named,",),
        ("Shares fall {percent} on fears of slowdown", "Stocks close {percent} lower"),
    ),
    Beat(
        ("An earthquake", "A storm", "Floods", "A landslide", "A tornado", "Heavy rain"),
        ("killed at least {n} people", "left {few} people dead and {n} injured", "destroyed {thousand} homes", "cut power to {thousand} homes", "forced {thousand} people from their homes", "killed {few} people"),
        (" in {region}", " in a mountainous part of the country that is hard to reach", " along the coast", " in villages around {place}", " when a dam burst above {place}"),
        (", the strongest in the region for {few} decades,", ", which struck shortly before dawn,", ", the third this year,"),
        ("In the south of the country, ", "After {few} days of rain, ", "Late in the evening, "),
        (", and rescuers were still looking for survivors", ", with roads blocked and telephone lines down", ", leaving thousands without clean water", ", while the army sent helicopters with food and tents"),
        ("officials", "rescue workers", "the Red Cross", "the governor", "the fire service"), _SPEAKS,
        ("Earthquake kills {n} in {region}", "Floods force {thousand} from homes", "Storm cuts power to {thousand} homes"),
    ),
    Beat(
        ("{team}", "{person}", "The champion", "The visitors", "The {age}-year-old"),
        ("beat {rival} 3-1", "won the title", "was ruled out for the season with a knee injury", "signed a contract worth {money}", "scored twice in the final", "lost for the first time this year", "finished second behind {other}"),
        (" in front of a crowd of {thousand}", " in a match that was stopped twice because of rain", " in {place}", " after coming back from two sets down", " to reach the last eight"),
        (", who turned professional in {year},", ", who had missed {few} games,", ", the favourite for the title,", ", coached by {other},"),
        ("After a goalless first half, ", "On a cold night in {place}, ", "In the last minute of extra time, "),
        (", and now meets {rival} in the next round", ", ending a run of {n} games without defeat", ", to the delight of the home crowd", ", a record for the club"),
        ("the club", "coach {other}", "organisers"), (", who has been in charge since {year},", ", after the match,"),
        ("{team} beat {rival} to reach final", "{person} wins title", "{team} beat {rival} 3-1"),
    ),
    Beat(
        ("A court", "The Supreme Court", "A judge", "An appeals court", "A jury"),
        ("ordered {firm} to pay {money}", "rejected an appeal by {person}", "cleared {person} of fraud", "sentenced {person} to {few} years in prison", "awarded {money} to the family of {person}", "blocked the sale of {firm}"),
        (" in a case that began in {year}", " on the grounds that there was not enough evidence", " after a trial of {few} weeks", " over the collapse of a bridge"),
        (", sitting in {place},", ", in a decision of {few} votes to one,", ", which heard from {n} witnesses,"),
        ("In a long-awaited ruling, ", "After {few} days of deliberation, ", "In {place}, "),
        (", a ruling that is likely to be appealed", ", overturning the decision of a lower court", ", to applause from the public gallery"),
        ("lawyers", "the prosecution", "court officials"), (", who represent the family,",),
        ("Court orders {firm} to pay {money}", "Court rejects appeal by {person}"),
    ),
    Beat(
        ("Rebels", "Government forces", "Gunmen", "Soldiers", "Pirates", "A suicide bomber"),
        ("killed {few} people", "attacked a convoy", "seized the town of {place}", "killed {n} people and wounded {few}", "freed {few} hostages", "hijacked a ship with {n} people on board"),
        (" near the border", " in an attack on a market in {place}", " in {region}", " during a raid that lasted {few} hours", " off the coast of {region}"),
        (", who have fought the government since {year},", ", some of them in uniform,", ", armed with rifles and grenades,"),
        ("In the worst attack this year, ", "Days after a truce was signed, ", "Before dawn, "),
        (", in what appeared to be an act of revenge", ", raising fears that the truce will not hold", ", hours before talks were to begin in {place}", ", while villagers fled into the hills"),
        ("the army", "a military spokesman", "witnesses", "the United Nations", "local officials"), _SPEAKS,
        ("Gunmen kill {n} in {place}", "Rebels seize town of {place}"),
    ),
    Beat(
        ("The government", "Parliament", "The president", "Prime Minister {person}", "The opposition", "Senator {person}"),
        ("approved a budget of {money}", "rejected the plan", "announced an election for {date}", "promised {money} for hospitals", "called for a vote of confidence", "signed a trade agreement with {rival}", "withdrew the bill"),
        (" after a debate that lasted until midnight", " in spite of protests from its own party", " by {n} votes to {few}", " to ease the shortage of housing", " at a summit in {place}"),
        (", who took office in {year},", ", which lost its majority last year,", ", under pressure from unions,"),
        ("After weeks of protests, ", "In a speech in {place}, ", "In a move that few had expected, "),
        (", a step that critics say comes too late", ", opening the way for new elections", ", in the hope of ending the crisis", ", adding that there was no other choice"),
        ("officials", "a government spokesman", "party leaders", "the minister"), _SPEAKS,
        ("Government approves budget of {money}", "Election called for {date}"),
    ),
    Beat(
        ("Researchers", "Scientists", "Doctors", "A study", "Health officials", "The World Health Organization"),
        ("found that {percent} of patients recovered within a week", "confirmed {n} new cases", "linked the illness to contaminated water", "reported {few} deaths from the disease", "will test the vaccine on {thousand} people", "found no sign of the virus"),
        (" in {region}", " in a trial with {thousand} volunteers", " since the beginning of the outbreak in {place}", " over a period of {few} years"),
        (", published in a medical journal,", ", led by {person},", ", working with colleagues in {place},"),
        ("In the first study of its kind, ", "After years of work, ", "In a report published in {place}, "),
        (", a result that surprised the authors", ", although more work is needed", ", the highest number since {year}", ", raising hopes of a treatment"),
        ("the ministry", "the hospital", "the authors", "doctors"), (", who took no part in the work,", ", in an editorial,"),
        ("Health officials confirm {n} new cases in {region}", "Vaccine to be tested on {thousand}"),
    ),
    Beat(
        ("A train", "A bus carrying {n} passengers", "A ferry", "A light aircraft", "A lorry", "A tram"),
        ("crashed", "left the rails", "collided with a car", "sank", "caught fire", "overturned"),
        (", killing {few} people", ", injuring {n} people", " near {place}", " on a stretch of road known for accidents", " in thick fog", " on its way to {place}"),
        (", which was built in {year},", ", operated by {firm},", ", with {n} people on board,"),
        ("Shortly after 6 a.m., ", "On the first day of the holidays, ", "During a storm, "),
        (", the worst accident in the region since {year}", ", and the line is expected to stay closed for days", ", leaving several people trapped for hours"),
        ("police", "the fire service", "the operator", "investigators"), _SPEAKS,
        ("Train crashes near {place}, {few} dead", "Ferry sinks near {place}", "Bus crash injures {n} near {place}"),
    ),
    Beat(
        ("A fire", "An explosion", "A blaze"),
        ("destroyed a warehouse", "killed {few} workers", "damaged {n} homes", "forced the evacuation of {n} people", "gutted a historic theatre", "left {few} people in hospital"),
        (" in {place}", " on the edge of the city", " at a chemical plant owned by {firm}", " in a building that dates from {year}", " in the early hours of {day}"),
        (", which started in the kitchen of a restaurant,", ", thought to have been caused by a faulty cable,", ", fanned by strong winds,"),
        ("In {place}, ", "For the second time in a month, "),
        (", and smoke could be seen for miles", ", despite the efforts of {n} firefighters", ", with damage put at {money}", ", but nobody else was hurt"),
        ("the fire service", "police", "fire chief {person}", "officials"), (", who was at the scene,", ", in a message on its website,"),
        ("Fire destroys warehouse in {place}", "Explosion kills {few} workers in {place}"),
    ),
    Beat(
        ("{person}", "The actor {person}", "The singer {person}", "The director {person}", "The writer {person}"),
        ("died at the age of {age}", "will host the awards", "won the prize for best film", "checked into a clinic", "has signed on for a sequel", "cancelled {few} concerts"),
        (" at a hospital in {place}", " after a long illness", " because of a throat infection", " for the second year in a row", " in a ceremony watched by {thousand} people"),
        (", who became famous in {year},", ", best known for the series “{place} Nights”,", ", {age},", ", a mother of {few},"),
        ("After weeks of rumours, ", "In a message to fans, ", "To the surprise of many, "),
        (", surrounded by family and friends", ", in the middle of a world tour", ", according to reports in local papers", ", a day after {other} dropped out"),
        ("a spokeswoman", "agent {other}", "organisers", "the family"), (", who has worked with the star since {year},",),
        ("{person} dies at {age}", "{person} to host awards", "{person} wins prize for best film"),
    ),
    Beat(
        ("Some {thousand} workers", "Teachers", "Farmers", "Students", "About {thousand} people", "Dock workers"),
        ("went on strike", "marched through the centre of {place}", "blocked roads", "called off a strike", "clashed with police", "rejected a pay offer of {percent}"),
        (" to protest against cuts in pensions", " over plans to raise fees by {percent}", " in {place} and other cities", " after talks with the employers broke down"),
        (", many of them with their families,", ", led by the country's largest union,", ", angry at the price of fuel,"),
        ("For the second day, ", "In spite of heavy rain, ", "In the biggest protest since {year}, "),
        (", bringing traffic to a standstill", ", and more protests are planned for the weekend", ", while the government said it would not give in", ", leaving {thousand} passengers stranded"),
        ("unions", "police", "organisers", "union leader {person}"), _SPEAKS,
        ("{place} workers strike over pensions", "{thousand} march in {place}"),
    ),
    Beat(
        ("{firm}", "The company", "The phone maker", "The software firm", "The start-up"),
        ("introduced a phone with {few} cameras", "sold {thousand} tablets in a week", "will start selling the device on {date}", "cut the price of its laptop by {percent}", "released an update that fixes {few} flaws", "unveiled a car that drives itself"),
        (" at a fair in {place}", " in {few} countries", " for its business customers", " after complaints from users", " at an event attended by {thousand} developers"),
        (", which employs {thousand} people,", ", once the market leader,", ", known for its games,"),
        ("At a conference in {place}, ", "After a delay of {few} months, ", "In response to critics, "),
        (", in the hope of catching up with its rivals", ", but gave no price", ", saying that demand had been strong", ", a market worth {money}"),
        ("the company", "chief executive {person}", "analyst {other}"), (", who founded it in {year},", ", on stage in {place},"),
        ("{firm} introduces phone with {few} cameras", "{firm} to sell device from {date}"),
    ),
)
# fmt: on
