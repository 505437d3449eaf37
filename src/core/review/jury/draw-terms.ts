/** 抽取评委: what is drawn from whom, by what seed; all of it is fixed before the seed is known. */
import { hashOf, sha256Hex } from '../../kernel/canonical'
import { finding, type Finding, type Words } from '../../kernel/finding'

/** Who may be drawn: nobody's name. `unit` is the same for people of one unit and says nothing else. */
export interface Drawable { readonly id: string; readonly unit: string; readonly fields: readonly string[] }
export interface DrawTerms {
  /** 按专业: so many of each field. A person of several counts for one of them. */
  readonly parts: readonly { readonly field: string; readonly count: number; /** 候补 of this part. */ readonly standIns: number }[]
  /** 同一单位 at most so many; null: no limit. */
  readonly perUnit: number | null
  /** Left out beforehand: jurors of rounds that share none with this one, and candidates. */
  readonly apart: readonly string[]
}
export interface DrawPlan { readonly pool: readonly Drawable[]; readonly terms: DrawTerms }

/** Names pool and terms for ever, whatever the order they come in. */
export const planHash = ({ pool, terms }: DrawPlan): string => hashOf({ pool: [...pool].sort(byId).map((p) => ({ id: p.id, unit: p.unit, fields: [...p.fields].sort() })), terms: { ...terms, apart: [...terms.apart].sort() } })
const byId = (a: Drawable, b: Drawable): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** What goes on the ledger before: whoever sees it knows nothing of the seed. @param secret 32 bytes of chance as hex */
export const commitmentOf = (secret: string): string => sha256Hex(`xuanshu draw 1 ${secret}`)
/** Nobody alone chooses it: the secret was fixed before, the word was spoken in the room after. */
export const seedOf = (secret: string, word: string): string => sha256Hex(`xuanshu draw seed 1 ${secret} ${word.normalize('NFKC').trim()}`)

/** Why it cannot be: these parts together can be filled by so many people at most. */
export interface Shortage { readonly fields: readonly string[]; readonly needed: number; readonly have: number }
export const sayShortage = (s: Shortage, perUnit: number | null): Words => ({
  zh: `${s.fields.map((f) => `“${f}”`).join('、')}共需 ${s.needed} 人，库里按条件至多能抽 ${s.have} 人${perUnit === null ? '' : `（同一单位至多 ${perUnit} 人）`}，差 ${s.needed - s.have} 人`,
  en: `${s.fields.map((f) => `“${f}”`).join(', ')} need ${s.needed}; under these terms the pool gives ${s.have} at most${perUnit === null ? '' : ` (${perUnit} of one unit)`}, ${s.needed - s.have} short`,
})
export const shortageFinding = (s: Shortage, perUnit: number | null): Finding => { const said = sayShortage(s, perUnit); return finding({ code: 'draw.shortage', rule: null, what: [said.zh, said.en], mend: ['请充实评委库，减少人数，或放宽同一单位的上限。', 'Enlarge the pool, ask for fewer, or allow more of one unit.'] }) }
