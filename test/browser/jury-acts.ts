/** What jurors do on their phones. */
import type { Visitor } from './people'

const toRound = async (juror: Visitor): Promise<void> => {
  await juror.open('/jury')
  await juror.text('第一轮 无记名投票').waitFor()
  await juror.fitsPhone()
  await juror.page.getByRole('link', { name: /第一轮/ }).click()
  await juror.sees('签到并申报回避')
  await juror.fitsPhone()
}

export const standBack = async (juror: Visitor, from: string, reason: string): Promise<void> => {
  await toRound(juror)
  await juror.tick(from)
  await juror.fill(`与 ${from} 的关系`, reason)
  await juror.press('回避 1 人，签到')
  await juror.sees(`已回避（${reason}）`)
  await juror.fitsPhone()
}

/** Approves one candidate; returns the receipt of the ballot, which the page shows this one time. */
export const voteFor = async (juror: Visitor, name: string): Promise<string> => {
  await toRound(juror)
  await juror.press('无须回避，签到')
  await juror.page.getByRole('checkbox', { name: `赞成 ${name}`, exact: true }).check({ force: true })
  await juror.fitsPhone()
  await juror.press('核对并投票')
  await juror.text(name, juror.dialog()).waitFor()
  await juror.keepsNobodyOut()
  await juror.fitsPhone()
  await juror.press('投票', juror.dialog())
  await juror.sees('已投票，请记下回执码')
  await juror.fitsPhone()
  return (await juror.page.getByRole('status', { name: '已投票，请记下回执码' }).locator('.code').textContent()) ?? ''
}
