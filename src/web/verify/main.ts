/** 核验活动记录: one file that anybody keeps and opens without a network; the same function as the server's and the command line's. */
import { isRecord, readRecord, verifyForeign } from '#core/ledger/read-record'
import { parseReceiptCode } from '#core/ledger/receipt-code'
import type { Words } from '#core/kernel/finding'
import { el } from './element'
import { shownVerdict, type Checked, type Language } from './result'
import { texts } from './texts'

let language: Language = navigator.language.startsWith('zh') ? 'zh' : 'en'
/** Read once: the file itself may be gone when the codes are typed. */
let given: { readonly name: string; readonly text: string } | null = null
let typed = ''
let outcome: Checked | { readonly fileName: string; readonly why: Words } | 'reading' | null = null
const page = document.querySelector('#page')!

const codesTyped = (): string[] => typed.split(/\s+/).filter((code) => code !== '')
/** Codes that nobody can read are said, and the rest is checked. */
const unreadable = (): string[] => codesTyped().filter((code) => parseReceiptCode(code) === null)

const check = async (): Promise<void> => {
  if (given === null) return
  outcome = 'reading'
  show()
  // The word is on the screen before the work begins.
  await new Promise((resolve) => setTimeout(resolve, 30))
  const read = readRecord(given.text)
  const anchors = codesTyped().map(parseReceiptCode).filter((anchor) => anchor !== null)
  outcome = isRecord(read) ? { fileName: given.name, record: read, verdict: verifyForeign(read, anchors) } : { fileName: given.name, why: read }
  show()
}
const take = async (files: FileList | null | undefined): Promise<void> => {
  const [file] = files ?? []
  if (file === undefined) return
  const text = await file.text().catch(() => null)
  given = text === null ? null : { name: file.name, text }
  if (text !== null) return check()
  outcome = { fileName: file.name, why: { zh: '文件打不开。请确认它还在原处，再选一次。', en: 'The file cannot be opened: see that it is still there, and choose it again.' } }
  show()
}

const chooser = (): HTMLElement => {
  const t = texts[language]
  const input = el('input', { type: 'file', accept: '.json,application/json', id: 'file' })
  input.addEventListener('change', () => void take(input.files))
  const receipts = el('textarea', { id: 'receipts', rows: '3', spellcheck: 'false', 'aria-describedby': 'receipts-hint' })
  receipts.value = typed
  receipts.addEventListener('change', () => { typed = receipts.value; void check() })
  return el('div', { class: 'ask' }, el('label', { class: 'choose', for: 'file' }, el('b', {}, t.choose), el('span', {}, t.drop), input), el('label', { for: 'receipts' }, t.receipts), receipts, el('small', { id: 'receipts-hint' }, t.receiptsHint), ...unreadable().map((code) => el('p', { class: 'bad', role: 'alert' }, t.badReceipt(code))))
}

const shownOutcome = (): HTMLElement | null => {
  const t = texts[language]
  if (outcome === null) return null
  if (outcome === 'reading') return el('section', { class: 'verdict', 'aria-live': 'polite', 'aria-busy': 'true' }, el('h2', {}, t.reading))
  if ('why' in outcome) return el('section', { class: 'verdict broken', 'aria-live': 'polite' }, el('h2', {}, t.unusable), el('p', {}, `${outcome.fileName}：${outcome.why[language]}`))
  return shownVerdict(outcome, language)
}

const show = (): void => {
  const t = texts[language]
  document.documentElement.lang = t.lang
  document.title = t.title
  const other = el('button', { type: 'button', class: 'language', lang: language === 'zh' ? 'en' : 'zh-CN' }, t.other)
  other.addEventListener('click', () => { language = language === 'zh' ? 'en' : 'zh'; show() })
  const keep = location.protocol === 'file:' ? null : el('p', {}, el('a', { href: location.pathname, download: language === 'zh' ? '核验活动记录.html' : 'verify-record.html' }, t.keep), ` ${t.keepHint}`)
  page.replaceChildren(el('header', {}, other, el('h1', {}, t.title), el('p', { class: 'lead' }, t.lead)), chooser(), ...[shownOutcome()].filter((e) => e !== null), el('footer', {}, ...[keep].filter((e) => e !== null), el('p', {}, t.about)))
}

// Anywhere on the page: elsewhere a browser would open the file in place of the page.
addEventListener('dragover', (event) => event.preventDefault())
addEventListener('drop', (event) => {
  event.preventDefault()
  void take(event.dataTransfer?.files)
})
show()
