"""The register under load: register.py SITWELL [TIMES]
500 people answer in four rounds, and stand there TIMES times (default 100), each under ids of their own; then 10,000 of them answer
once more, what is due is listed, and HR gets its page. Answers are drawn, with a fixed seed, from those of the sample team.
Fails where a limit is passed."""
import csv, hashlib, os, random, sqlite3, subprocess, sys, tempfile, time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIMITS = {"add": 20.0, "list": 0.1, "hr": 5.0, "memory": 150}
ROUNDS = [(f"{year}", f"{year}-02-01") for year in range(2023, 2027)]
PEOPLE = 500


def survey(path, ids, chance):
    rows = list(csv.DictReader((ROOT / "Reports/samples/team.csv").open(encoding="utf-8")))
    questions = [name for name in rows[0] if name not in ("id", "team", "email", "comment")]
    columns = {question: [row[question] for row in rows] for question in questions}
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["id", "team", *questions])
        for place, name in enumerate(ids):
            # Most of what somebody answers is what one of the sample answered: people are no random cells.
            own = rows[chance.randrange(len(rows))]
            table.writerow([name, f"team {place % 20:02}"] + [
                own[question] if chance.random() < 0.9 else chance.choice(columns[question]) for question in questions])


def run(program, arguments, folder):
    """Seconds, megabytes at most, and what was said."""
    began = time.monotonic()
    process = subprocess.Popen([program, *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{' '.join(arguments)} ended with {os.waitstatus_to_exitcode(status)}:\n{said}")
    return time.monotonic() - began, usage.ru_maxrss / 1024, said


def content_hash(*parts):
    return hashlib.sha256(b"".join(f"{len(part.encode())}\n{part}".encode() for part in parts)).digest()


def multiply(register, times):
    """Everybody once more under another id, with all that is theirs."""
    database = sqlite3.connect(register)
    database.create_function("content_hash", 5, content_hash, deterministic=True)
    tables = {table: database.execute(f"SELECT max(number) FROM {table}").fetchone()[0]
              for table in ("person", "workstation", "assessment", "action")}
    p, w, a, c = tables.values()
    for turn in range(1, times):
        script = f"""
          INSERT INTO person SELECT number + {turn * p}, id || '-{turn}', team, contact FROM person WHERE number <= {p};
          INSERT INTO workstation SELECT number + {turn * w}, person + {turn * p}, name, review_due FROM workstation
            WHERE number <= {w};
          INSERT INTO assessment SELECT a.number + {turn * a}, workstation + {turn * w}, round, date, pack, pack_version,
            pack_hash, program_version, answers, content_hash(person.id || '-{turn}', name, date, pack, answers)
            FROM assessment a JOIN workstation ON workstation.number = workstation JOIN person ON person.number = person
            WHERE a.number <= {a};
          INSERT INTO score SELECT assessment + {turn * a}, id, low, high, level, level_high FROM score
            WHERE assessment <= {a};
          INSERT INTO finding SELECT assessment + {turn * a}, rule, outcome FROM finding WHERE assessment <= {a};
          INSERT INTO action SELECT number + {turn * c}, workstation + {turn * w}, correction, state, proposed, changed,
            owner, due, note, cost, revision FROM action WHERE number <= {c};
          INSERT INTO action_finding SELECT action + {turn * c}, rule FROM action_finding WHERE action <= {c};
          INSERT INTO event (date, who, what, action, from_state, to_state, note)
            SELECT date, who, what, action + {turn * c}, from_state, to_state, note FROM event WHERE action <= {c};
          """
        for statement in script.split(";")[:-1]:
            database.execute(statement)
    # A tenth of what is open has a day, in ten years of them.
    database.execute("""UPDATE action SET due = date('2026-01-01', (number * 7 % 3650) || ' days')
                        WHERE state NOT IN ('closed', 'rejected') AND number % 10 = 0""")
    database.commit()
    counts = [database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return counts


def main():
    program, times = str(Path(sys.argv[1]).resolve()), int(sys.argv[2]) if len(sys.argv) > 2 else 100
    chance, failed, most = random.Random(17), [], 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ids = [f"p{number:04}" for number in range(PEOPLE)]
        for round_, day in ROUNDS:
            survey(folder / "survey.csv", ids, chance)
            spent, _, _ = run(program, ["register", "add", "survey.csv", "--by", "team", "--round", round_, "--date", day,
                                        "--quiet"], folder)
            print(f"round {round_}: {PEOPLE} people in {spent:.1f} s", flush=True)
        register = folder / "sitwell-register.sqlite"
        people, _, assessments, actions = multiply(register, times)
        print(f"{people} people, {assessments} assessments, {actions} actions; {register.stat().st_size / 2**20:.0f} MB",
              flush=True)

        some = min(10_000, people)
        survey(folder / "late.csv", [f"{ids[n % PEOPLE]}{f'-{n // PEOPLE}' if n >= PEOPLE else ''}" for n in range(some)],
               chance)
        verbs = {
            "list": ["register", "list", "--due", "14d", "--date", "2026-02-15"],
            "hr": ["report", "--for", "hr", "--register", register.name, "--round", "2026", "--no-ledger", "-o", "hr.html",
                   "--date", "2026-03-01"],
            "check": ["register", "check"],
            "forget": ["register", "forget", "p0007"],
            "add": ["register", "add", "late.csv", "--by", "team", "--round", "2027", "--date", "2027-02-01", "--quiet"],
        }
        for verb, arguments in verbs.items():
            spent, memory, said = min(run(program, arguments, folder) for _ in range(5 if verb == "list" else 1))
            most = max(most, memory)
            last = said.strip().splitlines()[-1] if said.strip() else ""
            print(f"{verb}: {spent:.3f} s, {memory:.0f} MB; {last}", flush=True)
            if spent > LIMITS.get(verb, float("inf")):
                failed.append(f"{verb}: {spent:.3f} s, not {LIMITS[verb]}")
    if most > LIMITS["memory"]:
        failed.append(f"memory: {most:.0f} MB, not {LIMITS['memory']}")
    print("\n".join(failed) or "all within the limits")
    sys.exit(bool(failed))


main()
