/** What a material can say, and what that comes to for one candidate. */
import { z } from 'zod'
import type { Person, Rested } from './case'
import { condition, holdsFor } from './condition'
import { documentFile, photoFile, portraitFile, videoFile } from './material-file'
import { calendarDay, ruleBase, slug, words } from './rule-base'

/** How the paper must be. What it is like a level below may spare its units, as it may spare them copies. */
const paper = z.strictObject({
  size: z.enum(['A4', 'A3']).optional(),
  doubleSided: z.boolean().optional(),
  bound: z.enum(['glued', 'stapled', 'loose']).optional(),
  /** 不加封面. */
  noCover: z.boolean().optional(),
  /** 编目录. */
  contents: z.boolean().optional(),
  /** Originals are shown and taken back, copies stay. */
  originalsShown: z.boolean().optional(),
  /** How it may come in; absent: any way. */
  by: z.array(z.enum(['hand', 'post', 'registeredPost', 'ems', 'disc', 'usb'])).min(1).optional(),
})
export type Paper = z.infer<typeof paper>

/** Where on the form a seal must be. */
const sealPlace = z.strictObject({
  /** Of its cell or line: the Chinese ones as they stand on the form, 推荐单位意见. */
  words,
  /** On which page; absent: any page that has the words. */
  page: z.enum(['firstPage', 'lastPage']).optional(),
})
export type SealPlace = z.infer<typeof sealPlace>
/** `across`: over the edges of its pages (骑缝章). `at` absent: wherever it is. */
const seal = z.strictObject({ of: words, across: z.boolean().optional(), at: sealPlace.optional() })
export type Seal = z.infer<typeof seal>

/** 推荐材料: one item of the dossier, what its files must be, how many, and how many paper copies. */
export const material = z.strictObject({
  ...ruleBase,
  kind: z.literal('material'),
  name: words,
  group: z.enum(['text', 'image', 'stamped']),
  min: z.int().min(0),
  /** null: any number. */
  max: z.int().min(1).nullable(),
  file: z.discriminatedUnion('type', [portraitFile, photoFile, videoFile, documentFile]),
  /** 姓名+序号, 姓名: the product names the file. */
  naming: z.enum(['nameAndOrdinal', 'name', 'asGiven']).default('asGiven'),
  paperCopies: z.int().min(0).default(0),
  /** Who issues it, where that is not the nominating unit. */
  issuedBy: words.optional(),
  /** 或由…出具: others, of whom one is as good. */
  orIssuedBy: z.array(words).min(1).optional(),
  /** Asked of some candidates only. */
  when: condition.optional(),
  /** 分两次报: with the nomination, or later and only of those chosen. Absent: with the nomination. */
  package: z.enum(['selection', 'chosen']).optional(),
  /** Whose seals it carries. */
  seals: z.array(seal).min(1).optional(),
  /** Who signs it. */
  signatures: z.array(words).min(1).optional(),
  paper: paper.optional(),
  /** The form itself on paper: printed by the product from what was filled in, each page with the code of its version. */
  printout: z.boolean().optional(),
  /** Other materials it must agree with, by their rules' ids; people compare. */
  agreesWith: z.array(slug).min(1).optional(),
  /** What it proves must lie in this time. */
  window: z.strictObject({ from: calendarDay, to: calendarDay.optional() }).optional(),
  keptBy: words.optional(),
  /** 分开计时: the id of the `dueDate` until which its files may come after the form was submitted. Absent: with the form. */
  dueBy: slug.optional(),
})
export type Material = z.infer<typeof material>
/** As it stands in a resolved definition. */
export type MaterialRule = Rested<Material>

/** Whether it is asked of this candidate now; undefined: what that depends on was not answered. */
export const askedOf = (rule: Pick<Material, 'when' | 'package'>, person: Pick<Person, 'properties'> | undefined): boolean | undefined => (rule.package === 'chosen' ? false : holdsFor(rule.when, person))

/** The rule as it stands for this candidate: what is not asked, or not yet known to be, may be left out. */
export const asAsked = <R extends Pick<Material, 'when' | 'package' | 'min'>>(rule: R, person: Pick<Person, 'properties'> | undefined): R => (askedOf(rule, person) === true ? rule : { ...rule, min: 0 })
