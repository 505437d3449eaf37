/** The pixels of a chart of ours. Runs in a child only. */
import sharp from 'sharp'

// Our own SVG alone comes in, from memory.
sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] })

export const drawPicture = async (svg: string, to: string): Promise<number> => (await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).png({ palette: true, compressionLevel: 9 }).toFile(to)).size
