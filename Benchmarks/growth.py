#!/usr/bin/env python3
"""growth.py PROGRAM [LONGEST] : how time and memory grow with rows, rules, questions, teams, files and cores; writes RESULTS.md,
all but what stands there under BELOW, which is measured by other means.

Each line is the fastest of three runs (one from 2 million rows on). Time is that of the processors, memory the peak of the process. The exponent is the slope of
the logarithm of the time, less that of a survey of ten people, over the logarithm of what grows: 1 is in proportion. LONGEST is the largest survey (default
10000000 rows, 2.3 GB on disk)."""
import json, math, os, platform, shutil, subprocess, sys, tempfile, time
from pathlib import Path
import gen, make_pack
from bench import CACHE, PY, need_venv, once

WORK = CACHE / "growth"
SEED = 7
MOST_KEPT = 1_000_000  # rows of a survey that is kept for the next time
BELOW = "# On a Spark cluster\n"

def widened(times):
    """The questions of the workload so many times over."""
    def copies(of): return {f"{name}{'' if k == 0 else f'x{k}'}": value for k in range(times) for name, value in of.items()}
    return copies(gen.CH), copies(gen.NU), list(copies(dict.fromkeys(gen.YN)))

def pack(rules, times):
    """Of so many rules, and one more for each question that none of them reads: packs have no others."""
    folder = WORK / f"pack-{rules}-{times}"
    pack = json.loads(json.dumps(gen.rules(rules, *widened(times))))
    read = {atom["q"] for rule in pack["rules"] for part in rule["all"] for atom in part.get("any", [part])}
    for number, name in enumerate(sorted(set(pack["columns"]) - read)):
        atom = ({"q": name, "op": "in", "v": pack["choice"][name][:1]} if name in pack["choice"] else
                {"q": name, "op": ">=", "v": 1} if name in pack["number"] else {"q": name, "op": "is", "v": "yes"})
        pack["rules"].append({"id": f"Q{number}", "all": [atom], "low_back": 1, "hips": 0})
    make_pack.main(folder, pack)
    return folder / "bench-pack"

def survey(rows, times=1, teams=None, files=1):
    """A survey, of each answer to the workload's questions written so many times over; as one file or in a folder of files."""
    path = WORK / f"rows-{rows}-{times}-{teams or 0}-{files}"
    if files == 1: path = path.with_suffix(".csv")
    if path.exists(): return path
    source = (WORK if rows > MOST_KEPT else CACHE / "data") / f"{rows}-rows.csv"
    if not source.exists():
        source.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([PY, Path(__file__).parent / "gen.py", "data", str(rows), source], check=True)
    CH, NU, YN = widened(times)
    if (times, teams, files) == (1, None, 1): return source
    columns = ["id", *CH, *NU, *YN] + (["team"] if teams else [])
    places = [["id", *gen.COLS].index(c.split("x")[0]) for c in columns if c != "team"]
    if files > 1: path.mkdir()
    with open(source) as f:
        next(f)
        out = None
        for row, line in enumerate(f):
            if row % math.ceil(rows / files) == 0:
                out = open(path / f"{row:08}.csv" if files > 1 else path, "w")
                out.write(",".join(columns) + "\n")
            if times == 1 and not teams:
                out.write(line)
            else:
                cells = line.rstrip("\n").split(",")
                out.write(",".join([cells[p] for p in places] + ([f"Team {row % teams:04}"] if teams else [])) + "\n")
    return path

def measure(command, runs=3, is_kept=True):
    """Unless `is_kept`, nothing of an earlier run is: the pack is read anew each time."""
    best = None
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as empty:
            env = None if is_kept else {**os.environ, "XDG_CACHE_HOME": empty}
            status, wall, cpu, peak, error = once([str(part) for part in command], env, None)
        if status: sys.exit(f"failed: {error}")
        best = min(best or (cpu, wall, peak), (cpu, wall, peak))
    return best

def exponent(points):
    """The slope of a straight line through the logarithms."""
    points = [(math.log(x), math.log(y)) for x, y in points if y > 0]
    x, y = (sum(p[k] for p in points) / len(points) for k in (0, 1))
    return sum((p[0] - x) * (p[1] - y) for p in points) / sum((p[0] - x) ** 2 for p in points)

def table(title, what, rows, grow=True, is_kept=True):
    """Rows: what grows, the command, and the command for ten people, which is the time of starting and reading the pack."""
    print(f"\n{title}", file=sys.stderr)
    lines, points = [], []
    for value, command, start in rows:
        cpu, wall, peak = measure(command, 1 if what == "rows" and value >= 2_000_000 else 3, is_kept)
        base = measure(start)[0] if start else 0
        points.append((value, cpu - base))
        lines.append(f"| {value:,} | {cpu:.3f} | {base:.3f} | {wall:.3f} | {peak:.0f} |")
        print(lines[-1], file=sys.stderr)
    head = f"| {what} | processor s | of that for ten people | wall s | peak MB |\n|---|---|---|---|---|"
    fit = f"\n\nExponent: {exponent(points):.2f}" if grow else ""
    return f"## {title}\n\n{head}\n" + "\n".join(lines) + fit + "\n"

def main(program, longest):
    need_venv()
    WORK.mkdir(parents=True, exist_ok=True)
    usual, few = pack(60, 1), 10
    def score(source, rules=usual, jobs=1):
        return [program, "score", source, "--pack", rules, "--quiet", "--force", "--jobs", jobs, "--format", "csv", "-o", WORK / "out.csv"]
    def hr(source): return [program, "report", source, "--for", "hr", "--by", "team", "--pack", usual, "--no-ledger", "--force", "-o", WORK / "out.html"]
    sizes = [n for n in (10_000, 100_000, 1_000_000, 10_000_000) if n <= longest]
    tables = [
        table("Rows", "rows", [(n, score(survey(n)), score(survey(few))) for n in sizes]),
        table("Rules, 200,000 rows (a pack may have 500)", "rules",
              [(n, score(survey(200_000), pack(n, 1)), score(survey(few), pack(n, 1))) for n in (60, 120, 240, 500)]),
        table("Rules: reading the pack for the first time", "rules",
              [(n, score(survey(few), pack(n, 1)), None) for n in (60, 120, 240, 500)], is_kept=False),
        table("Questions, 300 rules and some more, 200,000 rows", "questions",
              [(40 * n, score(survey(200_000, n), pack(300, n)), score(survey(few, n), pack(300, n))) for n in (1, 2, 5, 10)]),
        table("Teams, report for HR of 200,000 people", "teams",
              [(n, hr(survey(200_000, teams=n)), None) for n in (10, 50, 200, 1000, 2000)]),
        table("Report for HR, 10 teams", "rows", [(n, hr(survey(n, teams=10)), None) for n in sizes if n < 10_000_000]),
        table("Files, 200,000 rows in all", "files", [(n, score(survey(200_000, files=n)), None) for n in (1, 10, 100, 1000)]),
        table("Cores, 1,000,000 rows", "cores", [(n, score(survey(1_000_000), jobs=n), None) for n in (1, 2)], grow=False),
    ]
    cpu = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), platform.processor())
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    note = f"{version}, {cpu}, {os.cpu_count()} cores, {time.strftime('%Y-%m-%d')}, load at the start {LOAD:.2f}."
    text = f"# How time and memory grow\n\nMade by `make bench-growth`: {note} Processor time is of all cores together.\n\n"
    results = Path(__file__).parent / "RESULTS.md"
    below = results.read_text().partition(BELOW) if results.exists() else ("", "", "")
    results.write_text(text + "\n".join(tables) + ("\n" + "".join(below[1:]) if below[1] else ""))
    shutil.rmtree(WORK)

LOAD = os.getloadavg()[0]
if __name__ == "__main__":
    if len(sys.argv) not in (2, 3): sys.exit(__doc__)
    main(os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else 10_000_000)
