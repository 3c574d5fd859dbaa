#!/usr/bin/env python3
"""lengths.py PAGE.html[:WORDS[:PAGES]]...: how long pages are and how they break. Exit status 0 = nothing to complain of.

Words: those that are seen while all that folds is shut, at most WORDS. Pages: of A4 before the appendix, at most PAGES.
Breaks: no heading at the foot of a page of A4 or Letter, no word broken where it has no hyphen, and no table or column
cut or hidden at 320, 390 and 1200 pixels and on both papers.
"""
import base64, io, sys
from pathlib import Path
import pdfplumber
from browser import address, emulate, open_browser

WORDS = """let text = '', node;
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while ((node = walk.nextNode())) {
  const parent = node.parentElement, range = document.createRange();
  range.selectNodeContents(node);
  if (parent && !parent.closest('.hide, .skip, svg') && parent.checkVisibility({contentVisibilityAuto: true,
    visibilityProperty: true}) && range.getClientRects().length) text += ' ' + node.data;
}
return (text.match(/[\\p{L}\\p{N}]+(?:[’'.,:-][\\p{L}\\p{N}]+)*/gu) || []).length"""
# A word whose letters stand on two lines, and a box that hides a part of what it holds.
BROKEN = """const isReadAloudOnly = head => head && getComputedStyle(head).position === 'absolute';
const found = new Set(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
let node;
while ((node = walk.nextNode())) {
  const parent = node.parentElement;
  if (!parent || parent.closest('.hide, .skip, a[href^="http"], svg') || !parent.checkVisibility()) continue;
  if (isReadAloudOnly(parent.closest('thead'))) continue;
  for (const word of node.data.matchAll(/[\\p{L}\\p{N}]{2,}/gu)) {
    if (word[0].length > 40) continue;
    const range = document.createRange();
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].length);
    const tops = new Set([...range.getClientRects()].filter(r => r.width > 1).map(r => Math.round(r.top)));
    if (tops.size > 1) found.add('broken: ' + word[0]);
  }
}
for (const box of document.querySelectorAll('main *, header *')) {
  if (!box.checkVisibility() || box.closest('svg, .hide, .skip') || isReadAloudOnly(box.closest('thead'))) continue;
  const style = getComputedStyle(box);
  if (style.overflowX !== 'visible' && box.scrollWidth > box.clientWidth + 1)
    found.add('cut: ' + (box.getAttribute('aria-label') || box.className || box.localName));
}
return [...found].slice(0, 8)"""
SHOWN = "document.querySelectorAll('details').forEach(d => d.open = true)"
VIEWS = {"320 px": (320, 700), "390 px": (390, 844, "light", True), "1200 px": (1200, 900),
         "A4": (680, 960, "light", False, "print"), "Letter": (702, 900, "light", False, "print")}
PAPERS = {"A4": (8.27, 11.69), "Letter": (8.5, 11.0)}


def printed(browser, page, paper, without=""):
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    browser.get(address(page))
    if without:
        browser.execute_script(f"document.querySelectorAll('{without}').forEach(e => e.remove())")
    width, height = PAPERS[paper]
    data = browser.execute_cdp_cmd("Page.printToPDF", {
        "paperWidth": width, "paperHeight": height, "printBackground": True})["data"]
    return pdfplumber.open(io.BytesIO(base64.b64decode(data)))


def orphans(pdf):
    """Headings that are the last thing on a page."""
    for number, page in enumerate(pdf.pages, 1):
        lines = page.extract_text_lines(return_chars=True)
        if not lines or number == len(pdf.pages):
            continue
        last = max(lines, key=lambda line: line["bottom"])
        letters = [c for c in last["chars"] if c["text"].strip()]
        if letters and all("Bold" in c["fontname"] and c["size"] >= 9.4 for c in letters):
            yield f"page {number} ends in the heading '{last['text'][:60]}'"


def complaints(browser, page, most_words, most_pages):
    emulate(browser, 1200, 900)
    browser.get(address(page))
    words = browser.execute_script(WORDS)
    pages = len(printed(browser, page, "A4", ".appendix, footer").pages)
    print(f"{Path(page).name}: {words} words, {pages} A4 pages before the appendix", flush=True)
    if most_words and words > most_words:
        yield f"more than {most_words} words"
    if most_pages and pages > most_pages:
        yield f"more than {most_pages} pages"
    for paper in PAPERS:
        yield from (f"{paper}: {line}" for line in orphans(printed(browser, page, paper)))
    for name, view in VIEWS.items():
        emulate(browser, *view)
        browser.get(address(page))
        browser.execute_script(SHOWN)
        yield from (f"{name}: {line}" for line in browser.execute_script(BROKEN))


def main(arguments):
    browser, bad = open_browser(), 0
    try:
        for argument in arguments:
            page, words, pages = (argument.split(":") + ["", ""])[:3]
            for line in complaints(browser, page, int(words or 0), int(pages or 0)):
                bad += 1
                print(f"  {line}", flush=True)
    finally:
        browser.quit()
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) if len(sys.argv) > 1 else __doc__)
