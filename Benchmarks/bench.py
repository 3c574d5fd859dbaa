#!/usr/bin/env python3
"""bench.py [SIZE...] : times the peers, and any program you name, on the same survey file. SIZE: 10k 100k 1m 10m (default 10k 100k).

  --peer 'NAME=CMD'   one more program, timed in the same run; repeat for more. {in} and {out} are replaced by the survey and the output file;
                      without {out} its standard output is taken. NAME= may be left out.
                      bench.py 10k 100k --peer 'sitwell score {in} --pack bench-pack --out {out}'
  --peers A,B,C       which of the peers here (default: those that are quick enough for the size); "all", or "none"
  --cores N           let every program use only the first N cores (Linux)
  --reps N            runs of each; the fastest counts (default 7 at 10k, 3 at 100k and 1m, 1 at 10m)
  --json FILE         append one JSON object a line with all figures
  --keep              keep the output files (folder "out" in the cache)

The first use makes a venv with the peers in $SITWELL_BENCH or ~/.cache/sitwell-bench; generated surveys are kept there too (10m is 2.3 GB).
Printed: wall time, CPU time (user + system), rows a second, peak memory of the process, checksum of the output, whether it agrees.
Checksums are compared among programs that write the same first line; Sitwell's own results are put into the peers' format before.
Exit status 1: a program failed, or two outputs of one format differ."""
import argparse, hashlib, json, os, re, shlex, signal, subprocess, sys, tempfile, time
from pathlib import Path
HERE = Path(__file__).resolve().parent
CACHE = Path(os.environ.get("SITWELL_BENCH") or Path.home() / ".cache/sitwell-bench")
PY = CACHE / "bin/python"
PINS = ["numpy==2.4.6", "polars==2.1.0", "duckdb==2.0.0", "zen-engine==2.1.3"]
SIZES = {"10k": 10_000, "100k": 100_000, "1m": 1_000_000, "10m": 10_000_000}
WANT = {"10k": "8d61353d", "100k": "4602c3df", "1m": "2f6437d9", "10m": "456b658c"}     # the peers' output, first 8 hex digits of its MD5
REPS = {"10k": 7, "100k": 3, "1m": 3, "10m": 1}
# name: script, further arguments, slowest size it is run at by default
HEADER = b"id,low_back,low_back_level,hips,hips_level,fired\n"                          # the format all peers write (common.py)
PEERS = {"polars-1t": ("polars_peer.py", [], "10m"), "polars-2t": ("polars_peer.py", [], "10m"), "duckdb-1t": ("duckdb_peer.py", ["1"], "10m"),
         "duckdb-2t": ("duckdb_peer.py", ["2"], "10m"), "python": ("py_codegen.py", [], "1m"), "zen-expr": ("zen_expr.py", [], "100k"),
         "zen-table": ("zen_table.py", [], "10k"), "zen-batch": ("zen_table.py", ["batch"], "10k")}

def need_venv():
    probe = "import sys;from importlib.metadata import version as v;sys.exit(any(v(p.split('==')[0])!=p.split('==')[1] for p in sys.argv[1:]))"
    if PY.exists() and subprocess.run([PY, "-c", probe, *PINS], stderr=subprocess.DEVNULL).returncode == 0: return
    print(f"setting up {CACHE}: {' '.join(PINS)}", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", CACHE], check=True)
    subprocess.run([PY, "-m", "pip", "install", "-q", "--disable-pip-version-check", *PINS], check=True)

def survey(size):
    f = CACHE / f"data/{size}.csv"
    if not f.exists():
        need_venv(); f.parent.mkdir(parents=True, exist_ok=True)
        print(f"generating {f.name}", file=sys.stderr)
        subprocess.run([PY, HERE / "gen.py", "data", str(SIZES[size]), f"{f}.part"], check=True); os.rename(f"{f}.part", f)
    return f

def as_peers(path):
    """The checksum of Sitwell's results (low ends and levels) as the peers write them."""
    md5 = hashlib.md5(HEADER)
    with open(path) as f:
        at = {name: place for place, name in enumerate(f.readline().rstrip("\n").split(","))}
        a, b, c, d, e = (at[n] for n in ("low_back_low", "low_back_level", "hips_low", "hips_level", "found"))
        for line in f:
            x = line.split(",")
            # a level is "unknown" where every rule is open; the peers know nothing of that
            levels = ["low" if v == "unknown" else v for v in (x[b], x[d])]
            md5.update(f"{x[0]},{x[a]},{levels[0]},{x[c]},{levels[1]},{x[e].upper()}\n".encode())
    return md5.hexdigest()[:8]

def once(cmd, env, stdout):
    with tempfile.TemporaryFile() as err, (open(stdout, "wb") if stdout else open(os.devnull, "wb")) as out:
        t = time.perf_counter()
        p = subprocess.Popen(cmd, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        _, status, use = os.wait4(p.pid, 0)
        wall = time.perf_counter() - t
        p.returncode = os.waitstatus_to_exitcode(status)
        err.seek(0, 2); err.seek(max(0, err.tell() - 300))
        return p.returncode, wall, use.ru_utime + use.ru_stime, use.ru_maxrss / 1024, err.read().decode(errors="replace")

def main():
    a = argparse.ArgumentParser(usage=__doc__)
    a.add_argument("sizes", nargs="*"); a.add_argument("--peer", action="append", default=[]); a.add_argument("--peers"); a.add_argument("--cores", type=int)
    a.add_argument("--reps", type=int); a.add_argument("--json"); a.add_argument("--keep", action="store_true")
    o = a.parse_args()
    sizes = o.sizes or ["10k", "100k"]
    for s in sizes:
        if s not in SIZES: a.error(f"no size '{s}': one of {', '.join(SIZES)}")
    names = None if o.peers is None else list(PEERS) if o.peers == "all" else [] if o.peers == "none" else o.peers.split(",")
    for n in names or []:
        if n not in PEERS: a.error(f"no peer '{n}': one of {', '.join(PEERS)}")
    own = []
    for text in o.peer:
        m = re.match(r"([\w.+-]+)=(.*)", text, re.S)
        name, cmd = m.groups() if m else (Path(shlex.split(text)[0]).name, text)
        if "{in}" not in cmd: a.error(f"--peer needs {{in}}: {text}")
        own.append((name, shlex.split(cmd)))
    if o.cores: os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:o.cores])
    if names != []: need_venv()
    bad, order = False, list(SIZES)
    out = CACHE / "out"; out.mkdir(parents=True, exist_ok=True)
    cpu = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), "?") if os.path.exists("/proc/cpuinfo") else "?"
    print(f"{cpu}, {len(os.sched_getaffinity(0)) if hasattr(os, 'sched_getaffinity') else os.cpu_count()} cores, load {os.getloadavg()[0]:.2f}")
    for size in sizes:
        src, n = survey(size), SIZES[size]
        first = {HEADER: ("the peers", WANT[size])}                          # first line of a format: who set it, checksum
        jobs = [(name, [str(PY), str(HERE / PEERS[name][0]), "{in}", "{out}", *PEERS[name][1]], False)
                for name in (names if names is not None else [p for p in PEERS if order.index(PEERS[p][2]) >= order.index(size)])]
        jobs += [(name, cmd, True) for name, cmd in own]
        walls = {}
        print(f"\n{'':16} {size:>6} rows     wall s    cpu s      rows/s  peak MB  md5")
        for name, cmd, mine in jobs:
            dst = out / f"{name}.{size}"
            full = [c.replace("{in}", str(src)).replace("{out}", str(dst)) for c in cmd]
            env = os.environ if mine else {**os.environ, "POLARS_MAX_THREADS": "1" if name.endswith("-1t") else "2", "PYTHONDONTWRITEBYTECODE": "1"}
            best, peak, rc = None, 0.0, 0
            for _ in range(o.reps or REPS[size]):
                dst.unlink(missing_ok=True)
                try: rc, wall, cput, mb, err = once(full, env, None if any("{out}" in c for c in cmd) else dst)
                except OSError as e: rc, err = -1, str(e)
                if rc: break
                best = min(best or (wall, cput), (wall, cput)); peak = max(peak, mb)
                if wall > 30: break
            if rc or not dst.is_file():
                bad = True; why = f"exit status {rc}: {err.strip()[-200:]}" if rc else "wrote no output file"
                print(f"{name:16} {'':12} FAILED {why}"); dst.unlink(missing_ok=True); continue
            with open(dst, "rb") as f: head = f.readline(); f.seek(0); md5 = hashlib.file_digest(f, "md5").hexdigest()[:8]
            if head.startswith(b"id,low_back_low,"): head, md5 = HEADER, as_peers(dst)
            walls[name] = best[0]
            who, expected = first.setdefault(head, (name, md5))
            bad |= md5 != expected
            if md5 != expected: note = f"DIFFERS from {who} ({expected})"
            elif who == name: note = "a format of its own, compared with nothing"
            else: note = f"same as {who}" if mine else ""
            print(f"{name:16} {'':12} {best[0]:8.3f} {best[1]:8.2f} {n / best[0]:11,.0f} {peak:8.0f}  {md5} {note}", flush=True)
            if o.json:
                with open(o.json, "a") as f: f.write(json.dumps(dict(peer=name, n=n, wall_s=round(best[0], 4), cpu_s=round(best[1], 3), rows_s=round(n / best[0]), peak_mb=round(peak), md5=md5, agrees=None if who == name else md5 == expected)) + "\n")
            if not o.keep: dst.unlink()
        for name in [n for n, _ in own if n in walls]:
            others = [f"{wall / walls[name]:.1f} x {peer}" for peer, wall in walls.items() if peer not in dict(own)]
            if others: print(f"{name} is " + ", ".join(others))
    return 1 if bad else 0

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.exit(main())
