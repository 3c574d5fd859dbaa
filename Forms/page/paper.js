/*
 * What is shown of cards and answers, on the screen and on paper.
 */
function careCard(card, numbers) {
  const line = (name, text) => element("p", {}, element("strong", {}, phrase(name)), ` ${text}`);
  const calls = numbers.map(({ place, number }) => `${number} (${place})`).join(", ");
  return element("section", { class: `care ${card.level}`, "data-card": card.id },
    element("h2", {}, card.title),
    element("div", {},
      card.signs.length ? element("ul", {}, ...card.signs.map((sign) => element("li", {}, sign))) : null,
      line("ask", card.ask), card.level === "emergency" && calls ? line("numbers", calls) : null,
      line("soon", card.soon), ...card.text.map((text) => element("p", {}, text))));
}

/** Answers by section. @param change Called with the place of a question whose answer is to be changed, on the screen. */
function answerList(interview, change) {
  const { form, answers } = interview;
  const parts = form.sections.map((section) => {
    const places = interview.answered.filter((place) => form.questions[place].section === section.id);
    const rows = places.map((place) => {
      const question = form.questions[place];
      const answer = answers[question.id];
      const row = element("div", {}, element("dt", {}, question.label),
        element("dd", {}, answer ? words(question, answer, form.notSure) : phrase("skipped")));
      if (change) {
        const button = element("button", { type: "button" }, phrase("change"));
        button.setAttribute("aria-label", `${phrase("change")}: ${question.label}`);
        button.addEventListener("click", () => change(place));
        row.append(element("dd", { class: "do" }, button));
      }
      return row;
    });
    return rows.length ? [element("h2", {}, section.title), element("dl", {}, ...rows)] : [];
  });
  return element("div", { class: "given" }, ...parts.flat());
}

/** Everything as it is printed. Where there is an emergency its cards stand alone. */
function paper(interview, person, title) {
  const { cards } = interview;
  const shown = interview.isEmergency ? cards.filter((card) => card.level === "emergency") : cards;
  const kept = interview.form.keep.filter(({ column }) => person.kept[column])
    .map(({ column, label }) => element("p", {}, `${label}: ${person.kept[column]}`));
  return [
    element("h1", {}, title), element("p", {}, phrase("paperDay", { day: today() })), ...kept,
    element("p", {}, phrase("paperNote")), ...shown.map((card) => careCard(card, interview.form.numbers)),
    answerList(interview),
  ];
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
