"""Ends the program at random moments, by the signals that a machine, a user or a session sends."""
import random, signal, subprocess, time
from collections import Counter

from ground import Command, ground, name_of

SIGNALS = [signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP]


def kills(torture, count, seed):
    chance, ends, unfinished = random.Random(seed), Counter(), 0
    spans = {command.name: span(torture, command) for command in torture.commands}
    for turn in range(count):
        command = torture.commands[turn % len(spans)]
        number = chance.choice(SIGNALS)
        moment = chance.uniform(0, 1.1) * spans[command.name]
        with ground() as folder:
            code = kill(torture, command, folder, number, moment)
            what = f"{command.name}, {number.name} after {moment * 1000:.0f} ms"
            unfinished += code not in command.codes
            ends[name_of(code)] += 1
            allowed = {*command.codes, 130, -number}
            if code not in allowed:
                torture.note(what, f"ended with {name_of(code)}")
            torture.look(what, command, folder, killed=number == signal.SIGKILL)
            if command.name in ("ledger", "pack export", "reports", "assess"):
                go_on(torture, what, command, folder)
    print(f"kills: {count}, of which {unfinished} before the end; ended with {dict(ends)}", flush=True)


def span(torture, command):
    with ground() as folder:
        began = time.monotonic()
        torture.run(command.arguments, folder)
        return time.monotonic() - began


def kill(torture, command, folder, number, moment):
    process = subprocess.Popen([torture.program, *command.arguments], cwd=folder, env=torture.environment,
                               stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        process.send_signal(number)
    return process.wait(60)


def go_on(torture, what, command, folder):
    """After a kill the same command does its work: nothing that was left is in its way."""
    again = Command(command.name, command.arguments, command.codes)
    again.arguments = [*command.arguments, *(["--force"] if command.name != "pack export" else [])]
    if command.name == "pack export" and (folder / "copy").exists():
        return
    ended = torture.run(again.arguments, folder)
    torture.told(f"{what}, then again", ended, command.codes)
    torture.look(f"{what}, then again", command, folder, killed=True)
    now = {name for name in torture.whole[command.name] if not (folder / name).exists()}
    if now:
        torture.note(f"{what}, then again", f"without {sorted(now)[:5]}")
