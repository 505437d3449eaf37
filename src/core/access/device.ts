/** Which device a session is on, in as few words as tell one's own apart: browser and system, read off the User-Agent. Versions, models and addresses are not kept. */

/** The order matters: browsers name those they descend from as well. */
const browsers: readonly (readonly [name: string, mark: RegExp])[] = [
  ['微信', /MicroMessenger/], ['钉钉', /DingTalk/], ['飞书', /Lark|Feishu/], ['QQ浏览器', /QQBrowser/], ['360浏览器', /QihooBrowser|360(SE|EE)/], ['UC浏览器', /UCBrowser|UBrowser/], ['夸克', /Quark/],
  ['华为浏览器', /HuaweiBrowser/], ['小米浏览器', /MiuiBrowser/], ['Edge', /Edg(e|A|iOS)?\//], ['Firefox', /Firefox\/|FxiOS\//], ['Chrome', /Chrome\/|CriOS\//], ['Safari', /Safari\//],
]
const systems: readonly (readonly [name: string, mark: RegExp])[] = [
  ['HarmonyOS', /HarmonyOS|OpenHarmony/], ['Android', /Android/], ['iPad', /iPad/], ['iPhone', /iPhone/], ['Windows', /Windows/], ['macOS', /Mac OS X|Macintosh/], ['统信UOS', /\bUOS\b|Uos/], ['麒麟', /Kylin/i], ['Linux', /Linux/],
]
const english: Readonly<Record<string, string>> = { 微信: 'WeChat', 钉钉: 'DingTalk', 飞书: 'Lark', QQ浏览器: 'QQ Browser', '360浏览器': '360 Browser', UC浏览器: 'UC Browser', 夸克: 'Quark', 华为浏览器: 'Huawei Browser', 小米浏览器: 'Mi Browser', 统信UOS: 'UOS', 麒麟: 'Kylin' }

const first = (list: typeof browsers, agent: string): string => list.find(([, mark]) => mark.test(agent))?.[0] ?? ''

/** `Windows Edge`, `iPhone 微信`; empty where nothing is known. */
export const deviceOf = (agent: string): string => [first(systems, agent), first(browsers, agent)].filter(Boolean).join(' ')

/** What `deviceOf` kept, in words. */
export const sayDevice = (device: string): { zh: string; en: string } =>
  (device === '' ? { zh: '不认识的设备', en: 'Unknown device' } : { zh: device, en: device.split(' ').map((part) => english[part] ?? part).join(' ') })
