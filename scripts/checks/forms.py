#!/usr/bin/env python3
"""forms.py NAME.FORMAT.ENDING...: checks forms by what their tools demand. Exit status 0 = nothing to complain of."""
import csv, json, re, sys
from pathlib import Path
from expressions import Fields, Wrong, check, limesurvey, redcap, surveyjs

REDCAP = ["Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label",
          "Choices, Calculations, OR Slider Labels", "Field Note", "Text Validation Type OR Show Slider Number",
          "Text Validation Min", "Text Validation Max", "Identifier?", "Branching Logic (Show field only if...)",
          "Required Field?", "Custom Alignment", "Question Number (surveys only)", "Matrix Group Name",
          "Matrix Ranking?", "Field Annotation"]


def xlsform(path):
    """pyxform makes an XForm of it, and ODK Validate runs that."""
    from pyxform.xls2xform import convert
    result = convert(xlsform=path, validate=True, pretty_print=False)
    yield from result.warnings
    if len(result.xform) < 1000:
        yield "the form is empty"


def fhir(path):
    from fhir.resources.R4B.questionnaire import Questionnaire
    form = Questionnaire.model_validate_json(path.read_bytes())
    asked = {}

    def walk(items):
        for item in items or []:
            if item.linkId in asked:
                yield f"{item.linkId} is there twice"
            if item.type not in ("group", "display", "choice", "decimal", "text", "string"):
                yield f"{item.linkId} is of no kind of R4: {item.type}"
            for test in item.enableWhen or []:
                if test.operator not in ("exists", "=", "!=", ">", "<", ">=", "<="):
                    yield f"{item.linkId}: no operator {test.operator}"
                codes = asked.get(test.question)
                if codes is None:
                    yield f"{item.linkId} depends on {test.question}, which was not asked before"
                elif test.answerCoding and test.answerCoding.code not in codes:
                    yield f"{test.question} has no answer {test.answerCoding.code}"
                elif test.operator == "exists" and test.answerBoolean is None:
                    yield f"{item.linkId}: exists is true or false"
            if len(item.enableWhen or []) > 1 and not item.enableBehavior:
                yield f"{item.linkId}: all or any of its tests?"
            asked[item.linkId] = {option.valueCoding.code for option in item.answerOption or []}
            yield from walk(item.item)
    yield from walk(form.item)


ELEMENT = {"type", "name", "title", "description", "visibleIf"}
SURVEYJS = {"html": {"type", "name", "html", "visibleIf"}, "radiogroup": ELEMENT | {"choices"},
            "checkbox": ELEMENT | {"choices", "validators"}, "comment": ELEMENT,
            "text": ELEMENT | {"inputType", "min", "max", "step"}}


def surveyjs_form(path):
    form, fields = json.loads(path.read_text()), Fields()
    known = {"title", "locale", "questionsOnPageMode", "showQuestionNumbers", "showProgressBar",
             "clearInvisibleValues", "pages"}
    yield from (f"no such property: {name}" for name in form.keys() - known)
    for page in form["pages"]:
        yield from (f"no such property of a page: {name}" for name in page.keys() - {"name", "title", "description", "elements"})
        for element in page["elements"]:
            name, kind = element["name"], element["type"]
            yield from (f"{name}: no such property: {key}" for key in element.keys() - SURVEYJS[kind])
            if "visibleIf" in element:
                check(element["visibleIf"], surveyjs(fields))
            codes = [choice["value"] for choice in element.get("choices", [])]
            if kind in ("radiogroup", "checkbox") and len(codes) < 2:
                yield f"{name} has too few choices"
            fields.add(name, codes, kind == "checkbox", element.get("inputType") == "number")
            for validator in element.get("validators", []):
                check(validator["expression"], surveyjs(fields))


def redcap_form(path):
    rows, fields = list(csv.reader(path.open(newline=""))), Fields()
    if rows[0] != REDCAP:
        yield "the headings are not those of a data dictionary"
    if rows[1][0] != "record_id":
        yield "the first field is not the record's id"
    for row in rows[1:]:
        cells = dict(zip(REDCAP, row, strict=True))
        name, kind = cells[REDCAP[0]], cells["Field Type"]
        if not re.fullmatch(r"[a-z][a-z0-9_]{0,99}", name) or "__" in name or name.endswith("_"):
            yield f"{name!r} is no name"
        if kind not in ("text", "notes", "radio", "checkbox", "descriptive"):
            yield f"{name} is of no kind: {kind}"
        if logic := cells[REDCAP[11]]:
            check(logic, redcap(fields))
        choices = [part.strip() for part in cells[REDCAP[5]].split("|")] if cells[REDCAP[5]] else []
        codes = [choice.split(",", 1)[0] for choice in choices]
        for choice in choices:
            if not re.fullmatch(r"[A-Za-z0-9_]+, \S.*", choice):
                yield f"{name}: no choice: {choice!r}"
        if (kind in ("radio", "checkbox")) != bool(choices):
            yield f"{name}: {kind} with {len(choices)} choices"
        if cells[REDCAP[7]] not in ("", "number") or (cells[REDCAP[8]] != "") != (cells[REDCAP[7]] != ""):
            yield f"{name}: its numbers have no range"
        if alone := re.fullmatch(r"@NONEOFTHEABOVE='([\w,]+)'", cells[REDCAP[17]]):
            yield from (f"{name} has no answer {code}" for code in alone[1].split(",") if code not in codes)
        elif cells[REDCAP[17]]:
            yield f"{name}: an unknown annotation"
        fields.add(name, codes, kind == "checkbox", bool(cells[REDCAP[7]]))


def limesurvey_form(path):
    with path.open(newline="", encoding="utf-8") as file:
        rows, fields = list(csv.DictReader(file, delimiter="\t")), Fields()
    kinds = [row["class"] for row in rows]
    if kinds.index("S") > kinds.index("G") or not {"S", "SL", "G", "Q", "SQ", "A"} >= set(kinds):
        yield "the rows are not in the order of a survey"
    question = None

    def close():
        if question:
            fields.add(question["name"], question["codes"], question["type/scale"] == "M", question["type/scale"] == "N")
    for row in rows:
        if None in row or None in row.values():
            yield f"a row has another number of cells: {row}"
        name = row["name"]
        if row["class"] in ("G", "Q"):
            close()
            question = None
        if row["class"] == "Q":
            if not re.fullmatch(r"[A-Za-z][A-Za-z0-9]{0,19}", name):
                yield f"{name!r} is no code of a question"
            if row["type/scale"] not in ("L", "M", "N", "S", "T", "X"):
                yield f"{name} is of no kind"
            question = row | {"codes": []}
            if row["relevance"] != "1":
                check(row["relevance"], limesurvey(fields))
        elif row["class"] in ("A", "SQ"):
            if not re.fullmatch(r"[A-Za-z0-9]{1,5}" if row["class"] == "A" else r"[A-Za-z0-9]{1,20}", name):
                yield f"{name!r} is no code of an answer"
            if (row["class"] == "SQ") != (question["type/scale"] == "M"):
                yield f"{name} does not belong there"
            question["codes"].append(name)
        if re.search(r"\{\S", row["text"] + row["help"]):
            yield f"{name}: its text is an expression"
    close()


def qualtrics(path):
    blocks, ids = path.read_text().split("\n\n"), set()
    if blocks[0].strip() != "[[AdvancedFormat]]":
        yield "it does not begin as the advanced format does"
    for block in blocks[1:]:
        lines = block.strip().split("\n")
        if re.fullmatch(r"\[\[Block:[^\]]+\]\]", lines[0]):
            continue
        kind = re.fullmatch(r"\[\[Question:(MC:SingleAnswer:Vertical|MC:MultipleAnswer:Vertical|TE:SingleLine|TE:Essay|DB)\]\]", lines[0])
        name = re.fullmatch(r"\[\[ID:(\w+)\]\]", lines[1])
        if not kind or not name or name[1] in ids:
            yield f"no question, or one that is there already: {lines[:2]}"
            continue
        ids.add(name[1])
        if kind[1].startswith("MC") != (len(lines) > 4 and lines[3] == "[[Choices]]") or any("[[" in line for line in lines[4:]):
            yield f"{name[1]}: its choices are not there"


FORMATS = {"xlsform": xlsform, "fhir": fhir, "surveyjs": surveyjs_form, "redcap": redcap_form,
           "limesurvey": limesurvey_form, "qualtrics": qualtrics}


def main(paths):
    bad = 0
    for path in map(Path, paths):
        try:
            found = list(FORMATS[path.suffixes[-2][1:]](path))
        except Exception as wrong:  # whatever a checker of others raises is a complaint
            found = [f"{type(wrong).__name__ if not isinstance(wrong, Wrong) else 'condition'}: {wrong}"]
        bad += len(found)
        print(f"{path.name}: {'nothing found' if not found else ''}", flush=True)
        for line in found[:20]:
            print(f"  {line}")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) if len(sys.argv) > 1 else __doc__)
