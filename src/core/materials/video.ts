import type { Finding } from '../kernel/finding'
import type { ResolvedRule } from '../campaign/definition'
import { saySeconds } from '../rules/amounts'
import type { VideoFile } from '../rules/material'
import type { Facts } from './facts'
import { about, duration, formatNames, judgeFormat } from './say'

type Rule = ResolvedRule<'material'> & { readonly file: VideoFile }

/** 视频: judged by what plays, not by what the header claims: display size after rotation, the last packet readable. */
export const judgeVideo = (rule: Rule, facts: Facts): Finding[] => {
  if (facts.kind !== 'video') return [about(rule, facts, 'file.format', [`这不是视频，须为 ${formatNames(rule.file.containers)}`, `This is not a video; it must be ${formatNames(rule.file.containers)}`], ['请选视频文件。', 'Choose a video.'])]
  const format = judgeFormat(rule, facts, facts.container, rule.file.containers)
  if (format.some((f) => f.strength === 'block')) return format
  const found: Finding[] = [...format]
  if (!facts.complete) found.push(about(rule, facts, 'video.cut', ['视频不完整，结尾读不到', 'The video is cut: its end cannot be read'], ['请重新从相机或手机里取原文件。', 'Take the original file again.']))
  const { maxSeconds, displaySizes } = rule.file
  if (maxSeconds !== undefined && facts.seconds > maxSeconds) found.push(about(rule, facts, 'video.tooLong',
    [`时长 ${duration(facts.seconds).zh}，超出 ${duration(facts.seconds - maxSeconds).zh}`, `It lasts ${duration(facts.seconds).en}, ${duration(facts.seconds - maxSeconds).en} too long`], [`请剪到 ${saySeconds(maxSeconds).zh}以内再传。`, `Cut it to ${saySeconds(maxSeconds).en} at most.`]))
  if (displaySizes !== undefined && !displaySizes.some((s) => s.width === facts.width && s.height === facts.height)) found.push(about(rule, facts, 'video.size',
    [`画面 ${facts.width}×${facts.height}，须为 ${displaySizes.map((s) => `${s.width}×${s.height}`).join(' 或 ')}`, `The picture is ${facts.width}×${facts.height}; it must be ${displaySizes.map((s) => `${s.width}×${s.height}`).join(' or ')}`],
    ['请在剪辑软件里按规定的分辨率导出，横屏竖屏均可。', 'Export it at the size asked for, landscape or portrait.']))
  return found
}
