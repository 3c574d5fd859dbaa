#!/usr/bin/env python3
"""Attacks the figures that the built program tells an employer of random organisations: 0 may be narrowed below a step.

Organisations are of the shipped packs and of small packs made at random; of small packs all kinds of people are known, of
the others many: those of the organisation, and those that changes of answers lead to. Fewer kinds than there can be make
the attacker surer, never less sure. Two weakened copies of the figures must be caught, or the attack has no teeth:

- *rounded*: every count in its own step, of every rule and band, as if rounding were enough;
- *late*: the report once more with one answer that came late, as without a ledger: that answer must stay unknown.

Usage: figures.py SITWELL [ORGANISATIONS]
"""
import collections, csv, pathlib, os, random, sys, tempfile
import numpy as np
import organisations, packs
from organisations import Program
from solver import Attack

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Of so few kinds, people are whole numbers; of more, parts of people are allowed, and kinds are looked for on the way.
MOST_COUNTED = 64
SAMPLES = ["team.csv", "company-2025.csv", "company-2026.csv"]

def holds(name, rows):
    """Whether a row is true of somebody; of a list for whoever has any of some findings, whether one of these is."""
    return name in rows if isinstance(name, str) else any(one in rows for one in name)

class Organisation:
    """What is true, and all kinds of people that are known: of such only as answered everything that was asked."""
    MOST_FAVOURED, MOST_KEPT, NEAR, GENERATIONS = 25, 100, 500, 4

    def __init__(self, program, pack, everybody, teams, others, shown=()):
        held = program.judged(pack, everybody)
        present = [place for place in range(len(everybody)) if held[place] is not None]
        self.program, self.pack, self.shown = program, pack, shown
        self.everybody, self.teams = [everybody[p] for p in present], [teams[p] for p in present]
        self.held = [held[p] for p in present]
        complete = [one for one in self.everybody if self.is_complete(one)]
        self.are_complete = len(complete) == len(self.everybody)
        # By kind, answers that make somebody of it.
        self.kinds = {}
        self.know(complete + others)

    def is_complete(self, answers): return all(answers.get(q.id) for q in self.pack.questions if q.kind != "text")

    def know(self, people):
        """Takes in the kinds of some people."""
        kinds = [(rows, one) for rows, one in zip(self.program.judged(self.pack, people), people) if rows is not None]
        for rows, one in kinds: self.kinds.setdefault(rows, one)

    def table(self, names, kinds=None):
        """By kind of people, as far as some rows tell kinds apart, which of these are true; and somebody of the kind."""
        by_row = {}
        for rows, one in (kinds or self.kinds).items():
            by_row.setdefault(tuple(float(holds(name, rows)) for name in names), (rows, one))
        return by_row

    def more(self, names, attack, draw):
        """Kinds of people that changes of answers make of those who gain most, and of those whom this makes, and so on."""
        if len(self.kinds) <= MOST_COUNTED: return []
        def favoured(table, count):
            """Those who gain most."""
            kinds = sorted(table)
            gain = attack.gain(np.array(kinds)).max(axis=1)
            return {kinds[place]: table[kinds[place]] for place in np.argsort(-gain, kind="stable")[:count]}
        best = favoured(self.table(names), self.MOST_FAVOURED)
        for _ in range(self.GENERATIONS):
            near = [one for _, one in best.values()]
            mixed = [{q.id: draw.choice(pair)[q.id] for q in self.pack.questions}
                     for pair in (draw.choices(near, k=2) for _ in range(self.NEAR // 2))]
            shown = [{**draw.choice(near), **draw.choice(self.shown)} for _ in range(self.NEAR)]
            people = organisations.changed(self.pack, near, draw, self.NEAR) + mixed + shown
            judged = zip(self.program.judged(self.pack, people), people)
            new = self.table(names, {rows: one for rows, one in judged if rows is not None})
            for rows, one in favoured(new, self.MOST_KEPT).values(): self.kinds.setdefault(rows, one)
            best = favoured({**new, **best}, self.MOST_FAVOURED)
        return list(self.table(names))

    def count(self, name, teams):
        return sum(holds(name, rows) for rows, team in zip(self.held, self.teams) if team in teams)

    def attacked(self, figures, draw, weakened=False):
        """How many numbers are protected, and those of them that are narrowed. Facts and health share no answer: people of
        any kind of the ones may be of any kind of the others."""
        columns = figures.columns + [sorted(set(self.teams) - {t for c in figures.columns for t in c})]
        if not columns[-1]: columns.pop()
        sizes = [sum(team in column for team in self.teams) for column in columns]
        everyone = set(self.teams)
        protected, found = 0, []
        for part in (False, True):
            names = sorted(name for name in figures.rows if (name in figures.health) == part)
            lists = [] if part or weakened else sorted(figures.lists)
            if weakened: names = sorted(set().union(*self.kinds))
            names += lists
            if not names: continue
            kinds = np.array(sorted(self.table(names)))
            lows, highs = [], []
            for name in names:
                truth = [self.count(name, teams) for teams in [*columns, everyone]]
                if weakened: steps = [(count // 5 * 5, count // 5 * 5 + 4) for count in truth]
                elif name in figures.lists: steps = [(0, None)] * len(columns) + [(figures.lists[name], None)]
                else:
                    *cells, last = figures.rows[name]
                    steps = cells + [(0, None)] * (len(columns) - len(cells)) + [last]
                for (low, high), count in zip(steps, truth):
                    assert not self.are_complete or low <= count and (high is None or count <= high), (
                        f"{name}: {count} is told as {low} to {high}")
                lows.append([low for low, _ in steps])
                highs.append([high for _, high in steps])
            width = np.array([figures.widths.get(name, 5) for name in names])
            needed = np.minimum(width[:, None], np.array(sizes + [sum(sizes)])[None, :] + 1)
            needed[len(names) - len(lists):] = 0
            attack = Attack(kinds, sizes, lows, highs, integer=len(self.kinds) <= MOST_COUNTED)
            narrowed = attack.narrowed(needed, draw, lambda: self.more(names, attack, draw))
            assert narrowed is not None, "nobody fits the figures"
            protected += (needed > 0).sum()
            found += [f"{names[row]}, column {column}: {attack.low[row, column]:g} to {attack.high[row, column]:g}"
                      for row, column in narrowed]
            if weakened: break
        return protected, found

def late(program, organisation, figures, draw):
    """Rows of an answer that came late, one of a few, that the report before it and the one after it tell for certain."""
    learnt = 0
    for place in draw.sample(range(len(organisation.everybody)), min(4, len(organisation.everybody))):
        others = lambda things: things[:place] + things[place + 1:]
        before = program.reported(organisation.pack, others(organisation.everybody), others(organisation.teams))
        if before.columns != figures.columns: continue
        team = organisation.teams[place]
        for column, teams in enumerate(figures.columns + [None]):
            if teams is not None and team not in teams: continue
            for name in before.rows.keys() & figures.rows.keys():
                (_, high), (later, _) = before.rows[name][column], figures.rows[name][column]
                learnt += high is not None and later > high
    return learnt

def smalls(folder, draw):
    for number in range(50): yield packs.small(pathlib.Path(folder) / f"small-{number}", draw)

def usable(program, pack):
    """A pack that the program takes: other checks of it are about advice."""
    organisations.write(program.folder / "nobody.csv", pack, [{pack.questions[0].id: "yes"}])
    return program.run("score", "nobody.csv", "--pack", pack.folder).returncode == 0

quiet, shown = {}, {}

def others(program, pack, everybody, draw):
    """Kinds of people besides those of the organisation."""
    if pack.id.startswith("small-"):
        names = [q.id for q in pack.questions]
        return [dict(zip(names, ["yes" if bits >> n & 1 else "no" for n in range(len(names))]))
                for bits in range(1 << len(names))]
    calm = calmest(program, pack)
    alone = [{**calm, q.id: answer} for q in pack.questions for answer in q.answers()]
    whole = [{q.id: one.get(q.id) or draw.choice([calm[q.id], draw.choice(q.answers())]) for q in pack.questions}
             for one in everybody for _ in range(2)]
    alone += [{**one, **example} for example in examples(program, pack) for one in [calm, calm, draw.choice(whole)]]
    return alone + whole + organisations.changed(pack, alone, draw, 1500) + organisations.changed(pack, whole, draw, 1500)

def calmest(program, pack):
    if pack.id not in quiet: quiet[pack.id] = organisations.quiet_person(program, pack, random.Random(1))
    return quiet[pack.id]

def examples(program, pack):
    if pack.id.startswith("small-"): return []
    if pack.id not in shown: shown[pack.id] = organisations.shown(program, pack, calmest(program, pack), random.Random(1))
    return shown[pack.id]

def sample(name):
    with open(ROOT / "Reports/samples" / name, newline="") as file: people = list(csv.DictReader(file))
    return people, [one["team"] for one in people]

def spent():
    """Seconds of a core, the program's among them."""
    return sum(os.times()[:4])

def attacked(job):
    """One organisation: quantities, narrowed ones, those of the rounded copy, answers learnt from a late one."""
    path, number, name = job
    draw = random.Random(number)
    started = spent()
    with tempfile.TemporaryDirectory() as folder:
        program = Program(path, folder)
        if name == "small":
            pack = next(pack for pack in smalls(folder, draw) if usable(program, pack))
        else:
            pack = packs.Pack(ROOT / "Rules" / (name if name in packs.SHIPPED else "lower-back-hips"))
        if name in SAMPLES: everybody, teams = sample(name)
        else: everybody, teams = organisations.people(pack, draw, calmest(program, pack) if name != "small" else organisations.person(pack, draw))
        organisation = Organisation(program, pack, everybody, teams, others(program, pack, everybody, draw),
                                    examples(program, pack))
        figures = program.reported(pack, everybody, teams)
        if not figures.rows: return name, 0, [], 0, 0, spent() - started
        count, narrowed = organisation.attacked(figures, draw)
        rounded, learnt = 0, 0
        if name == "small":
            if organisation.are_complete: rounded = len(organisation.attacked(figures, draw, weakened=True)[1])
            learnt = late(program, organisation, figures, draw)
    return name, count, [f"{name} {number}: {words}" for words in narrowed], rounded, learnt, spent() - started

def main():
    path, wanted = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 300
    cycle = ["small"] * 10 + packs.SHIPPED
    names = SAMPLES[:3 if wanted >= 100 else 1] + [cycle[number % len(cycle)] for number in range(wanted)]
    totals = collections.defaultdict(lambda: [0, 0, 0, 0.0])
    narrowed, rounded, learnt = [], 0, 0
    for number, name in enumerate(names):
        name, count, found, more_rounded, more_learnt, seconds = attacked((path, number, name))
        total = totals[name]
        total[0], total[1], total[2], total[3] = total[0] + 1, total[1] + count, total[2] + len(found), total[3] + seconds
        narrowed, rounded, learnt = narrowed + found, rounded + more_rounded, learnt + more_learnt
        for words in found: print(f"  {words}", flush=True)
    for name, (reports, count, found, seconds) in sorted(totals.items()):
        print(f"{name}: {reports} reports, {count} numbers, {found} narrowed below a step ({seconds:.0f} s)")
    print(f"{sum(t[1] for t in totals.values())} numbers, {len(narrowed)} narrowed below a step")
    print(f"rounded copy: {rounded} narrowed; late answers without a ledger: {learnt} rows learnt")
    if not rounded or not learnt: print("the attack breaks nothing even where it should")
    sys.exit(bool(narrowed) or not rounded or not learnt)

if __name__ == "__main__": main()
