"""Packs as an attacker sees them: their questions, which of them are about health, and packs made at random."""
import itertools, pathlib, random, re
import xml.etree.ElementTree as ET

NAMESPACE = "{urn:sitwell:pack:1}"
SHIPPED = ["lower-back-hips", "rosa", "hse-workstation", "osha-workstation"]

class Question:
    def __init__(self, element):
        self.id, self.kind = element.get("id"), element.get("kind")
        self.is_health = element.get("sensitive") is not None
        self.asked_when = element.get("ask-when") or ""
        options = element.findall(NAMESPACE + "option")
        self.alone = [o.get("id") for o in options if o.get("alone")]
        self.options = [o.get("id") for o in options if not o.get("alone")]
        self.range = (element.get("min"), element.get("max"), element.get("unit"))

    def numbers(self):
        low, high = (float(end.split()[0]) for end in self.range[:2])
        unit = self.range[0].split()[1] if " " in self.range[0] else self.range[2] or ""
        return [f"{low + (high - low) * part / 8:g} {unit}".strip() for part in range(9)]

    def answers(self):
        """Answers that stand in a cell: every option, some of those that go together, numbers all over the range."""
        if self.kind == "yes-no": return ["yes", "no"]
        if self.kind == "choice": return self.options + self.alone
        if self.kind == "choices":
            pairs = [";".join(pair) for pair in itertools.combinations(self.options, 2)]
            return self.alone + self.options + pairs
        return self.numbers() if self.kind not in ("text", None) else [""]

    def changed(self, answer, draw):
        """Another answer; of several options that go together, often one more or less."""
        chosen = set((answer or "").split(";")) & set(self.options)
        if self.kind != "choices" or not self.options or draw.random() < 0.5: return draw.choice(self.answers())
        chosen ^= {draw.choice(self.options)}
        return ";".join(o for o in self.options if o in chosen) or draw.choice(self.answers())

    def more_answers(self):
        """The same, with all options that go together."""
        return self.answers() + ([";".join(self.options)] if self.kind == "choices" else [])

class Pack:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        trees = [ET.parse(path).getroot() for path in sorted(self.folder.rglob("*.xml"))]
        everything = [element for tree in trees for element in tree.iter()]
        self.questions = [Question(e) for e in everything if e.tag == NAMESPACE + "question" and e.get("kind")]
        cards = " ".join(c.findtext(NAMESPACE + "when") for c in everything
                         if c.tag == NAMESPACE + "care" and c.get("level") == "emergency")
        self.emergencies = {q.id for q in self.questions if re.search(rf"\b{q.id}\b", cards)}
        pack = next(tree for tree in trees if tree.tag == NAMESPACE + "pack")
        self.id = pack.get("id")
        self.rules = [tree.get("id") for tree in trees if tree.tag == NAMESPACE + "rule"]
        # What makes somebody of whom a rule is found, as far as the rule reads it.
        self.examples = [(tree.get("id"), {a.get("question"): a.text for a in e.findall(NAMESPACE + "answer")})
                         for tree in trees for e in tree.iter(NAMESPACE + "example") if e.get("outcome") == "found"]
        self.families = [[f.get("rule") for f in family] for family in pack.findall(NAMESPACE + "family")]
        self.scores = [(s.get("id"), [b.get("id") for b in s.findall(NAMESPACE + "band")])
                       for s in pack.findall(NAMESPACE + "score")]

    def deciding(self, ids):
        """The questions that decide whether some others are asked, and those that decide this of them."""
        all_ids, waiting = set(ids), list(ids)
        while waiting:
            read = set(re.findall(r"\w+", next((q.asked_when for q in self.questions if q.id == waiting[-1]), "")))
            waiting.pop()
            new = {q.id for q in self.questions if q.id in read} - all_ids
            all_ids |= new
            waiting += sorted(new)
        return [q for q in self.questions if q.id in all_ids - set(ids)]

    def rows(self, found, levels):
        """All that is true of somebody: rules found, those of their families, and the bands reached or passed."""
        rows = set(found)
        for family in self.families:
            for place, rule in enumerate(family):
                if rule in rows: rows.update(family[:place])
        for (score, bands), level in zip(self.scores, levels):
            if level in bands: rows.update(f"{score}>={band}" for band in bands[1:bands.index(level) + 1])
        return rows

HEAD, XMLNS = '<?xml version="1.0" encoding="UTF-8"?>\n', 'xmlns="urn:sitwell:pack:1"'

def small(folder, draw):
    """A pack of a few yes-or-no questions, whose rules are any combinations of them and add to a score of two or three bands."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True)
    names = [f"q{place}" for place in range(draw.randint(3, 6))]
    points, used, read = 0, set(), set()
    for place in range(draw.randint(3, 7)):
        worth = draw.choice([0, 2, 3, 4, 5, 8])
        points += worth
        text, correction, own = rule(f"rule-{place}", names, worth, draw)
        (folder / f"rule-{place}.xml").write_text(text)
        used.add(correction)
        read.update(own)
    names = sorted(read)
    ends = sorted(draw.sample(range(2, max(5, points)), draw.randint(1, 2)))
    bands = "".join(f'<band id="b{place}" from="{start}">band {place}</band>'
                    for place, start in enumerate([0] + ends))
    (folder / "pack.xml").write_text(
        f'{HEAD}<pack {XMLNS} id="{folder.name}" version="1.0.0" xml:lang="en"><title>Small</title>'
        f'<not-sure>Not sure</not-sure><score id="load" max="100"><title>Load</title>{bands}</score>'
        f'<evidence-cap strength="moderate" points="15"/></pack>')
    asked = "".join(f'<question id="{name}" kind="yes-no"><label>About {name}</label><text>What of {name}?</text>'
                    f'<help>It counts.</help></question>' for name in names)
    (folder / "questions.xml").write_text(
        f'{HEAD}<questionnaire {XMLNS}><section id="all"><title>All</title>{asked}</section></questionnaire>')
    (folder / "sources.xml").write_text(
        f'{HEAD}<sources {XMLNS}><source id="trial" kind="trial" read="full"><citation>A trial.</citation>'
        f'</source></sources>')
    changes = "".join(
        f'<correction id="{name}-{answer}" effort="adjust" who="you" minutes="5" cost="free"><title>Make {name} {answer}'
        f'</title><step>Do it.</step><sets question="{name}" to="{answer}"/></correction>'
        for name in names for answer in ("yes", "no") if f"{name}-{answer}" in used)
    (folder / "corrections.xml").write_text(f'{HEAD}<corrections {XMLNS}>{changes}</corrections>')
    return Pack(folder)

def rule(id, names, worth, draw):
    """Some answers together, or one of them, with examples that show it; the correction that it names, and what it reads."""
    wanted = [(name, draw.choice(["yes", "yes", "no"])) for name in draw.sample(names, draw.randint(1, min(3, len(names))))]
    word, other = draw.choice([" and ", " or "]), {"yes": "no", "no": "yes"}
    example = lambda outcome, answers: (
        f'<example outcome="{outcome}" says="{outcome} here">'
        + "".join(f'<answer question="{n}">{a}</answer>' for n, a in answers) + "</example>")
    opposite = [(name, other[answer]) for name, answer in wanted]
    adds = f'<adds score="load" points="{worth}"/>' if worth else ""
    solving = f"{opposite[0][0]}-{opposite[0][1]}"
    text = (
        f'{HEAD}<rule {XMLNS} id="{id}" since="1.0"><title>Title of {id}</title>'
        f'<when>{word.join(f"{name} is {answer}" for name, answer in wanted)}</when>{adds}'
        f'<finding>It is so.</finding><why>Because.</why>'
        f'<evidence source="trial" strength="moderate">It was seen.</evidence>'
        f'<correct with="{solving}"/><solved>It is not so.</solved>'
               + example("found", wanted) + example("clear", opposite) + '<example outcome="undetermined" says="nothing"/></rule>')
    return text, solving, [name for name, _ in wanted]
