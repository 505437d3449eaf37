/** The finished text of a notice, whatever it came from. */
import { noticeLimits } from './extracted'
import { empty, Refused, tooLong } from './refusals'

/**
 * Line ends as \n, no characters that nobody sees, no spaces at line ends, at most one empty line in a row.
 * @throws Refused when nothing is left, or more than a notice can have
 */
export const finished = (text: string): string => {
  // What is so long will not get short; passes over it would only take time.
  if (text.length > 4 * noticeLimits.characters) throw new Refused(tooLong())
  const clean = text.replace(/\r\n?|\u2028|\u2029|\f|\v/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\ufeff\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .split('\n').map((line) => line.trimEnd()).join('\n').replace(/\n{3,}/g, '\n\n').replace(/^\n+|\n+$/g, '')
  if (clean.trim() === '') throw new Refused(empty())
  if (clean.length > noticeLimits.characters) throw new Refused(tooLong())
  return clean
}
