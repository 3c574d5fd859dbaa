"""Kills `register add` and `register import` COUNT times at random moments: register_kills.py SITWELL [COUNT]
After each the register is whole, every response and every table is in it or not, and the same command finishes the work."""
import random, shutil, signal, subprocess, sys, tempfile, time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEAM = ROOT / "Reports/samples/team.csv"


class Register:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def start(self, *arguments):
        return subprocess.Popen([self.program, "register", *arguments], cwd=self.folder, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *arguments, codes=(0,)):
        process = self.start(*arguments)
        out, err = process.communicate()
        if process.returncode not in codes:
            sys.exit(f"{arguments}: {process.returncode}\n{err.decode()}")
        return out.decode(), err.decode()

    def agreed(self):
        """How many actions are, of how many."""
        rows = self.run("export")[0].splitlines()[1:]
        return sum(",agreed," in row for row in rows), len(rows)

    def assessments(self):
        return int(self.run("check")[1].split(" people, ")[1].split()[0])


def main():
    program = str(Path(sys.argv[1]).resolve())
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    chance, killed, faults = random.Random(9), 0, []
    with tempfile.TemporaryDirectory() as name:
        base, work = Path(name, "base"), Path(name, "work")
        base.mkdir()
        first = Register(program, base)
        first.run("add", str(TEAM), "--by", "team", "--date", "2026-01-31", "--quiet", codes=(0, 1))
        table = first.run("export")[0].replace(",proposed,", ",agreed,")
        (base / "filled.csv").write_text(table, encoding="utf-8")
        kinds = {
            "add": (["add", str(TEAM), "--by", "team", "--date", "2026-06-30", "--quiet"], Register.assessments),
            "import": (["import", "filled.csv", "--date", "2026-02-01"], Register.agreed),
        }
        for kind, (arguments, look) in kinds.items():
            shutil.copytree(base, work)
            register = Register(program, work)
            before = look(register)
            began = time.monotonic()
            register.run(*arguments, codes=(0, 1))
            span, after = time.monotonic() - began, look(register)
            shutil.rmtree(work)
            ends, own = {before: 0, after: 0}, 0
            while own < count // 2:
                shutil.copytree(base, work)
                process = register.start(*arguments)
                try:
                    process.wait(chance.uniform(0, 1.2) * span)
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                    own += 1
                process.communicate()
                register.run("check")
                now = look(register)
                if now not in ends:
                    faults.append(f"{kind}: {now}, which is neither {before} nor {after}")
                ends[now] = ends.get(now, 0) + 1
                register.run(*arguments, codes=(0, 1))
                if look(register) != after:
                    faults.append(f"{kind}, then again: {look(register)} instead of {after}")
                others = {path.stat().st_mode & 0o077 for path in work.glob("sitwell-register*")}
                if others != {0}:
                    faults.append(f"{kind}: others can read a file of it")
                shutil.rmtree(work)
            killed += own
            print(f"{kind}: {ends[before]} times as before, {ends[after]} times whole", flush=True)
    print(f"{killed} kills before the end; {len(faults)} faults")
    print("\n".join(faults[:10]))
    sys.exit(bool(faults))


main()
