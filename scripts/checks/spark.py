"""Scores on a cluster of a master and two workers, and holds it against one process: results row for row, rejects, the report
byte for byte; with a worker that is killed in the middle, a file that is refused, Parquet and a query. Says how long each takes
and how much memory: of one process, or of both workers with all that they start.

spark.py SITWELL [FILES = 40] [PEOPLE of each = 2000]
"""
import csv, functools, hashlib, pathlib, random, resource, subprocess, sys, tempfile, time
import pyarrow as pa, pyarrow.parquet as parquet

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/Attack"))
import packs, tallies
from cluster import Cluster

JOB = ROOT / "Spark/sitwell_spark.py"
LONGEST_JOB = 3600  # seconds
DATE = ["--date", "2026-01-31"]
SCORING = ["--accept-unread", "--keep", "team", *DATE]


def surveys(folder, files, people):
    """Each of so many people, of whom no two have an id in common."""
    header, rows = tallies.drawn(packs.Pack(tallies.RULES), random.Random(3), people)
    folder.mkdir()
    for number in range(files):
        with open(folder / f"site-{number:03d}.csv", "w", newline="") as file:
            csv.writer(file).writerows([header, *([f"s{number}-{row[0]}", *row[1:]] for row in rows)])


class Alone:
    """What one process makes of the files of a folder."""

    def __init__(self, program, folder, surveys):
        self.folder = folder
        folder.mkdir()
        start = time.monotonic()
        said = self.run(program, "score", surveys, "-o", folder / "results.csv", "--rejects", folder / "rejects.csv", *SCORING,
                        "--tally", folder / "all.tally", "--by", "team", "--quiet")
        self.count = said.splitlines()[-1]
        self.took = f"{time.monotonic() - start:.1f} s"
        self.run(program, "report", surveys, "--for", "hr", "--by", "team", "--no-ledger", "--accept-unread", *DATE,
                 "-o", folder / "team.html")

    @functools.cached_property
    def rows(self): return row_digests(self.folder / "results.csv")

    def run(self, *arguments):
        done = subprocess.run(list(map(str, arguments)), capture_output=True, text=True)
        if done.returncode > 1: raise RuntimeError(done.stderr)
        return done.stderr


def rows(path):
    """Of a CSV file or a folder of Parquet, as text, without what only a cluster tells."""
    if not path.is_dir():
        with open(path, newline="") as file:
            reader = csv.reader(file)
            next(reader)
            yield from reader
        return
    for part in sorted(path.iterdir()):
        table = parquet.read_table(part)
        yield from zip(*(table.column(name).cast(pa.string()).fill_null("").to_pylist()
                         for name in table.column_names if name != "source"))


def row_digests(path):
    """Of all rows, sorted: millions of them are more than memory holds as text."""
    return sorted(hashlib.blake2b("\0".join(row).encode(), digest_size=16).digest() for row in rows(path))


def team_lines(path): return path.read_text().splitlines()[1:-1]


def differences(alone, out, said):
    """What a cluster made otherwise than one process."""
    checks = {
        "results": row_digests(out / "results") == alone.rows,
        "rejects": sorted((out / "rejects.csv").read_text().splitlines()) == sorted((alone.folder / "rejects.csv").read_text().splitlines()),
        "tally": team_lines(out / "all.tally") == team_lines(alone.folder / "all.tally"),
        "report": (out / "team.html").read_bytes() == (alone.folder / "team.html").read_bytes(),
        "count": alone.count in said.splitlines(),
        "nothing else": sorted(path.name for path in out.iterdir()) == ["all.tally", "rejects.csv", "results", "team.html"],
    }
    return [name for name, holds in checks.items() if not holds]


class Check:
    def __init__(self, program, cluster, folder):
        self.program, self.cluster, self.folder, self.bad, self.took = program, cluster, folder, 0, ""

    def job(self, name, *arguments, meanwhile=None):
        out, log = self.folder / name, self.folder / f"{name}.log"
        job = self.cluster.submit(log, JOB, *arguments, "--out", out, "--by", "team", "--sitwell", self.program,
                                  "--report", " ".join(DATE), "--", *SCORING)
        start, peak = time.monotonic(), 0
        while job.poll() is None:
            peak = max(peak, self.cluster.resident())
            if meanwhile and meanwhile(out): meanwhile = None
            if time.monotonic() - start > LONGEST_JOB: raise TimeoutError(name)
            time.sleep(0.05)
        self.took = f"{time.monotonic() - start:.1f} s, {peak >> 20} MB"
        return out, job.returncode, log.read_text(errors="replace")

    def told(self, name, wrong):
        print(f"{name}: {'the same' if not wrong else 'OTHERWISE: ' + ', '.join(wrong)} ({self.took})", flush=True)
        self.bad += bool(wrong)

    def compared(self, name, alone, *arguments, meanwhile=None):
        out, code, said = self.job(name, *arguments, meanwhile=meanwhile)
        wrong = differences(alone, out, said) if code == 0 else [f"exit code {code}: {said[-3000:]}"]
        self.told(name, wrong)
        return said

    def table(self, name, alone, *arguments):
        """Of a table, whose rows stand in partitions: rejects name these, and not the lines of a file."""
        out, code, said = self.job(name.split()[-1], *arguments)
        if code != 0: return self.told(name, [f"exit code {code}: {said[-3000:]}"])
        lines = lambda path: len(path.read_text().splitlines())
        alike = lines(out / "rejects.csv") == lines(alone.folder / "rejects.csv")
        self.told(name, [what for what in differences(alone, out, said) if not (alike and what == "rejects")])

    def refused(self, surveys):
        """One file that cannot be read takes nothing else with it."""
        wrong = surveys / "site-002b.csv"
        wrong.write_text("a,b\n1,2\n")
        out, code, said = self.job("refused", surveys)
        wrong.unlink()
        known = {"code": code == 1, "words": "no heading is a question of the pack" in said and f"{wrong} was refused" in said,
                 "no report": not (out / "team.html").exists(),
                 "the others": len(list((out / "results").iterdir())) == len(list(surveys.iterdir()))}
        self.told("a refused file", [name for name, holds in known.items() if not holds])


def kill_in_the_middle(cluster, parts):
    """Once; whether it is done."""
    def meanwhile(out):
        attempts = out / "_attempts"
        if not attempts.exists() or len(list(attempts.glob("0*"))) < parts // 4: return False
        cluster.kill_worker(0)
        return True
    return meanwhile


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    files, people = (int(word) for word in (sys.argv[2:] + ["40", "2000"][len(sys.argv) - 2:])[:2])
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        surveys(folder / "surveys", files, people)
        alone = Alone(program, folder / "alone", folder / "surveys")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
        print(f"{files} files of {people} people, in one process: {alone.took}, {peak} MB", flush=True)
        table = folder / "table.parquet"
        first = folder / "first"
        first.mkdir()
        (first / "site-000.csv").write_text((folder / "surveys/site-000.csv").read_text())
        few = whole_rows(first / "site-000.csv", table)
        alone_few = Alone(program, folder / "alone-few", few)
        with Cluster(folder / "cluster") as cluster:
            check = Check(program, cluster, folder)
            check.compared("files", alone, folder / "surveys")
            check.refused(folder / "surveys")
            check.table("Parquet", alone_few, "--parquet", table, "--partitions", 5)
            check.table("a query", alone_few, "--query", f"SELECT * FROM parquet.`{table}` WHERE team IS NOT NULL")
            said = check.compared("a worker killed", alone, folder / "surveys", meanwhile=kill_in_the_middle(cluster, files))
            if "Lost executor" not in said: check.told("a worker killed", ["no executor was lost: the job was done too soon"])
        left = [process.pid for process in cluster.processes if process.poll() is None]
        check.told("the cluster afterwards", [f"process {pid} is left" for pid in left])
    sys.exit(bool(check.bad))


def whole_rows(survey, table):
    """The rows that have all cells, as a survey and as a table: of a table no row is too short."""
    with open(survey, newline="") as file: header, *rows = csv.reader(file)
    rows = [row for row in rows if len(row) == len(header)]
    path = survey.with_name("whole.csv")
    with open(path, "w", newline="") as file: csv.writer(file).writerows([header, *rows])
    columns = [pa.array([cell or None for cell in column], pa.string()) for column in zip(*rows)]
    parquet.write_table(pa.table(columns, names=header), table)
    return path


if __name__ == "__main__": main()
