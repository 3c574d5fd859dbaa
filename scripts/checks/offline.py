"""The offline page in a browser: opened from a file, and walked through by clicks on what a person sees."""
import json
from browser import address

# People are walked through in the page itself, many at a call: every answer goes through the inputs and the buttons.
WALK = r"""
const main = document.getElementById('screen');
const press = what => main.querySelector(`[data-do="${what}"]`).click();
const submit = () => main.querySelector('form').requestSubmit();
const form = JSON.parse(document.getElementById('questionnaire').textContent);
const kept = () => JSON.parse(localStorage.getItem('sitwell ' + form.version));
const files = [];
URL.createObjectURL = blob => { files.push(blob.text()); return '#'; };
HTMLAnchorElement.prototype.click = function () {};

function answer(code) {
  const typed = main.querySelector('#typed');
  if (code === '-' || !typed) {
    for (const id of code.split(';')) main.querySelector(`form input[value="${id}"]`).click();
  } else {
    typed.value = code;
    typed.dispatchEvent(new Event('input', {bubbles: true}));
  }
  submit();
}

// How the page reads a text at the number question that is on show.
function reading(text) {
  const {question} = main.dataset;
  answer(text === '-' ? ' -' : text);
  const isStill = main.dataset.screen === 'question' && main.dataset.question === question;
  if (isStill) return main.querySelector('#typed').matches('[aria-invalid]') ? 'mistake' : 'nothing';
  const given = kept().interview.answers[question];
  press('back');
  return given.declined ? 'declined' : (given.range ?? [given.number, given.number]).join(' ');
}

async function walk(person, texts, done) {
  document.getElementById('forget-now').click();
  submit();
  const [asked, cards, readings, progress] = [[], [], [], []];
  while (main.dataset.screen !== 'review') {
    if (main.dataset.screen === 'cards') {
      cards.push(...[...main.querySelectorAll('[data-card]')].map(card => card.dataset.card));
      press('go-on');
      continue;
    }
    const {question} = main.dataset;
    if (texts && !done.has(question) && main.querySelector('#typed[inputmode=decimal]')) {
      done.add(question);
      for (const text of texts) readings.push({question, text, read: reading(text)});
    }
    asked.push(question);
    progress.push(main.querySelector('[data-text=progress]').textContent);
    if (asked.length > 500) throw new Error('no end: ' + asked.slice(-5));
    if (question in person.answers) answer(person.answers[question]); else press('skip');
  }
  press('finish');
  const rows = [];
  for (const withHealth of [false, true]) {
    const box = main.querySelector('#with-health');
    if (withHealth && box) box.click();
    press('save-row');
    rows.push(await files.pop());
  }
  press('save-answers');
  return {asked, progress, cards, readings, rows, answers: await files.pop()};
}
"""

WALK_ALL = WALK + r"""
const [people, texts, before, callback] = arguments;
const done = new Set(before);
(async () => {
  const walked = [];
  for (const person of people) walked.push(await walk(person, texts, done));
  return {walked, done: [...done]};
})().then(callback, error => callback({error: String(error && error.stack || error)}))
"""


def walk_all(browser, page, people, texts=None):
    """What the page asks of each of these people; with `texts`, also how it reads each of them at each number question."""
    walked, done = [], []
    browser.get(address(page))
    for start in range(0, len(people), 50):
        answer = browser.execute_async_script(WALK_ALL, people[start:start + 50], texts, done)
        if "error" in answer:
            raise RuntimeError(answer["error"])
        walked += answer["walked"]
        done = answer["done"]
    return walked


def lines(path):
    return [json.loads(line) for line in open(path, encoding="utf-8")]
