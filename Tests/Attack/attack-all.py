#!/usr/bin/env python3
"""Attacks all tables of a folder: released-*.json must hold, of weakened-*.json some must break.

Usage: attack-all.py FOLDER
"""
import json, pathlib, sys
from concurrent.futures import ProcessPoolExecutor
from attack import audit

def broken(path):
    results = audit(json.loads(path.read_text()))
    return path, len(results), [r for r in results if not r["ok"]]

def attack(folder, kind):
    paths = sorted(folder.glob(f"{kind}-*.json"))
    with ProcessPoolExecutor() as pool: results = list(pool.map(broken, paths, chunksize=4))
    print(f"{kind}: {len(paths)} reports, {sum(n for _, n, _ in results)} quantities, "
          f"{sum(len(bad) for _, _, bad in results)} narrowed in {sum(bool(bad) for _, _, bad in results)} reports")
    return [(path, r) for path, _, bad in results for r in bad]

if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    found = attack(folder, "released")
    for path, r in found[:20]: print(f"  {path.name}: {r['name']}: {r['lo']}..{r['hi']}, needs {r['need']} values")
    weak = attack(folder, "weakened")
    if not weak: print("  the attack breaks nothing even where it should")
    sys.exit(bool(found) or not weak)
