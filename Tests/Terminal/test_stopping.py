import functools
import signal
import termios
import time
import unittest

from interview import CTRL_C, CTRL_D, CTRL_Z, PROGRAM, SMALL, InterviewTest, Terminal, in_both_modes


class Stopping(InterviewTest):
    def answer_two(self, *arguments, **options):
        terminal = self.start(*arguments, **options)
        terminal.see_question(1)
        terminal.enter("2")
        terminal.see_question(2)
        terminal.enter("6")
        terminal.see_question(3)
        return terminal

    def assert_restored(self, terminal):
        self.assertEqual(terminal.modes, self.fresh_modes, "the terminal was left in another mode")

    @functools.cached_property
    def fresh_modes(self):
        terminal = Terminal(["/bin/cat"], self.environment, self.folder)
        modes = terminal.modes
        terminal.child.close(force=True)
        return modes

    @in_both_modes
    def test_interrupt_and_resume(self, *mode):
        times = []
        for _ in range(5):  # a busy machine is no slow program: one time is enough
            if times and min(times) < 0.1:
                break
            terminal = self.answer_two("--start-over", *mode)
            begin = time.monotonic()
            terminal.press(CTRL_C)
            terminal.see("sitwell assess --forget small")
            restored = terminal.modes
            self.assertEqual(terminal.end(), 130)
            times.append(time.monotonic() - begin)
            self.assertEqual(restored, self.fresh_modes)
        self.assertLess(min(times), 0.1)
        self.assertIn("Your 2 answers are kept in", terminal.text)
        self.assertIn("sitwell assess --resume --pack", terminal.text)
        terminal = self.start("--resume", *mode)
        terminal.see_question(3)
        terminal.see("How high is your seat?")
        terminal.enter("b")
        terminal.see_question(2)
        terminal.see("Your answer so far: 6 h.")

    @in_both_modes
    def test_kill_loses_at_most_the_current_answer(self, *mode):
        terminal = self.answer_two(*mode)
        terminal.press("5")
        terminal.child.kill(signal.SIGKILL)
        self.assertEqual(terminal.end(), -signal.SIGKILL)
        terminal = self.start("--resume", *mode)
        terminal.see("Going on with 2 answers.")
        terminal.see_question(3)

    @in_both_modes
    def test_told_to_end(self, *mode):
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
            with self.subTest(signal=number):
                terminal = self.answer_two("--start-over", *mode)
                terminal.child.kill(number)
                terminal.see("Your 2 answers are kept in")
                self.assert_restored(terminal)
                self.assertEqual(terminal.end(), 128 + number)

    def test_crash_restores_the_terminal(self):
        for number in (signal.SIGSEGV, signal.SIGABRT, signal.SIGILL, signal.SIGTRAP):
            with self.subTest(signal=number):
                terminal = self.answer_two("--start-over")
                self.assertNotEqual(terminal.modes, self.fresh_modes)
                terminal.child.kill(number)
                terminal.wait(lambda: terminal.modes == self.fresh_modes, "the restored terminal")
                self.assertEqual(terminal.end(), -number)
                self.assertTrue(self.saved.exists())

    @in_both_modes
    def test_end_of_input(self, *mode):
        terminal = self.answer_two(*mode)
        terminal.press(CTRL_D)
        self.assertEqual(terminal.end(), 0)
        self.assertIn("Your 2 answers are kept in", terminal.text)

    @in_both_modes
    def test_suspend_and_come_back(self, *mode):
        shell = Terminal(["/bin/bash", "--norc", "--noprofile", "-i"], {**self.environment, "PS1": "ready$ "}, self.folder)
        self.addCleanup(shell.child.close, force=True)
        shell.see("ready$")
        shell.enter(f"{PROGRAM} assess --pack {SMALL} -o report --start-over {' '.join(mode)}")
        shell.see_question(1)
        shell.enter("2")
        shell.see_question(2)
        shell.press(CTRL_Z)
        shell.see("Stopped")
        shell.enter("stty -a | grep -o -E -- '-?(icanon|echo) '")
        shell.wait(lambda: "icanon" in shell.lines and "echo" in shell.lines, "the restored terminal")
        before = len(shell.output)
        shell.enter("fg")
        shell.wait(lambda: b"--start-over" in shell.output[before:], "the command, named again by the shell")
        if mode:
            shell.wait(lambda: shell.modes[3] & termios.ICANON, "a terminal that takes lines")
        else:
            shell.see_question(2)
        shell.enter("6")
        shell.see("How high is your seat?")
        shell.press(CTRL_C)
        shell.see("Your 2 answers are kept in")


class Sessions(InterviewTest):
    @in_both_modes
    def test_asks_what_to_do_with_saved_answers(self, *mode):
        for choice, number in (("1", 3), ("2", 1)):
            self.stopped("--start-over")
            terminal = self.start(*mode)
            terminal.see("There are 2 answers from before.")
            terminal.enter(choice)
            terminal.see_question(number)
            self.assertEqual(self.saved.exists(), choice == "1")
            terminal.press(CTRL_C)
            terminal.end()

    def test_start_over(self):
        self.stopped()
        terminal = self.start("--start-over")
        terminal.see_question(1)

    def test_names(self):
        self.stopped("--session", "desk-2")
        self.assertTrue((self.saved.parent / "desk-2.xml").exists())
        listed = self.assess("--list")
        self.assertEqual((listed.returncode, listed.stdout), (0, "desk-2\t2 answers\tsmall 1.0.0\n"))
        unknown = self.assess("--forget", "desk-1")
        self.assertEqual(unknown.returncode, 2)
        self.assertIn("did you mean 'desk-2'?", unknown.stderr)
        leftover = self.saved.parent / "desk-2.xml.Ab12cd"
        leftover.write_text("left by a killed program")
        forgotten = self.assess("--forget", "desk-2")
        self.assertEqual(forgotten.returncode, 0)
        self.assertIn(f"Deleted 2 answers of the interview 'desk-2': {self.saved.parent}/desk-2.xml", forgotten.stderr)
        self.assertEqual(list(self.saved.parent.iterdir()), [])
        for name in ("../x", "", ".x", "a/b", "a" * 65):
            self.assertEqual(self.assess("--forget", name).returncode, 2, name)

    def test_nothing_to_resume(self):
        result = self.assess("--resume")
        self.assertEqual(result.returncode, 2)
        self.assertIn("there are no saved answers of an interview 'small'", result.stderr)

    def test_another_version_asks_only_what_changed(self):
        self.stopped()
        pack = self.pack(questions=('min="0" max="16" step="0.5"', 'min="0" max="5" step="0.5"'), pack=("1.0.0", "1.1.0"))
        terminal = self.start("--resume", pack=pack)
        terminal.see("1 no longer fits and is asked again.")
        terminal.see("How many hours a day do you sit?")
        terminal.enter("4")
        terminal.see("How high is your seat?")

    def test_another_pack(self):
        self.stopped()
        pack = self.pack(pack=('id="small"', 'id="other"'))
        pack = pack.rename(pack.parent / "other")
        terminal = self.start("--session", "small", "--resume", pack=pack)
        self.assertEqual(terminal.end(), 2)
        self.assertIn("is about the pack 'small'", terminal.text)

    def test_other_packs(self):
        self.stopped()
        self.saved.write_text(self.saved.read_text().replace('pack="small"', 'pack="one.two"'))
        terminal = self.start("--resume")
        self.assertEqual(terminal.end(), 2)
        self.assertIn("is about the packs 'one' and 'two'", terminal.text)
        self.assertIn("go on with --pack one --pack two", terminal.text)

    def test_answers_that_cannot_be_saved(self):
        self.saved.parent.parent.mkdir(parents=True, exist_ok=True)
        self.saved.parent.write_text("no folder")
        terminal = self.start("--accessible")
        terminal.see_question(1)
        terminal.enter("2")
        terminal.see("Your answers cannot be saved as you go")
        terminal.see_question(2)


class NobodyToAsk(InterviewTest):
    def assess(self, *arguments, **options):
        return self.run_without_terminal("assess", "--pack", SMALL, "--date", "2026-01-31", *arguments, **options)

    def test_lists_what_is_missing(self):
        result = self.assess()
        self.assertEqual(result.returncode, 2)
        self.assertIn("Missing are\n  seat_type  Seat\n  sitting_time  Sitting\n", result.stderr)
        self.assertNotIn("support", result.stderr)
        self.assertEqual(result.stdout, "")

    def test_lists_what_is_missing_of_saved_answers(self):
        self.saved.parent.mkdir(parents=True)
        self.saved.write_text(
            '<answers xmlns="urn:sitwell:answers:1" pack="small" version="1.0.0" hash="x">'
            '<answer question="seat_type">office_chair</answer></answers>')
        result = self.assess("--resume")
        self.assertEqual(result.returncode, 2)
        self.assertIn("Missing are\n  support  Support\n  sitting_time  Sitting\n", result.stderr)

    def test_takes_answers_from_standard_input(self):
        result = self.assess("--answers", "-", "-o", "report", typed='{"seat_type": "stool"}')
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertTrue((self.folder / "report/report.xml").exists())


if __name__ == "__main__":
    unittest.main()
