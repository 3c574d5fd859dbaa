/*
 * Answers, as they are kept here and as files hold them. One of
 * {option: id} · {options: [id, …]} · {number: n} · {range: [low, high]} · {text: "…"} · {declined: true}
 */
const DECLINING = [
  "-", "not_sure", "not sure", "unsure", "don't know", "dont know", "do not know", "i don't know", "i do not know",
  "prefer not to say", "prefer not to answer", "rather not say",
];
const BLANKS = ["na", "n/a", "n.a", "#n/a", "<na>", "nan", "null", "-99", "-99.0", "-999", "not answered", "no answer"];

/** What is compared of words: small letters, single blanks, straight quotes, no full stop at the end. */
function normalised(text) {
  const words = visible(text).toLowerCase().split(/[\s\u0085]+/u).filter(Boolean).join(" ");
  return words.replace(/[‘’‚‛′]/gu, "'").replace(/[“”„‟″]/gu, "\"").replace(/\.$/u, "");
}

/** The answer that was typed; `null` where nothing was. Throws a `Mistake`. */
function typedAnswer(question, text, plainUnit, notSure) {
  const typed = trimmed(question.kind === "number" ? visible(text) : text);
  if (!typed) return null;
  if (question.kind === "text") return { text: typed };
  if (DECLINING.includes(normalised(typed)) || normalised(typed) === normalised(notSure)) return { declined: true };
  try {
    const [low, high] = new NumberReader(question, plainUnit).read(typed);
    return low === high ? { number: low } : { range: [low, high] };
  } catch (mistake) {
    if (typed === "." || BLANKS.includes(normalised(typed))) return null;
    throw mistake;
  }
}

/** Whether something kept on the device is an answer to this question still. */
function fits(question, answer) {
  if (!answer || typeof answer !== "object") return false;
  if (answer.declined === true) return true;
  const ids = (question.options ?? []).map((option) => option.id);
  const isNumber = (number) => Number.isInteger(number) && number >= question.low && number <= question.high;
  switch (question.kind) {
    case "choice": return ids.includes(answer.option);
    case "choices":
      return Array.isArray(answer.options) && answer.options.length > 0 && answer.options.every((id) => ids.includes(id));
    case "number":
      return isNumber(answer.number) || (Array.isArray(answer.range) && answer.range.every(isNumber));
    default: return typeof answer.text === "string" && answer.text !== "";
  }
}

/** A quantity in base units as a number of a unit that reads back as the same; `null` where that would not be exact. */
function numberIn(unit, quantity) {
  const { base } = UNITS[unit];
  for (let places = 0; places <= 2; places++) {
    const units = rounded(BigInt(quantity) * power(base.places + places), base.units);
    const isExact = base.places > 0
      ? product({ units, places }, base) === quantity : units * base.units === BigInt(quantity) * power(places);
    if (isExact) return decimalText({ units, places });
  }
  return null;
}

/** `1.5 h`; `100 min`, where hours would not be exact. */
function quantityText(unit, quantity) {
  const number = numberIn(unit, quantity);
  return number === null ? quantityText(BASE_UNITS[UNITS[unit].kind], quantity) : `${number} ${unit}`;
}

function rangeText(unit, [low, high]) {
  const isPlain = numberIn(unit, low) !== null && numberIn(unit, high) !== null;
  return `${isPlain ? numberIn(unit, low) : quantityText(unit, low)} to ${quantityText(unit, high)}`;
}

/** As files hold it, which reads back as the same answer. */
function code(question, answer) {
  if (answer.declined) return "-";
  if (answer.option) return answer.option;
  if (answer.options) return answer.options.join(";");
  if (answer.range) return rangeText(question.unit, answer.range);
  if ("number" in answer) return numberIn(question.unit, answer.number) ?? quantityText(question.unit, answer.number);
  return answer.text;
}

/** As a person reads it. */
function words(question, answer, notSure) {
  if (answer.declined) return notSure;
  const text = (id) => question.options.find((option) => option.id === id).text;
  if (answer.option) return text(answer.option);
  if (answer.options) return answer.options.map(text).join("; ");
  if (answer.range) return rangeText(question.unit, answer.range);
  if ("number" in answer) return quantityText(question.unit, answer.number);
  return answer.text;
}

/** One person's answers for `sitwell assess --answers`: a line each, in the order of the questions. */
function answersFile(form, answers) {
  const lines = form.questions.filter((question) => answers[question.id]).map((question) => {
    const answer = answers[question.id];
    const value = answer.declined ? null : answer.options ?? code(question, answer);
    return `  ${JSON.stringify(question.id)}: ${JSON.stringify(value)}`;
  });
  return lines.length ? `{\n${lines.join(",\n")}\n}\n` : "{}\n";
}

/** A heading and a row for `sitwell score`. Answers about health are left out unless the person says otherwise. */
function answersRow(form, answers, person, includesHealth) {
  const questions = form.questions.filter((question) => includesHealth || !question.isAboutHealth);
  const row = [
    ["id", person.id], ...form.keep.map(({ column }) => [column, person.kept[column] ?? ""]),
    ...questions.map((question) => [question.id, answers[question.id] ? code(question, answers[question.id]) : ""]),
  ];
  return [0, 1].map((place) => row.map((cell) => field(cell[place])).join(",") + "\n").join("");
}

/** The same as an object in one line, to be encrypted. */
function answersObject(form, answers, person, includesHealth) {
  const told = form.questions.filter((question) => answers[question.id] && (includesHealth || !question.isAboutHealth));
  return JSON.stringify(Object.fromEntries([
    ["id", person.id], ...form.keep.map(({ column }) => [column, person.kept[column] ?? ""]),
    ...told.map((question) => [question.id, code(question, answers[question.id])]),
  ]));
}

/** A cell of a table: no spreadsheet takes it for a formula, and it is quoted where it must be. */
function field(text) {
  const cell = isTakenForFormula(text) ? `'${text}` : text;
  return /[,"\n\r]|^ | $/.test(cell) ? `"${cell.replaceAll("\"", "\"\"")}"` : cell;
}

/** Programs look for the sign behind what they strip or do not show; a number with a sign, and a lone hyphen, is none. */
function isTakenForFormula(text) {
  const bare = text.replace(/^'+/, "");
  if (/^[\t\r]/.test(bare)) return true;
  const isSigned = /^[\s\p{Default_Ignorable_Code_Point}\u0000-\u001F]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u.test(bare);
  return isSigned && bare !== "-" && !/^[-+][0-9]+([.,][0-9]+)?$/.test(bare);
}
