"""Workbooks by openpyxl: workbooks.py make SURVEY NAME, compare NAME... (of NAME.csv and NAME.xlsx), or office FOLDER
NAME... (of NAME.csv and what LibreOffice made of NAME.xlsx in the folder)."""

import csv
import glob
import sys

import openpyxl


def make(source, name):
    """The survey as NAME.csv and NAME.xlsx, without rows that are cut short: a sheet knows none."""
    book = openpyxl.Workbook()
    book.active.title = "Notes"
    book.active.append(["made for a check"])
    sheet = book.create_sheet("Answers")
    with open(source, newline="") as survey, open(name + ".csv", "w", newline="") as table:
        writer = csv.writer(table)
        for row in csv.reader(survey):
            if sheet.max_row > 1 and len(row) < sheet.max_column:
                continue
            writer.writerow(row)
            sheet.append([number(cell) for cell in row])
    book.save(name + ".xlsx")


def number(cell):
    try:
        return float(cell) if repr(float(cell)) in (cell, cell + ".0") else cell
    except ValueError:
        return cell or None


def rows(name):
    with open(name + ".csv", newline="") as file:
        return list(csv.reader(file))


def plain(text):
    """Without the apostrophe that keeps a cell of a CSV file from being a formula; a workbook needs none."""
    return text[1:] if text[:1] == "'" and text[1:2] in "=+-@'" else text


def compare(name):
    wanted = rows(name)
    book = openpyxl.load_workbook(name + ".xlsx")
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2", (name, sheet.title)
        assert sheet.auto_filter.ref == sheet.dimensions, (sheet.title, sheet.auto_filter.ref, sheet.dimensions)
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells), (name, sheet.title)
    found = [list(row) for row in book.worksheets[-1].iter_rows()]  # the others sum it up
    assert len(found) == len(wanted), (name, len(found), len(wanted))
    for cells, texts in zip(found, wanted):
        for cell, text in zip(cells, texts):
            value = "" if cell.value is None else str(cell.value)
            assert value == plain(text), (name, cell.coordinate, value, text)
    print(f"{name.rsplit('/', 1)[-1]}.xlsx: {len(found)} rows as in the CSV")


def compare_office(folder, name):
    wanted = rows(name)
    [read] = glob.glob(f"{folder}/{name.rsplit('/', 1)[-1]}*.csv")
    found = rows(read.removesuffix(".csv"))
    assert found == [[plain(text) for text in row] for row in wanted], name
    print(f"{name.rsplit('/', 1)[-1]}.xlsx in LibreOffice: {len(found)} rows as in the CSV")


if sys.argv[1] == "make":
    make(*sys.argv[2:])
elif sys.argv[1] == "office":
    for name in sys.argv[3:]:
        compare_office(sys.argv[2], name)
else:
    for name in sys.argv[2:]:
        compare(name)
