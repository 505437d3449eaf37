/** What a check of the house reports: where, which rule of the house, and how to mend it. */
export interface Breach {
  readonly file: string
  readonly line: number
  readonly rule: HouseRule
  readonly what: string
}

export type HouseRule =
  | 'upward import'
  | 'import by path into another room'
  | 'import of another area'
  | 'package not for this room'
  | 'circle'
  | 'core has a clock'
  | 'core has chance'
  | 'core knows its host'
  | 'file too long'
  | 'folder without a subject'
  | 'barrel'
  | 'unfinished'
  | 'test left out'
  | 'path of one machine'
  | 'registry host'
  | 'operation without who'
