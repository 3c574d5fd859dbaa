/*
 * Which question comes next, and how to get back: the interview without its words. The same as in the terminal.
 */
class Interview {
  /** By id of the question. */
  answers = {};
  /** Places of the questions asked so far, in the order they were asked. */
  asked = [];
  /** The place of the question to ask; `null` when there is none left. */
  current = null;
  /** An answer is looked at again: its place, and where it stood in `asked`. */
  #changing = null;

  constructor(form, kept) {
    this.form = form;
    if (kept) this.#takeUp(kept);
    this.current = this.#resumed(kept?.current) ?? this.#next();
  }

  get question() { return this.current === null ? null : this.form.questions[this.current]; }
  get canGoBack() { return this.asked.length > 0 || this.#changing !== null; }

  /** What to keep on the device. */
  get state() { return { answers: this.answers, asked: this.asked, current: this.current }; }

  /** Takes an answer to the current question and goes on; `null` = skipped. */
  take(answer) {
    const { id } = this.question;
    if (answer) this.answers[id] = answer;
    else delete this.answers[id];
    this.asked.push(this.current);
    this.#changing = null;
    this.current = this.#next();
  }

  /** To the question before, or from an answer looked at again to where that was wished for; answers stay. */
  goBack() {
    if (this.#changing) {
      const { place, at } = this.#changing;
      this.#changing = null;
      this.asked.splice(Math.min(at, this.asked.length), 0, place);
      this.current = this.#next();
    } else if (this.asked.length > 0) {
      this.current = this.asked.pop();
    }
  }

  /** Asks a question again; afterwards only those that now are asked too and have no answer. */
  change(place) {
    const at = this.asked.indexOf(place);
    if (at >= 0) this.asked.splice(at, 1);
    this.#changing = { place, at: at >= 0 ? at : this.asked.length };
    this.current = place;
  }

  /** Which question this is and how many there will be: those not decided yet count half. */
  get progress() {
    const reach = this.#assumedReach();
    const rest = reach.map((reach, place) =>
      place === this.current ? "asked" : this.#waits(place) ? reach : "not asked");
    const count = (reach) => rest.filter((other) => other === reach).length;
    const number = this.asked.length + 1;
    const open = count("undecided");
    const of = Math.max(number, this.asked.length + count("asked") + Math.floor((open + 1) / 2));
    return { number, of, isExact: open === 0 };
  }

  /** Places of the questions that the person was asked, or answered, and that count. */
  get answered() {
    const reach = this.#reach(this.answers);
    return reach.flatMap((reach, place) =>
      reach !== "not asked" && (this.answers[this.form.questions[place].id] || this.asked.includes(place)) ? [place] : []);
  }

  /** Cards that the answers call for, the most pressing first. */
  get cards() {
    const evaluation = new Evaluation(this.form, this.answers);
    const called = this.form.cards.filter((card) => evaluation.isGiven(card.when));
    return ["emergency", "urgent", "routine"].flatMap((level) => called.filter((card) => card.level === level));
  }

  get isEmergency() { return this.cards.some((card) => card.level === "emergency"); }

  /** Answers kept before, as far as they fit the questions. */
  #takeUp({ answers, asked }) {
    for (const question of this.form.questions) {
      if (fits(question, answers?.[question.id])) this.answers[question.id] = answers[question.id];
    }
    const isPlace = (place) => Number.isInteger(place) && place >= 0 && place < this.form.questions.length;
    if (Array.isArray(asked)) this.asked = [...new Set(asked.filter(isPlace))];
  }

  /** The question that was on show when the page was left, if it is still to be asked. */
  #resumed(place) {
    if (!Number.isInteger(place) || !this.form.questions[place] || this.asked.includes(place)) return null;
    return this.#assumedReach()[place] === "not asked" ? null : place;
  }

  /** What may or may not apply is asked, but for health: that waits until it applies. */
  #next() {
    const reach = this.#assumedReach();
    const place = this.form.questions.findIndex((question, place) => this.#waits(place)
      && (reach[place] === "asked" || (reach[place] === "undecided" && !question.isSensitive)));
    return place < 0 ? null : place;
  }

  #waits(place) { return !this.answers[this.form.questions[place].id] && !this.asked.includes(place); }

  /** Of a list that was skipped, or answered with "not sure", nothing is assumed to be ticked. */
  #assumedReach() {
    const assumed = { ...this.answers };
    for (const question of this.asked.map((place) => this.form.questions[place])) {
      const alone = question.kind === "choices" && question.options.find((option) => option.isAlone);
      if (alone && !isGiven(assumed[question.id])) assumed[question.id] = { options: [alone.id] };
    }
    return this.#reach(assumed);
  }

  #reach(answers) {
    const evaluation = new Evaluation(this.form, answers);
    return this.form.questions.map((question) => evaluation.reach(question));
  }
}
