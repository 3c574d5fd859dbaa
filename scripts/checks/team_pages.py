#!/usr/bin/env python3
"""team_pages.py PAGE.html...: looks whether reports for an employer can be read. Exit status 0 = nothing to complain of.

At 320, 390 and 1200 pixels, and on A4 and Letter upright and across: no table is wider than its place, no word is broken
into two lines that has no hyphen, no heading stands last on a page, and no page is nearly empty.
"""
import base64, io, re, sys
from pathlib import Path
from pypdf import PdfReader
from browser import address, emulate, open_browser

SCREENS = [(320, 700), (390, 844), (1200, 900)]
PAPERS = {"A4": (8.27, 11.69), "A4 across": (11.69, 8.27), "Letter": (8.5, 11.0), "Letter across": (11.0, 8.5)}
# As wide as the paper is between its margins, in pixels.
PRINTED = {"A4": 680, "A4 across": 1008, "Letter": 702, "Letter across": 942}

CUT = """const wide = document.documentElement.clientWidth, found = [];
for (const e of document.querySelectorAll('table, th, td, h1, h2, h3, h4, p, li')) {
  const box = e.getBoundingClientRect();
  if (box.width === 0 || e.closest('.skip, .quiet, thead') && getComputedStyle(e.closest('thead') ?? e).position === 'absolute') continue;
  if (box.right > wide + 1 || box.left < -1) found.push(e.localName + ' is cut: ' + e.textContent.trim().slice(0, 40));
}
for (const e of document.querySelectorAll('*')) {
  if (e.scrollWidth > e.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(e).overflowX))
    found.push(e.localName + ' has to be scrolled: ' + e.textContent.trim().slice(0, 40));
}
return found"""
# The boxes of a word on two lines; names so long that a narrow column has to break them are marked.
BROKEN = """const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
while (walk.nextNode()) {
  const node = walk.currentNode, parent = node.parentElement;
  const head = parent?.closest('thead');
  if (head && getComputedStyle(head).position === 'absolute') continue;  // read aloud only
  if (!parent || parent.closest('.long, style, .quiet, .skip, footer, code, details:not([open]) > :not(summary)')) continue;
  for (const word of node.data.matchAll(/[\\p{L}\\p{N}]{2,}/gu)) {
    range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length);
    const lines = new Set([...range.getClientRects()].filter(r => r.width > 0).map(r => Math.round(r.top)));
    if (lines.size > 1 && [...lines].some(a => [...lines].some(b => Math.abs(a - b) > 4))) found.push('broken word: ' + word[0] + ' in ' + parent.localName);
  }
}
return found"""
HEADINGS = """return [...document.querySelectorAll('h1, h2, h3, h4, details:not(.folded) > summary')].filter(e => e.offsetParent)
  .map(e => e.innerText.trim())"""


def looks(browser, page):
    for name, (width, height) in [(f"{w} px", (w, h)) for w, h in SCREENS] + [(p, (w, 1000)) for p, w in PRINTED.items()]:
        emulate(browser, width, height, mobile=width < 500, media="print" if name in PAPERS else "")
        browser.get(address(page))
        if name not in PAPERS:
            browser.execute_script("document.querySelectorAll('details').forEach(d => d.open = true)")
        yield from (f"{name}: {found}" for found in browser.execute_script(CUT) + browser.execute_script(BROKEN))


def prints(browser, page):
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    browser.get(address(page))
    headings = {squeezed(h) for h in browser.execute_script(HEADINGS)}
    for paper, (width, height) in PAPERS.items():
        printed = browser.execute_cdp_cmd("Page.printToPDF", {
            "paperWidth": width, "paperHeight": height, "printBackground": True, "generateTaggedPDF": True})
        pages = PdfReader(io.BytesIO(base64.b64decode(printed["data"]))).pages
        for number, sheet in enumerate(pages, 1):
            lines = [line for line in sheet.extract_text().split("\n") if line.strip()]
            tails = {squeezed("".join(lines[-n:])) for n in (1, 2, 3)}
            if number < len(pages) and tails & headings:
                yield f"{paper}: page {number} ends with the heading '{lines[-1].strip()}'"
            if number < len(pages) and len(lines) < 4:
                yield f"{paper}: page {number} is nearly empty"


def squeezed(text):
    return re.sub(r"\W", "", text)


def main(pages):
    browser, bad = open_browser(), 0
    try:
        for page in pages:
            found = list(dict.fromkeys([*looks(browser, page), *prints(browser, page)]))
            bad += len(found)
            print(f"{Path(page).name}, as pages of teams: {'nothing found' if not found else ''}", flush=True)
            for line in found[:40]:
                print(f"  {line}")
    finally:
        browser.quit()
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) if len(sys.argv) > 1 else __doc__)
