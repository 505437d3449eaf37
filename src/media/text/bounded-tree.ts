/** A tree of a page that stops growing: what nests or repeats without end is refused long before the limit of time. */
import { defaultTreeAdapter, type DefaultTreeAdapterMap, type TreeAdapter } from 'parse5'
import { Refused, tooHeavy } from './refusals'

type Map = DefaultTreeAdapterMap
/** Browsers nest no deeper than 512; the longest notice with all its attachments has a few thousand elements. */
const most = { depth: 512, elements: 100_000 } as const

/** For one parsing: it counts. @throws Refused */
export const boundedTree = (): TreeAdapter<Map> => {
  const depths = new WeakMap<object, number>()
  let elements = 0
  const put = (parent: Map['parentNode'], child: Map['node']): void => {
    const depth = (depths.get(parent) ?? 0) + 1
    if (depth > most.depth) throw new Refused(tooHeavy())
    depths.set(child, depth)
  }
  return {
    ...defaultTreeAdapter,
    createElement: (...given) => {
      if (++elements > most.elements) throw new Refused(tooHeavy())
      return defaultTreeAdapter.createElement(...given)
    },
    appendChild: (parent, child) => { put(parent, child); defaultTreeAdapter.appendChild(parent, child) },
    insertBefore: (parent, child, before) => { put(parent, child); defaultTreeAdapter.insertBefore(parent, child, before) },
  }
}
