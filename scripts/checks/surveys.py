#!/usr/bin/env python3
"""surveys.py SAMPLE TEAMS OUT: a made-up survey of many teams, of the people of a sample, and the round before it.

Writes OUT.csv and OUT-before.csv, always the same. The last team has a name of one long word.
"""
import csv, random, sys

NAMES = ["Customer Service", "Finance", "Human Resources", "IT Operations", "Legal", "Logistics Office", "Marketing",
         "Procurement", "Quality Assurance", "Reception", "Research and Development"]


def survey(sample, teams, out):
    people = list(csv.DictReader(open(sample, newline="")))
    draw = random.Random(teams)
    names = [f"{NAMES[n % len(NAMES)]}{f' {n // len(NAMES) + 1}' if n >= len(NAMES) else ''}" for n in range(teams - 1)]
    now, before = [], []
    for name in names + ["Arbeitsplatzgestaltung"]:
        for _ in range(draw.randint(14, 40)):
            person = dict(draw.choice(people), id=f"x-{len(now):04}", team=name)
            now.append(person)
            other = draw.choice(people) if draw.random() < 0.15 else person
            before.append(dict(other, id=person["id"], team=name))
    for path, rows in ((f"{out}.csv", now), (f"{out}-before.csv", before)):
        with open(path, "w", newline="") as file:
            table = csv.DictWriter(file, fieldnames=people[0].keys())
            table.writeheader()
            table.writerows(rows)


if __name__ == "__main__":
    survey(sys.argv[1], int(sys.argv[2]), sys.argv[3])
