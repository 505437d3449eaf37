// Says in a sentence what an older Node would say by a syntax error. Written for old Nodes: no new syntax here.
const needed = [20, 20]

export function stopOldNode() {
  const have = process.versions.node.split('.').map(Number)
  if (have[0] > needed[0] || (have[0] === needed[0] && have[1] >= needed[1])) return
  console.error('选树需要 Node ' + needed.join('.') + ' 或更新的版本，现在是 ' + process.versions.node + '。请从 https://nodejs.org 安装后再试。')
  console.error('Xuanshu needs Node ' + needed.join('.') + ' or newer; this is ' + process.versions.node + '. Install it from https://nodejs.org and try again.')
  process.exit(3)
}
