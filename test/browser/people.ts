/** Somebody with a browser of their own, who does only what a person can: read, press, fill in, choose files. */
import { Secret, TOTP } from 'otpauth'
import type { Browser, Locator, Page } from 'playwright-core'
import { seriousFaults } from './accessible'

export const PASSWORD = 'a long password 1'
export const PHONE = { width: 375, height: 812 }
const NARROWEST = 320
export interface ChosenFile { readonly name: string; readonly bytes: Buffer }
type Words = string | RegExp

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
/** A label as the page shows it: with or without its mark of a required field. */
const labelled = (label: string): RegExp => new RegExp(`^${literally(label)}(必填)?$`)
export const beginning = (text: string): RegExp => new RegExp(`^${literally(text)}`)
const mimeOf = (name: string): string => ({ jpg: 'image/jpeg', png: 'image/png', mp4: 'video/mp4', pdf: 'application/pdf', csv: 'text/csv' })[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'

// The page of the second factor is the same for everybody: the first to come looks at it for all.
let bindingLookedAt = false

export class Visitor {
  private constructor(readonly page: Page, readonly origin: string) {}

  static async arrive(browser: Browser, origin: string, viewport = { width: 1280, height: 900 }): Promise<Visitor> {
    const phone = viewport.width < 500 ? { isMobile: true, hasTouch: true } : {}
    // What is looked at stands still: a button halfway between two colours is nobody's fault.
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true, ...phone })
    // Long enough for a machine that stands still for a while.
    context.setDefaultTimeout(60_000)
    return new Visitor(await context.newPage(), origin)
  }

  /** Comes in with a session begun elsewhere, as if this browser had signed in. */
  async holding(token: string): Promise<this> {
    await this.page.context().addCookies([{ name: 'xuanshu_session', value: token, url: this.origin }])
    return this
  }
  /** Another tab of the same browser. */
  anotherTab = async (): Promise<Visitor> => new Visitor(await this.page.context().newPage(), this.origin)

  async open(path: string): Promise<void> {
    // What is waited for is what the next line looks for, not the last piece of a typeface.
    await this.page.goto(`${this.origin}${path}`, { waitUntil: 'domcontentloaded' })
  }
  /** By the link that leads there, where one shows; the page need not be loaded again for that. */
  async go(path: string): Promise<void> {
    const link = this.page.locator(`a[href="${path}"]`).filter({ visible: true }).first()
    if ((await link.count()) > 0) await link.click()
    else await this.open(path)
  }
  /** What stood there instead, for whoever reads the failure. */
  #missed = async (error: Error): Promise<never> => {
    const held = await this.page.locator(':disabled:visible, [aria-busy=true]:visible, [aria-invalid=true]:visible').evaluateAll((all) => all.map((e) => e.outerHTML.slice(0, 160)))
    const frames = await this.page.evaluate(() => Promise.race([new Promise<string>((told) => requestAnimationFrame(() => told('it draws'))), new Promise<string>((told) => setTimeout(() => told('it draws nothing any more'), 2000))]))
    throw new Error([error.message, frames, `${this.page.url()} says:`, (await this.page.locator('body').innerText()).replace(/\n+/g, ' / ').slice(0, 3000), 'Held back or marked there:', ...held].join('\n'))
  }
  /** Looks again: another person may have acted meanwhile. */
  async lookAgain(): Promise<void> {
    await this.page.reload()
  }
  leave = (): Promise<void> => this.page.context().close()

  text = (words: Words, within: Locator | Page = this.page): Locator => within.getByText(words).filter({ visible: true }).first()
  async sees(...all: Words[]): Promise<void> {
    for (const words of all) await this.text(words).waitFor().catch(this.#missed)
  }
  part = (name: Words): Locator => this.page.getByRole('region', typeof name === 'string' ? { name, exact: true } : { name })
  dialog = (): Locator => this.page.getByRole('dialog')

  /** On a phone: what stands here also fits the narrowest one, without scrolling sideways. */
  async fitsPhone(): Promise<void> {
    const size = this.page.viewportSize()!
    if (size.width > PHONE.width) return
    await this.page.setViewportSize({ ...size, width: NARROWEST })
    const tooWide = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    await this.page.setViewportSize(size)
    if (tooWide > 1) throw new Error(`${this.page.url()} is ${tooWide} px too wide for ${NARROWEST}`)
  }

  /** Nothing that stands here now, dialog or page, keeps anybody out. */
  async keepsNobodyOut(): Promise<void> {
    const faults = await seriousFaults(this.page)
    if (faults.length > 0) throw new Error(`${this.page.url()} keeps people out:\n${faults.join('\n')}`)
  }

  /** Presses what bears this name, button or link; in a page with a narrow frame only one of them shows. */
  async press(name: string, within: Locator | Page = this.page): Promise<void> {
    const exact = { name, exact: true }
    await within.getByRole('button', exact).or(within.getByRole('link', exact)).filter({ visible: true }).first().click().catch(this.#missed)
  }
  /** Presses it and then, in the dialog that says what will happen, confirms. */
  async pressAndConfirm(name: string, confirm = name): Promise<void> {
    await this.press(name)
    await this.press(confirm, this.dialog())
  }

  /** 今天是否仍然符合, wherever it is asked: says that all is as it was. */
  async stillFits(within: Locator | Page = this.page): Promise<void> {
    await within.getByRole('checkbox', { name: /今天都?仍然符合$/ }).check().catch(this.#missed)
  }
  /** Presses, says in the dialog that those concerned still fit today, and confirms. */
  async pressAndAffirm(name: string): Promise<void> {
    await this.press(name)
    await this.stillFits(this.dialog())
    await this.press(name, this.dialog())
  }

  field = (label: string, within: Locator | Page = this.page): Locator => within.getByLabel(labelled(label))
  async fill(label: string, value: string, within: Locator | Page = this.page): Promise<void> {
    await this.field(label, within).fill(value)
  }
  async fillAll(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(values)) await this.fill(label, value)
  }
  async select(label: string, option: string): Promise<void> {
    await this.field(label).selectOption({ label: option })
  }
  async choose(group: string, option: string): Promise<void> {
    await this.page.getByRole('group', { name: labelled(group) }).getByRole('radio', { name: beginning(option) }).check()
  }
  async tick(name: string, within: Locator | Page = this.page): Promise<void> {
    await within.getByRole('checkbox', { name: beginning(name) }).check()
  }
  async giveFiles(label: string, files: readonly ChosenFile[]): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).setInputFiles(files.map((f) => ({ name: f.name, mimeType: mimeOf(f.name), buffer: f.bytes })))
  }

  /** Binds an authenticator: the secret stands on the page for those who type it. */
  async bindAuthenticator(): Promise<void> {
    await this.page.locator('.second-factor .code-text').waitFor()
    if (!bindingLookedAt) await this.keepsNobodyOut()
    bindingLookedAt = true
    const secret = ((await this.page.locator('.second-factor .code-text').textContent()) ?? '').replace(/\s/g, '')
    await this.fill('动态口令', new TOTP({ secret: Secret.fromBase32(secret) }).generate())
    await this.press('核对并绑定')
  }

  /** Opens the account that was made for this person. */
  async activate(code: string, personName: string): Promise<this> {
    await this.open('/activate')
    await this.fill('启用码', code)
    await this.press('查看账号')
    await this.sees(personName)
    await this.fillAll({ 新密码: PASSWORD, 再输一次新密码: PASSWORD })
    const factor = await this.page.getByText('下一步绑定动态口令').isVisible()
    await this.press('开通账号')
    if (factor) await this.bindAuthenticator()
    await this.page.waitForURL(/\/(office|unit|jury|supervisor)/)
    return this
  }
}
