import { z } from 'zod'
import { operations } from '#contract/operations'
import type { Operation, Reads } from '#contract/operation'
import { problem } from '#contract/shapes'

const schemaOf = (schema: Reads<unknown>, io: 'input' | 'output') => z.toJSONSchema(schema as unknown as z.ZodType, { unrepresentable: 'any', io })

/** OpenAPI 3.1 made from the contract: what is registered is what is described. */
export const openApi = (origin: string): Record<string, unknown> => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const o of operations) {
    const path = o.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [o.method.toLowerCase()]: describe(o) }
  }
  return {
    openapi: '3.1.0',
    info: { title: '选树 Xuanshu', version: '0.1.0', description: 'Honour campaigns from notice to publicity. 荣誉活动从通知到宣传。Instants are milliseconds since the epoch.' },
    servers: [{ url: origin }],
    paths,
    components: { securitySchemes: { link: { type: 'http', scheme: 'bearer', description: 'The token of a link that a unit sent' } }, schemas: { Problem: schemaOf(problem, 'output') } },
  }
}

const describe = (o: Operation) => {
  const properties = (schema: Reads<unknown>) => (schemaOf(schema, 'input') as { properties?: Record<string, unknown>; required?: string[] })
  const list = (schema: Reads<unknown>, where: 'path' | 'query') => {
    const shape = properties(schema)
    return Object.entries(shape.properties ?? {}).map(([name, s]) => ({ name, in: where, required: where === 'path' || (shape.required ?? []).includes(name), schema: s }))
  }
  const body = properties(o.body)
  const hasBody = Object.keys(body.properties ?? {}).length > 0 || 'anyOf' in body
  return {
    operationId: o.id,
    summary: `${o.summary.zh} / ${o.summary.en}`,
    'x-who': o.who,
    ...(o.who === 'linkHolder' || o.who === 'phoneHolder' || o.who === 'organHolder' ? { security: [{ link: [] }] } : {}),
    parameters: [...list(o.params, 'path'), ...list(o.query, 'query')],
    ...(hasBody ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: {
      200: { description: o.summary.en, content: typeof o.answer === 'string' ? { [o.answer]: {} } : { 'application/json': { schema: schemaOf(o.answer, 'output') } } },
      default: { description: 'What went wrong, in both languages, and what to do', content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  }
}
