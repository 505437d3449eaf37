import { expect, test } from 'vitest'
import { deviceOf, sayDevice } from './device'

const agents: readonly (readonly [device: string, agent: string])[] = [
  ['Windows Edge', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0'],
  ['Windows Chrome', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36'],
  ['Windows 360浏览器', 'Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/108.0.0.0 Safari/537.36 QIHU 360SE'],
  ['iPhone 微信', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50'],
  ['iPhone Safari', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'],
  ['Android Chrome', 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Mobile Safari/537.36'],
  ['macOS Firefox', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 14.5; rv:130.0) Gecko/20100101 Firefox/130.0'],
  ['', 'curl/8.5.0'], ['', ''],
]

test('a device is said by system and browser, however much its browser claims to be', () => {
  expect(agents.map(([, agent]) => deviceOf(agent))).toEqual(agents.map(([device]) => device))
})
test('nothing of versions and models is kept, and unknown ones are said so', () => {
  expect(agents.map(([device]) => /\d{2}/.test(device.replace('360', '')))).toEqual(agents.map(() => false))
  expect([sayDevice(''), sayDevice('iPhone 微信')]).toEqual([{ zh: '不认识的设备', en: 'Unknown device' }, { zh: 'iPhone 微信', en: 'iPhone WeChat' }])
})
