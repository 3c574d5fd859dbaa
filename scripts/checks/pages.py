#!/usr/bin/env python3
"""pages.py PAGE.html...: looks at reports in a browser. Exit status 0 = nothing to complain of.

Accessibility: axe in light, dark, phone and print, with everything unfolded, WCAG 2.0 to 2.2 A and AA and best practice.
Form: no request, no script, no handler, no style attribute, a strict policy, no message on the console, nothing wider than
the window at 320, 390, 600 and 1200 pixels or on A4 and Letter, a tagged PDF on white paper.
"""
import base64, sys
from pathlib import Path
import axe_playwright_python
from browser import address, emulate, open_browser, requests_seen

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
RUN = """const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
  'best-practice']}, resultTypes: ['violations']}).then(r => done(r.violations), e => done([{id: 'axe', help: '' + e,
  nodes: []}]))"""
WIDE = """const width = document.documentElement.clientWidth;
return document.documentElement.scrollWidth > width ? [document.documentElement.scrollWidth, width] : null"""
LIVE = """const found = [];
for (const e of document.querySelectorAll('*')) {
  if (e.localName === 'script') found.push('a script');
  for (const a of e.attributes) {
    if (/^on/i.test(a.name) || a.name === 'style') found.push(e.localName + ' with ' + a.name);
    if (/^(href|src|xlink:href|action)$/i.test(a.name) && /^\\s*javascript:/i.test(a.value)) found.push('a script link');
  }
}
const policy = document.querySelector('meta[http-equiv="Content-Security-Policy" i]')?.content ?? '';
if (!/default-src 'none'/.test(policy) || /unsafe-/.test(policy)) found.push('a weak policy: ' + policy);
return [...new Set(found)]"""

AXE_VIEWS = {"light": (1200, 900, "light"), "dark": (1200, 900, "dark"), "phone": (390, 844, "light", True),
             "print": (800, 1100, "light", False, "print")}
FORM_VIEWS = [(320, 700), (390, 844, "light", True), (600, 450), (1200, 900), (1200, 900, "dark", False, "", "active"),
              (680, 960, "light", False, "print"), (702, 900, "light", False, "print")]
PAPERS = {"A4": (8.27, 11.69), "Letter": (8.5, 11.0)}


def axe(browser, page):
    for name, view in AXE_VIEWS.items():
        emulate(browser, *view)
        browser.get(address(page))
        browser.execute_script("document.querySelectorAll('details').forEach(d => d.open = true)")
        browser.execute_script(AXE)
        for violation in browser.execute_async_script(RUN):
            node = violation["nodes"][0]["html"][:140] if violation["nodes"] else ""
            yield f"{name}: {violation['id']}: {violation['help']} {node}"


def form(browser, page):
    requests_seen(browser), browser.get_log("browser")  # of the page before
    for view in FORM_VIEWS:
        emulate(browser, *view)
        browser.get(address(page))
        if wide := browser.execute_script(WIDE):
            yield f"{wide[0]} px wide in {wide[1]} px{' on paper' if 'print' in view else ''}"
    yield from browser.execute_script(LIVE)
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    dark = [{"name": "prefers-color-scheme", "value": "dark"}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": dark})
    for paper, (width, height) in PAPERS.items():
        printed = browser.execute_cdp_cmd("Page.printToPDF", {
            "paperWidth": width, "paperHeight": height, "printBackground": True, "generateTaggedPDF": True})
        if b"/StructTreeRoot" not in base64.b64decode(printed["data"]):
            yield f"{paper}: the PDF is not tagged"
    asked = [u for u in requests_seen(browser) if not u.startswith(("data:", "about:", "chrome", "devtools"))
             and u.split("#")[0] != address(page)]
    yield from (f"asks for {u}" for u in sorted(set(asked)))
    yield from (f"console: {m['message'][:160]}" for m in browser.get_log("browser")
                if m["level"] in ("SEVERE", "WARNING"))


def main(pages):
    browser, bad = open_browser(), 0
    try:
        browser.execute_cdp_cmd("Network.enable", {})
        for page in pages:
            found = list(dict.fromkeys([*form(browser, page), *axe(browser, page)]))
            bad += len(found)
            print(f"{Path(page).name}: {'nothing found' if not found else ''}", flush=True)
            for line in found:
                print(f"  {line}")
    finally:
        browser.quit()
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) if len(sys.argv) > 1 else __doc__)
