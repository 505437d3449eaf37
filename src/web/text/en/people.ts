import type { people as zh } from '../zh/people'

export const people: Record<keyof typeof zh, string> = {
  'sheet.open': 'Import a summary sheet', 'sheet.title': 'Import candidates from a summary sheet', 'sheet.note': 'One person a line; each becomes a nomination in draft, without a seat. What is there already is not changed, and a second import adds nothing.', 'sheet.takes': 'Headings that are known: {headings}. Titles may stand above them, and headings may take two lines. Set the column of ID numbers to text.',
  'sheet.kinds': 'Excel (.xlsx) or CSV (UTF-8, GB18030, UTF-16)', 'sheet.choose': 'Choose a sheet', 'sheet.other': 'Another one', 'sheet.drop': 'Do not import', 'sheet.reading': 'Reading {name}', 'sheet.tooLarge': 'The file is too large: {size}, at most 5 MB', 'sheet.columns': 'Columns read', 'sheet.column': '{heading} → {field}',
  'sheet.create': 'New', 'sheet.same': 'There, unchanged', 'sheet.refused': 'Not imported', 'sheet.rows': 'lines', 'sheet.line': 'Line', 'sheet.name': 'Name', 'sheet.effect': 'Effect', 'sheet.read': 'Read as', 'sheet.findings': 'Please look', 'sheet.fine': '—', 'sheet.preview': 'Preview of {name}', 'sheet.allRows': 'All {n} lines', 'sheet.problemRows': 'Only the {n} with questions',
  'sheet.act': 'Import {n}', 'sheet.actSome': 'Import {n}; {m} lines are left out', 'sheet.nothing': 'Nothing to import', 'sheet.done': '{n} nominations were begun', 'sheet.back': 'Back to the campaign', 'sheet.closed': 'Nothing can be imported now', 'sheet.closedFact': 'Only the clerk, and while nominations are open.',
}
