"""Drives sitwell as a person would: presses keys, and looks at the screen."""

import os
import re
import shutil
import subprocess
import tempfile
import termios
import time
import unittest
from pathlib import Path

import pexpect
import pyte

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ["SITWELL"]
SMALL = ROOT / "Tests/Fixtures/packs/small"
SANITIZERS = {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
PATIENCE = 20  # seconds until something that does not happen is a failure

UP, DOWN, LEFT, ENTER, SPACE = "\x1b[A", "\x1b[B", "\x1b[D", "\r", " "
CLEAR, CTRL_C, CTRL_D, CTRL_Z = "\x15", "\x03", "\x04", "\x1a"


class Terminal:
    """A program in a terminal, and the screen that a person would see."""

    def __init__(self, command, environment, folder, columns=80, rows=24):
        self.child = pexpect.spawn(
            command[0], [str(word) for word in command[1:]], env=environment, cwd=str(folder), encoding=None,
            dimensions=(rows, columns), timeout=PATIENCE)
        # Waiting is for what the screen shows, never for a while.
        self.child.delaybeforesend = None
        self.child.ptyproc.delayafterclose = self.child.ptyproc.delayafterterminate = 0.02
        self.output = b""
        self.shown = None  # worked out from the screen when it is asked for
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)

    def pump(self, timeout=0.02):
        """Takes what the program wrote meanwhile; False when it has ended."""
        try:
            written = self.child.read_nonblocking(65536, timeout)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.output += written
        self.stream.feed(written)
        self.shown = None
        return True

    @property
    def lines(self):
        if self.shown is None:
            rows = (self.screen.buffer[row] for row in range(self.screen.lines))
            self.shown = ["".join(row[x].data for x in range(max(row, default=-1) + 1)).rstrip() for row in rows]
        return self.shown

    @property
    def text(self):
        return "\n".join(self.lines).rstrip()

    def wait(self, holds, what):
        """Waits until the screen is as wished."""
        end = time.monotonic() + PATIENCE
        while not holds():
            is_running = self.pump()
            if holds():
                return
            if not is_running or time.monotonic() > end:
                raise AssertionError(f"{what} never came; the screen was\n{self.text}")

    def see(self, text):
        self.wait(lambda: text in self.text, repr(text))

    def see_question(self, number):
        def is_asked():
            asked = re.findall(r"Question (\d+) of", self.text)
            return asked[-1:] == [str(number)] and self.typing_line.startswith("> ")
        self.wait(is_asked, f"question {number}")

    @property
    def typing_line(self):
        return self.lines[self.screen.cursor.y] + " "

    def press(self, *keys):
        for key in keys:
            self.child.send(key)

    def enter(self, text):
        self.press(text, ENTER)

    def resize(self, columns, rows):
        self.screen.resize(rows, columns)
        self.shown = None
        self.child.setwinsize(rows, columns)

    @property
    def modes(self):
        return termios.tcgetattr(self.child.child_fd)

    def end(self):
        """Waits for the end; the exit code, or minus the signal that ended it."""
        end = time.monotonic() + PATIENCE
        while self.pump():
            if time.monotonic() > end:
                raise AssertionError(f"it did not end; the screen was\n{self.text}")
        self.child.close()
        return self.child.exitstatus if self.child.signalstatus is None else -self.child.signalstatus


class InterviewTest(unittest.TestCase):
    """A test with a folder of its own for answers and reports."""

    maxDiff = None

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="sitwell-test-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.environment = {
            "HOME": str(self.folder), "XDG_STATE_HOME": str(self.folder / "state"), "PATH": os.environ["PATH"],
            "TERM": "xterm-256color", "LANG": "C.UTF-8", "SITWELL_HOME": str(ROOT), **SANITIZERS}

    def clear(self):
        """Forgets what was answered before."""
        for name in ("report", "state"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    @property
    def saved(self):
        return self.folder / "state/sitwell/small.xml"

    def start(self, *arguments, pack=SMALL, columns=80, rows=24, **environment):
        command = [PROGRAM, "assess", "--pack", pack, "--date", "2026-01-31", "-o", self.folder / "report", *arguments]
        terminal = Terminal(command, {**self.environment, **environment}, self.folder, columns, rows)
        self.addCleanup(terminal.child.close, force=True)
        return terminal

    def stopped(self, *arguments, **options):
        """Two answers are given and kept."""
        terminal = self.start("--accessible", *arguments, **options)
        terminal.see_question(1)
        terminal.enter("2")
        terminal.see_question(2)
        terminal.enter("6")
        terminal.see_question(3)
        terminal.enter("q")
        self.assertEqual(terminal.end(), 0)

    def assess(self, *arguments, **options):
        return self.run_without_terminal("assess", "--pack", SMALL, *arguments, **options)

    def run_without_terminal(self, *arguments, typed=""):
        return subprocess.run(
            [PROGRAM, *map(str, arguments)], input=typed, capture_output=True, text=True, env=self.environment,
            cwd=self.folder, timeout=PATIENCE)

    def pack_with_emergency(self):
        """A copy of the small pack whose card is for an emergency."""
        card = self.pack(care=('level="routine"', 'level="emergency"')) / "care.xml"
        card.write_text(card.read_text().replace("</when>", "</when><at-once>your back hurts</at-once>"))
        return card.parent

    def pack(self, **changes):
        """A copy of the small pack; changes are `file=(old, new), …`."""
        copy = Path(tempfile.mkdtemp(dir=self.folder)) / "small"
        shutil.copytree(SMALL, copy)
        for name, (old, new) in changes.items():
            file = copy / f"{name}.xml"
            text = file.read_text()
            self.assertIn(old, text)
            file.write_text(text.replace(old, new))
        return copy


def in_both_modes(test):
    """Runs a test drawn on a screen and in plain lines."""

    def run(self):
        for mode in ([], ["--accessible"]):
            with self.subTest(mode=mode or ["drawn"]):
                self.clear()
                test(self, *mode)

    return run
