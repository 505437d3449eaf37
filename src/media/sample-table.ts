import { latin, u32be } from './byte-window'
import type { ByteSource } from './byte-source'

/** Where the last sample of each track must end, out of the tables of an MP4's index (ISO/IEC 14496-12, 8.6–8.7): few bytes, however long the film. */

interface Box { readonly type: string; readonly at: number; readonly end: number }
const mostBoxes = 512

const boxesIn = async (source: ByteSource, from: number, to: number): Promise<Box[]> => {
  const found: Box[] = []
  for (let at = from; at + 8 <= to && found.length < mostBoxes; ) {
    const head = await source.read(at, 8)
    const length = u32be(head, 0)
    if (length < 8 || at + length > to) break
    found.push({ type: latin(head, 4, 8), at: at + 8, end: at + length })
    at += length
  }
  return found
}

const childNamed = async (source: ByteSource, box: Box | undefined, ...path: readonly string[]): Promise<Box | undefined> => {
  let at = box
  for (const type of path) at = at && (await boxesIn(source, at.at, at.end)).find((b) => b.type === type)
  return at
}

/** End of a track's last sample; null where its tables do not tell (fragments, no samples). */
const endOfTrack = async (source: ByteSource, trak: Box): Promise<number | null> => {
  const table = await childNamed(source, trak, 'mdia', 'minf', 'stbl')
  const boxes = table === undefined ? [] : await boxesIn(source, table.at, table.end)
  const find = (type: string) => boxes.find((b) => b.type === type)
  const [sizes, runs, offsets] = [find('stsz'), find('stsc'), find('stco') ?? find('co64')]
  if (!sizes || !runs || !offsets) return null
  const word = async (at: number) => u32be(await source.read(at, 4), 0)
  const [same, samples, runCount, chunks] = [await word(sizes.at + 4), await word(sizes.at + 8), await word(runs.at + 4), await word(offsets.at + 4)]
  if (samples === 0 || runCount === 0 || chunks === 0) return null
  const wide = offsets.type === 'co64'
  const last = await source.read(offsets.at + 8 + (chunks - 1) * (wide ? 8 : 4), 8)
  const start = wide ? u32be(last, 0) * 0x1_0000_0000 + u32be(last, 4) : u32be(last, 0)
  // The last run of the table speaks for the last chunk.
  const inChunk = Math.min(samples, await word(runs.at + 8 + (runCount - 1) * 12 + 4), 4096)
  if (same > 0) return start + inChunk * same
  const lengths = await source.read(sizes.at + 12 + (samples - inChunk) * 4, inChunk * 4)
  return Array.from({ length: inChunk }, (_, n) => u32be(lengths, n * 4)).reduce((sum, n) => sum + n, start)
}

/** The furthest end of any track; null where it cannot be told from the tables. */
export const endOfSamples = async (source: ByteSource, from: number, length: number): Promise<number | null> => {
  const tracks = (await boxesIn(source, from + 8, from + length)).filter((b) => b.type === 'trak')
  const ends: (number | null)[] = []
  for (const trak of tracks) ends.push(await endOfTrack(source, trak))
  return ends.length === 0 || ends.includes(null) ? null : Math.max(...ends as number[])
}
