#!/usr/bin/env python3
"""What a register tells an employer over several rounds, held against what the same surveys tell as files: the same figures, and
of answers about health nothing. How far actions are is told in tenths that are true, and only where no number of people
follows from it, worked out here again from what each round's page tells.

Usage: registers.py SITWELL [ORGANISATIONS]
"""
import csv, io, pathlib, random, sys, tempfile
import xml.etree.ElementTree as ET
import organisations, packs
from organisations import TEAM, Figures, Program

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROUNDS = ["2024", "2025", "2026"]

def with_others_health(pack, people, draw):
    return [{q.id: draw.choice(q.answers() + [""]) if q.is_health else one.get(q.id, "") for q in pack.questions} for one in people]

class Kept:
    """A register of some rounds, as people have dealt with it."""
    def __init__(self, path, pack, folder, rounds, teams, seed):
        self.program, self.pack = Program(path, folder), pack
        draw = random.Random(seed)
        for name, people in zip(ROUNDS, rounds):
            organisations.write(self.program.folder / f"{name}.csv", pack, people, teams)
            self.register("add", f"{name}.csv", "--by", "team", "--round", name, "--date", f"{name}-02-01", "--pack", pack.folder,
                          "--id-column", "id", "--accept-unread")
            for move, among in (("agree", ["proposed", "reopened"]), ("done", ["agreed"]), ("confirm", ["done"]), ("reject", ["proposed"])):
                numbers = [row["action"] for row in self.actions() if row["state"] in among]
                some = draw.sample(numbers, len(numbers) * draw.choice([0, 1, 2, 3]) // 4)
                more = ["--due", f"{name}-05-01"] if move == "agree" else ["--note", "none"] if move == "reject" else []
                for first in range(0, len(some), 300):
                    self.register(move, *some[first:first + 300], *more, "--date", f"{name}-03-01")

    def register(self, verb, *more):
        result = self.program.run("register", verb, *more)
        if result.returncode > 1: raise RuntimeError(f"{verb}: {result.stderr.decode()}")
        return result.stdout.decode()

    def actions(self): return list(csv.DictReader(io.StringIO(self.register("export", "--format", "csv"))))

    def page(self, name, *before):
        earlier = [part for one in before for part in ("--before", one)]
        return self.told("--register", "sitwell-register.sqlite", "--round", name, *earlier)

    def told(self, *more):
        return self.program.lines("report", *more, "--for", "hr", "--pack", self.pack.folder, "--format", "xml", "--no-ledger",
                                  "--date", "2026-06-01")

def bare(text):
    """Without what only a register, or only a file, can tell."""
    report = ET.fromstring(text)
    for element in list(report):
        if element.tag in (TEAM + "progress", TEAM + "left-out"): report.remove(element)
    for element in report.iter(): element.tail = None
    return ET.tostring(report)

def leaves_room(text):
    """Whether the findings that a page tells, any one left out, can hold together all who answered."""
    report = ET.fromstring(text)
    figures = Figures(report)
    if not figures.rows: return False
    answered = report.find(f"{TEAM}findings/{TEAM}answered/{TEAM}everyone")
    most = int(answered.get("high")) if answered.get("high") else None
    if most is None: return False
    rules = {finding.get("rule") for finding in report.iter(TEAM + "finding") if finding.get("rule")}
    ends = [min(most if high is None else high, most) for name in rules for _, high in [figures.rows[name][-1]]]
    return sum(ends) - max(ends) >= most

def tenths(part, whole): return (20 * part + whole) // (2 * whole)

def attacked(path, pack, number, folder):
    """Faults, and whether progress was told."""
    draw = random.Random(number)
    people, teams = organisations.people(pack, draw, organisations.person(pack, draw))
    while len(people) < 30: people, teams = organisations.people(pack, draw, organisations.person(pack, draw))
    rounds = [people]
    for _ in ROUNDS[1:]:
        rounds.append([{**one, **{q.id: draw.choice(q.answers()) for q in draw.sample(pack.questions, 4)}} for one in rounds[-1]])
    made = []
    for turn in range(2):
        place = pathlib.Path(folder) / f"{number}-{turn}"
        place.mkdir()
        made.append(Kept(path, pack, place, [with_others_health(pack, some, random.Random(f"{number} {turn}")) for some in rounds], teams, number))
    kept, name, before = made[0], ROUNDS[-1], ROUNDS[:-1]
    page, faults = kept.page(name, *before), []
    if page != made[1].page(name, *before): faults.append("answers about health change the page")
    files = kept.told(f"{name}.csv", "--by", "team", "--id-column", "id", "--accept-unread",
                      *[part for one in before for part in ("--before", f"{one}.csv")])
    if bare(page) != bare(files): faults.append("files tell other figures")
    if ET.fromstring(kept.page(name)).find(TEAM + "progress") is not None: faults.append("actions are told without all rounds")
    progress = ET.fromstring(page).find(TEAM + "progress")
    if progress is None: return faults, False
    if not all(leaves_room(kept.page(one)) for one in ROUNDS): faults.append("a number of people follows from actions")
    counted = [row for row in kept.actions() if row["state"] != "rejected"]
    of = lambda *states: sum(row["state"] in states for row in counted)
    overdue = sum(row["state"] in ("proposed", "agreed", "reopened") and "" < row["due"] < "2026-06-01" for row in counted)
    right = {"open": tenths(of("proposed", "agreed", "reopened"), len(counted)), "done": tenths(of("done"), len(counted)),
             "finished": tenths(of("confirmed", "closed"), len(counted))}
    if progress.get("overdue"): right["overdue"] = tenths(overdue, of("proposed", "agreed", "reopened"))
    wrong = {key: (progress.get(key), share) for key, share in right.items() if progress.get(key) != str(share)}
    return faults + ([f"shares: {wrong}"] if wrong else []), True

def main():
    path, wanted = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20
    found, told = [], 0
    for number in range(wanted):
        pack = packs.Pack(ROOT / "Rules" / ["lower-back-hips", *packs.SHIPPED][number % (1 + len(packs.SHIPPED))])
        with tempfile.TemporaryDirectory() as folder: faults, is_told = attacked(path, pack, number, folder)
        told += is_told
        found += [f"{pack.id} {number}: {words}" for words in faults]
    print("\n".join(found + [f"{wanted} registers of {len(ROUNDS)} rounds: {len(found)} faults; how far actions are was told of {told}"]))
    sys.exit(bool(found) or not told)

if __name__ == "__main__": main()
