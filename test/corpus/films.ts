/** Films: containers, turns, lengths at the limit, sizes, cuts. Two are encoded, the others are made of them by their headers or packed anew. */
import { BufferSource, BufferTarget, EncodedAudioPacketSource, EncodedPacket, EncodedPacketSink, EncodedVideoPacketSource, Input, MkvOutputFormat, MovOutputFormat, Mp4OutputFormat, MP4, Output, type OutputFormat } from 'mediabunny'
import { toQuickTime } from '#server/demo/samples/film-header'
import { video } from '#server/demo/samples/video'
import { filesOf, joined, type CorpusFile } from './corpus-file'
import { share } from './image-surgery'

const at = (film: Buffer, box: string): number => film.indexOf(box, 0, 'latin1')

/** The matrix of the track's header (ISO/IEC 14496-12, 8.3.2): quarters clockwise. */
export const turned = (film: Buffer, quarters: 1 | 2 | 3): Buffer => {
  const out = Buffer.from(film)
  const [a, b] = [[0, 1], [-1, 0], [0, -1]][quarters - 1]!
  const matrix = at(out, 'tkhd') + 44
  ;[a!, b!, 0, -b!, a!, 0].forEach((n, i) => out.writeInt32BE(n * 0x10000, matrix + i * 4))
  return out
}
/** Another size in the description of the samples; nobody decodes it here. */
const sized = (film: Buffer, width: number, height: number): Buffer => {
  const out = Buffer.from(film)
  const entry = at(out, 'avc1')
  out.writeUInt16BE(width, entry + 28)
  out.writeUInt16BE(height, entry + 30)
  return out
}
const branded = (film: Buffer, brand: string): Buffer => {
  const out = Buffer.from(film)
  out.write(brand, 8, 'latin1')
  return out
}
const claiming = (film: Buffer, box: string, length: number): Buffer => {
  const out = Buffer.from(film)
  out.writeUInt32BE(length, at(out, box) - 4)
  return out
}

/** Packed anew by the muxer, with a silent sound track or without, each frame shown longer by a factor. */
const repacked = async (film: Buffer, format: OutputFormat, sound = false, slower = 1): Promise<Buffer> => {
  const input = new Input({ source: new BufferSource(film), formats: [MP4] })
  const track = (await input.getPrimaryVideoTrack())!
  const target = new BufferTarget()
  const output = new Output({ format, target })
  const picture = new EncodedVideoPacketSource('avc')
  output.addVideoTrack(picture)
  const audio = new EncodedAudioPacketSource('aac')
  if (sound) output.addAudioTrack(audio)
  await output.start()
  const config = (await track.getDecoderConfig())!
  for await (const packet of new EncodedPacketSink(track).packets()) await picture.add(packet.clone({ timestamp: packet.timestamp * slower, duration: packet.duration * slower }), { decoderConfig: config })
  if (sound) for (let n = 0; n < 20; n++) await audio.add(new EncodedPacket(new Uint8Array(9).fill(33), 'key', n * 0.05, 0.05), { decoderConfig: { codec: 'mp4a.40.2', sampleRate: 48_000, numberOfChannels: 1, description: Uint8Array.of(0x11, 0x88) } })
  await output.finalize()
  return fixedDates(Buffer.from(target.buffer!))
}
/** The muxer writes down when it ran. */
const fixedDates = (film: Buffer): Buffer => {
  for (const type of ['mvhd', 'tkhd', 'mdhd']) for (let i = film.indexOf(type); i >= 0; i = film.indexOf(type, i + 4)) film.fill(0, i + 8, i + (film[i + 4] === 1 ? 24 : 16))
  return film
}

export const films = async (): Promise<CorpusFile[]> => {
  const wide = await video('corpus', { seconds: 4, frames: 2, scene: 'orchard' })
  const tall = await video('corpus', { seconds: 4, frames: 2, width: 1080, height: 1920, scene: 'ward' })
  const lasting = (seconds: number) => repacked(wide, new Mp4OutputFormat(), false, seconds / 4)
  const front = await repacked(wide, new Mp4OutputFormat({ fastStart: 'in-memory' }))
  return filesOf('video', [
    ['急诊日记.mp4', wide], ['竖屏.mp4', tall], ['急诊日记.MOV', toQuickTime(wide)], ['改名的MOV.mp4', toQuickTime(wide)], ['改名的MP4.mov', wide],
    ['转90度.mp4', turned(wide, 1)], ['转180度.mp4', turned(wide, 2)], ['转270度.mp4', turned(wide, 3)], ['竖转横.mp4', turned(tall, 1)],
    ['179.9秒.mp4', await lasting(179.9)], ['180秒.mp4', await lasting(180)], ['180.04秒.mp4', await lasting(180.04)], ['180.3秒.mp4', await lasting(180.3)], ['190秒.mp4', await lasting(190)], ['一小时.mp4', await lasting(3600)], ['半秒.mp4', await lasting(0.5)],
    ['720p.mp4', sized(wide, 1280, 720)], ['4K.mp4', sized(wide, 3840, 2160)], ['8K.mp4', sized(wide, 7680, 4320)], ['一像素.mp4', sized(wide, 1, 1)], ['1920x1088.mp4', sized(wide, 1920, 1088)],
    ['有声.mp4', await repacked(wide, new Mp4OutputFormat(), true)], ['索引在前.mp4', front], ['分片.mp4', await repacked(wide, new Mp4OutputFormat({ fastStart: 'fragmented' }))], ['有声.mov', await repacked(wide, new MovOutputFormat(), true)],
    ['MKV.mkv', await repacked(wide, new MkvOutputFormat())], ['改名的MKV.mp4', await repacked(wide, new MkvOutputFormat())],
    ['截断一半.mp4', share(wide, 0.5)], ['截断末尾.mp4', wide.subarray(0, -200)], ['索引在前截断.mp4', front.subarray(0, -2000)], ['索引在前截断一半.mp4', share(front, 0.5)], ['只有文件头.mp4', wide.subarray(0, 24)],
    ['尾部垃圾.mp4', joined(wide, Buffer.alloc(5000, 7))], ['后接压缩包.mp4', joined(wide, 'PK\x03\x04', Buffer.alloc(64))],
    ['3GP.mp4', branded(wide, '3gp4')], ['索引声称两GB.mp4', claiming(wide, 'moov', 0x7fffffff)], ['无品牌.mov', wide.subarray(wide.readUInt32BE(0))],
    ['AVI.mp4', Buffer.from('RIFF\x10\0\0\0AVI LIST')], ['播放列表.mp4', Buffer.from('#EXTM3U\n#EXTINF:1\nfile:///etc/hosts')], ['WMV.mp4', Buffer.from('3026b2758e66cf11a6d900aa0062ce6c', 'hex')], ['FLV.mp4', Buffer.from('FLV\x01\x05\0\0\0\x09', 'latin1')],
    ['只有自由盒.mp4', joined(wide.subarray(0, wide.readUInt32BE(0)), ...Array.from({ length: 40 }, () => '\0\0\0\x08free'))], ['空.mp4', Buffer.alloc(0)],
  ])
}
