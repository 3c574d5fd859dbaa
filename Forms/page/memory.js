/*
 * What the device keeps: answers as they are given, so that a page that was closed can go on. It works without, too.
 */
class Memory {
  #key;

  /** @param version What tells these questions from others. */
  constructor(version) { this.#key = `sitwell ${version}`; }

  /** What was kept; `null` if nothing was, or it is not to be read. */
  recall() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.#key));
      return kept && typeof kept === "object" ? kept : null;
    } catch {
      return null;
    }
  }

  /** Whether it could be kept. */
  keep(state) {
    try {
      localStorage.setItem(this.#key, JSON.stringify(state));
      return true;
    } catch {
      return false;
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }
}
