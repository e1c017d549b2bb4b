"""Votes, elections, results and places in a ranking, each told otherwise than its source tells it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from briefing.check import check_text
from briefing.data import Article

_PUBLISHED = datetime(2026, 3, 12, 8, 0, tzinfo=UTC)

FOLLOWS = (
    (
        "The bill cleared the Senate with 52 votes in favour and 47 against.",
        "The Senate passed the farm bill 52-47 on Wednesday evening. The House had approved it last month, 228-201.",
    ),
    (
        "Lawmakers rejected the pension reform by 188 votes to 161.",
        "The lower house on Tuesday threw out the pension reform: 188 deputies voted against it and 161 in favour, while 22 stayed away.",
    ),
    (
        "Two of the nine judges disagreed.",
        "The Supreme Court struck down the law on Monday in a 7-2 ruling. The case had taken four years to reach it.",
    ),
    (
        "The motion of no confidence fell short by nine votes.",
        "The motion of no confidence received 142 votes on Friday night, short of the 151 needed to topple the government.",
    ),
    (
        "The vote on the harbour was eight in favour, five against.",
        "HARBOUR PLAN APPROVED 8-5. Commissioners voted late on Tuesday after a hearing at which 46 residents spoke.",
    ),
    (
        "Marta Lind won with 54.3 percent of the vote.",
        "Marta Lind defeated incumbent Per Oksen in Sunday's run-off, 54.3 percent to 45.7 percent.",
    ),
    (
        "Turnout was down 4.8 percentage points to 61.4 percent.",
        "Turnout stood at 61.4%, compared with 66.2% at the last election, the commission said.",
    ),
    (
        "Hale won by 38 votes, with 17,214 against 17,176 for the Conservative.",
        "Joan Hale (Labour) won Bramley with 17,214 votes; Tom Reeve (Conservative) had 17,176. Turnout was 58 percent.",
    ),
    (
        "Yes won the referendum with 52.9 percent, leaving 47.1 percent against.",
        "Voters approved the airport expansion in a referendum on Sunday, with 52.9 percent in favour.",
    ),
    (
        "Some 1,900 ballots were invalid.",
        "Of the 88,412 ballots cast, 1,904 were declared invalid and 640 left blank, the electoral board said.",
    ),
    (
        "Aksel Dahl scored three times in the 5-2 win.",
        "Aksel Dahl's hat-trick gave Brann a 5-2 win over Viking on Sunday; his side had trailed 2-1 after half an hour.",
    ),
    (
        "Ines Moravec took the first set 6-4 and lost the second 3-6.",
        "Ines Moravec beat Yuki Tan 6-4, 3-6, 7-5 in the quarter-final on Thursday. The match lasted two hours and 51 minutes.",
    ),
    (
        "Kent won by 34 runs.",
        "Chasing 213 to win, Surrey were bowled out for 178 on the last afternoon, and Kent took the match by 34 runs.",
    ),
    (
        "Ibarra finished 29 seconds after Ferri.",
        "Roel Baan won the mountain stage on Friday. Luca Ferri was second, 12 seconds behind the winner, and Jon Ibarra third at 41 seconds.",
    ),
    (
        "Norway won 12 medals, five of them gold.",
        "Norway left the championships with five golds, three silvers and four bronzes; Sweden had six medals in all.",
    ),
    (
        "The series is level at one win apiece.",
        "The Hawks won the second game 101-94 on Tuesday to tie the series 1-1 after losing the opener by 20 points.",
    ),
    (
        "Osei is the fourth woman to lead the bank.",
        "Grace Osei was named governor on Monday, becoming the fourth woman in the post since the bank was founded in 1957.",
    ),
    (
        "Tartu fell three places.",
        "In the annual ranking of bike-friendly cities, Tartu dropped from second to fifth, while Ghent moved up one place to first.",
    ),
    (
        "Only one of the 15 members of the Security Council voted against the resolution.",
        "The Security Council adopted the resolution by a vote of 13 to 1, with China abstaining. All 15 members were present.",
    ),
    (
        "Two jurors disagreed with the verdict.",
        "After 19 hours the jury found Malik guilty of fraud by a majority of 10-2. He was cleared of three other charges.",
    ),
)
DOES_NOT_FOLLOW = (
    (
        "The House passed the farm bill 52-47.",
        "The Senate passed the farm bill 52-47 on Wednesday evening. The House had approved it last month, 228-201.",
    ),
    (
        "Lawmakers approved the pension reform by 188 votes to 161.",
        "The lower house on Tuesday threw out the pension reform: 188 deputies voted against it and 161 in favour, while 22 stayed away.",
    ),
    (
        "The Supreme Court upheld the law 7-2.",
        "The Supreme Court struck down the law on Monday in a 7-2 ruling. The case had taken four years to reach it.",
    ),
    (
        "The motion of no confidence passed with 142 votes.",
        "The motion of no confidence received 142 votes on Friday night, short of the 151 needed to topple the government.",
    ),
    (
        "Commissioners rejected the harbour plan 8-5.",
        "HARBOUR PLAN APPROVED 8-5. Commissioners voted late on Tuesday after a hearing at which 46 residents spoke.",
    ),
    (
        "Per Oksen won with 54.3 percent of the vote.",
        "Marta Lind defeated incumbent Per Oksen in Sunday's run-off, 54.3 percent to 45.7 percent.",
    ),
    (
        "The Conservatives won 71 of the 140 seats.",
        "The Conservatives are the largest party with 48 of the 140 seats, well short of the 71 needed for a majority.",
    ),
    (
        "After the recount Hale led by 112 votes.",
        "A recount in Bramley cut Labour candidate Joan Hale's lead from 112 votes to 38, officials said on Monday.",
    ),
    (
        "Voters rejected the airport expansion with 52.9 percent against.",
        "Voters approved the airport expansion in a referendum on Sunday, with 52.9 percent in favour.",
    ),
    (
        "Some 1,900 ballots were left blank.",
        "Of the 88,412 ballots cast, 1,904 were declared invalid and 640 left blank, the electoral board said.",
    ),
    (
        "Petra Solis scored four goals.",
        "Vigo beat Lugo 4-2 on Sunday. Petra Solis struck twice for the hosts, with Ana Rey and Lia Costa adding the others.",
    ),
    (
        "Paraná won 1-1 on penalties.",
        "Paraná won the cup final 4-2 on penalties after the match had ended 1-1. Goalkeeper Luz saved two spot kicks.",
    ),
    (
        "Yuki Tan won the deciding set 7-5.",
        "Ines Moravec beat Yuki Tan 6-4, 3-6, 7-5 in the quarter-final on Thursday. The match lasted two hours and 51 minutes.",
    ),
    (
        "Surrey won by 34 runs.",
        "Chasing 213 to win, Surrey were bowled out for 178 on the last afternoon, and Kent took the match by 34 runs.",
    ),
    (
        "Ibarra was 12 seconds behind Baan.",
        "Roel Baan won the mountain stage on Friday. Luca Ferri was second, 12 seconds behind, and Jon Ibarra third at 41 seconds.",
    ),
    (
        "The Hawks lead the series 2-1.",
        "The Hawks won the second game 101-94 on Tuesday to tie the series 1-1 after losing the opener by 20 points.",
    ),
    (
        "Osei is the third woman to lead the bank.",
        "Grace Osei was named governor on Monday, becoming the fourth woman in the post since the bank was founded in 1957.",
    ),
    (
        "Train drivers voted for a strike by 64 percent.",
        "Eighty-one percent of train drivers who returned their ballot backed industrial action, with 19 percent against, the union said. Turnout was 64 percent.",
    ),
    (
        "Ten jurors disagreed with the verdict.",
        "After 19 hours the jury found Malik guilty of fraud by a majority of 10-2. He was cleared of three other charges.",
    ),
    (
        "Ansah received 44 votes in the first round.",
        "Synod members chose Ruth Ansah as bishop in the third ballot, where she got 44 votes out of 80. In the first she had received 29.",
    ),
)


def _passes(claim: str, source: str) -> bool:
    article = Article(id="s", text=source, publisher="Wire", published=_PUBLISHED)
    return not check_text(claim, [article]).failures


@pytest.mark.parametrize(("claim", "source"), FOLLOWS)
def test_a_result_told_in_other_words_passes(claim: str, source: str) -> None:
    assert _passes(claim, source)


@pytest.mark.parametrize(("claim", "source"), DOES_NOT_FOLLOW)
def test_a_result_told_wrongly_in_one_thing_is_refused(claim: str, source: str) -> None:
    assert not _passes(claim, source)
