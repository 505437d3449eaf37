/** A drawn cat on a portrait's ground. */
import sharp from 'sharp'

export const cat = (): Promise<Buffer> => sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="420" height="540"><rect width="420" height="540" fill="#c8281f"/><path d="M60 540Q210 330 360 540z" fill="#6d5b4c"/>
<path d="M92 60L150 150H270L328 60 336 250Q330 372 210 380 90 372 84 250z" fill="#7d6a58"/><path d="M104 90L140 150 108 190zM316 90L280 150 312 190z" fill="#d9a7a0"/><ellipse cx="150" cy="232" rx="34" ry="26" fill="#c9d26a"/><ellipse cx="270" cy="232" rx="34" ry="26" fill="#c9d26a"/><ellipse cx="150" cy="232" rx="7" ry="24" fill="#161412"/><ellipse cx="270" cy="232" rx="7" ry="24" fill="#161412"/>
<path d="M194 288h32l-16 18z" fill="#d98a84"/><path d="M210 306v16q-22 18-40 2M210 322q22 18 40 2" stroke="#3a2f28" stroke-width="5" fill="none"/><path d="M150 300L50 284M150 312L46 320M270 300L370 284M270 312L374 320" stroke="#efe6da" stroke-width="3"/></svg>`)).removeAlpha().jpeg({ quality: 92 }).toBuffer()
