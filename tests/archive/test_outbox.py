from datetime import timedelta

import pytest

from briefing.archive import Archive, outbox


@pytest.fixture
def full(archive, days):
    archive.add_edition(
        "mon", days.edition(5, days.monday()), {}, [("smtp", "ada@example.org"), ("smtp", "bo@example.org")]
    )
    return archive


def states(archive):
    return {delivery.recipient: delivery.state for delivery in archive.deliveries()}


def test_a_recipient_gets_an_edition_once(full, days):
    assert full.enqueue("mon", "smtp", ["ada@example.org", "cy@example.org", "cy@example.org"]) == 1
    assert len(full.deliveries("mon")) == 3
    assert full.enqueue("mon", "folder", ["ada@example.org"]) == 1


def test_each_is_claimed_once_by_whoever_comes_first(full, days):
    with Archive(full.path) as other:
        one, two = full.claim(days.at(5)), other.claim(days.at(5))
        assert {one.recipient, two.recipient} == {"ada@example.org", "bo@example.org"}
        assert full.claim(days.at(5)) is None
        assert other.claim(days.at(5)) is None


def test_what_is_sent_is_never_claimed_again(full, days):
    mail = full.claim(days.at(5))
    assert full.handing_over(mail, days.at(5))
    full.sent(mail, days.at(5))
    full.claim(days.at(5))
    full.recover(days.at(6))
    assert full.claim(days.at(9)).recipient == "bo@example.org"
    assert full.claim(days.at(9)) is None
    assert states(full)["ada@example.org"] == "sent"


def test_what_was_sent_cannot_be_moved(full, days):
    mail = full.claim(days.at(5))
    full.sent(mail, days.at(5))
    full.refused(mail, days.at(6), days.at(5), "late answer")
    assert not full.handing_over(mail, days.at(5))
    assert states(full)["ada@example.org"] == "sent"


def test_one_that_was_refused_comes_back_when_it_is_time(full, days):
    mail = full.claim(days.at(5))
    full.refused(mail, days.at(5) + timedelta(minutes=5), days.at(5), "451 later")
    assert full.claim(days.at(5)).recipient == "bo@example.org"
    assert full.claim(days.at(5) + timedelta(minutes=4)) is None
    again = full.claim(days.at(5) + timedelta(minutes=6))
    assert (again.recipient, again.attempts) == ("ada@example.org", 2)


def test_one_refused_for_good_does_not_come_back(full, days):
    full.refused(full.claim(days.at(5)), None, days.at(5), "550 no such user")
    delivery = full.deliveries()[0]
    assert (delivery.state, delivery.error) == ("failed", "550 no such user")
    full.claim(days.at(5))
    full.recover(days.at(6))
    assert full.claim(days.at(20)).recipient == "bo@example.org"


def test_after_a_crash_before_the_last_bytes_it_is_sent_again(full, days):
    full.claim(days.at(5))
    assert full.recover(days.at(5)) == 0
    assert full.claim(days.at(5)).attempts == 2


def test_after_a_crash_while_handing_over_a_mail_is_unsure_and_not_sent_again(full, days):
    full.handing_over(full.claim(days.at(5)), days.at(5))
    assert full.recover(days.at(5)) == 1
    assert states(full) == {"ada@example.org": "unsure", "bo@example.org": "pending"}
    assert "may have arrived" in full.deliveries()[0].error


def test_after_a_power_cut_what_was_being_sent_is_unsure(full, days, monkeypatch):
    full.claim(days.at(5))
    monkeypatch.setattr(outbox, "boot", lambda: "another start of the machine")
    assert full.recover(days.at(5)) == 1
    assert states(full) == {"ada@example.org": "unsure", "bo@example.org": "pending"}


def test_a_start_of_the_machine_keeps_its_name():
    assert outbox.boot() == outbox.boot() != ""


def test_after_a_crash_while_handing_over_a_file_it_is_put_there_again(full, days):
    full.enqueue("mon", "folder", ["/srv/news"])
    for _ in range(3):
        out = full.claim(days.at(5))
        full.handing_over(out, days.at(5))
    full.recover(days.at(5))
    assert full.claim(days.at(5)).channel == "folder"


def test_deliveries_can_be_asked_for_by_edition(full, days):
    full.add_edition("tue", days.edition(6, days.tuesday()), {}, [("smtp", "ada@example.org")])
    assert [d.edition_id for d in full.deliveries("tue")] == ["tue"]
    assert len(full.deliveries()) == 3
