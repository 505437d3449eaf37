import { open } from 'node:fs/promises'
import { EncodedAudioPacketSource, EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output, StreamTarget } from 'mediabunny'

const SECONDS = 180, FPS = 30
const SPS = Uint8Array.from(Buffer.from('0142c01fffe1001a6742c01fda01e0089f970110000003001000000303c0f1832a01000568ce0f2c80', 'hex'))

/** A film as a camera writes it: 180 s, 30 frames a second, sound; the bytes of the frames are noise, which no header reader looks at. */
export const film = async (path: string, seed: number, bytes: number): Promise<void> => {
  const frames = SECONDS * FPS
  const noise = new Uint8Array(Math.floor(bytes / frames) - 40)
  for (let i = 0, x = seed; i < noise.length; i++) noise[i] = (x = (Math.imul(x, 1664525) + 1013904223) >>> 0) >>> 24
  const file = await open(path, 'w')
  const write = new WritableStream<{ data: Uint8Array; position: number }>({ write: async ({ data, position }) => { await file.write(data, 0, data.length, position) } })
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: false }), target: new StreamTarget(write as never) })
  const [picture, sound] = [new EncodedVideoPacketSource('avc'), new EncodedAudioPacketSource('aac')]
  output.addVideoTrack(picture)
  output.addAudioTrack(sound)
  await output.start()
  let sounded = 0
  for (let n = 0; n < frames; n++) {
    noise[0] = n & 255
    await picture.add(new EncodedPacket(noise, n % 60 === 0 ? 'key' : 'delta', n / FPS, 1 / FPS), { decoderConfig: { codec: 'avc1.42c01f', codedWidth: 1920, codedHeight: 1080, description: SPS } })
    for (; sounded < n / FPS; sounded += 1024 / 48_000) await sound.add(new EncodedPacket(noise.subarray(0, 40), 'key', sounded, 1024 / 48_000), { decoderConfig: { codec: 'mp4a.40.2', sampleRate: 48_000, numberOfChannels: 2, description: Uint8Array.of(0x11, 0x90) } })
  }
  await output.finalize()
  await file.close()
}
