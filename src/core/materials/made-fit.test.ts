import { expect, test } from 'vitest'
import type { MaterialFile, VideoFile } from '../rules/material-file'
import type { MaterialRule } from '../rules/material-terms'
import type { Facts, VideoFacts } from './facts'
import { becomesJpeg, convertedFilm, takesPhotographedPages } from './made-fit'

const photo: MaterialFile = { type: 'photo', formats: ['jpeg', 'png'], maxBytes: 1000 }
const portrait: MaterialFile = { type: 'portrait', formats: ['png'], background: 'red', millimetres: { width: 35, height: 45 }, ratioTolerancePercent: 3, maxBytes: 1000 }
const scan: MaterialFile = { type: 'document', formats: ['pdf'], stamped: true, maxBytes: 1000 }
const sheet: MaterialFile = { type: 'document', formats: ['docx'], stamped: false, maxBytes: 1000 }
const picture = (format: 'heic' | 'webp' | 'gif' | 'jpeg'): Facts => ({ kind: 'image', format, name: 'a', bytes: 9, width: 4, height: 3, decodes: true, trailingBytes: 0, border: null })

test('a telephone’s picture becomes a JPEG where one is taken, and nothing else does', () => {
  expect((['heic', 'webp', 'gif', 'jpeg'] as const).map((f) => becomesJpeg({ file: photo }, picture(f)))).toEqual([true, true, false, false])
  expect([portrait, scan].map((file) => becomesJpeg({ file }, picture('heic')))).toEqual([false, false])
  expect(becomesJpeg({ file: photo }, { kind: 'document', format: 'pdf', name: 'a', bytes: 9, pages: 1, encrypted: false, active: false })).toBe(false)
})

test('only a paper that is taken as PDF may be photographed', () => {
  expect([photo, portrait, scan, sheet].map((file) => takesPhotographedPages({ file }))).toEqual([false, false, true, false])
})

const clause = { number: '四、1', zh: '视频', en: 'film' }
const films = (file: Partial<VideoFile>): MaterialRule => ({
  kind: 'material', id: 'video', name: { zh: '视频', en: 'Film' }, min: 1, max: null, strength: 'block', naming: 'asGiven', paperCopies: 0, rests: clause,
  file: { type: 'video', containers: ['mp4', 'mov'], displaySizes: [{ width: 1920, height: 1080 }, { width: 1080, height: 1920 }], maxSeconds: 180, maxBytes: 500_000_000, manual: [], ...file },
} as unknown as MaterialRule)
const film = (facts: Partial<VideoFacts>): Facts => ({ kind: 'video', container: 'mp4', codec: 'avc', name: '视频.mp4', bytes: 90_000_000, width: 3840, height: 2160, seconds: 60, hasSound: true, complete: true, ...facts })

test('a film is made fit where its shape and length are right, and never enlarged, cut or squeezed', () => {
  const made = (file: Partial<VideoFile>, facts: Partial<VideoFacts>) => { const to = convertedFilm(films(file), film(facts)); return to === null ? null : [to.width, to.height, to.bitsASecond] }
  expect(made({}, {})).toEqual([1920, 1080, 10_000_000])
  expect(made({}, { width: 2160, height: 3840 })).toEqual([1080, 1920, 10_000_000])
  expect(made({ containers: ['mp4'] }, { container: 'mov', width: 1920, height: 1080 })).toEqual([1920, 1080, 10_000_000])
  expect(made({ displaySizes: undefined as never, maxBytes: 45_000_000 }, { width: 4096, height: 2160 })).toEqual([1920, 1012, 5_400_000])
  // Taken, and not playable everywhere.
  expect(made({}, { width: 1920, height: 1080, codec: 'hevc' })).toEqual([1920, 1080, 10_000_000])
  // Right as it is; too small; of another shape; too long; cut off; only MOV is taken.
  expect([made({}, { width: 1920, height: 1080 }), made({}, { width: 1280, height: 720 }), made({}, { width: 4000, height: 3000 }), made({}, { seconds: 181 }), made({}, { complete: false }), made({ containers: ['mov'] }, {})]).toEqual([null, null, null, null, null, null])
})
