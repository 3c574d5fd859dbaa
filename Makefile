# `make` alone lists the verbs.
.DEFAULT_GOAL := help
.PHONY: help setup build demo test smoke lint check-advice check-person check-rules check-reports check-forms check-workbooks check-reminders check-page check-figures check-figures-quick check-limits check-spark check-terminal fuzz sanitize torture torture-quick torture-register bench-register bench-growth deb check-deb format golden bench install uninstall clean

PREFIX ?= /usr/local
SITWELL := .build/release/sitwell
# On Linux the Swift runtime goes into the program: it starts three times as fast, and runs where there is no Swift.
RELEASE := -c release $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib --disable-local-rpath)
DEMO := demo
SECONDS := 60
# Every survey shape, every planted mistake, the golden pages, the command line.
SMOKE := PlatformFixture|WildSurvey|PackCheck|PlantedMistake|Golden|StepMethodTests|UsageTests|OneReader
KILLS := 1000

help: ## list the verbs
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: ## install what is missing: libxml2-dev, libzip-dev, libsqlite3-dev, libxlsxwriter-dev and pkg-config
	@scripts/setup

build: setup ## build the release program
	@swift build $(RELEASE) --product sitwell

demo: build ## score the sample team and write a report
	@scripts/demo $(SITWELL) $(DEMO)

test: setup ## build and run every test
	@swift build --build-tests
	@scripts/manual .build/debug/sitwell --check
	@swift test --skip-build --quiet
	@scripts/terminal-tests .build/debug/sitwell

smoke: setup ## build, and run the tests that find most: under a minute once built
	@swift build --build-tests
	@swift test --skip-build --quiet --filter '$(SMOKE)'

lint: ## check the format
	@swift format lint --strict --recursive --parallel Sources Tests Package.swift

check-rules: build ## change every rule of every pack in every small way: some example must notice (seconds)
	@for pack in lower-back-hips rosa hse-workstation osha-workstation; do \
	  $(SITWELL) pack test Rules/$$pack --min-mutation 100 || exit 1; done

check-reports: build ## check reports with programs of others: browser, axe, HTML checker, two XSD engines
	@scripts/check-reports $(SITWELL)

check-forms: build ## check forms with programs of others: pyxform and ODK Validate, fhir.resources, browser, HTML checker
	@scripts/check-forms $(SITWELL)

check-workbooks: build ## read workbooks of openpyxl, and let openpyxl read ours
	@scripts/check-workbooks $(SITWELL)

check-reminders: build ## read reminders with Python's email parser and icalendar
	@scripts/check-reminders $(SITWELL)

check-page: build ## hold the offline page against the interview in a browser, and use it as people do
	@swift build $(RELEASE) --product interview-trials
	@scripts/check-page $(SITWELL) .build/release/interview-trials

check-person: setup ## try 20,000 explanations, and hold brief interviews of 500 random people a pack against full ones
	@swift build $(RELEASE) --product check-person
	@.build/release/check-person explain 20000 1 lower-back-hips rosa hse-workstation osha-workstation
	@.build/release/check-person brief 500 1 lower-back-hips rosa hse-workstation osha-workstation

check-advice: setup ## hold the advice for 10,000 random people against what plans promise
	@swift build $(RELEASE) --product check-advice
	@.build/release/check-advice 10000 1 lower-back-hips
	@.build/release/check-advice 1000 1 rosa hse-workstation osha-workstation

check-figures: build ## attack the figures of 300 random organisations by linear programming
	@scripts/check-figures $(SITWELL) 300

check-figures-quick: build ## the same of 15 organisations and fewer pairs, in a minute and a half of a core
	@scripts/check-figures $(SITWELL) quick

check-spark: build ## score on a Spark cluster of three processes, kill a worker, compare with one process (first: 500 MB to download)
	@scripts/check-spark $(SITWELL)

check-limits: build ## give documents and packs that are dear to read to every way in, and measure time and memory
	@python3 Tests/Limits/documents.py $(SITWELL)
	@python3 Tests/Limits/packs.py $(SITWELL)

check-terminal: setup ## see that nothing raw reaches a terminal, of all payloads on all ways (make test: some)
	@swift build
	@SITWELL_ALL_PAYLOADS=1 scripts/terminal-tests .build/debug/sitwell -k Printable

fuzz: setup ## try what reads foreign text with inputs that coverage leads to, each reader for SECONDS (default 60)
	@scripts/fuzz $(SECONDS)

sanitize: setup ## run every test with Address and Thread Sanitizer
	@scripts/sanitize

torture: build ## end the program at KILLS (default 1000) random moments, fill disks, close pipes and more
	@scripts/torture $(SITWELL) $(KILLS)

torture-quick: build ## some of that, in less than a minute
	@scripts/torture $(SITWELL) quick

torture-register: build ## kill the register's add and import 200 times: it stays whole, and each response is in it or not
	@python3 Tests/Torture/register_kills.py $(SITWELL) 200

deb: build ## make a Debian package in out/ that needs no Swift
	@scripts/deb $(SITWELL) out

check-deb: deb ## install the package in a clean Debian, use it, remove it
	@scripts/check-deb out/sitwell_*.deb

format: ## rewrite the sources in the house format
	@swift format --in-place --recursive --parallel Sources Tests Package.swift

golden: setup ## rewrite the golden files (and fail, so that the diff is read)
	@swift build --build-tests
	@scripts/manual .build/debug/sitwell
	@UPDATE_GOLDEN=1 swift test --skip-build

bench: build ## time batch scoring beside polars, DuckDB, plain Python and zen-engine (first: 360 MB to download)
	@Benchmarks/run $(SITWELL)

bench-growth: build ## measure how time and memory grow with rows, rules, questions, teams, files and cores (5 GB of disk)
	@PYTHONDONTWRITEBYTECODE=1 python3 Benchmarks/growth.py $(SITWELL)

bench-register: build ## time the register with 50,000 people in four rounds
	@python3 Benchmarks/register.py $(SITWELL)

install: build ## install below PREFIX (default /usr/local), with manual page and completions
	@scripts/install $(SITWELL) "$(DESTDIR)$(PREFIX)"

uninstall: ## remove what was installed below PREFIX
	@scripts/install --remove "$(DESTDIR)$(PREFIX)"

clean: ## remove what was built
	@rm -rf .build $(DEMO) out
