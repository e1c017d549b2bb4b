"""The commands of the morning: daily, send, schedule; and what they say of a run."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli.options import HERE, ConfigPath
from briefing.cli.screen import counted, deliver, progress, say, time
from briefing.errors import InputError

if TYPE_CHECKING:
    from briefing.config import Config
    from briefing.daily import Made
    from briefing.deliver import Drained


def daily(
    config: ConfigPath = HERE,
    day: Annotated[
        str | None, typer.Option("--date", help="The edition of this day (2026-11-21), not today's.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print it; keep nothing, send nothing.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress; only what went wrong.")] = False,
    log_json: Annotated[
        bool, typer.Option("--log-json", help="Say what was done as a JSON line on stderr.")
    ] = False,
) -> None:
    """Make the day's edition and deliver it: fetch, brief, archive, render, send. Once, however often it is run."""
    from briefing.config_file import load_config

    chosen = load_config(config)
    now = _due(chosen, day)
    with progress(quiet) as show:
        if dry_run:
            from briefing.daily import preview
            from briefing.pipeline import publish

            edition = preview(chosen, now=now, progress=show)
            deliver(publish(edition, "md"), None)
            _end(bool(edition.briefs or edition.corrections), True)
            return
        from briefing.daily import daily as make_daily

        made = make_daily(chosen, now=now, progress=show)
    _report(made, quiet=quiet, log_json=log_json)
    _end(made.edition is None or bool(made.edition.briefs or made.edition.corrections), made.drained.complete)


def send(
    test_to: Annotated[
        str | None, typer.Option("--test-to", help="Send the last edition to this address only.")
    ] = None,
    config: ConfigPath = HERE,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only what went wrong.")] = False,
) -> None:
    """Deliver what waits in the outbox; or send the last edition to one address, as a test."""
    from briefing.archive import Archive
    from briefing.config_file import load_config
    from briefing.daily import deliver as empty_outbox

    chosen = load_config(config)
    with Archive(chosen.archive_path) as archive:
        if test_to is None:
            drained = empty_outbox(chosen, archive)
            _said(drained, quiet)
            if not (
                quiet or drained.busy or drained.sent or drained.waiting or drained.failed or drained.unsure
            ):
                say("nothing waits to be sent")
            _end(True, drained.complete)
            return
        from briefing.deliver.smtp import SmtpSender, unpack
        from briefing.render import load, render_email

        editions = archive.editions()
        if not editions:
            raise InputError(f"{chosen.archive_path}: no edition yet; run briefing daily first")
        last = editions[0]
        if "email" in last.formats:
            email = unpack(archive.content(last.id, "email"))
        else:
            email = render_email(load(archive.content(last.id, "json").decode()))
        with SmtpSender(chosen.settings.smtp) as sender:
            sender.send_mail(email, f"{last.id}-test", test_to)
        typer.echo(f"edition {last.id} was sent to {test_to}")


def schedule(
    config: ConfigPath = HERE,
    show: Annotated[
        str | None, typer.Option("--print", help="Print units for systemd or cron, and stop.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only what went wrong.")] = False,
) -> None:
    """Make every edition when it is due, in the foreground; a missed one is caught up once."""
    from briefing.config_file import load_config
    from briefing.daily import daily as make_daily
    from briefing.daily import last_made
    from briefing.deliver.schedule import run
    from briefing.deliver.units import cron, systemd

    chosen = load_config(config)
    if show is not None:
        units = {"systemd": systemd, "cron": cron}
        if show not in units:
            raise InputError(f"--print {show}: choose systemd or cron")
        command = [sys.executable, "-m", "briefing", "daily", "--quiet", "--config", str(config.resolve())]
        typer.echo(units[show](chosen.timetable, command))
        return

    def job(due: datetime) -> None:
        with progress(quiet) as bar:
            made = make_daily(load_config(config), now=due, progress=bar)
        _report(made, quiet=quiet, log_json=False)

    zone = chosen.timetable.zone
    if not quiet:
        say(
            f"next edition: {chosen.timetable.next(datetime.now(UTC)).astimezone(zone):%A %d %B %H:%M %Z}; Ctrl-C ends"
        )
    run(chosen.timetable, job, last=last_made(chosen), failed=lambda error: say(f"error: {error}"))


def _due(config: Config, day: str | None) -> datetime:
    """Return the present, or the last time that an edition was due on ``day``."""
    if day is None:
        return datetime.now(UTC)
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        return time(day, "--date") or datetime.now(UTC)
    zone = config.timetable.zone
    clock = max(config.timetable.times)
    if wanted > datetime.now(zone).date():
        raise InputError(f"--date {day}: lies ahead; an edition can be made of today or an earlier day")
    return datetime.combine(wanted, clock, zone).astimezone(UTC)


def _report(made: Made, *, quiet: bool, log_json: bool) -> None:
    """Say what a run did, for a person or for a log."""
    edition = made.edition
    if log_json:
        import json

        record = {
            "edition": made.edition_id,
            "made": edition is not None,
            "stories": len(edition.briefs) if edition else 0,
            "corrections": len(edition.corrections) if edition else 0,
            "dropped": len(edition.dropped) if edition else 0,
            "missing": list(edition.missing) if edition else [],
            "sent": len(made.drained.sent),
            "waiting": [[o.recipient, reason] for o, reason in made.drained.waiting],
            "failed": [[o.recipient, reason] for o, reason in made.drained.failed],
            "unsure": [[o.recipient, reason] for o, reason in made.drained.unsure],
        }
        typer.echo(json.dumps(record, ensure_ascii=False), err=True)
        return
    if edition is not None and not (edition.briefs or edition.corrections):
        say(f"edition {made.edition_id}: no story could be published; it says what was left out and why")
        quiet = False  # what could not be read may be the cause
    elif edition is not None and not quiet:
        corrections = f", {counted(len(edition.corrections), 'correction')}" if edition.corrections else ""
        say(f"edition {made.edition_id}: {counted(len(edition.briefs), 'story', 'stories')}{corrections}")
    elif not quiet:
        say(f"edition {made.edition_id} was made before; nothing is made twice")
    for line in edition.missing if edition is not None and not quiet else ():
        say(f"could not be read: {line}")
    _said(made.drained, quiet)


def _said(drained: Drained, quiet: bool) -> None:
    """Say what went out, and what did not even when ``quiet``: a log must hold more than an exit status."""
    if drained.busy and not quiet:
        say("another run is delivering")
    for outgoing in drained.sent if not quiet else ():
        say(f"sent {outgoing.edition_id} to {outgoing.recipient}")
    for ends, what in (
        (drained.waiting, "will be tried again"),
        (drained.failed, "failed"),
        (drained.unsure, "unsure"),
    ):
        for outgoing, reason in ends:
            say(f"{outgoing.edition_id} to {outgoing.recipient}: {what}: {reason}")


def _end(published: bool, complete: bool) -> None:
    """Exit 1 where nothing was published or something did not arrive: a scheduler's log then shows it."""
    if not (published and complete):
        raise typer.Exit(1)
