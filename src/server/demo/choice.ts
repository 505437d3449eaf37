/** Which sample file a person of the demo hands in. */
import type { ResolvedRule } from '#core/campaign/definition'
import type { DemoNominee } from './people/nominee'
import { chance } from './samples/chance'
import type { SampleFile, SampleKind } from './samples/sample-set'
import { sceneWords } from './samples/scenes/scene'

/** Papers by the material that they are handed in as, as the shipped definitions call it. */
const papers: Readonly<Record<string, SampleKind>> = {
  'nomination-form-word': 'form', 'nomination-form-stamped': 'stampedForm', 'integrity-opinion-word': 'opinion', 'integrity-opinion-stamped': 'stampedOpinion',
  'summary-sheet': 'summary', 'summary-sheet-stamped': 'stampedSummary', 'activity-report': 'report', 'activity-report-stamped': 'stampedReport',
}
const filmed: Readonly<Record<string, string>> = { grassroots: sceneWords.mountainRoad, economyAndHealth: sceneWords.ward, frontier: sceneWords.workshop }

export class Choice {
  /** How often a face was used in a campaign: nobody should meet it twice on one page while another is free. */
  readonly #faces = new Map<string, number>()
  constructor(readonly samples: readonly SampleFile[]) {}

  of(rule: ResolvedRule<'material'>, campaignId: string, person: DemoNominee, ordinal: number): SampleFile {
    if (rule.file.type === 'portrait') return this.#face(campaignId, person)
    if (rule.file.type === 'photo') return chance(`photos ${idOf(person)}`).shuffled(this.#all('photo'))[ordinal]!
    if (rule.file.type === 'video') return this.#all('video').find((f) => f.shows === filmed[String(person.fields['category'])])!
    return this.#all(papers[rule.id] ?? (rule.file.stamped ? 'stampedForm' : 'form'))[0]!
  }

  #all(kind: SampleKind): SampleFile[] {
    return this.samples.filter((f) => f.kind === kind)
  }

  /** The person's sex, the least used, the nearest in age. */
  #face(campaignId: string, person: DemoNominee): SampleFile {
    const used = (f: SampleFile): number => this.#faces.get(`${campaignId} ${f.name}`) ?? 0
    const apart = (f: SampleFile): number => Math.abs(f.sitter!.age - person.age)
    const [face] = this.#all('portrait').filter((f) => f.sitter?.sex === person.sex).sort((a, b) => used(a) - used(b) || apart(a) - apart(b))
    this.#faces.set(`${campaignId} ${face!.name}`, used(face!) + 1)
    return face!
  }
}

const idOf = (person: DemoNominee): string => String(person.fields['idNumber'])
