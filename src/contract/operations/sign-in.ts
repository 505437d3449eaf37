import { z } from 'zod'
import { newsKinds } from '#core/access/account-news'
import { secondWayNames } from '#core/access/ways-in'
import { operation } from '../operation'
import { id, instant, name, role, words } from '../shapes'

export const password = z.string().min(10).max(200)
export const next = z.enum(['done', 'secondFactor', 'setUpSecondFactor'])
const membership = z.object({ membershipId: id, role, organisationId: id, organisationName: z.string(), /** Sits in for a unit without people of its own, as a person of this office. */ forOffice: id.nullable() })

/** A change to the own account, as it is told. */
export const news = z.object({ newsId: id, kind: z.enum(newsKinds), at: instant, say: words })

export const readSession = operation({
  id: 'session.read', method: 'GET', path: '/api/session', who: 'anyone',
  summary: { zh: '我是谁、现在几点', en: 'Who am I, and what time is it' },
  answer: z.object({
    signedIn: z.boolean(),
    next: next.nullable(),
    /** What may follow the password, while it is owed. */
    secondWays: z.array(z.enum(secondWayNames)),
    /** How one signs in here beside login and password. */
    signInBy: z.object({ /** Address of the installation: passkeys and the organisation’s sign-in work under it alone. */ origin: z.string(), passkeys: z.boolean(), oidc: words.nullable() }),
    /** Changes to the own account that this person has not seen yet. */
    news: z.array(news),
    /** False until the three-step first set-up is through its second step. */
    setUp: z.boolean(),
    demo: z.boolean(),
    /** Product time: what deadlines are measured by. */
    now: instant,
    person: z.object({ accountId: id, name: z.string(), login: z.string(), membership: membership.nullable(), memberships: z.array(membership) }).nullable(),
  }),
})
export const signIn = operation({
  id: 'session.signIn', method: 'POST', path: '/api/session', who: 'anyone',
  summary: { zh: '用账号和密码登录', en: 'Sign in with login and password' },
  body: z.object({ login: z.string().trim().min(1).max(100), password: z.string().min(1).max(200) }),
  answer: z.object({ next }),
})
export const signOut = operation({
  id: 'session.signOut', method: 'DELETE', path: '/api/session', who: 'anyone',
  summary: { zh: '退出', en: 'Sign out' },
})
export const chooseRole = operation({
  id: 'session.chooseRole', method: 'POST', path: '/api/session/role', who: 'signedIn',
  summary: { zh: '一人多职时选用一职', en: 'Pick one of several roles' },
  body: z.object({ membershipId: id }),
})
export const enterSecondFactor = operation({
  id: 'session.secondFactor', method: 'POST', path: '/api/session/second-factor', who: 'halfSignedIn',
  summary: { zh: '输入动态口令', en: 'Enter the one-time code' },
  body: z.object({ code: z.string().regex(/^\d{6}$/) }),
})
export const enterRecoveryCode = operation({
  id: 'session.recoveryCode', method: 'POST', path: '/api/session/recovery-code', who: 'halfSignedIn',
  summary: { zh: '手机不在：输入一个恢复码', en: 'The phone is lost: enter a recovery code' },
  body: z.object({ code: z.string().trim().min(8).max(40) }),
  answer: z.object({ /** How many are left. */ left: z.int() }),
})
export const beginSecondFactor = operation({
  id: 'secondFactor.begin', method: 'POST', path: '/api/second-factor', who: 'halfSignedIn',
  summary: { zh: '绑定动态口令：取得密钥', en: 'Set up the one-time code: get the secret' },
  answer: z.object({ secret: z.string(), uri: z.string(), /** SVG of the URI as a QR code. */ qr: z.string() }),
})
export const confirmSecondFactor = operation({
  id: 'secondFactor.confirm', method: 'POST', path: '/api/second-factor/confirm', who: 'halfSignedIn',
  summary: { zh: '绑定动态口令：输入一次确认', en: 'Set up the one-time code: confirm with one code' },
  body: z.object({ code: z.string().regex(/^\d{6}$/) }),
})
export const lookAtActivation = operation({
  id: 'activation.look', method: 'POST', path: '/api/activation/look', who: 'anyone',
  summary: { zh: '凭启用码看是谁的账号', en: 'See whose account an activation code opens' },
  body: z.object({ code: z.string().trim().min(8).max(40) }),
  answer: z.object({ personName: z.string(), login: z.string(), organisationName: z.string(), role, needsSecondFactor: z.boolean() }),
})
export const activate = operation({
  id: 'activation.complete', method: 'POST', path: '/api/activation', who: 'anyone',
  summary: { zh: '启用账号，设密码', en: 'Activate an account and set its password' },
  body: z.object({ code: z.string().trim().min(8).max(40), password }),
  answer: z.object({ next }),
})
export const setUp = operation({
  id: 'setUp.begin', method: 'POST', path: '/api/set-up', who: 'setUpKey',
  summary: { zh: '首次设置：本单位与首个办公室账号', en: 'First set-up: the organisation and its first office account' },
  body: z.object({
    key: z.string().min(8).max(100),
    organisation: z.object({ name, nameEn: z.string().trim().max(200).default(''), type: z.string().default('office') }),
    person: z.object({ name, login: z.string().trim().min(2).max(60), password }),
  }),
  answer: z.object({ next, organisationId: id }),
})
export const demoCards = operation({
  id: 'demo.cards', method: 'GET', path: '/api/demo/cards', who: 'demoVisitor',
  summary: { zh: '演示：各角色的入口', en: 'Demo: a card for each role' },
  answer: z.object({ cards: z.array(z.object({ card: z.string(), role, personName: z.string(), organisationName: z.string(), about: words, path: z.string() })) }),
})
export const enterDemo = operation({
  id: 'demo.enter', method: 'POST', path: '/api/demo/enter', who: 'demoVisitor',
  summary: { zh: '演示：以某一角色进入', en: 'Demo: enter as a role' },
  body: z.object({ card: z.string().max(60) }),
  answer: z.object({ path: z.string() }),
})
export const moveClock = operation({
  id: 'demo.moveClock', method: 'POST', path: '/api/demo/clock', who: 'demoVisitor',
  summary: { zh: '演示：拨动系统时间', en: 'Demo: move the product’s time' },
  body: z.object({ to: instant }),
  answer: z.object({ now: instant }),
})
