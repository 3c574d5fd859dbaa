"""Writes reminders for people of the sample team and reads them back: email of Python, icalendar."""
import email, email.policy, subprocess, sys, tempfile
from datetime import date
from pathlib import Path

from icalendar import Calendar

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = """id,team,contact
p-01,Support,anna@example.org
p-02,Support,ben@example.org
"o'neil, Ünal",Support,unal@example.org
nobody,Support,"x@example.org, y@example.org"
"""


def main():
    program = str(Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def run(*arguments, codes=(0,)):
            ended = subprocess.run([program, "register", *arguments], cwd=folder, capture_output=True, text=True)
            assert ended.returncode in codes, (arguments, ended.stderr)
            return ended

        (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
        run("invite", "people.csv", "--round", "2026", "--date", "2026-01-05")
        run("add", str(ROOT / "Reports/samples/team.csv"), "--by", "team", "--round", "2026", "--date", "2026-01-31",
            "--include-health", "--quiet", codes=(0, 1))
        actions = [line.split(",")[0] for line in run("export").stdout.splitlines()[1:] if ",p-01," in line or ",p-02," in line]
        run("agree", *actions, "--due", "2026-02-10", "--date", "2026-02-01")
        remind = ["remind", "--date", "2026-02-02", "--link", "https://example.org/questions?round=2026"]
        said = run(*remind, "--from", "safety@example.org", "-o", "out").stderr
        assert "reminders 4 = written 3 + without an address 1" in said, said
        again = run(*remind, "--from", "safety@example.org", "-o", "again")
        files = sorted((folder / "out").iterdir())
        assert [f.read_bytes() for f in files] == [f.read_bytes() for f in sorted((folder / "again").iterdir())], again
        assert all(f.stat().st_mode & 0o077 == 0 for f in files)

        messages = [f for f in files if f.suffix == ".eml"]
        assert len(messages) == 3, messages
        for path in messages:
            read(path)
        for path in (f for f in files if f.suffix == ".ics"):
            assert days(path) == {date(2026, 2, 10)}, path
        assert sum(f.suffix == ".ics" for f in files) == 2
        run(*remind, "--for", "assessor", "-o", "all.ics")
        assert len(Calendar.from_ical((folder / "all.ics").read_bytes()).walk("VEVENT")) == len(actions)
    print(f"reminders: {len(messages)} messages and {len(actions)} days read as they should be")


def read(path):
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.SMTP)
    assert not message.defects and all(not message[name].defects for name in message), path
    assert message["from"].addresses[0].addr_spec == "safety@example.org"
    assert len(message["to"].addresses) == 1 and message["date"].datetime.isoformat() == "2026-02-02T09:00:00+00:00"
    body = message.get_content()
    assert "https://example.org/questions?round=2026" in body, path
    for word in ("pain", "symptom", "health", "hurt"):
        assert word not in body.lower(), (path, word)


def days(path):
    data = path.read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n")) and b"\n" not in data.replace(b"\r\n", b""), path
    calendar = Calendar.from_ical(data)
    events = calendar.walk("VEVENT")
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"] and len({str(e["UID"]) for e in events}) == len(events)
    for event in events:
        assert event["DTSTAMP"].dt.isoformat() == "2026-02-02T00:00:00+00:00" and not event.errors, path
    return {event["DTSTART"].dt for event in events}


main()
