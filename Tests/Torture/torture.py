"""torture.py SITWELL [KILLS|quick]: sees that nothing breaks, is left half written or is replaced, whatever happens.

On Linux, with faketime and the sources of locales; as root, or without the disks that are mounted.
"""
import os, signal, sys, time

import conditions
from ground import Torture
from kills import kills


def main(program, count="1000"):
    # Under nohup a hang-up is ignored, by programs that are started here too, and rightly.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    is_quick = count == "quick"
    torture = Torture(program, is_quick)
    torture.learn()
    for condition in conditions.ALL:
        name = condition.__name__.replace("_", " ")
        if condition in conditions.AS_ROOT and os.geteuid() != 0:
            print(f"{name}: left out, it needs root")
            continue
        began = time.monotonic()
        ends = condition(torture)
        print(f"{name}: ended with {dict(ends)}, {time.monotonic() - began:.0f} s", flush=True)
    kills(torture, 40 if is_quick else int(count), seed=1)
    print(f"torture: {len(torture.found)} found")
    return bool(torture.found)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) > 1 else __doc__)
