#!/usr/bin/env python3
"""Cuts surveys into parts at random, scores each into a tally, and holds the report for HR of the tallies against that of the
whole survey, byte for byte: 20,000 people drawn at random, and the samples, who are few enough for every step to matter; each
also held against an earlier round, under a key.

Usage: tallies.py SITWELL [CUTS of each survey = 16; from 16 on the last one is into 64 files]
"""
import csv, pathlib, random, subprocess, sys, tempfile
import packs

ROOT = pathlib.Path(__file__).resolve().parents[2]
RULES = ROOT / "Rules/lower-back-hips"
FORMS = ("html", "xml")

class Survey:
    def __init__(self, program, folder, name, survey, earlier=None):
        """earlier: the survey of the round before, with which it is compared."""
        self.program, self.folder, (self.header, self.rows), self.key = program, folder / name, survey, []
        self.folder.mkdir()
        self.write("whole.csv", self.rows)
        before = []
        if earlier:
            self.write("before.csv", earlier[1], earlier[0])
            (self.folder / "key").write_bytes(bytes(range(32)))
            (self.folder / "key").chmod(0o600)
            self.key, before = ["--tally-key", "key"], ["--before", "before.csv"]
            self.tally("before.csv", "before.tally")
        self.whole = {form: self.report("whole.csv", "--by", "team", *before, form=form) for form in FORMS}
        self.count = self.tally("whole.csv", "whole.tally")
        self.before = ["--before", "before.tally"] if earlier else []

    def run(self, *arguments):
        done = subprocess.run([self.program, *arguments, "--pack", RULES], cwd=self.folder, capture_output=True)
        if done.returncode > 1: raise RuntimeError(f"{arguments}: {done.stderr.decode()}")
        return done

    def write(self, name, rows, header=None):
        with open(self.folder / name, "w", newline="") as file: csv.writer(file).writerows([header or self.header, *rows])

    def report(self, *arguments, form):
        return self.run("report", "--for", "hr", "--no-ledger", "--date", "2026-01-31", "--format", form, *arguments).stdout

    def tally(self, survey, tally):
        """The last line, which counts the rows."""
        done = self.run("score", survey, "--tally", tally, "--by", "team", *self.key, "-o", "results.csv", "--force",
                        "--accept-unread", "--quiet")
        return done.stderr.splitlines()[-1]

    def differs(self, draw, count):
        """Where a random cut tells something else than the whole does: read as parts, or merged before."""
        rows = shuffled(self.rows, draw)
        cuts = [0, *sorted(draw.sample(range(1, len(rows)), count - 1)), len(rows)]
        tallies = []
        for place, (start, end) in enumerate(zip(cuts, cuts[1:])):
            self.write("part.csv", rows[start:end])
            (self.folder / "part.csv").rename(self.folder / f"{place}.csv")
            self.tally(f"{place}.csv", f"{place}.tally")
            tallies.append(f"{place}.tally")
        draw.shuffle(tallies)
        differing = [] if self.report(*tallies, *self.before, form="xml") == self.whole["xml"] else ["parts"]
        merged = self.run("tally", *tallies, "-o", "all.tally", "--force")
        if merged.stderr.splitlines()[-1] != self.count: differing.append("count of rows")
        if self.report("all.tally", *self.before, form="html") != self.whole["html"]: differing.append("merged")
        return differing

def shuffled(rows, draw):
    """Never with two short rows beside each other: these may be one that a line break cut in two, and are read as that."""
    width = max(map(len, rows))
    while True:
        rows = draw.sample(rows, len(rows))
        if not any(len(row) < width and len(after) < width for row, after in zip(rows, rows[1:])): return rows

def drawn(pack, draw, count):
    """People of 40 teams of all sizes; some left much open, some cells are not understood, some rows are too short."""
    rows = []
    for person in range(count):
        openness = draw.choice([0, 0.05, 0.5])
        cells = ["" if draw.random() < openness else draw.choice(q.answers()) for q in pack.questions]
        if person % 501 == 7: cells[draw.randrange(len(cells))] = "what?"
        team = f"Team {int(40 * draw.random() ** 3)}"
        rows.append([f"p{person}", team, *cells][:5 if person % 703 == 9 else None])
    return ["id", "team"] + [q.id for q in pack.questions], rows

def sample(name):
    with open(ROOT / "Reports/samples" / name, newline="") as file: header, *rows = csv.reader(file)
    return header, rows

def main():
    program, cuts = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 16
    draw, bad = random.Random(11), 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        people, earlier = (drawn(packs.Pack(RULES), draw, 20_000) for _ in range(2))
        company, company_before = sample("company-2026.csv"), sample("company-2025.csv")
        surveys = {"20,000 people": Survey(program, folder, "drawn", people),
                   "20,000 people since a round before": Survey(program, folder, "rounds", people, earlier),
                   "the sample": Survey(program, folder, "sample", company),
                   "the sample since a round before": Survey(program, folder, "samples", company, company_before)}
        for name, survey in surveys.items():
            counts = [64 if cut == 15 else draw.randint(1, 16) for cut in range(cuts)]
            told = [survey.differs(draw, count) for count in counts]
            for differing in told:
                if differing: print(f"  {name}: {differing}")
            bad += sum(map(bool, told))
            print(f"{name}: {cuts} cuts into {min(counts)} to {max(counts)} files, {sum(map(bool, told))} tell something else", flush=True)
    sys.exit(bool(bad))

if __name__ == "__main__": main()
