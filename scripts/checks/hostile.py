#!/usr/bin/env python3
"""hostile.py PACK SURVEY OUT: copies a pack and a survey into the folder OUT with hostile text in every text that a report
may show: titles, words, steps, names of teams, ids.
"""
import csv, pathlib, re, shutil, sys

HOSTILE = "</style></title><script>alert(1)</script>\"' onload='alert(1)' \u202ejavascript:alert(1) {{x}} \u00e9\u0301"
TEXTS = "title|summary|attribution|about|band|help|step|works-when|why|solved|evidence|easier|stop-if|caution|plain|" \
        "function|tenderness|sign|ask|soon|text|citation|note|option|item|duration|pressure"


def escaped(text):
    for plain, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(plain, entity)
    return text


def main(pack, survey, out):
    out = pathlib.Path(out)
    shutil.copytree(pack, out / "pack", dirs_exist_ok=True)
    for path in (out / "pack").rglob("*.xml"):
        text = path.read_text(encoding="utf-8")
        text = re.sub(rf"(<(?:{TEXTS})(?: [^<>]*)?>[^<>]*[^<>\s][^<>]*)(?=</(?:{TEXTS})>)",
                      lambda m: m[1] + " " + escaped(HOSTILE.replace("{{x}}", "")), text)
        path.write_text(text, encoding="utf-8")
    rows = list(csv.reader(open(survey, newline="", encoding="utf-8")))
    id_place, team = rows[0].index("id"), rows[0].index("team")
    for row in rows[1:]:
        if len(row) == len(rows[0]):
            row[id_place] += " " + HOSTILE
            row[team] += " " + HOSTILE
    with open(out / "survey.csv", "w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    print(rows[1][id_place])


if __name__ == "__main__":
    main(*sys.argv[1:])
