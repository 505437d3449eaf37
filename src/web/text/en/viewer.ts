/** English of `zh/viewer.ts`. */
import type { viewer as zh } from '../zh/viewer'
export const viewer = {
  look: 'Look',
  lookAt: 'Look at {name}',
  previous: 'Previous',
  next: 'Next',
  turn: 'Turn',
  take: 'Original',
  close: 'Close',
  page: '{title}, page {n} of {of}',
  drawing: 'Fetching the picture',
  failed: 'It cannot be shown here: the file may be damaged, or the time for looking is over.',
  noFilm: 'This browser cannot play the film: its coding may not be supported, or the time for looking is over.',
  again: 'Try again',
  undrawn: 'Page {n} cannot be drawn here: the scan is packed in a rare way. Download the original and open it in WPS or Acrobat.',
  undrawnCopy: 'Page {n} cannot be drawn here: the scan is packed in a rare way. Tell the office, so that the unit saves it anew and sends it again.',
  'none.office': 'A Word or Excel file: download the original and open it in Word or WPS.',
  'none.locked': 'The file is behind a password; nothing of it can be shown.',
  'none.unreadable': 'The file cannot be read; nothing of it can be shown.',
  copy: 'A copy without place, author and the like; the original is untouched and can be downloaded.',
  copyOnly: 'A copy without place, author and the like.',
} as const satisfies Record<keyof typeof zh, string>
