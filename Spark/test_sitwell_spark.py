"""What can be known of the job without a cluster: python3 -m unittest discover -s Spark"""
import pathlib, tempfile, unittest

import sitwell_spark as job


class Job(unittest.TestCase):
    def test_last_line_of_a_part_that_was_scored(self):
        said = "warning: something\nrows 3 = scored 2 + rejected 1 + set aside 0; 1 cells left open\n"
        for code in (0, 1):
            self.assertEqual(job.outcome(code, said)["count"], said.split("\n")[1])
            self.assertIsNone(job.outcome(code, said)["refused"])

    def test_a_part_that_is_refused_says_why_and_is_not_tried_again(self):
        for code in (1, 2):
            self.assertEqual(job.outcome(code, "error: a.csv:1: no heading\n")["refused"], "error: a.csv:1: no heading")

    def test_a_child_that_was_killed_or_cannot_read_is_tried_again(self):
        for code in (-9, 3, 130):
            with self.assertRaises(RuntimeError): job.outcome(code, "error: cannot read")

    def test_rows_add_up(self):
        parts = [{"count": "rows 3 = scored 2 + rejected 1 + set aside 0; 1 cells left open"},
                 {"count": "rows 4 = scored 3 + rejected 0 + set aside 1; 0 cells left open"}]
        self.assertEqual(job.counted(parts), "rows 7 = scored 5 + rejected 1 + set aside 1; 1 cells left open")
        self.assertEqual(job.counted([]), "rows 0")

    def test_options_for_sitwell_follow_two_dashes(self):
        options, rest = job.arguments(["a", "b", "--out", "x", "--", "--pack", "rosa", "--strict"])
        self.assertEqual((options.files, rest), (["a", "b"], ["--pack", "rosa", "--strict"]))
        self.assertEqual(job.packs_of(rest + ["--rules=R"]), ["--pack", "rosa", "--rules", "R"])

    def test_only_accepted_attempts_are_gathered_and_rejects_have_one_header(self):
        with tempfile.TemporaryDirectory() as out:
            out = pathlib.Path(out)
            for name in ("0-a", "0-lost", "1-b"):
                (out / job.ATTEMPTS / name).mkdir(parents=True)
                (out / job.ATTEMPTS / name / "results.parquet").write_text(name)
                (out / job.ATTEMPTS / name / "rejects.csv").write_text(f"file,line\n{name},1\n")
            job.gather(out, [{"place": 0, "folder": "0-a"}, {"place": 1, "folder": "1-b"}])
            self.assertEqual(sorted(path.read_text() for path in (out / "results").iterdir()), ["0-a", "1-b"])
            self.assertEqual((out / "rejects.csv").read_text(), "file,line\n0-a,1\n1-b,1\n")

    def test_files_of_folders_and_patterns_come_by_name(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("b.csv", "a.csv"): (pathlib.Path(folder) / name).touch()
            self.assertEqual(job.found([folder]), job.found([folder + "/*.csv"]))
            self.assertEqual([path[-5:] for path in job.found([folder])], ["a.csv", "b.csv"])
            with self.assertRaises(SystemExit): job.found([folder + "/*.txt"])


if __name__ == "__main__": unittest.main()
