#!/usr/bin/env python3
"""Attacks the figures that the built program tells an employer of random organisations: 0 may be narrowed below a step.

Organisations are of the shipped packs and of small packs made at random; of small packs all kinds of people are known, of
the others many: those of the organisation, and those that changes of answers lead to. Fewer kinds than there can be make
the attacker surer, never less sure. Two weakened copies of the figures must be caught, or the attack has no teeth:

- *rounded*: every count in its own step, of every rule and band, as if rounding were enough;
- *late*: the report once more with one answer that came late, as without a ledger: that answer must stay unknown.

Usage: figures.py SITWELL [ORGANISATIONS]
"""
import collections, csv, pathlib, random, sys, tempfile, time
from concurrent.futures import ProcessPoolExecutor
import numpy as np
import organisations, packs
from organisations import Program
from solver import Attack

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = ["company-2025.csv", "company-2026.csv", "team.csv"]

class Organisation:
    """What is true, and all kinds of people that are known."""
    def __init__(self, program, pack, everybody, teams, others):
        held = program.judged(pack, everybody + others)
        present = [place for place in range(len(everybody)) if held[place] is not None]
        self.pack, self.everybody, self.teams = pack, [everybody[p] for p in present], [teams[p] for p in present]
        held = [held[p] for p in present] + [rows for rows in held[len(everybody):] if rows is not None]
        self.names = sorted(set().union(*held))
        kinds = sorted({tuple(sorted(rows)) for rows in held})
        place = {kind: number for number, kind in enumerate(kinds)}
        self.kind_of = [place[tuple(sorted(rows))] for rows in held[:len(present)]]
        self.kinds = np.zeros((len(kinds), len(self.names)))
        column = {name: number for number, name in enumerate(self.names)}
        for number, kind in enumerate(kinds): self.kinds[number, [column[name] for name in kind]] = 1

    def counts(self, columns):
        """By row: the number of people in each column, and of all."""
        count = lambda chosen: self.kinds[chosen].sum(axis=0) if chosen else np.zeros(len(self.names))
        own = [count([k for k, t in zip(self.kind_of, self.teams) if t in column]) for column in columns]
        return np.array(own + [count(self.kind_of)]).T

    def attacked(self, figures, draw, weakened=False):
        """The numbers that are protected, and those of them that are narrowed."""
        columns = figures.columns + [sorted(set(self.teams) - {t for c in figures.columns for t in c})]
        if not columns[-1]: columns.pop()
        sizes = [sum(team in column for team in self.teams) for column in columns]
        lows, highs = [], []
        truth = self.counts(columns)
        for row, name in enumerate(self.names):
            steps = figures.rows.get(name, [(0, None)] * (len(figures.columns) + 1))
            if weakened: steps = [((c // 5) * 5, (c // 5) * 5 + 4) for c in map(int, truth[row])]
            cells = list(steps[:-1]) + [(0, None)] * (len(columns) - len(steps) + 1) if not weakened else list(steps[:-1])
            both = cells + [steps[-1]]
            lows.append([low for low, _ in both])
            highs.append([high for _, high in both])
            for (low, high), count in zip(both, truth[row]):
                assert low <= count and (high is None or count <= high), f"{name}: {count} is told as {low} to {high}"
        told = np.array([name in figures.rows or weakened for name in self.names])
        width = np.array([figures.widths.get(name, 5) for name in self.names])
        needed = np.minimum(width[:, None], np.array(sizes + [sum(sizes)])[None, :] + 1) * told[:, None]
        is_small = len(self.kinds) <= 64
        start = range(len(self.kinds)) if is_small else sorted(set(self.kind_of))
        attack = Attack(self.kinds, sizes, lows, highs, start, integer=is_small)
        found = attack.narrowed(needed, draw)
        assert found is not None, "the figures contradict what is true"
        return int(told.sum()) * (len(sizes) + 1), [
            f"{self.names[row]}, column {column}: {attack.low[row, column]:g} to {attack.high[row, column]:g}"
            for row, column in found]

def late(program, organisation, draw):
    """Rows of an answer that came late, that two reports tell for certain."""
    before = organisation.everybody[:-1], organisation.teams[:-1]
    reports = [program.reported(organisation.pack, *before),
               program.reported(organisation.pack, organisation.everybody, organisation.teams)]
    if reports[0].columns != reports[1].columns: return 0
    team, learnt = organisation.teams[-1], 0
    for column, teams in enumerate(reports[0].columns + [None]):
        if teams is not None and team not in teams: continue
        for name in reports[0].rows.keys() & reports[1].rows.keys():
            (low, high), (later, _) = reports[0].rows[name][column], reports[1].rows[name][column]
            learnt += high is not None and later > high
    return learnt

def usable(program, pack):
    """A pack that the program takes: other checks of it are about advice."""
    organisations.write(program.folder / "nobody.csv", pack, [{pack.questions[0].id: "yes"}])
    return program.run("score", "nobody.csv", "--pack", pack.folder).returncode == 0

quiet = {}

def others(program, pack, everybody, draw):
    """Kinds of people besides those of the organisation."""
    if pack.id.startswith("small-"):
        names = [q.id for q in pack.questions]
        return [dict(zip(names, ["yes" if bits >> n & 1 else "no" for n in range(len(names))]))
                for bits in range(1 << len(names))]
    calm = calmest(program, pack)
    alone = [{**calm, q.id: answer} for q in pack.questions for answer in q.answers()]
    return alone + organisations.changed(pack, alone, draw, 1500) + organisations.changed(pack, everybody, draw, 1500)

def calmest(program, pack):
    if pack.id not in quiet: quiet[pack.id] = organisations.quiet_person(program, pack, random.Random(1))
    return quiet[pack.id]

def sample(name):
    with open(ROOT / "Reports/samples" / name, newline="") as file: people = list(csv.DictReader(file))
    return people, [one["team"] for one in people]

def attacked(job):
    """One organisation: quantities, narrowed ones, those of the rounded copy, answers learnt from a late one."""
    path, number, name = job
    draw = random.Random(number)
    started = time.time()
    with tempfile.TemporaryDirectory() as folder:
        program = Program(path, folder)
        if name == "small":
            while True:
                pack = packs.small(pathlib.Path(folder) / f"small-{draw.randrange(10 ** 9)}", draw)
                if usable(program, pack): break
        else:
            pack = packs.Pack(ROOT / "Rules" / (name if name in packs.SHIPPED else "lower-back-hips"))
        if name in SAMPLES: everybody, teams = sample(name)
        else: everybody, teams = organisations.people(pack, draw, calmest(program, pack) if name != "small" else {})
        organisation = Organisation(program, pack, everybody, teams, others(program, pack, everybody, draw))
        figures = program.reported(pack, everybody, teams)
        if not figures.rows: return name, 0, [], 0, 0, time.time() - started
        count, narrowed = organisation.attacked(figures, draw)
        rounded, learnt = 0, 0
        if name == "small":
            rounded = len(organisation.attacked(figures, draw, weakened=True)[1])
            learnt = late(program, organisation, draw)
    return name, count, [f"{name} {number}: {words}" for words in narrowed], rounded, learnt, time.time() - started

def main():
    path, wanted = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 300
    cycle = ["small"] * 10 + ["rosa", "hse-workstation", "osha-workstation", "lower-back-hips"]
    names = SAMPLES + [cycle[number % len(cycle)] for number in range(wanted)]
    jobs = [(path, number, name) for number, name in enumerate(names)]
    jobs.sort(key=lambda job: job[2] == "small")  # the long ones first
    totals = collections.defaultdict(lambda: [0, 0, 0, 0.0])
    narrowed, rounded, learnt = [], 0, 0
    with ProcessPoolExecutor() as pool:
        for name, count, found, more_rounded, more_learnt, seconds in pool.map(attacked, jobs):
            total = totals[name]
            total[0], total[1], total[2], total[3] = total[0] + 1, total[1] + count, total[2] + len(found), total[3] + seconds
            narrowed, rounded, learnt = narrowed + found, rounded + more_rounded, learnt + more_learnt
    for name, (reports, count, found, seconds) in sorted(totals.items()):
        print(f"{name}: {reports} reports, {count} numbers, {found} narrowed below a step ({seconds:.0f} s)")
    for words in narrowed[:20]: print(f"  {words}")
    print(f"rounded copy: {rounded} narrowed; late answer without a ledger: {learnt} rows learnt")
    if not rounded or not learnt: print("the attack breaks nothing even where it should")
    sys.exit(bool(narrowed) or not rounded or not learnt)

if __name__ == "__main__": main()
