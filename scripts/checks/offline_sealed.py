#!/usr/bin/env python3
"""offline_sealed.py PROGRAM: answers that the offline page encrypts, opened by another library and by PROGRAM, in all the ways
that they can be spoiled. Exit status 0 = only what is whole, and for this key, is read.
"""
import csv, io, json, random, subprocess, sys, tempfile, time
from pathlib import Path
from jwcrypto import jwe, jwk
from browser import emulate, open_browser
from offline_page import Page

PEOPLE = [{"has_pain": "no"}, {"emergency_signs": "saddle_numbness;both_legs", "has_pain": "yes", "health_conditions": "none_of_these"},
          {"seat_type": "stool"}, {"seat_type": "office_chair", "sitting_time": "9"}, {"computer": "laptop_bare"}]


def collect(page, folder):
    """What five people send, all with their answers about health."""
    for answers in PEOPLE:
        page.open()
        page.run("document.querySelector('main .kept input').value = 'Support'")
        page.submit()
        page.answer_all(answers)
        page.press("finish")
        page.expect("encrypted" in page.text, "the page does not say that the file is encrypted")
        page.run("document.querySelector('#with-health').click()")
        page.press("save-row")
        for _ in range(100):
            if len([*folder.glob("*.jwe")]) > PEOPLE.index(answers):
                break
            time.sleep(.05)
    return [path.read_text() for path in sorted(folder.glob("*.jwe"))]


def main(program):
    found = []
    expect = lambda isSo, what: None if isSo else found.append(what)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        run = lambda *words: subprocess.run([program, *map(str, words)], capture_output=True, text=True)
        for name in "team", "other":
            made = run("team-key", folder / f"{name}.key")
            expect(made.returncode == 0, made.stderr)
            expect((folder / f"{name}.key").stat().st_mode & 0o77 == 0, "others can read the private key")
        private = jwk.JWK.from_json((folder / "team.key").read_text())
        expect("\"d\"" not in (folder / "team.key.pub").read_text(), "the public key holds the private one")
        made = run("form", "--for", "html", "--keep", "team=Your team", "--team-key", folder / "team.key.pub", "-o", folder / "form.html")
        expect(made.returncode == 0, made.stderr)
        (folder / "sent").mkdir()
        browser = open_browser()
        try:
            emulate(browser, 390, 844, "light", True)
            browser.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder / "sent")})
            page = Page(browser, folder / "form.html", folder / "screens")
            lines = collect(page, folder / "sent")
            found += page.found
        finally:
            browser.quit()
        expect(len(lines) == 5, f"{len(lines)} of 5 files")
        expect(len({len(line) for line in lines}) == 1, "the length of a file tells of the answers")
        for line in lines:
            token = jwe.JWE()
            token.deserialize(line.strip(), private)
            expect("team" in json.loads(token.payload), "another library reads something else")

        def score(text, key="team", *more):
            (folder / "in.jwe").write_text(text)
            return run("score", folder / "in.jwe", *(["--team-key", folder / f"{key}.key"] if key else []), "--keep", "team", *more)

        told = run("score", folder / "sent", "--team-key", folder / "team.key", "--keep", "team", "-o", "-")
        expect("rows 5 = scored 5" in told.stderr, f"a folder of five: {told.stderr}")
        told = score("".join(lines))
        expect("rows 5 = scored 5" in told.stderr, f"five lines: {told.stderr}")
        right = told.stdout
        told = score("".join(lines), None)
        expect(told.returncode == 1 and "encrypted" in told.stderr and not told.stdout, f"without a key: {told.stderr}")
        told = score("".join(lines), "other")
        expect("scored 0 + rejected 5" in told.stderr, f"with another key: {told.stderr}")
        by_other = jwe.JWE(json.dumps({"id": "x", "team": "Support", "seat_type": "stool"}),
                           json.dumps({"alg": "ECDH-ES", "enc": "A256GCM"}),
                           recipient=jwk.JWK.from_json((folder / "team.key.pub").read_text()))
        told = score(by_other.serialize(compact=True))
        expect("rows 1 = scored 1" in told.stderr, f"of another library: {told.stderr}")
        spoil(lines, score, right, expect, folder)
    print(f"encrypted answers: {len(found) or 'nothing'} found")
    for line in found:
        print(f"  {line}")
    return bool(found)


def spoil(lines, score, right, expect, folder):
    """One of five lines is damaged, somewhere and somehow: it is rejected with its line, and the others are scored."""
    dice = random.Random(1)
    rows = [*csv.reader(io.StringIO(right, newline=""))]
    ends = [0, 1, 2, 3]
    for trial in range(24):
        which = trial % 5
        line = lines[which].strip()
        place = ends[trial] if trial < len(ends) else dice.randrange(len(line) - 1)
        other = dice.choice([c for c in "ABCXYZabcxyz0189-_.!" if c != line[place]])
        spoilt = [line[:place] + other + line[place + 1:], line[:max(place, 40)], line[:place] + line[place + 1:],
                  line.split(".")[0] + "." + lines[(which + 1) % 5].strip().split(".", 1)[1]][trial % 4]
        text = "".join(lines[:which] + [spoilt + "\n"] + lines[which + 1:])
        (folder / "rejects.csv").unlink(missing_ok=True)
        told = score(text, "team", "--rejects", folder / "rejects.csv")
        expect("rows 5 = scored 4 + rejected 1" in told.stderr, f"damage {trial % 4} at {place} of line {which + 1}: {told.stderr[-300:]}")
        rest = [*csv.reader(io.StringIO(told.stdout, newline=""))]
        ids = lambda table: [row[0] for row in table[1:]]
        expect(ids(rest) == ids(rows)[:which] + ids(rows)[which + 1:], f"damage {trial % 4} at {place}: others differ")
        if (folder / "rejects.csv").exists():
            rejects = [*csv.DictReader(open(folder / "rejects.csv", newline=""))]
            expect([row["line"] for row in rejects] == [str(which + 1)], f"the line is told as {rejects}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) if len(sys.argv) == 2 else __doc__)
