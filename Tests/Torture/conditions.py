"""Runs the program where disks, pipes, memory, the environment and the clock are not what it would like."""
import os, pathlib, resource, signal, subprocess, tempfile, threading, time
from collections import Counter

from ground import DAY, files, ground, lay, name_of

SCORE = ["score", "small.csv", *DAY]


def full_disk(torture):
    """A disk of some kilobytes, full at another moment each time."""
    ends = Counter()
    with ground() as folder:
        laid = sum(4096 + -(-len(content) // 4096) * 4096 for content in files(folder).values()) >> 10
    for kilobytes in (8, 40, 100, 160, 260, 420, 700, 1100):
        for command in torture.commands:
            with mounted(f"size={laid + kilobytes}k") as disk:
                lay(disk)
                ended = torture.run(command.arguments, disk)
                ends[ended.returncode] += 1
                what = f"{command.name} with {kilobytes} KB left"
                torture.told(what, ended, (*command.codes, 3))
                torture.look(what, command, disk)
                if ended.returncode == 3 and (pathlib.Path(disk) / "copy").exists():
                    torture.note(what, "half a pack stays")
    return ends


class mounted:
    def __init__(self, options):
        self.options = options

    def __enter__(self):
        self.path = tempfile.mkdtemp(prefix="torture-disk-")
        subprocess.run(["mount", "-t", "tmpfs", "-o", self.options, "torture", self.path], check=True)
        return self.path

    def __exit__(self, *_):
        subprocess.run(["umount", self.path], check=True)
        os.rmdir(self.path)


def read_only(torture):
    ends = Counter()
    for command in torture.commands:
        with mounted("size=4m") as disk:
            lay(disk)
            subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
            ended = torture.run(command.arguments, disk)
            ends[ended.returncode] += 1
            torture.told(f"{command.name} in a folder that is read only", ended, (3,))
            torture.look(f"{command.name} in a folder that is read only", command, disk)
    return ends


def closed_pipe(torture):
    """Whoever reads goes away, and a standard output that was never there."""
    ends = Counter()
    for arguments in ([*SCORE, "-o", "-"], ["report", "answers.json", *DAY], ["explain", "answers.json"], ["help", "report"],
                      ["pack", "show", "lower-back-hips"]):
        for nobody in ("| true", "| head -c 1 >/dev/null", ">&-", ">/dev/full"):
            with ground() as folder:
                words = subprocess.run(["bash", "-c", f'"$@" {nobody}; echo "${{PIPESTATUS[0]}}" >&2', "-", torture.program,
                                        *arguments], cwd=folder, env=torture.environment, capture_output=True, text=True)
                *told, code = words.stderr.strip().split("\n")
                ends[code] += 1
                meant = ("0", "141", "1") if "|" in nobody else ("3",)
                if code not in meant or "|" not in nobody and not any(line.startswith("error: ") for line in told):
                    torture.note(f"{arguments[0]} {nobody}", f"ended with {code}: {told[-3:]}")
    return ends


def growing_input(torture):
    """Rows come in while the survey is read."""
    ends = Counter()
    for turn in range(5):
        with ground() as folder:
            head, _, rest = (folder / "survey.csv").read_bytes().partition(b"\n")
            (folder / "growing.csv").write_bytes(head + b"\n" + rest)
            stop = threading.Event()

            def grow():
                with open(folder / "growing.csv", "ab") as file:
                    while not stop.is_set():
                        file.write(b"late-%d,Support\n" % time.monotonic_ns())
                        file.flush()
                        time.sleep(0.0005)
            writer = threading.Thread(target=grow)
            writer.start()
            ended = torture.run(["score", "growing.csv", *DAY, "-o", "results.csv", "--rejects", "rejects.csv"], folder)
            stop.set(), writer.join()
            ends[ended.returncode] += 1
            torture.told("an input that grows", ended, (0, 1))
            last = ended.stderr.decode().strip().split("\n")[-1]
            numbers = [int(word) for word in last.replace(";", " ").split() if word.isdigit()][:4]
            if len(numbers) < 4 or numbers[0] != sum(numbers[1:4]):
                torture.note("an input that grows", f"rows are lost: {last}")
    return ends


def fifo(torture):
    """A pipe with a name as the survey; and one in which nothing ever comes, which a signal ends."""
    ends = Counter()
    for name, number in (("whole", None), ("silent", signal.SIGTERM), ("silent", signal.SIGINT), ("silent", signal.SIGHUP)):
        with ground() as folder:
            os.mkfifo(folder / "survey.fifo")
            process = subprocess.Popen([torture.program, "score", "survey.fifo", *DAY, "-o", "results.csv"], cwd=folder,
                                       env=torture.environment, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
            with open(folder / "survey.fifo", "wb") as pipe:
                if name == "whole":
                    pipe.write((folder / "small.csv").read_bytes())
                else:
                    time.sleep(1)
                    process.send_signal(number)
                    process.wait(10)
            _, words = process.communicate(timeout=60)
            ends[name_of(process.returncode)] += 1
            meant = (1,) if number is None else (130, -number)
            if process.returncode not in meant or (folder / "results.csv").exists() != (number is None):
                torture.note(f"a {name} FIFO", f"ended with {name_of(process.returncode)}: {words[-200:]}")
    return ends


def limits(torture):
    """`ulimit` of files, of what a file may hold and of memory. What the language itself ends by a signal is counted."""
    ends = Counter()
    kinds = [(resource.RLIMIT_NOFILE, n) for n in (4, 5, 6, 8, 10, 16)]
    kinds += [(resource.RLIMIT_FSIZE, n << 10) for n in (0, 1, 4, 16, 64)]
    kinds += [(resource.RLIMIT_AS, n << 20) for n in (100, 150, 200, 300, 500)]
    names = {resource.RLIMIT_NOFILE: "-n", resource.RLIMIT_FSIZE: "-f", resource.RLIMIT_AS: "-v"}
    for kind, most in kinds:
        for command in torture.commands:
            with ground() as folder:
                ended = torture.run(command.arguments, folder,
                                    preexec_fn=lambda: resource.setrlimit(kind, (most, most)))
                what = f"{command.name} with ulimit {names[kind]} {most}"
                ends[f"{names[kind]}: {name_of(ended.returncode)}"] += 1
                # Before the program's first line, the loader ends with 127, and the language where memory ends by a signal.
                loader = (127, *([-n for n in (4, 5, 6, 11)] if kind == resource.RLIMIT_AS else []))
                if ended.returncode not in loader:
                    torture.told(what, ended, (*command.codes, 3))
                torture.look(what, command, folder)
    return dict(sorted(ends.items()))


def surroundings(torture):
    """Locales, no home, and clocks that are wrong change nothing in what is written."""
    ends = Counter()
    with tempfile.TemporaryDirectory() as locales:
        made = subprocess.run(["localedef", "-i", "tr_TR", "-f", "UTF-8", f"{locales}/tr_TR.UTF-8"], capture_output=True)
        turkish = {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LOCPATH": locales}
        cases = {"locale C": {"LC_ALL": "C"}, "locale tr_TR": turkish, "no HOME": {"HOME": None}, "an empty HOME": {"HOME": ""},
                 "no environment": dict.fromkeys(os.environ), "no TZ": {"TZ": ":nowhere"}}
        clocks = {f"the clock at {day}": ["faketime", f"{day} 20:17:00"] for day in
                  ("1969-07-20", "1960-01-01", "1979-12-31", "2038-01-20")}
        if made.returncode:
            torture.note("locale tr_TR", f"cannot be made: {made.stderr[-200:]}")
        for what, changes in {**cases, **dict.fromkeys(clocks, {})}.items():
            kept = {k: v for k, v in {**torture.environment, **changes}.items() if v is not None} | (
                {"SITWELL_HOME": torture.environment["SITWELL_HOME"]})
            for command in torture.commands:
                with ground() as folder:
                    ended = torture.run(command.arguments, folder, clocks.get(what, ()), env=kept)
                    ends[ended.returncode] += 1
                    torture.told(f"{command.name}, {what}", ended, command.codes)
                    torture.look(f"{command.name}, {what}", command, folder)
                    missing = torture.whole[command.name].keys() - files(folder).keys()
                    if missing:
                        torture.note(f"{command.name}, {what}", f"without {sorted(missing)[:3]}")
    return ends


def no_proc(torture):
    """A system that tells nobody's arguments: the program says so, and does not something else."""
    ends = Counter()
    for command in torture.commands:
        with ground() as folder:
            ended = torture.run(command.arguments, folder, ["unshare", "-m", "sh", "-c", 'umount -l /proc; exec "$@"', "-"])
            ends[ended.returncode] += 1
            torture.told(f"{command.name} without /proc", ended, (3,))
            torture.look(f"{command.name} without /proc", command, folder)
    return ends


AS_ROOT = [full_disk, read_only, no_proc]  # they mount
ALL = [*AS_ROOT, closed_pipe, growing_input, fifo, limits, surroundings]
