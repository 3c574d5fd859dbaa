#!/usr/bin/env python3
"""Holds the built program against itself: two surveys that differ in answers about health only give the same files, messages,
exit codes and sizes to an employer and an assessor, and what stands in a cell about health, in free text or in a name is in
none of them, whatever is wrong with the row.

Usage: paired.py SITWELL
"""
import io, pathlib, random, re, subprocess, sys, tempfile, zipfile
import packs

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKS = [ROOT / "Rules" / name for name in packs.SHIPPED] + [ROOT / "Tests/Fixtures/packs/small"]
COMMON = ["--date", "2026-01-31"]
HR = ["report", "survey.csv", "--for", "hr", "--by", "team"] + COMMON
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
        + ([HR + ["--by", health]] if health else []))

def outcome(path, pack, survey, earlier):
    """By run and by file what came of it; of a ledger, whose key is drawn at random, the size."""
    told = {}
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "survey.csv").write_bytes(survey)
        (folder / "earlier.csv").write_bytes(earlier)
        for run in runs(pack):
            result = subprocess.run([path, *run, "--pack", pack.folder], cwd=folder, capture_output=True)
            told[" ".join(run)] = b"%d\n%s\n%s" % (result.returncode, result.stdout, result.stderr)
        for file in folder.iterdir():
            if file.name in ("survey.csv", "earlier.csv"): continue
            content = file.read_bytes()
            if file.suffix == ".xlsx":
                with zipfile.ZipFile(io.BytesIO(content)) as book: content = b"".join(map(book.read, book.namelist()))
            told[file.name] = b"%d" % len(content) if file.name == "sitwell.ledger" else content
    return told

def table(pack, people, extra=()):
    lines = [",".join(["id", "team", "name"] + [q.id for q in pack.questions])]
    for place, answers in enumerate(people):
        lines.append(",".join([f"p{place}", "AB"[place % 2], f"canary-name-{place}"] + [answers[q.id] for q in pack.questions]))
    return "\n".join(lines + list(extra)).encode() + b"\n"

def drawn(pack, draw, count=40):
    return [{q.id: draw.choice(q.answers() + [""]) for q in pack.questions} for _ in range(count)]

def with_health(pack, people, draw, person):
    """Others answers about health; an emergency of the one whose record is shown alone stays, as it is told all the same."""
    return [{q.id: draw.choice(q.answers() + [""]) if q.is_health and not ("emergency" in q.id and place == person)
             else one[q.id] for q in pack.questions} for place, one in enumerate(people)]

def paired(path, pack, draw):
    facts, earlier = drawn(pack, draw), drawn(pack, draw)
    for one in facts[3:4]: one.update({q.id: "none_of_these" for q in pack.questions if "emergency" in q.id})
    told = [outcome(path, pack, table(pack, with_health(pack, facts, draw, 3)), table(pack, with_health(pack, earlier, draw, 3)))
            for _ in range(2)]
    return [name for name in sorted(told[0].keys() | told[1].keys()) if told[0].get(name) != told[1].get(name)], len(told[0])

TROUBLES = {
    "not understood": lambda text: text.encode(), "another encoding": lambda text: b"\xfc" + text.encode(),
    "NUL": lambda text: b"\0" + text.encode(), "endless": lambda text: text.encode() + b"x" * 5000,
    "quoted": lambda text: b'"' + text.encode() + b'\n,"',
}

def canaries(path, pack, draw):
    """Words in every field that must stay in it, one row for each field and trouble: what of them comes out."""
    people = drawn(pack, draw)
    hidden = [q for q in pack.questions if q.is_health or q.kind == "text"]
    found, count = [], 0
    for trouble, write in TROUBLES.items():
        rows = []
        for number, question in enumerate(hidden):
            cells = [f"t{number}".encode(), b"A", f"canary-name-x{number}".encode()]
            for q in pack.questions:
                cells.append(write(f"canary-{q.id}") if q is question else people[number % 40][q.id].encode())
            rows.append(b",".join(cells))
            rows.append(b",".join(cells) + b"," + write(f"canary-{question.id}"))  # a cell too many
        survey = table(pack, people) + b"\n".join(rows) + b"\n"
        for name, content in outcome(path, pack, survey, table(pack, people)).items():
            count += 1
            words = set(re.findall(rb"canary-(?:name-\w+|[a-z_]+)", content))
            # Whoever scores is told what stands in cells that are read; names stand in none of these.
            words = {word for word in words if b"canary-name" in word or any(word == f"canary-{q.id}".encode() for q in hidden)}
            if words: found.append(f"{trouble}: {name}: {sorted(words)[:3]}")
    return found, count

def main():
    path, bad = pathlib.Path(sys.argv[1]).resolve(), 0
    for folder in PACKS:
        pack, draw = packs.Pack(folder), random.Random(7)
        if any(q.is_health for q in pack.questions):
            differing, count = paired(path, pack, draw)
            print(f"{pack.id}: {count} outputs in pairs, {len(differing)} differ")
        else: differing = []
        found, count = canaries(path, pack, draw)
        print(f"{pack.id}: {count} outputs searched for canaries, {len(found)} have some")
        for words in differing + found: print(f"  {words}")
        bad += len(differing) + len(found)
    sys.exit(bool(bad))

if __name__ == "__main__": main()
