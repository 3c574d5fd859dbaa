import json
import re
import unittest

from interview import InterviewTest, in_both_modes

REPLIES = {
    "What do you sit on?": "1", "What supports the small of your back?": "Nothing", "How many hours a day do you sit?": "6",
    "How high is your seat?": "50 cm", "How high is the back of your knee?": "45 cm", "What do you often do?": "1"}


class Brief(InterviewTest):
    @in_both_modes
    def test_stops_when_every_level_is_decided(self, *mode):
        terminal = self.start("--brief", *mode)
        asked = []
        while "decide it already" not in terminal.text:
            terminal.see(f"Question {len(asked) + 1} of at most ")
            terminal.see_question(len(asked) + 1)
            shown = [text for text in REPLIES if text in terminal.text]
            new = [text for text in shown if text not in asked]
            self.assertEqual(len(new), 1, terminal.text)
            asked.append(new[0])
            terminal.enter(REPLIES[new[0]])
            terminal.wait(
                lambda: "decide it already" in terminal.text or f"Question {len(asked) + 1} of" in terminal.text,
                "the next question, or the end")
        self.assertEqual(sorted(asked), sorted(list(REPLIES)[:3]))
        self.assertIn("Whatever the rest, back: worth changing", re.sub(r"\s+", " ", terminal.text))
        terminal.see("Your answers")
        terminal.enter("")
        self.assertEqual(terminal.end(), 0)
        self.assertIn("whatever the rest", terminal.text)
        answers = json.loads((self.folder / "report/answers.json").read_text())
        self.assertEqual(answers, {"seat_type": "office_chair", "support": "none", "sitting_time": "6"})
        report = (self.folder / "report/report.xml").read_text()
        self.assertIn('<decision answers="3">', report)
        self.assertIn('state="not-needed"', report)

    def test_goes_on_in_brief_where_it_was_stopped(self):
        terminal = self.start("--brief")
        terminal.see_question(1)
        terminal.enter("1")
        terminal.see_question(2)
        terminal.enter("q")
        self.assertEqual(terminal.end(), 0)
        self.assertIn("sitwell assess --resume --brief", terminal.text)


if __name__ == "__main__":
    unittest.main()
