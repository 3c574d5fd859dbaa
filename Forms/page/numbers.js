/*
 * Numbers as people write them: `72`, `72cm`, `1,5 h`, `2 h 30 min`, `2h30`, `1:30`, `5 ft 10`, `7-8`. Read as the program
 * that makes this page reads them, in exact decimals, into whole base units: millimetres, minutes, degrees, percent.
 */
class Mistake extends Error {
  constructor(kind, details = {}) {
    super(kind);
    Object.assign(this, { kind, details });
  }
}

/** An exact decimal, `units` / 10^`places`; `null` for what is none. */
function decimal(text) {
  const found = /^([-−+]?)([0-9]{1,9})(?:[.,]([0-9]{1,6}))?$/u.exec(text);
  if (!found) return null;
  const [, sign, whole, part = ""] = found;
  const units = BigInt(whole + part);
  return { units: "-−".includes(sign) && sign ? -units : units, places: part.length };
}

/** A quotient rounded to a whole number, halves away from zero. */
function rounded(numerator, denominator) {
  const [quotient, rest] = [numerator / denominator, numerator % denominator];
  const isHalf = 2n * (rest < 0n ? -rest : rest) >= denominator;
  return isHalf ? quotient + (rest < 0n ? -1n : rest > 0n ? 1n : 0n) : quotient;
}

const power = (places) => 10n ** BigInt(places);
const product = (a, b) => Number(rounded(a.units * b.units, power(a.places + b.places)));
const isWholeProduct = (a, b) => (a.units * b.units) % power(a.places + b.places) === 0n;

/** Without zeros at the end of the decimals: `7.5`. */
function decimalText({ units, places }) {
  while (places > 0 && units % 10n === 0n) [units, places] = [units / 10n, places - 1];
  if (places === 0) return String(units);
  const digits = String(units < 0n ? -units : units).padStart(places + 1, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

const exactly = (units, places = 0) => ({ units: BigInt(units), places });
const UNITS = {
  mm: { kind: "length", base: exactly(1) }, cm: { kind: "length", base: exactly(10) },
  m: { kind: "length", base: exactly(1000) }, in: { kind: "length", base: exactly(254, 1) },
  ft: { kind: "length", base: exactly(3048, 1) },
  min: { kind: "time", base: exactly(1) }, h: { kind: "time", base: exactly(60) },
  deg: { kind: "angle", base: exactly(1) }, "%": { kind: "share", base: exactly(1) },
  times: { kind: "count", base: exactly(1) }, points: { kind: "points", base: exactly(1) },
};
const BASE_UNITS = { length: "mm", time: "min", angle: "deg", share: "%", count: "times", points: "points" };
const SPELLINGS = {
  ft: ["ft", "ft.", "foot", "feet", "'", "’", "′"], in: ["in", "''", "’’", "”", "in.", "\"", "″", "inch", "inches"],
  h: ["h", "h.", "hr.", "hrs.", "hour", "hours", "hr", "hrs"], min: ["min", "min.", "minute", "minutes", "mins"],
  deg: ["deg", "°", "degree", "degrees"], "%": ["%", "percent"], mm: ["mm"], cm: ["cm"], m: ["m"],
  times: ["times"], points: ["points"],
};

/** A unit as written; among times, `m` is short for minutes. */
function writtenUnit(text, kind) {
  if (text === "m" && kind === "time") return "min";
  return Object.keys(SPELLINGS).find((unit) => SPELLINGS[unit].includes(text)) ?? null;
}

const isBlank = (character) => /[\s\u0085]/u.test(character);
const isDigit = (character) => character >= "0" && character <= "9";
const trimmed = (text) => text.replace(/^[\s\u0085]+|[\s\u0085]+$/gu, "");
/** Without what cannot be seen: joiners, marks of direction, soft hyphens, byte-order marks. */
const visible = (text) =>
  text.replace(/[\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu, "");

class NumberReader {
  #question;
  #plainUnit;

  /** @param plainUnit The unit of numbers without one. */
  constructor(question, plainUnit = question.unit) {
    this.#question = question;
    this.#plainUnit = plainUnit;
    this.kind = UNITS[question.unit].kind;
  }

  /** `[low, high]` in base units, both the same but for a range. Throws a `Mistake`. */
  read(text) {
    const written = text.toLowerCase();
    const plain = inDigits(withoutHedge(written));
    try {
      const number = this.#quantity(plain, text);
      return [number, number];
    } catch (mistake) {
      const range = this.#span(plain);
      if (range) return range;
      throw isLikeADate(written) ? new Mistake("madeADate", { text }) : mistake;
    }
  }

  #isWithin(number) { return number >= this.#question.low && number <= this.#question.high; }

  #bounded(number, text) {
    if (!this.#isWithin(number)) throw new Mistake("outOfRange", { text });
    return number;
  }

  #quantity(written, text) {
    const plain = written.endsWith(".") ? written.slice(0, -1) : written;
    const time = this.kind === "time" ? clockTime(plain) : null;
    if (time !== null) return this.#bounded(time, text);
    const parts = this.#parts(plain, text);
    if (parts.length === 1 && parts[0].thousands) return this.#perhapsThousands(parts[0], text);
    const quantity = parts.reduce(
      (sum, part, place) => sum + product(part.number, this.#unit(part, parts[place - 1], text)), 0);
    if (!this.#isWithin(quantity) && parts.length === 1) {
      const metres = this.#metres(parts[0]);
      if (metres !== null) return metres;
    }
    return this.#bounded(quantity, text);
  }

  /** `1,200` is twelve hundred, if that can be and one and a fifth cannot; otherwise it is asked. */
  #perhapsThousands(part, text) {
    const unit = this.#unit(part, undefined, text);
    const [number, large] = [product(part.number, unit), product(part.thousands, unit)];
    if (!this.#isWithin(number) && !this.#isWithin(large)) throw new Mistake("outOfRange", { text });
    if (this.#isWithin(large) && !this.#isWithin(number)) return large;
    const losesNothing = number >= 100 || isWholeProduct(part.number, unit);
    if (!this.#isWithin(large) && text.includes(".") && losesNothing) return number;
    throw new Mistake("twoReadings", { text, one: decimalText(part.number), other: decimalText(part.thousands) });
  }

  /** `1.75` under a question in centimetres. */
  #metres(part) {
    if (part.unit || part.number.places === 0 || !["cm", "mm"].includes(this.#question.unit)) return null;
    const metres = product(part.number, UNITS.m.base);
    return this.#isWithin(metres) ? metres : null;
  }

  /** `2 h 30 min` has two. */
  #parts(plain, text) {
    const parts = [];
    let rest = plain;
    while (rest) {
      const digits = /^[0-9+\-−.,]*/u.exec(rest)[0];
      const number = decimal(digits);
      if (!number || (parts.length > 0 && !isDigit(digits[0]))) throw new Mistake("notANumber", { text });
      rest = rest.slice(digits.length).replace(/^[\s\u0085]+/u, "");
      const unit = /^[^\s\u00850-9]*/u.exec(rest)[0];
      rest = rest.slice(unit.length).replace(/^[\s\u0085]+/u, "");
      parts.push({ number, unit, thousands: thousands(digits) });
    }
    if (parts.length < 1 || parts.length > 2 || (parts.length === 2 && parts[0].number.units < 0n)) {
      throw new Mistake("notANumber", { text });
    }
    return parts;
  }

  /** A second part is in a smaller unit; what need not be written behind hours are minutes, behind feet inches. */
  #unit(part, first, text) {
    if (!part.unit) {
      if (!first) return UNITS[this.#plainUnit].base;
      const isTwoDigits = part.number.places === 0 && part.number.units >= 10n && part.number.units <= 99n;
      switch (writtenUnit(first.unit, this.kind)) {
        case "h": return UNITS.min.base;
        case "ft": return UNITS.in.base;
        case "m": if (isTwoDigits) return UNITS.cm.base;
      }
      throw new Mistake("notANumber", { text });
    }
    const written = writtenUnit(part.unit, this.kind);
    if (!written) throw new Mistake("unknownUnit", { text: part.unit });
    const unit = UNITS[written];
    if (unit.kind !== this.kind) throw new Mistake("wrongUnit", { text: part.unit });
    const larger = first && writtenUnit(first.unit, this.kind);
    if (larger && product(unit.base, exactly(1)) >= product(UNITS[larger].base, exactly(1))) {
      throw new Mistake("notANumber", { text });
    }
    return unit.base;
  }

  /** What is written as a range; `null` where that is not it, or it reaches out of the bounds. */
  #span(plain) {
    if (new TextEncoder().encode(plain).length > 60) return null;
    let text = plain;
    for (const start of ["between ", "from "]) if (text.startsWith(start)) text = text.slice(start.length);
    for (const joint of [" to ", " or ", " bis ", " and ", "–", "—", "-", " - "]) {
      const ends = text.split(joint).map(trimmed);
      const range = ends.length === 2 ? this.#between(...ends) : null;
      if (range) return range;
    }
    const { low, high } = this.#question;
    if (text.endsWith("+")) {
      const end = this.#end(trimmed(text.slice(0, -1)));
      if (end !== null) return [end, high];
    }
    const behind = (starts) => {
      const start = starts.find((start) => text.startsWith(start));
      return start === undefined ? undefined : this.#end(trimmed(text.slice(start.length)));
    };
    const least = behind(["more than ", "over ", "at least ", ">=", "≥", ">"]);
    if (least !== undefined) return least === null ? null : [least, high];
    const most = behind([
      "less than ", "under ", "up to ", "at most ", "max ", "max. ", "no more than ", "<=", "≤", "<"]);
    return most === undefined || most === null ? null : [low, most];
  }

  /** A first number without a unit has that of the second. */
  #between(low, high) {
    const isBare = /^[0-9.,+\-−]*$/u.test(low);
    const unit = high.replace(/^[0-9.,+\-−]*/u, "");
    const [first, last] = [this.#end(isBare && !/[0-9]/.test(unit) ? low + unit : low), this.#end(high)];
    return first !== null && last !== null && first < last ? [first, last] : null;
  }

  /** Days and months have zeros in front, numbers of a range have not. */
  #end(text) {
    if (/^0[0-9]/.test(text)) return null;
    try {
      return this.#quantity(text, text);
    } catch (mistake) {
      if (mistake instanceof Mistake) return null;
      throw mistake;
    }
  }
}

/** Without what says that a number is not exact. */
function withoutHedge(text) {
  const hedges = ["about ", "around ", "approximately ", "approx. ", "approx ", "roughly ", "ca. ", "ca ", "c. ", "~", "≈"];
  const exact = text.endsWith(" or so") ? trimmed(text.slice(0, -6)) : text;
  const hedge = hedges.find((hedge) => exact.startsWith(hedge));
  return hedge ? trimmed(exact.slice(hedge.length)) : exact;
}

const NUMBER_WORDS = {
  one: "1", two: "2", three: "3", four: "4", five: "5", six: "6", seven: "7", eight: "8", nine: "9", ten: "10",
  eleven: "11", twelve: "12",
};
const TIME_WORDS = {
  "half an hour": "30 min", "half hour": "30 min", "an hour": "1 h", "an hour and a half": "90 min",
  "1 and a half hours": "90 min",
};
const FRACTIONS = { "¼": ".25", "½": ".5", "¾": ".75" };

/** The same in digits: `eight hours`, `half an hour`, `5'10½"`. */
function inDigits(text) {
  if (!/[\p{L}¼½¾]/u.test(text)) return text;
  const known = (words, key) => (Object.hasOwn(words, key) ? words[key] : undefined);
  const words = text.split(" ").filter(Boolean).map((word) => known(NUMBER_WORDS, word) ?? word).join(" ");
  const time = known(TIME_WORDS, words);
  if (time) return time;
  let plain = "";
  for (const character of words) {
    const half = known(FRACTIONS, character);
    if (half && /[0-9] $/.test(plain)) plain = plain.slice(0, -1);
    plain += half ? (/[0-9]$/.test(plain) ? "" : "0") + half : character;
  }
  return plain;
}

/** `1:30`, also `1:30:00`, in minutes; `null` for anything else. */
function clockTime(text) {
  const digits = text.endsWith("h") ? trimmed(text.slice(0, -1)) : text;
  const found = /^([0-9]{1,3}):([0-9]{2})(?::00)?$/.exec(digits);
  return found && Number(found[2]) < 60 ? 60 * Number(found[1]) + Number(found[2]) : null;
}

/** The number without its one mark, where three digits follow that. */
function thousands(digits) {
  const found = /^([^,.]{1,3})[,.]([^,.]{3})$/u.exec(digits);
  return found && found[1][0] !== "0" ? decimal(found[1] + found[2]) : null;
}

/** What a spreadsheet would have made a date of. */
function isLikeADate(text) {
  if (new TextEncoder().encode(text).length >= 40 || !/[0-9]/.test(text)) return false;
  if (/^[+-]?[0-9]+$/.test(text)) return Number(text) >= 39900 && Number(text) <= 60300;
  const month = "(jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-zé]*\\.?";
  return [
    `\\d{1,2}[-./ ]{0,2}${month}([-./ ]{1,2}\\d{2,4})?`, `${month}[-./ ]{1,2}\\d{1,4}`,
    "\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}([ t].*)?", "\\d{1,2}([-/.])\\d{1,2}[-/.]\\d{2,4}( .*)?", "0\\d[-/]\\d{1,2}",
    "\\d{1,2}[-/]0\\d",
  ].some((shape) => new RegExp(`^(?:${shape})$`, "u").test(text));
}
