#!/usr/bin/env python3
"""sizes.py PROGRAM RULES COUNT MOST PACK...: how large personal reports get. Exit status 0 = none is above MOST bytes.

COUNT made-up people answer every question of the packs, always the same: one by one at random, those whose answers are
worst of all among them. Warning signs are denied, as what is withheld is short.
"""
import csv, os, random, subprocess, sys, tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

SPACE = "{urn:sitwell:pack:1}"


def questions(rules, packs):
    seen = {}
    for pack in packs:
        for question in ElementTree.parse(Path(rules, pack, "questions.xml")).iter(f"{SPACE}question"):
            if not question.get("same-as"):
                seen.setdefault(question.get("id"), question)
    return seen


def answer(question, draw):
    kind, options = question.get("kind"), question.findall(f"{SPACE}option")
    alone = [o.get("id") for o in options if o.get("alone")]
    many = [o.get("id") for o in options if not o.get("alone")]
    if question.get("sensitive") and kind == "choices" and alone:
        return alone[0]
    if kind == "choices":
        return ";".join(draw.sample(many, draw.randint(1, len(many)))) if draw.random() < 0.85 or not alone else alone[0]
    if kind == "choice":
        return draw.choice(many or alone)
    if kind == "yes-no":
        return draw.choice(["yes", "no"])
    if kind == "number":
        low, high = float(question.get("min")), float(question.get("max"))
        return f"{draw.choice([low, high, draw.uniform(low, high)]):.0f}"
    return ""


def main(program, rules, count, most, *packs):
    draw, asked = random.Random(1), questions(rules, packs)
    with tempfile.TemporaryDirectory() as folder:
        survey, pages = Path(folder, "survey.csv"), Path(folder, "pages")
        with open(survey, "w", newline="") as file:
            table = csv.writer(file)
            table.writerow(["id", *asked])
            for person in range(int(count)):
                table.writerow([f"x-{person:04}", *(answer(q, draw) for q in asked.values())])
        given = [part for pack in packs for part in ("--pack", pack)]
        done = subprocess.run(
            [program, "score", survey, "--rules", rules, *given, "--reports", pages, "--date", "2026-01-31",
             "-o", Path(folder, "scores.csv")], capture_output=True, text=True)
        if done.returncode > 1:
            sys.exit(done.stderr)
        sizes = sorted((p.stat().st_size, p.name) for p in pages.rglob("*.html"))
        if len(sizes) < int(count):
            sys.exit(f"{len(sizes)} reports of {count} people\n{done.stderr}")
        print(f"{len(sizes)} reports by {' and '.join(packs)}: {sizes[len(sizes) // 2][0]} bytes in the middle, "
              f"{sizes[-1][0]} at most ({sizes[-1][1]})")
        if keep := os.environ.get("KEEP_WORST"):
            Path(keep).write_bytes(next(pages.rglob(sizes[-1][1])).read_bytes())
        return sizes[-1][0] > int(most)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) > 5 else __doc__)
