#!/usr/bin/env python3
"""Scores a table on a Spark cluster: folders of files that Sitwell reads, Parquet, or a query.

  spark-submit Spark/sitwell_spark.py 'surveys/*.csv' --out scored --by team
  spark-submit Spark/sitwell_spark.py --parquet answers.parquet --out scored --by team
  spark-submit Spark/sitwell_spark.py --query 'SELECT * FROM survey.answers' --out scored --by team -- --pack rosa

What follows `--` goes to `sitwell score` as it is. All machines see the folders by the same path. OUT gets `results` (Parquet),
`all.tally`, `rejects.csv` and, with --by, `team.html`. README.md beside this file says what holds.
"""
import argparse, glob, json, os, pathlib, re, shutil, subprocess, sys, threading, uuid

ATTEMPTS = "_attempts"


# On a worker, for one part ----------------------------------------------------------------------------------------

def command(settings, name, folder):
    """What scores one part: results on standard output, the rest beside them."""
    tally = ["--tally", str(folder / "part.tally"), "--by", settings["by"]] if settings["by"] else []
    return [settings["sitwell"], "score", name, "-o", "-", "--format", "csv", "--quiet", "--jobs", "1",
            "--rejects", str(folder / "rejects.csv"), *tally, *settings["options"]]


def schema(header):
    """The columns of results: points and numbers of questions are whole numbers, all else is text."""
    import pyarrow as pa
    numbers = ("_low", "_high", "asked", "answered")
    return pa.schema([(name, pa.int32() if name.endswith(numbers) and not name.endswith("_level_high") else pa.string())
                      for name in header])


def write_results(stream, path, source):
    """Results as they come, as Parquet with their source; how many there are."""
    import pyarrow as pa, pyarrow.csv as csv, pyarrow.parquet as parquet
    header = stream.readline().decode().rstrip("\r\n").split(",")
    if header == [""]: return 0  # it ended before it wrote anything, and says why
    columns, rows = schema(header), 0
    whole = columns.append(pa.field("source", pa.string()))
    with parquet.ParquetWriter(path, whole, compression="zstd") as file:
        try:
            reader = csv.open_csv(stream, csv.ReadOptions(column_names=header, block_size=1 << 22),
                                  csv.ParseOptions(newlines_in_values=True),
                                  csv.ConvertOptions(column_types=columns, strings_can_be_null=False))
        except pa.ArrowInvalid as problem:
            if "Empty CSV" not in str(problem): raise
            return 0
        for batch in reader:
            constant = pa.array([source] * batch.num_rows, pa.string())
            file.write_batch(pa.RecordBatch.from_arrays([*batch.columns, constant], schema=whole))
            rows += batch.num_rows
    return rows


def score_part(settings, place, name, feed=None):
    """Scores one part into a folder of its own. Whoever asks for the part twice gets two folders, and takes one.

    feed: writes the part as CSV to a stream; None where `name` is a file that Sitwell reads by itself.
    """
    os.umask(0o077)
    folder = pathlib.Path(settings["out"]) / ATTEMPTS / f"{place:06d}-{uuid.uuid4().hex}"
    folder.mkdir(parents=True, mode=0o700)
    if feed: (folder / name).symlink_to("/dev/stdin")
    child = subprocess.Popen(command(settings, name, folder), cwd=folder if feed else None, stdout=subprocess.PIPE,
                             stdin=subprocess.PIPE if feed else subprocess.DEVNULL, stderr=open(folder / "said", "wb"))
    try:
        feeder = feed and threading.Thread(target=fed, args=(feed, child.stdin), daemon=True)
        if feeder: feeder.start()
        rows = write_results(child.stdout, folder / "results.parquet", name)
        code = child.wait()
        if feeder: feeder.join()
    finally:
        child.kill()
        child.wait()
    if feed: (folder / name).unlink()
    said = (folder / "said").read_text(errors="replace")
    return {"place": place, "name": name, "folder": folder.name, "rows": rows, **outcome(code, said)}


def fed(feed, stream):
    try:
        with stream: feed(stream)
    except BrokenPipeError:
        pass  # the child stopped reading, and says why


def outcome(code, said):
    """What its exit code and last line mean. Only what lies in the data is told by the driver: else the part is tried again."""
    lines = said.rstrip().split("\n")
    if code in (0, 1) and lines[-1].startswith("rows "): return {"count": lines[-1], "refused": None}
    if code in (1, 2): return {"count": "", "refused": said.strip()}
    raise RuntimeError(f"sitwell ended in {code}: {said.strip()}")


def csv_feed(batches):
    """Arrow batches as one CSV text."""
    import pyarrow.csv as csv
    def feed(stream):
        for number, batch in enumerate(batches):
            csv.write_csv(batch, stream, csv.WriteOptions(include_header=number == 0, quoting_style="needed"))
    return feed


def score_partition(settings):
    def score(batches):
        import pyarrow as pa
        from pyspark import TaskContext
        first = next((batch for batch in batches if batch.num_rows), None)
        if first is None: return
        def all_batches():
            yield first
            yield from batches
        place = TaskContext.get().partitionId()
        status = score_part(settings, place, f"partition-{place:06d}.csv", csv_feed(all_batches()))
        yield pa.RecordBatch.from_pydict({"status": [json.dumps(status)]})
    return score


# On the driver ----------------------------------------------------------------------------------------------------

def as_cells(table):
    """A table with each column as Sitwell reads cells: several choices joined by `;`, yes and no."""
    from pyspark.sql import functions as f, types as t
    def cell(field):
        column = f.col("`" + field.name.replace("`", "``") + "`")
        if isinstance(field.dataType, t.ArrayType): return f.concat_ws(";", column.cast("array<string>"))
        if isinstance(field.dataType, t.BooleanType): return f.when(column, "yes").when(~column, "no")
        return column.cast("string")
    return table.select(*(cell(field).alias(field.name) for field in table.schema.fields))


def scored(spark, options, settings):
    """What became of each part, in their order."""
    if options.files:
        paths = [str(pathlib.Path(path).resolve()) for path in found(options.files)]
        parts = spark.sparkContext.parallelize(list(enumerate(paths)), len(paths))
        return parts.map(lambda part: score_part(settings, *part)).collect()
    table = spark.read.parquet(*options.parquet) if options.parquet else spark.sql(options.query)
    if options.partitions: table = table.repartition(options.partitions)
    rows = as_cells(table).mapInArrow(score_partition(settings), "status string").collect()
    return sorted((json.loads(row.status) for row in rows), key=lambda status: status["place"])


def found(patterns):
    """Files by name: those of a folder, of a pattern, or as they are."""
    paths = []
    for pattern in patterns:
        inside = os.path.join(pattern, "*") if os.path.isdir(pattern) else pattern
        matches = sorted(path for path in glob.glob(inside) if os.path.isfile(path))
        if not matches: sys.exit(f"error: there is no file '{pattern}'")
        paths += matches
    return paths


def gather(out, parts):
    """Takes of each part the one folder that the cluster reported, and nothing of attempts that were lost."""
    results = out / "results"
    results.mkdir(mode=0o700)
    with open(out / "rejects.csv", "wb") as rejects:
        for number, part in enumerate(parts):
            folder = out / ATTEMPTS / part["folder"]
            os.replace(folder / "results.parquet", results / f"part-{part['place']:06d}.parquet")
            with open(folder / "rejects.csv", "rb") as own:
                header = own.readline()
                if number == 0: rejects.write(header)
                shutil.copyfileobj(own, rejects)


def tell(settings, out, parts, options):
    """One tally of all parts, and the report for HR."""
    tallies, packs = out / ATTEMPTS / "tallies", packs_of(settings["options"])
    tallies.mkdir()
    for part in parts:
        os.replace(out / ATTEMPTS / part["folder"] / "part.tally", tallies / f"{part['place']:06d}.tally")
    run = lambda *arguments: subprocess.run([settings["sitwell"], *map(str, arguments), *packs]).returncode
    return run("tally", tallies, "-o", out / "all.tally") or run("report", "--for", "hr", out / "all.tally", "--no-ledger", "-o", out / "team.html", *options.report.split())


def packs_of(options):
    """Of the options of scoring, those that say by which rules."""
    chosen = []
    for place, option in enumerate(options):
        name, _, value = option.partition("=")
        if name not in ("--pack", "--rules"): continue
        chosen += [name, value] if value else options[place:place + 2]
    return chosen


def counted(parts):
    """Rows of all parts: all = scored + rejected + set aside."""
    sums = [sum(column) for column in zip(*(map(int, re.findall(r"\d+", part["count"])) for part in parts))]
    return "rows {} = scored {} + rejected {} + set aside {}; {} cells left open".format(*sums) if sums else "rows 0"


def arguments(words):
    own, rest = (words[:words.index("--")], words[words.index("--") + 1:]) if "--" in words else (words, [])
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", help="survey files, patterns or folders: one file a task")
    parser.add_argument("--parquet", action="append", help="one partition a task; can be repeated")
    parser.add_argument("--query", help="one partition a task")
    parser.add_argument("--partitions", type=int, help="of a table, in how many parts it is scored (default: as it is)")
    parser.add_argument("--out", required=True, help="folder that is not there yet")
    parser.add_argument("--by", help="column of teams: also count by team, and write the report for HR")
    parser.add_argument("--report", default="", help="options of that report, such as '--invited 5000 --min-group 10'")
    parser.add_argument("--sitwell", default="sitwell", help="the program, by the same path on every machine")
    options = parser.parse_args(own)
    if sum(map(bool, (options.files, options.parquet, options.query))) != 1:
        parser.error("name files, or --parquet, or --query")
    return options, rest


def main(words):
    from pyspark.sql import SparkSession
    options, rest = arguments(words)
    os.umask(0o077)
    out = pathlib.Path(options.out).resolve()
    if out.exists(): sys.exit(f"error: '{out}' is there already")
    (out / ATTEMPTS).mkdir(parents=True)
    settings = {"sitwell": options.sitwell, "out": str(out), "by": options.by, "options": rest}
    spark = SparkSession.builder.appName("sitwell").getOrCreate()
    try:
        parts = scored(spark, options, settings)
    finally:
        spark.stop()
    refused = [part for part in parts if part["refused"]]
    for part in refused: print(f"{part['name']} was refused:\n{part['refused']}", file=sys.stderr)
    parts = [part for part in parts if not part["refused"]]
    gather(out, parts)
    code = 0
    if refused: print(f"{len(refused)} of {len(parts) + len(refused)} parts were refused: mend them, and score again"
                      " into another folder; of the others there are results, and no report", file=sys.stderr)
    elif options.by and parts: code = tell(settings, out, parts, options)
    shutil.rmtree(out / ATTEMPTS)
    print(counted(parts), file=sys.stderr)
    return 1 if refused else code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
