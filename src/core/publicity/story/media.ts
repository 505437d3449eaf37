/** Pictures and films of a story: what was measured of them, and what their rights are. */
import type { Facts } from '../../materials/facts'

/** Who is seen: nobody, the honoured person alone, other adults too, children too. */
export const seenPeople = ['nobody', 'person', 'others', 'children'] as const
export type SeenPeople = (typeof seenPeople)[number]

interface Common {
  readonly id: string
  /** As whoever added it called it. */
  readonly name: string
  /** 图：… Author and source. */
  readonly credit: string
  readonly people: SeenPeople | null
  /** Of others: when they agreed and where that is kept; empty: not recorded. */
  readonly consent: string
  /** Pixels as shown. */
  readonly width: number
  readonly height: number
}
export interface StoryPicture extends Common { readonly kind: 'picture' }
export interface StoryFilm extends Common {
  readonly kind: 'film'
  readonly seconds: number
  /** In every browser: H.264 in MP4. */
  readonly plays: boolean
  /** For people: `hevc, aac`. */
  readonly coding: string
  readonly captions: boolean
}
export type StoryMedia = StoryPicture | StoryFilm

/** H.264 and silence, AAC or MP3 are what every browser plays (HTML has no list of its own; MDN, Media type and format guide). */
const playable = { picture: ['avc'], sound: ['aac', 'mp3'] } as const satisfies Record<string, readonly string[]>

const isOneOf = (all: readonly string[], name: string): boolean => all.includes(name)

export interface Measured { readonly kind: 'picture' | 'film'; readonly width: number; readonly height: number; readonly seconds: number | null; readonly plays: boolean; readonly coding: string }
/** What of a file's facts a story needs; null: it is neither a picture a browser shows nor a film. */
export const measuredOf = (facts: Facts): Measured | null => {
  if (facts.kind === 'image') return facts.decodes === false || !['jpeg', 'png', 'webp'].includes(facts.format) ? null : { kind: 'picture', width: facts.width, height: facts.height, seconds: null, plays: true, coding: facts.format }
  if (facts.kind !== 'video') return null
  const picture = facts.codec ?? '', sound = facts.hasSound ? facts.sound ?? '' : null
  return { kind: 'film', width: facts.width, height: facts.height, seconds: facts.seconds, plays: facts.container === 'mp4' && isOneOf(playable.picture, picture) && (sound === null || isOneOf(playable.sound, sound)), coding: [picture, sound ?? ''].filter((c) => c !== '').join(', ') }
}
