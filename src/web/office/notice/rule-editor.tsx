/** The fields of any rule, made from its own schema: a kind of rule that is added to the house needs no form of its own. */
import { createContext, use, useMemo, useState } from 'react'
import { z } from 'zod'
import { partName } from '#core/rules/part-names'
import { ruleKindsTable } from '#core/rules/kinds'
import type { RawRule } from '#core/notice/draft/draft-definition'
import type { Words } from '#core/kernel/finding'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { CheckField, SelectField } from '../../ui/choice-fields'
import { FieldRow } from '../../ui/field'
import { DayField, TextField } from '../../ui/text-fields'

interface Schema {
  readonly type?: string; readonly enum?: readonly string[]; readonly const?: unknown; readonly pattern?: string; readonly default?: unknown
  readonly properties?: Readonly<Record<string, Schema>>; readonly required?: readonly string[]; readonly items?: Schema; readonly anyOf?: readonly Schema[]; readonly oneOf?: readonly Schema[]
}
interface PartProps { name: string; schema: Schema; value: unknown; required: boolean; onChange: (value: unknown) => void }

/** A part is called as the kind of rule calls it in which it stands. */
const Kind = createContext('')
const usePartName = (): ((part: string) => Words) => {
  const kind = use(Kind)
  return (part) => partName(part, kind)
}

/** Optional parts that are never folded away. */
const FEW = 4

/** Ground and identity of a rule are not its parameters. */
const notParts = new Set(['id', 'kind', 'clause', 'basis', 'decided'])

const isWords = (s: Schema): boolean => s.properties !== undefined && Object.keys(s.properties).sort().join() === 'en,zh'
const isNull = (s: Schema): boolean => s.type === 'null'
const tagOf = (s: Schema): string => String(Object.values(s.properties ?? {}).find((p) => p.const !== undefined)?.const ?? '')

const WordsPart = ({ name, value, required, onChange }: PartProps) => {
  const t = useText()
  const label = useWords()(usePartName()(name))
  const held = (value ?? { zh: '', en: '' }) as { zh: string; en: string }
  // English follows the Chinese until somebody writes it.
  const zh = (text: string) => onChange(text === '' && !required ? undefined : { zh: text, en: held.en === '' || held.en === held.zh ? text : held.en })
  return (
    <FieldRow>
      <TextField label={label} required={required} value={held.zh} onChange={zh} />
      <TextField label={t('office.notice.inEnglish', { what: label })} value={held.en === held.zh ? '' : held.en} onChange={(en) => onChange({ ...held, en: en === '' ? held.zh : en })} />
    </FieldRow>
  )
}

const NumberPart = ({ name, value, required, onChange }: PartProps) => {
  const label = useWords()(usePartName()(name))
  return <TextField label={label} required={required} keyboard="numeric" value={value === undefined || value === null ? '' : String(value)} onChange={(text) => onChange(/^\d+$/u.test(text.trim()) ? Number(text) : text.trim() === '' ? undefined : text)} />
}

const ChoicePart = ({ name, schema, value, required, onChange }: PartProps) => {
  const words = useWords()
  const nameOf = usePartName()
  const options = schema.enum ?? []
  return <SelectField label={words(nameOf(name))} required={required} value={String(value ?? schema.default ?? '')} onChange={(v) => onChange(v === '' ? undefined : v)} options={options.map((o) => ({ value: o, label: words(nameOf(o)) }))} />
}

const ListPart = ({ name, schema, value, onChange }: PartProps) => {
  const t = useText()
  const words = useWords()
  const nameOf = usePartName()
  const label = words(nameOf(name))
  const held = (Array.isArray(value) ? value : schema.default ?? []) as unknown[]
  const item = schema.items ?? {}
  if (item.enum !== undefined) return (
    <fieldset className="field"><legend className="field-head"><span className="field-label">{label}</span></legend>
      <div className="options">{item.enum.map((o) => <CheckField key={o} label={words(nameOf(o))} checked={held.includes(o)} onChange={(on) => onChange(on ? [...held, o] : held.filter((x) => x !== o))} />)}</div>
    </fieldset>
  )
  return (
    <fieldset className="part-group"><legend className="field-label">{label}</legend>
      {held.map((one, i) => (
        <div className="part-item" key={i}>
          <Part name={name} schema={item} value={one} required onChange={(v) => onChange(held.map((x, k) => (k === i ? v : x)))} />
          <Button size="small" look="quiet" aria-label={`${t('office.notice.lessOf', { what: label })} ${i + 1}`} onClick={() => onChange(held.filter((_, k) => k !== i))}>{t('office.notice.remove')}</Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...held, item.type === 'object' ? {} : ''])}>{t('office.notice.moreOf', { what: label })}</Button>
    </fieldset>
  )
}

const GroupPart = ({ name, schema, value, required, onChange }: PartProps) => {
  const t = useText()
  const label = useWords()(usePartName()(name))
  const held = value as Record<string, unknown> | undefined
  if (held === undefined && !required) return <div className="part-absent"><Button size="small" look="quiet" onClick={() => onChange({})}>{t('office.notice.moreOf', { what: label })}</Button></div>
  return (
    <fieldset className="part-group"><legend className="field-label">{label}</legend>
      <Parts schema={schema} value={held ?? {}} onChange={onChange} />
      {required ? null : <Button size="small" look="quiet" onClick={() => onChange(undefined)}>{t('office.notice.lessOf', { what: label })}</Button>}
    </fieldset>
  )
}

/** One of several shapes, told apart by the tag each carries: files of a material. */
const VariantPart = ({ name, schema, value, required, onChange }: PartProps) => {
  const words = useWords()
  const nameOf = usePartName()
  const shapes = (schema.oneOf ?? schema.anyOf ?? []).filter((s) => s.properties !== undefined)
  const tag = Object.entries(shapes[0]?.properties ?? {}).find(([, p]) => p.const !== undefined)?.[0] ?? 'type'
  const held = (value ?? {}) as Record<string, unknown>
  const shape = shapes.find((s) => tagOf(s) === held[tag])
  return (
    <fieldset className="part-group"><legend className="field-label">{words(nameOf(name))}</legend>
      <SelectField label={words(nameOf(tag))} required={required} value={String(held[tag] ?? '')} onChange={(v) => onChange(v === '' ? undefined : { [tag]: v })} options={shapes.map((s) => ({ value: tagOf(s), label: words(nameOf(tagOf(s))) }))} />
      {shape === undefined ? null : <Parts schema={shape} value={held} onChange={onChange} />}
    </fieldset>
  )
}

const Part = (props: PartProps) => {
  const label = useWords()(usePartName()(props.name))
  const { schema, value, required, onChange } = props
  const nullable = schema.anyOf?.filter((s) => !isNull(s))
  if (nullable?.length === 1 && nullable.length < schema.anyOf!.length) return <Part {...props} schema={{ ...nullable[0]!, default: schema.default }} value={value ?? undefined} required={false} onChange={(v) => onChange(v === undefined ? null : v)} />
  if (schema.oneOf !== undefined || schema.anyOf !== undefined) return <VariantPart {...props} />
  if (schema.enum !== undefined) return <ChoicePart {...props} />
  if (schema.const !== undefined) return null
  if (isWords(schema)) return <WordsPart {...props} />
  switch (schema.type) {
    case 'boolean': return <CheckField label={label} checked={Boolean(value ?? schema.default ?? false)} onChange={onChange} />
    case 'integer': case 'number': return <NumberPart {...props} />
    case 'array': return <ListPart {...props} />
    case 'object': return <GroupPart {...props} />
    default: break
  }
  const text = typeof value === 'string' ? value : ''
  const set = (v: string) => onChange(v === '' ? undefined : v)
  if (schema.pattern?.includes('\\d{4}-') === true) return <DayField label={label} required={required} value={text} onChange={set} />
  return <TextField label={label} required={required} value={text} onChange={set} />
}

const Parts = ({ schema, value, top = false, onChange }: { schema: Schema; value: Readonly<Record<string, unknown>>; top?: boolean; onChange: (value: Readonly<Record<string, unknown>>) => void }) => {
  const t = useText()
  // Where there is nothing to choose, what must stand stands; a box that is not ticked says no.
  const only = Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([key]) => (schema.required ?? []).includes(key))
    .flatMap(([key, part]) => (part.const !== undefined ? [[key, part.const]] : part.type === 'boolean' ? [[key, false]] : [])))
  const put = (key: string, part: unknown) => {
    const { [key]: _old, ...rest } = { ...only, ...value }
    onChange(part === undefined ? rest : { ...rest, [key]: part })
  }
  const parts = Object.entries(schema.properties ?? {}).filter(([key]) => !top || !notParts.has(key))
  const needed = (key: string, part: Schema) => (schema.required ?? []).includes(key) && part.default === undefined
  // What few rules use is folded away while it is empty; a part that somebody opened and filled stays where it is.
  const [empty] = useState(() => new Set(top ? parts.filter(([key, part]) => !needed(key, part) && value[key] === undefined && key !== 'strength').map(([key]) => key) : []))
  const folded = empty.size > FEW ? parts.filter(([key]) => empty.has(key)) : []
  const field = ([key, part]: readonly [string, Schema]) => <Part key={key} name={key} schema={part} value={value[key]} required={needed(key, part)} onChange={(v) => put(key, v)} />
  return (
    <div className="fields">
      {parts.filter((p) => !folded.includes(p)).map(field)}
      {folded.length > 0 ? <details className="more-parts"><summary>{t('office.notice.rareParts', { n: folded.length })}</summary><div className="fields">{folded.map(field)}</div></details> : null}
    </div>
  )
}

export const RuleEditor = ({ rule, onChange }: { rule: RawRule; onChange: (rule: RawRule) => void }) => {
  const schema = useMemo(() => z.toJSONSchema(ruleKindsTable[rule.kind].schema, { io: 'input', unrepresentable: 'any' }) as Schema, [rule.kind])
  return <div className="rule-editor"><Kind value={rule.kind}><Parts top schema={schema} value={rule} onChange={(v) => onChange(v as RawRule)} /></Kind></div>
}
