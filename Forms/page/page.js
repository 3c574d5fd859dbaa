/*
 * The page: goes from screen to screen, and keeps every answer as it is given.
 */
class Page {
  #form;
  #memory;
  #screen = new Screen();
  #interview;
  #person;
  /** Cards are shown once each, at once; after a reload once more. */
  #shownCards = new Set();
  #title = document.title;

  constructor(form) {
    this.#form = { ...form, byID: new Map(form.questions.map((question) => [question.id, question])) };
    this.#memory = new Memory(form.version);
    this.#begin(null);
    document.getElementById("forget").addEventListener("click", () => this.#askToForget(true));
    document.getElementById("keep-them").addEventListener("click", () => this.#askToForget(false));
    document.getElementById("forget-now").addEventListener("click", () => this.#forget());
    addEventListener("beforeprint", () => this.#layOut());
    this.#start();
  }

  #begin(kept) {
    this.#interview = new Interview(this.#form, kept?.interview);
    const isText = (value) => typeof value === "string" && value !== "";
    this.#person = {
      id: isText(kept?.id) ? kept.id : newID(),
      kept: Object.fromEntries(this.#form.keep.map(({ column }) => column).filter((column) => isText(kept?.kept?.[column]))
        .map((column) => [column, kept.kept[column]])),
      units: kept?.units && typeof kept.units === "object" ? kept.units : {},
    };
    this.#shownCards = new Set();
  }

  #start(message) {
    const kept = this.#memory.recall();
    const count = Object.keys(new Interview(this.#form, kept?.interview).answers).length;
    this.#foot(message ?? "", count > 0);
    this.#screen.show("start", {
      texts: { before: count === 1 ? phrase("before") : phrase("beforeMany", { count }) },
      parts: { keep: this.#keptFields() },
      only: { before: count > 0, first: count === 0, health: this.#asksHealth, encrypted: this.#isEncrypted },
      actions: {
        resume: () => { this.#begin(kept); this.#goOn(); },
        restart: () => this.#forget(),
        submit: () => { this.#takeKept(); this.#keep(); this.#goOn(); },
      },
    });
  }

  get #isEncrypted() { return Boolean(this.#form.teamKey); }
  get #asksHealth() { return this.#form.questions.some((question) => question.isAboutHealth); }

  /** What is asked for a team besides the questions. */
  #keptFields() {
    return this.#form.keep.map(({ column, label }) => element("label", { class: "kept" }, label,
      element("input", { type: "text", name: column, autocomplete: "off", value: this.#person.kept[column] ?? "" })));
  }

  #takeKept() {
    for (const input of this.#screen.element.querySelectorAll(".kept input")) {
      this.#person.kept[input.name] = trimmed(visible(input.value));
    }
  }

  /** Whatever comes next: cards that an answer called for, a question, or the answers. */
  #goOn() {
    const cards = this.#interview.cards.filter((card) => card.level !== "routine" && !this.#shownCards.has(card.id));
    if (cards.length > 0) this.#showCards(cards);
    else if (this.#interview.question) this.#ask();
    else this.#review();
  }

  #showCards(cards) {
    const emergency = cards.some((card) => card.level === "emergency");
    const heading = phrase(emergency ? "readNow" : "worthKnowing");
    this.#screen.show("cards", {
      title: heading, texts: { heading }, only: { emergency },
      parts: { cards: cards.map((card) => careCard(card, this.#form.numbers)) },
      actions: {
        stop: () => this.#stop(),
        back: () => { this.#interview.goBack(); this.#keep(); this.#ask(); },
        "go-on": () => { for (const card of cards) this.#shownCards.add(card.id); this.#goOn(); },
      },
    });
    this.#screen.find("[data-do=go-on]").classList.toggle("main", !emergency);
  }

  #stop() {
    const cards = this.#interview.cards.filter((card) => card.level === "emergency");
    this.#screen.show("stopped", {
      parts: { cards: cards.map((card) => careCard(card, this.#form.numbers)) },
      actions: {
        print: () => print(),
        "go-on": () => { for (const card of this.#interview.cards) this.#shownCards.add(card.id); this.#goOn(); },
      },
    });
  }

  #ask() {
    const { question, progress } = this.#interview;
    const field = fieldFor(question, this.#interview.answers[question.id], this.#form.notSure, this.#person.units);
    const section = this.#form.sections.find((section) => section.id === question.section);
    const isFirst = !this.#interview.asked.some((place) => this.#form.questions[place].section === question.section);
    const words = phrase(progress.isExact ? "progress" : "progressAbout", progress);
    this.#screen.show("question", {
      title: words,
      texts: { section: section.title, progress: words, about: isFirst ? section.about ?? "" : "" },
      parts: { field: [field.element] },
      actions: {
        submit: () => this.#answer(field),
        skip: () => this.#take(null),
        back: this.#interview.canGoBack ? () => { this.#interview.goBack(); this.#keep(); this.#ask(); } : null,
      },
    });
    this.#screen.element.dataset.question = question.id;
    field.element.addEventListener("input", () => this.#screen.part("error").replaceChildren());
    const bar = this.#screen.find("progress");
    bar.max = progress.of;
    bar.value = progress.number - 1;
  }

  #answer(field) {
    let problem;
    try {
      const answer = field.read();
      if (answer) return this.#take(answer);
      problem = field.nothing;
    } catch (mistake) {
      if (!(mistake instanceof Mistake)) throw mistake;
      problem = mistake.words;
      field.markInvalid();
    }
    this.#screen.part("error").replaceChildren(element("p", {}, problem));
    document.title = `${phrase("mistake")} – ${this.#title}`;
    field.focus.focus();
  }

  #take(answer) {
    this.#interview.take(answer);
    this.#keep();
    this.#goOn();
  }

  #review() {
    this.#screen.show("review", {
      parts: { answers: [answerList(this.#interview, (place) => { this.#interview.change(place); this.#ask(); })] },
      actions: {
        finish: () => this.#finish(),
        back: this.#interview.canGoBack ? () => { this.#interview.goBack(); this.#keep(); this.#ask(); } : null,
      },
    });
  }

  #finish() {
    const cards = this.#interview.isEmergency
      ? this.#interview.cards.filter((card) => card.level === "emergency") : this.#interview.cards;
    this.#screen.show("finish", {
      parts: { cards: cards.map((card) => careCard(card, this.#form.numbers)) },
      only: { health: this.#asksHealth, plain: !this.#isEncrypted, encrypted: this.#isEncrypted },
      actions: {
        "save-row": () => this.#saveRow(), print: () => print(), review: () => this.#review(),
        "save-answers": () => this.#save(
          "answers", "answers.json", answersFile(this.#form, this.#interview.answers), "application/json"),
      },
    });
  }

  async #saveRow() {
    const includesHealth = this.#screen.find("#with-health")?.checked ?? false;
    const given = [this.#form, this.#interview.answers, this.#person, includesHealth];
    if (!this.#isEncrypted) {
      return this.#save("row", `answers-${this.#person.id}.csv`, answersRow(...given), "text/csv");
    }
    try {
      const text = await sealed(padded(answersObject(...given)), this.#form.teamKey);
      this.#save("row", `answers-${this.#person.id}.jwe`, text, "application/jose");
    } catch {
      this.#screen.part("row-status").textContent = phrase("notEncrypted");
    }
  }

  /** @param what Says how it went in the part of this name. */
  #save(what, name, text, type) {
    const status = this.#screen.part(`${what}-status`);
    try {
      save(name, text, type);
      status.textContent = phrase("saved", { name });
    } catch {
      status.textContent = phrase("notSaved");
    }
  }

  #keep() {
    const { id, kept, units } = this.#person;
    const isKept = this.#memory.keep({ id, kept, units, interview: this.#interview.state });
    this.#foot(phrase(isKept ? "kept" : "notKept"), isKept);
  }

  /** @param isKept There is something to delete. */
  #foot(text, isKept) {
    document.getElementById("foot").hidden = text === "" && !isKept;
    const line = document.getElementById("kept");
    if (line.textContent !== text) line.textContent = text;
    document.getElementById("forget").hidden = !isKept;
    document.getElementById("really").hidden = true;
  }

  #askToForget(isAsked) {
    document.getElementById("really").hidden = !isAsked;
    document.getElementById("forget").hidden = isAsked;
    document.getElementById(isAsked ? "forget-now" : "forget").focus();
  }

  #forget() {
    this.#memory.forget();
    this.#begin(null);
    this.#start(phrase("deleted"));
  }

  #layOut() {
    document.getElementById("paper").replaceChildren(...paper(this.#interview, this.#person, this.#title));
  }
}

/** Tells files of several people apart, and says nothing about anybody. */
function newID() {
  const bytes = crypto.getRandomValues(new Uint8Array(5));
  return `p-${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

new Page(JSON.parse(document.getElementById("questionnaire").textContent));
