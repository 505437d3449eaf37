import type { Finding } from '../kernel/finding'
import type { MaterialRule } from '../rules/material-terms'
import { saySeconds } from '../rules/amounts'
import type { VideoFile } from '../rules/material-file'
import type { Facts, UnreadableFacts, VideoFacts } from './facts'
import { about, duration, formatNames, judgeFormat, tenths } from './say'

type Rule = MaterialRule & { readonly file: VideoFile }

/** 视频: judged by what plays, not by what the header claims: display size after rotation, the last packet readable. */
export const judgeVideo = (rule: Rule, facts: Exclude<Facts, UnreadableFacts>): Finding[] => {
  if (facts.kind !== 'video') {
    const must = formatNames(rule.file.containers)
    return [about(rule, facts, 'file.format', [`这不是视频，须为 ${must.zh}`, `This is not a video; it must be ${must.en}`], ['请选视频文件。', 'Choose a video.'])]
  }
  const format = judgeFormat(rule, facts, facts.container)
  if (!rule.file.containers.some((c) => c === facts.container)) return format
  return [...format, ...whole(rule, facts), ...length(rule, facts), ...size(rule, facts), ...coding(rule, facts)]
}

const whole = (rule: Rule, facts: VideoFacts): Finding[] =>
  facts.complete ? [] : [about(rule, facts, 'video.cut', ['视频不完整，结尾读不到', 'The video is cut: its end cannot be read'], ['请重新从相机或手机里取原文件。', 'Take the original file again.'], 'block')]

const length = (rule: Rule, facts: VideoFacts): Finding[] => {
  const { maxSeconds } = rule.file
  const seconds = tenths(facts.seconds)
  if (maxSeconds === undefined || seconds <= maxSeconds) return []
  const [is, over, most] = [duration(seconds), duration(seconds - maxSeconds), saySeconds(maxSeconds)]
  return [about(rule, facts, 'video.tooLong', [`时长 ${is.zh}，超出 ${over.zh}`, `It lasts ${is.en}, ${over.en} too long`], [`请剪到 ${most.zh}以内再传。`, `Cut it to ${most.en} at most.`])]
}

const size = (rule: Rule, facts: VideoFacts): Finding[] => {
  const { displaySizes } = rule.file
  if (displaySizes === undefined || displaySizes.some((s) => s.width === facts.width && s.height === facts.height)) return []
  const must = displaySizes.map((s) => `${s.width}×${s.height}`)
  return [about(rule, facts, 'video.size', [`画面 ${facts.width}×${facts.height}，须为 ${must.join(' 或 ')}`, `The picture is ${facts.width}×${facts.height}; it must be ${must.join(' or ')}`],
    ['请在剪辑软件里按规定的分辨率导出。', 'Export it at the size asked for.'])]
}

/** No definition asks for a coding; who cannot play it should know why. */
const coding = (rule: Rule, facts: VideoFacts): Finding[] => (facts.codec === null || facts.codec === 'avc' ? [] : [
  about(rule, facts, 'video.coding', [`视频编码是 ${facts.codec.toUpperCase()}，有的电脑和投影机放不出来`, `The film is coded as ${facts.codec.toUpperCase()}; some computers and projectors cannot play it`], ['能导出 H.264 的请重新导出；不能的可以不改。', 'Export it as H.264 where you can; otherwise leave it.'], 'note')])
