/*
 * What decides which question is asked and which card is shown: conditions over answers that may be missing.
 *
 * An unanswered question stands for every answer it could have, so a condition can be true, false, or either (strong
 * Kleene logic), and a quantity is an interval. A question that is not asked speaks for nothing: every comparison that
 * reads it is false, plain or negated. The program that makes this page decides by the same rules.
 */
class Evaluation {
  #form;
  #answers;
  #counted = new Map();
  #measured = new Map();

  constructor(form, answers) {
    this.#form = form;
    this.#answers = answers;
  }

  /** Whether a question is asked: "asked", "undecided" or "not asked". */
  reach(question) {
    if (!question.askWhen) return "asked";
    const truth = this.#truth(question.askWhen, { negated: false, heeded: true });
    if (!truth.canBeTrue) return "not asked";
    return truth.canBeFalse ? "undecided" : "asked";
  }

  /** Whether a condition certainly holds by what is given, asked or not: a warning sign counts wherever it was given. */
  isGiven(condition) {
    const truth = this.#truth(condition, { negated: false, heeded: false });
    return truth.canBeTrue && !truth.canBeFalse;
  }

  #truth(condition, sense) {
    const parts = (list) => list.map((part) => this.#truth(part, sense));
    if (condition.not) return this.#truth(condition.not, { ...sense, negated: !sense.negated });
    if (condition.all) return sense.negated ? some(1, parts(condition.all)) : every(parts(condition.all));
    if (condition.any) return sense.negated ? every(parts(condition.any)) : some(1, parts(condition.any));
    if (condition.of) {
      const count = sense.negated ? condition.of.length - condition.atLeast + 1 : condition.atLeast;
      return some(count, parts(condition.of));
    }
    return this.#comparison(condition, sense);
  }

  /** A condition on a single answer or quantity. */
  #comparison(condition, { negated, heeded }) {
    const plain = condition.chosen ? this.#choice(condition) : this.#range(condition);
    const truth = negated ? { canBeTrue: plain.canBeFalse, canBeFalse: plain.canBeTrue } : plain;
    return heeded ? every([truth, ...condition.reads.map((id) => this.#counts(id))]) : truth;
  }

  /** The answer is, or holds, one of some options. */
  #choice({ chosen, options }) {
    const answer = this.#answers[chosen];
    const given = answer?.option ? [answer.option] : answer?.options;
    if (given) return certain(given.some((id) => options.includes(id)));
    const all = this.#form.byID.get(chosen).options;
    return { canBeTrue: options.length > 0, canBeFalse: all.some((option) => !options.includes(option.id)) };
  }

  /** A quantity lies in a range, both ends included; an end that is missing is open. */
  #range({ quantity, from = -Infinity, to = Infinity }) {
    const [low, high] = this.#interval(quantity);
    return { canBeTrue: low <= to && high >= from, canBeFalse: low < from || high > to };
  }

  /** Whether a question is asked of the person, or may be and was answered. */
  #counts(id) {
    const question = this.#form.byID.get(id);
    if (!question.askWhen) return certain(true);
    if (!this.#counted.has(id)) {
      const asked = this.#truth(question.askWhen, { negated: false, heeded: true });
      const settled = asked.canBeTrue && isGiven(this.#answers[id]);
      this.#counted.set(id, { canBeTrue: asked.canBeTrue, canBeFalse: asked.canBeFalse && !settled });
    }
    return this.#counted.get(id);
  }

  /** The least and the greatest that a formula can come to, in base units. */
  #interval(formula) {
    const of = (part) => this.#interval(part);
    if ("constant" in formula) return [formula.constant, formula.constant];
    if (formula.answer) return this.#number(formula.answer);
    if (formula.total) return this.#total(formula);
    if (formula.measure) return this.#measure(formula.measure);
    if (formula.sum) return add(...formula.sum.map(of));
    if (formula.difference) {
      const [a, b] = formula.difference.map(of);
      return [a[0] - b[1], a[1] - b[0]];
    }
    if (formula.scaled) {
      const ends = of(formula.scaled).map((end) => scaled(end, formula));
      return [Math.min(...ends), Math.max(...ends)];
    }
    if (formula.least) return bounds(formula.least.map(of), Math.min);
    if (formula.greatest) return bounds(formula.greatest.map(of), Math.max);
    return this.#cells(formula.table, of(formula.row), of(formula.column));
  }

  #number(id) {
    const answer = this.#answers[id];
    if (answer?.range) return answer.range;
    if (answer && "number" in answer) return [answer.number, answer.number];
    const { low, high } = this.#form.byID.get(id);
    return [low, high];
  }

  /** Points of the chosen options, or how many there are. */
  #total({ total, points, open }) {
    const answer = this.#answers[total];
    const given = answer?.option ? [answer.option] : answer?.options;
    if (!given) return open;
    const all = this.#form.byID.get(total).options;
    const sum = all.reduce((sum, option, place) => sum + (given.includes(option.id) ? points[place] : 0), 0);
    return [sum, sum];
  }

  #measure(id) {
    if (!this.#measured.has(id)) this.#measured.set(id, this.#interval(this.#form.measures[id]));
    return this.#measured.get(id);
  }

  #cells(id, row, column) {
    const { rows, columns, cells } = this.#form.tables[id];
    const within = (value, [low, high]) => Math.min(Math.max(value, low), high);
    const width = columns[1] - columns[0] + 1;
    const reached = [];
    for (let r = within(row[0], rows); r <= within(row[1], rows); r++) {
      for (let c = within(column[0], columns); c <= within(column[1], columns); c++) {
        reached.push(cells[(r - rows[0]) * width + c - columns[0]]);
      }
    }
    return [Math.min(...reached), Math.max(...reached)];
  }
}

const certain = (isTrue) => ({ canBeTrue: isTrue, canBeFalse: !isTrue });

const every = (parts) => ({
  canBeTrue: parts.every((part) => part.canBeTrue),
  canBeFalse: parts.some((part) => part.canBeFalse),
});

/** At least so many of the parts. */
const some = (count, parts) => ({
  canBeTrue: parts.filter((part) => part.canBeTrue).length >= count,
  canBeFalse: parts.filter((part) => !part.canBeFalse).length < count,
});

const add = (a, b) => [a[0] + b[0], a[1] + b[1]];
const bounds = (parts, choose) => [0, 1].map((end) => choose(...parts.map((part) => part[end])));

/** Rounded to a whole number, halves away from zero. */
const scaled = (value, { units, places }) => Number(rounded(BigInt(units) * BigInt(value), 10n ** BigInt(places)));

/** "Not sure" leaves open whatever depends on it, as no answer does. */
const isGiven = (answer) => Boolean(answer) && !answer.declined;
