import unittest

from interview import SMALL, InterviewTest

ANSWERS = [
    ("seat_type", "office_chair", '"office_chair"'), ("support", "none", '"none"'), ("sitting_time", "6 h", '"6 h"'),
    ("seat_height", "50 cm", '"50"'), ("knee_height", "45", '"450 mm"'), ("habits", "1 2", '["cross_legs", "lean"]'),
    ("has_pain", "no", '"no"'), ("remark", "a <b> & c", '"a <b> & c"')]


class SameAssessment(InterviewTest):
    def from_terminal(self, *mode):
        terminal = self.start("--force", *mode)
        for number, (_, line, _) in enumerate(ANSWERS, start=1):
            terminal.see_question(number)
            terminal.enter(line)
        terminal.see("Your answers")
        terminal.enter("")
        self.assertEqual(terminal.end(), 0)
        return (self.folder / "report/report.xml").read_text()

    def report(self, name, text, *arguments):
        (self.folder / name).write_text(text)
        result = self.run_without_terminal(
            "report", name, "--pack", SMALL, "--date", "2026-01-31", "--format", "xml", *arguments)
        self.assertEqual(result.returncode, 0, result.stderr)
        return result.stdout

    def test_terminal_file_and_survey(self):
        json = "{" + ", ".join(f'"{question}": {answer}' for question, _, answer in ANSWERS) + "}"
        cells = {"habits": "cross_legs;lean"}
        row = ",".join(cells.get(question, line) for question, line, _ in ANSWERS)
        csv = "id," + ",".join(question for question, _, _ in ANSWERS) + "\n1," + row + "\n"
        file = self.report("answers.json", json)
        self.assertIn("<finding", file)
        self.assertEqual(self.from_terminal(), file)
        self.assertEqual(self.from_terminal("--accessible"), file)
        survey = self.report("team.csv", csv)
        self.assertEqual(survey, self.report("one.json", json.replace("{", '{"id": "1", ', 1)))
        self.assertEqual(survey.replace("  <person>1</person>\n", "", 1), file)


if __name__ == "__main__":
    unittest.main()
