"""The register under load: register.py SITWELL [PEOPLE]
PEOPLE (default 50,000) answer in four rounds; then 10,000 of them once more, what is due is listed, and HR gets its page.
Answers are drawn, with a fixed seed, from those of the sample team. Fails where a limit is passed."""
import csv, os, random, sqlite3, subprocess, sys, tempfile, time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIMITS = {"add": 20.0, "list": 0.1, "hr": 5.0, "memory": 150}
ROUNDS = [(f"{year}", f"{year}-02-01") for year in range(2023, 2027)]


def survey(path, people, chance):
    rows = list(csv.DictReader((ROOT / "Reports/samples/team.csv").open(encoding="utf-8")))
    questions = [name for name in rows[0] if name not in ("id", "team", "email", "comment")]
    columns = {question: [row[question] for row in rows] for question in questions}
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["id", "team", *questions])
        for number in range(people):
            # Most of what somebody answers is what one of the sample answered: people are no random cells.
            own = rows[chance.randrange(len(rows))]
            table.writerow([f"p{number:06}", f"team {number % 400:03}"] + [
                own[question] if chance.random() < 0.8 else chance.choice(columns[question]) for question in questions])


def run(program, arguments, folder, output=subprocess.DEVNULL):
    """Seconds, and megabytes at most."""
    began = time.monotonic()
    process = subprocess.Popen([program, *arguments], cwd=folder, stdout=output, stderr=subprocess.PIPE)
    said = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):
        sys.exit(f"{' '.join(arguments)} ended with {code}:\n{said}")
    return time.monotonic() - began, usage.ru_maxrss / 1024, said


def best(program, arguments, folder, times=5):
    return min(run(program, arguments, folder) for _ in range(times))


def main():
    program, people = str(Path(sys.argv[1]).resolve()), int(sys.argv[2]) if len(sys.argv) > 2 else 50_000
    chance, failed, most = random.Random(17), [], 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for round_, day in ROUNDS:
            survey(folder / "survey.csv", people, chance)
            spent, memory, _ = run(
                program, ["register", "add", "survey.csv", "--by", "team", "--round", round_, "--date", day, "--quiet"],
                folder)
            most = max(most, memory)
            print(f"round {round_}: {people} people in {spent:.1f} s, {memory:.0f} MB", flush=True)
        register = folder / "sitwell-register.sqlite"
        with sqlite3.connect(register) as database:
            numbers = [row[0] for row in database.execute(
                "SELECT number FROM action WHERE state NOT IN ('closed', 'rejected') ORDER BY number")]
            actions = database.execute("SELECT count(*) FROM action").fetchone()[0]
            for place, number in enumerate(numbers[::10]):
                database.execute("UPDATE action SET due = date('2026-01-01', ? || ' days') WHERE number = ?",
                                 (place % 3650, number))
        database.close()
        print(f"{actions} actions, {len(numbers)} of them open; {register.stat().st_size / 2**20:.0f} MB", flush=True)

        survey(folder / "late.csv", min(people, 10_000), chance)
        figures = {
            "add": run(program, ["register", "add", "late.csv", "--by", "team", "--round", "2027", "--date", "2027-02-01",
                                 "--quiet"], folder),
            "list": best(program, ["register", "list", "--due", "14d", "--date", "2026-02-15"], folder),
            "hr": run(program, ["report", "--for", "hr", "--register", register.name, "--round", "2026", "--no-ledger",
                                "-o", "hr.html", "--date", "2026-03-01"], folder),
            "check": run(program, ["register", "check"], folder),
            "forget": run(program, ["register", "forget", "p000007"], folder),
        }
        for verb, (spent, memory, said) in figures.items():
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
