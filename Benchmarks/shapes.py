#!/usr/bin/env python3
"""shapes.py FILE KIND OUT : the survey FILE in a shape that costs more to read.

KIND is quoted (every cell between quotation marks) or bad (every tenth row has an answer that is none)."""
import sys

def main(source, kind, target):
    with open(source) as lines, open(target, "w") as out:
        for number, line in enumerate(lines):
            cells = line.rstrip("\n").split(",")
            if kind == "bad" and number and number % 10 == 0: cells[1 + number // 10 % 40] = "what?"
            if kind == "quoted": cells = [f'"{cell}"' for cell in cells]
            out.write(",".join(cells) + "\n")

if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[2] not in ("quoted", "bad"): sys.exit(__doc__)
    main(*sys.argv[1:])
