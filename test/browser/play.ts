/** What a file of plays begins with: the pages built, an installation with its office, a browser, and a folder for pictures where one is wanted. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, onTestFailed } from 'vitest'
import { freshInstallation, type Installation, type InstallationChoices } from '../server/installation'
import { openOffice, type Office } from '../server/office'
import { haveWebBuilt } from './built-web'
import { openChromium } from './chromium'
import { Visitor } from './people'

/** Of the file that plays now: a worker plays one file after the other. */
export let at: Installation
export let o: Office
export let browser: Browser

/** Where pictures of what is seen are kept; absent: none is taken. */
export const shots = process.env['XUANSHU_SCREENSHOTS']
export const WIDE = { width: 1440, height: 900 }

/** As many units as `units`, each with clerk and approver; none: no office is opened either. */
interface Setting { readonly units?: number; readonly installation?: InstallationChoices }

/** @param furnish what this file needs besides, once all of that is there */
export const play = ({ units = 0, installation }: Setting, furnish: () => Promise<unknown> = async () => undefined): void => {
  beforeAll(async () => {
    await haveWebBuilt()
    if (shots !== undefined) await mkdir(shots, { recursive: true })
    ;[at, browser] = await Promise.all([freshInstallation(installation), openChromium()])
    if (units > 0) o = await openOffice(at, units)
    await furnish()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await at?.close()
  })
}

/** The tests of this file or block are one story: when a step has failed, those after it have nothing to stand on, and the cause is what should be read. */
export const oneStory = (): void => {
  let broken = false
  beforeEach((step) => {
    step.skip(broken, 'a step before it failed')
    onTestFailed(() => { broken = true })
  })
}

/** Somebody who is signed in already, at a desk unless said; nobody: a passer-by. */
export const arrive = async (who: { readonly token: string } | null, viewport?: { width: number; height: number }): Promise<Visitor> => {
  const visitor = await Visitor.arrive(browser, at.origin, viewport)
  return who === null ? visitor : visitor.holding(who.token)
}

/** The same page in both languages at three widths, where pictures are wanted; it stays as it was found. */
export const shotsOfPage = async (who: Visitor, name: string): Promise<void> => {
  if (shots === undefined) return
  const size = who.page.viewportSize()!
  for (const [language, other] of [['zh', 'English'], ['en', '中文']] as const) {
    for (const width of [1440, 375, 320]) {
      await who.page.setViewportSize({ width, height: 900 })
      await shot(who, `${name}-${language}`, !name.includes('dialog'))
    }
    await who.page.setViewportSize(WIDE)
    if (name.includes('dialog')) break
    await who.press(other)
  }
  await who.page.setViewportSize(size)
}

/** A picture named by what is seen and how wide it was; a whole page from its top, where what sticks lies on nothing. */
export const shot = async (who: Visitor, name: string, fullPage = false): Promise<void> => {
  if (shots === undefined) return
  if (fullPage) await who.page.evaluate(() => { scrollTo(0, 0) })
  await who.page.screenshot({ path: join(shots, `${name}-${who.page.viewportSize()!.width}.png`), fullPage })
}
