#!/usr/bin/env python3
"""offline_gates.py FOLDER NAME...: holds the offline page against the interview. Exit status 0 = they agree.

For each NAME the folder has NAME.html, NAME.people (what `interview-trials people` printed: people and what they are asked) and
NAME.numbers (how `interview-trials numbers` read the texts). The page is walked through in a browser, by its inputs and
buttons: the same questions in the same order, the same cards, the same numbers, and rows that hold what was answered.
"""
import csv, io, json, sys
from pathlib import Path
from browser import open_browser
from offline import lines, walk_all


def about(person, walked, readings):
    """What differs between the two, for one person."""
    if walked["asked"] != person["asked"]:
        both = zip(walked["asked"] + ["(end)"], person["asked"] + ["(end)"])
        yield "asks {}, the interview {}".format(*next(pair for pair in both if pair[0] != pair[1]))
    elif walked["progress"] != person["progress"]:
        yield "says {!r}, the interview {!r}".format(*next(p for p in zip(walked["progress"], person["progress"]) if p[0] != p[1]))
    if sorted(walked["cards"]) != sorted(person["pressing"]):
        yield f"shows the cards {walked['cards']}, the interview {person['pressing']}"
    expected = {id: code for id, code in person["answers"].items() if id in person["asked"]}
    plain, whole = (next(csv.DictReader(io.StringIO(row, newline=""))) for row in walked["rows"])
    for name, row in ("row", plain), ("row with health", whole):
        wrong = [id for id, cell in row.items() if id not in ("id", "team", "site") and cell != expected.get(id, "")]
        if wrong:
            yield f"its {name} says {row[wrong[0]]!r} of {wrong[0]}, answered was {expected.get(wrong[0])!r}"
    if missing := set(expected) - set(whole):
        yield f"its row lacks {missing}"
    if told := set(plain) & set(person["health"]):
        yield f"its row tells {told} unasked"
    own = json.loads(walked["answers"])
    if set(own) != set(expected):
        yield f"its answers file differs in {set(own) ^ set(expected)}"
    for reading in walked["readings"]:
        if (right := readings[reading["question"], reading["text"]]) != reading["read"]:
            yield f"reads {reading['text']!r} at {reading['question']} as {reading['read']}, the interview as {right}"


def main(folder, names):
    browser, bad = open_browser(), 0
    try:
        for name in names:
            people = lines(folder / f"{name}.people")
            readings = {(r["question"], r["text"]): r["read"] for r in lines(folder / f"{name}.numbers")}
            texts = list(dict.fromkeys(text for _, text in readings))
            walked = walk_all(browser, folder / f"{name}.html", people, texts)
            found = [line for pair in zip(people, walked) for line in about(*pair, readings)]
            asked = sum(len(person["asked"]) for person in people)
            read = sum(len(one["readings"]) for one in walked)
            if read != len(readings):
                found.append(f"{read} of {len(readings)} texts were tried: a number question was asked of nobody")
            bad += len(found)
            print(f"{name}: {len(people)} people, {asked} questions, {read} readings of {len(texts)} written numbers:"
                  f" {len(found)} differ", flush=True)
            for line in found[:10]:
                print(f"  the page {line}")
    finally:
        browser.quit()
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]) if len(sys.argv) > 2 else __doc__)
