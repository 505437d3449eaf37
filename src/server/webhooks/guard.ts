/** Where a message to the outside may go: asked of the address that is connected to, at the moment it is connected to. A name that answers another address the second time finds the same question. */
import { lookup as resolve } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** What the operator of an installation allows beside https to public addresses. */
export interface WebhookSettings { readonly http: boolean; /** Addresses of this machine and of private networks. */ readonly inside: boolean }
export const strict: WebhookSettings = { http: false, inside: false }

/** From the environment; both off unless said. @throws Error in words for the operator */
export const webhookSettings = (env: Readonly<Record<string, string | undefined>>): WebhookSettings => {
  const said = (name: string): boolean => {
    const value = env[name]?.trim() ?? ''
    if (value !== '' && value !== 'allow') throw new Error(`${name} 只能写 allow，或者不写 / must be "allow" or absent`)
    return value === 'allow'
  }
  return { http: said('XUANSHU_WEBHOOK_HTTP'), inside: said('XUANSHU_WEBHOOK_INSIDE') }
}

/** RFC 6890 and its companions: not routed in public, or not for one receiver. */
const inner = new BlockList()
for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4]] as const) inner.addSubnet(net, bits, 'ipv4')
/** Of IPv6 only what is given out for the public net, and of that not what carries an IPv4 address inside or documents. */
const outer6 = new BlockList()
outer6.addSubnet('2000::', 3, 'ipv6')
const inner6 = new BlockList()
for (const [net, bits] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) inner6.addSubnet(net, bits, 'ipv6')

/** @param address an IP address as text */
export const isInside = (address: string): boolean => {
  if (isIP(address) === 4) return inner.check(address, 'ipv4')
  return !outer6.check(address, 'ipv6') || inner6.check(address, 'ipv6')
}

/** The host of an address as it stands; a name is asked when it is connected to. */
export const namesInside = (hostname: string): boolean => {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return isIP(bare) !== 0 ? isInside(bare) : /(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(bare) || !bare.includes('.')
}

export class NotThere extends Error { override readonly name = 'NotThere' }

/** For a socket: every address a name has must be outside, else none is used. */
export const guardedLookup = ({ inside }: WebhookSettings): LookupFunction => (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error !== null) return done(error, [])
    const all = found as { address: string; family: number }[]
    if (!inside && all.some((a) => isInside(a.address))) return done(new NotThere('an address inside'), [])
    const [first] = all
    if (first === undefined) return done(new NotThere('no address'), [])
    if (options.all === true) done(null, all)
    else done(null, first.address, first.family)
  })
}
