/*
 * The screens: each is a template of the page with its texts and parts filled in. What a button does is told by the page.
 */
class Screen {
  #main = document.getElementById("screen");
  #title = document.title;

  /**
   * @param name Of a template. @param texts By `data-text`. @param parts Elements, by `data-part`.
   * @param only What is shown of `data-only`. @param actions By `data-do`; `submit` for the form.
   */
  show(name, { texts = {}, parts = {}, only = {}, actions = {}, title = "" }) {
    const content = document.getElementById(name).content.cloneNode(true);
    for (const place of content.querySelectorAll("[data-only]")) if (!only[place.dataset.only]) place.remove();
    for (const place of content.querySelectorAll("[data-text]")) place.textContent = texts[place.dataset.text] ?? "";
    for (const place of content.querySelectorAll("[data-part]")) place.append(...(parts[place.dataset.part] ?? []));
    for (const button of content.querySelectorAll("[data-do]")) {
      const action = actions[button.dataset.do];
      if (action) button.addEventListener("click", action);
      else button.remove();
    }
    content.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      actions.submit();
    });
    this.#main.replaceChildren(content);
    this.#main.dataset.screen = name;
    document.title = title ? `${title} – ${this.#title}` : this.#title;
    window.scrollTo(0, 0);
    this.#main.querySelector("h1")?.focus({ preventScroll: true });
  }

  /** A place of the screen that is on show. */
  part(name) { return this.#main.querySelector(`[data-part="${name}"]`); }
  find(selector) { return this.#main.querySelector(selector); }
  get element() { return this.#main; }
}

/** Hands a file to the person. */
function save(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = element("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
