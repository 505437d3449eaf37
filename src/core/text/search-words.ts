/** What is typed into a search and what is searched, brought to one form: half width, simplified, small letters; blanks, dots and characters without width gone. */
import { fold } from './fold'

/** Longer stretches are compared by so many characters. */
export const KEY_LENGTH = 24

export const searchable = (text: string): string => [...text.normalize('NFKC')].map(fold).join('').toLowerCase().replace(/[^\p{L}\p{N}\p{Co}]/gu, '')

/** The words of a search, each to be found on its own; at most four. */
export const searchWords = (typed: string): string[] => [...new Set(typed.split(/[\s\u3000,，、]+/u).map((w) => [...searchable(w)].slice(0, KEY_LENGTH).join('')).filter((w) => w !== ''))].slice(0, 4)
