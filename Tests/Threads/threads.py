#!/usr/bin/env python3
"""Runs whatever works on several threads, in a program that was built with Thread Sanitizer: threads.py PROGRAM

Surveys of many chunks in every form of results, with rows that are rejected, repeated and set aside; personal reports; the
report for HR of one round and of two; tallies; packs compared; a run that is interrupted. Every survey of the fixtures besides.
Exit status 1: two threads used the same memory at once, or a run ended as it should not.
"""
import csv, itertools, os, pathlib, signal, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "Reports/samples"
PEOPLE = 30_000  # some 60 chunks
STOPPED = (0, 1, 130, -signal.SIGINT)  # also when all was done, and the program about to end

class Runs:
    def __init__(self, program, folder):
        self.program, self.folder, self.count, self.faults = program, folder, 0, 0

    def __call__(self, *arguments, ends=(0, 1), interrupted_after=None):
        arguments = [str(part) for part in arguments]
        environment = {**os.environ, "TSAN_OPTIONS": "halt_on_error=0:exitcode=66"}
        child = subprocess.Popen([self.program, *arguments], cwd=self.folder, env=environment,
                                 stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if interrupted_after is not None:
            time.sleep(interrupted_after)
            child.send_signal(signal.SIGINT)
        errors = child.communicate()[1].decode(errors="replace")
        self.count += 1
        if child.returncode in ends and "ThreadSanitizer" not in errors: return
        self.faults += 1
        print(f"{' '.join(arguments)}: ended with {child.returncode}\n{errors[-3000:]}", flush=True)

def many(path, sample, people=PEOPLE):
    """The sample again and again, with ids of their own but for one in a thousand; some rows are too short, some not understood."""
    with open(SAMPLES / sample, newline="") as file: header, *rows = csv.reader(file)
    with open(path, "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(header)
        for number, row in enumerate(itertools.islice(itertools.cycle(rows), people)):
            row = [f"p{number - number % 1000 // 999}", *row[1:]]
            if number % 503 == 5: row[min(9, len(row) - 1)] = "what?"
            if number % 701 == 5: row = row[:4]
            out.writerow(row)

def main(program):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        run = Runs(program, folder)
        many(folder / "now.csv", "company-2026.csv")
        many(folder / "before.csv", "company-2025.csv")
        many(folder / "few.csv", "company-2026.csv", 700)
        for form in ("csv", "ndjson", "xml", "xlsx"):
            run("score", "now.csv", "--jobs", 4, "-o", f"out.{form}", "--rejects", f"rejects-{form}.csv", "--keep", "team")
        run("score", "now.csv", "before.csv", "--jobs", 4, "-o", "both.csv", "--repeats", "last", "--keep", "file")
        run("score", "now.csv", "--jobs", 4, "--pack", "lower-back-hips", "--pack", "rosa", "-o", "packs.csv")
        run("score", "now.csv", "--jobs", 4, "--dry-run")
        run("score", "now.csv", "--jobs", 4, "-o", "tallied.csv", "--by", "team", "--tally", "now.tally")
        run("score", "few.csv", "--jobs", 4, "-o", "few-out.csv", "--reports", "people")
        run("score", "now.csv", "--jobs", 4, "-o", "stopped.csv", ends=STOPPED, interrupted_after=2)
        run("score", "few.csv", "--jobs", 4, "-o", "stopped-few.csv", "--reports", "stopped", ends=STOPPED, interrupted_after=4)
        run("report", "now.csv", "--jobs", 4, "--for", "hr", "--by", "team", "--no-ledger", "-o", "hr.html")
        run("report", "now.csv", "--jobs", 4, "--for", "hr", "--by", "team", "--before", "before.csv", "--no-ledger", "-o", "two.html")
        run("report", "few.csv", "--jobs", 4, "--for", "ergonomist", "--by", "team", "-o", "list.csv")
        run("report", "--for", "hr", "now.tally", "--no-ledger", "-o", "tally.html")
        run("pack", "diff", ROOT / "Rules/rosa", ROOT / "Rules/lower-back-hips", "--on", folder / "few.csv", "-o", "diff.json", ends=(0, 1, 2))
        run("pack", "export", "rosa", "mine")
        head = folder / "mine/pack.xml"
        head.write_text(head.read_text().replace('from="5"', 'from="4"'))
        run("pack", "diff", ROOT / "Rules/rosa", "mine", "--random", 2000, "-o", "random.json")
        for survey in sorted((ROOT / "Tests/Fixtures/surveys").rglob("*.*")):
            run("score", survey, "--jobs", 4, "-o", f"fixture-{run.count}.csv", "--accept-unread", ends=(0, 1, 2, 3))
        print(f"threads: {run.count} runs, {run.faults} faults")
        sys.exit(bool(run.faults))

if __name__ == "__main__":
    if len(sys.argv) != 2: sys.exit(__doc__)
    main(os.path.abspath(sys.argv[1]))
