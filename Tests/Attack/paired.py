#!/usr/bin/env python3
"""Holds the built program against itself: two surveys that differ in answers about health only give the same files, messages,
exit codes and sizes to an employer and an assessor, and what stands in a cell about health, in free text or in a name is in
none of them, whatever is wrong with the row.

Usage: paired.py SITWELL [--quick]
"""
import io, pathlib, random, re, subprocess, sys, tempfile, zipfile
import packs

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKS = [ROOT / "Rules" / name for name in packs.SHIPPED] + [ROOT / "Tests/Fixtures/packs/small"]
COMMON = ["--date", "2026-01-31"]
HR = ["report", "survey.csv", "--for", "hr", "--by", "team"] + COMMON
TALLY = ["score", "survey.csv", "--by", "team", "--accept-unread"] + COMMON
TALLIES = [TALLY + ["--tally", "part.tally", "-o", "tallied.csv", "--rejects", "tallied-rejects.csv"],
           TALLY + ["--strict", "--tally", "strict.tally", "-o", "strict.csv", "--rejects", "strict-rejects.csv"],
           ["report", "part.tally", "--for", "hr", "--no-ledger", "-o", "tallied.html"] + COMMON]
ASSESSOR = ["report", "survey.csv", "--for", "ergonomist"] + COMMON

def runs(pack):
    """Everything an employer or an assessor may ask of a survey, without health."""
    health = next((q.id for q in pack.questions if q.is_health), None)
    return (
        [HR + ["-o", f"team.{kind}"] for kind in ("html", "xml", "csv", "xlsx")]
        + [HR + ["--min-group", "10", "--no-ledger"], HR + ["--before", "earlier.csv", "--no-ledger"],
           HR + ["--invited", "90", "--no-ledger", "--rejects", "hr-rejects.csv"]]
        + [ASSESSOR + ["--by", "team", "-o", f"list.{kind}"] for kind in ("html", "csv", "xlsx")]
        + [ASSESSOR + ["--id", "p3", "-o", f"person.{kind}"] for kind in ("html", "xml")]
        + [["score", "survey.csv", "-o", f"results.{kind}", "--rejects", f"{kind}.csv"] for kind in ("csv", "ndjson", "xml", "xlsx")]
        + [["score", "survey.csv", "--dry-run"], ["score", "survey.csv", "--dry-run", "--format", "json"],
           ["score", "survey.csv", "--save-mapping", "mapping.csv", "-o", "mapped.csv"]]
        + TALLIES + ([HR + ["--by", health]] if health else []))

def few_runs():
    """Of these, one of each kind."""
    return [HR + ["-o", "team.html", "--rejects", "hr-rejects.csv"], ASSESSOR + ["--by", "team", "-o", "list.csv"],
            ["score", "survey.csv", "-o", "results.csv", "--rejects", "rejects.csv"], ["score", "survey.csv", "--dry-run"]] + TALLIES

def outcome(path, pack, survey, earlier, asked):
    """By run and by file what came of it; of a ledger, whose key is drawn at random, the size."""
    told = {}
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "survey.csv").write_bytes(survey)
        (folder / "earlier.csv").write_bytes(earlier)
        for run in asked:
            result = subprocess.run([path, *run, "--pack", pack.folder], cwd=folder, capture_output=True)
            told[" ".join(run)] = b"%d\n%s\n%s" % (result.returncode, result.stdout, result.stderr)
        for file in folder.iterdir():
            if file.name in ("survey.csv", "earlier.csv"): continue
            content = file.read_bytes()
            if file.suffix == ".xlsx":
                with zipfile.ZipFile(io.BytesIO(content)) as book: content = b"".join(map(book.read, book.namelist()))
            told[file.name] = b"%d" % len(content) if file.name == "sitwell.ledger" else content
    return told

OWN = ["name", "email", "ip_address", "comment"]
LIMESURVEY = ["submitdate", "lastpage", "startlanguage"]

def person(pack, id, team, answers, number):
    """The cells of somebody; in every field of their own a word that must stay in it."""
    own = [f"canary-{field}-{number}@x.example" if field == "email" else f"canary-{field}-{number}" for field in OWN]
    return [cell.encode() for cell in [id, team] + own + [answers[q.id] for q in pack.questions]]

def table(pack, people, extra=(), headings=(), cells=()):
    rows = [[heading.encode() for heading in ["id", "team"] + OWN + [q.id for q in pack.questions] + list(headings)]]
    rows += [person(pack, f"p{place}", "AB"[place % 2], answers, place) + list(cells) for place, answers in enumerate(people)]
    return b"\n".join(b",".join(row) for row in rows + list(extra)) + b"\n"

def drawn(pack, draw, count=40):
    return [{q.id: draw.choice(q.answers() + [""]) for q in pack.questions} for _ in range(count)]

def with_health(pack, people, draw, person):
    """Others answers about health; an emergency of the one whose record is shown alone stays, as it is told all the same."""
    return [{q.id: draw.choice(q.answers() + [""]) if q.is_health and not (q.id in pack.emergencies and place == person)
             else one[q.id] for q in pack.questions} for place, one in enumerate(people)]

def paired(path, pack, draw):
    """Outputs that differ between surveys that differ in answers about health only."""
    facts, earlier = drawn(pack, draw), drawn(pack, draw)
    facts[3].update({q.id: (q.alone + [""])[0] for q in pack.questions if q.id in pack.emergencies})
    told = [outcome(path, pack, table(pack, with_health(pack, facts, draw, 3)), table(pack, with_health(pack, earlier, draw, 3)),
                    runs(pack))
            for _ in range(2)]
    return [name for name in sorted(told[0].keys() | told[1].keys()) if told[0].get(name) != told[1].get(name)], len(told[0])

# What may be wrong with a cell, and with its row.
CELLS = {
    "not understood": lambda text: text, "another encoding": lambda text: b"\xfc" + text, "NUL": lambda text: b"\0" + text,
    "endless": lambda text: text + b"x" * 5000, "quoted": lambda text: b'"' + text + b'\n,"',
}
ROWS = ["a cell too many", "too short", "twice", "set aside"]

def troubled(pack, people, trouble):
    """A survey with one row more for each field that must be in no output, with a word in it."""
    hidden = [(place, q) for place, q in enumerate(pack.questions, 2 + len(OWN)) if q.is_health or q.kind == "text"]
    fields = [(place, OWN[place - 2]) for place in range(2, 2 + len(OWN))] + [(place, q.id) for place, q in hidden]
    platform = (LIMESURVEY, [b"2026-01-05", b"9", b"en"]) if trouble == "set aside" else ([], [])
    rows = []
    for number, (place, field) in enumerate(fields):
        id = "p5" if trouble == "twice" else f"t{number}"
        cells = person(pack, id, "A", people[number % 40], f"x{number}")
        cells[place] = CELLS.get(trouble, CELLS["not understood"])(f"canary-{field}".encode())
        if trouble == "a cell too many": cells.append(cells[place])
        if trouble == "too short": cells = cells[:place + 1]
        if trouble == "set aside": cells += [b"", b"2", b"en"]
        rows.append(cells)
        question = next((q for _, q in hidden if q.id == field), None)
        if trouble == "not understood" and question and question.options:  # one option is known, another is not
            rows.append(cells[:place] + [question.options[0].encode() + b";" + cells[place]] + cells[place + 1:])
            rows[-1][0] += b"-too"
    return table(pack, people, rows, *platform), [f"canary-{field}" for _, field in fields]

def canaries(path, pack, draw):
    """Outputs in which a word of a field stands that must be in none, whatever is wrong with its cell or its row."""
    people = drawn(pack, draw)
    found, count = [], 0
    for trouble in [*CELLS, *ROWS]:
        survey, words = troubled(pack, people, trouble)
        asked = runs(pack) if trouble == "not understood" else few_runs()
        for name, content in outcome(path, pack, survey, table(pack, people), asked).items():
            count += 1
            told = sorted(word for word in words if re.search(word.encode() + rb"(?![a-z_])", name.encode() + b"\n" + content))
            if told: found.append(f"{trouble}: {name}: {told[:3]}")
    return found, count

def main():
    path, bad = pathlib.Path(sys.argv[1]).resolve(), 0
    for folder in PACKS if "--quick" not in sys.argv else PACKS[2:]:
        pack, draw = packs.Pack(folder), random.Random(7)
        differing, count = paired(path, pack, draw) if any(q.is_health for q in pack.questions) else ([], 0)
        found, searched = canaries(path, pack, draw)
        print(f"{pack.id}: {count} outputs in pairs, {len(differing)} differ; {searched} searched for what must stay in its "
              f"cell, {len(found)} hold some", flush=True)
        for words in differing + found: print(f"  {words}")
        bad += len(differing) + len(found)
    sys.exit(bool(bad))

if __name__ == "__main__": main()
