"""A standalone Spark cluster on this machine: one master and workers, as processes, on loopback. They are gone at the end of
the `with`, whatever happens in it."""
import ctypes, os, pathlib, signal, socket, subprocess, sys, time
import pyspark

HOME = pathlib.Path(pyspark.__file__).parent
LONGEST_START = 120  # seconds


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def end_with_parent():
    """Also where nothing is cleared up any more, as the parent was killed (Linux, prctl)."""
    die_with_parent = 1
    ctypes.CDLL(None).prctl(die_with_parent, signal.SIGKILL)


class Cluster:
    def __init__(self, folder, workers=2, memory="2g"):
        self.folder, self.count, self.memory = pathlib.Path(folder), workers, memory
        self.processes, self.workers = [], []
        self.environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable,
                            "SPARK_LOCAL_DIRS": str(self.folder / "local"), "SPARK_WORKER_DIR": str(self.folder / "work")}

    def __enter__(self):
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda number, _: sys.exit(128 + number))  # what is left of a `with` is cleared up then
        self.folder.mkdir(parents=True)
        port = free_port()
        self.url = f"spark://127.0.0.1:{port}"
        try:
            self.start("master", "Master", "New state: ALIVE", "--host", "127.0.0.1", "--port", str(port), "--webui-port", "0")
            for number in range(self.count):
                self.workers.append(self.start(
                    f"worker{number}", "Worker", "Successfully registered", "--host", "127.0.0.1", "--webui-port", "0",
                    "--cores", "1", "--memory", self.memory, self.url))
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_): self.stop()

    def start(self, name, kind, ready, *arguments):
        log = self.folder / f"{name}.log"
        process = subprocess.Popen([HOME / "bin/spark-class", f"org.apache.spark.deploy.{kind.lower()}.{kind}", *arguments],
                                   env=self.environment, stdout=open(log, "wb"), stderr=subprocess.STDOUT,
                                   start_new_session=True, preexec_fn=end_with_parent)
        self.processes.append(process)
        end = time.monotonic() + LONGEST_START
        while ready not in log.read_text(errors="replace"):
            if process.poll() is not None or time.monotonic() > end: raise RuntimeError(f"no {name}: {log.read_text()[-2000:]}")
            time.sleep(0.2)
        return process

    def resident(self):
        """Bytes in memory of all workers and what they started; what they share counts for each."""
        groups, total = {worker.pid for worker in self.workers}, 0
        for folder in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                if os.getpgid(int(folder.name)) in groups: total += int((folder / "statm").read_text().split()[1])
            except (OSError, IndexError):
                pass  # it has ended
        return total * os.sysconf("SC_PAGE_SIZE")

    def kill_worker(self, number):
        """With its executors, as when a machine goes down."""
        os.killpg(self.workers[number].pid, signal.SIGKILL)

    def stop(self):
        for process in reversed(self.processes):
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait()

    def submit(self, log, *arguments, conf=()):
        """The job, started; spark-submit passes on what its Python says on standard output."""
        settings = ["spark.ui.enabled=false", "spark.driver.host=127.0.0.1", "spark.executor.memory=1g",
                    "spark.speculation=true", "spark.log.level=INFO", *conf]
        command = [HOME / "bin/spark-submit", "--master", self.url]
        for setting in settings: command += ["--conf", setting]
        return subprocess.Popen([*command, *map(str, arguments)], env=self.environment, stdout=open(log, "wb"),
                                stderr=subprocess.STDOUT)
