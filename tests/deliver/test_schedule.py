import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.deliver.schedule import POLL_SECONDS, run, schedule
from briefing.deliver.units import cron, systemd
from briefing.errors import OfflineError, OutputError, SettingsError


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def firings(plan, start, end):
    found, at = [], utc(start)
    while (at := plan.next(at)) <= utc(end):
        found.append(at.astimezone(plan.zone).strftime("%a %d %H:%M %z"))
    return found


# 2031: the clocks of Oslo go forward on 30 March (02:00 → 03:00) and back on 26 October (03:00 → 02:00).


@pytest.mark.parametrize(
    ("times", "days", "start", "end", "found"),
    [
        (["06:00"], "mon", "2031-06-01", "2031-06-12", ["Mon 02 06:00 +0200", "Mon 09 06:00 +0200"]),
        (["06:00", "18:30"], "daily", "2031-06-02T10:00", "2031-06-03T10:00", ["Mon 02 18:30 +0200", "Tue 03 06:00 +0200"]),
        (["06:00"], "mon-fri", "2031-06-06", "2031-06-09T12:00", ["Fri 06 06:00 +0200", "Mon 09 06:00 +0200"]),
        (["06:00"], "fri-mon", "2031-06-03", "2031-06-10", ["Fri 06 06:00 +0200", "Sat 07 06:00 +0200", "Sun 08 06:00 +0200", "Mon 09 06:00 +0200"]),
        (["06:00"], "daily", "2031-03-29", "2031-03-31T12:00", ["Sat 29 06:00 +0100", "Sun 30 06:00 +0200", "Mon 31 06:00 +0200"]),
        (["02:30"], "daily", "2031-03-29T12:00", "2031-03-31T12:00", ["Sun 30 03:00 +0200", "Mon 31 02:30 +0200"]),
        (["02:30"], "daily", "2031-10-25T12:00", "2031-10-27T12:00", ["Sun 26 02:30 +0200", "Mon 27 02:30 +0100"]),
    ],
)  # fmt: skip
def test_each_time_comes_once_whatever_the_clocks_do(times, days, start, end, found):
    assert firings(schedule(times, days, "Europe/Oslo"), start, end) == found


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)),
    st.sampled_from(
        [
            "Europe/Oslo",
            "America/New_York",
            "Australia/Lord_Howe",
            "UTC",
            "Asia/Kathmandu",
            "America/Sao_Paulo",
        ]
    ),
    st.times().map(lambda at: f"{at.hour:02d}:{at.minute:02d}"),
)
def test_every_day_has_one_firing_and_latest_is_the_one_before_next(moment, zone, at):
    plan = schedule([at], "daily", zone)
    following = plan.next(moment)
    assert plan.latest(moment) <= moment < following
    assert plan.latest(following) == following
    assert plan.next(following - timedelta(seconds=1)) == following
    days = [plan.next(moment + timedelta(days=n)).astimezone(ZoneInfo(zone)).date() for n in range(3)]
    assert len(set(days)) >= 2


@pytest.mark.parametrize(
    ("times", "days", "zone", "told"),
    [
        (["6 am"], "daily", "UTC", "'6 am' is no time of day"),
        (["25:00"], "daily", "UTC", "'25:00' is no time of day"),
        ([], "daily", "UTC", "is no time of day"),
        (["06:00"], "1-5", "UTC", "'1-5' is no weekday"),
        (["06:00"], "mon-frogs,xyz", "UTC", "is no weekday"),
        (["06:00"], "daily", "Mars/Olympus", "'Mars/Olympus' is no time zone"),
        (["06:00"], "daily", "../etc", "is no time zone"),
    ],
)
def test_words_that_mean_nothing_are_named(times, days, zone, told):
    with pytest.raises(SettingsError) as caught:
        schedule(times, days, zone)
    assert told in str(caught.value)


class Stop(Exception):
    """What ends a run in a test."""


class Life:
    """A clock, a job, and what happens meanwhile."""

    def __init__(self, start, until, works=timedelta(minutes=2), offline_runs=0):
        self.now, self.until, self.works, self.offline_runs = utc(start), utc(until), works, offline_runs
        self.ran, self.naps, self.sleeps = [], [], {}

    def clock(self):
        return self.now

    def sleep(self, seconds):
        self.naps.append(seconds)
        self.now += timedelta(seconds=max(seconds, 0.001))
        for start, length in list(self.sleeps.items()):
            if self.now >= utc(start):
                self.now += self.sleeps.pop(start) if length else timedelta()
        if self.now > self.until:
            raise Stop

    def job(self, due):
        self.ran.append(due.strftime("%d %H:%M"))
        self.now += self.works
        if len(self.ran) <= self.offline_runs:
            raise OfflineError("no network")
        if len(self.ran) == 2 and self.works < timedelta(minutes=1):
            raise OutputError("the disk is full")


def live(life, times, last=None, failed=lambda error: None):
    with pytest.raises(Stop):
        run(schedule(times), life.job, last=last, failed=failed, clock=life.clock, sleep=life.sleep)
    return life.ran


def test_it_runs_when_it_is_due():
    assert live(Life("2031-06-02T05:00", "2031-06-04T05:00"), ["06:00"]) == ["02 06:00", "03 06:00"]


def test_it_never_sleeps_longer_than_it_may():
    life = Life("2031-06-02T05:00", "2031-06-02T07:00")
    live(life, ["06:00"])
    assert max(life.naps) <= POLL_SECONDS


def test_missed_runs_are_caught_up_once():
    life = Life("2031-06-06T10:00", "2031-06-07T07:00")
    assert live(life, ["06:00"], last=utc("2031-06-02T06:01")) == ["06 06:00", "07 06:00"]


def test_nothing_is_caught_up_where_nothing_was_ever_made():
    assert live(Life("2031-06-06T10:00", "2031-06-07T07:00"), ["06:00"]) == ["07 06:00"]


def test_what_was_made_by_hand_is_not_made_again():
    assert live(Life("2031-06-06T10:00", "2031-06-07T05:00"), ["06:00"], last=utc("2031-06-06T06:30")) == []


def test_a_machine_that_slept_catches_up_once():
    life = Life("2031-06-02T05:00", "2031-06-05T09:00")
    life.sleeps["2031-06-02T20:00"] = timedelta(days=2, hours=12)
    assert live(life, ["06:00"]) == ["02 06:00", "05 06:00"]


def test_a_run_that_takes_too_long_is_followed_by_one_only():
    life = Life("2031-06-02T05:00", "2031-06-02T23:30", works=timedelta(hours=5))
    assert live(life, ["06:00", "07:00", "08:00", "20:00"]) == ["02 06:00", "02 08:00", "02 20:00"]


def test_a_run_that_fails_is_told_and_the_next_one_comes():
    told = []
    life = Life("2031-06-02T05:00", "2031-06-04T07:00", works=timedelta(seconds=5))
    ran = live(life, ["06:00"], failed=lambda error: told.append(str(error)))
    assert ran == ["02 06:00", "03 06:00", "04 06:00"]
    assert told == ["the disk is full"]


def test_a_run_without_a_network_is_made_again_until_there_is_one():
    told = []
    life = Life("2031-06-02T05:00", "2031-06-03T07:00", offline_runs=3)
    ran = live(life, ["06:00"], failed=lambda error: told.append(str(error)))
    assert ran == ["02 06:00"] * 4 + ["03 06:00"]
    assert told == ["no network"] * 3


def test_the_units_of_systemd_repeat_a_run_without_network_and_no_mistake_of_the_user():
    text = systemd(schedule(["06:00"]), ["briefing"])
    assert "Restart=on-failure\nRestartSec=5min\nRestartPreventExitStatus=2\n" in text
    assert "oneshot" not in text  # which systemd before 244 refuses to restart
    assert "network-online" not in text  # the units of a user do not know it


def test_the_units_of_systemd_name_days_zone_and_catch_up():
    text = systemd(
        schedule(["06:00", "18:30"], "mon-fri", "Europe/Oslo"), ["/opt/my app/briefing", "daily", "100%"]
    )
    assert "OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 06:00:00 Europe/Oslo\nOnCalendar=Mon,Tue" in text
    assert "Persistent=true" in text
    assert 'ExecStart="/opt/my app/briefing" daily 100%%\n' in text


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not here")
def test_systemd_finds_nothing_wrong_with_the_units(tmp_path, monkeypatch):
    plan = schedule(["06:00", "18:30"], "mon-fri", "Europe/Oslo")
    text = systemd(plan, [sys.executable, "daily", "--title", '100% "$HOME" it\'s; so'])
    for unit in text.split("# ~/.config/systemd/user/")[1:]:
        name, body = unit.split("\n", 1)
        (tmp_path / name).write_text(body, encoding="utf-8")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    units = [tmp_path / "briefing.service", tmp_path / "briefing.timer"]
    done = subprocess.run(["systemd-analyze", "verify", "--user", *units], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_lines_of_cron_count_days_as_cron_does():
    text = cron(
        schedule(["06:05"], "mon,sun", "Europe/Oslo"), ["/opt/my app/briefing", "daily", "--title", "100%"]
    )
    assert "CRON_TZ=Europe/Oslo\n5 6 * * 1,0 '/opt/my app/briefing' daily --title 100\\%\n" in text
    assert "5 6 * * * " in cron(schedule(["06:05"]), ["briefing"])
