#!/usr/bin/env python3
"""make_pack.py FOLDER : writes the rule pack of the benchmark, made from rules.json, into FOLDER/bench-pack.

The same questions, rules, points and levels as the peers use; texts, sources and examples that the loader insists on are filler,
and so is the one correction that all rules share."""
import json, sys
from pathlib import Path
HERE = Path(__file__).resolve().parent
PACK = json.load(open(HERE / "rules.json"))
NS = 'xmlns="urn:sitwell:pack:1"'
TOP = '<?xml version="1.0" encoding="UTF-8"?>\n'

def question(name):
    head = f'<label>{name}</label><text>Question {name}</text><help>Filler.</help>'
    if name in PACK["choice"]:
        options = "".join(f'<option id="{label}">{label.replace("_", " ")}</option>' for label in PACK["choice"][name])
        return f'<question id="{name}" kind="choice">{head}{options}</question>'
    if name in PACK["number"]:
        return f'<question id="{name}" kind="number" unit="times" min="0" max="{PACK["number"][name]}">{head}</question>'
    return f'<question id="{name}" kind="yes-no">{head}</question>'

def text(condition):
    if "any" in condition: return "(" + " or ".join(map(text, condition["any"])) + ")"
    name, op, value = condition["q"], condition["op"], condition["v"]
    if op == "in": return f"{name} in ({', '.join(value)})" if len(value) > 1 else f"{name} is {value[0]}"
    if op == "is": return f"{name} is {value}"
    if op == ">=": return f"{name} at least {value}"
    if op == "<": return f"{name} less than {value}"
    return f"{name} between {value[0]} and {value[1]}"

def holds(condition):
    """An answer with which it is true, and one with which it is false."""
    if "any" in condition: return holds(condition["any"][0])
    name, op, value = condition["q"], condition["op"], condition["v"]
    if op == "in": return name, value[0], next(l for l in PACK["choice"][name] if l not in value)
    if op == "is": return name, value, "no" if value == "yes" else "yes"
    if op == ">=": return name, value, value - 1
    if op == "<": return name, value - 1, value
    return name, value[0], value[0] - 1 if value[0] > 0 else value[1] + 1

def answers(pairs): return "".join(f'<answer question="{name}">{value}</answer>' for name, value in pairs)

def clear(conditions):
    """Answers that make the rule false: those that make its first condition false, all of an 'any'."""
    first = conditions[0]
    return [(q, no) for q, _, no in map(holds, first.get("any", [first]))]

def rule(r):
    adds = "".join(f'<adds score="{s}" points="{r[s]}"/>' for s in ("low_back", "hips") if r[s])
    found = answers((q, yes) for q, yes, _ in map(holds, r["all"]))
    return (f'{TOP}<rule {NS} id="{r["id"].lower()}" since="1.0"><title>Rule {r["id"]}</title>'
            f'<when>{" and ".join(map(text, r["all"]))}</when>{adds}<finding>Found.</finding><why>Filler.</why>'
            f'<evidence source="none-2026" strength="moderate">Filler.</evidence><correct with="nothing"/><solved>Filler.</solved>'
            f'<example outcome="found" says="all hold">{found}</example>'
            f'<example outcome="clear" says="the first does not">{answers(clear(r["all"]))}</example>'
            f'<example outcome="undetermined" says="nothing is known"/></rule>\n')

def main(folder, pack=None):
    """Of another pack, where one is given."""
    global PACK
    PACK = pack or PACK
    out = Path(folder) / "bench-pack"
    (out / "rules").mkdir(parents=True, exist_ok=True)
    bands = "".join(f'<band id="{name}" from="{start}">{name}</band>' for name, start in PACK["levels"])
    scores = "".join(f'<score id="{s}"><title>{s}</title>{bands}</score>' for s in ("low_back", "hips"))
    (out / "pack.xml").write_text(f'{TOP}<pack {NS} id="bench-pack" version="1.0.0" xml:lang="en"><title>Benchmark</title>'
                                  f'<not-sure>Not sure</not-sure>{scores}<evidence-cap strength="moderate" points="100"/></pack>\n')
    (out / "questions.xml").write_text(f'{TOP}<questionnaire {NS}><section id="all"><title>All</title>'
                                       f'{"".join(map(question, PACK["columns"]))}</section></questionnaire>\n')
    (out / "sources.xml").write_text(f'{TOP}<sources {NS}><source id="none-2026" year="2026" kind="trial" read="full">'
                                     f'<citation>Filler. 2026.</citation></source></sources>\n')
    (out / "corrections.xml").write_text(f'{TOP}<corrections {NS}><correction id="nothing" effort="adjust" who="you" minutes="1" cost="free">'
                                         f'<title>Filler</title><step>Filler.</step></correction></corrections>\n')
    for r in PACK["rules"]: (out / f'rules/{r["id"].lower()}.xml').write_text(rule(r))

if __name__ == "__main__":
    if len(sys.argv) != 2: sys.exit(__doc__)
    main(sys.argv[1])
