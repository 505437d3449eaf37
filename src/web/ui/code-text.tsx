/** A hash or code, grouped by four for the eye; copied, it has no spaces. `short` shows both ends. */
import './lists.css'

const inFours = (code: string) => code.match(/.{1,4}/gsu) ?? []

export const CodeText = ({ code, short }: { code: string; short?: boolean }) => {
  const groups = inFours(code)
  const shown = short && groups.length > 5 ? [...groups.slice(0, 3), '…', ...groups.slice(-1)] : groups
  return <span className="code-text" title={short ? code : undefined}>{shown.map((group, i) => <span key={i}>{group}</span>)}</span>
}
