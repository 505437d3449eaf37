/** What an item of the media plan owes at each state. What a finding stops is said by its strength; nothing asks for a number of readers. */
import { finding, type Finding } from '../../kernel/finding'
import { sayDay, type CalendarDay } from '../../kernel/instant'
import { findMarkings } from '../../secrecy/find-markings'
import { judgeLink } from '../activities/links'
import { mediaLimits } from './channel'
import { isShown, isToRecall, statesAfter, stateNames, type ItemState, type KeptItem, type MaterialStanding, type MediaItem } from './item'

const say = (code: string, strength: Finding['strength'], field: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `media.${code}`, rule: null, strength, at: { field }, what, mend })

/** By its looks alone, by the same eyes as links of activities. */
export const judgeItemLink = (link: string): Finding[] => (link === '' ? [] : judgeLink(link).map((f) => ({ ...f, code: f.code.replace(/^activity\./u, 'media.'), at: { field: 'link' } })))

/** What is written, whatever its state. */
export const judgeItem = (i: MediaItem): Finding[] => [
  ...(i.title === '' ? [say('noTitle', 'block', 'title', ['还没有写宣传内容', 'What is to be placed is not said yet'], ['写标题，或一句话。', 'Give its title, or a few words.'])] : []),
  ...(i.to < i.from ? [say('daysTurned', 'block', 'to', [`结束日期（${sayDay(i.to).zh}）早于开始日期`, `It ends on ${sayDay(i.to).en}, before it begins`], ['只有一天的，两个日期写同一天。', 'If it is one day, give that day twice.'])] : []),
  ...judgeItemLink(i.link),
  ...judgeReach(i),
  ...(i.ownerId === null && i.ownerWord === '' ? [say('noOwner', 'note', 'ownerId', ['还没有责任人，到期不会提醒谁', 'Nobody looks after it: nobody will be reminded'], ['从办公室人员里选一位。', 'Choose somebody of the office.'])] : []),
  ...[['title', i.title], ['material', i.material.kind === 'word' ? i.material.word : ''], ['reachFrom', i.reachFrom], ['ownerWord', i.ownerWord]].flatMap(([at, text]) => findMarkings([text!], false).slice(0, 1).map((m) => say('marking', m.strength, at!, [`有密级标志的字样：“${m.shown}”`, `This reads as a classification marking: “${m.shown}”`], ['涉密内容不得上网。请删去，并报告保密工作人员。', 'Nothing classified goes online. Remove it and tell the secrecy officer.']))),
]

const judgeReach = ({ reach, reachFrom }: Pick<MediaItem, 'reach' | 'reachFrom'>): Finding[] => {
  if (reach === null) return []
  if (reach < 0 || reach > mediaLimits.reach) return [say('absurdReach', 'block', 'reach', [`阅读、播放量写的是 ${reach}`, `The reach reads ${reach}`], ['写整数；不知道的留空。', 'A whole number; leave it empty where it is not known.'])]
  return reachFrom === '' ? [say('reachUnsourced', 'block', 'reachFrom', ['写了数字，没有写数据来源', 'There is a number, and not where it comes from'], ['写从哪里看到的，例如“平台后台，5月20日”；说不清的，数字留空。', 'Say where it was read, such as “the platform’s own page, 20 May”; or leave the number out.'])] : []
}

interface At { readonly state: ItemState; readonly files: number; readonly today: CalendarDay; readonly standing: MaterialStanding; readonly why: string }
/** What the state asks besides. */
export const owedAt = (i: Pick<MediaItem, 'from' | 'link' | 'material'>, { state, files, today, standing, why }: At): Finding[] => {
  if (state === 'cancelled') return why.trim().length < 2 ? [say('noWhy', 'block', 'why', ['没有写为什么取消', 'Why it is cancelled is not said'], ['写几个字，以后有人问起看得明白。', 'A few words, for whoever asks later.'])] : []
  if (state === 'planned') return standing === 'withdrawn' ? [withdrawn('note')] : []
  return [
    ...(i.material.kind === 'none' ? [say('noMaterial', state === 'ready' ? 'block' : 'warn', 'material', ['还没有写用什么材料', 'What is used for it is not said'], ['选故事、海报、视频，或写几个字。', 'Choose a story, poster or film, or say it in words.'])] : []),
    ...(standing === 'waiting' ? [say('notPublic', 'block', 'material', ['这份材料还没有审定发布', 'This material is not cleared and public yet'], ['先发布故事；海报和视频随故事一起审定。', 'Publish the story first; posters and films are cleared with it.'])] : []),
    ...(standing === 'withdrawn' ? [withdrawn('block')] : []),
    ...(state === 'out' && i.from > today ? [say('notYet', 'block', 'from', [`${sayDay(i.from).zh}还没有到`, `${sayDay(i.from).en} has not come yet`], ['刊播以后再登记；日期提前了的，先改日期。', 'Say so once it is out; if it came earlier, correct the day first.'])] : []),
    ...(state === 'out' && !isShown({ link: i.link, files }) ? [say('noEvidence', 'warn', 'link', ['已刊播，还没有链接或截图、照片', 'It is out, and no link, picture or page shows it'], ['贴链接，或拍一张、截一张图；有一样就够。', 'Paste the link, or add a photograph or screenshot: one of them is enough.'])] : []),
  ]
}
const withdrawn = (strength: 'note' | 'block'): Finding => say('withdrawn', strength, 'material', ['这份材料对应的故事已撤下', 'The story of this material was withdrawn'], ['换一份材料，或取消这一项。', 'Use another material, or cancel this item.'])

/** What speaks against taking it there: what is written, what the state owes, and whether the step is one. */
export const judgeMove = (i: MediaItem, kept: Pick<KeptItem, 'state' | 'recallSince' | 'recalledAt'>, to: At): Finding[] => [
  ...(kept.recallSince !== null ? [say('recallFirst', 'block', 'state', isToRecall(kept) ? ['故事已撤下，这一项要先登记撤回', 'Its story was withdrawn: say first that it was called back'] : ['这一项已经撤回', 'It was called back'], ['要再刊播的，另建一项。', 'Plan another item to place it again.'])] : []),
  ...(statesAfter(kept.state).includes(to.state) ? [] : [say('noStep', 'block', 'state', [`不能从“${stateNames[kept.state].zh}”改为“${stateNames[to.state].zh}”`, `It cannot go from “${stateNames[kept.state].en}” to “${stateNames[to.state].en}”`], ['刷新后再看现在的状态。', 'Reload, and look at its state.'])]),
  ...judgeItem(i), ...owedAt(i, to),
]
