/** What an Office file would fetch when it is opened: a template, picture, object … from elsewhere. */
import { decodeGuessing } from './text/encoding'
import { attribute, walkXml } from './text/xml'

export interface OutsideLink { readonly type: string; readonly target: string }

/** A path on the opener's own disk, as Word writes the office's own template: nothing leaves the machine for it. `file://host/` and `\\host\` are shares. */
const onOwnDisk = (target: string): boolean => /^(?:file:\/\/\/)?[a-z]:[\\/]/i.test(target) || /^[^:\\/]+\.do[ct][xm]?$/i.test(target)

/** A hyperlink waits for a click; a template on one's own disk is only a name elsewhere. */
const isFetched = (type: string, target: string): boolean => type !== 'hyperlink' && !(type === 'attachedtemplate' && onOwnDisk(target))

/** Type and target of every relation that leads out of the file. */
const external = (relations: Uint8Array): OutsideLink[] => {
  const links: OutsideLink[] = []
  walkXml(decodeGuessing(relations)?.text ?? '', {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode')?.toLowerCase() !== 'external') return
      links.push({ type: (attribute(attributes, 'Type') ?? '').replace(/^.*\//s, ''), target: attribute(attributes, 'Target') ?? '' })
    },
    close: () => undefined, text: () => undefined,
  })
  return links
}

/**
 * @param relations a part ending in .rels, as it lies in the zip
 * @throws Unreadable when it is not well formed
 */
export const outsideLinks = (relations: Uint8Array): OutsideLink[] =>
  external(relations).filter(({ type, target }) => isFetched(type.toLowerCase(), target)).map(({ type, target }) => ({ type: type.slice(0, 40), target: target.slice(0, 120) }))

/** A link that runs, were the file ever shown as a page. */
export const hasScriptLink = (relations: Uint8Array): boolean => external(relations).some(({ target }) => /^[\s\p{Cc}]*(?:java|vb)script:|^[\s\p{Cc}]*data:text\/html/iu.test(target))
