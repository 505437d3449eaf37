/** Stages that collect nominations against the deadline: one outlasts it, ends before it, begins after it; or the jury begins while nominations still come in. */
import { sayDay } from '../../kernel/instant'
import { rulesOf, type ResolvedRule } from '../definition'
import { beside, cited, contradiction, deadlineIn, type Check, type Contradiction } from './matter'

/** What a stage is about is in its name: definitions give stages no other sign. A name of both sorts says neither. */
const collects = /动员|发动|部署|推荐|申报|报名|报送|提名/u
const nominates = /推荐|申报|报名|报送|提名/u
const chooses = /评|选拔|遴选|审|公示/u
const follows = /发布|表彰|命名|宣传|学习/u

export const collectingStage: Check = (of) => {
  const deadline = deadlineIn(of)
  if (deadline === undefined) return []
  const { rule, last } = deadline
  const [day, at] = [sayDay(last), cited(rule)]
  const against = beside(rule)
  const one = (stage: ResolvedRule<'stage'>): Contradiction[] => {
    const { zh } = stage.name
    const said = cited(stage)
    if (chooses.test(zh) && !collects.test(zh)) return stage.from === null || stage.from > last ? [] : [contradiction({ code: 'chosenBeforeClose', strength: 'warn', rule: stage, against,
      what: [`${said.zh}自${sayDay(stage.from).zh}起，而${at.zh}到${day.zh}才截止`, `${said.en} begins on ${sayDay(stage.from).en} while nominations come in until ${day.en}: ${at.en}`], mend: ['请把环节改到截止以后，或说明为什么同时进行。', 'Move the stage behind the deadline, or say why both run at once.'] })]
    if (!collects.test(zh) || chooses.test(zh) || follows.test(zh)) return []
    if (stage.from !== null && stage.from > last) return [contradiction({ code: 'stageAfterDeadline', strength: 'block', rule: stage, against,
      what: [`${said.zh}自${sayDay(stage.from).zh}开始，而${at.zh}在${day.zh}已经截止`, `${said.en} begins on ${sayDay(stage.from).en}, after nominations closed on ${day.en}: ${at.en}`], mend: ['请改正两个日期中的一个。', 'Mend one of the two dates.'] })]
    if (stage.to !== null && stage.to > last) return [contradiction({ code: 'outlastsDeadline', strength: 'warn', rule: stage, against,
      what: [`${said.zh}到${sayDay(stage.to).zh}，晚于${at.zh}的${day.zh}`, `${said.en} lasts until ${sayDay(stage.to).en}, beyond ${day.en}: ${at.en}`], mend: ['请把这一环节改到截止日为止，或推迟截止；确要如此，写明理由。', 'End the stage with the deadline, or move the deadline; if it is meant so, say why.'] })]
    if (nominates.test(zh) && stage.to !== null && stage.to < last) return [contradiction({ code: 'endsBeforeDeadline', strength: 'warn', rule: stage, against,
      what: [`${said.zh}到${sayDay(stage.to).zh}结束，而${at.zh}是${day.zh}`, `${said.en} ends on ${sayDay(stage.to).en} and the deadline is ${day.en}: ${at.en}`], mend: ['单位会问以哪一天为准：请写成同一天。', 'Units will ask which day holds: write the same day in both places.'] })]
    return []
  }
  return rulesOf(of.definition, 'stage').flatMap(one)
}
