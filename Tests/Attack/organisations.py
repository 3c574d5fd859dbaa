"""Random organisations, read and reported by the built program: what an attacker may hold of one, and what is true of it."""
import csv, io, json, pathlib, subprocess
import xml.etree.ElementTree as ET

TEAM = "{urn:sitwell:team:1}"

class Program:
    def __init__(self, path, folder): self.path, self.folder = pathlib.Path(path).resolve(), pathlib.Path(folder)

    def run(self, *arguments):
        return subprocess.run([self.path, *map(str, arguments)], cwd=self.folder, capture_output=True)

    def lines(self, *arguments):
        result = self.run(*arguments)
        if result.returncode > 1 or not result.stdout: raise RuntimeError(f"{arguments}: {result.stderr.decode()}")
        return result.stdout.decode()

    def judged(self, pack, people):
        """By person, the rows that are true of them, health included; `None` of who answered nothing."""
        write(self.folder / "judged.csv", pack, people)
        text = self.lines("score", "judged.csv", "--pack", pack.folder, "--format", "ndjson", "--include-health",
                          "--id-column", "id", "--accept-unread", "--quiet")
        results = {}
        for line in text.splitlines():
            one = json.loads(line)
            levels = [one.get(f"{score}_level") for score, _ in pack.scores]
            results[one["id"]] = frozenset(pack.rows(one["found"], levels))
        return [results.get(f"p{place}") for place in range(len(people))]

    def reported(self, pack, people, teams, *options):
        """The figures for an employer: by column its teams and size, by row its steps, everyone's last; widths by row."""
        write(self.folder / "reported.csv", pack, people, teams)
        text = self.lines("report", "reported.csv", "--for", "hr", "--by", "team", "--pack", pack.folder, "--format",
                          "xml", "--include-health", "--no-ledger", "--id-column", "id", "--accept-unread", *options)
        return Figures(ET.fromstring(text))

def write(path, pack, people, teams=None):
    with open(path, "w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["id", "team"] + [q.id for q in pack.questions])
        for place, answers in enumerate(people):
            table.writerow([f"p{place}", teams[place] if teams else "A"] + [answers.get(q.id, "") for q in pack.questions])

class Figures:
    def __init__(self, report):
        self.columns, self.rows, self.widths, self.health = [], {}, {}, set()
        facts, health = report.find(TEAM + "findings"), report.find(TEAM + "health")
        if facts is not None:
            self.columns = [[t.text for t in c.iter(TEAM + "team")] for c in facts.find(TEAM + "columns").iter(TEAM + "column")]
            self.read(facts)
            for score in report.iter(TEAM + "score"):
                for cut in score.iter(TEAM + "at-least"):
                    self.add(f"{score.get('id')}>={cut.get('band')}", cut, int(facts.get("step")))
        # What is to be done, or got, reaches so many at least, each of whom has one of some findings.
        self.lists = {}
        for element in report.iter():
            if element.tag not in (TEAM + "action", TEAM + "item"): continue
            reaches, findings = element.find(TEAM + "reaches"), element.findall(TEAM + "finding")
            if reaches is None or not findings: continue
            name = tuple(sorted(finding.get("ref") for finding in findings))
            self.lists[name] = max(self.lists.get(name, 0), int(reaches.get("low")))
        if health is not None:
            self.read(health)
            self.health = {finding.get("rule") for finding in health.findall(TEAM + "finding")}

    def read(self, table):
        for finding in table.findall(TEAM + "finding"): self.add(finding.get("rule"), finding, int(table.get("step")))

    def add(self, name, element, width):
        """Of a row told of everyone alone, the columns say nothing."""
        step = lambda e: (int(e.get("low")), int(e.get("high")) if e.get("high") else None)
        cells = [step(e) for e in element.findall(TEAM + "count")] or [(0, None)] * len(self.columns)
        self.rows[name] = cells + [step(element.find(TEAM + "everyone"))]
        self.widths[name] = width

def person(pack, draw): return {q.id: draw.choice(q.answers()) for q in pack.questions}

def people(pack, draw, quiet):
    """Teams of people: many like the others of their team, some with open answers."""
    everybody, teams = [], []
    for team in range(draw.randint(1, 6)):
        usual = [draw.choice([person(pack, draw), dict(quiet)]) for _ in range(2)]
        share, open_share = draw.choice([0.4, 0.8, 1]), draw.choice([0, 0, 0.2])
        for _ in range(draw.randint(2, 32)):
            one = dict(draw.choice(usual))
            for question in pack.questions:
                if draw.random() > share: one[question.id] = draw.choice(question.answers())
                if draw.random() < open_share * 0.5: one[question.id] = ""
            everybody.append(one)
            teams.append(f"team {team}")
    return everybody, teams

def quiet_person(program, pack, draw):
    """Somebody with as little found as single changes lead to."""
    best = person(pack, draw)
    worth = len(program.judged(pack, [best])[0])
    while True:
        ways = [{**best, q.id: answer} for q in pack.questions for answer in q.answers()]
        rows = program.judged(pack, ways)
        place = min(range(len(ways)), key=lambda place: (len(rows[place]), place))
        if len(rows[place]) >= worth: return best
        best, worth = ways[place], len(rows[place])

def changed(pack, people, draw, count):
    """People like some others but for one or two answers."""
    ways = []
    for _ in range(count):
        one = dict(draw.choice(people))
        for question in draw.sample(pack.questions, min(len(pack.questions), draw.randint(1, 2))):
            one[question.id] = question.changed(one.get(question.id), draw)
        ways.append(one)
    return ways

def shown(program, pack, quiet, draw, tries=60):
    """Answers of the examples of rules, with those by which their questions are asked: so each makes somebody of whom the
    rule is found, of whoever is quiet."""
    ways = [(rule, {**example, **{q.id: draw.choice([quiet[q.id], draw.choice(q.more_answers())])
                                  for q in pack.deciding(example) if attempt}})
            for rule, example in pack.examples for attempt in range(tries)]
    held = program.judged(pack, [{**quiet, **way} for _, way in ways])
    fitting = {}
    for (rule, way), rows in zip(ways, held):
        if rows and rule in rows: fitting.setdefault(rule, []).append(way)
    return [way for rule in sorted(fitting) for way in fitting[rule][:8]]
