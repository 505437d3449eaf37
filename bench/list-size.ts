/** The long list that is written: as many rows as a national campaign, as many columns as a form has short fields. */
export const ROWS = 100_000
export const COLUMNS = 18
