/** Which version of a file it is: name, kind and size, since when, and the beginning of its SHA-256, so that a copy on a disk can be told from it. */
import { clockTime, dayOf, sayDay, type Instant } from '#core/kernel/instant'
import { useLanguage } from '../text/use-text'
import './lists.css'

const kinds: Readonly<Record<string, string>> = { docx: 'Word', doc: 'Word', xlsx: 'Excel', xls: 'Excel', pdf: 'PDF' }
const sizeOf = (bytes: number): string => (bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`)
const SHORT = 8

export interface Version { readonly fileName: string; readonly format: string; readonly bytes: number; readonly sha256: string }

export const FileVersion = ({ file, since }: { file: Version; since?: Instant }) => {
  const language = useLanguage()
  return (
    <span className="detail muted file-version">
      {kinds[file.format] ?? file.format} {sizeOf(file.bytes)}<i className="dot" />{since === undefined ? null : <>{sayDay(dayOf(since))[language]} {clockTime(since)}<i className="dot" /></>}
      <span className="code-text" title={file.sha256}>SHA-256 <span>{file.sha256.slice(0, SHORT / 2)}</span><span>{file.sha256.slice(SHORT / 2, SHORT)}</span></span>
    </span>
  )
}
