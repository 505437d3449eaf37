import { readSecondFactorSetting } from '#contract/operations/second-factor'
import { query } from '../handler'
import { isInstallationOf, pendingChange, readAskedRoles } from '../store/second-factor-roles'

/** Another office than the installation's own learns only that it decides nothing here. */
export const readSecondFactorSettingQuery = query(readSecondFactorSetting, async (_, { q, actor }) =>
  ((await isInstallationOf(q, actor.organisationId)) ? { asked: await readAskedRoles(q), pending: (await pendingChange(q)) ?? null } : { asked: null, pending: null }))
