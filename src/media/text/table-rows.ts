/** A row of a table as lines of text. */

const filled = (lines: readonly string[]): string[] => lines.filter((line) => line.trim() !== '')
/** More paragraphs than this in one cell, and the table lays out a page rather than holding data. */
const mostInACell = 6

/** One line with tabs between the cells; a cell that holds whole paragraphs keeps them. */
export const rowLines = (cells: readonly (readonly string[])[]): string[] => {
  const said = cells.map(filled)
  const full = said.filter((lines) => lines.length > 0)
  if (full.length <= 1 || full.some((lines) => lines.length > mostInACell)) return full.flat()
  return [said.map((lines) => lines.map((line) => line.trim().replaceAll('\n', ' ')).join(' ')).join('\t').trimEnd()]
}
