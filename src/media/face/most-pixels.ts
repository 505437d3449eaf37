/** Of the longer side of a picture on which faces are looked for: a host hands over no more, and a portrait rarely has more. */
export const mostFacePixels = 2048
