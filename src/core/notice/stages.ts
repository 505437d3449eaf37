/** The stages a notice names for its campaign: 活动主要由广泛动员、组织推荐…等环节组成, 分五个阶段. */
import type { Sentence } from '../text/sentences'
import type { Found } from '../rules/recognise/page'
import { stageNames } from '../rules/recognise/stage'

/** The stages in order. */
export function stagesOf(sentences: readonly Sentence[]): Found<string>[] {
  const stages = stageNames(sentences)
  return stages === null ? [] : stages.names.map((value) => ({ value, from: stages.at.from, to: stages.at.to }))
}
