/** About how wide 13 px letters are: Han characters are square, others half as wide. */
export const widthOf = (text: string): number => [...text].reduce((n, c) => n + (/[\u2e80-\uffef]/u.test(c) ? 13 : 7.2), 0)

const GAP = 14
/** Room for names at the left of bars; 0: they find none there, and stand above. @param width of the drawing */
export const labelRoom = (names: readonly string[], width: number): number => {
  const wanted = Math.ceil(Math.max(64, ...names.map(widthOf))) + GAP
  return width >= 480 && wanted <= width * 0.36 ? wanted : 0
}
