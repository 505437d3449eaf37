/** A real SMTP server on a loopback port that keeps what it is sent, and refuses or breaks off where a test says so. */
import { SMTPServer } from 'smtp-server'

export interface Kept { readonly from: string; readonly to: readonly string[]; readonly raw: string }
export interface SmtpTrap {
  readonly url: string
  readonly kept: Kept[]
  /** What becomes of the next letters, in order; then all are taken. */
  readonly plan: ('busy' | 'refuse' | 'breakOff')[]
  close(): Promise<void>
}

interface Connection { readonly session: unknown; readonly _socket: { destroy(): void } }
const answer = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code })

export const smtpTrap = async (): Promise<SmtpTrap> => {
  const kept: Kept[] = []
  const plan: SmtpTrap['plan'] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true, logger: false,
    onRcptTo: (_, __, done) => done(plan[0] === 'refuse' ? (plan.shift(), answer(550, 'no such mailbox')) : undefined),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (c: Buffer) => chunks.push(c)).on('end', () => {
        const next = plan.shift()
        if (next === 'busy') return done(answer(451, 'come back later'))
        kept.push({ from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address, to: session.envelope.rcptTo.map((r) => r.address), raw: Buffer.concat(chunks).toString() })
        // Taken, and the connection gone before anybody was told.
        if (next === 'breakOff') return void [...(server as unknown as { connections: Set<Connection> }).connections].find((c) => c.session === session)?._socket.destroy()
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.server.address() as { port: number }
  return { url: `smtp://127.0.0.1:${port}`, kept, plan, close: () => new Promise((resolve) => { server.close(resolve) }) }
}
