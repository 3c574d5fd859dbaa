"""Conditions of survey tools, parsed without the program that wrote them: terms joined by `and` or `or`, which are not mixed
without parentheses, and in each term a question that was asked before, with an answer that it has."""
import re


class Wrong(Exception):
    pass


def check(text, term):
    """Parses a whole condition. `term` is a compiled pattern of one test and what judges its match."""
    place = expression(text, 0, term)
    if place != len(text):
        raise Wrong(f"cannot read {text[place:place + 40]!r}")


def expression(text, place, term):
    place, word = operand(text, place, term), None
    while match := re.compile(r" (and|or) ").match(text, place):
        if word and match[1] != word:
            raise Wrong(f"'and' beside 'or' at {text[place:place + 40]!r}")
        word, place = match[1], operand(text, match.end(), term)
    return place


def operand(text, place, term):
    pattern, judge = term
    if match := pattern.match(text, place):
        judge(match)
        return match.end()
    if text.startswith("(", place):
        place = expression(text, place + 1, term)
        if not text.startswith(")", place):
            raise Wrong(f"a parenthesis is not closed at {text[place:place + 40]!r}")
        return place + 1
    raise Wrong(f"cannot read {text[place:place + 40]!r}")


class Fields:
    """What was asked so far: names, with the codes of their answers; none for numbers and text."""

    def __init__(self):
        self.codes, self.several, self.numbers = {}, set(), set()

    def add(self, name, codes=(), several=False, number=False):
        if name.lower() in (known.lower() for known in self.codes):
            raise Wrong(f"{name} is there twice")
        if len(set(codes)) != len(codes):
            raise Wrong(f"{name} has a code twice")
        self.codes[name] = set(codes)
        if several:
            self.several.add(name)
        if number:
            self.numbers.add(name)

    def has(self, name, code=None, several=None, number=None):
        if name not in self.codes:
            raise Wrong(f"{name} was not asked before")
        if code is not None and code not in self.codes[name]:
            raise Wrong(f"{name} has no answer {code}")
        if several is not None and several != (name in self.several):
            raise Wrong(f"{name} is tested as if it had {'several answers' if several else 'one answer'}")
        if number and name not in self.numbers:
            raise Wrong(f"{name} is compared as a number")


def limesurvey(fields):
    name = r"([A-Za-z][A-Za-z0-9]*)(?:_([A-Za-z0-9]+))?\.NAOK"
    pattern = re.compile(
        rf"count\((?P<list>[^()]*)\) == 0|!?is_empty\({name}\)|{name} (==|!=) '(\w*)'|{name} (<=?|>=?) (-?[\d.]+)")

    def judge(match):
        one = re.compile(name)
        if match["list"]:
            for part in match["list"].split(", "):
                found = one.fullmatch(part) or bad(part)
                fields.has(found[1], found[2], several=True)
            return
        for found in one.finditer(match[0]):
            value = re.search(r"'(\w*)'", match[0])
            if found[2]:
                fields.has(found[1], found[2], several=True)
                if value and value[1] != "Y":
                    raise Wrong(f"{found[0]} is Y or nothing")
            elif value:
                fields.has(found[1], value[1], several=False)
            else:
                fields.has(found[1], several=False, number=re.search(r"[<>]", match[0]))
    return pattern, judge


def redcap(fields):
    pattern = re.compile(r"\[(\w+)(?:\((\w+)\))?\] (?:(=|<>) '(\w*)'|(<=?|>=?) (-?[\d.]+))")

    def judge(match):
        name, code, _, value, sign, _ = match.groups()
        if code:
            fields.has(name, code, several=True)
            if value != "1":
                raise Wrong(f"{match[0]}: a box is 1 or not")
        elif value:
            fields.has(name, value, several=False)
        else:
            fields.has(name, several=False, number=sign)
    return pattern, judge


def surveyjs(fields):
    pattern = re.compile(r"\{(\w+)(\.length)?\} (?:(empty)|(=|contains|notcontains) ('\w+'|1)|(<=?|>=?) (-?[\d.]+))")

    def judge(match):
        name, length, empty, sign, value, comparison, _ = match.groups()
        if empty:
            fields.has(name)
        elif length:
            fields.has(name, several=True)
        elif comparison:
            fields.has(name, number=True)
        else:
            fields.has(name, value.strip("'"), several=sign != "=")
    return pattern, judge


def bad(text):
    raise Wrong(f"cannot read {text!r}")
