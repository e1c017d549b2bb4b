"""What a written sentence may make of its evidence, in a table: good shortenings win, and other statements never do."""

from __future__ import annotations

import re

import pytest

from briefing.data import Draft, Evidence, Sentence
from briefing.settings import WriteSettings
from briefing.write import choose

FERRY = (
    "The ferry Orla, which had left Dorn with 84 people on board late on Tuesday, ran aground on a sandbank off the "
    "village of Hask shortly before midnight, the coastguard said, and all of the passengers were taken off by helicopter."
)
BANK = (
    "Lind Bank, the country's second-largest lender, said on Wednesday it would cut 1,200 jobs over the next two years, "
    "about a tenth of its staff, as part of a plan to bring down costs after a fall in profit."
)
THEFT = (
    "Police said Marek Dorn, a 41-year-old electrician from Hask, stole copper cable worth $30,000 from a building site "
    "in Lindby over several weeks in the spring."
)
TOLL = (
    "The city council voted 9 to 4 on Monday evening to raise the toll on the Sell bridge to $3 from $2, a step that "
    "officials say could bring in $12 million a year for repairs to the roads."
)
FIRE = (
    "Firefighters from six towns fought for eleven hours on Sunday to put out a blaze at a tyre warehouse in Orl that "
    "sent black smoke over the valley and closed the motorway in both directions."
)
COURT = (
    "A court in Varna sentenced the former minister Elsa Brandt to four years in prison on Friday for taking bribes from "
    "a road builder, though her lawyers said they would appeal."
)
DENIAL = "The company denied on Thursday that its trucks had dumped waste in the river near the town of Orl last month."
DOGS = "A dog that bit the postman on Friday was taken from its owner, the town of Hask said in a statement."
WIFE = "Gunmen shot the wife of the mayor on Tuesday outside the couple's home in Orl, the police chief said."
FORECAST = (
    "Heavy rain could flood the lower parts of Orl by Thursday, the weather service said on Tuesday evening."
)
TALKS = (
    "Talks between the union and the owners of the port will resume on Friday if the strike is called off."
)
SUSPECT = "Marek Dorn, 41, is suspected of setting fire to the mill in Lindby that burned down in March, prosecutors said."
PAIR = (
    "Anna Vint told the inquiry that Boris Lund had ordered the gates shut before the crowd arrived at the stadium.",
    "The gates were shut on the orders of Boris Lund, the inquiry heard from Anna Vint.",
)
STATION = "A storm tore the roof off the police station in Orl early on Monday and cut power to 4,000 homes along the coast."
MERGER = (
    "Harl agreed on Monday to buy its rival Tesko for $2 billion, the two grocers said in a joint statement."
)
VACCINE = "The vaccine has not been shown to prevent the disease in children, the agency said, and it may cause fever."
MINE = "The miners' union has rejected the owners' offer of a 4 percent rise and plans to strike from Monday."
ARREST = "Officers arrested two brothers on Saturday after a shop owner who had been robbed twice recognised them on a tram."
CHAIRMAN = "The chairman of the union resigned on Tuesday after members voted by a large majority against the new contract."
LEAK = (
    "Investigators believe that the gas leak was caused by a worker who cut through a pipe while digging a trench, and "
    "two houses were destroyed in the explosion on Sunday."
)
FLED = "Boris Lund fled to Varna in May after Anna Vint accused him of fraud, and she has since been questioned by police."
ONLY = (
    "Only residents with a permit may park in the old town of Hask from June, the council decided on Monday."
)
BOMB = "A bomb planted under a lorry killed three soldiers and wounded a nurse near the border post of Sell on Sunday."

GOOD = [
    (FERRY, "The ferry Orla ran aground on a sandbank off the village of Hask shortly before midnight, the coastguard said."),
    (FERRY, "The ferry Orla ran aground off the village of Hask shortly before midnight, the coastguard said, and all of the passengers were taken off by helicopter."),
    (BANK, "Lind Bank said it would cut 1,200 jobs over the next two years."),
    (BANK, "Lind Bank said on Wednesday it would cut 1,200 jobs over the next two years, about a tenth of its staff."),
    (BANK, "Lind Bank said it would cut 1,200 jobs over the next two years as part of a plan to bring down costs."),
    (THEFT, "Police said Marek Dorn stole copper cable worth $30,000 from a building site in Lindby."),
    (TOLL, "The city council voted 9 to 4 to raise the toll on the Sell bridge to $3 from $2."),
    (TOLL, "The council voted 9 to 4 on Monday to raise the toll on the Sell bridge to $3 from $2."),
    (FIRE, "Firefighters fought for eleven hours on Sunday to put out a blaze at a tyre warehouse in Orl."),
    (FIRE, "Firefighters from six towns fought for eleven hours to put out a blaze at a tyre warehouse in Orl."),
    (COURT, "A court in Varna sentenced Elsa Brandt to four years in prison for taking bribes from a road builder."),
    (COURT, "A court sentenced the former minister Elsa Brandt to four years in prison on Friday for taking bribes."),
    (DENIAL, "The company denied that its trucks had dumped waste in the river near Orl."),
    (WIFE, "Gunmen shot the wife of the mayor outside the couple's home in Orl, the police chief said."),
    (FORECAST, "Heavy rain could flood the lower parts of Orl by Thursday, the weather service said."),
    (SUSPECT, "Marek Dorn is suspected of setting fire to the mill in Lindby, prosecutors said."),
    (PAIR, "Anna Vint told the inquiry that Boris Lund had ordered the gates shut."),
    (STATION, "A storm tore the roof off the police station in Orl and cut power to 4,000 homes."),
    (MERGER, "Harl agreed to buy its rival Tesko for $2 billion, the two grocers said."),
    (MINE, "The miners' union has rejected the owners' offer and plans to strike from Monday."),
    (ARREST, "Officers arrested two brothers on Saturday after a shop owner recognised them on a tram."),
    (CHAIRMAN, "The chairman of the union resigned after members voted against the new contract."),
    (LEAK.replace(", and two houses", ". Two houses").partition(". ")[2], "Two houses were destroyed in the explosion."),
    (FLED, "Boris Lund fled to Varna in May after Anna Vint accused him of fraud."),
    (BOMB, "A bomb killed three soldiers and wounded a nurse near the border post of Sell."),
    # narrower words may go where the rest follows from the whole
    ("A man was bitten by a dog outside the police station in the village of Hask.", "A man was bitten by a dog in the village of Hask."),
    ("The union did not accept the offer, which the owners had called their last.", "The union did not accept the offer."),
    ("The latest forecast for the valley was published by the weather service in Orl.", "The latest forecast was published by the weather service."),
    ("Shares of Lind Bank fell 4% on Monday, after a week of losses.", "Shares of Lind Bank fell 4% on Monday."),
    ("All of the passengers were taken off by helicopter on Tuesday.", "All of the passengers were taken off by helicopter."),
    ("The permit of the ferry line, which the council renewed in March, expires on Sunday at midnight.",
     "The permit of the ferry line expires on Sunday."),
    ("Vint and Lund wrote the play about a riot in Varna in three weeks.", "Lund wrote the play about a riot in Varna."),
]  # fmt: skip

BAD = [
    # whose statement it is
    (THEFT, "Marek Dorn stole copper cable worth $30,000 from a building site in Lindby.", "says so"),
    (FERRY, "The ferry Orla ran aground on a sandbank off the village of Hask shortly before midnight.", "says so"),
    (SUSPECT, "Marek Dorn is suspected of setting fire to the mill in Lindby.", "says so"),
    (WIFE, "Gunmen shot the wife of the mayor on Tuesday outside the couple's home in Orl.", "says so"),
    (PAIR[0], "Boris Lund had ordered the gates shut before the crowd arrived at the stadium.", "says so"),
    (LEAK, "The gas leak was caused by a worker who cut through a pipe while digging a trench.", "says so"),
    (VACCINE, "The vaccine has not been shown to prevent the disease in children.", "says so"),
    (TOLL, "The city council voted to raise the toll on the Sell bridge, a step that could bring in $12 million a year.", "says so|joins"),
    (BANK, "Lind Bank would cut 1,200 jobs over the next two years, about a tenth of its staff.", "says so"),
    # who said it
    (PAIR[0], "Boris Lund told the inquiry that Anna Vint had ordered the gates shut.", "joins|says so"),
    (WIFE, "Gunmen shot the wife of the mayor outside the couple's home in Orl, the mayor said.", "whose words|joins"),
    (MERGER, "Harl agreed to buy its rival Tesko for $2 billion, Tesko said.", "whose words|joins"),
    (FERRY, "The ferry Orla ran aground off the village of Hask shortly before midnight, the passengers said.", "whose words|joins"),
    # hedges, conditions, negations
    (FORECAST, "Heavy rain will flood the lower parts of Orl by Thursday, the weather service said.", "could"),
    (FORECAST, "Heavy rain floods the lower parts of Orl by Thursday, the weather service said.", "could"),
    (TALKS, "Talks between the union and the owners of the port will resume on Friday.", "“if”"),
    (TALKS, "Talks between the union and the owners of the port resume on Friday if the strike is called off.", "“will”"),
    (SUSPECT, "Marek Dorn set fire to the mill in Lindby that burned down in March, prosecutors said.", "suspected|joins"),
    (SUSPECT, "Marek Dorn is accused of setting fire to the mill in Lindby, prosecutors said.", "suspected|joins|says what"),
    (VACCINE, "The vaccine has been shown to prevent the disease in children, the agency said.", "“not”|joins"),
    (VACCINE, "The vaccine has not been shown to prevent the disease, the agency said, and it causes fever.", "may"),
    (VACCINE, "The vaccine has been shown to prevent the disease in children, the agency said, and it may not cause fever.", "not"),
    (DENIAL, "The company said on Thursday that its trucks had dumped waste in the river near the town of Orl.", "denied|joins"),
    (DENIAL, "The company's trucks had dumped waste in the river near the town of Orl last month.", "denied|joins"),
    (DENIAL, "The company did not deny that its trucks had dumped waste in the river near the town of Orl.", "not"),
    (MINE, "The miners' union has accepted the owners' offer of a 4 percent rise.", "joins|reject|says what"),
    (MINE, "The owners' offer of a 4 percent rise plans to strike from Monday.", "joins|subject"),
    (MINE, "The miners' union has rejected the owners' offer and will strike from Monday.", "plan|joins"),
    (ONLY, "Residents with a permit may park in the old town of Hask from June, the council decided.", "only"),
    (ONLY, "Only residents may park in the old town of Hask from June, the council decided.", "with|joins|permit"),
    ("The team didn't find any trace of the missing climber in the valley of Sell on Friday morning.",
     "The team did find a trace of the missing climber in the valley of Sell.", "didn't|joins|says"),
    ("The team didn't find the missing climber in the valley of Sell on Friday morning.",
     "The team found the missing climber in the valley of Sell.", "didn't|joins|says"),
    ("The bridge will not reopen unless the engineers approve the repairs to its northern pier in June.",
     "The bridge will reopen in June.", "not|joins|unless"),
    ("The minister could be questioned by the committee next week, her office said on Sunday.",
     "The minister was questioned by the committee, her office said on Sunday.", "could"),
    ("The firm allegedly paid two officials of the port $40,000 to overlook the missing papers in 2019.",
     "The firm paid two officials of the port $40,000 to overlook the missing papers in 2019.", "allegedly"),
    ("The governor should resign over the leaked letters, the Dorn Post wrote in a leading article.",
     "The governor resigned over the leaked letters, the Dorn Post wrote.", "should"),
    # a verb left alone behind an aside
    ("The permit of the ferry line, which the council renewed in March, expires on Sunday at midnight.",
     "The permit of the ferry line, which the council renewed in March, expires.", "expires"),
    # who did what
    (WIFE, "Gunmen shot the mayor on Tuesday outside the couple's home in Orl, the police chief said.", "joins"),
    (WIFE, "The mayor shot the wife outside the couple's home in Orl, the police chief said.", "joins|subject"),
    (DOGS, "The postman bit a dog on Friday, the town of Hask said in a statement.", "joins|subject"),
    (DOGS, "The postman was taken from its owner, the town of Hask said in a statement.", "joins|subject"),
    (STATION, "A storm tore the roof off the police in Orl and cut power to 4,000 homes.", "joins|end"),
    (MERGER, "Tesko agreed on Monday to buy its rival Harl for $2 billion, the two grocers said.", "joins"),
    (MERGER, "Harl and Tesko agreed to buy a rival for $2 billion, the two grocers said.", "joins"),
    (COURT, "Elsa Brandt sentenced a road builder to four years in prison for taking bribes.", "joins|subject"),
    (ARREST, "Two brothers arrested a shop owner who had been robbed twice on a tram.", "joins|subject"),
    (ARREST, "A shop owner who had been robbed twice was arrested on Saturday.", "joins|subject"),
    (ARREST, "Officers were arrested on Saturday after a shop owner recognised them on a tram.", "voice|joins"),
    (CHAIRMAN, "The union resigned on Tuesday after members voted by a large majority against the new contract.", "subject|joins"),
    (CHAIRMAN, "The chairman resigned after members voted for the new contract.", "joins"),
    (FLED, "Anna Vint fled to Varna in May after Boris Lund accused her of fraud.", "joins|subject"),
    (FLED, "Boris Lund fled to Varna in May after Anna Vint accused her of fraud.", "joins"),
    (FLED, "Boris Lund has since been questioned by police.", "joins|she"),
    (BOMB, "A bomb killed three soldiers and a nurse near the border post of Sell on Sunday.", "joins|wounded"),
    (BOMB, "A lorry killed three soldiers and wounded a nurse near the border post of Sell.", "subject|joins"),
    ("The man was attacked by two dogs of a neighbour in a park in Hask on Sunday morning.",
     "The man attacked two dogs of a neighbour in a park in Hask.", "joins|voice"),
    ("The sister of Elsa Brandt was killed in a crash on the coast road near Orl on Sunday.",
     "Elsa Brandt was killed in a crash on the coast road near Orl.", "subject|joins"),
    ("Elsa Brandt's brother was killed in a crash on the coast road near Orl on Sunday.",
     "Elsa Brandt was killed in a crash on the coast road near Orl.", "joins"),
    ("Police in Hask said that the deputy mayor had fled to Varna with the money of the club.",
     "Police had fled to Varna with the money of the club.", "joins|says so"),
    ("Anna Vint met Boris Lund in Varna before he resigned as head of the port in April.",
     "Anna Vint resigned as head of the port in April.", "joins"),
    ("Rebels held the town of Orl until Friday, when government troops drove them out with tanks.",
     "Rebels drove government troops out with tanks.", "joins"),
    ("The firm sold its mill in Lindby to a rival for $4 million after two years of losses.",
     "The firm sold its rival for $4 million after two years of losses.", "joins"),
    # one of several
    ("Squad members featured in photo shoots are also paid an additional $400 for each of the shoots.",
     "A squad member has been featured in photo shoots.", "one of|voice|joins"),
    # more than its evidence: what narrows the statement is gone
    ("The fire at the Orl mill is said to be the worst industrial accident since 1991.",
     "The fire at the Orl mill is said to be the worst industrial accident.", "says more"),
    ("Elsa Brandt became the first woman to lead the party in forty years.",
     "Elsa Brandt became the first woman to lead the party.", "says more"),
    ("Such models cannot settle the dispute any faster than a court in Varna would.",
     "Such models cannot settle the dispute.", "says more"),
    ("The drivers did not have permits to take the animals across the border.",
     "The drivers did not have permits.", "says more"),
    ("Lind Bank and Harl did not immediately reply to questions about the merger.",
     "Lind Bank and Harl did not reply to questions about the merger.", "says more"),
    ("The team lowered the probability of the wreck being found in places that divers had searched.",
     "The team lowered the probability of the wreck being found.", "says more"),
    ("Shares of Lind Bank have climbed by 21% so far this year.", "Shares of Lind Bank have climbed by 21%.", "says more"),
    ("For patients in remote valleys, the new clinic often comes too late.", "The new clinic often comes too late.", "says more"),
    ("In some cases, villagers have shot wolves before rangers arrived on the scene.",
     "Villagers have shot wolves before rangers arrived on the scene.", "says more"),
    ("Three other miners were hurt in the accident, according to a statement from the town of Orl.",
     "Three miners were hurt in the accident, according to a statement from the town of Orl.", "says more"),
    ("Each of the 40 dancers will receive $900 for each month they worked in the three years of the contract.",
     "Each of the 40 dancers will receive $900 for each month they worked.", "says more"),
    ("Marek Dorn called the find “one of the most important discoveries” in the history of the museum.",
     "Marek Dorn called the find “one of the most important discoveries”.", "says more"),
    ("In the film, a liberal judge in Orl takes revenge after gunmen shoot his brother.",
     "A liberal judge in Orl takes revenge after gunmen shoot his brother.", "says more"),
    ("Vint and Lund's play about a riot in Varna was booed as loudly as their last one in May.",
     "Lund's play about a riot in Varna was booed as loudly as their last one.", "says more"),
    # marks that part what belongs together, or no longer part what does not
    ("Anna Vint, Boris Lund, Elsa Brandt and Marek Dorn attended the opening of the port in Varna.",
     "Anna Vint Elsa Brandt and Marek Dorn attended the opening of the port in Varna.", "joins"),
    ("The idea of any horse being locked away, often in the dark, is painful at this time of year.",
     "The idea of any horse being locked away, is painful at this time of year.", "joins"),
    ("The ferry left Dorn before the 11 p.m. tide (4 a.m., 18 May, in Orl) and was expected in Varna.",
     "The ferry left Dorn 18 May, in Orl) and was expected in Varna.", "bracket"),
    ("One of the hardest tests for port rank, based on the rules of the league, is that a port must stay open.",
     "Port rank is based on the rules of the league.", "subject|joins|turns|voice"),
    # not whole
    (FIRE, "Firefighters from six towns on Sunday.", "no verb|joins"),
    (FIRE, "A blaze at a tyre warehouse in Orl that sent black smoke over the valley.", "no verb|subject"),
    (BOMB, "Bomb planted under a lorry near the border post of Sell.", "no verb|voice|joins"),
    (BANK, "Said on Wednesday it would cut 1,200 jobs over the next two years.", "subject|begin|whose|says so"),
    (TOLL, "The city council voted 9 to 4 on Monday evening to raise the toll on the.", "unfinished"),
    (STATION, "A storm tore the roof off the police station in Orl and cut.", "unfinished|end|head"),
]  # fmt: skip


def _choice(source, text):
    texts = (source,) if isinstance(source, str) else source
    evidence = Evidence(
        tuple(Sentence("a", n, 0, len(t), t) for n, t in enumerate(texts)), ("The Dorn Post",)
    )
    return choose(evidence, [Draft(text, "model", -0.8)], settings=WriteSettings(min_coverage=0.4))


@pytest.mark.parametrize(("source", "text"), GOOD)
def test_a_faithful_shorter_sentence_may_stand(source, text):
    choice = _choice(source, text)
    assert [draft.text for draft in choice.drafts] == [text], choice.rungs[0].reason


@pytest.mark.parametrize(("source", "text", "reason"), BAD)
def test_a_sentence_that_says_something_else_is_refused(source, text, reason):
    choice = _choice(source, text)
    assert not choice.drafts
    assert re.search(reason, choice.rungs[0].reason, re.IGNORECASE), choice.rungs[0].reason
