"""Packs that are small to write and dear to check: in proportion, or refused with the limit that is named.

    packs.py PROGRAM [SECONDS]
"""

import shutil
import sys
import tempfile
from pathlib import Path

from documents import SMALL, run

RULE = (SMALL / "chair/no-support.xml").read_text()
NAMESPACE = 'xmlns="urn:sitwell:pack:1"'


def change(folder, file, old, new):
    path = folder / "p" / file
    text = path.read_text()
    assert old in text, (file, old)
    path.write_text(text.replace(old, new, 1))


def condition(text):
    return lambda folder: change(folder, "chair/no-support.xml", "<when>", f"<when>{text} and ")


def chained_measures(folder):
    chain = "".join(f'<measure id="m{i}" unit="h" title="x">m{i + 1} + m{i + 1}</measure>' for i in range(400))
    (folder / "p/more.xml").write_text(
        f'<measures {NAMESPACE}>{chain}<measure id="m400" unit="h" title="x">sitting_time</measure></measures>')
    change(folder, "chair/no-support.xml", "<when>", "<when>m0 at least 1 h and ")


def alike_rules(count):
    def make(folder):
        for i in range(count):
            (folder / f"p/chair/alike-{i}.xml").write_text(RULE.replace('id="no-support"', f'id="alike-{i}"'))
    return make


def options(folder):
    more = "".join(f'<option id="o{i}">Option {i}</option>' for i in range(100_000))
    change(folder, "questions.xml", '<option id="stool"', more + '<option id="stool"')


def questions(folder):
    more = "".join(
        f'<question id="q{i}" kind="text"><label>L{i}</label><text>T{i}</text><help>H</help></question>' for i in range(30_000))
    change(folder, "questions.xml", "</section>", more + "</section>")


PACKS = {
    "100,000 and": condition(" and ".join(["seat_type is stool"] * 100_000)),
    "100,000 or": condition("(" + " or ".join(["seat_type is stool"] * 100_000) + ")"),
    "in (…) of 50,000": condition("seat_type in (" + ", ".join(["stool"] * 50_000) + ")"),
    "50,000 parentheses": condition("(" * 50_000 + "seat_type is stool" + ")" * 50_000),
    "50,000 not": condition("not " * 50_000 + "seat_type is stool"),
    "a long name": condition("x" * 900_000 + " is stool"),
    "a long number": condition("sitting_time at least " + "9" * 900_000 + " h"),
    "a long sum": condition("sitting_time" + " + sitting_time" * 60_000 + " at least 1 h"),
    "no letters": condition("§" * 400_000),
    "accents": condition("e" + "\u0301" * 400_000 + " is stool"),
    "chained measures": chained_measures,
    "300 alike rules": alike_rules(300),
    "4,000 alike rules": alike_rules(4000),
    "100,000 options": options,
    "30,000 questions": questions,
    "a comment of 20 MB": lambda folder: change(folder, "questions.xml", "<section", f"<!--{'x' * 20_000_000}--><section"),
    "a text of 500 KB": lambda folder: change(folder, "questions.xml", "<help>", f"<help>{'word ' * 100_000}"),
}


def main(program, seconds=5.0):
    faults = 0
    for name, make in PACKS.items():
        folder = Path(tempfile.mkdtemp(prefix="sitwell-packs-"))
        try:
            shutil.copytree(SMALL, folder / "p")
            make(folder)
            code, cpu, memory, said = run(str(Path(program).resolve()), ["pack", "check", "p"], folder)
        finally:
            shutil.rmtree(folder)
        isFault = code not in (0, 1) or cpu > float(seconds) or memory > 400
        faults += isFault
        first = said.decode("utf-8", "replace").split("\n")[0][:100]
        print(f"{'FAULT ' if isFault else ''}{name}: exit {code}, {cpu:.2f} s, {memory:.0f} MB: {first}", flush=True)
    print(f"{faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
