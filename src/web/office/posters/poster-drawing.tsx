/** A poster as the page draws it: the server's own outlines, and the picture beneath them. */
import { covering, type Crop } from '#core/publicity/poster/crop'
import type { PosterShape, PosterShapes } from '#core/publicity/poster/shapes'
import './posters.css'

export interface ShownArt { readonly background?: string | undefined; readonly emblem?: string | undefined }
export interface DrawingProps { drawing: PosterShapes; picture: { readonly address: string; readonly width: number; readonly height: number }; label: string; /** Shown at once; absent: as it was laid out. */ crop?: Crop | undefined; art?: ShownArt | undefined }

const Shape = ({ s, id, picture, crop, art }: { s: PosterShape; id: string } & Pick<DrawingProps, 'picture' | 'crop' | 'art'>) => {
  switch (s.kind) {
    case 'rect': return <rect x={s.x} y={s.y} width={s.w} height={s.h} fill={s.fill} {...(s.opacity !== undefined && { fillOpacity: s.opacity })} />
    case 'art': return art?.[s.which] === undefined ? null : <svg x={s.x} y={s.y} width={s.w} height={s.h}><image href={art[s.which]} width={s.w} height={s.h} preserveAspectRatio={s.which === 'background' ? 'xMidYMid slice' : 'xMidYMid meet'} /></svg>
    case 'path': return <path d={s.d} fill={s.fill} {...(s.place !== undefined && { transform: s.place })} />
    case 'picture': {
      const at = covering(crop === undefined ? s : { ...s, lean: [crop.x, crop.y], zoom: crop.zoom }, picture)
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
export const PosterDrawing = ({ drawing, picture, label, crop, art }: DrawingProps) => (
  <svg className="poster-drawing" role="img" aria-label={label} viewBox={`0 0 ${drawing.w} ${drawing.h}`}>
    {drawing.shapes.map((s, i) => <Shape key={i} s={s} id={`poster-${i}`} picture={picture} crop={crop} art={art} />)}
  </svg>
)
