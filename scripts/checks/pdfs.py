#!/usr/bin/env python3
"""pdfs.py PAGE.pdf...: whether printed reports can be read aloud. Exit status 0 = nothing to complain of.

pdfua holds them against the part of PDF/UA-1 that a program can see: tagged, in a language, titled, figures described, tables
with headings, headings not empty. What it says beyond that of what the printers themselves leave out is left out by name:

* Chromium does not tag what the style adds. That is looked at: it may be signs, numbers of steps and addresses, which stand in
  the tagged text in other words.
* Chromium describes links by their text alone, and claims no conformance. WeasyPrint names the headings of each cell, which is
  more than what pdfua looks for.
"""
import collections, logging, re, sys
from pathlib import Path
import pdfplumber, pikepdf
from pdfua.validator import Validator

logging.disable(logging.WARNING)
LEFT_OUT = {"UA-01-003": "Skia", "UA-18-005": "Skia", "UA-18-001": "Skia", "UA-28-004": "Skia"}
ADDED_BY_STYLE = re.compile(r"[▲△▼◆●□✓✕·,;]|\d+\.?")


def printer(path):
    with pikepdf.open(path) as pdf:
        made_by = f"{pdf.docinfo.get('/Creator', '')} {pdf.docinfo.get('/Producer', '')}"
        root = pdf.Root
        if not root.get("/Lang") or not str(pdf.docinfo.get("/Title", "")):
            yield "no language or no title"
        if not root.get("/MarkInfo", {}).get("/Marked") or "/StructTreeRoot" not in root:
            yield "not tagged"
        kinds = collections.Counter(kinds_of(root.StructTreeRoot)) if "/StructTreeRoot" in root else {}
        for needed in ("/H1", "/H2", "/P"):
            if not kinds.get(needed):
                yield f"no {needed[1:]} among its tags"
    yield from spoken(path, made_by, kinds)


def kinds_of(element):
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            if "/S" in kid:
                yield str(kid["/S"])
            yield from kinds_of(kid)


def spoken(path, made_by, kinds):
    report = Validator().validate(path)
    for finding in report.findings:
        if LEFT_OUT.get(finding.rule_id, "none") in made_by:
            continue
        if finding.rule_id == "UA-15-003" and "WeasyPrint" in made_by and "none carry" in finding.message:
            continue
        yield f"{finding.rule_id} {finding.location}: {finding.message}"
    if "Skia" in made_by:
        for page in pdfplumber.open(path).pages:
            yield from (f"page {page.page_number}: not tagged: {line[:60]}" for line in untagged(page))
    print(f"{Path(path).name}: {sum(kinds.values())} tags", flush=True)


def untagged(page):
    """Lines that are not tagged, without what the style may add: signs, numbers, and addresses, also over several lines."""
    lines, is_address = collections.defaultdict(str), False
    for letter in page.chars:
        if letter.get("mcid") is None:
            lines[round(letter["top"])] += letter["text"]
    for line in map(str.strip, lines.values()):
        if is_address or line.startswith("(http"):
            is_address = not line.endswith(")")
        elif left := ADDED_BY_STYLE.sub("", line).strip():
            yield left


def main(paths):
    bad = 0
    for path in paths:
        for line in dict.fromkeys(printer(path)):
            bad += 1
            print(f"  {line}", flush=True)
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) if len(sys.argv) > 1 else __doc__)
