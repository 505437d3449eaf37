/** The measures of GB/T 9704-2012 that both typesetters use, in millimetres and points. */

/** 5.1, 5.2.1: A4; 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm. */
export const paper = { width: 210, height: 297 } as const
export const core = { top: 37, left: 28, width: 156, height: 225 } as const
export const margins = { top: core.top, left: core.left, right: paper.width - core.left - core.width, bottom: paper.height - core.top - core.height } as const

/** 5.2.3: 22 lines of 28 characters that fill the 版心. */
export const lines = 22
export const characters = 28
export const mmToPoint = 72 / 25.4
/** One character's cell, in mm: 15.79 pt, between the 3号 of type (15.75 pt) and that of word processors (16 pt). 28 of 16 pt would not go into 156 mm. */
export const cell = core.width / characters
/** From line to line, in mm, when the first touches the upper and the last the lower edge: 字高 and 7/8 of it (clause 3). */
export const pitch = (core.height - cell) / (lines - 1)

/** Sizes of type in points: 2号, 3号, 4号. */
export const size = { title: 22, body: 16, small: 14 } as const
/** How many 2号 characters a line of a title holds. */
export const titleWidth = Math.floor((core.width * mmToPoint) / size.title)
/** 7.2.4: the mark's upper edge is 35 mm below that of the 版心. */
export const markTop = 35
/** 7.2.7: the red line 4 mm below the number. */
export const lineBelowNumber = 4
/** 7.4.1: thick and thin lines of the imprint. */
export const imprintLine = { thick: 0.35, thin: 0.25 } as const
/** 7.5: the dash of the page number 7 mm below the 版心. */
export const pageNumberBelow = 7

/** Width of a text in cells: a Han character or full-width mark is one, a Latin letter or digit about a half. */
export const cellsOf = (text: string): number => [...text].reduce((sum, c) => sum + (/[\u0020-\u024f]/.test(c) ? 0.5 : 1), 0)

/** 7.2.4 leaves the mark's size to the office: striking, and no wider than the 版心. Long names are set in narrower letters first (长体), then smaller. */
export const markSize = (issuers: readonly string[], suffix: string | null): { readonly size: number; readonly narrow: number } => {
  const longest = Math.max(...issuers.map((name) => [...name].length)) + (suffix === null ? 0 : [...suffix].length + (issuers.length > 1 ? 0.5 : 0))
  // With several issuers the lines must leave room for body text on the first page (7.3.3).
  const tallest = issuers.length === 1 ? 46 : Math.max(22, 46 - 5 * (issuers.length - 1))
  const room = 150 * mmToPoint
  const narrow = Math.min(1, Math.max(0.66, room / (longest * tallest)))
  return { size: Math.min(tallest, room / (longest * narrow)), narrow }
}
