"""Where the program is tortured: folders, commands, and what must hold of whatever it leaves behind."""
import contextlib, csv, dataclasses, os, pathlib, re, shutil, signal, subprocess, tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "Reports/samples"
CRASH = re.compile(r"Fatal error|Illegal instruction|Segmentation|Crash|Thread 0|\*\*\* |std::|NSError|Optional\(")
LEFT_BY_KILL = re.compile(r"\.[0-9]+$|\.[A-Za-z0-9]{6}$")  # a file that had a name before it was whole
QUICK = ("score", "report again", "assess", "pack export")
DAY = ["--date", "2026-01-31"]


@dataclasses.dataclass
class Command:
    name: str
    arguments: list
    codes: tuple = (0,)  # undisturbed; 1 where the survey has faults


def commands():
    survey, health = ["survey.csv", *DAY], ["--for", "hr", "--by", "team"]
    return [
        Command("score", ["score", *survey, "-o", "results.csv", "--rejects", "rejects.csv", "--save-mapping", "map.csv"],
                (1,)),
        Command("score as workbook", ["score", *survey, "-o", "results.xlsx"], (1,)),
        Command("score again", ["score", *survey, "-o", "old.csv", "--force"], (1,)),
        Command("reports", ["score", "small.csv", *DAY, "-o", "results.csv", "--reports", "people"], (1,)),
        Command("report", ["report", "answers.json", *DAY, "-o", "report.html"]),
        Command("report again", ["report", "answers.json", *DAY, "-o", "old.html", "--force"]),
        Command("ledger", ["report", "small.csv", *DAY, *health, "-o", "team.html"]),
        Command("list", ["report", "small.csv", *DAY, "--for", "ergonomist", "-o", "actions.csv"]),
        Command("assess", ["assess", "--answers", "answers.json", *DAY, "-o", "mine"]),
        Command("pack export", ["pack", "export", "lower-back-hips", "copy"]),
    ]


def lay(folder):
    """The inputs, and files that nothing may replace or does so whole."""
    folder = pathlib.Path(folder)
    with open(SAMPLES / "team.csv", newline="") as sample:
        head, *rows = csv.reader(sample)
    rows = {row[0]: row for row in rows if len(row) == len(head)}.values()
    again = [[f"{row[0]}-{time}", *row[1:]] for time in range(12) for row in rows]
    for name, table in (("survey.csv", [*again, ["cut", "short"]]), ("small.csv", again[:26])):
        with open(folder / name, "w", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([head, *table])
    (folder / "answers.json").write_text('{"id": "p-1", "lumbar_support": "none", "sitting_time": "6 h"}\n')
    for name in ("old.csv", "old.html", "neighbour"):
        (folder / name).write_text(f"{name} as it was\n")


@contextlib.contextmanager
def ground(where=None):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="torture-", dir=where))
    try:
        lay(folder)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def files(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(pathlib.Path(folder).rglob("*")) if p.is_file()}


class Torture:
    """The program, what it makes undisturbed, and what was found."""

    def __init__(self, program, is_quick):
        self.program, self.found, self.whole, self.before = str(pathlib.Path(program).resolve()), [], {}, {}
        self.commands = [command for command in commands() if not is_quick or command.name in QUICK]
        self.environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no", "SITWELL_HOME": str(ROOT)}

    def learn(self):
        for command in self.commands:
            with ground() as folder:
                self.before = files(folder)
                ended = self.run(command.arguments, folder)
                assert ended.returncode in command.codes, (command.name, ended.returncode, ended.stderr)
                self.whole[command.name] = files(folder)

    def run(self, arguments, folder, prefix=(), **options):
        options = {"env": self.environment, "stdin": subprocess.DEVNULL, "capture_output": True, "timeout": 120} | options
        return subprocess.run([*prefix, self.program, *arguments], cwd=folder, **options)

    def note(self, what, detail):
        self.found.append(f"{what}: {detail}")
        if len(self.found) <= 40:
            print(f"  FOUND {what}: {detail}", flush=True)

    def look(self, what, command, folder, killed=False):
        """Each file is as it was or whole; nothing is gone, nothing else is there."""
        whole, now = self.whole[command.name], files(folder)
        for name in self.before.keys() - now.keys():
            self.note(what, f"{name} is gone")
        for name, content in now.items():
            is_left = killed and any(LEFT_BY_KILL.search(part) for part in name.split("/"))
            if content in (self.before.get(name), whole.get(name)) or name == "sitwell.ledger" or is_left:
                continue
            self.note(what, f"{name} is half written, or foreign ({len(content)} bytes)")

    def told(self, what, ended, codes):
        """The exit code is one of those that are meant, and an error has words; it is no crash."""
        words = ended.stderr.decode(errors="replace") if ended.stderr else ""
        if ended.returncode not in codes:
            self.note(what, f"ended with {name_of(ended.returncode)}, not {codes}: {words[-300:]}")
        elif ended.returncode in (2, 3) and not re.search("^error: ", words, re.M):
            self.note(what, f"no words: {words[-300:]!r}")
        if CRASH.search(words):
            self.note(what, f"words of a crash: {words[-300:]}")


def name_of(code):
    return signal.Signals(-code).name if code < 0 else str(code)
