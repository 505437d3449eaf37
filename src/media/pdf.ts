import type { DocumentFacts, Holding } from '#core/materials/facts'
import type { ByteSource } from './byte-source'
import { latin } from './byte-window'
import type { HostDecoders } from './host-decoders'
import { readPdfObjects } from './pdf-objects'
import { readPdfPages } from './pdf-pages'
import { Unreadable } from './unreadable'

/** Guards of the machine: how much of a PDF is looked through. */
const scanBytes = 64 * 1024 * 1024
const tailBytes = 64 * 1024
const mostPages = 100_000

const acts: Readonly<Record<string, Holding>> = { JavaScript: 'script', JS: 'script', Launch: 'launch', EmbeddedFile: 'embedded', EmbeddedFiles: 'embedded', XFA: 'dynamicForm' }

/** Names may be written with #xx for any character (ISO 32000-1, 7.3.5): /J#61vaScript is /JavaScript. */
const plainName = (name: string): string => name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

const namesIn = (text: string): Set<string> => {
  const names = new Set<string>()
  for (const [, raw = ''] of text.matchAll(/\/([^\s()<>[\]{}/%]+)/g)) names.add(raw.includes('#') ? plainName(raw) : raw)
  return names
}

const scanned = async (source: ByteSource): Promise<Uint8Array> => {
  if (source.size <= scanBytes) return source.read(0, source.size)
  const half = scanBytes / 2
  const both = new Uint8Array(scanBytes)
  both.set(await source.read(0, half), 0)
  both.set(await source.read(source.size - half, half), half)
  return both
}

/** Each saving appends a table and says where it lies; a file arranged for the web says so twice the first time, once with 0. */
const revisionsOf = (pieces: readonly string[]): number =>
  Math.max(1, pieces.reduce((n, piece) => n + [...piece.matchAll(/startxref\s+([1-9]\d*)/g)].length, 0))

/** Pages by the names of their objects, where the tree cannot be followed. */
const namedPages = (pieces: readonly string[]): number => pieces.reduce((n, piece) => n + (piece.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0), 0)

/** Encryption, active content, revisions, and what its tree of pages tells; a host that lays out PDF counts better than names do. */
export const readPdf = async (source: ByteSource, host: HostDecoders): Promise<DocumentFacts> => {
  const bytes = await scanned(source)
  if (!latin(bytes, Math.max(0, bytes.length - tailBytes)).includes('startxref')) throw new Unreadable('broken', 'pdf')
  const objects = await readPdfObjects(bytes)
  const { encrypted } = objects
  const names = new Set<string>()
  for (const piece of objects.pieces) for (const name of namesIn(piece)) names.add(name)
  const holds = [...new Set([...names].flatMap((name) => acts[name] ?? []))].sort()
  const tree = await readPdfPages(objects)
  let pages = tree !== null && tree.count > 0 ? tree.count : namedPages(objects.pieces) || null
  if (host.countPdfPages && !encrypted && source.size <= scanBytes) pages = await host.countPdfPages(source)
  if (!encrypted && (pages === null || pages === 0)) throw new Unreadable('broken', 'pdf')
  if ((pages ?? 0) > mostPages) throw new Unreadable('bomb', 'pdf')
  return {
    kind: 'document', format: 'pdf', name: source.name, bytes: source.size, pages, encrypted, active: holds.length > 0, holds, revisions: revisionsOf(objects.pieces),
    ...(tree !== null && tree.undrawn.length > 0 ? { undrawnPages: tree.undrawn } : {}), pageSizes: tree?.sizes ?? [], textPages: encrypted || tree === null ? null : tree.text, picturePages: encrypted || tree === null ? null : tree.pictures,
  }
}
