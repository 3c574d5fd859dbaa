"""Whatever files and arguments hold, nothing of it acts on a terminal: every way in, under a pseudo-terminal."""

import json
import os
import pty
import re
import shutil
import subprocess
import tempfile
import threading
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from interview import PROGRAM, ROOT, SANITIZERS, SMALL

# One character of every kind that acts or hides, then what is made of them.
POINTS = (
    [*range(0x01, 0x09), *range(0x0B, 0x20), 0x7F]  # C0 without the tab and the line's end, and DEL
    + [0x80, 0x84, 0x85, 0x8D, 0x90, 0x98, 0x9B, 0x9C, 0x9D, 0x9E, 0x9F]  # C1
    + [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]  # right to left
    + [0x00AD, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0x2064, 0x3164, 0xFEFF, 0xFFF9]  # without width
    + [0x2028, 0x2029, 0xE0001, 0xE0041, 0xE007F, 0xE0100])  # line separators, tags, a selector
SEQUENCES = [
    "\x1b[2J", "\x1b]0;owned\x07", "\x1b]8;;http://x\x1b\\a\x1b]8;;\x1b\\", "\x1bP+q\x1b\\", "\x1b[8m", "a\rerror: none",
    "abc\b\b\b", "\u009b31m", "\u009d0;owned\u009c", "\u202etxt.exe\u2066", "a\u200bb\u2060c\ufeffd", "\x1b[?1049h"]
PAYLOADS = [f"a{chr(point)}b" for point in POINTS] + SEQUENCES
ALL = os.environ.get("SITWELL_ALL_PAYLOADS")
PART = 1 if ALL else 15  # every fifteenth of a way, each way another

ALLOWED = re.compile(r"[\n\t\x20-\x7e\u00a0-\u00ac\u00ae-\u0377\u2010-\u2027\u2030-\u205e\u2190-\u27bf\ufffd]")
ORDERS = re.compile(r"\x1b\[(\d*[AKJHm]|\?2004[hl])")  # what an interview may say to a terminal itself


class Way:
    """A folder with the payload in it, and the command that meets it."""

    def __init__(self, folder, payload):
        self.folder, self.payload = Path(folder), payload

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        return name

    def answers(self, **values):
        return self.write("a.json", json.dumps(values))

    def survey(self, heading="", cell="", kept="", id="1"):
        return self.write("s.csv", f'id,seat_type,"{heading}",kept\n"{id}",stool{cell},x,"{kept}"\n')

    def pack(self, file, old):
        shutil.copytree(SMALL, self.folder / "p")
        path = self.folder / "p" / file
        text = path.read_text()
        assert old in text
        path.write_bytes(text.replace(old, old + self.payload, 1).encode())
        return "p"


def in_pack(file, old, *command):
    def way(it):
        it.answers(seat_type="stool")
        it.survey()
        return [*command, "--pack", it.pack(file, old)]
    return way


SMALL_PACK = ["--pack", str(SMALL)]
WAYS = {
    "rule": lambda it: ["explain", it.answers(seat_type="stool"), it.payload, *SMALL_PACK],
    "person": lambda it: ["report", it.survey(), "--id", it.payload, "-o", "x.html", *SMALL_PACK],
    "pack": lambda it: ["explain", it.answers(), "--pack", it.payload],
    "date": lambda it: ["report", it.answers(), "--date", it.payload, *SMALL_PACK],
    "rules": lambda it: ["pack", "list", "--rules", it.payload],
    "session": lambda it: ["assess", "--forget", it.payload],
    "option": lambda it: ["score", "--" + it.payload],
    "value": lambda it: ["score", it.survey(), "--format", it.payload],
    "kept column": lambda it: ["score", it.survey(), "--keep", it.payload, *SMALL_PACK],
    "command": lambda it: [it.payload],
    "missing file": lambda it: ["score", it.payload + ".csv", *SMALL_PACK],
    "file": lambda it: ["score", it.write(it.payload + ".csv", "id,seat_type\n1,sofa\n1,stool,2\n"), *SMALL_PACK],
    "output": lambda it: ["report", it.answers(seat_type="stool"), "-o", f"no/{it.payload}", *SMALL_PACK],
    "answer": lambda it: ["explain", it.answers(seat_type=it.payload), *SMALL_PACK],
    "earlier answer": lambda it: ["assess", "--from", it.answers(seat_type=it.payload), *SMALL_PACK],
    "reports": lambda it: [
        "score", it.survey(id=it.payload), "-o", "o.csv", "--reports", f"{it.payload}/r/{it.payload}", *SMALL_PACK],
    "question": lambda it: ["report", it.answers(**{it.payload: "x"}), "-o", "x.html", *SMALL_PACK],
    "id": lambda it: ["explain", it.write("a.json", json.dumps([{"id": it.payload}] * 2)), *SMALL_PACK],
    "broken JSON": lambda it: ["explain", it.write("a.json", "{" + it.payload), *SMALL_PACK],
    "XML answer": lambda it: ["explain", it.write(
        "a.xml", '<answers xmlns="urn:sitwell:answers:1"><answer question="seat_type">' + it.payload), *SMALL_PACK],
    "cell of a report": lambda it: ["report", it.survey(cell=it.payload), "--id", "1", "-o", "x.html", *SMALL_PACK],
    "cells of a survey": lambda it: ["score", it.survey(cell=it.payload), "--strict", *SMALL_PACK],
    "cell of a team": lambda it: [
        "report", it.survey(cell=it.payload), "--for", "ergonomist", "--by", "kept", "--format", "csv", *SMALL_PACK],
    "heading": lambda it: ["score", it.survey(heading=it.payload), *SMALL_PACK],
    "dry run": lambda it: ["score", it.survey(heading=it.payload, cell=it.payload), "--dry-run", *SMALL_PACK],
    "data": lambda it: ["score", it.survey(kept=it.payload, id=it.payload), "--keep", "kept", *SMALL_PACK],
    "data as JSON": lambda it: [
        "score", it.survey(kept=it.payload), "--keep", "kept", "--format", "ndjson", *SMALL_PACK],
    "report as XML": lambda it: [
        "report", it.write("a.json", json.dumps({"id": it.payload})), "--format", "xml", *SMALL_PACK],
    "mapping": lambda it: [
        "score", it.survey(), "--mapping", it.write("m.csv", f'question,option,wording\n"{it.payload}",,x\n'),
        *SMALL_PACK],
    "saved mapping": lambda it: ["score", it.survey(), "--dry-run", "--save-mapping", it.payload + "/m", *SMALL_PACK],
    "words": lambda it: [
        "report", it.answers(), "-o", "x.html", "--templates",
        it.write("t/words.txt", f"{it.payload}\n{it.payload} = {it.payload}\n") and "t", *SMALL_PACK],
    "template": lambda it: [
        "report", it.answers(), "-o", "x.html", "--templates",
        it.write("t/person.mustache", f"{{{{{it.payload}}}}} {{{{#{it.payload}}}}}") and "t", *SMALL_PACK],
    "pack's title": in_pack("pack.xml", "<title>", "explain", "a.json"),
    "pack's question": in_pack("questions.xml", "<text>", "pack", "show"),
    "pack's rule": in_pack("chair/no-support.xml", "<title>", "explain", "a.json"),
    "pack's condition": in_pack("chair/no-support.xml", "<when>", "explain", "a.json"),
    "interview": in_pack("questions.xml", "<text>", "assess"),
    "plain interview": in_pack("questions.xml", "<text>", "assess", "--accessible"),
}
for way in ("pack's question",):  # `pack show` takes the folder as it is
    shows = WAYS[way]
    WAYS[way] = lambda it, shows=shows: [word for word in shows(it) if word != "--pack"]


def output_of(command, folder):
    """What a terminal would get of the program, standard output and standard error alike."""
    leader, follower = pty.openpty()
    environment = {
        "HOME": folder, "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8", "SITWELL_HOME": str(ROOT),
        **SANITIZERS}
    process = subprocess.Popen(
        [PROGRAM, *command], stdin=follower, stdout=follower, stderr=follower, cwd=folder, env=environment,
        start_new_session=True)
    os.close(follower)
    killer = threading.Timer(30, process.kill)
    killer.start()
    if command[0] == "assess":
        os.write(leader, b"q\n")
    output = b""
    while True:
        try:
            block = os.read(leader, 65536)
        except OSError:
            break
        if not block:
            break
        output += block
    os.close(leader)
    process.wait()
    killer.cancel()
    return output, process.returncode


def raw(output):
    """What of it no program of ours may say."""
    text = output.decode("utf-8", "backslashreplace")
    text = re.sub(r"\r+\n", "\n", ORDERS.sub("", text.replace("\r\x1b", "\x1b")))
    return sorted({hex(ord(character)) for character in text if not ALLOWED.match(character)})


class Printable(unittest.TestCase):
    def check(self, name, payload):
        folder = tempfile.mkdtemp(prefix="sitwell-printable-")
        try:
            command = WAYS[name](Way(folder, payload))
            if any(character in word for word in command for character in "\0"):
                return None
            output, code = output_of(command, folder)
        except OSError:  # no such name on this file system
            return None
        finally:
            shutil.rmtree(folder)
        found = raw(output)
        if found or code not in (0, 1, 2, 3):
            return f"{name}, {payload!r}: exit {code}, {found}: {output[:200]!r}"
        return "" if output else f"{name}, {payload!r}: nothing was said"

    def test_nothing_acts_on_the_terminal(self):
        self.assertGreaterEqual(len(PAYLOADS), 60)
        jobs = [
            (name, payload) for place, name in enumerate(WAYS) for index, payload in enumerate(PAYLOADS)
            if (index + place) % PART == 0]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            results = list(pool.map(lambda job: self.check(*job), jobs))
        faults = [result for result in results if result]
        self.assertFalse(faults, "\n".join(faults[:20]))
        self.assertGreater(sum(result == "" for result in results), len(jobs) * 9 // 10)

    def test_data_for_a_pipe_stays_as_it_is(self):
        with tempfile.TemporaryDirectory() as folder:
            command = WAYS["data"](Way(folder, "a\x1b[2J\u202e\u200bb"))
            result = subprocess.run(
                [PROGRAM, *command], cwd=folder, capture_output=True,
                env={"HOME": folder, "SITWELL_HOME": str(ROOT), **SANITIZERS})
            self.assertIn("a\x1b[2J\u202e\u200bb".encode(), result.stdout)
            self.assertEqual(raw(result.stderr), [])

    def test_a_page_is_not_poured_over_a_terminal(self):
        with tempfile.TemporaryDirectory() as folder:
            output, code = output_of(["report", Way(folder, "").answers(), *SMALL_PACK], folder)
            self.assertEqual(code, 2)
            self.assertIn(b"a page is no text for a terminal", output)


if __name__ == "__main__":
    unittest.main()
