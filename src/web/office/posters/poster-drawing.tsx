/** A poster as the page draws it: the server's own outlines, and the picture beneath them. */
import { covering, type PosterShape, type PosterShapes } from '#core/publicity/poster/shapes'
import './posters.css'

interface DrawingProps { drawing: PosterShapes; picture: { readonly address: string; readonly width: number; readonly height: number }; label: string }

const Shape = ({ s, id, picture }: { s: PosterShape; id: string; picture: DrawingProps['picture'] }) => {
  switch (s.kind) {
    case 'rect': return <rect x={s.x} y={s.y} width={s.w} height={s.h} fill={s.fill} />
    case 'path': return <path d={s.d} fill={s.fill} {...(s.place !== undefined && { transform: s.place })} />
    case 'picture': {
      const at = covering(s, picture)
      return <><clipPath id={id}><rect x={s.x} y={s.y} width={s.w} height={s.h} /></clipPath><image clipPath={`url(#${id})`} href={picture.address} x={at.x} y={at.y} width={at.w} height={at.h} preserveAspectRatio="none" /></>
    }
    case 'shade': return <><linearGradient id={id}>{s.stops.map(([at, o], i) => <stop key={i} offset={at} stopColor={s.fill} stopOpacity={o} />)}</linearGradient><rect x={s.x} y={s.y} width={s.w} height={s.h} fill={`url(#${id})`} /></>
    case 'lines': return (
      <>
        {s.clip === null ? null : <clipPath id={id}><rect x={s.clip.x} y={s.clip.y} width={s.clip.w} height={s.clip.h} /></clipPath>}
        <g {...(s.clip !== null && { clipPath: `url(#${id})` })}><g transform={s.place} fill="none" stroke={s.stroke} strokeOpacity={s.opacity}>{s.lines.map((l, i) => <path key={i} d={l.d} strokeWidth={l.width} />)}</g></g>
      </>
    )
  }
}

/** What lies beyond the edge is for the knife, and not shown. */
export const PosterDrawing = ({ drawing, picture, label }: DrawingProps) => (
  <svg className="poster-drawing" role="img" aria-label={label} viewBox={`0 0 ${drawing.w} ${drawing.h}`}>
    {drawing.shapes.map((s, i) => <Shape key={i} s={s} id={`poster-${i}`} picture={picture} />)}
  </svg>
)
