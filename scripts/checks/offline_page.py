#!/usr/bin/env python3
"""offline_page.py PAGE PROGRAM FOLDER: goes through the offline page in a browser, as people do. Exit status 0 = all is well.

By keyboard alone, on a telephone, with going back, with a reload in the middle, with a warning sign, on paper, without storage;
what is saved is read by PROGRAM. Each screen is looked at by axe, at 320 and 390 pixels, in the dark and in forced colours, and
is left in FOLDER for the HTML checker. No request, no message on the console.
"""
import base64, csv, io, json, subprocess, sys, tempfile, time
from pathlib import Path
from pypdf import PdfReader
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from browser import address, emulate, open_browser, requests_seen
from pages import AXE, RUN, WIDE

VIEWS = {"light": (1200, 900, "light"), "dark": (1200, 900, "dark"), "phone": (390, 844, "light", True),
         "narrow": (320, 640, "dark", True), "forced": (390, 844, "light", True, "", "active")}
SMALL = """return [...document.querySelectorAll('main button, main .option label, main input[type=text]')]
  .filter(e => e.getClientRects().length && Math.min(e.getBoundingClientRect().height, e.getBoundingClientRect().width) < 44)
  .map(e => e.outerHTML.slice(0, 80))"""


class Page:
    def __init__(self, browser, page, screens):
        self.browser, self.page, self.screens, self.found = browser, page, screens, []
        self.looked = set()

    def open(self, forget=True):
        self.browser.get(address(self.page))
        if forget:
            self.run("localStorage.clear()")
            self.browser.get(address(self.page))

    def run(self, script, *arguments): return self.browser.execute_script(script, *arguments)
    @property
    def screen(self): return self.run("return document.getElementById('screen').dataset.screen")
    @property
    def question(self): return self.run("return document.getElementById('screen').dataset.question")
    @property
    def text(self): return self.run("return document.getElementById('screen').innerText")
    @property
    def kept(self): return self.run("return JSON.parse(localStorage.getItem(Object.keys(localStorage)[0]))")

    def expect(self, isSo, what):
        if not isSo:
            self.found.append(what)

    def press(self, what): self.run("document.querySelector(`main [data-do=\"${arguments[0]}\"]`).click()", what)
    def submit(self): self.run("document.querySelector('main form').requestSubmit()")

    def answer(self, value):
        """An option by its id, or something typed; nothing = skipped."""
        if value is None:
            return self.press("skip")
        self.run("""const typed = document.getElementById('typed'), value = arguments[0];
          if (typed && value !== '-') typed.value = value;
          else for (const id of value.split(';')) document.querySelector(`main form input[value="${id}"]`).click()""", value)
        self.submit()

    def answer_all(self, answers, until=None):
        """Goes on to a question, or to the end; of what is not in `answers` the first option is taken."""
        while self.screen in ("question", "cards") and self.question != until:
            if self.screen == "cards":
                self.press("go-on")
            else:
                self.answer(answers.get(self.question, self.usual))

    @property
    def usual(self):
        return self.run("""const typed = document.getElementById('typed');
          if (typed && typed.inputMode === 'decimal') return '-';
          if (typed) return 'a few words';
          const alone = document.querySelector('main [data-alone]:not([value="-"])');
          return (alone ?? document.querySelector('main form input')).value""")

    def look(self, name):
        """Axe, width, size of targets; keeps the screen as it is for the HTML checker."""
        if name in self.looked:
            return
        self.looked.add(name)
        self.screens.mkdir(exist_ok=True)
        html = self.run("""const page = document.documentElement.cloneNode(true);
          for (const part of page.querySelectorAll('template, script')) part.remove();
          return '<!DOCTYPE html>' + page.outerHTML""")
        (self.screens / f"{name}.html").write_text(html)
        self.run(AXE)
        for view, settings in VIEWS.items():
            emulate(self.browser, *settings)
            wide = self.run(WIDE)
            self.expect(not wide, f"{name}, {view}: {wide} px wide")
            self.expect(not (small := self.run(SMALL)), f"{name}, {view}: small targets {small[:2]}")
            if view != "forced":
                for violation in self.browser.execute_async_script(RUN):
                    node = violation["nodes"][0]["html"][:140] if violation["nodes"] else ""
                    self.found.append(f"{name}, {view}: {violation['id']}: {violation['help']} {node}")
        emulate(self.browser, 390, 844, "light", True)

    def keys(self, *keys):
        chain = ActionChains(self.browser, duration=0)
        for key in keys:
            chain.send_keys(key)
        chain.perform()

    def paper(self):
        printed = self.browser.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69,
                                                                   "generateTaggedPDF": True})
        data = base64.b64decode(printed["data"])
        self.expect(b"/StructTreeRoot" in data, "the printed copy is not tagged")
        return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split())


def by_keyboard(page):
    """The whole interview with Tab, Space, arrows and Enter."""
    page.open()
    page.keys(Keys.TAB, "Support", Keys.TAB, "Leeds", Keys.ENTER)
    page.expect(page.kept["kept"] == {"team": "Support", "site": "Leeds"}, f"by keyboard: kept {page.kept['kept']}")
    steps = 0
    while page.screen == "question" and steps < 200:
        steps += 1
        before = page.question
        alone = page.run("""const inputs = [...document.querySelectorAll('main form input')];
          return inputs.findIndex(input => input.dataset.alone && input.value !== '-')""")
        if alone >= 0:
            page.keys(*[Keys.TAB] * (alone + 1), Keys.SPACE, Keys.ENTER)
        elif page.run("return !!document.getElementById('typed')"):
            low = page.run("""return document.getElementById('typed').inputMode !== 'decimal' ? 'words'
              : document.getElementById('range').textContent.match(/[0-9.]+/)[0]""")
            page.keys(Keys.TAB, low, Keys.ENTER)
        else:
            page.keys(Keys.TAB, Keys.SPACE, Keys.ARROW_DOWN, Keys.ENTER)
        if page.screen == "question" and page.question == before:
            return page.found.append(f"by keyboard: no way on from {before}")
    page.expect(page.screen == "review", f"by keyboard: ends at {page.screen}")
    page.look("review")
    count = page.run("return document.querySelectorAll('main .do button').length")
    page.keys(*[Keys.TAB] * (count + 1), Keys.ENTER)
    page.expect(page.screen == "finish", f"by keyboard: after the answers comes {page.screen}")
    page.look("finish")
    return steps


def back_and_change(page):
    page.open()
    page.look("start")
    page.submit()
    page.look("several-options")
    page.submit()
    page.expect("Choose an answer" in page.text, "nothing chosen is not said")
    page.run("""for (const id of ['both_legs', 'none_of_these']) document.querySelector(`input[value=${id}]`).click()""")
    chosen = page.run("return [...document.querySelectorAll('main input:checked')].map(i => i.value)")
    page.expect(chosen == ["none_of_these"], f"what stands alone stands with others: {chosen}")
    page.submit()
    page.answer("yes")
    page.expect(page.question == "urgent_signs", f"pain asks {page.question}")
    page.press("back")
    page.expect(page.question == "has_pain" and page.run("return document.querySelector('input[value=yes]').checked"),
                "going back does not show the answer")
    page.look("one-option")
    page.answer("no")
    page.expect(page.question == "work_place", f"no pain asks {page.question}")
    page.answer_all({"can_measure": "seat;knee;desk;elbow", "seat_type": "office_chair"}, until="seat_height")
    for typed, words in ("200", "out of range"), ("tall", "not a number"), ("17.36 h", "unit of something else"):
        page.run("document.getElementById('typed').value = arguments[0]", typed)
        page.submit()
        page.expect(words in page.text, f"'{typed}' is not said to be {words}: {page.text}")
    page.look("number-mistake")
    page.run("document.getElementById('typed').value = '47'; document.querySelector('input[value=in]').click()")
    typed = page.run("return document.getElementById('typed').value")
    page.expect(typed == "18.5", f"47 cm is {typed} in")
    page.look("number")
    page.submit()
    page.expect(page.kept["interview"]["answers"]["seat_height"] == {"number": 470}, "47 cm is not 470 mm")
    unit = page.run("return document.querySelector('input[name=unit]:checked').value")
    page.expect(page.question == "knee_height" and unit == "in", f"the unit is not kept: {unit} at {page.question}")
    page.answer("17.5")
    page.expect(page.kept["interview"]["answers"]["knee_height"] == {"number": 445}, "17.5 in is not 445 mm")
    page.answer_all({"computer": "laptop_bare"})
    page.run("""[...document.querySelectorAll('main .do button')].find(b => /Kind of seat/.test(b.ariaLabel)).click()""")
    page.expect(page.question == "seat_type", f"changing the seat asks {page.question}")
    page.answer("wheelchair")
    page.expect(page.screen == "review" and "Seat height" not in page.text, "a question that does not apply any more stays")


def reload_in_the_middle(page):
    page.open()
    page.submit()
    page.answer_all({"work_place": "home"}, until="seat_type")
    before = page.kept["interview"]
    page.browser.refresh()
    page.expect("answers from before" in page.text, "answers of before are not told of")
    page.look("start-again")
    page.press("resume")
    page.expect(page.question == "seat_type", f"goes on at {page.question}")
    page.answer("stool")
    after = page.kept["interview"]["answers"]
    page.expect(before["answers"].items() <= after.items(), "an answer was lost")
    page.browser.refresh()
    page.press("restart")
    page.expect(page.run("return localStorage.length") == 0 and page.screen == "start", "starting over leaves answers behind")
    page.run("localStorage.setItem('x', '1'); for (const key of Object.keys(localStorage)) localStorage.setItem(key, '{')")
    page.open(forget=False)
    page.expect(page.screen == "start", "damaged storage stops the page")
    page.submit()
    page.answer("none_of_these")
    page.run("""document.getElementById('forget').click(); document.getElementById('forget-now').click()""")
    page.expect(page.screen == "start" and not page.run("return Object.keys(localStorage).some(k => /^sitwell/.test(k))"),
                "answers are not deleted")


def emergency(page):
    page.open()
    page.submit()
    page.answer("saddle_numbness")
    page.expect(page.screen == "cards" and "emergency department" in page.text and "112" in page.text,
                f"no card at once: {page.text[:80]}")
    page.look("emergency")
    page.browser.refresh()
    page.press("resume")
    page.expect(page.screen == "cards", "a reload passes the card by")
    page.keys(Keys.TAB, Keys.ENTER)
    page.expect(page.screen == "stopped", f"stopping leads to {page.screen}")
    page.look("stopped")
    page.expect("emergency department" in page.paper(), "the card is not on paper")
    page.press("go-on")
    page.answer("yes")
    page.answer("fever_infection")
    page.expect(page.screen == "cards" and "Worth knowing" in page.text, "no urgent card")
    page.look("urgent")
    page.press("go-on")
    page.press("back")
    page.press("back")
    page.answer("no")
    page.expect("Signs to show" not in page.text and any(
        "fever" in card for card in page.run("return [...document.querySelectorAll('[data-card]')].map(c => c.dataset.card)"))
        or page.screen == "question", "a sign that was given is lost")
    page.answer_all({})
    page.press("finish")
    for word in ("score", "exercise", "points"):
        page.expect(word not in page.text.split("Give them")[1].lower(), f"an emergency ends with '{word}'")
    page.expect("emergency department" in page.text and "Worth knowing" not in page.text, "the end has not the card alone")
    page.look("finish-emergency")


def without_storage(page):
    hidden = page.browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {
        "source": "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('none', 'SecurityError'); }})"})
    page.browser.get(address(page.page))
    page.submit()
    page.answer_all({})
    page.expect(page.screen == "review", f"without storage the page stops at {page.screen}")
    page.expect("keeps nothing" in page.run("return document.getElementById('foot').innerText"), "no word that nothing is kept")
    page.browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", hidden)


def saved(page, program):
    """Five people, their files in a folder, read by the program."""
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        page.browser.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
        for place in range(5):
            page.open()
            page.run("const inputs = document.querySelectorAll('main .kept input'); [inputs[0].value, inputs[1].value] = arguments",
                     ["Support", "Sales"][place % 2], '=cmd|"a"')
            page.submit()
            page.answer_all({"has_pain": "yes", "seat_type": ["stool", "office_chair", "-"][place % 3], "sitting_time": "7-8"})
            page.press("finish")
            page.press("save-row")
        page.press("save-answers")
        deadline = time.time() + 10
        while len([*folder.glob("*.csv"), *folder.glob("*.json")]) < 6 and time.time() < deadline:
            time.sleep(.05)
        rows = sorted(folder.glob("*.csv"))
        page.expect(len(rows) == 5, f"{len(rows)} of 5 files are there")
        printed = page.paper()
        page.expect("7 to 8 h" in printed and "Support" in printed, "the answers are not on paper")
        (folder / "answers").mkdir()
        for row in rows:
            row.rename(folder / "answers" / row.name)
        rows = sorted((folder / "answers").glob("*.csv"))
        told = subprocess.run([program, "score", folder / "answers", "--keep", "team", "--keep", "site", "-o", "-"],
                              capture_output=True, text=True)
        page.expect(len(told.stderr.splitlines()) < 5, f"five files are told of one by one: {told.stderr}")
        page.expect(told.returncode == 0 and "rows 5 = scored 5" in told.stderr, f"score says: {told.stderr}")
        results = [*csv.DictReader(io.StringIO(told.stdout, newline=""))]
        page.expect(sorted(row["team"] for row in results) == ["Sales"] * 2 + ["Support"] * 3, "teams are lost")
        page.expect(all(row["site"] == "'=cmd|\"a\"" for row in results), "a formula is not held off")
        page.expect("has_pain" not in rows[0].read_text(), "answers about health are in the row")
        own = subprocess.run([program, "assess", "--answers", folder / "answers.json", "-o", folder / "own"],
                             capture_output=True, text=True)
        page.expect(own.returncode == 0, f"assess says: {own.stderr}")
        answers = json.loads((folder / "own/answers.json").read_text())
        page.expect(answers == json.loads((folder / "answers.json").read_text()), "answers.json reads back as something else")


def main(page, program, screens):
    browser = open_browser()
    looked = Page(browser, page, Path(screens))
    try:
        browser.execute_cdp_cmd("Network.enable", {})
        emulate(browser, 390, 844, "light", True)
        requests_seen(browser), browser.get_log("browser")
        steps = by_keyboard(looked)
        for journey in back_and_change, reload_in_the_middle, emergency, without_storage:
            journey(looked)
        saved(looked, program)
        asked = [u for u in requests_seen(browser) if not u.startswith(("data:", "about:", "chrome", "devtools", "blob:"))
                 and u.split("#")[0] != address(page)]
        looked.found += [f"asks for {u}" for u in sorted(set(asked))]
        looked.found += [f"console: {m['message'][:160]}" for m in browser.get_log("browser")
                         if m["level"] in ("SEVERE", "WARNING")]
    finally:
        browser.quit()
    print(f"{Path(page).name}: {steps} questions by keyboard, {len(looked.looked)} screens looked at, "
          f"{Path(page).stat().st_size // 1024} KB: {len(looked.found) or 'nothing'} found")
    for line in dict.fromkeys(looked.found):
        print(f"  {line}")
    return bool(looked.found)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) == 4 else __doc__)
