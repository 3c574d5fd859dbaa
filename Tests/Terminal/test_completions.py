import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from interview import PROGRAM, ROOT, Terminal

SHELLS = {
    "bash": (["bash", "--norc", "--noprofile"], ". {share}/bash-completion/completions/sitwell"),
    "zsh": (["zsh", "-f"], "fpath=({share}/zsh/site-functions $fpath); autoload -U compinit; compinit -D -u"),
    "fish": (["fish", "--private"], "true"),
}


class Completions(unittest.TestCase):
    """As `make install` lays them: Tab offers commands, options, values, packs and files."""

    @classmethod
    def setUpClass(cls):
        cls.prefix = Path(tempfile.mkdtemp(prefix="sitwell-"))
        cls.addClassCleanup(shutil.rmtree, cls.prefix, ignore_errors=True)
        subprocess.run(["scripts/install", PROGRAM, cls.prefix], cwd=ROOT, check=True)
        cls.folder = cls.prefix / "here"
        # Where this folder is, fish makes none from manual pages, and so writes nothing behind the test's back.
        (cls.folder / ".local/share/fish/generated_completions").mkdir(parents=True)
        (cls.folder / "team.csv").write_text("id\n")

    def complete(self, shell, typed, seen):
        command, setup = SHELLS[shell]
        if not shutil.which(shell):
            self.skipTest(f"there is no {shell}")
        share = self.prefix / "share"
        environment = {"PATH": f"{self.prefix}/bin:{os.environ['PATH']}", "HOME": str(self.folder), "TERM": "xterm", "PS1": "> ",
                       "XDG_DATA_DIRS": f"{share}:/usr/share", "LC_ALL": "C.UTF-8"}
        terminal = Terminal(command, environment, self.folder, columns=120)
        self.addCleanup(terminal.child.close, force=True)
        terminal.press(setup.format(share=share) + "; echo re''ady\r")
        terminal.see("ready")
        terminal.press(typed + "\t")
        terminal.see(seen)

    def test_every_shell(self):
        for shell in SHELLS:
            for typed, seen in (("sitwell sco", "sitwell score"), ("sitwell report --temp", "report --templates"),
                                ("sitwell report --for erg", "--for ergonomist"), ("sitwell score te", "score team.csv"),
                                ("sitwell pack show low", "show lower-back-hips")):
                with self.subTest(shell=shell, typed=typed):
                    self.complete(shell, typed, seen)


class Installing(unittest.TestCase):
    def test_modes_and_what_is_old(self):
        with tempfile.TemporaryDirectory() as folder:
            prefix = Path(folder)
            before = os.umask(0o077)
            try:
                for _ in range(2):
                    subprocess.run(["scripts/install", PROGRAM, prefix], cwd=ROOT, check=True)
                    rules = prefix / "share/sitwell/Rules"
                    old, own = rules / "lower-back-hips/chair/old.xml", rules / "mine/pack.xml"
                    was_there = own.exists()
                    self.assertFalse(old.exists(), "a rule of an older version stays")
                    old.write_text("<rule/>")
                    own.parent.mkdir(exist_ok=True)
                    own.write_text("<pack/>")
            finally:
                os.umask(before)
            self.assertTrue(was_there, "a pack of somebody else's is gone")
            old.unlink(), shutil.rmtree(own.parent)
            for path in prefix.rglob("*"):
                mode = 0o755 if path.is_dir() or path.parent.name == "bin" else 0o644
                self.assertEqual(path.stat().st_mode & 0o777, mode, path)
            subprocess.run(["scripts/install", "--remove", prefix], cwd=ROOT, check=True)
            self.assertEqual([path for path in prefix.rglob("*") if not path.is_dir()], [])
            self.assertFalse((prefix / "share/sitwell").exists())
