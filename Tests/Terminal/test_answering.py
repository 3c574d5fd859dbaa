import json
import re
import stat
import time
import unittest

from interview import CLEAR, DOWN, ENTER, LEFT, ROOT, SPACE, UP, InterviewTest, in_both_modes

WHOLE = {
    "seat_type": "office_chair", "support": "none", "sitting_time": "6", "seat_height": "50", "knee_height": "45",
    "habits": ["cross_legs", "lean"], "has_pain": "no", "remark": "fine"}
LINES = ["1", "Nothing", "6", "50 cm", "450 mm", "1 2", "no", "fine"]


class Answering(InterviewTest):
    def answers(self):
        return json.loads((self.folder / "report/answers.json").read_text())

    @in_both_modes
    def test_whole_interview(self, *mode):
        terminal = self.start(*mode)
        for number, line in enumerate(LINES, start=1):
            terminal.see_question(number)
            terminal.enter(line)
        terminal.see("Your answers")
        self.assertEqual(stat.S_IMODE(self.saved.stat().st_mode), 0o600)
        self.assertEqual(stat.S_IMODE(self.saved.parent.stat().st_mode), 0o700)
        terminal.enter("")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.answers(), WHOLE)
        self.assertIn("Your report:", terminal.text)
        self.assertFalse(self.saved.exists(), "answers stay behind after the report is written")

    def test_arrow_keys_and_space(self):
        terminal = self.start()
        terminal.see_question(1)
        terminal.press(DOWN, UP, ENTER)
        terminal.see_question(2)
        terminal.press(DOWN)
        terminal.see("> 2  Nothing")
        terminal.press(ENTER)
        for number, line in ((3, "6 h"), (4, "50"), (5, "45")):
            terminal.see_question(number)
            terminal.enter(line)
        terminal.see_question(6)
        terminal.press(SPACE, DOWN, SPACE)
        terminal.see("[x] Lean to one side")
        terminal.press(ENTER)
        terminal.see_question(7)
        terminal.press(DOWN, ENTER)
        terminal.see_question(8)
        terminal.enter("fine")
        terminal.see("Your answers")
        terminal.press(ENTER)
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.answers(), WHOLE)

    @in_both_modes
    def test_back(self, *mode):
        terminal = self.start(*mode)
        terminal.see_question(1)
        terminal.enter("b")
        terminal.see("nothing to go back to")
        terminal.press(CLEAR)
        terminal.enter("stool")
        terminal.see_question(2)
        terminal.enter("99 h")
        terminal.see("'99 h' is out of range.")
        terminal.press(CLEAR)
        terminal.enter("b")
        terminal.see_question(1)
        terminal.enter("1")
        terminal.see_question(2)
        terminal.see("What supports the small of your back?")

    def test_what_is_done_with_is_said_once(self):
        terminal = self.start(rows=40)
        for number, line in enumerate(LINES, start=1):
            terminal.see_question(number)
            terminal.enter(line)
        for keys in (["2", "Nothing"], ["3", "7"]):
            terminal.see("Your answers")
            terminal.enter(keys[0])
            terminal.see("Your answer so far" if keys[0] == "3" else "What supports")
            terminal.enter(keys[1])
        terminal.see("3  Sitting: 7 h")
        terminal.enter("")
        self.assertEqual(terminal.end(), 0)
        lines = [line for line in terminal.lines if line.strip()]
        self.assertEqual([line for line in lines if line.startswith("Support: ")], ["Support: Nothing"])
        self.assertEqual([line for line in lines if line.startswith("Sitting: ")], ["Sitting: 6 h", "Sitting: 7 h (changed)"])
        self.assertEqual(len(lines), len(set(lines)), "a line was said twice")

    def test_back_with_an_arrow_key(self):
        terminal = self.start()
        terminal.see_question(1)
        terminal.press(ENTER)
        terminal.see_question(2)
        terminal.press(LEFT)
        terminal.see_question(1)

    @in_both_modes
    def test_mistake_keeps_what_was_typed(self, *mode):
        terminal = self.start(*mode)
        terminal.see_question(1)
        terminal.enter("hammock")
        terminal.see("'hammock' is not one of the answers.")
        terminal.see("> hammock")

    @in_both_modes
    def test_why_skip_and_stop(self, *mode):
        terminal = self.start(*mode)
        terminal.see_question(1)
        terminal.enter("?")
        terminal.see("Advice depends on it.")
        terminal.enter("s")
        terminal.see("Skipped. What depends on it stays open")
        terminal.see("What supports the small of your back?")
        terminal.enter("2")
        terminal.see("How many hours a day do you sit?")
        terminal.enter("q")
        self.assertEqual(terminal.end(), 0)
        self.assertIn("Your 1 answer is kept in", terminal.text)
        self.assertFalse((self.folder / "report").exists())

    @in_both_modes
    def test_change_one_answer(self, *mode):
        terminal = self.start(*mode)
        for number, line in enumerate(["2", "6", "50", "45", "3", "no", "fine"], start=1):
            terminal.see_question(number)
            terminal.enter(line)
        terminal.see("Your answers")
        terminal.enter("9")
        terminal.see('There is no line "9".')
        terminal.press(CLEAR)
        terminal.enter("1")
        terminal.see("What do you sit on?")
        terminal.see_question(7)
        terminal.enter("1")
        terminal.see("What supports the small of your back?")
        terminal.enter("2")
        terminal.see("2  Support: Nothing")
        terminal.enter("")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.answers(), {**WHOLE, "habits": ["none_of_these"]})

    @in_both_modes
    def test_live(self, *mode):
        terminal = self.start("--live", *mode)
        for number, line in enumerate(LINES, start=1):
            terminal.see_question(number)
            terminal.enter(line)
        terminal.see("So far this stands out:")

    def test_plain_is_append_only(self):
        for arguments, environment in ((["--accessible"], {}), ([], {"ACCESSIBLE": "1"}), ([], {"TERM": "dumb"})):
            with self.subTest(arguments=arguments, environment=environment):
                self.clear()
                terminal = self.start(*arguments, **environment)
                terminal.see_question(1)
                terminal.enter("1")
                terminal.see_question(2)
                self.assertNotIn(b"\x1b", terminal.output)
                self.assertNotIn("·", terminal.text)

    def test_colours(self):
        for arguments, environment, is_coloured in (
            ([], {}, True), ([], {"NO_COLOR": "1"}, False), (["--color", "never"], {"CLICOLOR_FORCE": "1"}, False),
            (["--color", "always"], {"NO_COLOR": "1"}, True), ([], {"CLICOLOR": "0"}, False),
            ([], {"CLICOLOR": "0", "CLICOLOR_FORCE": "1"}, True)):
            with self.subTest(arguments=arguments, environment=environment):
                self.clear()
                terminal = self.start(*arguments, **environment)
                terminal.see_question(1)
                codes = set(re.findall(rb"\x1b\[([0-9;]*)m", terminal.output))
                self.assertEqual(bool(codes), is_coloured)
                self.assertLessEqual({int(code) for code in codes}, {0, 1, 2, *range(30, 38), *range(90, 98)})

    def test_screens_from_40_to_200_columns(self):
        for columns in (40, 80, 120, 200):
            with self.subTest(columns=columns):
                self.clear()
                terminal = self.start(columns=columns, rows=16)
                terminal.see_question(1)
                terminal.enter("1")
                terminal.see_question(2)
                longest = max(len(line) for line in terminal.lines)
                self.assertLess(longest, min(columns, 101))
                self.assertEqual(terminal.text.count("Question"), 1, "the first question is still on the screen")

    def test_drawing(self):
        pack = self.pack(questions=('id="knee_height" kind', 'id="knee_height" figure="measure-popliteal-height.svg" kind'))
        terminal = self.start(pack=pack)
        for number, line in enumerate(["2", "6", "50"], start=1):
            terminal.see_question(number)
            terminal.enter(line)
        terminal.see("back of the knee . . .")

    def paste(self, text):
        terminal = self.start()
        for number, line in enumerate(LINES[:-1], start=1):
            terminal.see_question(number)
            terminal.enter(line)
        terminal.see_question(len(LINES))
        start = time.monotonic()
        terminal.press(text)
        return terminal, start

    def test_paste_is_one_answer_and_quick(self):
        text = "pasted words " * 770
        times = []
        for before, behind in (("\x1b[200~", "\x1b[201~"), ("", "")):
            with self.subTest(marked=bool(before)):
                self.clear()
                terminal, start = self.paste(before + text.replace("pasted words", "pasted\rwords" if before else "pasted words") + behind)
                terminal.see("pasted words pasted words")
                terminal.press("end")
                terminal.see("words end")
                times.append(time.monotonic() - start)
                terminal.press(ENTER)
                terminal.see("Your answers")
                terminal.enter("")
                self.assertEqual(terminal.end(), 0)
                self.assertEqual(self.answers()["remark"], text + "end")
        self.assertLess(min(times), 1)

    def test_interrupt_in_a_paste(self):
        terminal, start = self.paste("\x1b[200~" + "x" * 10_000)
        terminal.press("\x03")
        self.assertEqual(terminal.end(), 130)
        self.assertLess(time.monotonic() - start, 5)
        self.assertIn("answers are kept in", terminal.text)

    def test_resize_keeps_the_care_card(self):
        pack = self.pack_with_emergency()
        terminal = self.start(pack=pack)
        for number, line in enumerate(LINES[:-2], start=1):
            terminal.see_question(number)
            terminal.enter(line)
        terminal.see_question(len(LINES) - 1)
        terminal.enter("yes")
        terminal.see("Please read this now")
        for columns, rows in ((60, 24), (100, 30)):
            terminal.resize(columns, rows)
            terminal.see("Please read this now")
            terminal.see("> 2  ")

    def test_resize(self):
        terminal = self.start()
        terminal.see_question(1)
        terminal.press("st")
        terminal.see("> st")
        for columns, rows in ((40, 10), (120, 30), (60, 8)):
            terminal.resize(columns, rows)
            terminal.see("> st")
            terminal.wait(lambda: terminal.text.count("What do you sit on?") == 1, "one drawing")
            terminal.see("> 2  A stool")
        terminal.press("ool", ENTER)
        terminal.see_question(2)

    def test_wide_and_hostile_text(self):
        pack = self.pack(questions=("A stool<", "日本の椅子 e\u0301\u202e\u200b &#x9B;31m<"))
        terminal = self.start(pack=pack, columns=40)
        terminal.see_question(1)
        terminal.press("日本")
        terminal.wait(lambda: "日本" in terminal.typing_line.replace(" ", ""), "typed text")
        terminal.press(CLEAR, "a", "\x7f", "\u202e")
        shown = terminal.output.decode()
        self.assertNotRegex(shown, "[\u202e\u200b\u009b]")


class CareCards(InterviewTest):
    @in_both_modes
    def test_emergency_at_once(self, *mode):
        pack = self.pack_with_emergency()
        for choice, stops in (("2", True), ("1", False)):
            with self.subTest(choice=choice):
                terminal = self.start("--start-over", "--force", *mode, pack=pack)
                for number, line in enumerate(["2", "6", "50", "45", "3", "yes"], start=1):
                    terminal.see_question(number)
                    terminal.enter(line)
                terminal.see("Please read this now: Ask someone")
                terminal.see("Stop here")
                terminal.enter(choice)
                if stops:
                    self.assertEqual(terminal.end(), 0)
                    self.assertTrue((self.folder / "report/report.html").exists())
                    self.assertIn("assess --resume", terminal.text)
                else:
                    terminal.see("Anything else?")


class Opening(InterviewTest):
    def test_open(self):
        folder = self.folder / "bin"
        folder.mkdir()
        opener = folder / "xdg-open"
        opener.write_text(f'#!/bin/sh\necho "$1" > {self.folder}/opened.tmp && mv {self.folder}/opened.tmp {self.folder}/opened\n')
        opener.chmod(0o755)
        (self.folder / "answers.json").write_text("{}")
        command = ("assess", "--pack", ROOT / "Tests/Fixtures/packs/small", "--answers", "answers.json", "--open", "-o")
        self.environment["PATH"] = f"{folder}:/bin:/usr/bin"
        self.assertEqual(self.run_without_terminal(*command, "one").returncode, 0)
        terminal = self.start("--accessible")
        terminal.wait(lambda: (self.folder / "opened").exists(), "the page")
        self.assertTrue((self.folder / "opened").read_text().endswith("/one/report.html\n"))
        self.environment["PATH"] = str(self.folder)
        result = self.run_without_terminal(*command, "two")
        self.assertEqual(result.returncode, 0)
        self.assertIn("there is no program 'xdg-open' here", result.stderr)


if __name__ == "__main__":
    unittest.main()
