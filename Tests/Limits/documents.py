"""Documents that are small to write and dear to read, on every way into the program: each within its time and memory.

    documents.py PROGRAM [SECONDS [MEGABYTES]]
"""

import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "Tests/Fixtures/packs/small"
PATIENCE = 30


def bomb(kind):
    names = "abcdefghij"
    entities = "".join(f'<!ENTITY {"% " if kind == "%" else ""}{b} "{f"{kind}{a};" * 10}">' for a, b in zip("z" + names, names))
    return f'<!DOCTYPE r [<!ENTITY {"% " if kind == "%" else ""}z "lol">{entities}{"%j;" if kind == "%" else ""}]>'


def documents(root, namespace):
    """By name: text of a document whose root element is of this name and namespace."""
    start, end = f'<{root} xmlns="{namespace}"', f"</{root}>"
    whole = f"{start}>{{}}{end}".format
    many = 200_000
    yield "01 entity bomb", bomb("&") + whole("&j;")
    yield "02 parameter-entity bomb", bomb("%") + whole("")
    yield "03 entity bomb in an attribute", bomb("&") + f'{start} id="&j;"/>'
    yield "04 outside entity", f'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>{whole("&x;")}'
    yield "05 outside subset", f'<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd">{whole("")}'
    yield "06 DOCTYPE behind a comment", f'<!-- <a> --><?x y?>\n<!DOCTYPE r>{whole("")}'
    yield "07 deep, 5,000", whole("<a>" * 5000 + "</a>" * 5000)
    yield "08 deep, a million", whole("<a>" * 1_000_000)
    yield "09 many attributes", start + "".join(f' a{i}="1"' for i in range(many)) + "/>"
    yield "10 many attributes, each the same", start + ' a="1"' * many + "/>"
    yield "11 attributes in bunches of 60", whole("".join(
        "<a" + "".join(f' a{i}="1"' for i in range(60)) + "/>" for _ in range(20_000)))
    yield "12 huge attribute", f'{start} id="{"x" * 20_000_000}"/>'
    yield "13 huge attribute of references", f'{start} id="{"&#65;" * 3_000_000}"/>'
    yield "14 huge text", whole("x" * 20_000_000)
    yield "15 huge text of references", whole("&lt;" * 4_000_000)
    yield "16 huge character data", whole("<![CDATA[" + "]" * 20_000_000 + "]]>")
    yield "17 huge comment", whole("<!--" + "x" * 20_000_000 + "-->")
    yield "18 comments", whole("<!---->" * 1_000_000)
    yield "19 open comment", whole("<!--" * 2_000_000)
    yield "20 huge instruction", whole("<?x " + "?" * 20_000_000 + "?>")
    yield "21 instructions", whole("<?x?>" * 1_000_000)
    yield "22 huge name", whole(f"<{'a' * 10_000_000}/>")
    yield "23 huge name of an attribute", f'{start} {"a" * 10_000_000}="1"/>'
    yield "24 huge end tag", f"{start}></{root}{' ' * 10_000_000}>"
    yield "25 huge space in a tag", f"{start}{' ' * 7_000_000}/>"
    yield "26 many namespaces on one", start + "".join(f' xmlns:n{i}="u:{i}"' for i in range(20_000)) + "/>"
    yield "27 many namespaces, nested", whole("".join(f'<a xmlns:n{i}="u:{i}">' for i in range(250)) + "</a>" * 250)
    yield "28 many namespaces, side by side", whole("".join(f'<n{i}:a xmlns:n{i}="u:{i}"/>' for i in range(100_000)))
    yield "29 unknown prefixes", whole("<p:a/>" * 500_000)
    yield "30 elements", whole("<a/>" * 2_000_000)
    yield "31 texts between elements", whole("x<a/>" * 1_500_000)
    yield "32 lines", whole("\n" * 8_000_000)
    yield "33 line ends of two", whole("\r\n" * 4_000_000)
    yield "34 open quotes", f'{start} a="' * 500_000
    yield "35 open tags", "<a" * 4_000_000
    yield "36 nothing but open", "<" * 8_000_000
    yield "37 references without end", whole("&" * 4_000_000)
    yield "38 unknown entities", whole("&nbsp;" * 1_000_000)
    yield "39 control characters", whole("a\x1b[2J\x07" * 10_000)
    yield "40 bidirectional text", whole("\u202e\u2066" * 10_000)
    yield "41 written control characters", whole("&#27;" * 100_000)
    yield "42 no XML", "x" * 20_000_000
    yield "43 empty", ""
    yield "44 spaces", " " * 20_000_000
    yield "45 zeros", "<a>" + "\0" * 8_000_000
    yield "46 two roots", f"{start}/>" * 100_000
    yield "47 end tags", "</a>" * 2_000_000
    yield "48 schema instance", f'{start} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="{"u http://127.0.0.1:9/ " * 2000}"/>'
    yield "49 XInclude", whole('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>' * 20_000)
    yield "50 processing of a style", f'<?xml-stylesheet href="file:///etc/passwd"?>{whole("")}'
    yield "51 question twice", whole('<answer question="seat_type">stool</answer>' * 60_000)
    yield "52 UTF-16", (whole("x" * 100).encode("utf-16"))
    yield "53 UTF-16 with a DOCTYPE", (bomb("%") + whole("")).encode("utf-16")
    yield "54 UTF-16 without a mark", (bomb("%") + whole("")).encode("utf-16-le")
    yield "55 UTF-7", b'<?xml version="1.0" encoding="UTF-7"?>' + bomb("%").replace("<", "+ADw-").encode() + whole("").encode()
    yield "56 UTF-32", (bomb("%") + whole("")).encode("utf-32")
    yield "57 EBCDIC", ('<?xml version="1.0" encoding="cp037"?>' + bomb("%") + whole("")).encode("cp037")
    yield "58 an encoding with escapes", b'<?xml version="1.0" encoding="ISO-2022-KR"?>' + whole("\x0e" * 100).encode()
    yield "59 broken UTF-8", b"\xff\xc3" * 4_000_000
    yield "60 cut in a character", whole("é" * 100).encode()[:-len(end) - 1]


def answers(folder, document):
    (folder / "a.xml").write_bytes(document)
    return "a.xml"


def in_pack(name):
    def way(folder, document):
        shutil.copytree(SMALL, folder / "p")
        (folder / "p" / name).write_bytes(document)
        return ["pack", "check", "p"]
    return way


def schema(folder, document):
    (folder / "rules").mkdir()
    (folder / "rules/pack.xsd").write_bytes(document)
    return ["pack", "list", "--rules", "rules"]


def session(folder, document):
    (folder / "state/sitwell").mkdir(parents=True)
    (folder / "state/sitwell/small.xml").write_bytes(document)
    return ["assess", "--resume", *PACK]


def figure(folder, document):
    (folder / "t/figures").mkdir(parents=True)
    for name in ("body.svg", "feet-flat.svg"):
        (folder / "t/figures" / name).write_bytes(document)
    (folder / "a.json").write_text('{"seat_type": "stool"}')
    return ["report", "a.json", "-o", "r.html", "--templates", "t", *PACK]


PACK = ["--pack", str(SMALL)]
OF_ANSWERS, OF_PACK = ("survey", "urn:sitwell:answers:1"), ("pack", "urn:sitwell:pack:1")
WAYS = {
    "explain": (OF_ANSWERS, lambda f, d: ["explain", answers(f, d), *PACK]),
    "assess": (OF_ANSWERS, lambda f, d: ["assess", "--answers", answers(f, d), "-o", "r", *PACK]),
    "score": (OF_ANSWERS, lambda f, d: ["score", answers(f, d), "-o", "o.csv", *PACK]),
    "report": (OF_ANSWERS, lambda f, d: ["report", answers(f, d), "-o", "o.html", *PACK]),
    "report for hr": (OF_ANSWERS, lambda f, d: [
        "report", answers(f, d), "--for", "hr", "--by", "team", "-o", "o.html", *PACK]),
    "session": (OF_ANSWERS, session),
    "pack": (OF_PACK, in_pack("pack.xml")),
    "rule": (("rule", OF_PACK[1]), in_pack("chair/no-support.xml")),
    "questions": (("questionnaire", OF_PACK[1]), in_pack("questions.xml")),
    "sources": (("sources", OF_PACK[1]), in_pack("sources.xml")),
    "figure": (("svg", "http://www.w3.org/2000/svg"), figure),
    "schema": (("xs:schema", "http://www.w3.org/2001/XMLSchema"), schema),
}


def run(program, command, folder):
    """Exit code (minus a signal), seconds of CPU, megabytes, and what was said."""
    said = os.open(folder / ".said", os.O_CREAT | os.O_RDWR)
    pid = os.fork()
    if pid == 0:
        os.chdir(folder)
        null = os.open("/dev/null", os.O_RDONLY)
        for target, source in ((0, null), (1, said), (2, said)):
            os.dup2(source, target)
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
        resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
        os.execve(program, [program, *command], {
            "HOME": str(folder), "XDG_STATE_HOME": str(folder / "state"), "SITWELL_HOME": str(ROOT), "PATH": os.environ["PATH"]})
    _, status, usage = os.wait4(pid, 0)
    os.close(said)
    text = (folder / ".said").read_bytes()
    return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text


def main(program, seconds=1.0, megabytes=200.0, only=""):
    program = str(Path(program).resolve())
    faults, worst = 0, {}
    for way, (root, command) in WAYS.items():
        if only and only != way:
            continue
        for name, document in documents(*root):
            folder = Path(tempfile.mkdtemp(prefix="sitwell-documents-"))
            try:
                document = document if isinstance(document, bytes) else document.encode("utf-8", "surrogatepass")
                code, cpu, memory, said = run(program, command(folder, document), folder)
            finally:
                shutil.rmtree(folder)
            echoes = any(byte in said for byte in b"\x1b\x07")
            if code not in (0, 1, 2, 3) or cpu > float(seconds) or memory > float(megabytes) or echoes or len(said) > 50_000:
                faults += 1
                print(f"{way}: {name}: exit {code}, {cpu:.2f} s, {memory:.0f} MB, {len(said)} bytes said", flush=True)
            if cpu > worst.get(way, (0, 0, ""))[0]:
                worst[way] = (cpu, memory, name)
    for way, (cpu, memory, name) in worst.items():
        print(f"{way}: at most {cpu:.2f} s, with {memory:.0f} MB, for {name}")
    print(f"{faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
