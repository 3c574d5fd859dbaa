#!/usr/bin/env python3
"""time_shapes.py PROGRAM CACHE SIZE : times Sitwell on the plain survey, fully quoted, and with a bad answer in every tenth row."""
import sys
from bench import SIZES, once
RUNS = 3

def main(program, cache, size):
    print(f"\n{'sitwell, ' + size + ' rows':24} {'jobs':>4} {'wall s':>8} {'rows/s':>11} {'peak MB':>8}  of plain")
    for jobs in ("1", "2"):
        plain = None
        for kind in ("", "-quoted", "-bad"):
            command = [program, "score", f"{cache}/data/{size}{kind}.csv", "--pack", f"{cache}/bench-pack", "--quiet", "--force", "--jobs", jobs,
                       "-o", f"{cache}/out/shape.csv", "--rejects", f"{cache}/out/shape-rejects.csv"]
            runs = [once(command, None, None) for _ in range(RUNS)]
            if any(run[0] not in (0, 1) for run in runs): sys.exit(f"failed: {runs[0][4]}")
            wall, peak = min(run[1] for run in runs), max(run[3] for run in runs)
            plain = plain or wall
            print(f"{kind[1:] or 'plain':24} {jobs:>4} {wall:8.3f} {SIZES[size] / wall:11,.0f} {peak:8.0f}  {plain / wall:.0%}")

if __name__ == "__main__":
    if len(sys.argv) != 4: sys.exit(__doc__)
    main(*sys.argv[1:])
