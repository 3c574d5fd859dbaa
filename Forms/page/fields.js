/*
 * What a question is answered with: options, or something to type. A field shows an answer and reads one.
 */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined && value !== null) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Words of the page, by name; `{name}` stands for a detail. */
function phrase(name, details = {}) {
  const text = document.getElementById("phrases").content.querySelector(`[data-phrase="${name}"]`).textContent;
  return text.replace(/\{(\w+)\}/g, (_, detail) => details[detail] ?? "");
}

/** One line to choose; all of it is the target. */
function optionRow(input, text, isApart = false) {
  input.id = `option-${input.name}-${input.value}`;
  return element("div", { class: isApart ? "option apart" : "option" }, input, element("label", { for: input.id }, text));
}

const heading = (question) => element("h1", { tabindex: -1, id: "asked" }, question.text);
const healthMark = (question) => (question.isSensitive ? element("span", { class: "health" }, phrase("health")) : null);

/** One option of several, or any number of them; "not sure" stands alone. */
class OptionField {
  static NOT_SURE = "-";
  #question;

  constructor(question, answer, notSure) {
    this.#question = question;
    this.isMultiple = question.kind === "choices";
    const isChecked = (id) => answer?.option === id || Boolean(answer?.options?.includes(id));
    const rows = question.options.map((option) => this.#row(option.id, option.text, isChecked(option.id), option.isAlone));
    rows.push(this.#row(OptionField.NOT_SURE, notSure, Boolean(answer?.declined), true));
    const hint = [question.help, this.isMultiple ? phrase("several") : ""].filter(Boolean).join(" ");
    this.element = element("fieldset", { "aria-describedby": "hint error" },
      element("legend", {}, healthMark(question), heading(question)),
      element("p", { class: "hint", id: "hint" }, hint), ...rows);
    if (this.isMultiple) this.element.addEventListener("change", (event) => this.#keepApart(event.target));
  }

  #row(id, text, isChecked, isAlone) {
    const input = element("input", { type: this.isMultiple ? "checkbox" : "radio", name: "answer", value: id });
    input.checked = isChecked;
    if (isAlone) input.dataset.alone = "yes";
    return optionRow(input, text, isAlone && this.isMultiple);
  }

  /** An option that stands alone takes the others away, and they take it away. */
  #keepApart(changed) {
    if (!changed.checked) return;
    for (const input of this.#inputs) {
      if (input !== changed && (changed.dataset.alone || input.dataset.alone)) input.checked = false;
    }
  }

  get #inputs() { return [...this.element.querySelectorAll("input")]; }
  get focus() { return this.#inputs.find((input) => input.checked) ?? this.#inputs[0]; }

  /** The answer; `null` where nothing is chosen. */
  read() {
    const chosen = this.#inputs.filter((input) => input.checked).map((input) => input.value);
    if (chosen.length === 0) return null;
    if (chosen.includes(OptionField.NOT_SURE)) return { declined: true };
    return this.isMultiple ? { options: chosen } : { option: chosen[0] };
  }

  get nothing() { return phrase("nothing"); }
  markInvalid() {}
}

/** A number with its unit, or a few words. */
class TypedField {
  #question;
  #notSure;
  #input;
  #range;
  #unit;

  /** @param preferred The units chosen before, by kind of quantity. */
  constructor(question, answer, notSure, preferred) {
    this.#question = question;
    this.#notSure = notSure;
    this.#unit = this.#units.includes(preferred[this.#kind]) ? preferred[this.#kind] : question.unit;
    this.#input = element("input", {
      type: "text", id: "typed", autocomplete: "off", "aria-labelledby": "asked", "aria-describedby": "hint range error",
      inputmode: this.isNumber ? "decimal" : "text",
    });
    this.#input.value = answer ? this.#written(answer) : "";
    this.#range = element("p", { class: "hint", id: "range" });
    this.element = element("div", {},
      element("div", { class: "asked" }, healthMark(question), heading(question)),
      element("p", { class: "hint", id: "hint" }, question.help), this.isNumber ? this.#range : null,
      element("div", { class: this.isNumber ? "typed" : "typed long" }, this.#input, this.#unitField(preferred)),
      this.isNumber ? this.#notSureRow(answer) : null);
    this.#showRange();
    this.#input.addEventListener("input", () => { if (this.#declined) this.#declined.checked = false; });
    this.element.addEventListener("input", () => this.#input.removeAttribute("aria-invalid"));
  }

  get isNumber() { return this.#question.kind === "number"; }
  get focus() { return this.#input; }
  get #kind() { return this.isNumber ? UNITS[this.#question.unit].kind : null; }
  get #declined() { return this.element.querySelector("input[type=checkbox]"); }

  /** The units that numbers can be typed in; others can be written behind a number. */
  get #units() {
    if (this.#kind === "length") return [...new Set([this.#question.unit, "cm", "in"])].slice(0, 2 + (this.#question.unit !== "cm"));
    if (this.#kind === "time") return ["h", "min"];
    return [this.#question.unit];
  }

  #unitField(preferred) {
    if (!this.isNumber) return null;
    if (this.#units.length < 2) return this.#kind === "count" || this.#kind === "points" ? null : element("span", {}, this.#unit);
    const rows = this.#units.map((unit) => {
      const input = element("input", { type: "radio", name: "unit", value: unit });
      input.checked = unit === this.#unit;
      return optionRow(input, unit);
    });
    const group = element("div", { class: "units", role: "radiogroup", "aria-label": phrase("unit") }, ...rows);
    group.addEventListener("change", (event) => {
      const typed = this.#readable();
      preferred[this.#kind] = this.#unit = event.target.value;
      if (typed && !typed.declined) this.#input.value = this.#written(typed);
      this.#showRange();
    });
    return group;
  }

  #notSureRow(answer) {
    const input = element("input", { type: "checkbox", name: "not-sure", value: OptionField.NOT_SURE });
    input.checked = Boolean(answer?.declined);
    input.addEventListener("change", () => { if (input.checked) this.#input.value = ""; });
    return optionRow(input, this.#notSure, true);
  }

  #showRange() {
    if (!this.isNumber) return;
    this.#range.textContent = phrase("range", this.#limits);
  }

  get #limits() {
    const text = (quantity) => {
      const isBare = ["count", "points"].includes(this.#kind);
      return isBare ? String(quantity) : quantityText(this.#unit, quantity);
    };
    return { low: text(this.#question.low), high: text(this.#question.high) };
  }

  /** An answer as it is typed in the unit of the field. */
  #written(answer) {
    if (answer.declined) return "";
    if (answer.text) return answer.text;
    if (answer.range) return rangeText(this.#unit, answer.range);
    return numberIn(this.#unit, answer.number) ?? quantityText(this.#unit, answer.number);
  }

  #readable() {
    try {
      return typedAnswer(this.#question, this.#input.value, this.#unit, this.#notSure);
    } catch {
      return null;
    }
  }

  /** The answer; `null` where nothing is typed. Throws a `Mistake` with words for it. */
  read() {
    if (this.#declined?.checked) return { declined: true };
    try {
      return typedAnswer(this.#question, this.#input.value, this.#unit, this.#notSure);
    } catch (mistake) {
      if (!(mistake instanceof Mistake)) throw mistake;
      const units = Object.keys(UNITS).filter((unit) => UNITS[unit].kind === this.#kind).join(", ");
      mistake.words = phrase(mistake.kind, { ...mistake.details, ...this.#limits, units });
      throw mistake;
    }
  }

  get nothing() { return phrase("nothingTyped"); }
  markInvalid() { this.#input.setAttribute("aria-invalid", "true"); }
}

const fieldFor = (question, answer, notSure, preferred) =>
  question.options ? new OptionField(question, answer, notSure) : new TypedField(question, answer, notSure, preferred);
