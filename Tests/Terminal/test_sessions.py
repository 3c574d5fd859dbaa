import os
import stat
import subprocess
import unittest

from interview import CTRL_C, ENTER, PROGRAM, SMALL, InterviewTest, in_both_modes


class KeptAnswers(InterviewTest):
    """What an interview keeps is for one window, one person and one owner."""

    @in_both_modes
    def test_a_second_window_hears_of_the_first(self, *mode):
        self.stopped()
        first = self.start("--resume", *mode)
        first.see_question(3)
        for arguments in (["--resume"], [], ["--start-over"]):
            second = self.start(*arguments, *mode, columns=200)
            second.see("the interview 'small' is open in another window")
            self.assertEqual(second.end(), 3)
        self.assertEqual(self.assess("--forget", "small").returncode, 3)
        first.enter("50")
        first.see_question(4)
        first.press(CTRL_C)
        self.assertEqual(first.end(), 130)
        self.assertIn("Your 3 answers are kept in", first.text)
        third = self.start("--resume", *mode)
        third.see("Going on with 3 answers.")
        third.press(CTRL_C)
        third.end()
        self.assertEqual(self.assess("--forget", "small").returncode, 0)
        self.assertFalse(self.saved.exists())

    def test_a_killed_window_locks_nobody_out(self):
        self.stopped()
        first = self.start("--resume")
        first.see_question(3)
        first.child.kill(9)
        first.end()
        second = self.start("--resume")
        second.see_question(3)

    def test_home_that_is_none(self):
        for home in ("", "relative", "/"):
            with self.subTest(home=home):
                before = set(os.listdir("/"))
                environment = {**self.environment, "HOME": home}
                del environment["XDG_STATE_HOME"]
                listed = subprocess.run([PROGRAM, "assess", "--list"], capture_output=True, text=True, env=environment)
                self.assertEqual(listed.returncode, 0, listed.stderr)
                forget = subprocess.run(
                    [PROGRAM, "assess", "--forget", "none"], capture_output=True, text=True, env=environment)
                self.assertIn(forget.returncode, (2, 3))
                self.assertEqual(set(os.listdir("/")), before)

    def test_folder_that_others_can_write_to(self):
        self.stopped()
        for mode in (0o777, 0o770, 0o755):
            os.chmod(self.saved.parent, mode)
            terminal = self.start("--resume", "--accessible", columns=200)
            terminal.see_question(3)
            self.assertEqual("now only you can" in terminal.text, mode != 0o755)
            self.assertEqual(stat.S_IMODE(self.saved.parent.stat().st_mode), 0o700)
            terminal.enter("q")
            terminal.end()

    @unittest.skipIf(os.geteuid(), "only root can give a file to somebody else")
    def test_folder_of_somebody_else(self):
        self.stopped()
        os.chown(self.saved.parent, 12345, 12345)
        terminal = self.start("--resume", "--accessible", columns=200)
        terminal.see("belongs to somebody else")
        self.assertEqual(terminal.end(), 3)
        self.assertTrue(self.saved.exists())

    def damages(self):
        yield "cut", lambda: self.saved.write_text(self.saved.read_text()[:-20])
        yield "empty", lambda: self.saved.write_text("")
        yield "other", lambda: self.saved.write_bytes(os.urandom(300))
        yield "open to others", lambda: os.chmod(self.saved, 0o666)
        yield "a link", lambda: (os.rename(self.saved, self.folder / "there.xml"), os.symlink(self.folder / "there.xml", self.saved))
        yield "a folder", lambda: (self.saved.unlink(), self.saved.mkdir())
        yield "a pipe", lambda: (self.saved.unlink(), os.mkfifo(self.saved))
        yield "bomb", lambda: self.saved.write_text('<!DOCTYPE a [<!ENTITY a "b">]><answers>&a;</answers>')
        if os.geteuid() == 0:
            yield "somebody else's", lambda: os.chown(self.saved, 12345, 12345)

    def test_damaged_or_foreign_is_set_aside(self):
        for arguments in (["--resume"], [], ["--start-over"]):
            for name, damage in self.damages():
                with self.subTest(damage=name, arguments=arguments):
                    self.clear()
                    self.stopped()
                    damage()
                    terminal = self.start("--accessible", *arguments, columns=200)
                    terminal.see("so it is not used; it is now")
                    if "--resume" in arguments:
                        self.assertEqual(terminal.end(), 2)
                    else:
                        terminal.see_question(1)
                        terminal.enter("1")
                        terminal.see_question(2)
                        terminal.enter("q")
                        terminal.end()
                    aside = self.saved.parent / "small.set-aside-1"
                    self.assertTrue(os.path.lexists(aside))
                    self.assertEqual(os.path.lexists(self.saved), "--resume" not in arguments)


class TakenUpAgain(InterviewTest):
    ANSWERS = (
        '{"seat_type": "office_chair", "support": "none", "sitting_time": "6", "seat_height": "50", "knee_height": "45",'
        ' "habits": "none_of_these", "has_pain": "no", "remark": "fine"}')

    def take_up(self, *arguments):
        (self.folder / "then.json").write_text(self.ANSWERS)
        terminal = self.start("--from", self.folder / "then.json", *arguments)
        terminal.see("There are 8 answers of then. What do you want to do?")
        return terminal

    @in_both_modes
    def test_amended_and_compared(self, *mode):
        terminal = self.take_up(*mode)
        terminal.enter("1")
        terminal.see("2  Support: Nothing")
        terminal.enter("2")
        terminal.see("What supports the small of your back?")
        terminal.enter("1")
        terminal.see("2  Support: A pad")
        terminal.enter("")
        self.assertEqual(terminal.end(), 0)
        self.assertIn("Compared with then, by the same rules", terminal.text)
        self.assertIn(" now, ", terminal.text)
        self.assertIn("No longer found: ", terminal.text)
        self.assertIn("Change answers later: sitwell assess --from", terminal.text)
        self.assertIn('"in_place"', (self.folder / "report/answers.json").read_text())

    @in_both_modes
    def test_repeated(self, *mode):
        terminal = self.take_up(*mode)
        terminal.enter("2")
        for number in range(1, 9):
            terminal.see_question(number)
            terminal.press(ENTER)
        terminal.see("Your answers")
        terminal.enter("")
        self.assertEqual(terminal.end(), 0)
        self.assertIn("Your answers are those of then, so nothing is different.", terminal.text)

    def test_compared_without_questions(self):
        (self.folder / "then.json").write_text(self.ANSWERS)
        (self.folder / "now.json").write_text(self.ANSWERS.replace('"6"', '"9"'))
        result = self.run_without_terminal(
            "assess", "--answers", "now.json", "--from", "then.json", "-o", "report", "--pack", SMALL)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("Compared with then, by the same rules", result.stderr)
        broken = self.run_without_terminal("assess", "--from", "no.json", "-o", "other", "--pack", SMALL)
        self.assertEqual(broken.returncode, 3)


if __name__ == "__main__":
    unittest.main()
